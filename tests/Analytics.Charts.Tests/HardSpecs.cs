namespace Analytics.Charts.Tests;

/// <summary>One chart of each kind with invented figures, short or long labels, with annotations and references on demand.</summary>
internal static class HardSpecs
{
    private const string Zh =
        "铜仁市某县某乡镇某村股份经济合作社关于村级集体经济发展壮大和村干部报酬待遇保障工作的若干情况说明与统计口径解释之六十字标签甲";
    private const string En = "Reserve candidates for village Party secretary with junior college education";

    private static readonly string[] ShortZh = ["碧江区", "万山区", "松桃苗族自治县", "思南县"],
        ShortEn = ["Bijiang", "Wanshan", "Songtao Miao Autonomous County", "Sinan"];

    private static readonly double[] Figures = [4727, 6117, 4116, 5741];

    public static ChartSpec Of(ChartKind kind, Language language, bool hard, bool panels, bool noted, bool held)
    {
        var zh = language == Language.Zh;
        var names =
            hard ? [.. Enumerable.Range(0, 4).Select(i => zh ? Zh[i..] : $"{(char)('A' + i)} {En}")]
            : zh ? ShortZh
            : ShortEn;
        string[] series = zh ? ["好", "中", "弱"] : ["good", "medium", "weak"];
        IReadOnlyList<ChartMark> marks = [.. Marks(kind, names, series, zh)];
        if (panels)
        {
            marks =
            [
                .. (zh ? (string[])["城区", "乡镇"] : ["Town", "Villages"]).SelectMany(
                    (p, i) => marks.Select(m => m with { Panel = p, Value = m.Value * (1 - i * 0.15) })
                ),
            ];
        }

        return new ChartSpec
        {
            Kind = kind,
            Language = language,
            Marks = marks,
            Title = zh ? "虚构的数字，只试图形" : "Invented figures that only try the layout",
            Unit = new ChartUnit(zh ? "元/月" : "yuan"),
            XTitle = kind is ChartKind.Scatter or ChartKind.Line or ChartKind.Histogram
                ? hard
                    ? names[3]
                    : zh
                        ? "村数"
                        : "villages"
                : "",
            YTitle = kind is ChartKind.Scatter or ChartKind.Line && hard ? names[2] : "",
            Sources = Samples.Sources,
            Caveats = hard ? [zh ? Zh : En] : [],
            References =
                held || kind == ChartKind.DivergingBar
                    ?
                    [
                        new(
                            5000,
                            hard ? names[1]
                                : zh ? "参照"
                                : "target"
                        ),
                        .. held ? [new ChartReference(4600, zh ? "最低" : "minimum")] : Array.Empty<ChartReference>(),
                    ]
                    : [],
            Annotations = noted ? Notes(kind, marks, zh) : [],
        };
    }

    private static IEnumerable<ChartMark> Marks(ChartKind kind, string[] names, string[] series, bool zh) =>
        kind switch
        {
            ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.Heatmap => names.SelectMany(
                (n, i) =>
                    series.Select(
                        (s, k) =>
                            i == 3 && k == 1
                                ? ChartMark.NotSeen(n) with
                                {
                                    Series = s,
                                }
                                : new ChartMark(n, Figures[i] / (k + 1)) { Series = s, Sources = [k + 1] }
                    )
            ),
            ChartKind.Slope => names.SelectMany(
                (n, i) =>
                    new[]
                    {
                        new ChartMark(zh ? "2021年" : "2021", Figures[i] * 0.8) { Series = n, Sources = [1] },
                        new ChartMark(zh ? "2024年" : "2024", Figures[3 - i]) { Series = n, Sources = [2] },
                    }
            ),
            ChartKind.Line => names
                .Take(2)
                .SelectMany(
                    (n, i) =>
                        Enumerable.Range(2019, 5).Select(y => new ChartMark($"{y}", Figures[(y + i) % 4] + i * 300) { X = y, Series = n })
                ),
            ChartKind.Scatter => names.Select((n, i) => new ChartMark(n, Figures[i]) { X = 20 + i * i * 7, Sources = [1] }),
            ChartKind.Histogram => Enumerable.Range(0, 40).Select(i => new ChartMark("", 3000 + i * 7919 % 4001)),
            ChartKind.Box => names.SelectMany(
                (n, i) => Enumerable.Range(0, 7).Select(k => new ChartMark(n, Figures[i] + k * 797 % 1501) { Sources = [1] })
            ),
            _ =>
            [
                .. names.Select(
                    (n, i) =>
                        new ChartMark(n, Figures[i])
                        {
                            Sources = [1 + i % 3],
                            Status = i == 0 ? MarkStatus.Ambiguous : MarkStatus.Normal,
                            Qualifier = i == 1 ? MarkQualifier.Min : MarkQualifier.Exact,
                        }
                ),
                ChartMark.NotSeen(zh ? "石阡县" : "Shiqian"),
            ],
        };

    /// <summary>On the greatest, on one in the middle with much to say, and on a missing or the last one.</summary>
    private static IReadOnlyList<ChartAnnotation> Notes(ChartKind kind, IReadOnlyList<ChartMark> marks, bool zh)
    {
        var (few, many, other) = zh
            ? ("最多", "村干部与后备力量合计，原文未分别列出，不可与他县相比", "只含正职")
            : ("the most", "cadres and reserve candidates together, not told apart in the article", "chiefs only");
        if (kind == ChartKind.Histogram)
            return [new("5000", few), new("3100", many), new("6900", other)];
        var at = marks.Select(m => m.Series.Length > 0 ? $"{m.Category} / {m.Series}" : m.Category).Distinct().ToList();
        return [new(at[1], few), new(at[at.Count / 2], many), new(at[^1], other)];
    }
}
