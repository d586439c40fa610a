using System.Text;
using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>Pages as files, each by the ending of its name.</summary>
public static class PageFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Dictionary<string, Action<PageDocument, Stream>> Writers = new()
    {
        [".html"] = (page, stream) => stream.Write(Utf8.GetBytes(PageHtml.Of(page))),
        [".md"] = (page, stream) => stream.Write(Utf8.GetBytes(PageText.Markdown(page))),
        [".json"] = PageJson.Write,
        [".png"] = (page, stream) => stream.Write(SheetFile.Render(PageSheet.Of(page), ChartFormat.Png)),
        [".svg"] = (page, stream) => stream.Write(SheetFile.Render(PageSheet.Of(page), ChartFormat.Svg)),
        [".pdf"] = (page, stream) => stream.Write(SheetFile.Render(PageSheet.Of(page), ChartFormat.Pdf)),
        [".txt"] = (page, stream) => stream.Write(Utf8.GetBytes(PageText.Plain(page))),
    };

    /// <summary>The endings, with their points.</summary>
    public static IReadOnlyCollection<string> Endings => Writers.Keys;

    public static bool IsKnown(string path) => Writers.ContainsKey(EndingOf(path));

    /// <summary>What writes a page as the file of that name.</summary>
    /// <exception cref="UserException">The ending is none of <see cref="Endings"/>.</exception>
    public static Action<PageDocument, Stream> WriterOf(string path) =>
        Writers.GetValueOrDefault(EndingOf(path))
        ?? throw UserException.Usage(
            $"{path}：后缀要是 {string.Join("、", Endings)} 之一。",
            $"{path}: the ending must be one of {string.Join(", ", Endings)}."
        );

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
