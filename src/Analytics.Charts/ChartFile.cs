using System.Text;

namespace Analytics.Charts;

/// <summary>From a spec to the bytes of a file. The caller writes them.</summary>
public static class ChartFile
{
    /// <summary>
    /// The whole file: SVG in UTF-8 without a byte order mark, PNG with title, description, sources and command as text inside, or PDF
    /// with title, sources and command among its properties.
    /// </summary>
    /// <exception cref="ChartException">The data cannot be drawn as asked, or the picture library failed; the message says which and how
    /// to mend it.</exception>
    public static byte[] Render(ChartSpec spec, ChartFormat format)
    {
        var scene = ChartLayout.Arrange(spec);
        return format switch
        {
            ChartFormat.Svg => Encoding.UTF8.GetBytes(SvgSurface.Draw(scene)),
            ChartFormat.Png => PngText.Insert(
                PngSurface.Draw(SvgSurface.Draw(scene), spec.Scale),
                spec.Scale,
                scene.Language,
                Texts(spec, scene)
            ),
            ChartFormat.Pdf => PdfSurface.Draw(scene, [.. Texts(spec, scene)]),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown chart format"),
        };
    }

    private static string SourceLines(ChartSpec spec) =>
        string.Join('\n', spec.Sources.Select(s => ChartDescription.Source(s, spec.Language)));

    private static IEnumerable<(string, string)> Texts(ChartSpec spec, ChartScene scene) =>
        [
            ("Title", scene.Title),
            ("Description", ChartDescription.Whole(ChartFacts.Checked(spec))),
            ("Source", SourceLines(spec)),
            ("Disclaimer", spec.Disclaimer),
            ("DataVersion", spec.DataVersion),
            ("Command", spec.Command),
        ];
}
