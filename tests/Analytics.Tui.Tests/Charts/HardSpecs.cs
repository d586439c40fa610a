using Analytics.Charts;

namespace Analytics.Tui.Tests.Charts;

/// <summary>Charts that are hard to draw: nothing to compare, extreme figures, too many or too long names, everything doubtful.</summary>
internal static class HardSpecs
{
    private const string Long =
        "铜仁市某某区某某镇某某村集体经济股份合作社二〇二三年度经营性收入（含上级补助和土地流转收益）分配到户的部分共计若干元整";

    public static IReadOnlyDictionary<string, ChartSpec> Of(Language language) =>
        new Dictionary<string, IReadOnlyList<ChartMark>>
        {
            ["one"] = [new("碧江区", 125)],
            ["equal"] = [.. Names(4).Select(n => new ChartMark(n, 7))],
            ["zeros"] = [.. Names(3).Select(n => new ChartMark(n, 0))],
            ["negative"] = [new("甲", -3), new("乙", 5), new("丙", -12), new("丁", 0)],
            ["all negative"] = [new("甲", -3), new("乙", -5), new("丙", -12)],
            ["large"] = [new("甲", 8.1e15), new("乙", 12_345_678), new("丙", 3)],
            ["small"] = [new("甲", 1e-7), new("乙", 3.2e-7), new("丙", 0)],
            ["many"] = [.. Enumerable.Range(0, 200).Select(i => new ChartMark($"村{i:000}", 200 - i))],
            ["long"] = [new(Long, 30), new(Long.Replace("某", "另"), 20), new("短", 10)],
            ["long en"] =
            [
                new("The economic cooperative of a village whose name is rather lo", 30),
                new("Another cooperative with as long a name as the one before it", 20),
                new("short", 10),
            ],
            ["bounds"] =
            [
                ChartMark.AtLeast("至少", 30),
                ChartMark.AtLeast("超过", 40, open: true),
                new("至多", 20) { High = 20, Qualifier = MarkQualifier.Max },
                new("近", 25) { High = 25, Qualifier = MarkQualifier.NearBelow },
                new("约", 15) { Qualifier = MarkQualifier.Approx },
                ChartMark.Between("区间", 10, 20),
            ],
            ["doubtful"] =
            [
                new("存疑", 90) { Status = MarkStatus.Suspect },
                new("两解", 50) { Status = MarkStatus.Ambiguous },
                ChartMark.AtLeast("存疑下限", 70) with
                {
                    Status = MarkStatus.Suspect,
                },
                new("正常", 10),
            ],
            ["missing"] = [new("碧江区", 10), new("石阡县", 0), ChartMark.NotSeen("思南县"), ChartMark.NoSource("江口县")],
        }.ToDictionary(c => c.Key, c => Spec(language, c.Value));

    /// <summary>The hard marks in a kind, with what the kind needs beside them.</summary>
    public static ChartSpec As(ChartSpec spec, ChartKind kind) =>
        spec with
        {
            Kind = kind,
            References = kind == ChartKind.DivergingBar ? [new(5, "规定")] : spec.References,
            Marks = kind switch
            {
                ChartKind.Heatmap or ChartKind.GroupedBar or ChartKind.StackedBar =>
                [
                    .. spec.Marks.Select((m, i) => m with { Series = i % 2 == 0 ? "前" : "后" }),
                ],
                ChartKind.Scatter => [.. spec.Marks.Select((m, i) => m with { X = i })],
                ChartKind.Line => [.. spec.Marks.Select((m, i) => m with { X = 2000 + i })],
                ChartKind.Slope =>
                [
                    .. spec.Marks.SelectMany(
                        (m, i) =>
                            new[]
                            {
                                m with
                                {
                                    Category = "2022",
                                    X = 0,
                                    Series = $"{i}{m.Category}",
                                },
                                m with
                                {
                                    Category = "2023",
                                    X = 1,
                                    Series = $"{i}{m.Category}",
                                    Value = m.Value * 1.1,
                                    Low = m.Low * 1.1,
                                    High = m.High * 1.1,
                                },
                            }
                    ),
                ],
                ChartKind.Box => [.. spec.Marks.Select(m => m with { Category = "箱" }), .. spec.Marks.Take(2)],
                _ => spec.Marks,
            },
        };

    private static ChartSpec Spec(Language language, IReadOnlyList<ChartMark> marks) =>
        new()
        {
            Title = language == Language.Zh ? "村干部学历提升" : "Village cadres enrolled",
            Subtitle = language == Language.Zh ? "单位：人" : "unit: people",
            Unit = new(language == Language.Zh ? "人" : "people"),
            Marks = marks,
            Language = language,
        };

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"第{i + 1}村");
}
