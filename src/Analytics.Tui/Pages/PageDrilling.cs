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

    /// <summary>The article of the first observation behind the mark under the cursor.</summary>
    public static Part<PagesState> Article(Part<PagesState> part, PageView view) =>
        VisualMarks.EvidenceAt(view, view.Focus) is [var first, ..]
            ? part.Wishing(new ArticleWish(first))
            : part.Say(part.Texts.NoSentenceHere);

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

    /// <summary>All rows behind the mark, as SQL that is run in a result of its own.</summary>
    private static Part<PagesState> Rows(Part<PagesState> part, PageView view) =>
        VisualMarks.SqlOf(view, part.Language) is { } sql ? part.Wishing(new RowsWish(sql)) : part.Say(part.Texts.NoSqlHere);

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
