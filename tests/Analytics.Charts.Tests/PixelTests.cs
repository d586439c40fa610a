namespace Analytics.Charts.Tests;

/// <summary>Charts as pixels for a screen.</summary>
public class PixelTests
{
    [Theory]
    [InlineData(640, 304, 16)]
    [InlineData(1201, 699, 20)]
    [InlineData(1999, 1001, 43)]
    [InlineData(PixelSurface.LeastSide + 3, 900, 13)]
    public void The_picture_has_exactly_the_size_that_was_asked_for_and_the_ground_at_all_corners(int width, int height, int line)
    {
        var picture = PixelSurface.Draw(Samples.Enrolment with { Style = ChartStyle.Light }, width, height, line);
        (picture.Width, picture.Height, picture.Rgb.Length).ShouldBe((width, height, width * height * 3));
        foreach (var (x, y) in new[] { (0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1) })
            Pixel(picture, x, y).ShouldBe(0xFFFFFF);
        Pixel(PixelSurface.Draw(Samples.Enrolment with { Style = ChartStyle.Dark }, width, height, line), 0, 0).ShouldBe(0x12181F);
    }

    [Fact]
    public void Letters_are_as_large_as_those_of_the_screen_not_as_the_canvas_would_have_them()
    {
        // In a large panel the label of a row is about a line of text high, whatever the panel's size.
        Headline(PixelSurface.Draw(Samples.Enrolment, 1200, 800, 16))
            .ShouldBe(Headline(PixelSurface.Draw(Samples.Enrolment, 2000, 1200, 16)));
        Headline(PixelSurface.Draw(Samples.Enrolment, 2000, 1200, 32))
            .ShouldBeInRange(
                2 * Headline(PixelSurface.Draw(Samples.Enrolment, 2000, 1200, 16)) - 3,
                2 * Headline(PixelSurface.Draw(Samples.Enrolment, 2000, 1200, 16)) + 3
            );
    }

    [Theory]
    [InlineData(PixelSurface.LeastSide - 1, 900)]
    [InlineData(900, 100)]
    [InlineData(1, 1)]
    public void A_panel_without_room_is_refused_with_the_size_it_needs(int width, int height) =>
        Should
            .Throw<UserException>(() => PixelSurface.Draw(Samples.Enrolment, width, height, 16))
            .Message.ShouldContain($"at least {PixelSurface.LeastSide}");

    [Fact]
    public void The_same_chart_has_the_same_pixels() =>
        PixelSurface.Draw(Samples.Enrolment, 700, 500, 18).Rgb.ShouldBe(PixelSurface.Draw(Samples.Enrolment, 700, 500, 18).Rgb);

    /// <summary>Rows of pixels from the first of the headline's ink to its last, below the short rule over it.</summary>
    private static int Headline(PixelPicture picture)
    {
        int Ink(int y) => Enumerable.Range(0, picture.Width).Count(x => Pixel(picture, x, y) == 0x16202C);
        var top = Enumerable.Range(0, picture.Height).First(y => Ink(y) > 0);
        return Enumerable.Range(top, picture.Height - top).First(y => Ink(y) == 0) - top;
    }

    private static int Pixel(PixelPicture picture, int x, int y) =>
        picture.Rgb[(y * picture.Width + x) * 3] << 16
        | picture.Rgb[(y * picture.Width + x) * 3 + 1] << 8
        | picture.Rgb[(y * picture.Width + x) * 3 + 2];
}
