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

    /// <summary>What is set on it, where no page led to it.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];
}

/// <summary>Runs visuals, the first one first; what runs for an earlier request of the page is stopped.</summary>
/// <param name="Generation">Its number.</param>
/// <param name="View">The page as it stands.</param>
/// <param name="Visuals">Which.</param>
internal sealed record RunVisuals(int Generation, PageView View, IReadOnlyList<string> Visuals) : ConsoleEffect;

/// <summary>Counts rows for each member of a slicer.</summary>
internal sealed record CountMembers(int Generation, PageView View, string Slicer) : ConsoleEffect;

/// <summary>A file of a page or a model was written.</summary>
internal sealed record PageFilesChanged : ConsoleEvent;

/// <param name="Tabs">The pages.</param>
/// <param name="Opened">The file that the console was opened with, if a page can be over one.</param>
internal sealed record PagesRead(IReadOnlyList<PageTab> Tabs, FileOfUser? Opened = null) : ConsoleEvent;

/// <summary>A file of the user's that a page can be over.</summary>
/// <param name="Path">The file; absolute.</param>
/// <param name="Name">What it is called among the tables.</param>
/// <param name="Page">The page over it; null where there is none yet.</param>
internal sealed record FileOfUser(string Path, string Name, string? Page);

/// <param name="Request">Its number.</param>
/// <param name="Spec">The page.</param>
/// <param name="Model">Its model, opened.</param>
/// <param name="State">What is chosen.</param>
/// <param name="Old">The same page as it was before it was read again; null for one that is opened.</param>
internal sealed record PageOpened(int Request, PageSpec Spec, OpenModel Model, PageState State, PageView? Old = null) : ConsoleEvent;

/// <summary>A page cannot be shown.</summary>
internal sealed record PageFailed(int Request, string Name, Localized Message) : ConsoleEvent;

internal sealed record VisualRead(int Generation, string Page, string Visual, VisualResult Result) : ConsoleEvent;

/// <summary>Asks which visual is being read, and how far it is.</summary>
internal sealed record ReadVisualProgress : ConsoleEffect;

/// <param name="Generation">Number of the request for visuals.</param>
/// <param name="Visual">The one that is being read.</param>
/// <param name="Percent">How far it is; null where nobody can tell.</param>
internal sealed record VisualProgress(int Generation, string Visual, double? Percent) : ConsoleEvent;

/// <summary>Reads the article that a visual shows.</summary>
internal sealed record ReadPageArticle(string Page, string Visual, string Observation) : ConsoleEffect;

internal sealed record PageArticleRead(string Page, string Visual, string Observation, ArticleText? Text) : ConsoleEvent;

internal sealed record MembersCounted(int Generation, string Page, string Slicer, IReadOnlyDictionary<string, long> Counts) : ConsoleEvent;

/// <summary>Reads the bookmarks, to be shown with one picked.</summary>
internal sealed record ReadBookmarks(string? Selected = null) : ConsoleEffect;

/// <summary>Keeps a page under a name.</summary>
internal sealed record AddBookmark(string Name, PageRequest Page, bool MayReplace) : ConsoleEffect;

/// <summary>Gives a bookmark another name.</summary>
internal sealed record RenameBookmark(string Name, string Other) : ConsoleEffect;

/// <summary>Deletes a bookmark.</summary>
internal sealed record RemoveBookmark(string Name) : ConsoleEffect;

internal sealed record BookmarksRead(IReadOnlyList<BookmarkEntry> Entries, string? Selected) : ConsoleEvent;

internal sealed record BookmarkAdded(string Name, string File) : ConsoleEvent;

/// <summary>Another bookmark has the name.</summary>
internal sealed record BookmarkTaken(string Name) : ConsoleEvent;

internal sealed record BookmarksFailed(Localized Message) : ConsoleEvent;

/// <summary>Writes a page with all its rows, or one of its visuals, to a file, in the form that its ending names.</summary>
internal sealed record SavePage(string Path, PageView View, string? Visual, Language Language, bool MayReplace) : ConsoleEffect;

/// <summary>Opens the file of a page in the user's editor, at its first fault if it has one.</summary>
internal sealed record EditPage(string Name) : ConsoleEffect;

internal sealed record PageEdited(string? Failure) : ConsoleEvent;

internal sealed record PageSaved(string Path) : ConsoleEvent;

/// <summary>There is a file of that name already.</summary>
internal sealed record PageExists(SavePage Save) : ConsoleEvent;

internal sealed record PageNotSaved(Localized Message) : ConsoleEvent;

/// <summary>Makes a model and a page of a file, in the user's folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">What both are called; null for the file's own name.</param>
internal sealed record ProposePage(string Path, string? Name = null) : ConsoleEffect;

internal sealed record PageProposed(string Name, string Page) : ConsoleEvent;

internal sealed record PageNotProposed(Localized Message) : ConsoleEvent;
