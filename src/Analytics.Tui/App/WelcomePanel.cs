using Analytics.Terminal.Cells;
using Analytics.Tui.Settings;

namespace Analytics.Tui.App;

/// <summary>
/// What stands in the result panel before the first result: what this is, what it holds, what to press, and what is wrong with the data.
/// </summary>
internal static class WelcomePanel
{
    private const int RoomyHeight = 20;

    /// <summary>The settings window has all.</summary>
    private const int MostSettingsFaults = 3;

    /// <summary>Draws the lines, with a blank one between each two where there is room.</summary>
    public static void Draw(ConsoleState state, CellCanvas canvas)
    {
        StyledLine[] gap = canvas.Height >= RoomyHeight ? [StyledLine.Empty] : [];
        var lines = Lines(state).SelectMany(line => line.Wrap(Math.Max(1, canvas.Width - 1), canvas.Ambiguous).Concat(gap));
        StyledLines.Draw(canvas, [.. lines], 0, Theme.Dim);
    }

    private static IEnumerable<StyledLine> Lines(ConsoleState state)
    {
        var texts = state.Texts;
        foreach (var fault in state.Settings.Faults.Take(MostSettingsFaults).Concat(state.Faults))
        {
            foreach (var (number, line) in fault.In(state.Language).Split('\n').Index())
                yield return StyledLine.Of([(number == 0 ? texts.Fault : "  ", Theme.Error), (line, Theme.Plain)]);
        }

        if (state.Settings.Faults.Length - MostSettingsFaults is > 0 and var more)
            yield return StyledLine.Of(texts.MoreSettingsFaults(more), Theme.Error);
        yield return StyledLine.Of(texts.About, Theme.Bold);
        yield return StyledLine.Of(texts.AboutComparing, Theme.Warning);
        if (state.Catalogue.Facts is { } facts)
        {
            yield return StyledLine.Of(texts.Facts(facts.Figures, facts.Counties, facts.Articles, facts.Sources));
            var missing = state.Language == Language.En ? facts.NoSourceEn : facts.NoSourceZh;
            if (missing.Length > 0)
                yield return StyledLine.Of(texts.NoSource(missing));
        }
        else if (state.Faults.Count == 0)
        {
            yield return StyledLine.Of(state.IsSessionOpen ? texts.Loading : texts.Starting, Theme.Dim);
        }

        yield return StyledLine.Of(Keys(state));
        yield return StyledLine.Of(texts.Disclaimer, Theme.Dim);
    }

    private static IReadOnlyList<(string, Style)> Keys(ConsoleState state)
    {
        var texts = state.Texts;
        (string? Key, string Does)[] keys =
        [
            (state.Keys.FirstKey(KeyContext.Catalogue, ConsoleAction.OpenEntry), texts.KeyOpensQuery),
            (state.Keys.FirstKey(KeyContext.Anywhere, ConsoleAction.FocusSql), texts.KeyWritesSql),
            (
                state.Keys.FirstKey(KeyContext.Browse, ConsoleAction.Help) ?? state.Keys.FirstKey(KeyContext.Anywhere, ConsoleAction.Help),
                texts.KeyHelps
            ),
        ];
        return
        [
            (texts.BeginWith, Theme.Plain),
            .. keys.Where(k => k.Key is not null).SelectMany(k => new[] { (k.Key!, Theme.Heading), ($" {k.Does}  ", Theme.Plain) }),
        ];
    }
}
