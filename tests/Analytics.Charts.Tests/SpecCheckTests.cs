namespace Analytics.Charts.Tests;

/// <summary>Wrong data gives a sentence, not an empty picture.</summary>
public class SpecCheckTests
{
    [Fact]
    public void No_rows_is_said() => Says(Samples.Enrolment with { Marks = [] }, "没有可画的行：查询结果为空。请放宽条件。");

    [Fact]
    public void No_figures_is_said_with_the_number_of_rows() =>
        Says(
            Samples.English with
            {
                Marks = [ChartMark.NotSeen("A"), ChartMark.NoSource("B")],
            },
            "There is nothing to draw: none of the 2 rows has a figure. Choose another value column, or list what is missing in a table."
        );

    [Fact]
    public void A_figure_that_is_not_finite_names_its_row() =>
        Says(
            Samples.Enrolment with
            {
                Marks = [new("碧江区", double.NaN)],
                Sources = [],
            },
            "“碧江区”的数值是NaN，画不出来。请在查询中排除。"
        );

    [Fact]
    public void An_interval_the_wrong_way_round_names_its_row() =>
        Should
            .Throw<UserException>(() => ChartLayout.Arrange(Samples.Bounds with { Marks = [ChartMark.Between("思南县", 5, 3)] }))
            .Message.ShouldContain("思南县");

    [Fact]
    public void A_source_number_must_be_in_the_list() =>
        Says(Samples.Enrolment with { Sources = [] }, "“碧江区”引用了来源[1]，但来源表中没有。");

    [Theory]
    [InlineData(0, 900, 1)]
    [InlineData(1600, 7000, 1)]
    [InlineData(1600, 900, 0)]
    [InlineData(1600, 900, 5)]
    public void Sizes_and_scales_out_of_bounds_are_refused(int width, int height, int scale) =>
        Should
            .Throw<UserException>(() => ChartLayout.Arrange(Samples.Enrolment with { Width = width, Height = height, Scale = scale }))
            .Kind.ShouldBe(FaultKind.Failed);

    [Fact]
    public void One_or_two_figures_are_drawn_but_not_called_a_ranking()
    {
        bool Says(ChartSpec spec) => ChartLayout.Arrange(spec).Items.OfType<TextItem>().Any(t => t.Text.Contains("不足以称为排名"));
        Says(Samples.Enrolment with { Marks = [.. Samples.Enrolment.Marks.Take(2)] }).ShouldBeTrue();
        Says(Samples.Enrolment).ShouldBeFalse();
        Says(Samples.Evaluation with { Marks = [.. Samples.Evaluation.Marks.Take(2)] }).ShouldBeFalse("the order is the caller's");
    }

    [Fact]
    public void Data_of_extreme_size_is_drawn()
    {
        foreach (
            var values in new double[][] { [0, 0, 0], [7, 7, 7], [-1, -2, -3], [1e300, 1, 0], [1e-12, 2e-12, 3e-12], [8e15, 1e-7, -8e15] }
        )
        {
            foreach (var kind in (ChartKind[])[ChartKind.Bar, ChartKind.Lollipop, ChartKind.Dot, ChartKind.Kpi])
            {
                var spec = Samples.Enrolment with
                {
                    Kind = kind,
                    Sources = [],
                    Unit = ChartUnit.None,
                    Marks = [.. values.Select((v, i) => new ChartMark($"第{i}行", v) { Label = "值" })],
                };
                ChartLayout
                    .Arrange(spec)
                    .Items.OfType<TextItem>()
                    .Count(t => t.Text == "值")
                    .ShouldBe(3, $"{kind} {string.Join(' ', values)}");
            }
        }
    }

    private static void Says(ChartSpec spec, string message)
    {
        var error = Should.Throw<UserException>(() => ChartLayout.Arrange(spec));
        error.Text.In(spec.Language).ShouldBe(message);
    }

    [Fact]
    public void An_annotation_of_what_the_chart_does_not_have_names_what_it_has()
    {
        var spec = new ChartSpec
        {
            Title = "t",
            Language = Language.En,
            Marks = [new("a", 1), new("b", 2)],
            Annotations = [new("c", "here")],
        };
        Should
            .Throw<UserException>(() => ChartLayout.Arrange(spec))
            .Message.ShouldBe("The annotation 'here' is for 'c', which the chart does not have. It can be for: a, b.");
        var ages = spec with { Kind = ChartKind.Histogram, Marks = [.. Enumerable.Range(30, 20).Select(i => new ChartMark("", i))] };
        Should
            .Throw<UserException>(() => ChartLayout.Arrange(ages))
            .Message.ShouldBe("The annotation 'here' is for 'c'; in a histogram it is for a value from 30 to 49.");
    }
}

public class ChartKindNameTests
{
    [Fact]
    public void Each_kind_is_found_by_its_name() =>
        ChartKindName.All.Select(n => ChartKindName.Parse(n)).ShouldBe(Enum.GetValues<ChartKind>());

    [Fact]
    public void Kinds_that_are_left_out_say_what_to_use_instead() =>
        Should
            .Throw<UserException>(() => ChartKindName.Parse("pie"))
            .Message.ShouldBe(
                "There is no chart kind 'pie'. Angles are hard to compare: use bar, or stacked-bar for parts of a whole. Available: "
                    + "bar, grouped-bar, stacked-bar, diverging-bar, lollipop, dot, slope, line, scatter, histogram, box, heatmap, kpi."
            );
}
