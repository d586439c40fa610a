namespace Analytics.Charts.Tests;

/// <summary>What a picture must not suggest: by shades, by an order of segments, by loud doubt, by cautions that nobody reads.</summary>
public class HonestyTests
{
    private static readonly ChartMark[] Cells =
    [
        new("甲", 1) { Series = "上" },
        new("乙", 2) { Series = "上" },
        new("甲", 50) { Series = "下" },
        new("乙", 100) { Series = "下" },
    ];

    private static ChartSpec Of(ChartKind kind, params ChartMark[] marks) =>
        new()
        {
            Kind = kind,
            Title = "t",
            Order = MarkOrder.Given,
            Marks = marks,
        };

    [Fact]
    public void One_scale_shades_all_cells_of_a_table()
    {
        var shades = Shades(Of(ChartKind.Heatmap, Cells));
        shades[0, 1].ShouldBeGreaterThan(0.9, "2 of 100 is pale, though it is the greatest of its row");
        shades[1, 1].ShouldBe(0);
    }

    [Fact]
    public void What_does_not_compare_is_a_table_without_shades_and_without_their_key()
    {
        var plain = Of(ChartKind.Heatmap, Cells) with { IsShaded = false };
        Shades(plain).Cast<double>().ShouldAllBe(share => double.IsNaN(share));
        Texts(plain).ShouldNotContain(t => t.Contains("尺度"));
        Texts(plain).ShouldContain("100");
        Texts(Of(ChartKind.Heatmap, Cells)).ShouldContain(t => t.Contains("全表一个尺度"));
    }

    [Fact]
    public void Segments_keep_the_order_of_the_key_in_every_stack()
    {
        var spec = Of(
            ChartKind.StackedBar,
            new ChartMark("甲", 5) { Series = "一" },
            new ChartMark("甲", 6) { Series = "二" },
            new ChartMark("乙", 7) { Series = "二" },
            new ChartMark("乙", 8) { Series = "一" }
        );
        ChartRows.Of(spec, spec.Marks).Select(r => string.Concat(r.Parts.Select(p => p.Series))).ShouldBe(["一二", "一二"]);
    }

    [Theory]
    [InlineData(ChartStyle.Light)]
    [InlineData(ChartStyle.Dark)]
    public void A_doubtful_bar_is_quieter_than_a_sure_one(ChartStyle style)
    {
        var palette = Palette.For(style);
        var (sure, doubtful) = (
            MarkShapes.Color(new ChartMark("", 1), palette),
            MarkShapes.Color(new ChartMark("", 1) { Status = MarkStatus.Suspect }, palette)
        );
        ColorContrast.Ratio(doubtful, palette.Ground).ShouldBeLessThan(ColorContrast.Ratio(sure, palette.Ground));
        Chroma(doubtful).ShouldBeLessThan(Chroma(sure) / 3);
    }

    [Fact]
    public void What_decides_the_reading_stands_under_the_headline_and_only_there()
    {
        var spec = Of(ChartKind.Bar, new ChartMark("甲", 5), new ChartMark("乙", 6)) with { Caveats = ["对象不同", "时段不同"] };
        double HeightOf(ChartSpec drawn, string text) =>
            ChartLayout.Arrange(drawn).Flat.OfType<TextItem>().Single(t => t.Text.Contains(text)).Box.Y;
        HeightOf(spec, "对象不同").ShouldBeGreaterThan(450);
        var above = spec with { CaveatsAbove = 1 };
        HeightOf(above, "对象不同").ShouldBeLessThan(200);
        HeightOf(above, "时段不同").ShouldBeGreaterThan(450);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(5000)]
    public void Very_many_figures_make_the_same_intervals_summed_as_one_by_one(int count)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => i * 7919 % 1013 / 7.0 - 20)];
        var one = Of(ChartKind.Histogram, [.. values.Select(v => new ChartMark("", v))]);
        var summed = Of(ChartKind.Histogram, [.. ChartFacts.Summed(values).Select(s => new ChartMark("", s.Value) { Weight = s.Weight })]);
        summed.Marks.Count.ShouldBeLessThanOrEqualTo(Math.Min(count, 60) + 1);
        ChartFacts.Bins(summed).ShouldBe(ChartFacts.Bins(one));
    }

    [Fact]
    public void A_line_of_very_many_points_is_a_stroke_with_dots_only_where_a_figure_is_not_sure()
    {
        var spec = Of(
            ChartKind.Line,
            [
                .. Enumerable
                    .Range(0, 1500)
                    .Select(i => new ChartMark($"{i}", i % 50) { X = i, Status = i == 700 ? MarkStatus.Suspect : MarkStatus.Normal }),
            ]
        );
        ChartLayout.Arrange(spec).Items.OfType<PlotItem>().SelectMany(p => p.Marks).OfType<PointMark>().Count().ShouldBe(1);
    }

    private static double[,] Shades(ChartSpec spec) =>
        ChartLayout.Arrange(spec).Items.OfType<PlotItem>().SelectMany(p => p.Marks).OfType<CellsMark>().Single().Shares;

    private static IReadOnlyList<string> Texts(ChartSpec spec) =>
        [.. ChartLayout.Arrange(spec).Flat.OfType<TextItem>().Select(t => t.Text)];

    /// <summary>How far a colour is from grey.</summary>
    private static int Chroma(string color)
    {
        int[] parts = [.. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(color.Substring(at, 2), 16))];
        return parts.Max() - parts.Min();
    }
}
