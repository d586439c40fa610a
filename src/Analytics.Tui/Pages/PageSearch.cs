using Analytics.Engine.Pages;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>Asks what to search the visual with the keys for.</summary>
internal sealed record PageSearchWindow(TextField Text, string Error = "") : LineWindow<PagesState>(Text, Error)
{
    protected override int Width => 60;

    public override IReadOnlyList<string> Contexts => [KeyContext.Question, KeyContext.Always];

    public override Part<PagesState> Accept(Part<PagesState> part)
    {
        var closed = part with { Window = null };
        return Text.Text.Trim() is { Length: > 0 } text
            ? PageSearch.Again(closed with { Own = part.Own with { Search = text } }, 1)
            : closed;
    }

    protected override string TitleOf(Texts texts) => texts.PageSearchTitle;

    protected override string Hint(Texts texts) => texts.PageSearchHint;
}

/// <summary>Searching the rows of a visual; names count as the same as in slicers, whatever their width, case or tones.</summary>
internal static class PageSearch
{
    public static Part<PagesState> Ask(Part<PagesState> part) => part with { Window = new PageSearchWindow(TextField.Of(part.Own.Search)) };

    /// <summary>The next row with the text of the last search, round the end; of a matrix a column where no row has it.</summary>
    /// <param name="part">The pages.</param>
    /// <param name="step">1 forward, -1 backward.</param>
    public static Part<PagesState> Again(Part<PagesState> part, int step)
    {
        if (part.Own is not { Open: { } view, Search: { Length: > 0 } text })
            return Ask(part);
        if (view.ShownOf(view.Focus) is not { Rows.Count: > 0 } shown || !VisualMarks.HasCursor(shown.Visual.Kind))
            return part.Say(part.Texts.NothingFound(text));
        var seen = view.ViewOf(view.Focus);
        var folded = FoldedName.Of(text);
        if (Next(shown.Rows.Count, seen.Row, i => Has(shown, shown.Rows[i])) is { } row)
            return Moved(part, view, seen with { Row = row }, part.Texts.FoundInRow(row + 1, shown.RowCount));
        var columns = shown.Visual.Kind == VisualKind.Matrix ? shown.Columns.Count : 0;
        return Next(columns, seen.Column, i => IsIn(shown.Columns[i].Label)) is { } column
            ? Moved(part, view, seen with { Column = column }, shown.Columns[column].Label)
            : part.Say(part.Texts.NothingFound(text));

        int? Next(int count, int from, Func<int, bool> has) =>
            Enumerable.Range(1, count).Select(i => ((from + step * i) % count + count) % count).Where(has).Cast<int?>().FirstOrDefault();

        bool Has(ShownVisual visual, ShownRow candidate) =>
            IsIn(candidate.Label) || (visual.Visual.Kind != VisualKind.Matrix && candidate.Cells.Any(c => IsIn(c.Text)));

        bool IsIn(string words) => FoldedName.Of(words).Contains(folded, StringComparison.Ordinal);
    }

    private static Part<PagesState> Moved(Part<PagesState> part, PageView view, VisualView seen, string said) =>
        PageActions.Following(part, view, view.With(view.Focus, seen)).Say(said);
}
