namespace Analytics.Charts;

/// <summary>A picture in memory.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgb">Three bytes a pixel, row by row from the top.</param>
public sealed record PixelPicture(int Width, int Height, byte[] Rgb);

/// <summary>Draws a chart as pixels for a screen whose own letters have a given size.</summary>
public static class PixelSurface
{
    /// <summary>Height in CSS pixels of a line of the screen's text, and of the largest letters of rows beside it.</summary>
    private const int LineHeight = 16,
        Letters = 14;

    /// <summary>
    /// Scales are whole numbers of eighths and sides in CSS pixels multiples of eight, so that scaled sides are whole pixels: librsvg
    /// centres a picture
    /// that does not fill its pixels, and its edges would be half transparent.
    /// </summary>
    private const int Eighths = 8;

    /// <summary>The smallest scale; the smallest letters of a chart are ten CSS pixels.</summary>
    private const int Least = 7;

    /// <summary>Pixels in width and height without which there is no room for any chart.</summary>
    public const int LeastSide = ChartSpec.MinSide * Least / Eighths;

    /// <summary>
    /// The chart at exactly that size, whatever size its spec names. Its letters are about as large as those of the screen, or smaller,
    /// down to what can be read,
    /// where it would have to leave rows out otherwise.
    /// </summary>
    /// <param name="spec">The chart.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="line">Height of a line of the screen's text, in pixels.</param>
    /// <exception cref="ChartException">It cannot be drawn, or not so small; or the picture library failed.</exception>
    public static PixelPicture Draw(ChartSpec spec, int width, int height, int line)
    {
        if (Math.Min(width, height) < LeastSide)
            throw TooSmall(width, height);
        var scale = Math.Min(Math.Max(Eighths, line * Eighths / LineHeight), Math.Min(width, height) * Eighths / ChartSpec.MinSide);
        var scene = Arrange(spec, width, height, scale);
        for (; (scene is null or { RowsLeftOut: > 0 }) && scale > Least; scene = Arrange(spec, width, height, scale))
            scale--;
        if (scene is null)
            throw TooSmall(width, height);
        return new PixelPicture(
            width,
            height,
            PngSurface.Pixels(
                SvgSurface.Draw(scene),
                scale / (double)Eighths,
                new PixelPart(scene.Width * scale / Eighths, scene.Height * scale / Eighths, width, height)
            )
        );
    }

    /// <summary>Null where there is no room.</summary>
    private static ChartScene? Arrange(ChartSpec spec, int width, int height, int scale)
    {
        int Css(int pixels) => (pixels + scale - 1) / scale * Eighths;
        try
        {
            return ChartLayout.Arrange(spec with { Width = Css(width), Height = Css(height), LargestType = Letters });
        }
        catch (ChartException e) when (e.Problem == ChartProblem.TooSmall)
        {
            return null;
        }
    }

    private static ChartException TooSmall(int width, int height) =>
        SpecCheck.Fail(
            ChartProblem.TooSmall,
            $"{width}x{height}像素放不下此图，每边至少{LeastSide}，说明多时更多。请放大此栏。",
            $"{width}x{height} pixels have no room for this chart; each side takes "
                + $"at least {LeastSide}, more with many notes. Make the panel larger."
        );
}

/// <summary>The middle part of a drawn picture, all in pixels.</summary>
internal readonly record struct PixelPart(int DrawnWidth, int DrawnHeight, int Width, int Height)
{
    public int Left => (DrawnWidth - Width) / 2;
    public int Top => (DrawnHeight - Height) / 2;
}
