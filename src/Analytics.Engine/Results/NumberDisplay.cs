using System.Globalization;

namespace Analytics.Engine.Results;

/// <summary>How numbers are written for reading. Laid over the canonical text; no digit is lost, nothing is rounded.</summary>
public enum NumberStyle
{
    /// <summary>The canonical text: <c>12345678</c>.</summary>
    Plain,

    /// <summary>With thousand separators: <c>12,345,678</c>.</summary>
    Grouped,

    /// <summary>In 万 (10⁴) and 亿 (10⁸), the point shifted: <c>1234.5678万</c>.</summary>
    TenThousands,
}

/// <summary>Writes canonical texts of numbers for reading.</summary>
public static class NumberDisplay
{
    private const int TenThousand = 4,
        HundredMillion = 8;

    /// <summary>The number with so many decimals, or without such as say nothing (35.0); for tables that people read.</summary>
    /// <param name="canonical">The engine's text.</param>
    /// <param name="decimals">Null: as many as there are.</param>
    public static string Rounded(string canonical, int? decimals) =>
        decimals is { } digits && decimal.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString($"F{digits}", CultureInfo.InvariantCulture)
        : canonical.EndsWith(".0", StringComparison.Ordinal) ? canonical[..^2]
        : canonical;

    /// <summary>The number in a style; texts that are not plain decimals (exponents, infinities) stay as they are.</summary>
    public static string Of(string canonical, NumberStyle style)
    {
        var digits = canonical.AsSpan().TrimStart('-');
        var sign = canonical[..(canonical.Length - digits.Length)];
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits[..point]).ToString();
        var fraction = point < 0 ? "" : digits[(point + 1)..].ToString();
        if (
            style == NumberStyle.Plain
            || sign.Length > 1
            || whole.Length == 0
            || !whole.All(char.IsAsciiDigit)
            || !fraction.All(char.IsAsciiDigit)
        )
        {
            return canonical;
        }

        return sign + (style == NumberStyle.Grouped ? Joined(Grouped(whole), fraction) : Shifted(whole, fraction));
    }

    private static string Shifted(string whole, string fraction) =>
        whole.Length switch
        {
            > HundredMillion => Shifted(whole, fraction, HundredMillion) + "亿",
            > TenThousand => Shifted(whole, fraction, TenThousand) + "万",
            _ => Joined(whole, fraction),
        };

    private static string Shifted(string whole, string fraction, int places) =>
        Joined(Grouped(whole[..^places]), (whole[^places..] + fraction).TrimEnd('0'));

    private static string Joined(string whole, string fraction) => fraction.Length == 0 ? whole : $"{whole}.{fraction}";

    private static string Grouped(string whole)
    {
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, ",");
        return whole;
    }
}
