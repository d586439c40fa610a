using System.Text;

namespace Analytics.Charts;

/// <summary>From a spec to the bytes of a file. The caller writes them.</summary>
public static class ChartFile
{
    /// <summary>The whole file: SVG in UTF-8 without a byte order mark, or PNG with title, description, sources and command as text inside.</summary>
    /// <exception cref="ChartException">The data cannot be drawn as asked, or the picture library failed; the message says which and how to mend it.</exception>
    public static byte[] Render(ChartSpec spec, ChartFormat format)
    {
        var scene = ChartLayout.Arrange(spec);
        var svg = SvgSurface.Draw(scene);
        return format switch
        {
            ChartFormat.Svg => Encoding.UTF8.GetBytes(svg),
            ChartFormat.Png => PngText.Insert(PngSurface.Draw(svg, spec.Scale), scene.Language, Texts(spec, scene)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown chart format"),
        };
    }

    private static IEnumerable<(string, string)> Texts(ChartSpec spec, ChartScene scene) =>
    [
        ("Title", scene.Title),
        ("Description", scene.Description),
        ("Source", string.Join('\n', spec.Sources.Select(s => ChartDescription.Source(s, spec.Language)))),
        ("Disclaimer", spec.Disclaimer),
        ("Command", spec.Command),
    ];
}
