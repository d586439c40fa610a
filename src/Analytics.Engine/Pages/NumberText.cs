using System.Globalization;
using Analytics.Engine.Models;

namespace Analytics.Engine.Pages;

/// <summary>Numbers of cards and charts in words: 27.8万元, 1181千克, −19.6%.</summary>
public static class NumberText
{
    private static readonly Localized None = new("无", "none");

    /// <summary>A value of a measure with its unit.</summary>
    public static Localized Of(double? value, Measure measure) =>
        value is not { } number || !double.IsFinite(number) ? None
        : measure.Unit == "元" && Math.Abs(number) >= 10_000 ? new($"{Plain(number / 10_000, 1)}万元", $"{Plain(number, 0)} yuan")
        : new(Plain(number, measure.Decimals) + measure.Unit, Plain(number, measure.Decimals) + English(measure.Unit));

    /// <summary>A change in percent.</summary>
    public static Localized Change(double? value, double? before) =>
        value is { } now && before is { } then && then != 0 ? Localized.Same(Signed((now - then) / then * 100) + "%") : None;

    /// <summary>A share in percent.</summary>
    public static Localized Share(double? share) =>
        share is { } part ? Localized.Same((part * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%") : None;

    /// <summary>A number with as many digits as it needs, at most two after the point.</summary>
    public static string Plain(double number, int? decimals = null) =>
        number.ToString(
            decimals is { } digits ? "#,0" + (digits > 0 ? "." + new string('0', digits) : "")
                : Math.Abs(number) >= 1000 || number == Math.Floor(number) ? "#,0"
                : Math.Abs(number) >= 100 ? "0.0"
                : "0.##",
            CultureInfo.InvariantCulture
        );

    private static string Signed(double number) =>
        (number < 0 ? "−" : "+") + Math.Abs(number).ToString("0.0", CultureInfo.InvariantCulture);

    private static string English(string? unit) =>
        unit switch
        {
            null => "",
            "条" => "",
            "元" => " yuan",
            "千克" => " kg",
            "元/千克" => " yuan/kg",
            _ => " " + unit,
        };
}
