namespace Analytics.Charts;

/// <summary>
/// The colours of a style. One hue for data where there is one series, so that nothing depends on telling colours
/// apart; stripes, outlines, arrows, marker shapes and direct labels say the rest. The blue is Wong's (Nature Methods 8, 441, 2011),
/// darkened for text-grade contrast.
/// </summary>
internal sealed record Palette
{
    public required string Ground { get; init; }
    public required string Ink { get; init; }
    public required string Soft { get; init; }
    public required string Grid { get; init; }
    public required string Axis { get; init; }
    public required string Data { get; init; }
    public required string Pale { get; init; }
    public required string Doubt { get; init; }
    public required string Card { get; init; }

    /// <summary>
    /// Colours of series: neighbours differ in lightness too, the first two most, so that they stay apart in greyscale and for the
    /// colour-blind.
    /// </summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The same palette with the colour of a series in place of the data colour.</summary>
    public Palette Of(int series)
    {
        var color = Series[series % Series.Count];
        return series == 0 ? this : this with { Data = color, Pale = ColorContrast.Mix(color, Ground, 0.78) };
    }

    public static Palette For(ChartStyle style) => style == ChartStyle.Dark ? Dark : Light;

    public static readonly Palette Light = new()
    {
        Ground = "#ffffff",
        Ink = "#16202c",
        Soft = "#566270",
        Grid = "#e6eaee",
        Axis = "#7d8894",
        Data = "#1f6aa5",
        Pale = "#cfe1f0",
        Doubt = "#b3470b",
        Card = "#f4f7fa",
        Series = ["#1f6aa5", "#4a1428", "#50a050", "#8a4a5e", "#1c0f5c", "#9a55d8"],
    };

    public static readonly Palette Dark = new()
    {
        Ground = "#12181f",
        Ink = "#eef2f6",
        Soft = "#a7b3bf",
        Grid = "#26303a",
        Axis = "#74818e",
        Data = "#5eb0ea",
        Pale = "#1f4059",
        Doubt = "#f2994a",
        Card = "#1a232c",
        Series = ["#5eb0ea", "#1a7a28", "#eef29a", "#d6458c", "#8cf0c8", "#a04fd8"],
    };
}

/// <summary>WCAG 2 contrast, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio.</summary>
public static class ColorContrast
{
    /// <summary>Ratio between two <c>#rrggbb</c> colours, 1 to 21.</summary>
    public static double Ratio(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Black or white, whichever reads better on a ground; its contrast is at least 4.5 on any.</summary>
    public static string Readable(string ground) => Ratio("#000000", ground) >= Ratio("#ffffff", ground) ? "#000000" : "#ffffff";

    /// <summary>A colour with a share of another mixed in, channel by channel.</summary>
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <param name="other"><c>#rrggbb</c>.</param>
    /// <param name="share">Of the other, 0 to 1.</param>
    public static string Mix(string color, string other, double share)
    {
        return "#" + One(1) + One(3) + One(5);

        string One(int at) =>
            ((int)Math.Round(Part(color, at) * (1 - share) + Part(other, at) * share)).ToString(
                "x2",
                System.Globalization.CultureInfo.InvariantCulture
            );
    }

    private static int Part(string color, int at) => Convert.ToInt32(color.Substring(at, 2), 16);

    private static double Luminance(string color) => 0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at)
    {
        var share = Part(color, at) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
