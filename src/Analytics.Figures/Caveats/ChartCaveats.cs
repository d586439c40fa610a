using Analytics.Charts;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>
/// Why the figures of a picture are not comparable as they stand, and which of them: what one row carries alone needs no
/// second row; beyond that all rows of a picture stand beside each other, cards only those of one property, and the cells of
/// a table or the bars of groups only those of their own series.
/// </summary>
internal sealed class ChartCaveats
{
    /// <summary>Lines that inform rather than flood; what is left then shares the last one.</summary>
    private const int MostLines = 4;

    /// <summary>Rows that are still named one by one.</summary>
    private const int MostNames = 4;

    /// <summary>Words of one row that are still listed.</summary>
    private const int MostWords = 6;

    /// <summary>What may differ between rows.</summary>
    /// <param name="Code">The caveat code.</param>
    /// <param name="Zh">What it says of rows that differ, in Chinese.</param>
    /// <param name="En">The same in English.</param>
    /// <param name="Key">What is compared; null takes no part.</param>
    /// <param name="Word">How it is told to a reader.</param>
    private sealed record Difference(
        string Code,
        string Zh,
        string En,
        Func<Observation, string?> Key,
        Func<Observation, Language, string> Word
    );

    /// <summary>What a figure carries alone.</summary>
    private sealed record Mark(string Code, string Zh, string En, Func<Observation, bool> Holds);

    /// <summary>One reason with the code it belongs to.</summary>
    /// <param name="Code">A code of the view <c>caveat_code</c>.</param>
    /// <param name="Brief">The reason without the rows.</param>
    /// <param name="Text">The reason with the rows.</param>
    /// <param name="Rows">Those that it is about, 0-based.</param>
    public sealed record Reason(string Code, string Brief, string Text, IReadOnlyList<int> Rows);

    /// <summary>All codes, the most serious first.</summary>
    internal static readonly string[] Severity =
    [
        "suspect",
        "additive",
        "measure",
        "overlap",
        "quota",
        "ambiguous",
        "population",
        "unit",
        "level",
        "scope",
        "modality",
        "criterion",
        "accounting",
        "period",
        "bound",
        "denominator",
        "date",
        "size",
        "coverage",
    ];

    /// <summary>Codes of what keeps figures off one axis of lengths: they are no more alike than their names.</summary>
    internal static readonly string[] Apart = ["measure", "population", "unit", "level", "scope", "modality", "criterion", "accounting"];

    /// <summary>
    /// Codes that do not decide the reading: the marks themselves show them, by stripes, arrows and words beside them, or they are only
    /// said.
    /// </summary>
    private static readonly string[] Shown = ["suspect", "ambiguous", "bound", "denominator", "date", "size"];

    private static readonly Mark[] Marks =
    [
        new("suspect", "存疑（核算不符，照录）", "suspect, a check failed, kept as printed", o => o.Status == "suspect"),
        new("quota", "数目由规定比例决定，不宜排名", "a rule fixes the number, not to be ranked", o => o.IsByQuota),
        new("ambiguous", "原文有两解", "the text can be read in two ways", o => o.Status == "ambiguous"),
        new(
            "bound",
            "下限，不是确数",
            "a lower bound, not an exact figure",
            o => o.Qualifier == "min" && o.Modality is not ("threshold" or "rule")
        ),
        new("bound", "上限，不是确数", "an upper bound, not an exact figure", o => o.Qualifier == "max"),
        new("bound", "略低于此数，不是确数", "just below this, not an exact figure", o => o.Qualifier == "near_below"),
        new("bound", "约数或区间，不是确数", "approximate or an interval, not an exact figure", o => o.Qualifier is "approx" or "range"),
        new("denominator", "比例的基数未载", "the base of the share is not stated", o => o.Denominator?.Zh == "基数未载"),
        new("date", "时段系推断", "the period is inferred", o => o.PeriodBasis is "inherited" or "page_inferred"),
    ];

    private static readonly Difference Measure = new(
        "measure",
        "指标不同",
        "measures differ",
        o => o.Property,
        (o, l) => l == Language.Zh ? o.IndicatorZh : o.IndicatorEn
    );

    private static readonly Difference Statistic = new(
        "measure",
        "统计量不同",
        "statistics differ",
        o => o.Statistic,
        (o, l) => FigureWords.Statistic(o.Statistic, l)
    );

    private static readonly Difference[] Differences =
    [
        Measure,
        Statistic,
        new("measure", "计量基础不同", "rates differ", o => $"{o.PerTime}/{o.PerEntity}", FigureWords.Rate),
        new(
            "population",
            "对象不同",
            "populations differ",
            o => o.PopulationId,
            (o, l) => l == Language.Zh ? o.PopulationZh : o.PopulationEn
        ),
        new("unit", "单位不同", "units differ", o => o.Unit, (o, l) => o.ShownUnit(l).Text),
        new("level", "层级不同", "levels differ", o => o.PlaceLevel, (o, l) => FigureWords.Level(o.PlaceLevel, l)),
        new("scope", "覆盖范围不同", "scopes differ", o => o.Scope, (o, l) => FigureWords.Scope(o.Scope, l)),
        new("modality", "性质不同", "rules or plans beside measurements", o => o.Modality, (o, l) => FigureWords.Modality(o.Modality, l)),
        new(
            "criterion",
            "标准不同",
            "criteria differ",
            o => o.Criterion?.Zh ?? "",
            (o, l) => o.Criterion?.In(l) ?? (l == Language.Zh ? "未设标准" : "none stated")
        ),
        new(
            "accounting",
            "口径不同",
            "accounting differs",
            o => o.Accounting == "none" ? null : o.Accounting,
            (o, l) => FigureWords.Accounting(o.Accounting, l)
        ),
        new("period", "时段不同", "periods differ", Period, (o, l) => PeriodWords.Of(o, l).Whole(l)),
    ];

    private readonly IReadOnlyList<ChartRow> _rows;
    private readonly IReadOnlyList<string> _names;
    private readonly ChartKind _kind;
    private readonly Language _language;
    private readonly string _head;

    private ChartCaveats(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language, string head)
    {
        (_rows, _kind, _language, _head) = (rows, kind, language, head);
        _names = RowNames.Of(rows, language);
    }

    private bool Zh => _language == Language.Zh;

    /// <summary>The cautions of a picture.</summary>
    /// <param name="Lines">One line a code: the one that decides the reading, then the most serious first.</param>
    /// <param name="Decides">Whether there is one that decides.</param>
    public sealed record Cautions(IReadOnlyList<string> Lines, bool Decides);

    /// <summary>The cautions of a picture.</summary>
    /// <param name="session">Knows which figures overlap.</param>
    /// <param name="rows">In the order in which they are drawn.</param>
    /// <param name="kind">Decides which rows a reader compares.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="head">What stands above the rows and holds for all of them.</param>
    public static Cautions Of(AnalyticsSession session, IReadOnlyList<ChartRow> rows, ChartKind kind, Language language, string head)
    {
        var reasons = Reasons(session, rows, kind, language, head);
        var joint = language == Language.Zh ? "；" : "; ";
        var lines = reasons
            .GroupBy(r => r.Code)
            .OrderBy(g => Array.IndexOf(Severity, g.Key))
            .Select(g => new Reason(g.Key, string.Join(joint, g.Select(r => r.Brief)), string.Join(joint, g.Select(r => r.Text)), []))
            .ToList();
        var first =
            lines.FirstOrDefault(l => l.Code == "additive" || Apart.Contains(l.Code)) ?? lines.FirstOrDefault(l => !Shown.Contains(l.Code));
        lines = first is null ? lines : [first, .. lines.Where(l => l != first)];
        if (lines.Count <= MostLines)
            return new([.. lines.Select(l => l.Text)], first is not null);
        var rest = string.Join(joint, lines.Skip(MostLines - 1).Select(l => l.Brief));
        return new(
            [.. lines.Take(MostLines - 1).Select(l => l.Text), (language == Language.Zh ? "另外：" : "also: ") + rest],
            first is not null
        );
    }

    /// <summary>What keeps rows from being held against each other at all; periods that differ only ask for care.</summary>
    public static IReadOnlyList<Reason> Parting(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language) =>
        [.. new ChartCaveats(rows, kind, language, "").Between().Where(r => Apart.Contains(r.Code))];

    /// <summary>Whether nothing speaks against ranking the rows: alike, and each an exact and undoubted figure.</summary>
    public static bool AreRankable(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language) =>
        new ChartCaveats(rows, kind, language, "") is var caveats && !caveats.Alone().Any() && !caveats.Between().Any();

    /// <summary>Every reason that holds.</summary>
    public static IReadOnlyList<Reason> Reasons(
        AnalyticsSession session,
        IReadOnlyList<ChartRow> rows,
        ChartKind kind,
        Language language,
        string head
    )
    {
        var ids = rows.SelectMany(r => r.Figures).Select(o => o.Id).Distinct().ToArray();
        if (ids.Length == 0)
            return [];
        var caveats = new ChartCaveats(rows, kind, language, head);
        return
        [
            .. caveats.Alone(),
            .. caveats.Between(),
            .. caveats.Derived(),
            .. caveats.Mixed(),
            .. caveats.Sized(),
            .. ids.Length > 1 ? caveats.Overlaps(session.OverlapsAmong(ids)) : [],
        ];
    }

    private IEnumerable<Reason> Alone()
    {
        foreach (var mark in Marks)
        {
            var held = Enumerable.Range(0, _rows.Count).Where(i => _rows[i].Figures.Any(mark.Holds)).ToArray();
            if (
                held.Length == 0
                || mark.Code == "date" && held.All(i => IsTold(i, PeriodWords.Of(_rows[i].Figures.First(mark.Holds), _language).Remark))
            )
            {
                continue;
            }

            var brief = Zh ? mark.Zh : mark.En;
            yield return new Reason(
                mark.Code,
                brief,
                Of(
                    brief,
                    Names(held) + (mark.Code == "suspect" && !Zh ? FigureWords.Impossible(held.SelectMany(i => _rows[i].Figures)) : "")
                ),
                held
            );
        }
    }

    private IEnumerable<Reason> Between()
    {
        foreach (var difference in Differences.Where(d => d.Code != "period" || _kind is not (ChartKind.Line or ChartKind.Slope)))
        {
            var held = Compared().Where(group => Differs(difference, group)).SelectMany(g => g).Order().ToArray();
            if (held.Length > 0)
                yield return Told(difference, held);
        }
    }

    /// <summary>Rows that a reader holds against each other.</summary>
    private IEnumerable<int[]> Compared() =>
        Enumerable
            .Range(0, _rows.Count)
            .Where(i => _rows[i].Figures.Count > 0)
            .GroupBy(i =>
                _kind switch
                {
                    ChartKind.Kpi => $"{_rows[i].Figures[0].Property}\n{_rows[i].Figures[0].Statistic}\n{_rows[i].Figures[0].Unit}",
                    ChartKind.Heatmap or ChartKind.GroupedBar => _rows[i].Mark.Series,
                    _ => "",
                }
            )
            .Select(g => g.ToArray());

    private bool Differs(Difference difference, int[] group)
    {
        // What was worked out is of another measure than what it was worked out from.
        var figures = group
            .Where(i =>
                _rows[i].Basis != RowBasis.Derived || difference.Code is "population" or "level" or "scope" or "modality" or "period"
            )
            .SelectMany(i => _rows[i].Figures)
            .ToArray();
        if (
            difference.Code is "measure" or "criterion" && IsBreakdown(figures)
            || difference.Code == "criterion"
                && figures.Select(o => o.IndicatorId).Distinct().Count() > 1
                && !figures.GroupBy(o => o.IndicatorId).Any(g => g.Select(o => o.Criterion).Distinct().Count() > 1)
        )
        {
            return false;
        }
        // A mean beside a maximum of one thing differs in statistic only; different things have names that tell more.
        var onlyStatistic =
            figures.Select(o => o.Statistic).Distinct().Count() > 1
            && figures.GroupBy(o => o.Statistic).All(g => g.Select(o => o.Property).Distinct().Count() == 1)
            && figures.All(o => o.Statistic is "mean" or "maximum" or "minimum");
        if (
            difference == Measure
                ? onlyStatistic
                : difference.Code == "measure" && !onlyStatistic && figures.Select(o => o.Property).Distinct().Count() > 1
        )
        {
            return false;
        }

        return figures.Select(difference.Key).Where(k => k is not null).Distinct().Count() > 1;
    }

    /// <summary>Counts or shares of one population in one text at one time: its parts, which may stand beside each other.</summary>
    private static bool IsBreakdown(Observation[] figures) =>
        figures.All(o => o.Statistic is "count" or "share")
        && figures
            .Select(o =>
                string.Join('\n', o.PlaceZh, o.ArticleId, o.PopulationId, o.Statistic, o.Accounting, o.Unit, Period(o), o.Denominator?.Zh)
            )
            .Distinct()
            .Count() <= 1;

    private Reason Told(Difference difference, int[] held)
    {
        var groups = Grouped(difference, held);
        var brief = Zh ? difference.Zh : difference.En;
        if (groups.Length == 1)
            return new Reason(difference.Code, brief, OneWord(difference, brief, groups[0].Word), held);
        if (difference == Measure && groups.Length == held.Length)
        {
            return new Reason(
                difference.Code,
                brief,
                Of(
                    brief,
                    Zh
                        ? $"{held.Length}行各是一个指标，不宜比大小"
                        : $"the {held.Length} rows are {held.Length} measures, sizes do not compare"
                ),
                held
            );
        }

        if (
            groups.All(g =>
                g.Rows.All(i =>
                    IsTold(i, g.Word)
                    || difference.Code == "population" && _rows[i].Figures.All(o => IsTold(i, Zh ? o.IndicatorZh : o.IndicatorEn))
                )
            ) || AreNames(groups)
        )
        {
            return new Reason(
                difference.Code,
                brief,
                brief
                    + Seen(
                        difference.Code == "period"
                            ? [.. held.SelectMany(i => _rows[i].Figures).Select(o => PeriodWords.Of(o, _language).Text).Distinct()]
                            : [.. groups.Select(g => g.Word)]
                    ),
                held
            );
        }

        return new Reason(
            difference.Code,
            brief,
            groups.Length > MostNames
                ? Of(brief, Zh ? $"共{groups.Length}种" : $"{groups.Length} of them")
                : Of(
                    brief,
                    string.Join(
                        Zh ? "，" : "; ",
                        groups.Select(g =>
                            Zh ? $"{Names(g.Rows)}{(g.Word == "时段未载" ? "未载" : "为" + g.Word)}" : $"{Names(g.Rows)}: {g.Word}"
                        )
                    )
                ),
            held
        );
    }

    /// <summary>Rows of which the same is said.</summary>
    private sealed record WordGroup(string Word, int[] Rows);

    private WordGroup[] Grouped(Difference difference, int[] held)
    {
        var words = Array.ConvertAll(held, i => Words(difference, _rows[i].Figures));
        var keys = Array.ConvertAll(words, of => string.Join('\n', of));
        return
        [
            .. Enumerable
                .Range(0, held.Length)
                .Where(place => words[place].Length > 0)
                .GroupBy(place => keys[place])
                .Select(same => new WordGroup(Some(words[same.First()]), [.. same.Select(place => held[place])])),
        ];
    }

    private string[] Words(Difference difference, IEnumerable<Observation> figures) =>
        [.. figures.Where(o => difference.Key(o) is not null).Select(o => difference.Word(o, _language)).Distinct()];

    /// <summary>Words of one row, which may stand on hundreds of figures: not all of them would be read.</summary>
    private string Some(string[] words)
    {
        var some = string.Join(Zh ? "、" : ", ", words.Take(MostWords));
        return words.Length <= MostWords ? some
            : Zh ? $"{some}等{words.Length}种"
            : $"{some} and {words.Length - MostWords} more";
    }

    /// <summary>Different things under the same words: periods of two articles.</summary>
    private string OneWord(Difference difference, string brief, string word) =>
        (difference.Code, Zh, word is "时段未载" or "period not stated") switch
        {
            ("period", true, true) => "时段可能不同：各行均未载",
            ("period", false, true) => "periods may differ: none is stated",
            ("period", true, _) => $"时段可能不同：各行都写{word}",
            ("period", false, _) => $"periods may differ: all rows say {word}",
            _ => Of(brief, word),
        };

    /// <summary>
    /// Whether the rows are named after what differs, one name for each: then the names tell it. The name of a place tells only where.
    /// </summary>
    private bool AreNames(WordGroup[] groups) =>
        groups.Select(g => g.Rows.Select(i => _rows[i].Mark.Category).Distinct().ToArray()).ToArray() is var named
        && named.All(n => n.Length == 1)
        && named.Select(n => n[0]).Distinct().Count() == named.Length
        && groups.SelectMany(g => g.Rows).All(i => !_rows[i].Behind.Any(o => o.IsPlace(_rows[i].Mark.Category)));

    /// <summary>Words that stand in the rows already: they are listed while few.</summary>
    private string Seen(string[] words) =>
        (words.Length <= 3, Zh) switch
        {
            (true, true) => $"：{string.Join('、', words)}（见各行）",
            (true, false) => $": {string.Join(", ", words)} (see the rows)",
            (false, true) => "，见各行",
            (false, false) => ", see the rows",
        };

    /// <summary>Numbers that no text states, unless the chart says so already.</summary>
    private IEnumerable<Reason> Derived()
    {
        string[] said = ["推算", "加总", "相加", "derived", "added"];
        var held = Enumerable
            .Range(0, _rows.Count)
            .Where(i => _rows[i].Basis is RowBasis.Derived or RowBasis.Sum && !said.Any(word => IsTold(i, word)))
            .ToArray();
        var brief = Zh ? "推算，原文未载此数" : "worked out from the figures, not stated in the text";
        if (held.Length > 0)
            yield return new Reason("measure", brief, Of(brief, Names(held)), held);
    }

    /// <summary>Numbers of the user's on one axis with the articles': nobody has checked that they are about the same.</summary>
    private IEnumerable<Reason> Mixed()
    {
        int[] own = [.. Enumerable.Range(0, _rows.Count).Where(i => _rows[i].Origin == FigureOrigins.Own)];
        if (own.Length == 0 || _kind is ChartKind.Kpi or ChartKind.Heatmap)
            yield break;
        var brief = Zh
            ? "使用者自己的数与报道数字并列，是否同一口径无人核对"
            : "the user's own numbers beside figures of the articles; nobody has checked that they measure the same";
        yield return new Reason("measure", brief, Of(brief, Names(own)), own);
    }

    /// <summary>Totals of one thing in several places, which are greater where there is more to count. It blocks nothing.</summary>
    private IEnumerable<Reason> Sized()
    {
        int[] held =
        [
            .. Compared()
                .SelectMany(group =>
                    group.Where(i => _rows[i].Figures.Any(IsTotal)).GroupBy(i => _rows[i].Figures.First(IsTotal).IndicatorId)
                )
                .Where(same => same.SelectMany(i => _rows[i].Figures.Where(IsTotal)).Select(o => o.PlaceZh).Distinct().Count() > 1)
                .SelectMany(same => same)
                .Order(),
        ];
        var brief = Zh ? "各地总数，未按规模折算" : "raw totals of places of unequal size";
        if (held.Length > 0)
            yield return new Reason("size", brief, Of(brief, Names(held)), held);
    }

    private static bool IsTotal(Observation o) => o.Statistic is "count" or "total" && o.PerEntity is null;

    private IEnumerable<Reason> Overlaps(IReadOnlyList<(string A, string B)> pairs)
    {
        var between = new List<Overlap>();
        foreach (var (one, other) in pairs)
        {
            foreach (var a in RowsOf(one))
            {
                foreach (var b in RowsOf(other))
                {
                    if (a != b && new Overlap(Math.Min(a, b), Math.Max(a, b)) is var overlap && !between.Contains(overlap))
                        between.Add(overlap);
                }
            }
        }

        if (between.Count == 0)
            yield break;
        var brief = Zh ? "可能互有重叠，不可相加" : "may overlap, never add";
        var named = between is [var only]
            ? Zh
                ? $"{_names[only.First]}与{_names[only.Second]}"
                : $"{_names[only.First]} and {_names[only.Second]}"
            : Names([.. Enumerable.Range(0, _rows.Count).Where(i => between.Exists(o => o.First == i || o.Second == i))]);
        int[] held = [.. between.SelectMany(o => new[] { o.First, o.Second }).Distinct().Order()];
        yield return new Reason("overlap", brief, Of(brief, named), held);
    }

    /// <summary>Two rows, the upper one first, with figures that must not be added.</summary>
    private sealed record Overlap(int First, int Second);

    private IEnumerable<int> RowsOf(string id) => Enumerable.Range(0, _rows.Count).Where(i => _rows[i].Figures.Any(o => o.Id == id));

    private string Names(int[] held) =>
        held.Length == _rows.Count && held.Length > 2
            ? Zh
                ? "各行"
                : "all rows"
            : held.Length > MostNames
                ? Zh
                    ? $"{_names[held[0]]}等{held.Length}行"
                    : $"{_names[held[0]]} and {held.Length - 1} more rows"
                : string.Join(Zh ? "、" : ", ", held.Select(i => _names[i]).Distinct());

    private string Of(string reason, string what) =>
        what.Length == 0 ? reason
        : Zh ? $"{reason}：{what}"
        : $"{reason}: {what}";

    private bool IsTold(int row, string word) =>
        _rows[row].Text.Contains(word, StringComparison.Ordinal) || word.Length > 0 && _head.Contains(word, StringComparison.Ordinal);

    /// <summary>Dates where both ends are known; else the words of one article, which cannot be held against another's.</summary>
    private static string Period(Observation o) =>
        o.PeriodKind is "day" or "month" or "year" or "since" ? $"{o.PeriodStart}/{o.PeriodEnd}" : $"{o.ArticleId}/{o.Period?.Zh}";
}
