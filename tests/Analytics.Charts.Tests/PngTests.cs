namespace Analytics.Charts.Tests;

public class PngTests
{
    [Fact]
    public void Same_spec_same_bytes_also_from_several_threads()
    {
        var first = ChartFile.Render(Samples.Bounds, ChartFormat.Png);
        var more = new byte[6][];
        Parallel.For(0, more.Length, i => more[i] = ChartFile.Render(i % 2 == 0 ? Samples.Bounds : Samples.Cards, ChartFormat.Png));
        more.Where((_, i) => i % 2 == 0).ShouldAllBe(png => png.SequenceEqual(first));
        more[1].ShouldBe(more[3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_picture_has_size_times_scale_pixels(int scale)
    {
        var png = new PngPicture(ChartFile.Render(Samples.Enrolment with { Width = 480, Height = 360, Scale = scale }, ChartFormat.Png));
        (png.Width, png.Height).ShouldBe((480 * scale, 360 * scale));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_finer_picture_is_no_larger_on_paper(int scale)
    {
        var png = new PngPicture(ChartFile.Render(Samples.Enrolment with { Width = 480, Height = 360, Scale = scale }, ChartFormat.Png));
        png.Sizes.ShouldBe([(2835 * scale, 2835 * scale)]);
        (png.Width / (png.Sizes[0].Across / 39.37)).ShouldBe(480 / 72.0, 0.01);
    }

    [Fact]
    public void Description_inside_says_all_that_the_footer_says()
    {
        var spec = Samples.Enrolment with
        {
            Caveats = ["对象不同：甲", "时段不同：乙"],
            Coverage = "10个县里3个有此数字",
            Notes = ["碧江区：措辞不同"],
        };
        new PngPicture(ChartFile.Render(spec, ChartFormat.Png))
            .Texts["Description"]
            .Split('\n')[1..]
            .ShouldBe(["注意：对象不同：甲", "注意：时段不同：乙", "覆盖：10个县里3个有此数字", "说明：碧江区：措辞不同"]);
    }

    [Fact]
    public void Texts_lie_inside_in_utf8()
    {
        var png = new PngPicture(ChartFile.Render(Samples.Enrolment, ChartFormat.Png));
        png.Texts["Title"].ShouldBe(Samples.Enrolment.Title);
        png.Texts["Description"].ShouldContain("松桃苗族自治县 69人");
        png.Texts["Source"]
            .Split('\n')
            .ShouldBe([
                "[1] 《碧江区建强头雁队伍》，碧江区，日期原文件未载",
                "[2] 《学历提升为村干部赋能》，松桃苗族自治县，日期原文件未载",
                "[3] 《思南县抓实村干部队伍建设》，思南县，日期原文件未载",
            ]);
        png.Texts["Command"].ShouldBe(Samples.Enrolment.Command);
        png.Texts["Disclaimer"].ShouldBe(Samples.Enrolment.Disclaimer);
    }

    [Theory]
    [InlineData(ChartStyle.Light, "#ffffff")]
    [InlineData(ChartStyle.Dark, "#12181f")]
    public void Bars_have_their_colour_and_texts_have_ink(ChartStyle style, string ground)
    {
        var scene = ChartLayout.Arrange(Samples.Enrolment with { Style = style });
        var png = new PngPicture(PngFile.Of(scene, 1));
        png.At(0, 0).ShouldBe(ground);
        foreach (var bar in scene.Flat.OfType<RectItem>().Where(r => r.Color == Palette.For(style).Data))
            png.At(bar.Box.X + bar.Box.Width / 2, bar.Box.Y + bar.Box.Height / 2).ShouldBe(bar.Color);
        foreach (var text in scene.Flat.OfType<TextItem>())
            Ink(png, text.Box, ground).ShouldBeGreaterThan(text.Text.Length * 4, text.Text);
    }

    /// <summary>One chart of each kind, and what is told apart in bars.</summary>
    private static IEnumerable<string> Names => [.. Gallery.Kinds.Keys, .. Samples.All.Keys.Where(n => n != "dark")];

    public static TheoryData<string> Drawn => [.. Names];

    [Fact]
    public void Every_kind_is_drawn_to_see_what_it_covers() =>
        Names.Select(name => Spec(name).Kind).Distinct().Order().ShouldBe(Enum.GetValues<ChartKind>());

    /// <summary>The proof that text is measured as it is drawn, and that plots cover what they claim: no ink lies outside of it.</summary>
    [Theory]
    [MemberData(nameof(Drawn))]
    public void Nothing_is_drawn_outside_the_boxes_of_the_layout(string name)
    {
        var scene = ChartLayout.Arrange(Spec(name) with { Width = 900, Height = 600, Style = ChartStyle.Light });
        var png = new PngPicture(PngFile.Of(scene, 1));
        var claimed = new bool[900 * 600];
        foreach (var box in scene.Flat.SelectMany(Covered))
            Claim(claimed, box);
        var stray = Enumerable.Range(0, claimed.Length).Where(i => !claimed[i] && png.Differs(i % 900, i / 900, 255, 255, 255)).ToList();
        stray.ShouldBeEmpty(stray.Count == 0 ? "" : $"first at {stray[0] % 900},{stray[0] / 900}");
    }

    private static ChartSpec Spec(string name) => Gallery.Kinds.TryGetValue(name, out var spec) ? spec : Samples.All[name];

    /// <summary>What an item may ink; a slanting line not all of the rectangle around it.</summary>
    private static IEnumerable<Box> Covered(SceneItem item) =>
        item is LineItem line ? line.Points.Zip(line.Points.Skip(1)).SelectMany(ends => Along(ends.First, ends.Second, line.Width / 2))
        : item is PointsItem points ? points.Points.Select(p => new Box(p.X, p.Y, 0, 0).Grown(points.Side / 2))
        : [LayoutTests.Extent(item)];

    private static IEnumerable<Box> Along(Spot from, Spot to, double half)
    {
        var steps = (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y))) + 1;
        return Enumerable
            .Range(0, steps + 1)
            .Select(i => new Box(from.X + (to.X - from.X) * i / steps, from.Y + (to.Y - from.Y) * i / steps, 0, 0).Grown(half));
    }

    private static void Claim(bool[] claimed, Box box)
    {
        for (var y = Math.Max(0, (int)(box.Y - 2)); y < Math.Min(600, box.Bottom + 2); y++)
        {
            for (var x = Math.Max(0, (int)(box.X - 2)); x < Math.Min(900, box.Right + 2); x++)
                claimed[y * 900 + x] = true;
        }
    }

    private static int Ink(PngPicture png, Box box, string ground)
    {
        var color = Convert.FromHexString(ground[1..]);
        var ink = 0;
        for (var y = (int)box.Y; y < box.Bottom && y < png.Height; y++)
        {
            for (var x = (int)box.X; x < box.Right && x < png.Width; x++)
            {
                if (png.Differs(x, y, color[0], color[1], color[2]))
                    ink++;
            }
        }

        return ink;
    }
}
