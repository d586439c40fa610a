using Analytics.Engine.Pages;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Pages;

/// <summary>The mark under the cursor, all of it: its fields one below the other, what filters it, and the figures behind it.</summary>
internal sealed record PageRecordWindow : ReadingWindow<PagesState>
{
    public override IReadOnlyList<string> Contexts => [KeyContext.Record, .. base.Contexts];

    protected override string TitleOf(Part<PagesState> part) =>
        part.Own.Open is { } view ? $"{VisualTitles.Of(part, view, view.Spec.Visual(view.Focus))} · {VisualTitles.Place(part, view)}" : "";

    protected override IReadOnlyList<StyledLine> Lines(Part<PagesState> part, int width, AmbiguousWidth ambiguous) =>
        part.Own.Open is { } view ? [.. Fields(part, view).SelectMany(line => line.Wrap(width, ambiguous))] : [];

    /// <summary>The record of the mark, if there is one.</summary>
    public static Part<PagesState> Open(Part<PagesState> part, PageView view) =>
        VisualMarks.RowAt(view, view.Focus) is null ? part.Say(part.Texts.NoRecordHere) : part with { Window = new PageRecordWindow() };

    /// <summary>The record of the row before or after.</summary>
    public static Part<PagesState> Turned(Part<PagesState> part, PageView view, int step)
    {
        var seen = view.ViewOf(view.Focus);
        var moved = VisualMarks.Clamped(view.With(view.Focus, seen with { Row = Math.Max(0, seen.Row + step) }), view.Focus);
        return PageActions.Following(part with { Window = new PageRecordWindow() }, view, moved);
    }

    private static IEnumerable<StyledLine> Fields(Part<PagesState> part, PageView view)
    {
        if (VisualMarks.RowAt(view, view.Focus) is not { } row || view.ShownOf(view.Focus) is not { } shown)
            yield break;
        var fields = FieldsOf(shown, row).Where(f => f.Value.Length > 0).ToArray();
        var names = fields.Select(f => CellText.Width(f.Name)).DefaultIfEmpty().Max();
        foreach (var (name, value) in fields)
            yield return StyledLine.Of([(names == 0 ? "" : CellText.Pad(name, names) + "  ", Theme.Heading), (value, Theme.Plain)]);
        var filters = view.State.FiltersOf(view.Spec, view.Spec.Visual(view.Focus));
        yield return StyledLine.Empty;
        foreach (var words in FilterSql.Words(filters, view.Members, part.Language).DefaultIfEmpty(part.Texts.NoFilters))
            yield return StyledLine.Of(part.Texts.FilteredBy(words), Theme.Dim);
        if (VisualMarks.EvidenceAt(view, view.Focus) is { Count: > 0 } ids)
            yield return StyledLine.Of(part.Texts.FiguresOfMark(ids), Theme.Dim);
    }

    /// <summary>Names of fields, empty for text that has none, and their values.</summary>
    private static IEnumerable<(string Name, string Value)> FieldsOf(ShownVisual shown, ShownRow row) =>
        shown.Visual.Kind switch
        {
            VisualKind.Table => shown.Columns.Zip(row.Cells, (c, cell) => (c.Label, cell.Text)),
            VisualKind.Matrix => [("", row.Label), .. shown.Columns.Zip(row.Cells, (c, cell) => (c.Label, cell.Text))],
            _ => [("", row.Label), .. row.Cells.Select(c => ("", c.Text))],
        };
}
