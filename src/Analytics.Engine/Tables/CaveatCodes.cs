using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>
/// The caveat codes, the weightiest first, and the SQL that all views make of them. A view that uses it has a column <c>has_CODE</c>,
/// never NULL, for each code that can hold between figures.
/// </summary>
internal static class CaveatCodes
{
    /// <summary>What two figures can be at best between which a code stands.</summary>
    private enum AtBest
    {
        Not,
        Side,
        Comparable,
    }

    /// <summary>A code in words.</summary>
    /// <param name="Name">As in <c>has_NAME</c>.</param>
    /// <param name="Best">What it leaves of their standing.</param>
    /// <param name="Zh">What it says.</param>
    /// <param name="En">The same in English.</param>
    /// <param name="IsBetween">Whether it can hold between two measured figures of one unit; others are said of results.</param>
    private sealed record Code(string Name, AtBest Best, string Zh, string En, bool IsBetween = true);

    private static readonly Code[] All =
    [
        new("level", AtBest.Not, "层级不同（县与乡镇、村）", "levels differ (county beside township or village)"),
        new("population", AtBest.Not, "对象不同", "populations differ"),
        new("measure", AtBest.Not, "指标不同", "measures differ"),
        new("unit", AtBest.Not, "单位不同", "units differ", IsBetween: false),
        new("accounting", AtBest.Not, "口径不同（存量、流量、累计、增量）", "accounting differs (stock, flow, cumulative, increment)"),
        new("scope", AtBest.Not, "覆盖范围不同", "scopes differ (urban, rural, part)"),
        new("criterion", AtBest.Not, "标准不同", "criteria differ"),
        new("modality", AtBest.Not, "性质不同（规定、计划与实绩）", "rules or plans beside measurements", IsBetween: false),
        new("denominator", AtBest.Not, "基数未载", "the base of a share is not stated"),
        new("suspect", AtBest.Not, "数字存疑", "a figure is suspect"),
        new("overlap", AtBest.Not, "互有重叠，不可相加", "the figures overlap"),
        new("quota", AtBest.Not, "数目由规定比例决定", "a rule fixes the numbers"),
        new("additive", AtBest.Not, "均值、比率不可相加", "means and ratios do not add up", IsBetween: false),
        new("ambiguous", AtBest.Side, "原文可作两解", "the text can be read in two ways"),
        new("period", AtBest.Side, "时段不同或未载", "periods differ or are not stated"),
        new("date", AtBest.Side, "时间系推断", "a period is inferred"),
        new("bound", AtBest.Side, "含上下限，不是确数", "a bound, not an exact figure"),
        new("size", AtBest.Comparable, "是总数，未按规模折算", "raw totals, not adjusted for size"),
        new("coverage", AtBest.Comparable, "多数县未见", "most counties have no figure", IsBetween: false),
    ];

    /// <summary>The view <c>caveat_code</c>: the words for each code, and what it leaves of the standing of two figures.</summary>
    public static readonly string View =
        "SELECT * FROM (VALUES "
        + string.Join(
            ", ",
            All.Select(c =>
                $"({SqlText.Literal(c.Name)}, {SqlText.Literal(Name(c.Best))}, {SqlText.Literal(c.Zh)}, {SqlText.Literal(c.En)})"
            )
        )
        + ") AS code(code, at_best, label_zh, label_en)";

    /// <summary>The columns that say which codes hold between two measured figures.</summary>
    public static readonly string Flags = string.Join(", ", All.Where(c => c.IsBetween).Select(c => $"has_{c.Name}"));

    /// <summary>The codes that hold, with a blank between.</summary>
    public static readonly string Names = Joined(" ", c => c.Name);

    /// <summary>The words of the codes that hold.</summary>
    public static readonly string WordsZh = Joined("；", c => c.Zh),
        WordsEn = Joined("; ", c => c.En);

    /// <summary>How many codes hold that decide the standing.</summary>
    public static readonly string Count = string.Join(
        " + ",
        All.Where(c => c.IsBetween && c.Best != AtBest.Comparable).Select(c => $"CAST(has_{c.Name} AS INTEGER)")
    );

    /// <summary>
    /// The standing of two figures: <c>comparable</c> without a reason, <c>side</c> if they are of the same indicator (column
    /// <c>same_indicator</c>) and only time, bounds or a second reading stand between, else <c>not</c>.
    /// </summary>
    public static readonly string Standing =
        $"CASE WHEN NOT same_indicator OR {Any(AtBest.Not)} THEN 'not' WHEN {Any(AtBest.Side)} THEN 'side' ELSE 'comparable' END";

    /// <summary>What a code says.</summary>
    public static Localized Words(string code)
    {
        var found = All.First(c => c.Name == code);
        return new(found.Zh, found.En);
    }

    /// <summary>Codes, each once, the weightiest first.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> codes)
    {
        var given = codes.ToHashSet();
        return [.. All.Select(c => c.Name).Where(given.Contains)];
    }

    private static string Joined(string between, Func<Code, string> word) =>
        $"concat_ws('{between}', "
        + string.Join(", ", All.Where(c => c.IsBetween).Select(c => $"CASE WHEN has_{c.Name} THEN {SqlText.Literal(word(c))} END"))
        + ")";

    private static string Any(AtBest best) =>
        string.Join(" OR ", All.Where(c => c.IsBetween && c.Best == best).Select(c => $"has_{c.Name}"));

    private static string Name(AtBest best) => best.ToString().ToLowerInvariant();
}
