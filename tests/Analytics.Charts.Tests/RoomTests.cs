using System.Text.RegularExpressions;

namespace Analytics.Charts.Tests;

/// <summary>
/// Nothing is cut off: a chart of few rows is whole or refused with the size it takes; very many rows say how many are shown.
/// </summary>
public partial class RoomTests
{
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

    public static TheoryData<int, int> Canvases
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var (width, height) in new[] { (320, 320), (400, 330), (480, 360), (480, 900), (700, 400), (1200, 480), (2400, 600) })
                data.Add(width, height);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Canvases))]
    public void Few_rows_are_all_drawn_or_refused_with_a_size_that_holds_them(int width, int height)
    {
        foreach (
            var spec in new[]
            {
                Sourced(4),
                Sourced(12),
                Samples.Suspect,
                Samples.Bounds,
                Samples.TenCounties,
                Gallery.Kinds["heatmap"],
                Gallery.Kinds["grouped_bar"],
                Gallery.Kinds["lines"],
            }
        )
        {
            var sized = spec with { Width = width, Height = height };
            try
            {
                var scene = ChartLayout.Arrange(sized);
                scene.RowsLeftOut.ShouldBe(0);
                LayoutTests.DemandReadable(scene);
                DemandSources(sized, scene);
            }
            catch (UserException error) when (error.Kind == FaultKind.NoRoom)
            {
                DemandNamedSizeHolds(sized, error);
            }
        }
    }

    [Fact]
    public void Sources_that_no_figure_cites_are_not_listed()
    {
        var spec = Sourced(4) with { Sources = [.. Sourced(4).Sources, new ChartSource(9, "无人引用", "某县", "2024-01-01")] };
        All(ChartLayout.Arrange(spec)).ShouldNotContain("无人引用");
        All(ChartLayout.Arrange(spec with { Marks = [.. spec.Marks.Select(m => m with { Sources = [] })] }))
            .ShouldContain("无人引用", Case.Sensitive, "where no figure cites any, all are listed");
    }

    [Fact]
    public void Sources_are_shortened_before_they_are_refused()
    {
        var spec = Sourced(6) with { Width = 480, Height = 350 };
        var text = All(ChartLayout.Arrange(spec));
        text.ShouldNotContain("的一篇标题较长的报道");
        for (var i = 1; i <= 6; i++)
            text.ShouldContain($"[{i}] ");
        text.ShouldContain("2025-01-13");
    }

    [Fact]
    public void Many_sources_stand_by_date_the_earliest_first()
    {
        ChartSource[] sources =
        [
            new(1, "甲", "A县", "不早于2025-07-01（据同版推断）"),
            new(2, "乙", "B县", "日期原文件未载"),
            new(3, "丙", "C县", "2025-01-13"),
            new(4, "丁", "D县", "2025-01-13"),
        ];
        SourceList
            .ByDate(sources, Language.Zh)
            .ShouldBe([
                "2025-01-13：[3] 《丙》，C县；[4] 《丁》，D县",
                "不早于2025-07-01（据同版推断）：[1] 《甲》，A县",
                "日期原文件未载：[2] 《乙》，B县",
            ]);
        SourceList.Short(sources, Language.Zh)[1].ShouldBe("不早于2025-07-01：[1] A县");
    }

    [Fact]
    public void The_key_of_the_first_of_many_rows_explains_only_what_is_drawn()
    {
        var spec = Samples.Enrolment with
        {
            Marks =
            [
                .. Enumerable
                    .Range(1, 300)
                    .Select(i => new ChartMark($"第{i}村", i)
                    {
                        Status = i == 1 ? MarkStatus.Suspect : MarkStatus.Normal,
                        Sources = [i == 1 ? 2 : 1],
                    }),
            ],
        };
        var scene = ChartLayout.Arrange(spec);
        scene.RowsLeftOut.ShouldBeGreaterThan(0);
        All(scene).ShouldNotContain("存疑");
        All(scene).ShouldNotContain("[2]");
        scene.Description.ShouldContain("300");
    }

    [Fact]
    public void Counts_in_sentences_have_their_number()
    {
        var words = ChartWords.For(Language.En);
        words.RowsLeftOut(1, 5).ShouldBe("No room: only the first row shown, 5 more left out");
        words.RowsLeftOut(7, 5).ShouldBe("No room: first 7 rows shown, 5 more left out");
        words.RemarksLeftOut(1).ShouldBe("No room: 1 more caution or note left out");
        words.PointsLeftOut(1).ShouldBe("1 row has no figure and is not drawn");
    }

    /// <summary>A refusal names a size, and there everything is drawn.</summary>
    internal static void DemandNamedSizeHolds(ChartSpec spec, UserException error)
    {
        var sizes = Size()
            .Matches(error.Message)
            .Select(m => (Width: int.Parse(m.Groups[1].Value), Height: int.Parse(m.Groups[2].Value)))
            .Skip(1)
            .ToList();
        sizes.ShouldNotBeEmpty(error.Message);
        foreach (var (width, height) in sizes)
        {
            (width > spec.Width || height > spec.Height).ShouldBeTrue(error.Message);
            var scene = ChartLayout.Arrange(spec with { Width = width, Height = height });
            scene.RowsLeftOut.ShouldBe(0);
            LayoutTests.DemandReadable(scene);
        }
    }

    /// <summary>Every source that a figure cites has its number in the footer.</summary>
    private static void DemandSources(ChartSpec spec, ChartScene scene)
    {
        var text = All(scene);
        foreach (var number in spec.Marks.SelectMany(m => m.Sources).Distinct())
            text.ShouldContain($"[{number}] ");
    }

    private static string All(ChartScene scene) =>
        string.Join('\n', scene.Items.OfType<TextItem>().Select(t => t.Text)).Replace("]\n", "] ");

    private static ChartSpec Sourced(int rows) =>
        new()
        {
            Title = "万山区312名村级后备力量：党员219人，占70.19%；学历占比95.55%存疑",
            Subtitle = "占村级后备力量312人的比例，截至目前",
            Unit = new ChartUnit("人"),
            Marks =
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(i => new ChartMark(Counties[i % 10] + i, 10 * i)
                    {
                        Sources = [i],
                        Status = i == 2 ? MarkStatus.Suspect : MarkStatus.Normal,
                        Qualifier = i == 3 ? MarkQualifier.Min : MarkQualifier.Exact,
                    }),
            ],
            Sources =
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(i => new ChartSource(
                        i,
                        $"{Counties[i % 10]}的一篇标题较长的报道之{i}",
                        Counties[i % 10],
                        i % 2 == 0 ? "不早于2025-07-01（据同版推断）" : "2025-01-13"
                    )),
            ],
            Caveats = ["三县措辞不同，人数不可直接相比", "时段不同或未载"],
            Notes = ["万山区95.55%（原文）：按312人复算不能得出"],
            Coverage = "10个县级区划中4个在本库来源中有数值",
            DataVersion = "0123456789ab",
        };

    [GeneratedRegex(@"(\d+)x(\d+)")]
    private static partial Regex Size();
}
