namespace Analytics.Charts.Tests;

public class AxisTests
{
    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(1, 1)]
    [InlineData(1.2, 2)]
    [InlineData(21, 50)]
    [InlineData(0.03, 0.05)]
    [InlineData(6e14, 1e15)]
    [InlineData(0.2, 0.2)]
    public void Steps_are_one_two_or_five_times_a_power_of_ten(double least, double step) => Ticks.Step(least).ShouldBe(step);

    [Fact]
    public void Ticks_are_the_multiples_within_the_ends()
    {
        Ticks.Between(0, 125, 20).ShouldBe([0, 20, 40, 60, 80, 100, 120]);
        Ticks.Between(-0.25, 0.3, 0.1).ShouldBe([-0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    }

    [Theory]
    [InlineData(0, 150000, "0")]
    [InlineData(20000, 150000, "2万")]
    [InlineData(5000, 9000, "5000")]
    [InlineData(150000000, 150000000, "1.5亿")]
    [InlineData(-20000, 150000, "−2万")]
    public void Chinese_ticks_count_in_wan_and_yi(double value, double largest, string text) =>
        NumberText.Tick(value, largest, Language.Zh).ShouldBe(text);

    [Theory]
    [InlineData(20000, 150000, "20K")]
    [InlineData(1500000, 2000000, "1.5M")]
    [InlineData(500, 900, "500")]
    public void English_ticks_count_in_thousands_and_millions(double value, double largest, string text) =>
        NumberText.Tick(value, largest, Language.En).ShouldBe(text);

    [Fact]
    public void Figures_keep_all_their_digits()
    {
        var yuan = new ChartUnit("元");
        NumberText.Figure(new ChartMark("", 10331200), yuan, Language.Zh).ShouldBe("1033.12万元");
        NumberText.Figure(new ChartMark("", 36.37), new ChartUnit("岁"), Language.Zh).ShouldBe("36.37岁");
        NumberText.Figure(new ChartMark("", 0.1 + 0.2), ChartUnit.None, Language.Zh).ShouldBe("0.3");
        NumberText.Figure(new ChartMark("", 14), new ChartUnit("people"), Language.En).ShouldBe("14 people");
        NumberText.Figure(new ChartMark("", 2407000), new ChartUnit("yuan"), Language.En).ShouldBe("2,407,000 yuan");
        NumberText.Figure(new ChartMark("", 4727), new ChartUnit("元/月"), Language.Zh).ShouldBe("4727元/月");
        NumberText.Figure(new ChartMark("", 5741), new ChartUnit("yuan"), Language.En).ShouldBe("5,741 yuan");
    }

    [Theory]
    [InlineData(9.8e7, "1亿", "单位：亿元", "0.2")]
    [InlineData(2407000, "万", "单位：万元", "50")]
    [InlineData(6117, "", "单位：元", "4000")]
    public void Chinese_axes_carry_the_magnitude_in_the_unit(double largest, string never, string unit, string tick)
    {
        foreach (var subtitle in new[] { "", "报酬，单位：元", "后备人选的报酬" })
        {
            var texts = ChartLayout
                .Arrange(
                    new ChartSpec
                    {
                        Title = "t",
                        Subtitle = subtitle,
                        Unit = new ChartUnit("元"),
                        Marks = [new("甲", largest) { Label = "值" }, new("乙", largest / 3) { Label = "值" }],
                    }
                )
                .Items.OfType<TextItem>()
                .Select(t => t.Text)
                .ToList();
            texts.Count(t => t.EndsWith(unit)).ShouldBe(1, "once, in the subtitle");
            texts.ShouldContain(tick);
            texts.ShouldNotContain(t => t.Contains(','));
            if (never.Length > 0)
                texts.ShouldNotContain(t => t.EndsWith(never));
        }
    }

    [Fact]
    public void A_subtitle_that_names_the_unit_does_not_say_it_twice()
    {
        var spec = new ChartSpec
        {
            Title = "t",
            Subtitle = "Pay, yuan a month",
            Language = Language.En,
            Unit = new ChartUnit("yuan a month"),
            Marks = [new("a", 4727), new("b", 6117)],
        };
        AxisNumbers.Of(spec).Subtitle.ShouldBe("Pay, yuan a month");
        AxisNumbers.Of(spec with { Subtitle = "Pay" }).Subtitle.ShouldBe("Pay, unit: yuan a month");
        AxisNumbers.Of(spec with { Subtitle = "" }).Subtitle.ShouldBe("Unit: yuan a month");
        AxisNumbers.Of(spec with { Kind = ChartKind.Heatmap, Subtitle = "" }).Subtitle.ShouldBe("");
    }

    [Theory]
    [InlineData(2, 3.76, 0)]
    [InlineData(4116, 6117, 3000)]
    public void Dots_start_at_zero_unless_all_are_far_from_it(double low, double high, double origin)
    {
        var spec = new ChartSpec
        {
            Kind = ChartKind.Dot,
            Title = "t",
            Unit = ChartUnit.None,
            Marks = [new("甲", low), new("乙", high)],
        };
        ValueRange.OriginOf(spec).ShouldBe(origin);
        var baseline = ChartLayout
            .Arrange(spec with { Width = 480 })
            .Items.OfType<LineItem>()
            .Where(l => l.Color == Palette.Light.Axis)
            .ToList();
        baseline.Count.ShouldBe(origin == 0 ? 1 : 3, "the line, and two strokes through it where it is not zero");
    }

    [Fact]
    public void The_scale_leaves_room_for_labels_at_both_ends()
    {
        Reach[] reaches = [new(-40, 0, 60, 0), new(0, 100, 0, 90), new(0, 10, 0, 500)];
        var scale = ValueScale.Fit(reaches, 0, 800)!;
        reaches.ShouldAllBe(r => scale.X(r.Low) - r.Left >= -0.01 && scale.X(r.High) + r.Right <= 800.01);
        reaches.ShouldContain(r => Math.Abs(scale.X(r.High) + r.Right - 800) < 0.1);
        ValueScale.Fit([new(0, 10, 0, 900)], 0, 800).ShouldBeNull();
    }

    [Fact]
    public void Tick_labels_never_touch()
    {
        foreach (var largest in new[] { 0.00012, 3, 99, 12345, 7e6, 3.3e9, 8e15 })
        {
            foreach (var width in new[] { 360, 700, 1600 })
            {
                var spec = Samples.Enrolment with
                {
                    Width = width,
                    Height = 500,
                    Sources = [],
                    Marks = [new("甲", largest), new("乙", largest / 3), new("丙", -largest / 2)],
                };
                var boxes = ChartLayout
                    .Arrange(spec)
                    .Items.OfType<TextItem>()
                    .Where(t => t.Anchor == TextAnchor.Middle)
                    .Select(t => t.Box)
                    .OrderBy(b => b.X)
                    .ToList();
                boxes.Count.ShouldBeGreaterThan(1);
                boxes.Zip(boxes.Skip(1)).ShouldAllBe(p => p.Second.X - p.First.Right > 4);
            }
        }
    }
}
