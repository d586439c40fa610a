using System.Globalization;

namespace Analytics.Engine.Verdicts;

/// <summary>The words of a text on time, in English.</summary>
public static class PeriodText
{
    /// <summary>Words that name a moment by the time of writing, which these texts do not print.</summary>
    private static readonly Dictionary<string, string> Moments = new() { ["目前"] = "at present", ["截至目前"] = "up to now" };

    private static readonly Dictionary<string, string> Spans = new()
    {
        ["近三年来"] = "the last three years",
        ["近两年"] = "the last two years",
        ["近一年"] = "the last year",
        ["年"] = "yearly",
        ["每年"] = "yearly",
        ["年均"] = "yearly",
        ["年售"] = "yearly",
        ["每月"] = "monthly",
        ["每半年"] = "every half-year",
        ["每年每两年"] = "every year or every two",
        ["高考期间"] = "during the college entrance examination",
    };

    /// <summary>2024年以来 is "since 2024"; what cannot be told in other words stands in the quotation marks given.</summary>
    public static string English(string period, char open = '“', char close = '”')
    {
        if (Moments.TryGetValue(period, out var moment))
            return $"{open}{moment}{close}";
        if (Spans.TryGetValue(period, out var span))
            return span;
        var year = period.Length > 4 && period[4] == '年' && period[..4].All(char.IsAsciiDigit) ? period[..4] : null;
        return (year, year is null ? "" : period[5..]) switch
        {
            ({ }, "") => year,
            ({ }, "来" or "以来") => "since " + year,
            ({ }, var month) when int.TryParse(month.TrimEnd('月'), NumberStyles.None, CultureInfo.InvariantCulture, out var m) =>
                $"{year}-{m:00}",
            _ => $"{open}{period}{close}",
        };
    }
}
