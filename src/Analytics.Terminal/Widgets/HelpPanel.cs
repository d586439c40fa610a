using Analytics.Terminal.Cells;
using Analytics.Terminal.Keys;

namespace Analytics.Terminal.Widgets;

/// <summary>The key bindings in reach, as lines to read; made from the key map, so it cannot be out of date.</summary>
/// <param name="Lines">A heading for each context, and under it keys and help.</param>
/// <param name="List">The place in the lines.</param>
public sealed record HelpPanel(IReadOnlyList<HelpLine> Lines, ListView List)
{
    /// <summary>The panel for some contexts, innermost first.</summary>
    /// <param name="map">All bindings.</param>
    /// <param name="language">Language of the help.</param>
    /// <param name="contexts">Contexts and their headings.</param>
    public static HelpPanel Of(KeyMap map, Language language, params IReadOnlyList<(string Context, string Heading)> contexts)
    {
        var reachable = map.Reachable([.. contexts.Select(c => c.Context)]);
        var lines = new List<HelpLine>();
        foreach (var (context, heading) in contexts)
        {
            var bindings = reachable.Where(b => b.Context == context && b.Chords.Count > 0).ToArray();
            if (bindings.Length == 0)
                continue;
            lines.Add(new(heading, ""));
            lines.AddRange(bindings.Select(b => new HelpLine(b.ChordText, b.Help.In(language))));
        }
        return new(lines, ListView.Of(lines.Count));
    }

    /// <summary>Draws the panel; headings in their own style, help in one column.</summary>
    public void Draw(CellCanvas canvas, ListStyles styles, Style heading, Style key)
    {
        var view = List.Scrolled(canvas.Height);
        canvas.Clear(styles.Line);
        var keyWidth = Lines.Where(line => !line.IsHeading).Select(line => canvas.Measure(line.Keys)).DefaultIfEmpty().Max();
        for (var y = 0; y < canvas.Height && view.Top + y < Lines.Count; y++)
        {
            var line = Lines[view.Top + y];
            canvas.WriteField(
                line.IsHeading ? 0 : 2,
                y,
                line.Keys,
                line.IsHeading ? canvas.Width : keyWidth,
                (line.IsHeading ? heading : key).Over(styles.Line)
            );
            canvas.WriteField(
                keyWidth + 4,
                y,
                line.Help,
                Math.Max(0, canvas.Width - keyWidth - (line.IsHeading ? canvas.Width : 5)),
                styles.Line
            );
        }
        Scrollbar.Draw(canvas.Region(new(canvas.Width - 1, 0, 1, canvas.Height)), Lines.Count, view.Top, canvas.Height, styles.Scrollbar);
    }
}

/// <summary>A line of a help panel: keys and what they do, or a heading.</summary>
public sealed record HelpLine(string Keys, string Help)
{
    /// <summary>Whether the line is a heading.</summary>
    public bool IsHeading => Help.Length == 0;
}
