using Analytics.Engine.Files;
using Analytics.Engine.Layouts;

namespace Analytics.Engine.Sessions;

/// <summary>What a file holds, read before it is opened.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Kind">As ending and first bytes agree.</param>
/// <param name="Bytes">Size of the file on the disk.</param>
/// <param name="Tables">One for files of rows; those of a database.</param>
/// <param name="FirstRows">Of a file of rows; texts, null for NULL.</param>
public sealed record FileInspection(
    string Path,
    FileKind Kind,
    long Bytes,
    IReadOnlyList<InspectedTable> Tables,
    IReadOnlyList<IReadOnlyList<string?>> FirstRows
)
{
    /// <summary>How the lines of a CSV file are read; null for other kinds.</summary>
    public CsvDialect? Csv { get; init; }

    /// <summary>The encoding of a text, found or stated; null for other kinds.</summary>
    public string? Encoding { get; init; }

    /// <summary>What is worth knowing about how it is read.</summary>
    public IReadOnlyList<FileRemark> Remarks { get; init; } = [];

    /// <summary>How a Parquet file is laid out; null for other kinds, and where <see cref="LayoutFault"/> says why.</summary>
    public ParquetLayout? Layout { get; init; }

    /// <summary>Why the layout of a Parquet file cannot be told though the engine reads its rows; null without a fault.</summary>
    public Localized? LayoutFault { get; init; }
}

/// <summary>A table of a file.</summary>
/// <param name="Name">Its name in a database, with the schema where that is not the main one; the stem of a file of rows.</param>
/// <param name="IsView">Whether a database holds it as a view; false for a file of rows.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Rows">Null where counting would take long.</param>
public sealed record InspectedTable(string Name, bool IsView, IReadOnlyList<InspectedColumn> Columns, long? Rows);

public sealed record InspectedColumn(string Name, string Type);

/// <summary>How the engine reads the lines of a CSV file.</summary>
/// <param name="Delimiter">What parts the fields of a line, for example <c>,</c> or a tab.</param>
/// <param name="Quote">Empty if the file has none.</param>
/// <param name="HasHeader">Whether the first line that is read holds the columns' names.</param>
/// <param name="SkippedLines">Lines before the header that are no rows.</param>
/// <param name="HasByteOrderMark">Whether the file begins with that of UTF-8.</param>
public sealed record CsvDialect(string Delimiter, string Quote, bool HasHeader, long SkippedLines, bool HasByteOrderMark);
