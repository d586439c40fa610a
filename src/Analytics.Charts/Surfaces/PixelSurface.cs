using SkiaSharp;

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

    /// <summary>Pixels per CSS pixel at least; the smallest letters of a chart are ten CSS pixels. Other scales lie whole steps above it.</summary>
    private const double Least = 0.875,
        Step = 0.125;

    /// <summary>Pixels in width and height without which there is no room for any chart.</summary>
    public const int LeastSide = (int)(ChartSpec.MinSide * Least);

    /// <summary>
    /// The chart at exactly that size, whatever size its spec names. Its letters are about as large as those of the screen, or smaller,
    /// down to what can be read,
    /// where it would have to leave rows out otherwise.
    /// </summary>
    /// <param name="spec">The chart.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="line">Height of a line of the screen's text, in pixels.</param>
    /// <exception cref="UserException">It cannot be drawn, or not so small; or the picture library failed.</exception>
    public static PixelPicture Draw(ChartSpec spec, int width, int height, int line)
    {
        if (Math.Min(width, height) < LeastSide)
            throw TooSmall(width, height);
        var scale = Math.Min(Math.Max(1, line / (double)LineHeight), Math.Min(width, height) / (double)ChartSpec.MinSide);
        var scene = Arrange(spec, width, height, scale);
        for (; (scene is null or { RowsLeftOut: > 0 }) && scale > Least; scene = Arrange(spec, width, height, scale))
            scale = Math.Max(Least, scale - Step);
        return scene is null ? throw TooSmall(width, height) : Drawn(scene, width, height, scale);
    }

    /// <summary>Sides in CSS pixels are whole, so that a scene may reach beyond the pixels by a part of one; it stands in their middle.</summary>
    private static PixelPicture Drawn(ChartScene scene, int width, int height, double scale)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Translate((float)(width - scene.Width * scale) / 2, (float)(height - scene.Height * scale) / 2);
        surface.Canvas.Scale((float)scale);
        CanvasSurface.Draw(surface.Canvas, scene, Typefaces.Whole);
        using var pixels = surface.PeekPixels();
        return new PixelPicture(width, height, WithoutAlpha(pixels.GetPixelSpan<byte>(), width * height));
    }

    private static byte[] WithoutAlpha(ReadOnlySpan<byte> rgba, int count)
    {
        var rgb = new byte[3 * count];
        for (var i = 0; i < count; i++)
            rgba.Slice(4 * i, 3).CopyTo(rgb.AsSpan(3 * i));
        return rgb;
    }

    /// <summary>Null where there is no room.</summary>
    private static ChartScene? Arrange(ChartSpec spec, int width, int height, double scale)
    {
        int Css(int pixels) => (int)Math.Ceiling(pixels / scale);
        try
        {
            return ChartLayout.Arrange(spec with { Width = Css(width), Height = Css(height), LargestType = Letters });
        }
        catch (UserException e) when (e.Kind == FaultKind.NoRoom)
        {
            return null;
        }
    }

    private static UserException TooSmall(int width, int height) =>
        new(
            FaultKind.NoRoom,
            new Localized(
                $"{width}x{height}像素放不下此图，每边至少{LeastSide}，说明多时更多。请放大此栏。",
                $"{width}x{height} pixels have no room for this chart; each side takes "
                    + $"at least {LeastSide}, more with many notes. Make the panel larger."
            )
        );
}
