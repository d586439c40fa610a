using Analytics.Charts;

namespace Analytics.Tui.Tests.Charts;

/// <summary>A chart of each kind with what is hard about it: bounds, doubts, missing figures, long names.</summary>
internal static class KindSpecs
{
    private static readonly ChartUnit People = new("人"),
        Years = new("岁");

    private static readonly ChartSource[] Sources =
    [
        new(1, "头雁工程见成效", "碧江区", "日期原文件未载"),
        new(2, "学历提升", "松桃苗族自治县", "2023-05-01"),
    ];

    private static readonly Dictionary<string, ChartSpec> Raw = new()
    {
        ["bar"] = Of(
            ChartKind.Bar,
            People,
            new("碧江区", 125) { Sources = [1], Detail = "大专及以上" },
            ChartMark.AtLeast("松桃苗族自治县", 69) with
            {
                Sources = [2],
            },
            new("万山区", 90) { Status = MarkStatus.Suspect, Sources = [1] },
            new("思南县", 44) { High = 44, Qualifier = MarkQualifier.Max },
            new("德江县", 30) { Qualifier = MarkQualifier.Approx },
            new("石阡县", 0),
            ChartMark.NotSeen("玉屏侗族自治县"),
            ChartMark.NoSource("江口县")
        ) with
        {
            References = [new(100, "目标")],
            Caveats = ["三县措辞不同，人数不可直接相比。"],
            Coverage = "10个县里6个有此数字",
        },
        ["grouped-bar"] = Of(
            ChartKind.GroupedBar,
            People,
            In("公司", "碧江区", 13),
            In("工坊", "碧江区", 27),
            In("公司", "思南县", 23),
            In("工坊", "思南县", 60)
        ),
        ["stacked-bar"] = Of(
            ChartKind.StackedBar,
            People,
            In("好", "碧江区", 14),
            In("中", "碧江区", 33),
            In("弱", "碧江区", 12),
            In("好", "思南县", 20),
            In("中", "思南县", 10),
            In("弱", "思南县", 5)
        ),
        ["diverging-bar"] = Of(
            ChartKind.DivergingBar,
            Years,
            new("碧江区", 36.37),
            new("万山区", 33.2),
            ChartMark.AtLeast("松桃苗族自治县", 34)
        ) with
        {
            References = [new(35, "年龄规定")],
        },
        ["lollipop"] = Of(
            ChartKind.Lollipop,
            Years,
            new("碧江区", 36.37),
            new("万山区", 41) { Low = 35, High = 45 },
            ChartMark.NotSeen("石阡县")
        ),
        ["dot"] = Of(
            ChartKind.Dot,
            Years,
            new("碧江区", 36.37),
            new("万山区", 41) { Low = 35, High = 45 },
            ChartMark.AtLeast("思南县", 38)
        ),
        ["slope"] = Of(
            ChartKind.Slope,
            People,
            At(2022, "2022", "碧江区", 11),
            At(2023, "2023", "碧江区", 21),
            At(2022, "2022", "思南县", 17),
            At(2023, "2023", "思南县", 12),
            At(2022, "2022", "万山区", 16.8),
            At(2023, "2023", "万山区", 21.4)
        ),
        ["line"] = Of(
            ChartKind.Line,
            People,
            At(2020, "2020", "碧江区", 11),
            At(2021, "2021", "碧江区", 21) with
            {
                Qualifier = MarkQualifier.Min,
                Low = 21,
            },
            At(2023, "2023", "碧江区", 52),
            At(2020, "2020", "思南县", 30),
            At(2021, "2021", "思南县", 28),
            At(2023, "2023", "思南县", 40) with
            {
                Status = MarkStatus.Ambiguous,
            }
        ),
        ["scatter"] = Of(
            ChartKind.Scatter,
            People,
            [
                .. Enumerable.Range(0, 9).Select(i => new ChartMark($"村{i + 1}", i * i) { X = i * 10 }),
                ChartMark.AtLeast("松桃苗族自治县", 20) with
                {
                    X = 70,
                },
            ]
        ) with
        {
            XTitle = "户数（户）",
            YTitle = "人数（人）",
        },
        ["histogram"] = Of(ChartKind.Histogram, Years, [.. Enumerable.Range(0, 60).Select(i => new ChartMark($"村{i}", 25 + i * 7 % 31))]),
        ["box"] = Of(
            ChartKind.Box,
            Years,
            [
                .. Enumerable.Range(0, 20).Select(i => new ChartMark(i % 2 == 0 ? "碧江区" : "松桃苗族自治县", 25 + i * 7 % 31)),
                new("万山区", 41),
                new("万山区", 36),
            ]
        ),
        ["heatmap"] = Of(
            ChartKind.Heatmap,
            People,
            In("报名人数", "碧江区", 125),
            In("报名人数", "松桃苗族自治县", 69),
            In("报名人数", "思南县", 0),
            ChartMark.NoSource("江口县") with
            {
                Series = "报名人数",
            },
            In("培训人次", "碧江区", 500) with
            {
                Status = MarkStatus.Suspect,
            },
            ChartMark.NotSeen("松桃苗族自治县") with
            {
                Series = "培训人次",
            },
            ChartMark.AtLeast("思南县", 90) with
            {
                Series = "培训人次",
            },
            ChartMark.NoSource("江口县") with
            {
                Series = "培训人次",
            }
        ),
        ["kpi"] = Of(
            ChartKind.Kpi,
            ChartUnit.None,
            new("后备人选", 232) { Label = "232人", Sources = [1] },
            new("平均年龄", 36.37) { Label = "36.37岁" },
            new("大专及以上占比", 0.8578) { Label = "85.78%", Detail = "199人/232人" },
            ChartMark.NotSeen("女性占比")
        ),
        ["panels"] = Of(
            ChartKind.Bar,
            People,
            new("碧江区", 125) { Panel = "2022年" },
            new("思南县", 44) { Panel = "2022年" },
            new("碧江区", 60) { Panel = "2023年" },
            new("思南县", 80) { Panel = "2023年" }
        ),
    };

    public static readonly IReadOnlyDictionary<string, ChartSpec> All = Raw.ToDictionary(s => s.Key, s => ChartFacts.Checked(s.Value));

    private static ChartSpec Of(ChartKind kind, ChartUnit unit, params ChartMark[] marks) =>
        new()
        {
            Kind = kind,
            Title = "村干部学历提升",
            Subtitle = "单位：" + unit.Text,
            Unit = unit,
            Marks = marks,
            Sources = Sources,
        };

    private static ChartMark In(string series, string category, double value) => new(category, value) { Series = series };

    private static ChartMark At(double x, string period, string series, double value) => new(period, value) { Series = series, X = x };
}
