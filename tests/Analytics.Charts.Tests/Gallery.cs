namespace Analytics.Charts.Tests;

/// <summary>
/// One picture of each kind from figures of the sources, and the cases that break charts: one point, all equal,
/// negative, very large and small, many categories, long labels, extreme shapes. Numbers that no source states are
/// called invented.
/// </summary>
internal static class Gallery
{
    private const string Long =
        "铜仁市某县某乡镇某村股份经济合作社关于村级集体经济发展壮大和村干部报酬待遇保障工作的若干情况说明与统计口径解释之六十字标签";
    private static readonly string[] Counties =
    [
        "碧江区",
        "万山区",
        "松桃苗族自治县",
        "玉屏侗族自治县",
        "印江土家族苗族自治县",
        "沿河土家族自治县",
        "思南县",
        "石阡县",
        "德江县",
        "江口县",
    ];

    private static readonly ChartSpec Base = new()
    {
        Title = "虚构的数字，只试图形",
        Marks = [],
        Unit = new ChartUnit("人"),
        DataVersion = "0123456789ab",
    };

    /// <summary>Every kind.</summary>
    public static IReadOnlyDictionary<string, ChartSpec> Kinds { get; } =
        new Dictionary<string, ChartSpec>
        {
            ["grouped_bar"] = Base with
            {
                Kind = ChartKind.GroupedBar,
                Title = "强村富民公司与工坊：碧江13和27，思南23和60",
                Unit = new ChartUnit("个"),
                Sources = Samples.Sources,
                Order = MarkOrder.Given,
                Marks =
                [
                    In("碧江区", "公司", 13, 1),
                    In("碧江区", "工坊", 27, 1),
                    In("思南县", "公司", 23, 3),
                    In("思南县", "工坊", 60, 3) with
                    {
                        Qualifier = MarkQualifier.Min,
                    },
                    ChartMark.NotSeen("石阡县") with
                    {
                        Series = "公司",
                    },
                ],
            },
            ["stacked_bar"] = Base with
            {
                Kind = ChartKind.StackedBar,
                Title = "中期评估：碧江14好、33中、12弱",
                Unit = new ChartUnit("个"),
                Order = MarkOrder.Given,
                Marks =
                [
                    In("碧江区", "好", 14),
                    In("碧江区", "中", 33),
                    In("碧江区", "弱", 12),
                    In("虚构县", "好", 3),
                    In("虚构县", "中", 40) with
                    {
                        Status = MarkStatus.Suspect,
                    },
                    In("虚构县", "弱", 1),
                    In("缺项县", "好", 9),
                    ChartMark.NotSeen("缺项县") with
                    {
                        Series = "中",
                    },
                    In("缺项县", "弱", 20) with
                    {
                        Qualifier = MarkQualifier.Min,
                    },
                ],
            },
            ["diverging_bar"] = Base with
            {
                Kind = ChartKind.DivergingBar,
                Title = "与35岁的规定相比（虚构）",
                Unit = new ChartUnit("岁"),
                References = [new(35, "规定")],
                Marks =
                [
                    new("碧江区", 36.37),
                    new("思南县", 33.1) { Status = MarkStatus.Suspect },
                    new("万山区", 41),
                    ChartMark.AtLeast("德江县", 38),
                    new("石阡县", 28.5),
                    ChartMark.NotSeen("玉屏侗族自治县"),
                ],
            },
            ["lollipop"] = Samples.Bounds with
            {
                Kind = ChartKind.Lollipop,
                References = [new(50000, "门槛")],
                DataVersion = "0123456789ab",
            },
            ["dot_ranges"] = Base with
            {
                Kind = ChartKind.Dot,
                Unit = new ChartUnit("元"),
                Marks =
                [
                    new("碧江区", 4727) { Low = 4100, High = 6117 },
                    new("万山区", 4300) { Low = 4200, High = 4600 },
                    ChartMark.Between("思南县", 4000, 4700),
                    new("石阡县", 5000),
                ],
            },
            ["slope"] = Base with
            {
                Kind = ChartKind.Slope,
                Title = "两个时点之间（虚构）",
                Marks =
                [
                    .. Two("碧江区", 120, 232),
                    .. Two("万山区", 300, 312),
                    .. Two("松桃苗族自治县", 305, 240),
                    In("2021年", "思南县", 80),
                    ChartMark.AtLeast("2024年", 290) with
                    {
                        Series = "印江土家族苗族自治县",
                    },
                    ChartMark.NotSeen("2021年") with
                    {
                        Series = "印江土家族苗族自治县",
                    },
                ],
            },
            ["line"] = Base with { Kind = ChartKind.Line, Marks = [.. Years((2018, 20), (2019, 35), (2020, 31), (2022, 58), (2023, 64))] },
            ["lines"] = Base with
            {
                Kind = ChartKind.Line,
                References = [new(50, "目标")],
                Marks =
                [
                    .. Years((2018, 20), (2019, 35), (2020, 31), (2021, 47), (2022, 58)).Select(m => m with { Series = "碧江区" }),
                    .. Years((2018, 60), (2019, 55), (2020, 52), (2021, 49), (2022, 57))
                        .Select(m =>
                            m with
                            {
                                Series = "松桃苗族自治县",
                                Qualifier = m.Value > 56 ? MarkQualifier.Min : MarkQualifier.Exact,
                            }
                        ),
                    ChartMark.NotSeen("2020") with
                    {
                        Series = "思南县",
                        X = 2020,
                    },
                    .. Years((2019, 12), (2021, 15), (2022, 14))
                        .Select(m => m with { Series = "思南县", Status = m.Value == 15 ? MarkStatus.Suspect : MarkStatus.Normal }),
                ],
            },
            ["scatter"] = Base with
            {
                Kind = ChartKind.Scatter,
                XTitle = "村（社区）数（个）",
                YTitle = "后备力量（人）",
                Sources = Samples.Sources,
                Marks =
                [
                    new("万山区", 312) { X = 83, Sources = [1] },
                    new("松桃苗族自治县", 1139) { X = 496, Sources = [2] },
                    ChartMark.AtLeast("虚构甲", 600) with
                    {
                        X = 260,
                    },
                    new("虚构乙", 320) { X = 90 },
                    new("虚构丙", 300) { X = 85, Status = MarkStatus.Suspect },
                    ChartMark.Between("虚构丁", 700, 900) with
                    {
                        X = 400,
                    },
                ],
            },
            ["scatter_series"] = Base with { Kind = ChartKind.Scatter, XTitle = "甲", YTitle = "乙", Marks = [.. Cloud(240)] },
            ["histogram"] = Base with
            {
                Kind = ChartKind.Histogram,
                Unit = new ChartUnit("岁"),
                Marks = [.. Cloud(120).Select(m => new ChartMark("", Math.Round(28 + m.Value!.Value / 10, 1)))],
            },
            ["box"] = Base with
            {
                Kind = ChartKind.Box,
                Unit = new ChartUnit("岁"),
                Marks =
                [
                    .. Cloud(90).Select((m, i) => new ChartMark(Counties[i % 4], Math.Round(30 + m.Value!.Value / 8 + i % 4 * 3, 1))),
                    new("石阡县", 35),
                    new("石阡县", 41),
                    ChartMark.NotSeen("德江县"),
                ],
            },
            ["heatmap"] = Base with
            {
                Kind = ChartKind.Heatmap,
                Unit = ChartUnit.None,
                Title = "各县各主题有多少数字（虚构）",
                Marks =
                [
                    .. new[] { "干部年龄", "学历", "培训", "村集体收入", "基层党组织" }.SelectMany(
                        (row, r) =>
                            Counties.Select(
                                (county, c) =>
                                    county == "江口县" ? ChartMark.NoSource(county) with { Series = row }
                                    : (r * 7 + c * 3) % 5 == 0 ? ChartMark.NotSeen(county) with { Series = row }
                                    : new ChartMark(county, (r + 1) * (c * 5 % 7))
                                    {
                                        Series = row,
                                        Status = r == 2 && c == 3 ? MarkStatus.Suspect : MarkStatus.Normal,
                                    }
                            )
                    ),
                ],
            },
            ["panels_bar"] = Base with { Kind = ChartKind.Bar, Marks = [.. Panels()] },
            ["panels_line"] = Base with
            {
                Kind = ChartKind.Line,
                Marks =
                [
                    .. Counties
                        .Take(5)
                        .SelectMany(
                            (c, i) =>
                                Years((2018, 20 + i), (2019, 35 - i * 4), (2020, 31 + i * 3), (2021, 40 + i))
                                    .Select(m => m with { Panel = c })
                        ),
                ],
            },
        };

    /// <summary>Cases that break charts.</summary>
    public static IReadOnlyDictionary<string, ChartSpec> HardCases { get; } =
        new Dictionary<string, ChartSpec>
        {
            ["one_bar"] = Base with { Marks = [new("碧江区", 232)] },
            ["one_point_line"] = Base with { Kind = ChartKind.Line, Marks = [.. Years((2022, 58))] },
            ["one_point_scatter"] = Base with { Kind = ChartKind.Scatter, Marks = [new("碧江区", 232) { X = 59 }] },
            ["one_cell"] = Base with { Kind = ChartKind.Heatmap, Marks = [In("碧江区", "学历", 7)] },
            ["one_figure_of_ten"] = Base with
            {
                Marks = [new("碧江区", 232), .. Counties.Skip(1).Take(8).Select(ChartMark.NotSeen), ChartMark.NoSource("江口县")],
            },
            ["all_equal_bar"] = Base with { Marks = [.. Counties.Take(4).Select(c => new ChartMark(c, 7))] },
            ["all_equal_dot"] = Base with { Kind = ChartKind.Dot, Marks = [.. Counties.Take(4).Select(c => new ChartMark(c, 7))] },
            ["all_equal_line"] = Base with { Kind = ChartKind.Line, Marks = [.. Years((2018, 7), (2019, 7), (2020, 7))] },
            ["all_equal_histogram"] = Base with { Kind = ChartKind.Histogram, Marks = [.. Enumerable.Repeat(new ChartMark("", 7), 9)] },
            ["all_zero"] = Base with { Marks = [.. Counties.Take(3).Select(c => new ChartMark(c, 0))] },
            ["negative_bar"] = Base with
            {
                Marks =
                [
                    new("碧江区", -12.5),
                    new("万山区", 30),
                    new("思南县", -40) { Qualifier = MarkQualifier.Approx },
                    ChartMark.AtLeast("德江县", -20),
                ],
            },
            ["negative_line"] = Base with { Kind = ChartKind.Line, Marks = [.. Years((2018, -20), (2019, 15), (2020, -5), (2021, 30))] },
            ["very_large"] = Base with { Unit = new ChartUnit("元"), Marks = [new("甲", 9.87e15), new("乙", 1.2e12), new("丙", 4)] },
            ["very_small"] = Base with
            {
                Kind = ChartKind.Dot,
                Unit = ChartUnit.None,
                Marks = [new("甲", 3e-9), new("乙", 4.5e-9), new("丙", 4.4e-9)],
            },
            ["large_and_small_scatter"] = Base with
            {
                Kind = ChartKind.Scatter,
                Marks = [new("甲", 1e12) { X = 1e-9 }, new("乙", 3) { X = 2e-9 }, new("丙", 5e11) { X = 8e-9 }],
            },
            ["two_hundred_bars"] = Base with { Marks = [.. Enumerable.Range(1, 200).Select(i => new ChartMark($"第{i}村", i * 37 % 211))] },
            ["two_hundred_points_line"] = Base with
            {
                Kind = ChartKind.Line,
                Marks = [.. Enumerable.Range(1, 200).Select(i => new ChartMark($"第{i}村", 50 + i * 37 % 211))],
            },
            ["two_hundred_groups"] = Base with
            {
                Kind = ChartKind.GroupedBar,
                Marks =
                [
                    .. Enumerable.Range(1, 200).SelectMany(i => new[] { In($"第{i}村", "公司", i % 17), In($"第{i}村", "工坊", i % 23) }),
                ],
            },
            ["two_hundred_rows_heatmap"] = Base with
            {
                Kind = ChartKind.Heatmap,
                Marks =
                [
                    .. Enumerable.Range(1, 200).SelectMany(i => Counties.Take(4).Select((c, k) => In(c, $"第{i}村", i * (k + 3) % 29))),
                ],
            },
            ["long_labels_bar"] = Base with
            {
                Marks = [.. Enumerable.Range(0, 4).Select(i => new ChartMark(Long[i..], 30 - i) { Detail = Long[..30] })],
            },
            ["long_labels_line"] = Base with
            {
                Kind = ChartKind.Line,
                Marks = [.. Enumerable.Range(0, 5).Select(i => new ChartMark(Long[i..], 30 + i * 7 % 11))],
            },
            ["long_labels_heatmap"] = Base with
            {
                Kind = ChartKind.Heatmap,
                Marks =
                [
                    .. Enumerable.Range(0, 3).SelectMany(r => Enumerable.Range(0, 3).Select(c => In(Long[c..], Long[(r + 5)..], r + c))),
                ],
            },
            ["long_labels_slope"] = Base with
            {
                Kind = ChartKind.Slope,
                Marks = [In("2021年", Long, 3), In("2024年", Long, 9), In("2021年", Long[3..], 4), In("2024年", Long[3..], 5)],
            },
            ["long_english"] = Base with
            {
                Kind = ChartKind.GroupedBar,
                Language = Language.En,
                Title = "Reserve candidates for village Party secretary with junior-college education or above, invented figures only",
                Unit = new ChartUnit("people"),
                Marks =
                [
                    In("Songtao Miao Autonomous County", "Strong Villages, Prosperous People companies", 13),
                    In("Songtao Miao Autonomous County", "Workshops", 27),
                    In("Yinjiang Tujia and Miao Autonomous County", "Strong Villages, Prosperous People companies", 1200),
                ],
            },
            ["flat_strip"] = Base with { Width = 2400, Height = 400, Marks = [new("碧江区", 232), new("万山区", 312), new("思南县", 120)] },
            ["tall_column"] = Base with
            {
                Kind = ChartKind.Line,
                Width = 420,
                Height = 1400,
                Marks = [.. Years((2018, 20), (2019, 35), (2020, 31), (2021, 40))],
            },
            ["narrow_heatmap"] = Base with
            {
                Kind = ChartKind.Heatmap,
                Width = 480,
                Height = 1000,
                Marks = Kinds["heatmap"].Marks,
                Unit = ChartUnit.None,
            },
            ["narrow_lines"] = Kinds["lines"] with { Width = 480, Height = 700 },
            ["square_slope"] = Kinds["slope"] with { Width = 1080, Height = 1080, Style = ChartStyle.Dark },
            ["half_page_scatter"] = Kinds["scatter"] with { Width = 1240, Height = 877, Style = ChartStyle.Dark },
            ["four_to_three_box"] = Kinds["box"] with { Width = 1200, Height = 900, Style = ChartStyle.Dark },
            ["dark_stack"] = Kinds["stacked_bar"] with { Style = ChartStyle.Dark, Width = 800, Height = 600 },
            ["dark_heatmap"] = Kinds["heatmap"] with { Style = ChartStyle.Dark, Width = 1200, Height = 675 },
            ["panels_kpi"] = Base with
            {
                Kind = ChartKind.Kpi,
                Marks =
                [
                    new("后备力量", 232) { Panel = "碧江区" },
                    new("平均年龄", 36.37) { Panel = "碧江区", Label = "36.37岁" },
                    new("后备力量", 312) { Panel = "万山区" },
                ],
            },
            ["panels_histogram"] = Base with
            {
                Kind = ChartKind.Histogram,
                Marks = [.. Cloud(80).Select((m, i) => new ChartMark("", m.Value) { Panel = i % 2 == 0 ? "甲" : "乙" })],
            },
            ["twelve_lines"] = Base with
            {
                Kind = ChartKind.Line,
                Marks =
                [
                    .. Enumerable
                        .Range(1, 12)
                        .SelectMany(s =>
                            Years((2019, 20 + s), (2020, 35 - s), (2021, 31 + s * 2 % 7), (2022, 40))
                                .Select(m => m with { Series = $"第{s}镇" })
                        ),
                ],
            },
            ["annotated_bar"] = Kinds["diverging_bar"] with
            {
                Kind = ChartKind.Bar,
                References = [],
                Annotations =
                [
                    new(Kinds["diverging_bar"].Marks[0].Category, "村干部与后备力量合计，不可分"),
                    new(Kinds["diverging_bar"].Marks[2].Category, "只含正职"),
                ],
            },
            ["annotated_line"] = Kinds["line"] with { Annotations = [new("2020", "当年因合并减少两村"), new("2023", "新口径自此年起")] },
            ["annotated_lines"] = Kinds["lines"] with { Annotations = [new(Kinds["lines"].Marks[1].Category, "换届")] },
            ["annotated_scatter"] = Kinds["scatter"] with
            {
                Annotations =
                [
                    new(Kinds["scatter"].Marks[0].Category, "含社区"),
                    new(Kinds["scatter"].Marks[1].Category, "仅农村，城区另计，原文未载合计"),
                ],
            },
            ["annotated_narrow"] = Base with
            {
                Width = 480,
                Height = 720,
                Marks = [.. Counties.Take(7).Select((c, i) => new ChartMark(c, 90 - i * 9))],
                Annotations = [new("思南县", "含后备力量，不可与他县相比")],
            },
        };

    /// <summary>Everything, by name.</summary>
    public static IReadOnlyDictionary<string, ChartSpec> All { get; } = Kinds.Concat(HardCases).ToDictionary();

    /// <summary>Points without an outside source of chance: a small linear congruence.</summary>
    public static IEnumerable<ChartMark> Cloud(int count)
    {
        var state = 42u;
        for (var i = 0; i < count; i++)
        {
            var (a, b, c) = (Next(), Next(), Next());
            yield return new ChartMark("", Math.Round((a + b + c) * 50, 2))
            {
                X = Math.Round((a + c) * 40, 2),
                Series = (i % 3) switch
                {
                    0 => "甲",
                    1 => "乙",
                    _ => "丙",
                },
            };
        }

        double Next() => (state = state * 1664525u + 1013904223u) / 4294967296.0;
    }

    private static ChartMark In(string category, string series, double value, params int[] sources) =>
        new(category, value) { Series = series, Sources = sources };

    private static IEnumerable<ChartMark> Two(string series, double first, double second) =>
        [In("2021年", series, first), In("2024年", series, second)];

    private static IEnumerable<ChartMark> Years(params (int Year, double Value)[] figures) =>
        figures.Select(f => new ChartMark($"{f.Year}", f.Value) { X = f.Year });

    private static IEnumerable<ChartMark> Panels() =>
        new[] { "2021年", "2022年", "2023年", "2024年" }.SelectMany(
            (panel, p) =>
                Counties
                    .Take(4)
                    .Select(
                        (c, i) =>
                            p == 2 && i == 1
                                ? ChartMark.NotSeen(c) with
                                {
                                    Panel = panel,
                                }
                                : new ChartMark(c, 40 + 13 * i + 9 * p) { Panel = panel }
                    )
        );
}
