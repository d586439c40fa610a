namespace Analytics.Benchmarks;

/// <summary>Repeated measurements of one thing.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Least => _sorted[0];

    public double Median => Quantile(0.5);

    /// <summary>Linear between neighbours.</summary>
    public double Quantile(double share)
    {
        var at = share * (_sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + (at - below) * (_sorted[above] - _sorted[below]);
    }
}

/// <summary>Two things measured in turn, A B A B …, so that what disturbs the machine disturbs both.</summary>
internal sealed class Pairs
{
    private readonly List<(double A, double B)> _values = [];

    /// <param name="a">Does A once and returns its cost.</param>
    /// <param name="b">Does B once and returns its cost.</param>
    public static Pairs Measure(int count, Func<double> a, Func<double> b)
    {
        // The first pair fills the caches of the machine and is not counted.
        _ = (a(), b());
        var pairs = new Pairs();
        for (var i = 0; i < count; i++)
            pairs._values.Add((a(), b()));
        return pairs;
    }

    public int Count => _values.Count;

    public Sample A => new(_values.Select(v => v.A));

    public Sample B => new(_values.Select(v => v.B));

    /// <summary>The ratios A/B of each pair.</summary>
    public Sample Ratio => new(_values.Select(v => v.A / v.B));
}
