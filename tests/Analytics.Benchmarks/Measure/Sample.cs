namespace Analytics.Benchmarks;

/// <summary>Repeated measurements of one thing.</summary>
sealed class Sample(IEnumerable<double> values)
{
    readonly double[] sorted = [.. values.Order()];

    public double Least => sorted[0];

    public double Median => Quantile(0.5);

    /// <summary>Linear between neighbours.</summary>
    public double Quantile(double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

/// <summary>Two things measured in turn, A B A B …, so that what disturbs the machine disturbs both.</summary>
sealed class Pairs
{
    readonly List<(double A, double B)> values = [];

    /// <param name="a">Does A once and returns its cost.</param>
    /// <param name="b">Does B once and returns its cost.</param>
    public static Pairs Measure(int count, Func<double> a, Func<double> b)
    {
        // The first pair fills the caches of the machine and is not counted.
        _ = (a(), b());
        var pairs = new Pairs();
        for (var i = 0; i < count; i++)
            pairs.values.Add((a(), b()));
        return pairs;
    }

    public int Count => values.Count;

    public Sample A => new(values.Select(v => v.A));

    public Sample B => new(values.Select(v => v.B));

    /// <summary>The ratios A/B of each pair.</summary>
    public Sample Ratio => new(values.Select(v => v.A / v.B));
}
