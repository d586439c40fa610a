using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>Which keys hold now.</summary>
internal static class ConsoleContexts
{
    /// <summary>The contexts in reach, innermost first.</summary>
    public static IReadOnlyList<string> Of(ConsoleState state) =>
        state.Window is { } window ? window.Contexts
        : state.Pages.IsShown ? [.. OfPage(state), KeyContext.Anywhere, KeyContext.Always]
        : state.ShowsRunning ? [KeyContext.Running, .. OfPanel(state), KeyContext.Anywhere, KeyContext.Always]
        : [.. OfPanel(state), KeyContext.Anywhere, KeyContext.Always];

    private static IEnumerable<string> OfPage(ConsoleState state) =>
        state.Pages.Open switch
        {
            { Slicing.List: not null } => [KeyContext.SlicerList],
            { Slicing: not null } => [KeyContext.Slicers, KeyContext.Page],
            _ => [KeyContext.Page],
        };

    private static IEnumerable<string> OfPanel(ConsoleState state) =>
        state.Focus switch
        {
            Panel.Catalogue when state.Catalogue.Filter is not null => [KeyContext.Filter],
            Panel.Catalogue => [KeyContext.Catalogue, KeyContext.Browse],
            Panel.Query => state.Query.ShownForm is not null ? [KeyContext.Form]
            : state.Query.Find is not null ? [KeyContext.Find, KeyContext.Editor]
            : [KeyContext.Editor],
            _ => OfResult(state.Result),
        };

    private static string OfTab(ResultTab tab) =>
        tab switch
        {
            ResultTab.Grid => KeyContext.Grid,
            ResultTab.Chart => KeyContext.Chart,
            _ => KeyContext.Sentence,
        };

    private static IEnumerable<string> OfQuery(QueryRequest query) =>
        query is CannedRequest { Values.Count: > 0 } ? [KeyContext.Parameters] : [];

    private static IEnumerable<string> OfResult(ResultState result) =>
        result switch
        {
            { Failed: not null } or { Open: null } => [KeyContext.Browse],
            { Open: var open } => [OfTab(open.Tab), .. OfQuery(open.Query), KeyContext.Result, KeyContext.Browse],
        };
}
