using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Figures;

namespace Analytics.Tui.Pages;

/// <summary>Lists the pages.</summary>
internal sealed record ReadPages : ConsoleEffect;

/// <summary>Reads a page.</summary>
/// <param name="Request">Its number.</param>
/// <param name="Name">The page.</param>
/// <param name="From">The page that led to it, whose choices it takes over; null for none.</param>
/// <param name="Passed">Members that slicers are set to, by slicer, over what is taken over.</param>
internal sealed record OpenPage(int Request, string Name, PageView? From, IReadOnlyDictionary<string, IReadOnlyList<string>> Passed)
    : ConsoleEffect
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NothingPassed =
        new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Runs visuals, the first one first; what runs for an earlier request of the page is stopped.</summary>
/// <param name="Generation">Its number.</param>
/// <param name="View">The page as it stands.</param>
/// <param name="Visuals">Which.</param>
internal sealed record RunVisuals(int Generation, PageView View, IReadOnlyList<string> Visuals) : ConsoleEffect;

/// <summary>Counts rows for each member of a slicer.</summary>
internal sealed record CountMembers(int Generation, PageView View, string Slicer) : ConsoleEffect;

internal sealed record PagesRead(IReadOnlyList<PageTab> Tabs) : ConsoleEvent;

internal sealed record PageOpened(int Request, PageSpec Spec, OpenModel Model, PageState State) : ConsoleEvent;

/// <summary>A page cannot be shown.</summary>
internal sealed record PageFailed(int Request, string Name, Localized Message) : ConsoleEvent;

internal sealed record VisualRead(int Generation, string Page, string Visual, VisualResult Result) : ConsoleEvent;

/// <summary>Reads the article that a visual shows.</summary>
internal sealed record ReadPageArticle(string Page, string Visual, string Observation) : ConsoleEffect;

internal sealed record PageArticleRead(string Page, string Visual, string Observation, ArticleText? Text) : ConsoleEvent;

internal sealed record MembersCounted(int Generation, string Page, string Slicer, IReadOnlyDictionary<string, long> Counts) : ConsoleEvent;
