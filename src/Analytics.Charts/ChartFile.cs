namespace Analytics.Charts;

/// <summary>From a spec to the bytes of a file. The caller writes them.</summary>
public static class ChartFile
{
    /// <summary>
    /// The whole file: SVG in UTF-8 without a byte order mark, PNG with title, description, sources and command as text inside, or PDF
    /// with title, sources and command among its properties.
    /// </summary>
    /// <exception cref="UserException">The data cannot be drawn as asked, or the picture library failed; the message says which and how
    /// to mend it.</exception>
    public static byte[] Render(ChartSpec spec, ChartFormat format)
    {
        var scene = ChartLayout.Arrange(spec);
        return format switch
        {
            ChartFormat.Svg => SvgFile.Of(scene),
            ChartFormat.Png => PngText.Insert(PngFile.Of(scene, spec.Scale), spec.Scale, scene.Language, Texts(spec, scene)),
            ChartFormat.Pdf => PdfFile.Of(scene, Description(spec), Keywords(spec)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown chart format"),
        };
    }

    /// <summary>Several charts as one PDF, a page each.</summary>
    /// <param name="specs">At least one.</param>
    /// <param name="title">Of the document.</param>
    /// <inheritdoc cref="Render"/>
    public static byte[] RenderPages(IReadOnlyList<ChartSpec> specs, string title) =>
        PdfFile.Of(
            [.. specs.Select(ChartLayout.Arrange)],
            title,
            string.Join('\n', specs.Select(s => s.Title)),
            string.Join('\n', specs.Select(Keywords).Distinct())
        );

    /// <summary>
    /// Loads libraries and fonts on a worker, which takes a part of the time of a first picture, while the caller finds out what to draw.
    /// What fails there fails again, and is said, in <see cref="Render"/>.
    /// </summary>
    public static void StartAhead() => _ = Task.Run(() => PngFile.Of(Smallest, scale: 1));

    private static readonly ChartScene Smallest = new()
    {
        Width = 16,
        Height = 16,
        Background = "#ffffff",
        StripePeriod = 6,
        Items = [HousePlot.Tiny, new TextItem("一", new Spot(0, 12), 12, "#000000") { Bold = true }],
        Title = "",
        Description = "",
        Language = "zh-Hans",
    };

    private static string Description(ChartSpec spec) => ChartDescription.Whole(ChartFacts.Checked(spec));

    /// <summary>A PDF has no properties of ours; what PNG says in chunks of their own stands among its keywords.</summary>
    private static string Keywords(ChartSpec spec) =>
        string.Join('\n', new[] { SourceLines(spec), spec.Disclaimer, spec.DataVersion, spec.Command, OtherFont }.Where(t => t.Length > 0));

    /// <summary>The font, where it is not the one that pictures are made for: its lines break elsewhere.</summary>
    private static string OtherFont => ChartFonts.AreBundled ? "" : ChartFonts.Family;

    private static string SourceLines(ChartSpec spec) =>
        string.Join('\n', spec.Sources.Select(s => ChartDescription.Source(s, spec.Language)));

    private static IEnumerable<(string, string)> Texts(ChartSpec spec, ChartScene scene) =>
        [
            ("Title", scene.Title),
            ("Description", Description(spec)),
            ("Source", SourceLines(spec)),
            ("Disclaimer", spec.Disclaimer),
            ("DataVersion", spec.DataVersion),
            ("Command", spec.Command),
            ("Font", OtherFont),
        ];
}
