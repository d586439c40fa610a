using System.Text;
using Analytics.Charts.Native;

namespace Analytics.Charts;

/// <summary>Rasterises SVG with libvips and librsvg, in the bundled font only.</summary>
public static class PngSurface
{
    private const string OneCharacter =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text font-family='Noto Sans SC'>一</text></svg>";

    /// <summary>
    /// Loads the library and the font on a worker, which takes a third of the time of a first picture, while the caller
    /// finds out what to draw. What fails there fails again, and is said, in <see cref="Draw"/>.
    /// </summary>
    public static void StartAhead() => _ = Task.Run(() => Draw(OneCharacter, scale: 1));

    /// <summary>An opaque PNG of <paramref name="scale"/> pixels per CSS pixel. Same input, same bytes on one platform.</summary>
    /// <exception cref="ChartException">The library is missing or could not read the SVG.</exception>
    public static byte[] Draw(string svg, int scale)
    {
        VipsLibrary.EnsureStarted();
        lock (VipsLibrary.Gate)
            return Rasterise(Encoding.UTF8.GetBytes(svg), scale, Png);
    }

    /// <summary>A part of the picture as bytes of red, green and blue.</summary>
    /// <exception cref="ChartException">The library is missing or could not read the SVG.</exception>
    internal static byte[] Pixels(string svg, double scale, PixelPart kept)
    {
        VipsLibrary.EnsureStarted();
        lock (VipsLibrary.Gate)
        {
            return Rasterise(
                Encoding.UTF8.GetBytes(svg),
                scale,
                flat =>
                {
                    using var part = new VipsOperation("extract_area");
                    part.SetImage("input", flat);
                    part.Set("left", kept.Left);
                    part.Set("top", kept.Top);
                    part.Set("width", kept.Width);
                    part.Set("height", kept.Height);
                    part.Run();
                    using var save = new VipsOperation("rawsave_buffer");
                    save.SetImage("in", part.Image("out"));
                    save.Run();
                    return save.Bytes("buffer");
                }
            );
        }
    }

    private static byte[] Png(nint flat)
    {
        using var save = new VipsOperation("pngsave_buffer");
        save.SetImage("in", flat);
        save.Set("compression", 6);
        save.Run();
        return save.Bytes("buffer");
    }

    private static unsafe byte[] Rasterise(byte[] svg, double scale, Func<nint, byte[]> save)
    {
        fixed (byte* bytes = svg)
        {
            using var load = new VipsOperation("svgload_buffer");
            load.SetBytes("buffer", bytes, svg.Length);
            load.Set("scale", scale);
            load.Set("dpi", 72.0);
            load.Set("unlimited", true);
            load.Run();
            using var flatten = new VipsOperation("flatten");
            flatten.SetImage("in", load.Image("out"));
            flatten.Run();
            return save(flatten.Image("out"));
        }
    }
}
