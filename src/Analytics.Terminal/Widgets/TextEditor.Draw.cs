using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets;

/// <summary>How an editor draws its parts.</summary>
/// <param name="Text">Plain text and the background.</param>
/// <param name="Selection">Selected text.</param>
/// <param name="LineNumber">Line numbers.</param>
/// <param name="CursorLine">The number of the cursor's line.</param>
/// <param name="Error">The place of an error.</param>
public sealed record EditorStyles(Style Text, Style Selection, Style LineNumber, Style CursorLine, Style Error)
{
    /// <summary>What a search marks.</summary>
    public Style Match { get; init; } = Style.Default.With(TextAttributes.Underline);

    /// <summary>The bracket at the cursor and its partner.</summary>
    public Style Bracket { get; init; } = Style.Default.With(TextAttributes.Bold | TextAttributes.Underline);

    /// <summary>The arrow that shows a tab.</summary>
    public Style Tab { get; init; } = Style.Default.With(TextAttributes.Dim);

    /// <summary>The terminal's own colours.</summary>
    public static EditorStyles Plain { get; } =
        new(
            default,
            Style.Default.With(TextAttributes.Reverse),
            Style.Default.With(TextAttributes.Dim),
            Style.Default.With(TextAttributes.Bold),
            Style.Of(Color.Basic(1)).With(TextAttributes.Underline)
        );
}

public sealed partial record TextEditor
{
    private int GutterWidth => Buffer.Lines.Count.ToString().Length + 1;

    /// <summary>
    /// The editor scrolled by as little as shows the cursor on a canvas of that size, unless the wheel has turned it away from the cursor.
    /// <see cref="Draw"/> does this for itself; an application keeps the result so that the scroll position is remembered.
    /// </summary>
    public TextEditor Scrolled(int width, int height, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var room = width - GutterWidth - 1;
        if (IsWrapped)
            return (this with { RowWidth = Math.Max(1, room), Left = 0 }).ScrolledByRows(height, ambiguous);
        var editor = RowWidth > 0 ? this with { RowWidth = 0, TopRow = 0, KeptRows = [] } : this;
        if (IsScrolledAway)
            return editor with { Top = Math.Clamp(Top, 0, Buffer.Lines.Count - 1) };
        var cells = Cells(Cursor.Line, ambiguous);
        var column = cells.ColumnOf(Cursor.Column);
        var last = Cursor.Column < Line.Length ? cells.ColumnOf(ClusterBreaks.Next(Line, Cursor.Column)) - 1 : column;
        return editor with
        {
            Top = Scrolling.Show(Top, Cursor.Line, height),
            // Back at the beginning of the lines as soon as the cursor can be seen from there.
            Left = last < room ? 0 : Scrolling.Show(Scrolling.Show(Left, last, room), column, room),
        };
    }

    /// <summary>
    /// The place under a cell of a canvas the editor was drawn on (with the scroll position kept, see <see cref="Scrolled"/>).
    /// </summary>
    public TextPosition PositionAtCell(int x, int y, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var row = Walk(FirstRow, y, ambiguous);
        return new(row.Line, IndexIn(row, Math.Max(0, x - GutterWidth + Left), ambiguous));
    }

    /// <summary>
    /// The cell where a place of the text shows on a canvas the editor was drawn on (with the scroll position kept); it may lie outside.
    /// </summary>
    public (int X, int Y) CellOf(TextPosition place, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var row = RowAt(place, ambiguous);
        return (GutterWidth + CellsOf(row, ambiguous).ColumnOf(place.Column) - Left, RowsFrom(FirstRow, row, ambiguous));
    }

    /// <summary>
    /// Draws line numbers and text; with focus, marks the bracket pair at the cursor and places the terminal's cursor
    /// (where an input method puts its candidates).
    /// </summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="styles">How.</param>
    /// <param name="hasFocus">Whether the cursor stands here.</param>
    /// <param name="colour">The styles of the stretches of a line, given its number; null for none. Asked only for lines in view.</param>
    /// <param name="isIgnored">Whether a bracket at a place is none, for example inside quotes; null where all are.</param>
    public void Draw(
        CellCanvas canvas,
        EditorStyles styles,
        bool hasFocus,
        Func<int, IReadOnlyList<StyledSpan>>? colour = null,
        Func<TextPosition, bool>? isIgnored = null
    )
    {
        var view = Scrolled(canvas.Width, canvas.Height, canvas.Ambiguous);
        canvas.Clear(styles.Text);
        var text = canvas.Region(canvas.Bounds with { X = GutterWidth, Width = Math.Max(0, canvas.Width - GutterWidth - 1) });
        var pair = hasFocus ? Brackets.PairAt(Buffer, Cursor, isIgnored) : null;
        var y = 0;
        for (var number = view.Top; y < canvas.Height && number < Buffer.Lines.Count; number++)
        {
            var spans = () => (IEnumerable<StyledSpan>)[.. colour?.Invoke(number) ?? [], .. BracketsOn(number, pair, styles.Bracket)];
            y += view.DrawLine(canvas, text, y, number, styles, spans);
        }

        if (hasFocus && view.CellOf(Cursor, canvas.Ambiguous) is var (x, row) && x >= GutterWidth)
            canvas.Cursor = (x, row);
    }

    /// <summary>Draws the rows of a line that are in view, with its number before the first; gives how many there are.</summary>
    private int DrawLine(CellCanvas canvas, CellCanvas text, int y, int number, EditorStyles styles, Func<IEnumerable<StyledSpan>> colours)
    {
        var rows = RowsOf(number, canvas.Ambiguous);
        var first = number == Top ? TopRow : 0;
        var count = Math.Min(rows.Count - first, canvas.Height - y);
        var (from, to) = (rows[first].IndexAt(Left), rows[first + count - 1].IndexAt(Left + text.Width));
        var spans = colours().Concat(Marks(number, to, styles)).Where(span => span.Start <= to && span.End > from).ToArray();
        for (var i = 0; i < count; i++)
        {
            DrawGutter(canvas, y + i, number, isFirst: first + i == 0, styles);
            var end = rows[first + i].Draw(text, Left, y + i, styles.Text, spans, styles.Tab);
            // A selected line end, or an error at it, shows as one blank.
            if (rows.IsLast(first + i) && Array.FindLastIndex(spans, span => span.End > Buffer.Lines[number].Length) is >= 0 and var beyond)
                text.Write(end, y + i, " ", spans[beyond].Style.Over(styles.Text));
        }
        if (!IsInRows)
            DrawEdges(canvas, y, to < Buffer.Lines[number].Length, number, text.Width, styles.LineNumber);
        return count;
    }

    private void DrawGutter(CellCanvas canvas, int y, int number, bool isFirst, EditorStyles styles)
    {
        if (!isFirst)
        {
            canvas.Write(GutterWidth - 2, y, canvas.Ornaments.Continued, styles.LineNumber);
            return;
        }
        var style = number == Cursor.Line ? styles.CursorLine : styles.LineNumber;
        canvas.WriteField(0, y, (number + 1).ToString(), GutterWidth - 1, style, TextAlignment.Right);
    }

    /// <summary>Says where a line goes on beyond the edges of the view.</summary>
    private void DrawEdges(CellCanvas canvas, int y, bool goesOn, int number, int room, Style style)
    {
        if (Left > 0 && Buffer.Lines[number].Length > 0)
            canvas.Write(GutterWidth - 1, y, canvas.Ornaments.Before, style);
        if (goesOn)
            canvas.Write(GutterWidth + room, y, canvas.Ornaments.After, style);
    }

    private static IEnumerable<StyledSpan> BracketsOn(int number, (TextPosition Bracket, TextPosition Partner)? pair, Style style)
    {
        foreach (var place in pair is var (bracket, partner) ? [bracket, partner] : Array.Empty<TextPosition>())
        {
            if (place.Line == number)
                yield return new(place.Column, 1, style);
        }
    }

    /// <summary>Matches of the search, an error and the selection on a line, as far as an index.</summary>
    private IEnumerable<StyledSpan> Marks(int number, int last, EditorStyles styles)
    {
        var line = Buffer.Lines[number];
        foreach (var match in Search?.In(line).TakeWhile(match => match.Start <= last) ?? [])
            yield return new(match.Start, match.Length, styles.Match);
        if (ErrorMark is { } mark && mark.Line == number)
        {
            var start = ClusterBreaks.Snap(line, Math.Min(mark.Column, line.Length));
            yield return new(start, Math.Max(1, line.Length - mark.Column), styles.Error);
        }

        if (HasSelection && number >= SelectionStart.Line && number <= SelectionEnd.Line)
            yield return SelectedPart(line, number, styles.Selection);
    }

    private StyledSpan SelectedPart(string line, int number, Style style)
    {
        var from = number == SelectionStart.Line ? SelectionStart.Column : 0;
        var to = number == SelectionEnd.Line && Shape != SelectionShape.Lines ? SelectionEnd.Column : line.Length + 1;
        return new(from, to - from, style);
    }
}
