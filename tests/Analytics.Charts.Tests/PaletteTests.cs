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
        foreach (var ink in new[] { palette.Data, palette.Doubt, palette.Axis }) ColorContrast.Ratio(ink, palette.Ground).ShouldBeGreaterThan(3);
        ColorContrast.Ratio(palette.Data, palette.Pale).ShouldBeGreaterThan(3, "an open bar's outline against its fill, in greyscale too");
    }

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        ColorContrast.Ratio("#000000", "#ffffff").ShouldBe(21, 0.001);
        ColorContrast.Ratio("#777777", "#ffffff").ShouldBe(4.48, 0.01);
    }
}
