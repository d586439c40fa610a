using System.Globalization;

namespace Analytics.Charts;

/// <summary>
/// Numbers as the chart writes them where the caller gave no text: 万/亿 in Chinese, K/M/B in English; never rounded below their own
/// digits.
/// </summary>
internal static class NumberText
{
    private static readonly (double Size, string Zh, string En)[] Magnitudes =
    [
        (1e12, "万亿", "T"),
        (1e9, "", "B"),
        (1e8, "亿", ""),
        (1e6, "", "M"),
        (1e4, "万", ""),
        (1e3, "", "K"),
    ];

    /// <summary>From here on numbers are written as powers of ten: nobody counts the digits of more.</summary>
    private const double LeastPower = 1e15;

    /// <summary>English figures below this are written out: 2,407,000 rather than 2.407M.</summary>
    private const double LeastShortened = 1e9;

    /// <summary>
    /// A tick: the number with its magnitude, at most as many digits as it needs. <paramref name="largest"/> decides the magnitude for the
    /// whole axis.
    /// </summary>
    public static string Tick(double value, double largest, Language language)
    {
        if (value == 0)
            return "0";
        if (Math.Abs(largest) >= LeastPower)
            return Power(value);
        var (size, sign) = Magnitude(Math.Abs(largest), language);
        return Plain(value / size, language) + sign;
    }

    /// <summary>A figure with unit and the marker of its qualifier: ≥15万元, 约30人, 3万–5.5万元, 10%–20%.</summary>
    public static string Figure(ChartMark mark, ChartUnit unit, Language language)
    {
        var after = Unit(
            language == Language.En && mark.Anchor * unit.Factor == 1 ? unit with { Text = OfOne(unit.Text) } : unit,
            language
        );
        if (mark is { Low: { } low, High: { } high, Value: null })
            return Number(low) + (after == "%" ? after : "") + "–" + Number(high) + after;
        return Marker(mark, language) + Number(mark.Anchor ?? 0) + after;

        string Number(double value) => Value(value * unit.Factor, language);
    }

    /// <summary>An English unit behind a single one: 1 person, 1 item.</summary>
    private static string OfOne(string unit)
    {
        var end = unit.IndexOf(' ') is > 0 and var space ? space : unit.Length;
        return (
                unit[..end] switch
                {
                    "people" => "person",
                    [.. var stem, 's'] when !stem.EndsWith('s') => stem,
                    var word => word,
                }
            ) + unit[end..];
    }

    /// <summary>A unit as it follows a number: % and Chinese units close up, English words after a space.</summary>
    public static string Unit(ChartUnit unit, Language language) =>
        unit.Text.Length > 0 && language == Language.En && char.IsAsciiLetter(unit.Text[0]) ? " " + unit.Text : unit.Text;

    private static string Value(double value, Language language)
    {
        if (Math.Abs(value) >= LeastPower)
            return Power(value);
        var (size, sign) = Magnitude(Math.Abs(value), language);
        return size < (language == Language.En ? LeastShortened : 1e4) ? Plain(value, language) : Plain(value / size, language) + sign;
    }

    /// <summary>The greatest magnitude of a number, and its sign: 1 and nothing below the first.</summary>
    public static (double Size, string Sign) Magnitude(double value, Language language)
    {
        foreach (var (size, zh, en) in Magnitudes)
        {
            if (value >= size && value < LeastPower && (language == Language.En ? en : zh) is { Length: > 0 } sign)
                return (size, sign);
        }

        return (1, "");
    }

    private static string Marker(ChartMark mark, Language language)
    {
        var words = ChartWords.For(language);
        return mark.Qualifier switch
        {
            MarkQualifier.Min => mark.BoundOpen ? ">" : "≥",
            MarkQualifier.Max => mark.BoundOpen ? "<" : "≤",
            MarkQualifier.NearBelow => words.Near,
            MarkQualifier.Approx => words.Approx,
            _ => "",
        };
    }

    /// <summary>As <see cref="Plain(double)"/>; Chinese counts in 万, hence does not part thousands, as the papers do not.</summary>
    public static string Plain(double value, Language language) =>
        language == Language.Zh ? Plain(value).Replace(",", "", StringComparison.Ordinal) : Plain(value);

    /// <summary>1e300, −2.5e17.</summary>
    private static string Power(double value) => value.ToString("0.###########e0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Twelve significant digits, no exponent below 10¹⁵, no trailing zeros, a true minus sign.</summary>
    public static string Plain(double value)
    {
        if (Math.Abs(value) >= LeastPower)
            return Power(value);
        var rounded = double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded.ToString("#,0.############", CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
