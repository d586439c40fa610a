namespace Analytics.Charts.Tests;

/// <summary>Charts of real figures of the sources, used by several tests.</summary>
internal static class Samples
{
    public static readonly IReadOnlyList<ChartSource> Sources =
    [
        new(1, "碧江区建强头雁队伍", "碧江区", "日期原文件未载"),
        new(2, "学历提升为村干部赋能", "松桃苗族自治县", "日期原文件未载"),
        new(3, "思南县抓实村干部队伍建设", "思南县", "日期原文件未载"),
    ];

    public static ChartSpec Enrolment =>
        new()
        {
            Title = "学历提升报名人数：碧江区最多",
            Subtitle = "村干部报读大专及以上学历，单位：人",
            Unit = new ChartUnit("人"),
            Marks =
            [
                new("碧江区", 125) { Sources = [1] },
                new("松桃苗族自治县", 69) { Sources = [2] },
                new("思南县", 44) { Sources = [3] },
            ],
            Sources = Sources,
            Coverage = "10个县级区划中3个在本库来源中有数值",
            Caveats = ["三县措辞不同，人数不可直接相比。"],
            Command = "analytics chart education/enrolment -o enrolment.png",
        };

    public static ChartSpec Evaluation =>
        new()
        {
            Title = "碧江区中期评估：好14，中33，弱12",
            Subtitle = "村党组织书记59人，单位：人",
            Order = MarkOrder.Given,
            Unit = new ChartUnit("人"),
            Marks = [new("好", 14) { Sources = [1] }, new("中", 33) { Sources = [1] }, new("弱", 12) { Sources = [1] }],
            Sources = [Sources[0]],
            Coverage = "10个县级区划中1个在本库来源中有数值",
        };

    public static ChartSpec Bounds =>
        new()
        {
            Title = "村集体收入：界限不等于确数",
            Unit = new ChartUnit("元"),
            Marks =
            [
                ChartMark.AtLeast("德江县", 150000) with
                {
                    Label = "≥15万元",
                    Sources = [1],
                },
                ChartMark.AtLeast("石阡县", 100000, open: true),
                new("万山区", 95000)
                {
                    High = 95000,
                    Qualifier = MarkQualifier.NearBelow,
                    BoundOpen = true,
                },
                new("印江土家族苗族自治县", 86000),
                new("沿河土家族自治县", 72000) { Qualifier = MarkQualifier.Approx },
                new("玉屏侗族自治县", 60000) { High = 60000, Qualifier = MarkQualifier.Max },
                ChartMark.Between("思南县", 30000, 55000),
            ],
            Sources = Sources,
            Caveats = ["下限与确数并列，名次不可当真。"],
        };

    public static ChartSpec Suspect =>
        new()
        {
            Title = "95.55%一数存疑",
            Unit = ChartUnit.Percent,
            Marks =
            [
                new("万山区", 0.9555)
                {
                    Status = MarkStatus.Suspect,
                    Sources = [1],
                    Detail = "219/312",
                },
                new("碧江区", 0.8578) { Sources = [2], Detail = "199/232" },
                new("松桃苗族自治县", 0.7019) { Status = MarkStatus.Ambiguous, Sources = [3] },
            ],
            Sources = Sources,
        };

    /// <summary>Ten counties: three figures, one of them a written zero; six not seen; one without any article.</summary>
    public static ChartSpec TenCounties =>
        new()
        {
            Title = "十县之中三县有数",
            Unit = new ChartUnit("人"),
            Marks =
            [
                new("碧江区", 232) { Sources = [1] },
                new("万山区", 312) { Sources = [2] },
                new("思南县", 0) { Sources = [3] },
                ChartMark.NoSource("江口县"),
                .. new[] { "松桃苗族自治县", "印江土家族苗族自治县", "玉屏侗族自治县", "石阡县", "德江县", "沿河土家族自治县" }.Select(
                    ChartMark.NotSeen
                ),
            ],
            Sources = Sources,
            Coverage = "10个县级区划中3个在本库来源中有数值",
        };

    public static ChartSpec Cards =>
        new()
        {
            Kind = ChartKind.Kpi,
            Title = "碧江区后备人选",
            Marks =
            [
                new("后备人选", 232) { Label = "232人", Sources = [1] },
                new("平均年龄", 36.37) { Label = "36.37岁", Sources = [1] },
                new("大专及以上占比", 0.8578)
                {
                    Label = "85.78%",
                    Detail = "199人/232人",
                    Sources = [1],
                },
                ChartMark.NotSeen("女性占比"),
            ],
            Sources = [Sources[0]],
        };

    public static ChartSpec English =>
        Evaluation with
        {
            Language = Language.En,
            Title = "Bijiang rated 14 of 59 village Party secretaries “good”",
            Subtitle = "Number of people",
            Unit = new ChartUnit("people"),
            Marks = [new("Good", 14), new("Medium", 33), new("Weak", 12)],
            Sources = [],
            Coverage = "1 of 10 counties has a figure in these sources",
        };

    public static ChartSpec Dots => Bounds with { Kind = ChartKind.Dot };

    public static IReadOnlyDictionary<string, ChartSpec> All =>
        new Dictionary<string, ChartSpec>
        {
            ["enrolment"] = Enrolment,
            ["evaluation"] = Evaluation,
            ["bounds"] = Bounds,
            ["suspect"] = Suspect,
            ["ten_counties"] = TenCounties,
            ["cards"] = Cards,
            ["english"] = English,
            ["dots"] = Dots,
            ["dark"] = Suspect with { Style = ChartStyle.Dark },
        };
}
