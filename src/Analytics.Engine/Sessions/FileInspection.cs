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

    /// <summary>Of a file of rows, how it is read, stated or found out, as far as that is known.</summary>
    public FileChoices Found { get; init; } = FileChoices.None;

    /// <summary>Of a workbook, the sheet and range that were asked for; empty for the first sheet that holds anything.</summary>
    public string Part { get; init; } = "";

    /// <summary>The sheets of a workbook; none for other kinds.</summary>
    public IReadOnlyList<InspectedSheet> Sheets { get; init; } = [];

    /// <summary>How it will be cleaned; null where it is read as it is.</summary>
    public InspectedCleaning? Cleaning { get; init; }

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

/// <param name="Name">As SQL will know it.</param>
/// <param name="Type">As the engine names it.</param>
public sealed record InspectedColumn(string Name, string Type)
{
    /// <summary>What its cells become; null where counting would take long.</summary>
    public CellCounts? Cells { get; init; }

    /// <summary>What it would be if the file were cleaned, where that is more than text; empty where it is not, or is not known.</summary>
    public string Cleaned { get; init; } = "";
}

/// <summary>What the cells of a column become.</summary>
/// <param name="Values">Values of its type.</param>
/// <param name="Blank">NULL, since nothing stands there or a word for that.</param>
/// <param name="Left">Texts that are no such value; of a column that stays text for their sake, those that it would lose.</param>
/// <param name="FirstLeft">The first of those, each with its line behind it in brackets; ends with … where there are more.</param>
public sealed record CellCounts(long Values, long Blank, long Left, string FirstLeft);

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">As its tab shows it.</param>
/// <param name="IsHidden">Whether its tab is not shown.</param>
public sealed record InspectedSheet(string Name, bool IsHidden);

/// <summary>The SQL that cleans a file.</summary>
/// <param name="Path">Where it stands, or will be written once the file is opened.</param>
/// <param name="IsThere">Whether it stands there already.</param>
/// <param name="Sql">Its statements.</param>
public sealed record InspectedCleaning(string Path, bool IsThere, string Sql);

/// <summary>How the engine reads the lines of a CSV file.</summary>
/// <param name="Delimiter">What parts the fields of a line, for example <c>,</c> or a tab.</param>
/// <param name="Quote">Empty if the file has none.</param>
/// <param name="HasHeader">Whether the first line that is read holds the columns' names.</param>
/// <param name="SkippedLines">Lines before the header that are no rows.</param>
/// <param name="HasByteOrderMark">Whether the file begins with that of UTF-8.</param>
public sealed record CsvDialect(string Delimiter, string Quote, bool HasHeader, long SkippedLines, bool HasByteOrderMark);
