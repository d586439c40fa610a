namespace Analytics.Charts;

/// <summary>
/// The colours of a style. One hue for data, so that nothing depends on telling colours apart; stripes, outlines and
/// arrows say the rest. The blue is Wong's (Nature Methods 8, 441, 2011), darkened for text-grade contrast.
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

    public static Palette For(ChartStyle style) => style == ChartStyle.Dark ? Dark : Light;

    public static readonly Palette Light = new()
    {
        Ground = "#ffffff", Ink = "#16202c", Soft = "#566270", Grid = "#e6eaee", Axis = "#7d8894",
        Data = "#1f6aa5", Pale = "#cfe1f0", Doubt = "#b3470b", Card = "#f4f7fa",
    };

    public static readonly Palette Dark = new()
    {
        Ground = "#12181f", Ink = "#eef2f6", Soft = "#a7b3bf", Grid = "#26303a", Axis = "#74818e",
        Data = "#5eb0ea", Pale = "#1f4059", Doubt = "#f2994a", Card = "#1a232c",
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

    private static double Luminance(string color) => 0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at)
    {
        var share = Convert.ToInt32(color.Substring(at, 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
