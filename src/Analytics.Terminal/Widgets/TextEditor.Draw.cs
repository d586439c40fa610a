using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>How an editor draws its parts.</summary>
/// <param name="Text">Plain text and the background.</param>
/// <param name="Selection">Selected text.</param>
/// <param name="LineNumber">Line numbers.</param>
/// <param name="CursorLine">The number of the cursor's line.</param>
/// <param name="Error">The place of an error.</param>
public sealed record EditorStyles(Style Text, Style Selection, Style LineNumber, Style CursorLine, Style Error)
{
    /// <summary>The terminal's own colours.</summary>
    public static EditorStyles Plain { get; } = new(
        default, Style.Default.With(TextAttributes.Reverse), Style.Default.With(TextAttributes.Dim),
        Style.Default.With(TextAttributes.Bold), Style.Of(Color.Basic(1)).With(TextAttributes.Underline));
}

public sealed partial record TextEditor
{
    private int GutterWidth => Buffer.Lines.Count.ToString().Length + 1;

    /// <summary>
    /// The editor scrolled by as little as shows the cursor on a canvas of that size. <see cref="Draw"/> does this for itself;
    /// an application keeps the result so that the scroll position is remembered.
    /// </summary>
    public TextEditor Scrolled(int width, int height, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var column = CellText.ColumnOf(Line, Cursor.Column, ambiguous);
        return this with
        {
            Top = Scrolling.Show(Top, Cursor.Line, height),
            Left = Scrolling.Show(Left, column, width - GutterWidth),
        };
    }

    /// <summary>The place under a cell of a canvas the editor was drawn on (with the scroll position kept, see <see cref="Scrolled"/>).</summary>
    public TextPosition PositionAtCell(int x, int y, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var line = Math.Clamp(Top + y, 0, Buffer.Lines.Count - 1);
        return new(line, CellText.IndexAt(Buffer.Lines[line], Math.Max(0, x - GutterWidth) + Left, ambiguous));
    }

    /// <summary>Draws line numbers and text; with focus, places the terminal's cursor (where an input method puts its candidates).</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="styles">How.</param>
    /// <param name="hasFocus">Whether the cursor stands here.</param>
    /// <param name="colour">The styles of the stretches of a line, given its number; null for none.</param>
    public void Draw(CellCanvas canvas, EditorStyles styles, bool hasFocus, Func<int, IReadOnlyList<StyledSpan>>? colour = null)
    {
        var view = Scrolled(canvas.Width, canvas.Height, canvas.Ambiguous);
        canvas.Clear(styles.Text);
        var text = canvas.Region(canvas.Bounds with { X = GutterWidth, Width = Math.Max(0, canvas.Width - GutterWidth) });
        for (var y = 0; y < canvas.Height && view.Top + y < Buffer.Lines.Count; y++)
        {
            var number = view.Top + y;
            canvas.WriteField(0, y, (number + 1).ToString(), GutterWidth - 1, number == Cursor.Line ? styles.CursorLine : styles.LineNumber, TextAlignment.Right);
            view.DrawLine(text, y, number, styles, colour?.Invoke(number) ?? []);
        }
        if (hasFocus)
            text.Cursor = (CellText.ColumnOf(Line, Cursor.Column, canvas.Ambiguous) - view.Left, Cursor.Line - view.Top);
    }

    private void DrawLine(CellCanvas canvas, int y, int number, EditorStyles styles, IReadOnlyList<StyledSpan> colours)
    {
        var line = Buffer.Lines[number];
        var spans = new List<StyledSpan>(colours);
        if (ErrorMark is { } mark && mark.Line == number)
            spans.Add(new(CellText.Snap(line, Math.Min(mark.Column, line.Length)), Math.Max(1, line.Length - mark.Column), styles.Error));
        if (HasSelection && number >= SelectionStart.Line && number <= SelectionEnd.Line)
            spans.Add(SelectedPart(line, number, styles.Selection));
        var end = canvas.WriteSpans(-Left, y, line, styles.Text, spans);
        // A selected line end, or an error at it, shows as one blank.
        if (spans.Exists(span => span.End > line.Length))
            canvas.Write(end, y, " ", spans.FindLast(span => span.End > line.Length).Style.Over(styles.Text));
    }

    private StyledSpan SelectedPart(string line, int number, Style style)
    {
        var from = number == SelectionStart.Line ? SelectionStart.Column : 0;
        var to = number == SelectionEnd.Line ? SelectionEnd.Column : line.Length + 1;
        return new(from, to - from, style);
    }
}
