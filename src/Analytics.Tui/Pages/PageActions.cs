using System.Collections.Immutable;
using Analytics.Engine.Pages;
using Analytics.Figures;

namespace Analytics.Tui.Pages;

/// <summary>What keys and answers do to pages.</summary>
internal static class PageActions
{
    private const int MostUndo = 200;

    /// <summary>Does an action; null if it is about something else, or no page is in view.</summary>
    public static Part<PagesState>? Do(Part<PagesState> part, ConsoleAction action)
    {
        if (action == ConsoleAction.ShowPages)
            return Show(part);
        if (part.Own is not { IsShown: true, Open: { } view })
            return null;
        if (part.Window is not null)
            return InWindow(part, view, action);
        if (part.Own.Faulty is { } faulty && action == ConsoleAction.PageOpen)
            return (part with { Own = part.Own with { Faulty = null } }).Doing(new EditPage(faulty));
        part = part with { Own = part.Own with { Faulty = null } };
        return action switch
        {
            ConsoleAction.NextPanel => Turned(part, view, 1),
            ConsoleAction.PreviousPanel => Turned(part, view, -1),
            ConsoleAction.Zoom => With(part, view with { IsZoomed = !view.IsZoomed }),
            ConsoleAction.PageFilter => Marked(part, view, isExcluded: false),
            ConsoleAction.PageExclude => Marked(part, view, isExcluded: true),
            ConsoleAction.PageOpen => PageDrilling.Open(part, view),
            ConsoleAction.PageBack => Back(part, view),
            ConsoleAction.PageForward => Forward(part, view),
            ConsoleAction.PageDrillDown => Drilled(part, view, 1),
            ConsoleAction.PageDrillUp => Drilled(part, view, -1),
            ConsoleAction.PageSlicers => SlicerActions.Enter(part, view),
            ConsoleAction.PageReset => Changed(part, view, view.State.Reset(view.Spec, view.Members), part.Texts.FiltersReset),
            ConsoleAction.PageUndo => Undone(part, view),
            ConsoleAction.PageRedo => Redone(part, view),
            ConsoleAction.PageRun => Reread(part),
            ConsoleAction.PageBookmark => BookmarkActions.Ask(part, view),
            ConsoleAction.PageBookmarks => part.Doing(new ReadBookmarks()),
            ConsoleAction.PageNew => PageProposing.Ask(part),
            ConsoleAction.PageSave => PageSaving.Ask(part, view),
            ConsoleAction.PageSaveVisual => PageSaving.AskVisual(part, view),
            ConsoleAction.PageRecord => PageRecordWindow.Open(part, view),
            ConsoleAction.PageSearch => PageSearch.Ask(part),
            ConsoleAction.PageSearchNext => PageSearch.Again(part, 1),
            ConsoleAction.PageSearchPrevious => PageSearch.Again(part, -1),
            ConsoleAction.PageNextFigure => PageDrilling.Figure(part, view, 1),
            ConsoleAction.PagePreviousFigure => PageDrilling.Figure(part, view, -1),
            ConsoleAction.PageAsResult => PageDrilling.AsResult(part, view),
            ConsoleAction.PageNextKind => OfKind(part, view, 1),
            ConsoleAction.PagePreviousKind => OfKind(part, view, -1),
            ConsoleAction.PageCopy => PageCopying.Mark(part, view),
            ConsoleAction.PageCopyAll => PageCopying.All(part, view),
            ConsoleAction.PageEdit => part.Doing(new EditPage(view.Spec.Name)),
            ConsoleAction.PageArticle => PageDrilling.Article(part, view),
            ConsoleAction.Back => Escaped(part, view),
            _ => null,
        };
    }

    private static Part<PagesState>? InWindow(Part<PagesState> part, PageView view, ConsoleAction action) =>
        (part.Window, action) switch
        {
            (PageRecordWindow, ConsoleAction.PreviousRow) => PageRecordWindow.Turned(part, view, -1),
            (PageRecordWindow, ConsoleAction.NextRow) => PageRecordWindow.Turned(part, view, 1),
            _ => BookmarkActions.Do(part, action),
        };

    /// <summary>The page with all that is chosen on it.</summary>
    public static PageRequest RequestOf(PageView view, Language language) =>
        new(view.Spec.Name, PageSettings.Of(view.Spec, view.Members, view.State, language));

    /// <summary>Takes in an answer; null if it is about something else.</summary>
    public static Part<PagesState>? Apply(Part<PagesState> part, ConsoleEvent answer) =>
        answer switch
        {
            PagesRead read => Listed(part, read),
            PageFilesChanged => Reread(part),
            PageEdited { Failure: { } failure } => part.Say(failure, isError: true),
            PageEdited => Reread(part),
            PageOpened opened => opened.Request == part.Own.Reading ? Opened(part, opened) : part,
            PageFailed failed => failed.Request == part.Own.Reading ? Failed(part, failed) : part,
            VisualRead read => part.Own.Open is { } view && view.Spec.Name == read.Page && view.Generation == read.Generation
                ? WithArticles(With(part, Taken(view, read, part.Language)))
                : part,
            VisualProgress progress => part.Own.Open is { } view && view.Generation == progress.Generation
                ? With(part, view with { Progress = progress.Percent is { } percent ? (progress.Visual, percent) : null })
                : part,
            PageArticleRead read => part.Own.Open is { } view
            && view.Spec.Name == read.Page
            && view.ViewOf(read.Visual) is { } seen
            && seen.ArticleOf == read.Observation
                ? With(part, view.With(read.Visual, seen with { Article = read.Text }))
                : part,
            MembersCounted counted => part.Own.Open is { } view && view.Generation == counted.Generation
                ? With(part, SlicerActions.Counted(view, counted, part.Size))
                : part,
            _ => BookmarkActions.Apply(part, answer) ?? PageSaving.Apply(part, answer) ?? PageProposing.Apply(part, answer),
        };

    /// <summary>With the page in view changed, and nothing asked for.</summary>
    public static Part<PagesState> With(Part<PagesState> part, PageView view) => part with { Own = part.Own with { Open = view } };

    /// <summary>With other choices, to be taken back by undo; the visuals are run again.</summary>
    public static Part<PagesState> Changed(Part<PagesState> part, PageView view, PageState state, string? said = null)
    {
        if (state.Equals(view.State))
            return With(part, view);
        var undo = view.Undo.Add(view.State);
        var next = VisualMarks.Unblocked(view) with { State = state, Undo = undo.Count > MostUndo ? undo.RemoveAt(0) : undo, Redo = [] };
        var run = Run(part, next);
        return said is null ? run : run.Say(said);
    }

    /// <summary>Asks for all visuals of a page, that under the cursor first.</summary>
    public static Part<PagesState> Run(Part<PagesState> part, PageView view)
    {
        var generation = part.LastRequest + 1;
        var next = view with { Generation = generation, AskedAt = part.Now };
        var order = PagePlaces.Order(view.Spec, part.Size).Select(v => v.Name).OrderBy(n => n != view.Focus);
        return With(part with { LastRequest = generation }, next).Doing(new RunVisuals(generation, next, [.. order]));
    }

    /// <summary>With the cursor or the focus moved: sentences that follow begin anew, articles that follow are asked for.</summary>
    public static Part<PagesState> Following(Part<PagesState> part, PageView before, PageView view)
    {
        var next = view;
        foreach (var visual in view.Spec.Visuals.Where(v => v.Kind == VisualKind.Sentences && v.Follow is not null))
        {
            if (Row(before, visual.Follow!) != Row(view, visual.Follow!))
                next = next.With(visual.Name, next.ViewOf(visual.Name) with { Row = 0, Top = 0 });
        }

        return WithArticles(With(part, next));
    }

    /// <summary>Asks for the articles that follow another sentence than the one they show.</summary>
    private static Part<PagesState> WithArticles(Part<PagesState> part)
    {
        var view = part.Own.Open!;
        foreach (var visual in view.Spec.Visuals.Where(v => v is { Kind: VisualKind.Article, Follow: not null }))
        {
            var seen = view.ViewOf(visual.Name);
            if (VisualMarks.EvidenceAt(view, visual.Follow!) is not [var id, ..] || id == seen.ArticleOf)
                continue;
            view = view.With(visual.Name, seen with { ArticleOf = id, Top = 0 });
            part = With(part, view).Doing(new ReadPageArticle(view.Spec.Name, visual.Name, id));
        }

        return part;
    }

    private static int Row(PageView view, string visual) => view.ViewOf(visual).Row;

    /// <summary>Goes to a page by its name, as it was left or as it opens.</summary>
    public static Part<PagesState> Go(Part<PagesState> part, string name)
    {
        if (part.Own.Open is { } open && open.Spec.Name == name)
            return part with { Own = part.Own with { IsShown = true } };
        var left = Leave(part.Own) with { IsShown = true };
        if (!left.Left.TryGetValue(name, out var known))
            return Ask(part with { Own = left }, name, part.Own.Open, OpenPage.NothingPassed);
        return ComeBack(part with { Own = left }, PageDrilling.Synced(known, part.Own.Open));
    }

    /// <summary>A page as it was left; where files have changed since, it is read again, and stays as it was if that fails.</summary>
    private static Part<PagesState> ComeBack(Part<PagesState> part, PageView view)
    {
        var shown = Run(part, view);
        return view.Changes == part.Own.Changes ? shown : Ask(shown, view.Spec.Name, shown.Own.Open, OpenPage.NothingPassed);
    }

    /// <summary>Asks for a page to be read.</summary>
    public static Part<PagesState> Ask(
        Part<PagesState> part,
        string name,
        PageView? from,
        IReadOnlyDictionary<string, IReadOnlyList<string>> passed
    ) => Ask(part, request => new OpenPage(request, name, from, passed));

    /// <inheritdoc cref="Ask(Part{PagesState}, string, PageView?, IReadOnlyDictionary{string, IReadOnlyList{string}})"/>
    public static Part<PagesState> Ask(Part<PagesState> part, Func<int, OpenPage> open)
    {
        var request = part.LastRequest + 1;
        return (part with { LastRequest = request, Own = part.Own with { Reading = request } }).Doing(open(request));
    }

    /// <summary>The pages with the one in view kept to be come back to.</summary>
    public static PagesState Leave(PagesState pages) =>
        pages.Open is not { } open
            ? pages
            : pages with
            {
                Left = pages.Left.SetItem(open.Spec.Name, open with { Slicing = null }),
                Back = pages.Back.Push(open with { Slicing = null }),
                Forward = [],
            };

    private static Part<PagesState> Show(Part<PagesState> part) =>
        part.Own.Open is null
            ? (part with { Own = part.Own with { IsShown = true } }).Doing(new ReadPages())
            : part with
            {
                Own = part.Own with { IsShown = true },
            };

    private static Part<PagesState> Listed(Part<PagesState> part, PagesRead read)
    {
        // A page whose file has become faulty is still in view: its tab keeps title and place.
        var tabs = read.Tabs.Select(t =>
            t.Fault is null ? t : (part.Own.Tabs.FirstOrDefault(k => k.Name == t.Name) ?? t) with { Fault = t.Fault }
        );
        var pages = part.Own with { Tabs = [.. tabs.OrderByDescending(t => t.IsHome)] };
        return
            pages is { IsShown: true, Open: null, Tabs: [var first, ..] }
            && (pages.Tabs.FirstOrDefault(t => t.Fault is null) ?? first) is var home
            ? Ask(
                PageProposing.Offered(part with { Own = pages }, read.Opened),
                request => new OpenPage(request, pages.Wanted?.Page ?? read.Opened?.Page ?? home.Name, null, OpenPage.NothingPassed)
                {
                    Settings = pages.Wanted?.Settings ?? [],
                }
            )
            : part with
            {
                Own = pages,
            };
    }

    private static Part<PagesState> Opened(Part<PagesState> part, PageOpened opened)
    {
        var order = PagePlaces.Order(opened.Spec, part.Size);
        var first = order.FirstOrDefault(v => VisualMarks.HasCursor(v.Kind)) ?? order[0];
        var view = new PageView(opened.Spec, opened.Model, opened.State) { Focus = first.Name, Changes = part.Own.Changes };
        part = part with
        {
            Own = part.Own with
            {
                Faulty = null,
                Tabs = [.. part.Own.Tabs.Select(t => t.Name == view.Spec.Name ? t with { Fault = null } : t)],
            },
        };
        return opened.Old is { } old
            ? Run(part.Message.IsError ? part with { Message = default } : part, Kept(view, old))
            : Run(part, view);
    }

    /// <summary>A page that was read again with all that is seen of it, as far as there still is what it is seen in.</summary>
    private static PageView Kept(PageView view, PageView old) =>
        view with
        {
            Undo = old.Undo,
            Redo = old.Redo,
            Focus = view.Spec.Visuals.Any(v => v.Name == old.Focus) ? old.Focus : view.Focus,
            IsZoomed = old.IsZoomed,
            Views = old.Views.Where(v => view.Spec.Visuals.Any(s => s.Name == v.Key)).ToImmutableDictionary(),
        };

    /// <summary>What lies in the files now: the list of pages, and the page in view where it can be read.</summary>
    private static Part<PagesState> Reread(Part<PagesState> part)
    {
        var listed = (part with { Own = part.Own with { Changes = part.Own.Changes + 1 } }).Doing(new ReadPages());
        return listed.Own.Open is { } view ? Ask(listed, view.Spec.Name, view, OpenPage.NothingPassed) : listed;
    }

    private static Part<PagesState> Failed(Part<PagesState> part, PageFailed failed) =>
        part.Own.Open is { } view && view.Spec.Name == failed.Name
            ? WithFault(part, failed).Say(part.Texts.OldPageKept(failed.Message.In(part.Language)), isError: true)
            : NotOpened(WithFault(part, failed), failed);

    private static Part<PagesState> WithFault(Part<PagesState> part, PageFailed failed) =>
        part with
        {
            Own = part.Own with
            {
                Faulty = failed.Name,
                Tabs = [.. part.Own.Tabs.Select(t => t.Name == failed.Name ? t with { Fault = failed.Message } : t)],
            },
        };

    private static Part<PagesState> NotOpened(Part<PagesState> part, PageFailed failed) =>
        (part with { Own = part.Own with { IsShown = part.Own.Open is not null } }).Announce(failed.Message, isError: true);

    private static PageView Taken(PageView view, VisualRead read, Language language)
    {
        var old = view.ViewOf(read.Visual);
        var shown = ShownVisual.Of(read.Result, view.Members, language);
        var next = old with { Result = read.Result, Shown = shown, Generation = read.Generation };
        return VisualMarks.Clamped(VisualMarks.Found(view.With(read.Visual, next) with { Progress = null }, read.Visual), read.Visual);
    }

    private static Part<PagesState> Turned(Part<PagesState> part, PageView view, int step)
    {
        var order = PagePlaces.Order(view.Spec, part.Size);
        var at = order.Select(v => v.Name).ToList().IndexOf(view.Focus);
        return With(part, view with { Focus = order[(at + step + order.Count) % order.Count].Name, Slicing = null });
    }

    private static Part<PagesState> Marked(Part<PagesState> part, PageView view, bool isExcluded)
    {
        var marks = VisualMarks.Block(view, view.Focus);
        return marks.Count == 0
            ? part.Say(part.Texts.NothingToFilterBy)
            : Changed(part, view, view.State.ToggleMarks(view.Focus, marks, isExcluded));
    }

    private static Part<PagesState> Drilled(Part<PagesState> part, PageView view, int steps) =>
        view.State.CanDrill(view.Spec, view.Focus, steps)
            ? Changed(part, VisualMarks.Seeking(view), view.State.Drilled(view.Spec, view.Focus, steps))
            : part.Say(steps > 0 ? part.Texts.NoLevelBelow : part.Texts.NoLevelAbove);

    /// <summary>The visual with the keys drawn as the next kind that its groups can be drawn as.</summary>
    private static Part<PagesState> OfKind(Part<PagesState> part, PageView view, int step)
    {
        var visual = view.Spec.Visual(view.Focus);
        var kinds = visual.Kinds;
        if (kinds.Count == 1)
            return part.Say(part.Texts.NoOtherKind);
        var at = kinds.ToList().IndexOf(view.State.Shown(visual).Kind);
        var kind = kinds[(at + step + kinds.Count) % kinds.Count];
        return Changed(part, view, view.State.As(view.Spec, view.Focus, kind), part.Texts.DrawnAs(kind));
    }

    private static Part<PagesState> Undone(Part<PagesState> part, PageView view) =>
        view.Undo.Count == 0
            ? part.Say(part.Texts.NothingToUndo)
            : Run(
                part,
                view with
                {
                    State = view.Undo[^1],
                    Undo = view.Undo.RemoveAt(view.Undo.Count - 1),
                    Redo = view.Redo.Push(view.State),
                }
            );

    private static Part<PagesState> Redone(Part<PagesState> part, PageView view)
    {
        if (view.Redo.IsEmpty)
            return part.Say(part.Texts.NothingToRedo);
        var rest = view.Redo.Pop(out var state);
        return Run(part, view with { State = state, Undo = view.Undo.Add(view.State), Redo = rest });
    }

    /// <summary>To the page before on the trail, or several at once; what lies between can be gone forward to.</summary>
    public static Part<PagesState> Back(Part<PagesState> part, PageView view, int pages = 1)
    {
        if (part.Own.Back.IsEmpty)
            return part.Say(part.Texts.NoPageBefore);
        var (rest, forward, before) = (part.Own.Back, part.Own.Forward, view);
        for (; pages > 0 && !rest.IsEmpty; pages--)
        {
            forward = forward.Push(before);
            rest = rest.Pop(out before);
        }

        return ComeBack(part with { Own = part.Own with { Back = rest, Forward = forward } }, before);
    }

    private static Part<PagesState> Forward(Part<PagesState> part, PageView view)
    {
        if (part.Own.Forward.IsEmpty)
            return part.Say(part.Texts.NoPageAfter);
        var rest = part.Own.Forward.Pop(out var next);
        return ComeBack(part with { Own = part.Own with { Forward = rest, Back = part.Own.Back.Push(view) } }, next);
    }

    /// <summary>Esc: out of what is open, then of the whole screen, then what is chosen in the visual.</summary>
    private static Part<PagesState> Escaped(Part<PagesState> part, PageView view) =>
        view switch
        {
            { Slicing.List: not null } => With(part, view with { Slicing = view.Slicing with { List = null } }),
            { Slicing: not null } => With(part, view with { Slicing = null }),
            _ when view.ViewOf(view.Focus).Anchor is not null => With(part, VisualMarks.Unblocked(view)),
            { IsZoomed: true } => With(part, view with { IsZoomed = false }),
            _ => Changed(part, view, view.State.ClearSelection(view.Focus)),
        };
}
