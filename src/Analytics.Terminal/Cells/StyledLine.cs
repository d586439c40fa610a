using Analytics.Terminal.Text;

namespace Analytics.Terminal.Cells;

/// <summary>A line of text with its styles, made before it is drawn, so that views can count and scroll lines.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The style of all of it.</param>
/// <param name="Spans">Stretches with their own style, laid over.</param>
public sealed record StyledLine(string Text, Style Style, IReadOnlyList<StyledSpan> Spans)
{
    /// <summary>An empty line.</summary>
    public static StyledLine Empty { get; } = new("", default, []);

    /// <summary>A line in one style.</summary>
    public static StyledLine Of(string text, Style style = default) => new(text, style, []);

    /// <summary>A line of pieces, one after another, each in its own style.</summary>
    public static StyledLine Of(params IReadOnlyList<(string Text, Style Style)> pieces)
    {
        var spans = new List<StyledSpan>();
        var at = 0;
        foreach (var (text, style) in pieces)
        {
            spans.Add(new(at, text.Length, style));
            at += text.Length;
        }
        return new(string.Concat(pieces.Select(piece => piece.Text)), default, spans);
    }

    /// <summary>
    /// The line wrapped as <see cref="CellText.Wrap"/> does; the spans go with their characters, also where unprintable ones become longer.
    /// </summary>
    public IReadOnlyList<StyledLine> Wrap(int cells, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var printable = Printable.Of(Text);
        var spans = printable.Length == Text.Length ? Spans : [.. Spans.Select(Shown)];
        var lines = new List<StyledLine>();
        var at = 0;
        foreach (var line in CellText.Wrap(printable, cells, ambiguous))
        {
            // Each line is a stretch of the text; between two there are only the blanks dropped at the break.
            at = printable.IndexOf(line, at, StringComparison.Ordinal);
            lines.Add(new(line, Style, [.. Within(spans, at, line.Length)]));
            at += line.Length;
        }
        return lines;
    }

    private StyledSpan Shown(StyledSpan span)
    {
        var start = Printable.Of(Text[..span.Start]).Length;
        return new(start, Printable.Of(Text[..span.End]).Length - start, span.Style);
    }

    private static IEnumerable<StyledSpan> Within(IReadOnlyList<StyledSpan> spans, int start, int length)
    {
        foreach (var span in spans)
        {
            var (from, to) = (Math.Max(span.Start, start), Math.Min(span.End, start + length));
            if (from < to)
                yield return new(from - start, to - from, span.Style);
        }
    }
}

/// <summary>Lines to read, scrolled.</summary>
public static class StyledLines
{
    /// <summary>
    /// Draws the lines from <paramref name="top"/> on, as many as there is room for, and a scroll bar where they are more.
    /// </summary>
    /// <returns>The first line shown, which is less than asked for where fewer lines follow than there is room for.</returns>
    public static int Draw(CellCanvas canvas, IReadOnlyList<StyledLine> lines, int top, Style scrollbar = default)
    {
        var first = Math.Clamp(top, 0, Math.Max(0, lines.Count - canvas.Height));
        for (var y = 0; y < canvas.Height && first + y < lines.Count; y++)
            canvas.WriteSpans(0, y, lines[first + y].Text, lines[first + y].Style, lines[first + y].Spans, canvas.Width);
        Widgets.Scrollbar.Draw(canvas.Region(new(canvas.Width - 1, 0, 1, canvas.Height)), lines.Count, first, canvas.Height, scrollbar);
        return first;
    }
}
