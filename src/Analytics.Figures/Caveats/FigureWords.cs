using System.Globalization;

namespace Analytics.Figures;

/// <summary>The closed vocabularies of the figures in words for readers.</summary>
internal static class FigureWords
{
    public static string Statistic(string statistic, Language language) =>
        Pick(
            language,
            statistic switch
            {
                "count" => ("个数", "number"),
                "total" => ("合计", "total"),
                "mean" => ("平均", "mean"),
                "maximum" => ("最高", "maximum"),
                "minimum" => ("最低", "minimum"),
                "share" => ("占比", "share"),
                "change_rate" => ("变化率", "rate of change"),
                "threshold" => ("门槛", "threshold"),
                "rule" => ("规定", "rule"),
                _ => (statistic, statistic),
            }
        );

    /// <summary>What a rate is for: 每年, a year; nothing named for a plain figure.</summary>
    public static string Rate(Observation o, Language language)
    {
        var time = o.PerTime switch
        {
            null => ("", ""),
            "month" => ("每月", "a month"),
            "year" => ("每年", "a year"),
            "day" => ("每天", "a day"),
            var other => ("每" + other, "a " + other),
        };
        var entity = o.PerEntity switch
        {
            null => ("", ""),
            "person" => ("每人", "for each person"),
            "household" => ("每户", "for each household"),
            "village" => ("每村", "for each village"),
            "community" => ("每社区", "for each community"),
            "village_community" => ("每村（社区）", "for each village or community"),
            "township" => ("每乡镇", "for each township"),
            "grid" => ("每网格", "for each grid"),
            var other => ("每" + other, "for each " + other),
        };
        var words = language == Language.Zh ? time.Item1 + entity.Item1 : $"{time.Item2} {entity.Item2}".Trim();
        return words.Length > 0 ? words
            : language == Language.Zh ? "不按时间、对象"
            : "no rate";
    }

    public static string Level(string level, Language language) =>
        Pick(
            language,
            level switch
            {
                "prefecture" => ("市级", "prefecture"),
                "county" => ("县级", "county"),
                "township" => ("乡镇（街道）级", "township"),
                "village" => ("村（社区）级", "village"),
                "compound" => ("小区", "housing estate"),
                _ => (level, level),
            }
        );

    public static string Scope(string scope, Language language) =>
        Pick(
            language,
            scope switch
            {
                "all" => ("全境", "the whole place"),
                "urban" => ("城镇", "urban"),
                "rural" => ("农村", "rural"),
                "subset" => ("部分", "a part"),
                _ => (scope, scope),
            }
        );

    public static string Modality(string modality, Language language) =>
        Pick(
            language,
            modality switch
            {
                "reported" => ("实绩", "measured"),
                "allocated" => ("下拨", "allocated"),
                "planned" => ("计划", "planned"),
                "quota" => ("名额", "quota"),
                "entitlement" => ("待遇", "entitlement"),
                "rule" => ("规定", "rule"),
                "threshold" => ("门槛", "threshold"),
                _ => (modality, modality),
            }
        );

    public static string Accounting(string accounting, Language language) =>
        Pick(
            language,
            accounting switch
            {
                "stock" => ("存量", "stock"),
                "flow" => ("流量", "flow"),
                "cumulative" => ("累计", "cumulative"),
                "increment" => ("增量", "increment"),
                _ => (accounting, accounting),
            }
        );

    /// <summary>
    /// Which printed shares no whole number of their stated base gives, in English, in brackets; empty where that is not the doubt.
    /// </summary>
    public static string Impossible(IEnumerable<Observation> doubtful)
    {
        var impossible = doubtful
            .Where(o => o is { Unit: "1", Value: not null, DenominatorValue: > 0 } && !IsPossible(o.Value.Value, o.DenominatorValue.Value))
            .ToArray();
        return impossible.Length == 0 ? "" : $" ({string.Join("; ", impossible.Select(NoWholeNumber))})";
    }

    private static string NoWholeNumber(Observation o) =>
        string.Create(CultureInfo.InvariantCulture, $"no whole number of {o.DenominatorValue} gives {o.Shown(Language.En)}");

    /// <summary>Whether a share to two decimals of a percentage is that of a whole number, one unit of the last place allowed.</summary>
    private static bool IsPossible(double share, double of) => Math.Abs(Math.Round(share * of) / of - share) <= 0.0001;

    private static string Pick(Language language, (string Zh, string En) words) => language == Language.Zh ? words.Zh : words.En;
}
