using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>
/// What a chart must not suggest: a trend over a moved criterion, a whole of parts that do not add up, a number of people
/// from attendances, lengths of what does not compare. Each is refused with its mend, drawn when its code is demanded, and then said in
/// the picture.
/// </summary>
public static class ChartGuards
{
    /// <summary>The caveat that lifts all guards over adding up, one by one or together.</summary>
    private const string AddingUp = "additive";

    /// <summary>The codes that <c>allow</c> takes: those of single guards, then the caveats that keep figures off one axis.</summary>
    public static readonly IReadOnlyList<string> Codes = ["stack", "sum", "attendance", "mean", "rank", AddingUp, .. ChartCaveats.Apart];

    /// <summary>Why a canned query that names no chart is drawn only where kind, values or <c>rank</c> are asked for.</summary>
    public static readonly Localized NoChart = new(
        "此查询没有指定图（它的数字不宜直接比高低）",
        "This query names no chart (its figures are not to be ranked as they stand)"
    );

    /// <summary>A guard in words: why it refuses and what to use instead, and what is said where it was lifted.</summary>
    private sealed record Guard(string Code, string RefusalZh, string RefusalEn, string RemarkZh, string RemarkEn);

    /// <summary>A guard that was lifted.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Text">What the picture says.</param>
    internal sealed record Lifted(string Code, string Text);

    private static readonly Guard[] Guards =
    [
        new(
            "criterion",
            "同一条线上各数的标准或指标不同，连起来像是变化，其实没有人量过。请用不连线的 dot",
            "The figures of one line differ in criterion or measure, so a line "
                + "would show a change that nobody measured. Use dot, which joins nothing",
            "按要求连线：各点的标准或指标不同，起落不是变化",
            "Joined on demand: criterion or measure differ between points, so ups and downs are no change"
        ),
        new(
            "stack",
            "堆叠的各部分须是同一整体的部分，才能相加；不同指标的个数、收入和工资、平均数、比例都不能。请用 grouped-bar 或 kpi",
            "The parts of a stack must be parts of one whole, so that they add up; counts of "
                + "different things, revenue and wages, means and shares do not. Use grouped-bar or kpi",
            "按要求堆叠：各部分不属于同一整体，相加没有意义，不写合计",
            "Stacked on demand: the parts are not of one whole, so their sum means nothing and no total is given"
        ),
        new(
            "sum",
            "有一行是不能相加的数字之和：比例、平均数、最高数不能相加，"
                + "不同的钱（收入、工资、增收）、部分与整体、可能重复计数的也不能。请逐项列出",
            "A row is the sum of figures that do not add up: shares, means and maxima, different "
                + "kinds of money, a part and its whole, or what may be counted twice. Show them one by one",
            "按要求相加：所加各数性质不同或有重叠，其和没有意义",
            "Added on demand: the figures differ in nature or overlap, and their sum means nothing"
        ),
        new(
            "attendance",
            "人次会重复计人，加起来不是人数。请逐项列出",
            "Attendances count the same people again, so their sum is no number of people. Show them one by one",
            "按要求相加：人次之和不是人数",
            "Added on demand: a sum of attendances is not a number of people"
        ),
        new(
            "mean",
            "有一行是平均数或比例的平均：各项基数不同，不等于总体的平均。请逐项列出",
            "A row is a mean of means or of shares: their bases differ, so it is not the mean of all. Show them one by one",
            "按要求平均：各项基数不同，平均数或比例的平均不等于总体的平均",
            "Averaged on demand: means of means or of shares are not the mean of all, for their bases differ"
        ),
        new(
            "population",
            "有一行把不同对象的数字合成一个数，不说明其中任何一个。请按对象分组，或逐项列出",
            "A row makes one number of figures about different populations, which speaks of none of them. "
                + "Group by population, or show them one by one",
            "按要求合成：其中的数字对象不同",
            "Combined on demand: the figures are of different populations"
        ),
    ];

    /// <summary>What must be said of a chart because it was demanded; all that refuses it is told at once.</summary>
    /// <param name="kind">How it is drawn.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="behind">The observations that the value of each row is made of.</param>
    /// <param name="links">How those hang together.</param>
    /// <param name="request">What was demanded.</param>
    /// <param name="declared">How the values were worked out, as the statement tells; null where the numbers must.</param>
    /// <exception cref="UserException">A guard holds that was not lifted.</exception>
    internal static IReadOnlyList<Lifted> Remarks(
        ChartKind kind,
        IReadOnlyList<ChartRow> rows,
        IReadOnlyList<IReadOnlyList<Observation>> behind,
        ObservationLinks links,
        ChartRequest request,
        ChartDerivation? declared = null
    )
    {
        ChartMark[] marks = [.. rows.Select(r => r.Mark)];
        var held = Guards.Where(g => Holds(g.Code, kind, marks, behind, links, declared)).ToList();
        var refused = held.Where(g => !IsLifted(g.Code, request)).ToList();
        var (apart, codes) = (Apart(rows, kind, request), refused.Select(g => g.Code).ToList());
        if (refused.Count == 0 && apart is null)
            return [.. held.Select(g => new Lifted(g.Code, request.Language == Language.Zh ? g.RemarkZh : g.RemarkEn))];
        var sentences = refused.Select(g => new Localized(g.RefusalZh, g.RefusalEn)).Concat(apart is null ? [] : [apart]).ToList();
        throw Refused(
            string.Join("；", sentences.Select(t => t.Zh)),
            string.Join(". ", sentences.Select(t => t.En)),
            string.Join(", ", codes.Concat(Parting(rows, kind, request, Language.En).Select(r => r.Code)).Distinct())
        );
    }

    /// <summary>Why rows cannot share an axis of lengths; null where they can, or where what parts them was demanded.</summary>
    private static Localized? Apart(IReadOnlyList<ChartRow> rows, ChartKind kind, ChartRequest request)
    {
        var (zh, en) = (Parting(rows, kind, request, Language.Zh), Parting(rows, kind, request, Language.En));
        if (zh.Count == 0)
            return null;
        var cells = ChartKindName.Of(kind.NeedsSeries() ? ChartKind.Heatmap : ChartKind.Kpi);
        return new(
            $"各行不可比，长短不能相比（{string.Join("、", zh.Select(r => r.Brief).Distinct())}）。"
                + $"请用 {cells} 逐项列出，或筛选出同类的数字",
            $"The rows do not compare, so their lengths would mislead ({string.Join(", ", en.Select(r => r.Brief).Distinct())}). "
                + $"Use {cells}, where each stands by itself, or filter for figures of one kind"
        );
    }

    /// <summary>What keeps rows off one axis of lengths, without what was demanded; nothing for kinds without lengths.</summary>
    internal static IReadOnlyList<ChartCaveats.Reason> Parting(
        IReadOnlyList<ChartRow> rows,
        ChartKind kind,
        ChartRequest request,
        Language language
    ) => kind.HasLengths() ? [.. ChartCaveats.Parting(rows, kind, language).Where(r => !request.Allow.Contains(r.Code))] : [];

    private static bool IsLifted(string code, ChartRequest request) =>
        request.Allow.Contains(code) || code is "stack" or "sum" or "attendance" or "mean" && request.Allow.Contains(AddingUp);

    /// <summary>A refusal that its codes lift.</summary>
    internal static UserException Refused(string zh, string en, string codes) =>
        UserException
            .Usage(
                $"{zh}；确要如此，写明 allow: [{codes}]，图上会说明。",
                $"{en}; or demand it with allow: [{codes}], and the chart will say so."
            )
            .MendedBy(new Setting("allow", codes.Replace(" ", "")));

    private static bool Holds(
        string code,
        ChartKind kind,
        IReadOnlyList<ChartMark> marks,
        IReadOnlyList<IReadOnlyList<Observation>> behind,
        ObservationLinks links,
        ChartDerivation? declared
    ) =>
        code switch
        {
            "criterion" => kind is ChartKind.Line or ChartKind.Slope && MovesCriterion(marks, behind),
            "stack" => kind == ChartKind.StackedBar
                && Runs(marks, behind, m => m.Panel + "\n" + m.Category).Any(parts => !AreOfOneWhole(parts, links)),
            "sum" => marks
                .Zip(behind)
                .Any(p => IsSum(p.First, p.Second, declared) && !p.Second.All(IsAttendance) && DoNotAddUp(p.Second, links)),
            "mean" => marks.Zip(behind).Any(p => IsMeanOfMeans(p.First, p.Second, declared)),
            // What does not add up anyway has its own guard.
            "population" => marks
                .Zip(behind)
                .Any(p => IsOfTwoPopulations(p.First, p.Second, declared) && !p.Second.All(IsAttendance) && !DoNotAddUp(p.Second, links)),
            _ => kind == ChartKind.StackedBar && behind.Any(b => b.Any(IsAttendance))
                || marks.Zip(behind).Any(p => p.Second.All(IsAttendance) && IsSum(p.First, p.Second, declared)),
        };

    /// <summary>Whether the points of one line stand on figures of different criteria or measures.</summary>
    internal static bool MovesCriterion(IReadOnlyList<ChartMark> marks, IReadOnlyList<IReadOnlyList<Observation>> behind) =>
        marks
            .Zip(behind)
            .Where(p => p.Second.Count > 0)
            .GroupBy(p => p.First.Panel + "\n" + p.First.Series)
            .Any(run =>
                run.Select(p => string.Join('\n', p.Second.Select(o => o.ComparabilityKey).Distinct().Order(StringComparer.Ordinal)))
                    .Distinct()
                    .Count() > 1
            );

    /// <summary>All observations behind the marks that belong together, each once.</summary>
    private static IEnumerable<IReadOnlyList<Observation>> Runs(
        IReadOnlyList<ChartMark> marks,
        IReadOnlyList<IReadOnlyList<Observation>> behind,
        Func<ChartMark, string> key
    ) => marks.Zip(behind).GroupBy(p => key(p.First)).Select(g => g.SelectMany(p => p.Second).DistinctBy(o => o.Id).ToList());

    /// <summary>Parts of one measure, or of one whole that the sources state.</summary>
    private static bool AreOfOneWhole(IReadOnlyList<Observation> parts, ObservationLinks links) =>
        !DoNotAddUp(parts, links)
        && (parts.Select(o => o.IndicatorId).Distinct().Count() <= 1 || links.ArePartsOfOne([.. parts.Select(o => o.Id)]));

    private static bool DoNotAddUp(IReadOnlyList<Observation> parts, ObservationLinks links) =>
        parts.Any(IsNoAmount)
        || parts.Any(o => o.UnitKind == "money") && parts.Select(o => o.IndicatorId).Distinct().Count() > 1
        || links.Overlap([.. parts.Select(o => o.Id)]);

    private static bool IsNoAmount(Observation o) => o.Statistic is not ("count" or "total");

    private static bool IsAttendance(Observation o) => o.UnitKind == "attendance";

    /// <summary>Sums and means of what does not add up, among the rows of a result.</summary>
    internal static IEnumerable<ChartCaveats.Reason> Additive(
        IReadOnlyList<ChartRow> rows,
        ObservationLinks links,
        ChartDerivation? declared,
        Language language
    )
    {
        var zh = language == Language.Zh;
        return new[]
        {
            Told(
                r => IsSum(r.Mark, r.Behind, declared) && r.Behind.All(IsAttendance),
                zh ? "人次之和不是人数" : "a sum of attendances is no number of people"
            ),
            Told(
                r => IsSum(r.Mark, r.Behind, declared) && !r.Behind.All(IsAttendance) && DoNotAddUp(r.Behind, links),
                zh ? "所加各数性质不同或有重叠，其和没有意义" : "added figures differ in nature or overlap: their sum means nothing"
            ),
            Told(
                r => IsMeanOfMeans(r.Mark, r.Behind, declared),
                zh ? "平均数或比例的平均，不等于总体的平均" : "means of means or of shares are not the mean of all"
            ),
            Told(
                r => IsOfTwoPopulations(r.Mark, r.Behind, declared),
                zh ? "一个数里合了不同对象的数字" : "figures of different populations are combined in one number",
                "population"
            ),
        }.OfType<ChartCaveats.Reason>();

        ChartCaveats.Reason? Told(Func<ChartRow, bool> holds, string text, string code = AddingUp)
        {
            int[] held = [.. Enumerable.Range(0, rows.Count).Where(i => holds(rows[i]))];
            return held.Length == 0 ? null : new(code, text, text, held);
        }
    }

    private static bool IsSum(ChartMark mark, IReadOnlyList<Observation> behind, ChartDerivation? declared) =>
        Derivation(mark, behind, declared) == ChartDerivation.Sum;

    private static bool IsMeanOfMeans(ChartMark mark, IReadOnlyList<Observation> behind, ChartDerivation? declared) =>
        behind.Any(IsNoAmount) && Derivation(mark, behind, declared) == ChartDerivation.Mean;

    private static bool IsOfTwoPopulations(ChartMark mark, IReadOnlyList<Observation> behind, ChartDerivation? declared) =>
        behind.Select(o => o.PopulationId).Distinct().Count() > 1
        && Derivation(mark, behind, declared) is ChartDerivation.Sum or ChartDerivation.Mean;

    private static ChartDerivation Derivation(ChartMark mark, IReadOnlyList<Observation> behind, ChartDerivation? declared) =>
        behind.Count > 1 && mark.Value is { } value
            ? declared ?? ChartArithmetic.Of(value, behind, isWhole: false)
            : ChartDerivation.Unknown;
}
