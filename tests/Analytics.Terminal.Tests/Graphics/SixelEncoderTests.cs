using Analytics.Terminal.Graphics;

namespace Analytics.Terminal.Tests.Graphics;

public class SixelEncoderTests
{
    [ForAnyChoices(120)]
    public void Few_colours_come_back_exactly_in_percent_and_every_pixel_once(Choices random)
    {
        var size = new PixelSize(random.Next(1, 70), random.Next(1, 40));
        var rgb = Picture(random, size, colors: random.Next(1, 257));
        var read = SixelDecoder.Read(SixelEncoder.Encode(rgb, size).Text);
        read.Size.ShouldBe(size);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
                read.Pixels[x, y].ShouldBe(Percent(rgb, size, x, y), $"({x}, {y}) of {size}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(256)]
    public void More_colours_than_allowed_are_reduced_and_all_pixels_are_still_painted(int most)
    {
        var random = new Random(most);
        var size = new PixelSize(61, 47);
        var read = SixelDecoder.Read(SixelEncoder.Encode(Picture(random, size, colors: int.MaxValue), size, most).Text);
        read.Colors.ShouldBe(most);
        foreach (var pixel in read.Pixels)
            pixel.ShouldNotBeNull();
    }

    [Fact]
    public void Flat_areas_keep_their_colour_however_many_shades_their_edges_have()
    {
        var random = new Random(3);
        var size = new PixelSize(100, 60);
        var rgb = Picture(random, size, colors: int.MaxValue);
        // Ground, a bar, and 10 columns of edges between them with a thousand shades.
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                if (x is < 60 or >= 70)
                    Set(rgb, size, x, y, x < 60 ? 0xFFFFFF : 0x1F6AA5);
            }
        }

        var pixels = SixelDecoder.Read(SixelEncoder.Encode(rgb, size, 16).Text).Pixels;
        pixels[5, 5].ShouldBe((100, 100, 100));
        pixels[80, 30].ShouldBe(Percent(rgb, size, 80, 30));
    }

    [Fact]
    public void A_near_colour_stands_for_one_that_had_to_go()
    {
        // A ramp of 1000 greys and reds in 64 colours: nothing is further away than a few steps of the ramp.
        var size = new PixelSize(1000, 1);
        var rgb = new byte[3000];
        for (var x = 0; x < 1000; x++)
            Set(rgb, size, x, 0, x < 500 ? x / 2 * 0x010101 : (x - 500) / 2 << 16);
        var pixels = SixelDecoder.Read(SixelEncoder.Encode(rgb, size, 64).Text).Pixels;
        for (var x = 0; x < 1000; x++)
        {
            var (wanted, found) = (Percent(rgb, size, x, 0), pixels[x, 0]!.Value);
            Math.Max(Math.Abs(wanted.Red - found.Red), Math.Max(Math.Abs(wanted.Green - found.Green), Math.Abs(wanted.Blue - found.Blue)))
                .ShouldBeLessThan(8);
        }
    }

    [Fact]
    public void One_colour_is_a_run_in_each_band()
    {
        var size = new PixelSize(1200, 700);
        var text = SixelEncoder.Encode(new byte[1200 * 700 * 3], size).Text;
        text.Length.ShouldBeLessThan(117 * 12 + 60);
        SixelDecoder.Read(text).Pixels[1199, 699].ShouldBe((0, 0, 0));
    }

    [Fact]
    public void The_same_pixels_are_the_same_bytes()
    {
        var size = new PixelSize(80, 50);
        byte[] Encoded() => SixelEncoder.Encode(Picture(new Random(9), size, int.MaxValue), size).Text.ToArray();
        Encoded().ShouldBe(Encoded());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, -1)]
    [InlineData(2, 2)]
    [InlineData(60000, 60000)]
    public void Sizes_that_do_not_match_are_refused(int width, int height) =>
        Should
            .Throw<ArgumentException>(() => SixelEncoder.Encode(new byte[9], new PixelSize(width, height)))
            .Message.ShouldContain("9 bytes");

    private static byte[] Picture(Random random, PixelSize size, int colors)
    {
        var palette = Enumerable.Range(0, Math.Min(colors, 5000)).Select(_ => random.Next(0x1000000)).ToArray();
        var rgb = new byte[size.Width * size.Height * 3];
        var color = 0;
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                // Runs, so that repetitions of any length occur.
                color = random.Next(4) == 0 ? palette[random.Next(palette.Length)] : color;
                Set(rgb, size, x, y, colors == int.MaxValue ? random.Next(0x1000000) : color);
            }
        }

        return rgb;
    }

    private static void Set(byte[] rgb, PixelSize size, int x, int y, int color)
    {
        var at = (y * size.Width + x) * 3;
        (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
    }

    private static (int Red, int Green, int Blue) Percent(byte[] rgb, PixelSize size, int x, int y)
    {
        var at = (y * size.Width + x) * 3;
        int Of(byte value) => (int)Math.Round(value * 100 / 255.0);
        return (Of(rgb[at]), Of(rgb[at + 1]), Of(rgb[at + 2]));
    }
}
