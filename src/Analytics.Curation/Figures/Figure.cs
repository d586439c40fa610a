namespace Analytics.Curation;

/// <summary>The bounds of a figure: null where the text sets none.</summary>
/// <param name="Low">Inclusive lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Open">True when the bound itself is not reached (超, 近).</param>
internal sealed record Bounds(decimal? Low, decimal? High, bool Open)
{
    /// <summary>The bounds of a value under a qualifier, as the data model defines them.</summary>
    public static Bounds Of(string qualifier, decimal low, decimal high, bool open) =>
        qualifier switch
        {
            "exact" => new(low, low, false),
            "min" => new(low, null, open),
            "max" => new(null, high, open),
            "near_below" => new(null, high, open),
            "range" => new(low, high, false),
            _ => new(null, null, false),
        };
}

/// <summary>Words a figure so that it reads by itself in Chinese: ≥4万元, >15万元, 约3个, 10%–20%, 639元/月.</summary>
internal static class ValueDisplay
{
    public static string Of(ObservationRow row, PrintedNumber number, Bounds bounds, string baseUnit)
    {
        var unit =
            row.UnitText.Length > 0 ? row.UnitText
            : baseUnit == "1" ? ""
            : baseUnit;
        return row.Qualifier == "range"
            ? $"{Plain(number.Low)}{(unit == "%" ? "%" : "")}–{Plain(number.High)}{unit}{Rate(row)}"
            : Sign(row.Qualifier, bounds.Open) + Number(row, number) + unit + Rate(row);
    }

    private static string Sign(string qualifier, bool open) =>
        (qualifier, open) switch
        {
            ("min", true) => ">",
            ("min", false) => "≥",
            ("max", false) => "≤",
            ("max", true) or ("near_below", _) => "<",
            ("approx", _) => "约",
            _ => "",
        };

    /// <summary>As printed, Chinese numerals in digits; 半年 stays 半年.</summary>
    private static string Number(ObservationRow row, PrintedNumber number) =>
        row.ValueText == "半" || char.IsAsciiDigit(row.ValueText[0]) ? row.ValueText : Plain(number.Low);

    private static string Rate(ObservationRow row) =>
        row.UnitText.Contains('/')
            ? ""
            : row.PerTime switch
            {
                "day" => "/日",
                "month" => "/月",
                "half_year" => "/半年",
                "year" => "/年",
                _ => "",
            };

    /// <summary>Plain decimal notation without trailing zeros.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################");
}

/// <summary>Two figures are comparable as they stand only under the same key.</summary>
internal static class ComparabilityKey
{
    public static string Of(ObservationRow row, IndicatorRow indicator) =>
        string.Join(
            '|',
            indicator.PopulationId,
            indicator.Property,
            indicator.Statistic,
            indicator.Accounting,
            indicator.Unit,
            row.Modality,
            row.Scope,
            row.Criterion,
            row.PerTime,
            row.PerEntity
        );
}
