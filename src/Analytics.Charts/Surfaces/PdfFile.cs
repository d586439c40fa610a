using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Scenes as the pages of a PDF: shapes stay vectors, text stays text in the characters used of the fonts.</summary>
internal static class PdfFile
{
    /// <summary>CSS pixels are 1/96 inch, points 1/72.</summary>
    private const float PointsPerPixel = 0.75f;

    /// <summary>A multiple of 72, so that a page's sides are whole pixels of it and stay exact.</summary>
    private const float RasterDpi = 288;

    /// <summary>No date of drawing: the same scene is the same bytes.</summary>
    private static readonly DateTime Always = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The whole file.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="subject">What it is about, for the document's properties.</param>
    /// <param name="keywords">What else is to be found in them.</param>
    public static byte[] Of(ChartScene scene, string subject, string keywords) => Of([scene], scene.Title, subject, keywords);

    /// <summary>The whole file of several scenes, a page each.</summary>
    /// <param name="scenes">At least one.</param>
    /// <param name="title">Of the document.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="keywords">What else is to be found in its properties.</param>
    public static byte[] Of(IReadOnlyList<ChartScene> scenes, string title, string subject, string keywords)
    {
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, Properties(title, subject, keywords)))
        {
            foreach (var scene in scenes)
            {
                var canvas = document.BeginPage(scene.Width * PointsPerPixel, scene.Height * PointsPerPixel);
                canvas.Scale(PointsPerPixel);
                CanvasSurface.Draw(canvas, scene, Typefaces.Of(scene));
                document.EndPage();
            }

            document.Close();
        }
        return file.ToArray();
    }

    private static SKDocumentPdfMetadata Properties(string title, string subject, string keywords) =>
        new(RasterDpi)
        {
            Title = title,
            Subject = subject,
            Keywords = keywords,
            Creator = "analytics",
            Creation = Always,
            Modified = Always,
        };
}
