using System.Text;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Graphics;
using Analytics.Terminal.Layout;

namespace Analytics.Terminal.Tests.Ansi;

/// <summary>Pictures over cells: there when they should be, gone when not, and written no more often than that takes.</summary>
public class AnsiPictureTests
{
    private static readonly CellRect Area = new(3, 1, 5, 3);

    private readonly AnsiWriter _writer = new(ColorDepth.TrueColor);
    private readonly TestScreen _screen = new(20, 6);
    private CellCanvas? _shown;

    [ForAnyChoices(300)]
    public void Whatever_is_drawn_before_and_after_a_picture_stands_whole_or_not_at_all(Choices random)
    {
        int? disputedWidth = random.Next(3) is > 0 and var cells ? cells : null;
        int width = random.Next(2, 30),
            height = random.Next(2, 9);
        var (writer, screen) = (new AnsiWriter(ColorDepth.TrueColor), new TestScreen(width, height, disputedWidth));
        CellCanvas? shown = null;
        for (var frame = 0; frame < 8; frame++)
        {
            var next = AnsiWriterTests.Scribble(random, width, height, shown);
            if (shown?.Picture is { } same && random.Next(2) == 0)
                next.Lay(same.Picture, same.Area);
            else if (random.Next(3) > 0 && Place(random, shown, width, height) is var area)
                next.Lay(Picture(random, area), area);
            if (random.Next(3) == 0)
                next.Write(random.Next(width), random.Next(height), "x");
            screen.Replay(writer.Diff(shown, next).Span);
            AssertPicture(screen, next, width, height);
            shown = next;
        }
    }

    [Fact]
    public void A_picture_that_stays_costs_nothing_and_cells_beside_it_cost_themselves()
    {
        var picture = Picture(new Random(1), Area);
        Show(c => c.Lay(picture, Area)).ShouldContain("\eP");
        Show(c => c.Lay(picture, Area)).ShouldBe("");
        var bytes = Show(c =>
        {
            c.Write(0, 0, "a");
            c.Lay(picture, Area);
        });
        bytes.ShouldContain("a");
        bytes.ShouldNotContain("\eP");
    }

    [Fact]
    public void Text_below_a_picture_is_not_written_until_the_picture_goes()
    {
        var picture = Picture(new Random(1), Area);
        Show(c =>
        {
            c.Write(0, 2, "abcdefghij");
            c.Lay(picture, Area);
        });
        _screen[4, 2].Text.ShouldBe(" ");
        Show(c =>
            {
                c.Write(0, 2, "abcdeFghij");
                c.Lay(picture, Area);
            })
            .ShouldBe("");
        Show(c => c.Write(0, 2, "abcdeFghij"));
        _screen[5, 2].Text.ShouldBe("F");
        _screen.PictureAt(5, 1).ShouldBeNull();
    }

    [Fact]
    public void A_window_over_a_picture_takes_it_away_and_its_end_brings_it_back()
    {
        var picture = Picture(new Random(1), Area);
        Show(c => c.Lay(picture, Area));
        Show(c =>
            {
                c.Lay(picture, Area);
                c.Fill(new(6, 2, 8, 3), Style.Default);
            })
            .ShouldNotContain("\eP");
        _screen.PictureAt(3, 1).ShouldBeNull("nothing is left of it");
        Show(c => c.Lay(picture, Area)).ShouldContain("\eP");
        _screen.PictureAt(7, 3).ShouldNotBeNull();
    }

    [Fact]
    public void Another_picture_in_the_same_place_is_written_over_the_first_without_a_blank_between()
    {
        var (first, second) = (Picture(new Random(1), Area), Picture(new Random(2), Area));
        Show(c => c.Lay(first, Area));
        Show(c => c.Lay(second, Area)).ShouldBe("\e[?2026h\e[?25l\e[2;4H" + Encoding.ASCII.GetString(second.Text.Span) + "\e[?2026l");
    }

    [Fact]
    public void A_cleared_screen_gets_its_picture_again()
    {
        var picture = Picture(new Random(1), Area);
        Show(c => c.Lay(picture, Area));
        _shown = null;
        Show(c => c.Lay(picture, Area)).ShouldContain("\eP");
    }

    [Fact]
    public void The_ground_of_a_theme_is_restored_where_a_picture_was()
    {
        var ground = Style.Default.On(Color.Rgb(0x102030));
        Show(c =>
        {
            c.Clear(ground);
            c.Lay(Picture(new Random(1), Area), Area, ground);
        });
        Show(c => c.Clear(ground));
        _screen.PictureAt(4, 2).ShouldBeNull();
        _screen[4, 2].Style.Background.ShouldBe(Color.Rgb(0x102030));
    }

    [Fact]
    public void A_picture_outside_its_canvas_is_refused() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => new CellCanvas(5, 5).Lay(Picture(new Random(1), Area), Area))
            .Message.ShouldContain("5×5");

    [Fact]
    public void A_region_lays_pictures_in_its_own_coordinates()
    {
        var canvas = new CellCanvas(20, 6);
        canvas.Region(new(2, 1, 10, 4)).Lay(Picture(new Random(1), Area), Area);
        canvas.Picture!.Value.Area.ShouldBe(new(5, 2, 5, 3));
        canvas.Restyle(new(9, 4, 1, 1), style => style.With(TextAttributes.Reverse));
        canvas.Picture.ShouldBeNull();
    }

    private string Show(Action<CellCanvas> draw)
    {
        var next = new CellCanvas(20, 6);
        draw(next);
        var bytes = _writer.Diff(_shown, next).ToArray();
        _screen.Replay(bytes);
        AssertPicture(_screen, next, 20, 6);
        _shown = next;
        return Encoding.UTF8.GetString(bytes);
    }

    private static void AssertPicture(TestScreen screen, CellCanvas canvas, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                screen
                    .PictureAt(x, y)
                    .ShouldBe(
                        canvas.Picture is { } laid && laid.Area.Contains(x, y)
                            ? (Encoding.ASCII.GetString(laid.Picture.Text.Span), x - laid.Area.X, y - laid.Area.Y)
                            : null,
                        $"({x}, {y})"
                    );
            }
        }
    }

    private static CellRect Place(Random random, CellCanvas? shown, int width, int height)
    {
        if (shown?.Picture is { } same && random.Next(2) == 0)
            return same.Area;
        int x = random.Next(width),
            y = random.Next(height - 1);
        return new(x, y, random.Next(1, width - x + 1), random.Next(1, height - y));
    }

    private static PixelSize SizeOf(CellRect area) => new(area.Width * TestScreen.Pixels.Width, area.Height * TestScreen.Pixels.Height);

    private static SixelPicture Picture(Random random, CellRect area)
    {
        var size = SizeOf(area);
        var rgb = new byte[size.Width * size.Height * 3];
        random.NextBytes(rgb);
        return SixelEncoder.Encode(rgb, size, 4);
    }
}
