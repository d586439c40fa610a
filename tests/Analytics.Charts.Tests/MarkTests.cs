namespace Analytics.Charts.Tests;

/// <summary>How figures, bounds and missing figures are told apart.</summary>
public class MarkTests
{
    private static readonly Palette Colors = Palette.Light;

    [Fact]
    public void Bars_start_at_zero_and_grow_in_proportion()
    {
        var bars = DataBars(Samples.Enrolment);
        bars.Count.ShouldBe(3);
        bars.Select(b => b.X).Distinct().Count().ShouldBe(1);
        (bars[1].Width / bars[0].Width).ShouldBe(69.0 / 125, 0.001);
        (bars[2].Width / bars[0].Width).ShouldBe(44.0 / 125, 0.001);
    }

    [Fact]
    public void Negative_bars_end_where_positive_ones_begin()
    {
        var spec = Samples.Enrolment with { Sources = [], Marks = [new("甲", 30), new("乙", -20), new("丙", 10)] };
        var bars = DataBars(spec);
        bars[2].Right.ShouldBe(bars[0].X, 0.01);
        (bars[2].Width / bars[0].Width).ShouldBe(20.0 / 30, 0.001);
    }

    [Theory]
    [InlineData(ChartKind.GroupedBar, MarkOrder.Given)]
    [InlineData(ChartKind.GroupedBar, MarkOrder.Ranked)]
    [InlineData(ChartKind.StackedBar, MarkOrder.Given)]
    [InlineData(ChartKind.StackedBar, MarkOrder.Ranked)]
    public void Parts_of_groups_and_stacks_have_one_order_that_of_the_key(ChartKind kind, MarkOrder order)
    {
        ChartMark[] marks = [Part("甲", "b", 3), Part("甲", "a", 5), Part("乙", "a", 2), Part("乙", "b", 6), Part("丙", "c", 4)];
        var spec = Samples.Enrolment with { Sources = [], Kind = kind, Order = order, Marks = marks };
        MarkOrdering
            .Of(spec)
            .GroupBy(m => m.Category)
            .ShouldAllBe(g => g.Select(m => "bac".IndexOf(m.Series)).SequenceEqual(g.Select(m => "bac".IndexOf(m.Series)).Order()));
        MarkOrdering.Of(spec).Select(m => m.Category).Distinct().Count().ShouldBe(3);

        static ChartMark Part(string category, string series, double value) => new(category, value) { Series = series };
    }

    [Fact]
    public void A_lower_bound_is_open_with_an_arrow_beyond_it()
    {
        var items = BarMarks
            .Paint(ChartMark.AtLeast("德江县", 15), new MarkPlace(0, 100, 100, 100, 20, 20, 2, 16), Colors)
            .SelectMany(m => m.Claims(PlotMap.Pixels))
            .ToList();
        items.OfType<RectItem>().ShouldAllBe(r => r.Color == Colors.Pale && r.Outline == 0);
        var outline = items.OfType<LineItem>().First();
        outline.Points[0].X.ShouldBe(100);
        outline.Points[^1].X.ShouldBe(100);
        items.OfType<LineItem>().Max(l => l.Points.Max(p => p.X)).ShouldBeGreaterThan(110);
    }

    [Theory]
    [InlineData(480, 900)]
    [InlineData(1600, 900)]
    [InlineData(1080, 1080)]
    [InlineData(600, 1600)]
    public void Arrows_of_bounds_are_no_longer_than_their_text_is_high(int width, int height)
    {
        foreach (var kind in new[] { ChartKind.Bar, ChartKind.Dot, ChartKind.Lollipop })
        {
            var scene = ChartLayout.Arrange(
                new ChartSpec
                {
                    Kind = kind,
                    Title = "t",
                    Width = width,
                    Height = height,
                    Marks = [ChartMark.AtLeast("甲", 15), new("乙", 30), ChartMark.AtLeast("丙", 20)],
                }
            );
            var em = scene.Flat.OfType<TextItem>().Single(t => t.Text == "甲").Size;
            var heads = scene
                .Flat.OfType<LineItem>()
                .Where(l => l.Points.Count == 2 && l.Points[0].Y == l.Points[1].Y && l.Color == Colors.Data && !l.Dashed);
            heads.Min(l => Math.Abs(l.Points[1].X - l.Points[0].X)).ShouldBeLessThanOrEqualTo(em * 1.8);
            if (kind == ChartKind.Bar)
                heads.ShouldAllBe(l => l.Points[1].X - l.Points[0].X <= em * 1.2);
        }
    }

    [Theory]
    [InlineData(ChartStyle.Light, "越深数值越大")]
    [InlineData(ChartStyle.Dark, "越亮数值越大")]
    public void The_key_of_a_table_says_which_shades_are_more(ChartStyle style, string words)
    {
        var spec = new ChartSpec
        {
            Kind = ChartKind.Heatmap,
            Title = "t",
            Style = style,
            Marks = [new("甲", 1) { Series = "行" }, new("乙", 9) { Series = "行" }],
        };
        var scene = ChartLayout.Arrange(spec);
        string.Concat(scene.Flat.OfType<TextItem>().Select(t => t.Text)).ShouldContain(words);
        double Light(string figure)
        {
            var text = scene.Flat.OfType<TextItem>().Single(t => t.Text == figure).Box;
            return ColorContrast.Ratio(scene.Flat.OfType<RectItem>().Single(r => r.Box.Holds(text)).Color, "#000000");
        }

        (Light("9") > Light("1")).ShouldBe(style == ChartStyle.Dark);
    }

    [Fact]
    public void Each_qualifier_is_drawn_in_a_way_of_its_own()
    {
        var place = new MarkPlace(0, 100, 60, 100, 20, 20, 2, 16);
        foreach (
            var paint in (Func<ChartMark, IEnumerable<PlotMark>>[])
                [m => BarMarks.Paint(m, place, Colors), m => DotMarks.Paint(m, place, Colors)]
        )
        {
            MarkQualifier[] told = [MarkQualifier.Exact, MarkQualifier.Min, MarkQualifier.Max, MarkQualifier.Approx, MarkQualifier.Range];
            told.Select(q =>
                    string.Join(
                        '\n',
                        paint(
                                new ChartMark("", 1)
                                {
                                    Qualifier = q,
                                    Low = 0.6,
                                    High = 1,
                                }
                            )
                            .SelectMany(m => m.Claims(PlotMap.Pixels))
                            .Select(Shape)
                    )
                )
                .Distinct()
                .Count()
                .ShouldBe(told.Length);
        }
    }

    [Fact]
    public void Labels_written_by_the_chart_carry_the_bound()
    {
        string Read(ChartMark mark) => ChartDescription.Reading(mark, Samples.Bounds);
        Read(ChartMark.AtLeast("", 150000)).ShouldBe("≥15万元");
        Read(ChartMark.AtLeast("", 150000, open: true)).ShouldBe(">15万元");
        Read(new ChartMark("", 60000) { Qualifier = MarkQualifier.Max }).ShouldBe("≤6万元");
        Read(new ChartMark("", 95000) { Qualifier = MarkQualifier.NearBelow }).ShouldBe("近9.5万元");
        Read(new ChartMark("", 72000) { Qualifier = MarkQualifier.Approx }).ShouldBe("约7.2万元");
        Read(ChartMark.Between("", 30000, 55000)).ShouldBe("3万–5.5万元");
        ChartDescription.Reading(ChartMark.Between("", 0.1, 0.2), Samples.Suspect).ShouldBe("10%–20%");
        Read(new ChartMark("", 0)).ShouldBe("0元");
        Read(new ChartMark("", 1) { Label = "1处" }).ShouldBe("1处");
    }

    [Fact]
    public void The_three_states_are_told_apart_and_missing_is_never_zero()
    {
        var scene = ChartLayout.Arrange(Samples.TenCounties);
        var texts = scene.Flat.OfType<TextItem>().Select(t => t.Text).ToList();
        texts.Count(t => t == "本库来源未见").ShouldBe(6);
        texts.Count(t => t == "无来源").ShouldBe(1);
        texts.Count(t => t == "0人").ShouldBe(1);
        DataBars(Samples.TenCounties).Count.ShouldBe(3, "two bars and the sliver of the written zero");
        DataBars(Samples.TenCounties)[^1].Width.ShouldBeInRange(1, 4);
    }

    [Fact]
    public void Suspect_figures_carry_stripes_a_word_and_a_key()
    {
        var scene = ChartLayout.Arrange(Samples.Suspect);
        scene.Flat.OfType<RectItem>().Count(r => r.Fill == Fill.Stripes).ShouldBe(2, "the suspect bar and its sample in the key");
        scene
            .Flat.OfType<RectItem>()
            .Count(r => r.Fill == Fill.BackStripes)
            .ShouldBe(2, "those of the one with two readings slant the other way");
        var texts = scene.Flat.OfType<TextItem>().Select(t => t.Text).ToList();
        texts.ShouldContain("存疑");
        texts.ShouldContain("两解");
        texts.ShouldContain("存疑：核算不符，照录原文");
    }

    [Fact]
    public void Plain_bars_need_no_key() => KeyLayout.Arrange(Samples.Enrolment, new Sizes(25, 1), 1000).ShouldBe(Block.Empty);

    [Fact]
    public void Values_beside_marks_name_their_sources()
    {
        ValueLabel.SourceNumbers([3, 1, 2, 7]).ShouldBe("[1–3, 7]");
        ValueLabel.SourceNumbers([9, 10]).ShouldBe("[9, 10]");
        ValueLabel.SourceNumbers([]).ShouldBe("");
        ChartLayout.Arrange(Samples.Enrolment).Flat.OfType<TextItem>().Select(t => t.Text).ShouldContain("[2]");
    }

    [Fact]
    public void A_share_stored_as_a_fraction_reads_in_percent() =>
        ChartDescription.Reading(new ChartMark("", 0.8578), Samples.Suspect).ShouldBe("85.78%");

    private static string Shape(SceneItem item) =>
        item switch
        {
            LineItem line => string.Join(' ', line.Points) + line.Dashed,
            _ => item.ToString(),
        };

    private static List<Box> DataBars(ChartSpec spec) =>
        [.. ChartLayout.Arrange(spec).Flat.OfType<RectItem>().Where(r => r.Color == Colors.Data).Skip(1).Select(r => r.Box)];
}
