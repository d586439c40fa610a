using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Figures;

/// <summary>
/// Where a period stands in time, as texts and tables write it: 2024, 2024年3月, 2024-03-15, 2024年第一季度, Q1, 上半年, 3月, 第二轮.
/// </summary>
/// <param name="Scale">Only periods of one scale have an order among each other: <c>year</c> for all that name one, else what is
/// counted.</param>
/// <param name="At">Years with their fraction, or the number within the scale.</param>
internal readonly partial record struct ChartPeriod(string Scale, double At)
{
    private const string Digits = "〇一二三四五六七八九十";

    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Words that end like "before" and mean the present.</summary>
    private static readonly string[] Now = ["目前", "当前", "日前", "眼前"];

    private static readonly string[] Sequence = ["前年", "去年", "上年", "今年", "本年", "明年"];

    [GeneratedRegex(@"^(?<year>[12]\d{3})(?:年度?|(?:年|[-/.])(?<month>\d{1,2})(?:月份?|(?:月|[-/.])(?<day>\d{1,2})[日号]?)?)?$")]
    private static partial Regex Date();

    [GeneratedRegex(
        @"^(?:(?<year>[12]\d{3})年?[- ]?)?(?:第?(?<n>[一二三四1-4])季度|Q(?<n>[1-4]))(?: (?<year>[12]\d{3}))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:(?<year>[12]\d{3})年)?(?<half>[上下])半年$")]
    private static partial Regex Half();

    [GeneratedRegex(@"^(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})月份?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^第?(?<n>\d{1,4}|[一二三四五六七八九十]{1,3})(?<what>轮|批|期|次|届|周|天|年|阶段)$")]
    private static partial Regex Ordinal();

    /// <summary>All of one scale, or null if one is no period or they have no common order.</summary>
    public static IReadOnlyDictionary<string, double>? Of(IEnumerable<string> texts)
    {
        var periods = new Dictionary<string, double>();
        string? scale = null;
        foreach (var text in texts.Distinct())
        {
            if (Of(text) is not { } period || (scale ??= period.Scale) != period.Scale)
                return null;
            periods[text] = period.At;
        }
        return periods.Count > 0 ? periods : null;
    }

    /// <summary>One period; null if the text names none.</summary>
    public static ChartPeriod? Of(string text)
    {
        text = text.Trim();
        return Dated(text) ?? Quartered(text) ?? Halved(text) ?? Counted(text) ?? Sequenced(text);
    }

    private static ChartPeriod? Dated(string text)
    {
        if (Date().Match(text) is not { Success: true } date)
            return null;
        var month = date.Groups["month"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 1;
        var day = date.Groups["day"] is { Success: true } d ? int.Parse(d.Value, CultureInfo.InvariantCulture) : 1;
        var year = int.Parse(date.Groups["year"].Value, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new("year", year + (month - 1 + (day - 1) / 31.0) / 12)
            : null;
    }

    private static ChartPeriod? Quartered(string text) =>
        Quarter().Match(text) is { Success: true } quarter
            ? Within(quarter.Groups["year"], "quarter", Number(quarter.Groups["n"].Value) - 1, 4)
            : null;

    private static ChartPeriod? Halved(string text) =>
        Half().Match(text) is { Success: true } half
            ? Within(half.Groups["year"], "half", half.Groups["half"].Value == "上" ? 0 : 1, 2)
            : null;

    private static ChartPeriod? Counted(string text)
    {
        if (Month().Match(text) is { Success: true } month && Number(month.Groups["n"].Value) is >= 1 and <= 12 and var number)
            return new("month", number);
        if (Ordinal().Match(text) is { Success: true } ordinal)
            return new(ordinal.Groups["what"].Value, Number(ordinal.Groups["n"].Value));
        var english = text.Length is 3 or > 3 ? Array.IndexOf(MonthNames, text[..3].ToLowerInvariant()) : -1;
        return
            english >= 0
            && (
                text.Length == 3
                || CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(english + 1).Equals(text, StringComparison.OrdinalIgnoreCase)
            )
            ? new("month", english + 1)
            : null;
    }

    /// <summary>What has an order by its words: last year and this, before and after.</summary>
    private static ChartPeriod? Sequenced(string text)
    {
        if (Array.IndexOf(Sequence, text) is >= 0 and var at)
            return new("relative", at);
        if (text.Equals("before", StringComparison.OrdinalIgnoreCase) || text == "期初" || text.EndsWith('前') && !Now.Any(text.EndsWith))
            return new("turn", 0);
        return text.EndsWith('后') || text.Equals("after", StringComparison.OrdinalIgnoreCase) || text == "期末" ? new("turn", 1) : null;
    }

    private static ChartPeriod Within(Group year, string scale, int part, int parts) =>
        year.Success ? new("year", int.Parse(year.Value, CultureInfo.InvariantCulture) + part / (double)parts) : new(scale, part + 1);

    /// <summary>A number in figures or in Chinese words up to 99.</summary>
    private static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return Digits.IndexOf(text[0]);
        return (ten == 0 ? 10 : Digits.IndexOf(text[0]) * 10) + (ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1]));
    }
}
