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
        if (IsScrolledAway)
            return this with { Top = Math.Clamp(Top, 0, Buffer.Lines.Count - 1) };
        var cells = Cells(Cursor.Line, ambiguous);
        var column = cells.ColumnOf(Cursor.Column);
        var last = Cursor.Column < Line.Length ? cells.ColumnOf(ClusterBreaks.Next(Line, Cursor.Column)) - 1 : column;
        var room = width - GutterWidth - 1;
        return this with
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
        var line = Math.Clamp(Top + y, 0, Buffer.Lines.Count - 1);
        return new(line, Cells(line, ambiguous).IndexAt(Math.Max(0, x - GutterWidth + Left)));
    }

    /// <summary>
    /// The cell where a place of the text shows on a canvas the editor was drawn on (with the scroll position kept); it may lie outside.
    /// </summary>
    public (int X, int Y) CellOf(TextPosition place, AmbiguousWidth ambiguous = AmbiguousWidth.One) =>
        (GutterWidth + Cells(place.Line, ambiguous).ColumnOf(place.Column) - Left, place.Line - Top);

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
        for (var y = 0; y < canvas.Height && view.Top + y < Buffer.Lines.Count; y++)
        {
            var number = view.Top + y;
            canvas.WriteField(
                0,
                y,
                (number + 1).ToString(),
                GutterWidth - 1,
                number == Cursor.Line ? styles.CursorLine : styles.LineNumber,
                TextAlignment.Right
            );
            view.DrawLine(text, y, number, styles, [.. colour?.Invoke(number) ?? [], .. BracketsOn(number, pair, styles.Bracket)]);
            view.DrawEdges(canvas, y, number, text.Width, styles.LineNumber);
        }
        if (hasFocus && view.CellOf(Cursor, canvas.Ambiguous) is var (x, row) && x >= GutterWidth)
            canvas.Cursor = (x, row);
    }

    /// <summary>Says where a line goes on beyond the edges of the view.</summary>
    private void DrawEdges(CellCanvas canvas, int y, int number, int room, Style style)
    {
        var length = Buffer.Lines[number].Length;
        if (Left > 0 && length > 0)
            canvas.Write(GutterWidth - 1, y, canvas.Ornaments.Before, style);
        if (Cells(number, canvas.Ambiguous).IndexAt(Left + room) < length)
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

    private void DrawLine(CellCanvas canvas, int y, int number, EditorStyles styles, IEnumerable<StyledSpan> colours)
    {
        var line = Buffer.Lines[number];
        var over = new List<StyledSpan>();
        if (ErrorMark is { } mark && mark.Line == number)
        {
            over.Add(
                new(ClusterBreaks.Snap(line, Math.Min(mark.Column, line.Length)), Math.Max(1, line.Length - mark.Column), styles.Error)
            );
        }

        if (HasSelection && number >= SelectionStart.Line && number <= SelectionEnd.Line)
            over.Add(SelectedPart(line, number, styles.Selection));
        var last = Cells(number, canvas.Ambiguous).IndexAt(Left + canvas.Width);
        var matches =
            Search
                ?.In(line)
                .TakeWhile(match => match.Start <= last)
                .Select(match => new StyledSpan(match.Start, match.Length, styles.Match))
            ?? [];
        var end = Cells(number, canvas.Ambiguous).Draw(canvas, Left, y, styles.Text, [.. colours, .. matches, .. over], styles.Tab);
        // A selected line end, or an error at it, shows as one blank.
        if (over.Exists(span => span.End > line.Length))
            canvas.Write(end, y, " ", over.FindLast(span => span.End > line.Length).Style.Over(styles.Text));
    }

    private StyledSpan SelectedPart(string line, int number, Style style)
    {
        var from = number == SelectionStart.Line ? SelectionStart.Column : 0;
        var to = number == SelectionEnd.Line && Shape != SelectionShape.Lines ? SelectionEnd.Column : line.Length + 1;
        return new(from, to - from, style);
    }
}
