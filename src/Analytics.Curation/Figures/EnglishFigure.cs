using System.Globalization;

namespace Analytics.Curation;

/// <summary>
/// A printed figure in English, with exact numbers: 80余万元 is "just over 800,000 yuan", 2名以上 "2 people or more", 近2.5万元
/// "nearly 25,000 yuan".
/// </summary>
internal static class EnglishFigure
{
    /// <summary>The label of 个 and its like: what is counted is said by the measure, and "173 items" of villages misleads.</summary>
    private const string Anything = "items";

    /// <param name="reading">What the printed figure says.</param>
    /// <param name="units">All units by name; one that is not listed leaves the number alone.</param>
    public static string Of(FigureReading reading, IReadOnlyDictionary<string, UnitRow> units)
    {
        var unit = units.GetValueOrDefault(reading.Unit);
        var figure =
            reading.Number.IsRange ? $"{Number(reading.Number.Low, unit)} to {Number(reading.Number.High, unit)}"
            : reading.Number.Low == 0.5m && unit is { Factor: 1 } ? "half a"
            : Number(reading.Number.Low, unit);
        var name = unit is null ? "" : Name(unit, units, reading.Number.High * unit.Factor <= 1);
        return Bounded(name.Length > 0 ? $"{figure} {name}" : figure, reading.Marker);
    }

    private static string Bounded(string figure, Marker? marker) =>
        marker?.Text switch
        {
            null => figure,
            "余" or "多" or "几" => $"just over {figure}",
            "以上" or "及以上" => $"{figure} or more",
            "以下" or "及以下" or "以内" => $"{figure} or less",
            _ => $"{Word(marker)} {figure}",
        };

    private static string Word(Marker marker) =>
        (marker.Qualifier, marker.Open) switch
        {
            ("min", true) => "more than",
            ("min", false) => "at least",
            ("max", true) => "less than",
            ("max", false) => "at most",
            ("near_below", _) => "nearly",
            _ => "about",
        };

    /// <summary>In the base unit; from five digits on with separators, as 1870 reads like the source's and 2407000 does not.</summary>
    private static string Number(decimal number, UnitRow? unit)
    {
        if (unit is { Kind: "share" })
            return ValueDisplay.Plain(number) + "%";
        var value = number * (unit?.Factor ?? 1);
        return value >= 10_000
            ? value.ToString("#,0.############################", CultureInfo.InvariantCulture)
            : ValueDisplay.Plain(value);
    }

    private static string Name(UnitRow unit, IReadOnlyDictionary<string, UnitRow> units, bool isOne)
    {
        if (unit.Kind == "share" || unit.LabelEn.Split(' ')[0] == Anything)
            return "";
        var label = (unit.Factor == 1 ? unit : units.GetValueOrDefault(unit.BaseUnit, unit)).LabelEn;
        var name = label.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? label[..bracket] : label;
        return isOne ? OfOne(name) : name;
    }

    private static string OfOne(string name) =>
        name == "people" ? "person"
        : name.EndsWith('s') ? name[..^1]
        : name;
}
