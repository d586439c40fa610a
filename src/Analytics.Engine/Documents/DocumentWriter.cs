using Analytics.DuckDb;
using Analytics.Engine.Export;

namespace Analytics.Engine.Documents;

/// <summary>Writes a result as a document of one table, streaming its rows where the format can.</summary>
/// <param name="stream">Where to.</param>
/// <param name="options">Title, language, and what is said below the rows.</param>
/// <param name="format">Writes the document.</param>
internal sealed class DocumentWriter(Stream stream, WriteOptions options, DocumentFormat format) : ResultWriter
{
    private IReadOnlyList<Localized> _remarks = [];

    public override IReadOnlyList<Localized> Remarks => _remarks;

    /// <exception cref="UserException">Always: a document has a table.</exception>
    public override void WriteNoTable() =>
        throw UserException.Failed(
            $"语句没有返回表，写不成 {format.Name}：没有写文件。",
            $"The statement returns no table, and {format.Name} needs one: no file was written."
        );

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        var words = Words;
        var (language, names) = (options.Language, Names);
        var title =
            options.Title.Length > 0 ? options.Title
            : language == Language.Zh ? "查询结果"
            : "Result of a query";
        var part = new DocumentPart(language == Language.Zh ? "数据" : "data", "")
        {
            Table = new DocumentTable(columns, chunks)
            {
                Null = options.NullText ?? "–",
                Words = words is null ? null : (column, text) => words(names[column], text),
            },
            Notes = options.Below ?? (_ => []),
        };
        _remarks = format.Write(new Document(title, language, [part]) { About = options.About }, stream).Remarks;
    }
}

/// <summary>What was written of a document.</summary>
/// <param name="Rows">Of all tables.</param>
/// <param name="Remarks">What had to be changed for the format's sake; empty where nothing had to.</param>
public sealed record DocumentReport(long Rows, IReadOnlyList<Localized> Remarks);

/// <summary>A format of documents.</summary>
/// <param name="Name">The name that is asked for.</param>
/// <param name="Endings">File endings that choose it, with the point.</param>
/// <param name="IsText">Whether it can go to standard output.</param>
/// <param name="Write">Writes a whole document into a stream that stays open.</param>
public sealed record DocumentFormat(string Name, IReadOnlyList<string> Endings, bool IsText, Func<Document, Stream, DocumentReport> Write)
{
    /// <summary>Those that single results are written in too.</summary>
    public static readonly IReadOnlyList<DocumentFormat> OfResults =
    [
        new("xlsx", [".xlsx"], IsText: false, Workbook),
        new("html", [".html", ".htm"], IsText: true, (d, s) => new(new HtmlDocument(d).Write(s), [])),
        new("docx", [".docx"], IsText: false, (d, s) => new(new DocxDocument(d).Write(s), [])),
    ];

    /// <summary>Every format of reports. In Markdown results have a writer of their own, which streams.</summary>
    public static readonly IReadOnlyList<DocumentFormat> All =
    [
        .. OfResults,
        new("markdown", [".md", ".markdown"], IsText: true, (d, s) => new(new MarkdownDocument(d).Write(s), [])),
    ];

    /// <summary>The same for results.</summary>
    public ExportFormat ForResults => new(Name, Endings, NeedsFile: !IsText, (s, o) => new DocumentWriter(s, o, this));

    private static DocumentReport Workbook(Document document, Stream stream)
    {
        var book = new XlsxDocument(document);
        return new(book.Write(stream), book.Remarks);
    }
}
