namespace Analytics.Figures;

/// <summary>How the value of a row came from the observations behind it, as far as the numbers themselves tell.</summary>
internal enum ChartDerivation
{
    /// <summary>Not told by the numbers.</summary>
    Unknown,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The least, the greatest, the middle or another one of them.</summary>
    One,

    /// <summary>How many rows there are, of whatever they say.</summary>
    Count,

    /// <summary>What is measured in one unit divided by what is measured in another.</summary>
    Quotient,
}

/// <summary>
/// Recognises sums, means, counts and quotients by computing them again, so that a unit is never given to a value that does not have it.
/// </summary>
internal static class ChartArithmetic
{
    /// <summary>Decimals to which queries round.</summary>
    private const int MostDecimals = 4;

    /// <summary>How a value came from its observations.</summary>
    /// <param name="value">The row's value.</param>
    /// <param name="behind">The observations behind the row; those without a value are left out, as SQL does.</param>
    /// <param name="isWhole">The column holds whole numbers, as counts do; the figures of the tables are <c>DOUBLE</c>.</param>
    public static ChartDerivation Of(double value, IReadOnlyList<Observation> behind, bool isWhole)
    {
        var values = behind.Select(o => o.Value).OfType<double>().Order().ToList();
        if (isWhole && value >= 0 && value == behind.Count)
            return ChartDerivation.Count;
        if (values.Count > 1 && Is(value, values.Sum()))
            return ChartDerivation.Sum;
        if (values.Count > 1 && Is(value, values.Average()))
            return ChartDerivation.Mean;
        if (values.Contains(value) || values.Count > 1 && Is(value, Median(values)))
            return ChartDerivation.One;
        if (IsQuotient(value, behind))
            return ChartDerivation.Quotient;
        return isWhole && value >= 0 && value <= behind.Count ? ChartDerivation.Count : ChartDerivation.Unknown;
    }

    private static bool IsQuotient(double value, IReadOnlyList<Observation> behind) =>
        behind.GroupBy(o => o.Unit).ToList() is [var one, var other] && AreDivided(value, [.. one], [.. other])
        || behind is [var first, var second] && AreDivided(value, [first], [second]);

    private static bool AreDivided(double value, IReadOnlyList<Observation> one, IReadOnlyList<Observation> other)
    {
        var (a, b) = (one.Sum(o => o.Value ?? 0), other.Sum(o => o.Value ?? 0));
        return a != 0 && b != 0 && new[] { a / b, b / a, a / b * 100, b / a * 100 }.Any(q => Is(value, q));
    }

    private static double Median(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    /// <summary>Equal but for binary noise, or rounded as a query rounds.</summary>
    private static bool Is(double value, double expected) =>
        Math.Abs(value - expected) <= 1e-9 * Math.Abs(expected)
        || Enumerable.Range(1, MostDecimals).Any(decimals => Math.Round(expected, decimals) == value);
}
