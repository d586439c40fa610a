using Analytics.Charts;
using Analytics.Engine;

namespace Analytics.Actions;

/// <summary>
/// What a chart must not suggest: a trend over a moved criterion, a whole of parts that do not add up, a number of people
/// from attendances. Each is refused with its mend, drawn when its code is demanded, and then said in the picture.
/// </summary>
static class ChartGuards
{
    /// <summary>The codes that <c>allow</c> takes.</summary>
    public static readonly IReadOnlyList<string> Codes = ["criterion", "stack", "attendance"];

    /// <summary>A guard in words: why it refuses and what to use instead, and what is said where it was lifted.</summary>
    sealed record Guard(string Code, string RefusalZh, string RefusalEn, string RemarkZh, string RemarkEn);

    static readonly Guard[] Guards =
    [
        new("criterion", "同一条线上各数的标准或指标不同，连起来像是变化，其实没有人量过。请用不连线的 dot",
            "The figures of one line differ in criterion or measure, so a line would show a change that nobody measured. Use dot, which joins nothing",
            "按要求连线：各点的标准或指标不同，起落不是变化", "Joined on demand: criterion or measure differ between points, so ups and downs are no change"),
        new("stack", "堆叠的各部分须能相加；收入、工资、增收不能，平均数、比例也不能。请用 grouped-bar 或 kpi",
            "The parts of a stack must add up; revenue, wages and gains, means and shares do not. Use grouped-bar or kpi",
            "按要求堆叠：各部分性质不同，相加没有意义", "Stacked on demand: the parts differ in nature and their sum means nothing"),
        new("attendance", "人次会重复计人，加起来不是人数。请逐项列出",
            "Attendances count the same people again, so their sum is no number of people. Show them one by one",
            "按要求相加：人次之和不是人数", "Added on demand: a sum of attendances is not a number of people"),
    ];

    /// <summary>What must be said of a chart because it was demanded.</summary>
    /// <param name="kind">How it is drawn.</param>
    /// <param name="marks">Its marks.</param>
    /// <param name="behind">The observations behind each mark.</param>
    /// <param name="request">What was demanded.</param>
    /// <exception cref="EngineException">A guard holds that was not lifted.</exception>
    public static IReadOnlyList<string> Remarks(ChartKind kind, IReadOnlyList<ChartMark> marks, IReadOnlyList<IReadOnlyList<ChartObservation>> behind, ChartRequest request)
    {
        var remarks = new List<string>();
        foreach (var guard in Guards.Where(g => Holds(g.Code, kind, marks, behind)))
        {
            if (!request.Allow.Contains(guard.Code))
                throw ChartRules.Fail(EngineErrorKind.Usage, $"{guard.RefusalZh}；确要如此，加 --allow {guard.Code}（allow: [{guard.Code}]），图上会写明。",
                    $"{guard.RefusalEn}; or demand it with --allow {guard.Code} (allow: [{guard.Code}]), and the chart will say so.");
            remarks.Add(request.Language == ChartLanguage.Zh ? guard.RemarkZh : guard.RemarkEn);
        }
        return remarks;
    }

    static bool Holds(string code, ChartKind kind, IReadOnlyList<ChartMark> marks, IReadOnlyList<IReadOnlyList<ChartObservation>> behind) => code switch
    {
        "criterion" => kind is ChartKind.Line or ChartKind.Slope && Runs(marks, behind, m => m.Panel + "\n" + m.Series).Any(run => run.Select(o => o.ComparabilityKey).Distinct().Count() > 1),
        "stack" => kind == ChartKind.StackedBar && Runs(marks, behind, m => m.Panel + "\n" + m.Category).Any(DoNotAddUp),
        _ => kind == ChartKind.StackedBar && behind.Any(b => b.Any(IsAttendance)) || marks.Zip(behind).Any(p => IsSumOfAttendances(p.First, p.Second)),
    };

    static IEnumerable<IReadOnlyList<ChartObservation>> Runs(IReadOnlyList<ChartMark> marks, IReadOnlyList<IReadOnlyList<ChartObservation>> behind, Func<ChartMark, string> key) =>
        marks.Zip(behind).Where(p => p.Second.Count == 1).GroupBy(p => key(p.First)).Select(g => g.Select(p => p.Second[0]).ToList());

    static bool DoNotAddUp(IReadOnlyList<ChartObservation> parts) =>
        parts.Any(o => o.Statistic is "mean" or "share" or "maximum" or "minimum" or "change_rate")
        || parts.Any(o => o.UnitKind == "money") && parts.Select(o => o.IndicatorId).Distinct().Count() > 1;

    static bool IsAttendance(ChartObservation o) => o.UnitKind == "attendance";

    static bool IsSumOfAttendances(ChartMark mark, IReadOnlyList<ChartObservation> behind) =>
        behind.Count > 1 && behind.All(IsAttendance) && mark.Value is { } value && Math.Abs(behind.Sum(o => o.Value ?? 0) - value) < 0.5;
}
