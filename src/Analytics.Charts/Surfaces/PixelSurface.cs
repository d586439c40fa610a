namespace Analytics.Charts;

/// <summary>A picture in memory.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgb">Three bytes a pixel, row by row from the top.</param>
public sealed record PixelPicture(int Width, int Height, byte[] Rgb);

/// <summary>Draws a chart as pixels for a screen whose own letters have a given size.</summary>
public static class PixelSurface
{
    /// <summary>Height in CSS pixels of a line of the screen's text at the scale it asks for; letters are about three quarters of it.</summary>
    private const double LineHeight = 16, Letters = 14;

    /// <summary>Least pixels for a CSS pixel; the smallest letters of a chart are ten of these.</summary>
    private const double LeastScale = 0.85;

    private const int LeastSide = (int)(ChartSpec.MinSide * LeastScale);

    private const double Step = 0.92;

    /// <summary>
    /// The chart at exactly that size, whatever size its spec names. Its letters are about as large as those of the screen, or smaller, down to what can be read,
    /// where it would have to leave rows out otherwise.
    /// </summary>
    /// <param name="spec">The chart.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="line">Height of a line of the screen's text, in pixels.</param>
    /// <exception cref="ChartException">It cannot be drawn, or not so small; or the picture library failed.</exception>
    public static PixelPicture Draw(ChartSpec spec, int width, int height, int line)
    {
        if (Math.Min(width, height) < LeastSide) throw TooSmall(spec, width, height);
        var scale = Math.Min(Math.Max(1, line / LineHeight), Math.Min(width, height) / (double)ChartSpec.MinSide);
        var scene = Arrange(spec, width, height, scale);
        for (; (scene is null or { RowsLeftOut: > 0 }) && scale > LeastScale; scene = Arrange(spec, width, height, scale))
            scale = Math.Max(LeastScale, scale * Step);
        scene ??= ChartLayout.Arrange(Sized(spec, width, height, scale));
        return new PixelPicture(width, height, PngSurface.Pixels(SvgSurface.Draw(scene), scale, width, height));
    }

    private static ChartSpec Sized(ChartSpec spec, int width, int height, double scale) =>
        spec with { Width = (int)Math.Ceiling(width / scale), Height = (int)Math.Ceiling(height / scale), LargestType = Letters };

    /// <summary>Null where there is no room.</summary>
    private static ChartScene? Arrange(ChartSpec spec, int width, int height, double scale)
    {
        try
        {
            return ChartLayout.Arrange(Sized(spec, width, height, scale));
        }
        catch (ChartException e) when (e.Problem == ChartProblem.TooSmall)
        {
            return null;
        }
    }

    private static ChartException TooSmall(ChartSpec spec, int width, int height) => new(ChartProblem.TooSmall, spec.Language == ChartLanguage.Zh
        ? $"{width}x{height}像素放不下一张图，每边至少{LeastSide}。请放大此栏。"
        : $"{width}x{height} pixels are too few for a chart; each side takes {LeastSide}. Make the panel larger.");
}
