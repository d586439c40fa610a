using Analytics.Terminal.Cells;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>The key bindings in reach, as lines to read; made from the key map, so it cannot be out of date.</summary>
/// <param name="Lines">A heading for each context, and under it keys and help.</param>
public sealed record HelpPanel(IReadOnlyList<HelpLine> Lines)
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
        return new(lines);
    }

    /// <summary>The lines for a width in cells: headings in their own style, help in one column.</summary>
    public IReadOnlyList<StyledLine> Shown(int width, AmbiguousWidth ambiguous, Style heading, Style key)
    {
        var keys = Lines.Where(line => !line.IsHeading).Select(line => CellText.Width(line.Keys, ambiguous)).DefaultIfEmpty().Max();
        var room = Math.Max(1, width - keys - 4);
        return
        [
            .. Lines.Select(line =>
                line.IsHeading
                    ? StyledLine.Of(line.Keys, heading)
                    : StyledLine.Of([
                        ("  " + CellText.Fit(line.Keys, keys + 2, ambiguous: ambiguous), key),
                        (CellText.Truncate(line.Help, room, "…", ambiguous), default),
                    ])
            ),
        ];
    }
}

/// <summary>A line of a help panel: keys and what they do, or a heading.</summary>
public sealed record HelpLine(string Keys, string Help)
{
    /// <summary>Whether the line is a heading.</summary>
    public bool IsHeading => Help.Length == 0;
}
