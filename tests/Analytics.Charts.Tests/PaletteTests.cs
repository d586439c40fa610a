namespace Analytics.Charts.Tests;

public class PaletteTests
{
    public static TheoryData<ChartStyle> Styles => [ChartStyle.Light, ChartStyle.Dark];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Text_has_contrast_on_ground_and_card(ChartStyle style)
    {
        var palette = Palette.For(style);
        foreach (var ground in new[] { palette.Ground, palette.Card })
        {
            ColorContrast.Ratio(palette.Ink, ground).ShouldBeGreaterThan(7);
            ColorContrast.Ratio(palette.Soft, ground).ShouldBeGreaterThan(4.5);
            ColorContrast.Ratio(palette.Doubt, ground).ShouldBeGreaterThan(4.5);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Marks_stand_out_from_the_ground_without_colour(ChartStyle style)
    {
        var palette = Palette.For(style);
        foreach (var ink in new[] { palette.Data, palette.Doubt, palette.Axis })
            ColorContrast.Ratio(ink, palette.Ground).ShouldBeGreaterThan(3);
        ColorContrast.Ratio(palette.Data, palette.Pale).ShouldBeGreaterThan(3, "an open bar's outline against its fill, in greyscale too");
    }

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        ColorContrast.Ratio("#000000", "#ffffff").ShouldBe(21, 0.001);
        ColorContrast.Ratio("#777777", "#ffffff").ShouldBe(4.48, 0.01);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Series_stand_out_from_the_ground_and_from_their_neighbours_in_greyscale(ChartStyle style)
    {
        var palette = Palette.For(style);
        foreach (var color in palette.Series)
            ColorContrast.Ratio(color, palette.Ground).ShouldBeGreaterThan(3, color);
        foreach (var (a, b) in palette.Series.Zip(palette.Series.Skip(1)))
            ColorContrast.Ratio(a, b).ShouldBeGreaterThan(1.5, $"{a} {b}");
        ColorContrast.Ratio(palette.Series[0], palette.Series[1]).ShouldBeGreaterThan(2.2, "most charts have two");
        ColorContrast.Ratio(palette.Series[0], palette.Series[2]).ShouldBeGreaterThan(1.7);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Series_stay_apart_for_the_colour_blind(ChartStyle style)
    {
        // Machado, Oliveira and Fernandes 2009: protanopia, deuteranopia, tritanopia at full severity, on linear RGB.
        double[][] sights =
        [
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
        ];
        foreach (var sight in sights)
        {
            var seen = Palette.For(style).Series.Select(c => Seen(c, sight)).ToList();
            for (var i = 0; i < seen.Count; i++)
            {
                for (var j = i + 1; j < seen.Count; j++)
                {
                    Math.Sqrt(seen[i].Zip(seen[j], (a, b) => (a - b) * (a - b)).Sum())
                        .ShouldBeGreaterThan(0.12, $"{Palette.For(style).Series[i]} {Palette.For(style).Series[j]}");
                }
            }
        }
    }

    [Fact]
    public void Black_or_white_reads_on_any_shade()
    {
        for (var share = 0.0; share <= 1; share += 0.01)
        {
            foreach (var palette in new[] { Palette.Light, Palette.Dark })
            {
                var shade = ColorContrast.Mix(palette.Data, palette.Ground, share);
                ColorContrast.Ratio(ColorContrast.Readable(shade), shade).ShouldBeGreaterThan(4.5);
            }
        }
    }

    /// <summary>A colour as a dichromat sees it, gamma-encoded channels from 0 to 1.</summary>
    private static double[] Seen(string color, double[] sight)
    {
        var linear = new[] { 1, 3, 5 }.Select(at => Math.Pow(Convert.ToInt32(color.Substring(at, 2), 16) / 255.0, 2.2)).ToArray();
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(r => Math.Pow(Math.Clamp(Enumerable.Range(0, 3).Sum(c => sight[r * 3 + c] * linear[c]), 0, 1), 1 / 2.2)),
        ];
    }
}
