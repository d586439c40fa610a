using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>A number as printed, read exactly. For a single number both ends are equal.</summary>
internal readonly partial record struct PrintedNumber(decimal Low, decimal High)
{
    public bool IsRange => Low != High;

    /// <summary>Numbers above this are no figures of newspapers, and their products would not fit a decimal.</summary>
    private const decimal Greatest = 1_000_000_000_000_000m;

    /// <summary>
    /// Reads Arabic numerals, decimals, Chinese numerals and ranges of Arabic numerals (<c>10%-20%</c>); null for anything else.
    /// </summary>
    public static PrintedNumber? Parse(string text)
    {
        var form = NormalForm.Of(text);
        if (Single(form) is { } single)
            return new(single, single);
        var range = Range().Match(form);
        if (!range.Success || Single(range.Groups[1].Value) is not { } low || Single(range.Groups[2].Value) is not { } high)
            return null;
        return low < high ? new(low, high) : null;
    }

    private static decimal? Single(string form) =>
        Plain().IsMatch(form)
        && decimal.TryParse(form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value <= Greatest
            ? value
            : ChineseNumeral.Parse(form);

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^([0-9.]+)%?(?:-|~|—|——|–|至|到)([0-9.]+)%?$")]
    private static partial Regex Range();
}
