using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Tests.Charts;

public class KindScreenTests
{
    public static TheoryData<string> Kinds() => [.. KindSpecs.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_is_drawn_as_reviewed(string kind)
    {
        Golden.ShouldMatch(Screen(KindSpecs.All[kind], 80, 24), $"kinds/{kind}_80x24.txt");
    }

    [Theory]
    [InlineData("bar")]
    [InlineData("line")]
    [InlineData("heatmap")]
    [InlineData("panels")]
    public void Kind_is_drawn_in_English_as_reviewed(string kind) =>
        Golden.ShouldMatch(Screen(KindSpecs.All[kind] with { Language = Language.En }, 100, 30, "en"), $"kinds/{kind}_en_100x30.txt");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Series_are_told_apart_without_colour(string kind)
    {
        var spec = KindSpecs.All[kind];
        var series = spec.Marks.Select(m => m.Series).Distinct().ToList();
        var text = string.Join(
            '\n',
            ChartLines.Picture(spec, 100, 20, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One).Lines.Select(l => l.Text)
        );
        if (series.Count < 2)
            return;
        // A row of its own, or a sign of its own before the name in the key.
        var signs = series.Select(s => text[text.IndexOf(s, StringComparison.Ordinal) - 2]).ToList();
        if (spec.Kind is ChartKind.Line or ChartKind.Scatter or ChartKind.StackedBar)
            signs.Distinct().Count().ShouldBe(series.Count);
        foreach (var (name, sign) in series.Zip(signs))
        {
            text.Split('\n')
                .Count(l => spec.Kind is ChartKind.Line or ChartKind.Scatter or ChartKind.StackedBar ? l.Contains(sign) : l.Contains(name))
                .ShouldBeGreaterThan(spec.Kind is ChartKind.Heatmap or ChartKind.Slope ? 0 : 1);
        }
    }

    [Fact]
    public void Small_charts_stand_side_by_side_where_there_is_room()
    {
        var spec = KindSpecs.All["panels"];
        var wide = ChartLines.Picture(spec, 119, 30, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One);
        wide.Lines.ShouldContain(l => l.Text.Contains("2022年") && l.Text.Contains("2023年"));
        wide.Places.Count(p => p.X > 60).ShouldBe(2);
        ChartLines
            .Picture(spec, 79, 30, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One)
            .Lines.ShouldNotContain(l => l.Text.Contains("2022年") && l.Text.Contains("2023年"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_line_is_wider_than_the_panel_and_ambiguous_width_needs_no_wide_sign(string kind)
    {
        foreach (var width in new[] { 24, 37, 54, 100 })
        {
            foreach (var ambiguous in Enum.GetValues<AmbiguousWidth>())
            {
                var lines = ChartLines.Picture(KindSpecs.All[kind], width, 20, Texts.Of(Language.Zh, ConsoleKeys.Map), ambiguous).Lines;
                foreach (var line in lines)
                    CellText.Width(line.Text, ambiguous).ShouldBeLessThanOrEqualTo(width, line.Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_figure_has_a_place_for_the_cursor(string kind)
    {
        var spec = KindSpecs.All[kind];
        var picture = ChartLines.Picture(spec, 80, 20, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One);
        picture.Places.Sum(p => p.Count).ShouldBeGreaterThanOrEqualTo(spec.Marks.Count(m => m.Presence == MarkPresence.Figure));
        picture.Places.ShouldAllBe(p => p.Line < picture.Lines.Count && p.X + p.Cells <= 80 && p.Mark < spec.Marks.Count);
    }

    [Fact]
    public void Kinds_are_all_there() => Enum.GetValues<ChartKind>().ShouldAllBe(kind => KindSpecs.All.Values.Any(s => s.Kind == kind));

    [Fact]
    public void A_crowd_of_100000_points_is_gathered_by_cell_and_gathered_once()
    {
        var random = new Random(7);
        var crowd = new ChartSpec
        {
            Kind = ChartKind.Scatter,
            Title = "t",
            Marks =
            [
                .. Enumerable
                    .Range(0, 100_000)
                    .Select(_ => new ChartMark("", random.NextDouble() + random.NextDouble()) { X = random.NextDouble() }),
            ],
        };
        var state = new ChartState(1, crowd, null, 0);
        ChartPicture Picture() =>
            ChartPanel.Picture(state, Texts.Of(Language.Zh, ConsoleKeys.Map), new CellRect(0, 0, 80, 24), AmbiguousWidth.One);
        var picture = Picture();
        Picture().ShouldBeSameAs(picture);
        picture.Places.Sum(p => p.Count).ShouldBe(100_000);
        picture.Lines.ShouldContain(l => l.Text.Contains("100,000 个点"));
    }

    private static string Screen(ChartSpec spec, int width, int height, string language = "zh")
    {
        var canvas = new CellCanvas(width, height);
        StyledLines.Draw(
            canvas,
            ChartLines
                .Picture(spec, width - 1, height, Texts.Of(Languages.Parse(language)!.Value, ConsoleKeys.Map), AmbiguousWidth.One)
                .Lines,
            0
        );
        return CanvasDump.Text(canvas);
    }
}
