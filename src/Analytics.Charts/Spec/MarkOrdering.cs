namespace Analytics.Charts;

/// <summary>The order in which a chart shows its marks.</summary>
public static class MarkOrdering
{
    /// <summary>
    /// Ranked kinds: largest first, equal figures as given, rows without a figure last. What belongs together stays
    /// together: groups and stacks rank by their category, and small charts with the same axes share one order; within each
    /// group or stack its parts have one order everywhere, that of the key. Kinds whose order has a meaning of its own keep the
    /// given one.
    /// </summary>
    public static IReadOnlyList<ChartMark> Of(ChartSpec spec)
    {
        var isParted = spec.Kind is ChartKind.GroupedBar or ChartKind.StackedBar;
        if (spec.Order == MarkOrder.Given || !spec.Kind.IsRanked())
            return isParted ? AsTheKey(spec, spec.Marks.GroupBy(m => m.Category)) : spec.Marks;
        return isParted ? AsTheKey(spec, ByCategory(spec))
            : spec.Marks.Any(m => m.Panel.Length > 0) ? [.. ByCategory(spec).SelectMany(g => g)]
            : [.. spec.Marks.OrderBy(m => m.Presence).ThenByDescending(m => m.Anchor ?? 0)];
    }

    private static IReadOnlyList<ChartMark> AsTheKey(ChartSpec spec, IEnumerable<IGrouping<string, ChartMark>> groups)
    {
        var key = spec.Marks.Select(m => m.Series).Distinct().Index().ToDictionary(s => s.Item, s => s.Index);
        return [.. groups.SelectMany(group => group.OrderBy(m => key[m.Series]))];
    }

    private static IEnumerable<IGrouping<string, ChartMark>> ByCategory(ChartSpec spec) =>
        spec
            .Marks.GroupBy(m => m.Category)
            .OrderBy(g => g.Min(m => m.Presence))
            .ThenByDescending(g => spec.Kind == ChartKind.StackedBar ? g.Sum(m => m.Anchor ?? 0) : g.Max(m => m.Anchor ?? double.MinValue));
}

/// <summary>What the layout and the checks need to know of a kind.</summary>
public static class KindTraits
{
    /// <summary>Rows that may be put in the order of their figures.</summary>
    public static bool IsRanked(this ChartKind kind) => kind.IsBars() || kind is ChartKind.Lollipop or ChartKind.Dot;

    /// <summary>Lengths from an origin.</summary>
    public static bool IsBars(this ChartKind kind) =>
        kind is ChartKind.Bar or ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.DivergingBar;

    /// <summary>Figures are read as lengths along one axis.</summary>
    public static bool HasLengths(this ChartKind kind) => kind.IsBars() || kind == ChartKind.Lollipop;

    /// <summary>A horizontal and a vertical axis.</summary>
    public static bool IsPlot(this ChartKind kind) => kind is ChartKind.Slope or ChartKind.Line or ChartKind.Scatter or ChartKind.Histogram;

    /// <summary>Marks are told apart by series.</summary>
    public static bool NeedsSeries(this ChartKind kind) => kind is ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.Heatmap;

    /// <summary>The axis may begin elsewhere than at zero, because no length is read from it.</summary>
    public static bool MayLeaveZero(this ChartKind kind) =>
        kind is ChartKind.Dot or ChartKind.Box or ChartKind.Slope or ChartKind.Line or ChartKind.Scatter;

    /// <summary>Figures are summed up rather than shown one by one.</summary>
    public static bool IsDistribution(this ChartKind kind) => kind is ChartKind.Histogram or ChartKind.Box;
}
