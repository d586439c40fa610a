using Analytics.Engine.Pages;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Pages;

/// <summary>Where a visual stands.</summary>
/// <param name="Visual">Which.</param>
/// <param name="Area">With its frame.</param>
/// <param name="HasFrame">Low ones have none.</param>
internal readonly record struct VisualPlace(VisualSpec Visual, CellRect Area, bool HasFrame)
{
    /// <summary>What is drawn on; a blank column stands between frame and text.</summary>
    public CellRect Inside => HasFrame ? Area.Inset(2, 1) : Area.Inset(1, 0);
}

/// <summary>Where everything of a page stands; used by drawing, by paging and by the mouse alike.</summary>
/// <param name="Tabs">The pages.</param>
/// <param name="Slicers">What the page is narrowed by; beside the tabs where both fit.</param>
/// <param name="Visuals">Those in view.</param>
/// <param name="Status">About the mark under the cursor.</param>
/// <param name="Footer">Keys.</param>
internal sealed record PagePlaces(CellRect Tabs, CellRect Slicers, IReadOnlyList<VisualPlace> Visuals, CellRect Status, CellRect Footer)
{
    /// <summary>Below this one visual a screen is shown.</summary>
    public const int LeastWidth = 80,
        LeastHeight = 24;

    /// <summary>Lines from which on a visual has a frame.</summary>
    private const int LeastFramed = 3;

    /// <summary>Tabs, slicers, status and footer.</summary>
    private const int LinesAround = 4;

    public static PagePlaces Of(PageView view, CellSize size)
    {
        var rows = new CellRect(0, 0, size.Width, size.Height).SplitRows(
            Span.Fixed(1),
            Span.Fixed(1),
            Span.Fill,
            Span.Fixed(1),
            Span.Fixed(1)
        );
        return new(rows[0], rows[1], VisualsOf(view, size, rows[2]), rows[3], rows[4]);
    }

    public VisualPlace? Find(string visual) => Visuals.Where(p => p.Visual.Name == visual).Select(p => (VisualPlace?)p).FirstOrDefault();

    public VisualPlace? At(int x, int y) => Visuals.Where(p => p.Area.Contains(x, y)).Select(p => (VisualPlace?)p).FirstOrDefault();

    /// <summary>The visuals in the order of Tab: those of the layout, then those that it leaves out.</summary>
    public static IReadOnlyList<VisualSpec> Order(PageSpec spec, CellSize size)
    {
        var rows = RowsOf(spec, size);
        return [.. rows.SelectMany(r => r.Cells).Select(c => spec.Visual(c.Visual)), .. spec.LeftOut(rows)];
    }

    /// <summary>
    /// The rows of the layout; one that would have the rest of the lines is left out where that is next to nothing, and the last takes
    /// that.
    /// </summary>
    private static IReadOnlyList<LayoutRow> RowsOf(PageSpec spec, CellSize size)
    {
        var rows = spec.Layouts.For(size.Width, size.Height);
        var rest = size.Height - LinesAround - rows.Sum(r => r.Height ?? 0);
        LayoutRow[] high = [.. rows.Where(r => r.Height is not null)];
        return rest < LeastFramed && high.Length > 0 && high.Length < rows.Count ? [.. high[..^1], high[^1] with { Height = null }] : rows;
    }

    private static IReadOnlyList<VisualPlace> VisualsOf(PageView view, CellSize size, CellRect body)
    {
        var rows = RowsOf(view.Spec, size);
        var focused = view.Spec.Visual(view.Focus);
        if (view.IsZoomed || size.Width < LeastWidth || size.Height < LeastHeight || view.Spec.LeftOut(rows).Contains(focused))
            return [Framed(focused, body)];
        var heights = body.SplitRows([.. rows.Select(r => r.Height is { } lines ? Span.Fixed(lines) : Span.Fill)]);
        return [.. rows.Zip(heights).SelectMany(row => RowOf(view.Spec, row.First, row.Second))];
    }

    private static IEnumerable<VisualPlace> RowOf(PageSpec spec, LayoutRow row, CellRect area) =>
        row.Cells.Zip(
            area.SplitColumns([.. row.Cells.Select(c => Span.Ratio(c.Weight))]),
            (cell, place) => Framed(spec.Visual(cell.Visual), place)
        );

    private static VisualPlace Framed(VisualSpec visual, CellRect area) => new(visual, area, area.Height >= LeastFramed);
}
