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
    [InlineData(5000, 9000, "5,000")]
    [InlineData(150000000, 150000000, "1.5亿")]
    [InlineData(-20000, 150000, "−2万")]
    public void Chinese_ticks_count_in_wan_and_yi(double value, double largest, string text) =>
        NumberText.Tick(value, largest, ChartLanguage.Zh).ShouldBe(text);

    [Theory]
    [InlineData(20000, 150000, "20K")]
    [InlineData(1500000, 2000000, "1.5M")]
    [InlineData(500, 900, "500")]
    public void English_ticks_count_in_thousands_and_millions(double value, double largest, string text) =>
        NumberText.Tick(value, largest, ChartLanguage.En).ShouldBe(text);

    [Fact]
    public void Figures_keep_all_their_digits()
    {
        var yuan = new ChartUnit("元");
        NumberText.Figure(new ChartMark("", 10331200), yuan, ChartLanguage.Zh).ShouldBe("1,033.12万元");
        NumberText.Figure(new ChartMark("", 36.37), new ChartUnit("岁"), ChartLanguage.Zh).ShouldBe("36.37岁");
        NumberText.Figure(new ChartMark("", 0.1 + 0.2), ChartUnit.None, ChartLanguage.Zh).ShouldBe("0.3");
        NumberText.Figure(new ChartMark("", 14), new ChartUnit("people"), ChartLanguage.En).ShouldBe("14 people");
        NumberText.Figure(new ChartMark("", 5741), new ChartUnit("yuan"), ChartLanguage.En).ShouldBe("5,741 yuan");
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
            foreach (var width in new[] { 360, 700, 1600 })
            {
                var spec = Samples.Enrolment with { Width = width, Height = 500, Sources = [], Marks = [new("甲", largest), new("乙", largest / 3), new("丙", -largest / 2)] };
                var boxes = ChartLayout.Arrange(spec).Items.OfType<TextItem>().Where(t => t.Anchor == TextAnchor.Middle).Select(t => t.Box).OrderBy(b => b.X).ToList();
                boxes.Count.ShouldBeGreaterThan(1);
                boxes.Zip(boxes.Skip(1)).ShouldAllBe(p => p.Second.X - p.First.Right > 4);
            }
    }
}
