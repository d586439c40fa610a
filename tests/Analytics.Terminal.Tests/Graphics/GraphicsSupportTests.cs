using System.Text;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Tests.Input;

namespace Analytics.Terminal.Tests.Graphics;

public class GraphicsSupportTests
{
    private static readonly CellSize Screen = new(80, 24);

    [Theory]
    [InlineData("", GraphicsLack.Sixel)]
    [InlineData("\e[?62;22c\e[6;16;8t", GraphicsLack.Sixel)]
    // 4 as the class of terminal is a VT132.
    [InlineData("\e[?4c\e[6;16;8t", GraphicsLack.Sixel)]
    [InlineData("\e[?62;4;22c", GraphicsLack.CellSize)]
    [InlineData("\e[?62;4;22c\e[6;0;0t", GraphicsLack.CellSize)]
    [InlineData("\e[?62;4;22c\e[6;99999;99999t", GraphicsLack.CellSize)]
    [InlineData("\e[?62;4;22c\e[6;999999999999999999999;8t", GraphicsLack.CellSize)]
    [InlineData("\e[?62;4;22c\e[6;16t", GraphicsLack.CellSize)]
    [InlineData("\e[?62;4;22c\e[4;0;0t", GraphicsLack.CellSize)]
    [InlineData("\e[6;16;8t\e[?62;4;22c", GraphicsLack.None)]
    [InlineData("\e[?62;4;22c\e[4;384;640t", GraphicsLack.None)]
    [InlineData("\e[?62;4;22c\e[6;0;0t\e[4;384;640t", GraphicsLack.None)]
    public void Pictures_are_on_offer_where_the_terminal_said_so_and_told_its_cells(string answers, GraphicsLack lack) =>
        Heard(answers).Lack(Screen).ShouldBe(lack);

    [Theory]
    [InlineData("\e[6;20;10t", 10, 20)]
    [InlineData("\e[4;390;650t", 8, 16)]
    [InlineData("\e[4;390;650t\e[6;20;10t", 10, 20)]
    [InlineData("\e[6;20;10t\e[6;30;15t", 15, 30)]
    public void The_cell_is_as_told_else_a_share_of_the_window(string answers, int width, int height) =>
        Heard(answers).Cell(Screen).ShouldBe(new PixelSize(width, height));

    [Fact]
    public void After_a_resize_the_window_s_size_no_longer_counts_and_the_cell_s_does_until_it_is_told_anew()
    {
        Heard("\e[4;384;640t").Resized().Cell(Screen).ShouldBeNull();
        Heard("\e[6;16;8t").Resized().Cell(Screen).ShouldBe(new PixelSize(8, 16));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\e]11;rgb:ffff/ffff/ffff\a", true)]
    [InlineData("\e]11;rgb:1c1c/1c1c/1c1c\a", false)]
    public void The_background_is_light_dark_or_not_known(string answers, bool? isLight) => Heard(answers).IsLight.ShouldBe(isLight);

    [Fact]
    public void Pictures_keep_to_the_colours_and_the_size_that_the_terminal_allows()
    {
        var area = new CellRect(3, 4, 60, 20);
        var told = Heard("\e[?62;4c\e[6;20;10t\e[?1;0;16S\e[?2;0;405;1000S");
        told.Colors.ShouldBe(16);
        told.Fit(area, Screen).ShouldBe(area with { Width = 40 });
        Heard("\e[?62;4c\e[6;20;10t\e[?1;0;1024S").Colors.ShouldBe(256);
        // Refused questions, and answers that cannot be.
        Heard("\e[?62;4c\e[6;20;10t\e[?1;3;0S\e[?2;3;0S\e[?1;0;0S\e[?2;0;0;0S").Fit(area, Screen).ShouldBe(area);
        Heard("\e[?62;4c\e[6;20;10t\e[?2;0;5;5S").Fit(area, Screen).ShouldBeNull();
        Heard("\e[?62;4c\e[6;128;128t")
            .Fit(new CellRect(0, 0, 300, 100), Screen)!
            .Value.Height.ShouldBe(SixelEncoder.MostPixels / (300 * 128 * 128));
        Heard("\e[?62c\e[6;20;10t").Fit(area, Screen).ShouldBeNull();
    }

    // In one read, and byte by byte: the same, and nothing typed.
    private static GraphicsSupport Heard(string answers)
    {
        var bytes = Encoding.ASCII.GetBytes(answers);
        var whole = new InputDecoder(new FakeTime()).Feed(bytes);
        whole.ShouldAllBe(input => input is GraphicsReport);
        var decoder = new InputDecoder(new FakeTime());
        bytes.SelectMany(b => decoder.Feed([b])).ShouldBe(whole);
        return whole.Cast<GraphicsReport>().Aggregate(GraphicsSupport.None, (support, report) => support.With(report));
    }
}
