namespace Analytics.Charts.Tests;

/// <summary>Where remarks and the names of references go.</summary>
public class AnnotationTests
{
    private const string Long = "村干部与后备力量合计，原文未分别列出，不可与他县相比";

    public static TheoryData<ChartKind> Kinds => [.. Enum.GetValues<ChartKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_remarks_in_the_picture_where_there_is_room(ChartKind kind)
    {
        var spec = HardSpecs.Of(kind, Language.Zh, hard: false, panels: false, noted: true, held: false);
        Footer(ChartLayout.Arrange(spec)).ShouldNotContain("最多");
        Text(ChartLayout.Arrange(spec)).ShouldContain("最多");
    }

    [Fact]
    public void A_remark_that_a_cell_has_no_room_for_stands_in_the_footer_under_a_number_in_the_cell()
    {
        var marks = Enumerable.Range(1, 20).Select(i => new ChartMark($"县{i}", i) { Series = "学历" }).ToList();
        var scene = ChartLayout.Arrange(Of(ChartKind.Heatmap, marks, new("县3", Long), new("县7", Long)));
        Text(scene).ShouldContain("① 县3：" + Long);
        Texts(scene).ShouldContain(t => t.Text == "3①");
        Texts(scene).ShouldContain(t => t.Text == "7②");
    }

    [Fact]
    public void A_remark_among_points_without_a_gap_stands_in_the_footer_with_the_name_of_its_mark()
    {
        var marks = Enumerable.Range(0, 1400).Select(i => new ChartMark($"村{i}", i / 40) { X = i % 40 }).ToList();
        var scene = ChartLayout.Arrange(
            Of(ChartKind.Scatter, marks, new ChartAnnotation("村700", Long)) with
            {
                Width = 700,
                Height = 500,
            }
        );
        Text(scene).ShouldContain("村700：" + Long);
        LayoutTests.DemandReadable(scene);
    }

    [Fact]
    public void A_tie_starts_at_the_edge_of_its_mark_and_ends_at_its_note()
    {
        ChartMark[] marks =
        [
            .. Enumerable.Range(0, 9).Select(i => new ChartMark($"点{i}", 50 + i % 3) { X = 50 + i / 3 }),
            new("远", 0) { X = 0 },
            new("高", 100) { X = 100 },
        ];
        var scene = ChartLayout.Arrange(Of(ChartKind.Scatter, marks, new ChartAnnotation("点4", Long)));
        var tie = scene.Items.OfType<LineItem>().Single(l => l.Role == LineRole.Tie);
        var note = Texts(scene).First(t => t.Text.StartsWith("村干部", StringComparison.Ordinal)).Box;
        note.Grown(40).Holds(new Box(tie.Points[1].X, tie.Points[1].Y, 0, 0)).ShouldBeTrue();
    }

    [Fact]
    public void A_note_that_touches_its_mark_has_no_tie()
    {
        var scene = ChartLayout.Arrange(
            Of(ChartKind.Scatter, [new("甲", 1) { X = 1 }, new("乙", 9) { X = 9 }], new ChartAnnotation("乙", "最多"))
        );
        scene.Items.OfType<LineItem>().ShouldNotContain(l => l.Role == LineRole.Tie);
    }

    [Fact]
    public void Remarks_of_parts_of_a_stack_say_which_part_they_are_about()
    {
        ChartMark[] marks = [new("甲", 3) { Series = "好" }, new("甲", 5) { Series = "中" }];
        Text(ChartLayout.Arrange(Of(ChartKind.StackedBar, marks, new ChartAnnotation("甲 / 中", "含社区")))).ShouldContain("中：含社区");
        Text(ChartLayout.Arrange(Of(ChartKind.StackedBar, marks, new ChartAnnotation("甲", "含社区")))).ShouldNotContain("：含社区");
    }

    [Fact]
    public void A_remark_finds_its_small_chart_by_name()
    {
        ChartMark[] marks = [new("甲", 3) { Panel = "2023年" }, new("甲", 5) { Panel = "2024年" }];
        var texts = Texts(ChartLayout.Arrange(Of(ChartKind.Bar, marks, new ChartAnnotation("2024年 / 甲", "含社区")))).ToList();
        var (note, name) = (texts.Single(t => t.Text == "含社区"), texts.Single(t => t.Text == "2024年"));
        (note.At.X > name.At.X && note.At.Y > name.At.Y).ShouldBeTrue();
        texts.Single(t => t.Text == "2023年").ShouldSatisfyAllConditions(t => (t.At.X < name.At.X || t.At.Y < name.At.Y).ShouldBeTrue());
    }

    [Fact]
    public void The_alternative_text_has_remarks_wherever_they_stand()
    {
        var marks = Enumerable.Range(1, 20).Select(i => new ChartMark($"县{i}", i) { Series = "学历" }).ToList();
        ChartLayout.Arrange(Of(ChartKind.Heatmap, marks, new ChartAnnotation("县3", Long))).Description.ShouldContain("县3：" + Long);
    }

    [Fact]
    public void The_name_of_a_reference_that_has_no_place_at_its_line_stands_in_the_key()
    {
        var spec = Of(ChartKind.Scatter, [.. Enumerable.Range(0, 2000).Select(i => new ChartMark("", i / 50) { X = i % 50 })]) with
        {
            References = [new(20, "目标")],
        };
        var name = Texts(ChartLayout.Arrange(spec)).Single(t => t.Text.StartsWith("目标", StringComparison.Ordinal));
        name.At.Y.ShouldBeLessThan(Texts(ChartLayout.Arrange(spec)).Where(t => t.Text == "30").Min(t => t.At.Y));
    }

    [Theory]
    [InlineData(ChartStyle.Light)]
    [InlineData(ChartStyle.Dark)]
    public void A_line_of_a_reference_is_broken_off_before_a_text(ChartStyle style)
    {
        var spec = HardSpecs.Of(ChartKind.Lollipop, Language.Zh, hard: false, panels: false, noted: false, held: true) with
        {
            Style = style,
        };
        var pieces = ChartLayout
            .Arrange(spec)
            .Items.OfType<LineItem>()
            .Where(l => l.Role == LineRole.Reference)
            .GroupBy(l => l.Points[0].X)
            .ToList();
        pieces.Count.ShouldBe(2);
        pieces.ShouldContain(p => p.Count() > 1);
    }

    private static ChartSpec Of(ChartKind kind, IReadOnlyList<ChartMark> marks, params ChartAnnotation[] annotations) =>
        new()
        {
            Kind = kind,
            Title = "虚构",
            Marks = marks,
            Annotations = annotations,
        };

    private static IEnumerable<TextItem> Texts(ChartScene scene) => scene.Items.OfType<TextItem>();

    private static string Text(ChartScene scene) => string.Concat(Texts(scene).Select(t => t.Text));

    /// <summary>What stands below the note's or the sources' word.</summary>
    private static string Footer(ChartScene scene)
    {
        var top = Texts(scene).Where(t => t.Text is "说明" or "来源").Min(t => t.At.Y);
        return string.Concat(Texts(scene).Where(t => t.At.Y >= top).Select(t => t.Text));
    }
}
