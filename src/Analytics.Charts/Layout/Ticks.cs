using System.Globalization;

namespace Analytics.Charts;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>
    /// The multiples of <paramref name="step"/> from <paramref name="low"/> to <paramref name="high"/>, computed in decimal so that 0.1
    /// steps stay round.
    /// </summary>
    public static IReadOnlyList<double> Between(double low, double high, double step)
    {
        var ticks = new List<double>();
        var (first, last) = (Math.Ceiling(low / step - 1e-9), Math.Floor(high / step + 1e-9));
        for (var i = first; i <= last && ticks.Count < 1000; i++)
            ticks.Add(Round(i * step));
        return ticks;
    }

    /// <summary>The smallest round step that is at least <paramref name="least"/>.</summary>
    public static double Step(double least)
    {
        var power = PowerOfTen(least);
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5, 10])
        {
            if (Round(factor * power) >= least * (1 - 1e-12))
                return Round(factor * power);
        }

        return Round(10 * power);
    }

    /// <summary>The least step that suits whole numbers: 1 where all figures are, so that nothing is counted in halves; else 0.</summary>
    public static double LeastStep(ChartSpec spec) =>
        spec.Marks.All(m => m.Anchor is not { } a || Math.Abs(a * spec.Unit.Factor % 1) < 1e-9) ? 1 : 0;

    /// <summary>The least number of one significant digit that is at least <paramref name="value"/>, which is positive.</summary>
    public static double RoundUp(double value) => Math.Ceiling(value / PowerOfTen(value) - 1e-9) * PowerOfTen(value);

    /// <summary>
    /// The greatest power of ten that is at most <paramref name="value"/>; by parsing, which is exact, unlike Math.Pow across platforms.
    /// </summary>
    private static double PowerOfTen(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        return double.Parse("1" + text[text.IndexOf('E')..], CultureInfo.InvariantCulture);
    }

    public static double Round(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
