namespace Analytics.Charts;

/// <summary>From a sheet to the bytes of a file. The caller writes them.</summary>
public static class SheetFile
{
    /// <summary>The whole file; a PDF is one page as long as the sheet.</summary>
    /// <exception cref="UserException">The picture library failed, or there is no memory for so large a picture.</exception>
    public static byte[] Render(Sheet sheet, ChartFormat format)
    {
        var scene = SheetLayout.Arrange(sheet);
        return format switch
        {
            ChartFormat.Svg => SvgFile.Of(scene),
            ChartFormat.Png => PngText.Insert(PngFile.Of(scene, scale: 1), scale: 1, scene.Language, Texts(sheet)),
            ChartFormat.Pdf => PdfFile.Of(scene, scene.Description, string.Join('\n', sheet.Footer)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown chart format"),
        };
    }

    private static IEnumerable<(string, string)> Texts(Sheet sheet) =>
        [("Title", sheet.Title), ("Description", string.Join('\n', sheet.Subtitles)), ("Disclaimer", string.Join('\n', sheet.Footer))];
}
