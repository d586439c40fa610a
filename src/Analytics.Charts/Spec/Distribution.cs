namespace Analytics.Charts;

/// <summary>
/// Order statistics of the figures of one category; quartiles by linear interpolation (type 7 of Hyndman and Fan, as in R, NumPy and
/// DuckDB's quantile_cont).
/// </summary>
internal sealed record Distribution(string Category, IReadOnlyList<double> Sorted)
{
    /// <summary>How many figures each value stands for; null where each is one.</summary>
    public IReadOnlyList<int>? Weights { get; init; }

    public int Count => Weights?.Sum() ?? Sorted.Count;
    public double Least => Sorted[0];
    public double Greatest => Sorted[^1];
    public double Median => Quantile(0.5);

    /// <summary>How many figures lie from one value on and below another.</summary>
    public int Between(double from, double below) =>
        Sorted.Index().Where(v => v.Item >= from && v.Item < below).Sum(v => Weights?[v.Index] ?? 1);

    /// <summary>The value below which a share of the figures lies.</summary>
    public double Quantile(double share)
    {
        var at = share * (Count - 1);
        var below = (int)at;
        return below + 1 < Count ? Sorted[below] + (Sorted[below + 1] - Sorted[below]) * (at - below) : Sorted[below];
    }

    /// <summary>One for each category that has a figure, in the order of appearance; bounds count at the number printed.</summary>
    public static IEnumerable<Distribution> ByCategory(IEnumerable<ChartMark> marks) =>
        marks.Where(m => m.Presence == MarkPresence.Figure).GroupBy(m => m.Category).Select(g => Of(g.Key, g, 1));

    /// <summary>The figures of marks, each times a factor.</summary>
    public static Distribution Of(string category, IEnumerable<ChartMark> marks, double factor)
    {
        var sorted = marks.Where(m => m.Presence == MarkPresence.Figure).OrderBy(m => m.Anchor!.Value).ToList();
        return new Distribution(category, [.. sorted.Select(m => m.Anchor!.Value * factor)])
        {
            Weights = sorted.Exists(m => m.Weight > 1) ? [.. sorted.Select(m => m.Weight)] : null,
        };
    }

    /// <summary>
    /// Intervals of one round width that hold the values, with how many fall into each (lower edge included, the last
    /// one both). Their number follows Rice's rule (twice the cube root of the count), from 3 to 40.
    /// </summary>
    public IReadOnlyList<(double From, double To, int Count)> Bins()
    {
        var span = Greatest - Least;
        var wanted = Math.Clamp(2 * Math.Cbrt(Count), 3, 40);
        var width = Ticks.Step(span > 0 ? span / wanted : Math.Max(Math.Abs(Least) / 10, 1e-9));
        var first = Math.Floor(Least / width + 1e-9);
        var bins = new int[(int)Math.Max(1, Math.Ceiling(Greatest / width - 1e-9) - first)];
        for (var i = 0; i < Sorted.Count; i++)
            bins[Math.Clamp((int)Math.Floor(Sorted[i] / width - first + 1e-9), 0, bins.Length - 1)] += Weights?[i] ?? 1;
        return [.. bins.Select((count, i) => (Ticks.Round((first + i) * width), Ticks.Round((first + i + 1) * width), count))];
    }

    /// <summary>
    /// Few values that have the same intervals with the same numbers of figures: the extremes, and one in the middle of each interval.
    /// </summary>
    /// <param name="values">At least one; all finite.</param>
    public static IReadOnlyList<(double Value, int Weight)> Summed(IReadOnlyList<double> values)
    {
        var all = new Distribution("", [.. values.Order()]);
        var bins = all.Bins();
        var middles = bins.Select(
            (b, i) => ((b.From + b.To) / 2, b.Count - (i == 0 ? 1 : 0) - (i == bins.Count - 1 && values.Count > 1 ? 1 : 0))
        );
        return [(all.Least, 1), .. middles.Where(m => m.Item2 > 0), .. values.Count > 1 ? new[] { (all.Greatest, 1) } : []];
    }
}
