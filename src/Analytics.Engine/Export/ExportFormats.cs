using Analytics.Engine.Documents;

namespace Analytics.Engine.Export;

/// <summary>A format that results can be written in.</summary>
/// <param name="Name">The name that <c>--format</c> takes.</param>
/// <param name="Endings">File endings that choose it, with the point.</param>
/// <param name="NeedsFile">True if it cannot go to standard output.</param>
/// <param name="Open">Makes a writer on a stream that the caller owns.</param>
public sealed record ExportFormat(
    string Name,
    IReadOnlyList<string> Endings,
    bool NeedsFile,
    Func<Stream, WriteOptions, ResultWriter> Open
);

/// <summary>The formats of the engine; a front end may add its own (the table on a terminal).</summary>
public static class ExportFormats
{
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("csv", [".csv"], NeedsFile: false, (s, o) => new CsvWriter(s, o)),
        new("tsv", [".tsv", ".tab"], NeedsFile: false, (s, o) => new TsvWriter(s, o)),
        new("json", [".json"], NeedsFile: false, (s, _) => new JsonWriter(s, lines: false)),
        new("jsonl", [".jsonl", ".ndjson"], NeedsFile: false, (s, _) => new JsonWriter(s, lines: true)),
        new("markdown", [".md", ".markdown"], NeedsFile: false, (s, o) => new MarkdownWriter(s, o)),
        new("parquet", [".parquet"], NeedsFile: true, (s, _) => new ParquetWriter(s)),
        .. DocumentFormat.OfResults.Select(f => f.ForResults),
    ];
}
