using Analytics.Engine.Pages;

namespace Analytics.Tui.Pages;

/// <summary>Enter: what is behind a mark, on another page, in an article or as rows.</summary>
internal static class PageDrilling
{
    public static Part<PagesState> Open(Part<PagesState> part, PageView view)
    {
        var visual = view.Spec.Visual(view.Focus);
        var seen = view.ViewOf(view.Focus);
        if (VisualMarks.RowAt(view, view.Focus) is not { } row)
            return part;
        if (visual.Kind == VisualKind.Verdict && visual.Ask.Count > 0)
            return Ask(part, view, seen.Row);
        if (visual.Drill is { Page: { } page })
            return To(part, view, page, Passed(view, visual, row));
        return visual.Drill is not null || visual.Kind == VisualKind.Sentences ? Article(part, view) : Rows(part, view);
    }

    /// <summary>Asks one of the page's questions.</summary>
    public static Part<PagesState> Ask(Part<PagesState> part, PageView view, int question)
    {
        if (view.Spec.Visuals.FirstOrDefault(v => v.Ask.Count > 0) is not { Drill.Page: { } page } visual || question >= visual.Ask.Count)
            return part;
        return To(part, view, page, visual.Ask[question].Parameters.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[p.Value]));
    }

    /// <summary>The article of an observation behind the mark under the cursor: the one that was looked at last, else the first.</summary>
    public static Part<PagesState> Article(Part<PagesState> part, PageView view) =>
        VisualMarks.EvidenceAt(view, view.Focus) is { Count: > 0 } ids
            ? part.Wishing(new ArticleWish(ids[Math.Min(view.ViewOf(view.Focus).Figure, ids.Count - 1)]))
            : part.Say(part.Texts.NoSentenceHere);

    /// <summary>
    /// The next or previous of the figures behind the mark under the cursor: in the sentences that follow the visual, else in its article.
    /// </summary>
    public static Part<PagesState> Figure(Part<PagesState> part, PageView view, int step)
    {
        if (VisualMarks.EvidenceAt(view, view.Focus) is not { Count: > 0 } ids)
            return part.Say(part.Texts.NoSentenceHere);
        var follower = view.Spec.Visuals.FirstOrDefault(v => v.Kind == VisualKind.Sentences && v.Follow == view.Focus);
        if (follower is not null && view.ShownOf(follower.Name) is { Rows.Count: > 0 } shown)
        {
            var below = view.ViewOf(follower.Name);
            var row = Math.Clamp(below.Row + step, 0, shown.Rows.Count - 1);
            var moved = view.With(follower.Name, below with { Row = row });
            return PageActions.Following(part, view, moved).Say(part.Texts.FigureOf(row + 1, shown.Rows.Count));
        }

        var seen = view.ViewOf(view.Focus);
        var at = Math.Clamp(seen.IsFigureSeen ? seen.Figure + step : 0, 0, ids.Count - 1);
        var next = view.With(view.Focus, seen with { Figure = at, IsFigureSeen = true });
        return PageActions.With(part, next).Wishing(new ArticleWish(ids[at])).Say(part.Texts.FigureOf(at + 1, ids.Count));
    }

    /// <summary>What the visual shows as a result of its own, with its grid, its chart and its sentences.</summary>
    public static Part<PagesState> AsResult(Part<PagesState> part, PageView view) =>
        VisualMarks.SqlOf(view, part.Language) is { } sql ? part.Wishing(new RowsWish(sql)) : part.Say(part.Texts.NoSqlHere);

    /// <summary>A page that was left, with the choices that it shares with the one that was in view.</summary>
    public static PageView Synced(PageView known, PageView? from)
    {
        if (from is null)
            return known;
        var state = known.State;
        foreach (var slicer in from.Spec.Slicers.Where(s => s.IsSharedWith(known.Spec.Name) && known.Spec.SlicerOf(s.Name) is not null))
            state = state.Set(known.Spec, known.Members, slicer.Name, from.State.Chosen(slicer.Name));
        return known with { State = state };
    }

    /// <summary>
    /// All rows behind the mark, as SQL that is run in a result of its own; of a mark that stands for no rows, all of the visual.
    /// </summary>
    private static Part<PagesState> Rows(Part<PagesState> part, PageView view)
    {
        var visual = view.Spec.Visual(view.Focus);
        return visual.Groups && VisualMarks.FiltersAt(view, view.Focus) is { Count: > 0 } mark
            ? part.Wishing(
                new RowsWish(
                    VisualMarks.Written(
                        view,
                        VisualQuery.Behind(view.Spec, visual, view.Model.Model, view.State, mark),
                        mark,
                        part.Language
                    )
                )
            )
            : AsResult(part, view);
    }

    private static Part<PagesState> To(
        Part<PagesState> part,
        PageView view,
        string page,
        IReadOnlyDictionary<string, IReadOnlyList<string>> passed
    ) => PageActions.Ask(part with { Own = PageActions.Leave(part.Own) }, page, view, passed);

    private static Dictionary<string, IReadOnlyList<string>> Passed(PageView view, VisualSpec visual, ShownRow row)
    {
        var passed = new Dictionary<string, IReadOnlyList<string>>();
        var seen = view.ViewOf(visual.Name);
        foreach (var (slicer, what) in visual.Drill!.Pass)
        {
            if (what == "col" && view.ShownOf(visual.Name)!.Columns[seen.Column].Parts is [var across])
                passed[slicer] = [.. across.Members];
            else if (what is "row" or "x" && row.Parts is [var along])
                passed[slicer] = [.. along.Members];
            else if (row.Keys.TryGetValue(what, out var key))
                passed[slicer] = [key];
        }

        return passed;
    }
}

/// <summary>The article of an observation, at its sentence.</summary>
internal sealed record ArticleWish(string Observation) : Wish;

/// <summary>SQL, run in the editor's place, its rows in a result of their own.</summary>
internal sealed record RowsWish(string Sql) : Wish;
