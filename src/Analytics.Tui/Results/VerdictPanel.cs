using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Results;

/// <summary>The verdict of a query that compares, which stands first: above its rows and above its chart.</summary>
internal static class VerdictPanel
{
    /// <summary>Lines of a panel from which on a verdict of medium length has room, and the lines that it takes at most.</summary>
    private const int RoomyHeight = 12,
        MostLines = 3;

    /// <summary>The lines of the verdict on the result in view; none where there is none, or no room for it.</summary>
    public static IReadOnlyList<StyledLine> Lines(ResultState state, Language language, int width, int height)
    {
        if (state is not { Failed: null, Side: null, Open: { Tab: not ResultTab.Sentence, Table.Judged.Verdict: { } verdict } })
            return [];
        var medium = Wrapped(verdict.Medium.In(language), width);
        return height >= RoomyHeight && medium.Count <= MostLines ? medium
            : height > MostLines + 3 ? [.. Wrapped(verdict.Brief.In(language), width).Take(MostLines)]
            : [];
    }

    /// <summary>The panel in its part for the verdict and the rest.</summary>
    public static (CellRect Verdict, CellRect Below) Split(ResultState state, Language language, CellRect panel)
    {
        var lines = Lines(state, language, panel.Width, panel.Height).Count;
        if (lines == 0)
            return (default, panel);
        var parts = panel.SplitRows(Span.Fixed(lines), Span.Fill);
        return (parts[0], parts[1]);
    }

    private static IReadOnlyList<StyledLine> Wrapped(string text, int width) =>
        StyledLine.Of(text, Theme.Heading).Wrap(Math.Max(1, width - 1));
}
