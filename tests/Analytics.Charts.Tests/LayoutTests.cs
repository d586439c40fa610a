namespace Analytics.Charts.Tests;

/// <summary>What must hold of every picture, over many sizes and shapes of data.</summary>
public class LayoutTests
{
    private static readonly (int Width, int Height)[] CanvasSizes =
    [
        (480, 360),
        (360, 480),
        (800, 450),
        (1600, 900),
        (1240, 877),
        (1080, 1080),
        (600, 1600),
        (2400, 400),
        (3000, 2000),
        (320, 320),
    ];

    private const string Words =
        "铜仁市某县某乡镇某村股份经济合作社关于村级集体经济发展壮大和村干部"
        + "报酬待遇保障工作的若干情况说明与统计口径解释之六十字标签（含社区）";
    private const string Latin = "Reserve candidates for village Party secretary with junior-college education or above (2023)";

    /// <summary>Kinds that any list of marks suits.</summary>
    private static readonly ChartKind[] Kinds = [ChartKind.Bar, ChartKind.Dot, ChartKind.Kpi, ChartKind.Lollipop, ChartKind.DivergingBar];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Text_never_leaves_the_canvas_nor_overlaps(int seed)
    {
        var spec = RandomSpec(new Random(seed));
        var scene = Arrange(spec);
        if (scene is not null)
            DemandReadable(scene);
    }

    [Fact]
    public void Real_charts_fit_every_canvas_from_480_by_360()
    {
        foreach (var (name, sample) in Samples.All)
        {
            foreach (var (width, height) in CanvasSizes.Where(s => s.Width * s.Height >= 480 * 360))
            {
                var scene = ChartLayout.Arrange(sample with { Width = width, Height = height });
                scene.RowsLeftOut.ShouldBe(0, $"{name} {width}x{height}");
                DemandReadable(scene);
            }
        }
    }

    [Fact]
    public void Text_is_never_smaller_than_nine_pixels()
    {
        foreach (var (width, height) in CanvasSizes.Where(s => s.Width * s.Height >= 480 * 360))
        {
            Texts(ChartLayout.Arrange(Samples.TenCounties with { Width = width, Height = height }))
                .Min(t => t.Size)
                .ShouldBeGreaterThanOrEqualTo(9);
        }
    }

    [Fact]
    public void Two_hundred_rows_say_how_many_are_shown()
    {
        var spec = Samples.Enrolment with { Marks = [.. Enumerable.Range(1, 200).Select(i => new ChartMark($"第{i}村", i))] };
        var scene = ChartLayout.Arrange(spec);
        scene.RowsLeftOut.ShouldBeInRange(1, 199);
        var shown = 200 - scene.RowsLeftOut;
        Texts(scene).ShouldContain(t => t.Text == $"图幅所限，仅示前{shown}项，另有{scene.RowsLeftOut}项未列");
        Texts(scene).Count(t => t.Text.StartsWith('第') && t.Text.EndsWith('村')).ShouldBe(shown);
        Texts(scene).ShouldContain(t => t.Text == "第200村", "the largest come first");
    }

    [Fact]
    public void Two_hundred_rows_all_fit_a_tall_canvas()
    {
        var spec = Samples.Enrolment with
        {
            Marks = [.. Enumerable.Range(1, 200).Select(i => new ChartMark($"第{i}村", i))],
            Height = 3600,
        };
        ChartLayout.Arrange(spec).RowsLeftOut.ShouldBe(0);
    }

    [Fact]
    public void Every_picture_carries_the_fixed_sentence_and_the_coverage()
    {
        foreach (var sample in Samples.All.Values)
        {
            var text = string.Concat(Texts(ChartLayout.Arrange(sample)).Select(t => t.Text));
            text.ShouldContain(sample.Disclaimer);
            text.ShouldContain(sample.Coverage);
        }
        Samples.Enrolment.Disclaimer.ShouldBe("数据照录报道原文，未经独立核实；报纸名称、日期原文件未载");
        Samples.English.Disclaimer.ShouldBe("As stated in the articles, not independently verified; newspaper and date not in the file.");
    }

    [Fact]
    public void A_chart_without_sources_says_so() =>
        Texts(ChartLayout.Arrange(Samples.Enrolment with { Sources = [], Marks = [new("甲", 1)] }))
            .ShouldContain(t => t.Text == "来源不详：结果未带来源信息");

    [Fact]
    public void Rows_are_ranked_with_equal_figures_as_given_and_missing_ones_last()
    {
        var spec = Samples.Enrolment with
        {
            Sources = [],
            Marks = [ChartMark.NoSource("江口县"), new("甲", 1), ChartMark.NotSeen("乙"), new("丙", 5), new("丁", 1)],
        };
        MarkOrdering.Of(spec).Select(m => m.Category).ShouldBe(["丙", "甲", "丁", "乙", "江口县"]);
        MarkOrdering.Of(spec with { Order = MarkOrder.Given }).ShouldBe(spec.Marks);
    }

    [Fact]
    public void The_same_spec_gives_the_same_scene() =>
        SvgFile.Of(ChartLayout.Arrange(Samples.Bounds)).ShouldBe(SvgFile.Of(ChartLayout.Arrange(Samples.Bounds)));

    [Fact]
    public void Dots_far_from_zero_say_that_the_axis_does_not_start_there()
    {
        var spec = Samples.Enrolment with
        {
            Kind = ChartKind.Dot,
            Sources = [],
            Marks = [new("甲", 4727), new("乙", 6117), new("丙", 4116)],
        };
        Texts(ChartLayout.Arrange(spec)).ShouldContain(t => t.Text.Contains("横轴不从0开始"));
        Texts(ChartLayout.Arrange(spec with { Kind = ChartKind.Bar })).ShouldNotContain(t => t.Text.Contains("横轴不从0开始"));
    }

    private static ChartScene? Arrange(ChartSpec spec)
    {
        try
        {
            return ChartLayout.Arrange(spec);
        }
        catch (UserException error) when (error.Kind == FaultKind.NoRoom)
        {
            RoomTests.DemandNamedSizeHolds(spec, error);
            return null;
        }
    }

    private static ChartSpec RandomSpec(Random random)
    {
        var (width, height) = CanvasSizes[random.Next(CanvasSizes.Length)];
        var kind = Kinds[random.Next(Kinds.Length)];
        var sources = Enumerable
            .Range(1, random.Next(0, 12))
            .Select(i => new ChartSource(i, Some(random, 40), Some(random, 8), Some(random, 12)))
            .ToList();
        return new ChartSpec
        {
            Kind = kind,
            Title = Some(random, 60),
            Subtitle = random.Next(3) == 0 ? "" : Some(random, 80),
            Width = width,
            Height = height,
            Language = (Language)random.Next(2),
            Style = (ChartStyle)random.Next(2),
            Unit = random.Next(4) == 0 ? ChartUnit.Percent : new ChartUnit(Some(random, 3)),
            Marks =
            [
                new("首行", 3),
                .. Enumerable.Range(0, random.Next(0, kind == ChartKind.Kpi ? 12 : 40)).Select(_ => RandomMark(random, sources.Count)),
            ],
            References = kind == ChartKind.DivergingBar ? [new(random.Next(-50, 50), Some(random, 20))] : [],
            Sources = sources,
            Coverage = Some(random, 30),
            Caveats = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(random, 60))],
            Notes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Some(random, 60))],
        };
    }

    private static ChartMark RandomMark(Random random, int sources)
    {
        var category = Some(random, random.Next(4) == 0 ? 60 : 10);
        if (random.Next(6) == 0)
            return random.Next(2) == 0 ? ChartMark.NotSeen(category) : ChartMark.NoSource(category);
        var value = (random.NextDouble() - 0.25) * Math.Pow(10, random.Next(-2, 9));
        var numbers = sources == 0 ? [] : Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(sources) + 1).ToList();
        if (random.Next(6) == 0)
            return ChartMark.Between(category, value, value + Math.Abs(value)) with { Sources = numbers };
        return new ChartMark(category, random.Next(8) == 0 ? 0 : value)
        {
            Qualifier = (MarkQualifier)random.Next(5),
            Status = (MarkStatus)random.Next(3),
            Detail = random.Next(4) == 0 ? Some(random, 30) : null,
            Label = random.Next(3) == 0 ? Some(random, 25) : null,
            Sources = numbers,
        };
    }

    private static string Some(Random random, int most)
    {
        var from = random.Next(4) == 0 ? Latin : Words;
        var length = Math.Min(from.Length, random.Next(1, most + 1));
        var text = from.Substring(random.Next(from.Length - length + 1), length).Trim();
        return text.Length == 0 ? "x" : text;
    }

    internal static void DemandReadable(ChartScene scene)
    {
        var canvas = new Box(0, 0, scene.Width, scene.Height);
        var texts = Texts(scene).Where(t => t.Text.Length > 0).Select(t => (t.Text, t.Box)).ToList();
        var size = $"on {scene.Width}x{scene.Height}";
        foreach (var text in texts)
        {
            if (!canvas.Holds(text.Box))
                throw new ShouldAssertException($"'{text.Text}' {text.Box} leaves the canvas {size}");
        }

        foreach (var box in scene.Items.Select(Extent))
        {
            if (!canvas.Holds(box, 1))
                throw new ShouldAssertException($"{box} leaves the canvas {size}");
        }

        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                if (texts[i].Box.Overlaps(texts[j].Box, 0.5))
                    throw new ShouldAssertException($"'{texts[i].Text}' {texts[i].Box} overlaps '{texts[j].Text}' {texts[j].Box} {size}");
            }
        }

        DemandTextOffMarks(scene, texts, size);
        DemandTextOffLines(scene, texts, size);
    }

    /// <summary>No line of a reference and none that ties a text to its mark runs through any text.</summary>
    private static void DemandTextOffLines(ChartScene scene, List<(string Text, Box Box)> texts, string size)
    {
        foreach (var line in scene.Items.OfType<LineItem>().Where(l => l.Role != LineRole.Plain))
        {
            foreach (var (from, to) in line.Points.Zip(line.Points.Skip(1)))
            {
                foreach (var (text, box) in texts)
                {
                    if (box.Grown(-0.5).Meets(from, to))
                        throw new ShouldAssertException($"a line ({line.Role}) from {from} to {to} runs through '{text}' {box} {size}");
                }
            }
        }
    }

    /// <summary>
    /// No text lies half on a bar or a dot; one that lies wholly in it is its label. Cards and the patches behind labels are grounds for
    /// text, not marks.
    /// </summary>
    private static void DemandTextOffMarks(ChartScene scene, List<(string Text, Box Box)> texts, string size)
    {
        string[] inks = [.. new[] { Palette.Light, Palette.Dark }.SelectMany(p => (string[])[p.Data, p.Doubt, p.Pale, .. p.Series])];
        var marks = scene
            .Items.Where(i => i is RectItem r && inks.Contains(r.Color) || i is CircleItem or PolygonItem)
            .Select(Extent)
            .ToList();
        foreach (var mark in marks)
        {
            foreach (var (text, box) in texts)
            {
                if (box.Overlaps(mark, 1) && !mark.Holds(box))
                    throw new ShouldAssertException($"'{text}' {box} lies on a mark {mark} {size}");
            }
        }
    }

    private static IEnumerable<TextItem> Texts(ChartScene scene) => scene.Items.OfType<TextItem>();

    internal static Box Extent(SceneItem item) =>
        item switch
        {
            RectItem rect => rect.Box,
            CircleItem circle => new Box(
                circle.Center.X - circle.Radius,
                circle.Center.Y - circle.Radius,
                2 * circle.Radius,
                2 * circle.Radius
            ),
            LineItem line => Around(line.Points),
            TextItem text => text.Box,
            PolygonItem polygon => Around(polygon.Points),
            PointsItem points => Around(points.Points),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };

    private static Box Around(IReadOnlyList<Spot> points) =>
        new(
            points.Min(p => p.X),
            points.Min(p => p.Y),
            points.Max(p => p.X) - points.Min(p => p.X),
            points.Max(p => p.Y) - points.Min(p => p.Y)
        );
}
