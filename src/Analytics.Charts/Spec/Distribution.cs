namespace Analytics.Charts;

/// <summary>
/// Order statistics of the figures of one category; quartiles by linear interpolation (type 7 of Hyndman and Fan, as in R, NumPy and
/// DuckDB's quantile_cont).
/// </summary>
internal sealed record Distribution(string Category, IReadOnlyList<double> Sorted)
{
    public int Count => Sorted.Count;
    public double Least => Sorted[0];
    public double Greatest => Sorted[^1];
    public double Median => Quantile(0.5);

    /// <summary>The value below which a share of the figures lies.</summary>
    public double Quantile(double share)
    {
        var at = share * (Count - 1);
        var below = (int)at;
        return below + 1 < Count ? Sorted[below] + (Sorted[below + 1] - Sorted[below]) * (at - below) : Sorted[below];
    }

    /// <summary>One for each category that has a figure, in the order of appearance; bounds count at the number printed.</summary>
    public static IEnumerable<Distribution> ByCategory(IEnumerable<ChartMark> marks) =>
        marks
            .Where(m => m.Presence == MarkPresence.Figure)
            .GroupBy(m => m.Category)
            .Select(g => new Distribution(g.Key, [.. g.Select(m => m.Anchor!.Value).Order()]));

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
        foreach (var value in Sorted)
            bins[Math.Clamp((int)Math.Floor(value / width - first + 1e-9), 0, bins.Length - 1)]++;
        return [.. bins.Select((count, i) => (Ticks.Round((first + i) * width), Ticks.Round((first + i + 1) * width), count))];
    }
}
