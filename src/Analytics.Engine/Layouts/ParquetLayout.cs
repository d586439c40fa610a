namespace Analytics.Engine.Layouts;

/// <summary>How a Parquet file is laid out, as its footer tells; no row of it was read.</summary>
/// <param name="Path">The file as it was asked for.</param>
/// <param name="Bytes">Its size on the disk.</param>
/// <param name="Writer">The program that wrote it; null where it does not say.</param>
/// <param name="Version">Of the format, as the writer states it: 1 or 2.</param>
/// <param name="Rows">Of all row groups.</param>
/// <param name="Notes">Key and value, in the order of the footer; a key may stand more than once, and a value be null.</param>
/// <param name="Columns">Those that hold values, with the names of the groups they stand in.</param>
/// <param name="RowGroups">In the order of the file.</param>
public sealed record ParquetLayout(
    string Path,
    long Bytes,
    string? Writer,
    int Version,
    long Rows,
    IReadOnlyList<KeyValuePair<string, string?>> Notes,
    IReadOnlyList<ParquetColumn> Columns,
    IReadOnlyList<ParquetRowGroup> RowGroups
)
{
    /// <summary>Whether columns of it are encrypted, so that their pages cannot be read.</summary>
    public bool HasEncryptedColumns => RowGroups.Any(g => g.Chunks.Any(c => c.IsEncrypted));
}

/// <summary>A column of a Parquet file.</summary>
/// <param name="Name">Names from the outermost group inwards, with dots between.</param>
/// <param name="Type">What its values mean, such as <c>STRING</c> or <c>DECIMAL(38,10)</c>; else as they are stored.</param>
/// <param name="Stored">As what they are stored, such as <c>BYTE_ARRAY</c>.</param>
/// <param name="Repetition"><c>required</c>, <c>optional</c> or <c>repeated</c>.</param>
public sealed record ParquetColumn(string Name, string Type, string Stored, string Repetition);

/// <summary>A row group: some rows, column by column.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Bytes">As stored.</param>
/// <param name="UnpackedBytes">Before compression.</param>
/// <param name="Chunks">One a column, in the order of <see cref="ParquetLayout.Columns"/>.</param>
public sealed record ParquetRowGroup(long Rows, long Bytes, long UnpackedBytes, IReadOnlyList<ParquetChunk> Chunks);

/// <summary>The values of one column in one row group.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Codec">How its pages are compressed, such as <c>ZSTD</c>.</param>
/// <param name="Encodings">How values and levels are encoded, each once.</param>
/// <param name="Values">How many, NULL among them.</param>
/// <param name="Statistics">What the writer counted; null where it did not.</param>
/// <param name="Bytes">As stored.</param>
/// <param name="UnpackedBytes">Before compression.</param>
/// <param name="HasBloomFilter">Whether a filter tells values that are not in it.</param>
/// <param name="IsEncrypted">Whether its pages are encrypted.</param>
public sealed record ParquetChunk(
    string Column,
    string Codec,
    IReadOnlyList<string> Encodings,
    long Values,
    ParquetStatistics? Statistics,
    long Bytes,
    long UnpackedBytes,
    bool HasBloomFilter,
    bool IsEncrypted
);

/// <summary>Statistics of a chunk, each null where the writer left it out.</summary>
/// <param name="Nulls">How many values are NULL.</param>
/// <param name="Distinct">How many different ones there are.</param>
/// <param name="Least">The least value as text, cut where it is long; a bound below it where the writer shortened it.</param>
/// <param name="Greatest">The greatest, likewise.</param>
public sealed record ParquetStatistics(long? Nulls, long? Distinct, string? Least, string? Greatest);
