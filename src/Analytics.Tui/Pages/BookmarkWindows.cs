using Analytics.Figures;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>A bookmark as the list shows it.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Command">What opens it.</param>
/// <param name="Page">The page that it opens; null where the command opens none.</param>
internal sealed record BookmarkEntry(string Name, string Command, PageRequest? Page);

/// <summary>The bookmarks: to open, to name, to delete.</summary>
internal sealed record BookmarksWindow(
    string Title,
    IReadOnlyList<(string Label, string Detail)> Items,
    ListView List,
    IReadOnlyList<BookmarkEntry> Entries
) : PickWindow<PagesState>(Title, Items, List)
{
    public static BookmarksWindow Of(Texts texts, IReadOnlyList<BookmarkEntry> entries, string? selected)
    {
        var at = selected is null ? -1 : entries.ToList().FindIndex(e => e.Name == selected);
        return new(
            texts.BookmarksTitle,
            [.. entries.Select(e => (e.Name, e.Command))],
            ListView.Of(entries.Count).Select(Math.Max(0, at)),
            entries
        );
    }

    public override IReadOnlyList<string> Contexts => [KeyContext.Bookmarks, KeyContext.Pick, KeyContext.Always];

    public BookmarkEntry? Selected => List.Selected >= 0 && List.Selected < Entries.Count ? Entries[List.Selected] : null;

    protected override bool IsWide => true;

    public override Part<PagesState> Accept(Part<PagesState> part) =>
        Selected is not { } entry ? part with { Window = null }
        : entry.Page is { } page ? BookmarkActions.Open(part with { Window = null }, page)
        : part.Say(part.Texts.NoPageInBookmark(entry.Name), isError: true);
}

/// <summary>Asks what a bookmark is to be called.</summary>
/// <param name="Text">What is typed so far.</param>
/// <param name="Old">Its name so far; null for a new one.</param>
/// <param name="Error">Why the answer was refused; empty while nothing is wrong.</param>
internal sealed record BookmarkNameWindow(TextField Text, string? Old = null, string Error = "") : LineWindow<PagesState>(Text, Error)
{
    /// <summary>The name that another bookmark is known to have, which a second Enter replaces.</summary>
    public string? Taken { get; init; }

    protected override int Width => 70;

    public override IReadOnlyList<string> Contexts => [KeyContext.Ask, KeyContext.Always];

    public override Part<PagesState> Accept(Part<PagesState> part)
    {
        var name = Text.Text.Trim();
        if (name.Length == 0)
            return part with { Window = this with { Error = part.Texts.NameNeeded } };
        if (Old is { } old)
            return part.Doing(new RenameBookmark(old, name));
        return part.Own.Open is { } view
            ? part.Doing(new AddBookmark(name, PageActions.RequestOf(view, part.Language), MayReplace: Taken == name))
            : part with
            {
                Window = null,
            };
    }

    protected override string TitleOf(Texts texts) => Old is null ? texts.AddBookmarkTitle : texts.RenameBookmarkTitle(Old);

    protected override string Hint(Texts texts) => texts.BookmarkHint;
}

/// <summary>Asks whether a bookmark is to go.</summary>
internal sealed record DeleteBookmarkWindow : DialogWindow<PagesState>
{
    private readonly string _name;

    public DeleteBookmarkWindow(Texts texts, string name)
        : base(texts.DeleteBookmarkTitle, texts.AskDeleteBookmark(name), Texts.Button(texts.DeleteBookmarkTitle, 'D')) => _name = name;

    protected override Part<PagesState> Agreed(Part<PagesState> part) => part.Doing(new RemoveBookmark(_name));
}

/// <summary>What keys and answers do to bookmarks.</summary>
internal static class BookmarkActions
{
    /// <summary>Asks for a name for the page in view, with a proposal.</summary>
    public static Part<PagesState> Ask(Part<PagesState> part, PageView view) =>
        part with
        {
            Window = new BookmarkNameWindow(TextField.Of(VisualTitles.Filled(view, view.Spec.Title.In(part.Language), part.Language))),
        };

    /// <summary>Does an action of the list; null if it is about something else.</summary>
    public static Part<PagesState>? Do(Part<PagesState> part, ConsoleAction action) =>
        part.Window is not BookmarksWindow { Selected: { } entry }
            ? null
            : action switch
            {
                ConsoleAction.BookmarkRename => part with { Window = new BookmarkNameWindow(TextField.Of(entry.Name), entry.Name) },
                ConsoleAction.BookmarkDelete => part with { Window = new DeleteBookmarkWindow(part.Texts, entry.Name) },
                _ => null,
            };

    /// <summary>Opens the page of a bookmark as it was kept.</summary>
    public static Part<PagesState> Open(Part<PagesState> part, PageRequest page) =>
        PageActions.Ask(
            part with
            {
                Own = PageActions.Leave(part.Own),
            },
            request => new OpenPage(request, page.Page, null, OpenPage.NothingPassed) { Settings = page.Settings }
        );

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<PagesState>? Apply(Part<PagesState> part, ConsoleEvent answer) =>
        answer switch
        {
            BookmarksRead { Entries.Count: 0 } => (part with { Window = null }).Say(part.Texts.NoBookmarks),
            BookmarksRead read => part with { Window = BookmarksWindow.Of(part.Texts, read.Entries, read.Selected) },
            BookmarkAdded added => (part with { Window = null }).Announce(part.Texts.BookmarkAdded(added.Name, added.File)),
            BookmarkTaken taken => part.Window is BookmarkNameWindow window
                ? part with
                {
                    Window = window with { Error = part.Texts.BookmarkExists(taken.Name), Taken = taken.Name },
                }
                : part,
            BookmarksFailed failed => part.Window is BookmarkNameWindow window
                ? part with
                {
                    Window = window with { Error = failed.Message.In(part.Language).ReplaceLineEndings(" ") },
                }
                : (part with { Window = null }).Announce(failed.Message, isError: true),
            _ => null,
        };
}
