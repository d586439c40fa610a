using System.Collections.Immutable;
using Analytics.Engine.Export;
using Analytics.Engine.Models;
using Analytics.Engine.Pages;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Figures;
using Analytics.Tui.Evidence;
using Analytics.Tui.Pages;

namespace Analytics.Tui.App.Running;

/// <content>Pages: their files, their visuals, the members of their slicers.</content>
internal sealed partial class EffectRunner
{
    // Models as they were opened, so that going back and forth between pages reads no members again.
    private readonly Dictionary<string, (SemanticModel Model, DateTime Written, OpenModel Open)> _models = [];

    private PageCatalog? _pages;

    // Read on the session's turn alone, like what it keeps.
    private readonly VisualCache _visuals = new();

    private PageFiles? _watched;

    // Number of the last request for visuals; what runs for earlier ones stops.
    private volatile int _pageGeneration;

    // The visual that is being read; null between them.
    private volatile string? _visual;

    private void WithPages(Workspace results, ConsoleEffect effect, Action<ConsoleEvent> post)
    {
        switch (effect)
        {
            case ReadPages:
                post(new PagesRead(Tabs(), Opened(results.Session.Opened)));
                if (watchesPages)
                    _watched ??= new PageFiles([_userFolder, options.Home.Queries], time, () => post(new PageFilesChanged()));
                break;
            case OpenPage open:
                Answer(post, () => Opened(results.Session, open), message => new PageFailed(open.Request, open.Name, message));
                break;
            case RunVisuals run:
                Run(results.Session, run, post);
                break;
            case CountMembers count when count.Generation == _pageGeneration:
                Answer(
                    post,
                    () => Counted(results.Session, count),
                    message => new MembersCounted(count.Generation, count.View.Spec.Name, count.Slicer, NoCounts)
                );
                break;
            case ReadPageArticle read:
                Answer(
                    post,
                    () => new PageArticleRead(read.Page, read.Visual, read.Observation, Article(results.Session, read.Observation)),
                    _ => new PageArticleRead(read.Page, read.Visual, read.Observation, null)
                );
                break;
            case ProposePage propose:
                Answer(post, () => Proposed(results.Session, propose), message => new PageNotProposed(message));
                break;
            case SavePage save:
                Answer(post, () => Saved(results.Session, save), message => new PageNotSaved(message));
                break;
            case var kept when Bookmarked(kept) is { } work:
                Answer(post, work, message => new BookmarksFailed(message));
                break;
            default:
                WithFiles(results, effect, post);
                break;
        }
    }

    private PageProposed Proposed(AnalyticsSession session, ProposePage propose)
    {
        var proposal = PageProposal.Of(session, Catalog(), propose.Path, propose.Name);
        var paths = proposal.Write(_userFolder, overwrite: false);
        return new PageProposed(proposal.Name, paths[^1]);
    }

    private static ConsoleEvent Saved(AnalyticsSession session, SavePage save)
    {
        if (File.Exists(save.Path) && !save.MayReplace)
            return new PageExists(save);
        var write = PageFile.WriterOf(save.Path);
        OutputFile.Require(save.Path, save.MayReplace);
        var view = save.View;
        var document = PageDocument.Make(session, view.Model, view.Spec, view.State, save.Language, save.Visual, CancellationToken.None);
        OutputFile.Write(
            save.Path,
            save.MayReplace,
            stream =>
            {
                write(document, stream);
                return 0;
            }
        );
        return new PageSaved(save.Path);
    }

    /// <summary>What an effect does with bookmarks; null where it is about something else.</summary>
    private Func<ConsoleEvent>? Bookmarked(ConsoleEffect effect)
    {
        var bookmarks = new Bookmarks(_userFolder);
        return effect switch
        {
            ReadBookmarks read => () => Listed(read.Selected),
            AddBookmark add => () => Added(add),
            RenameBookmark rename => () => Renamed(rename),
            RemoveBookmark remove => () => Removed(remove.Name),
            _ => null,
        };

        ConsoleEvent Added(AddBookmark add)
        {
            if (!add.MayReplace && bookmarks.All().Any(b => b.Name == add.Name))
                return new BookmarkTaken(add.Name);
            bookmarks.Set(add.Name, commands.OfPage(add.Page));
            return new BookmarkAdded(add.Name, bookmarks.File);
        }

        BookmarksRead Renamed(RenameBookmark rename)
        {
            bookmarks.Rename(rename.Name, rename.Other);
            return Listed(rename.Other);
        }

        BookmarksRead Removed(string name)
        {
            bookmarks.Remove(name);
            return Listed(null);
        }

        BookmarksRead Listed(string? selected) =>
            new([.. bookmarks.All().Select(b => new BookmarkEntry(b.Name, b.Command, PageOf(b.Command)))], selected);
    }

    private PageRequest? PageOf(string command)
    {
        try
        {
            return commands.ReadPage(command);
        }
        catch (UserException)
        {
            return null;
        }
    }

    private static readonly IReadOnlyDictionary<string, long> NoCounts = new Dictionary<string, long>();

    /// <summary>All pages, each by its title or by what is wrong with it.</summary>
    private ImmutableArray<PageTab> Tabs()
    {
        var catalog = Catalog();
        return
        [
            .. catalog
                .Names()
                .Select(name => (Name: name, Read: catalog.Read(name)))
                .Select(p =>
                    p.Read.Value is { } page
                        ? PageTab.Of(page)
                        : new PageTab(p.Name, Localized.Same(p.Name), SpecFault.Exception(p.Read.Faults).Text)
                ),
        ];
    }

    /// <summary>The first file that the console was opened with and that is no database, with the page over it; null for none.</summary>
    private FileOfUser? Opened(IReadOnlyList<OpenedFile> files)
    {
        if (files.FirstOrDefault(f => !f.IsDatabase) is not { } file)
            return null;
        var catalog = Catalog();
        var pages = catalog.Names().Select(n => catalog.Read(n).Value).OfType<PageSpec>();
        return new FileOfUser(file.Path, file.Name, pages.FirstOrDefault(p => p.Model.Source.File == file.Path)?.Name);
    }

    private PageOpened Opened(AnalyticsSession session, OpenPage open)
    {
        var page = Catalog().Read(open.Name).Get();
        var model = Opened(session, page.Model);
        var state = PageSettings.Parse(page, model.Members, open.Settings);
        if (open.From is { } from)
            state = from.Spec.Name == page.Name ? Kept(page, model.Members, from.State) : Taken(page, model.Members, state, from);
        foreach (var (slicer, keys) in open.Passed.Where(p => page.SlicerOf(p.Key) is not null))
        {
            var field = page.SlicerOf(slicer)!.Field;
            state =
                field is null || keys.All(k => model.Members.Of(field)[k] is not null)
                    ? state.Set(page, model.Members, slicer, keys)
                    : PageSettings.WithParameter(page, model.Members, state, $"{slicer}={string.Join(',', keys)}");
        }

        var old = open.From?.Spec.Name == page.Name && open.Passed.Count == 0 ? open.From : null;
        return new PageOpened(open.Request, page, model, state, old);
    }

    private PageCatalog Catalog() => _pages ??= PageCatalog.Of(options.Home, _userFolder);

    private OpenModel Opened(AnalyticsSession session, SemanticModel model)
    {
        var written = model.Source.File is { } file ? File.GetLastWriteTimeUtc(file) : default;
        if (_models.TryGetValue(model.Name, out var known) && ReferenceEquals(known.Model, model) && known.Written == written)
            return known.Open;
        var open = OpenModel.Open(session, model);
        _models[model.Name] = (model, written, open);
        return open;
    }

    /// <summary>The choices of a page that is read anew, as far as there still is what they are made in.</summary>
    private static PageState Kept(PageSpec page, ModelMembers members, PageState state)
    {
        var kept = PageState.Start(page, members);
        foreach (var (slicer, keys) in state.Slicers.Where(s => page.SlicerOf(s.Key) is not null))
            kept = kept.Set(page, members, slicer, keys);
        return kept with
        {
            Selections = state
                .Selections.Where(s => page.Visuals.Any(v => v.Name == s.Key))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Grain = state.Grain,
            Kinds = state.Kinds,
            Filters = state.Filters,
        };
    }

    /// <summary>The choices of the page that led here: slicers of the same field, and the chosen marks.</summary>
    private static PageState Taken(PageSpec page, ModelMembers members, PageState state, PageView from)
    {
        foreach (var slicer in from.Spec.Slicers.Where(s => s.Field is not null && from.State.Chosen(s.Name).Count > 0))
        {
            if (page.Slicers.FirstOrDefault(s => s.Name == slicer.Name && slicer.Field!.Equals(s.Field)) is { } same)
                state = state.Set(page, members, same.Name, from.State.Chosen(slicer.Name));
        }

        return state;
    }

    private void Run(AnalyticsSession session, RunVisuals run, Action<ConsoleEvent> post)
    {
        var reader = new VisualReader(session, run.View.Model, run.View.Spec, run.View.State, time);
        foreach (var visual in run.Visuals.Select(run.View.Spec.Visual))
        {
            if (run.Generation != _pageGeneration)
                return;
            post(new VisualRead(run.Generation, run.View.Spec.Name, visual.Name, Told(visual)));
        }

        VisualResult Told(VisualSpec visual)
        {
            _visual = visual.Name;
            try
            {
                return _visuals.Read(run.View.Spec, run.View.Model, reader, visual);
            }
            finally
            {
                _visual = null;
            }
        }
    }

    private static ArticleText? Article(AnalyticsSession session, string observation) =>
        Observation.Read(session, [observation]) is [var found, ..] ? ArticleText.Read(session, found) : null;

    private static ArticleOfRead ArticleOf(AnalyticsSession session, ReadArticleOf read) =>
        Observation.Read(session, [read.Observation]) is [var found, ..]
            ? new(read.Request, found, ArticleText.Read(session, found))
            : new(read.Request, null, null);

    private static MembersCounted Counted(AnalyticsSession session, CountMembers count)
    {
        var reader = new VisualReader(session, count.View.Model, count.View.Spec, count.View.State);
        var members = reader.Members(count.View.Spec.SlicerOf(count.Slicer)!);
        return new(count.Generation, count.View.Spec.Name, count.Slicer, members.ToDictionary(m => m.Key, m => m.RowCount));
    }
}
