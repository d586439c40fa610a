using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Layouts;

/// <summary>
/// The layout of a Parquet file as rows: the file, its notes, its columns, then each row group with the chunks of its columns. What does
/// not apply to a row, or is not in the file, is NULL.
/// </summary>
public static class ParquetListing
{
    private static readonly ResultColumn[] Columns =
    [
        new("part", OwnRows.Text),
        new("row_group", OwnRows.Whole),
        new("name", OwnRows.Text),
        new("type", OwnRows.Text),
        new("values", OwnRows.Whole),
        new("nulls", OwnRows.Whole),
        new("distinct", OwnRows.Whole),
        new("least", OwnRows.Text),
        new("greatest", OwnRows.Text),
        new("codec", OwnRows.Text),
        new("encodings", OwnRows.Texts),
        new("bytes", OwnRows.Whole),
        new("unpacked_bytes", OwnRows.Whole),
        new("text", OwnRows.Text),
    ];

    /// <param name="file">The layout.</param>
    /// <param name="language">Of the column <c>text</c>, as far as the words are ours.</param>
    public static Listing Of(ParquetLayout file, Language language) =>
        new(
            Columns,
            [
                Row(
                    "file",
                    name: Path.GetFileName(file.Path),
                    type: $"Parquet {file.Version}",
                    values: file.Rows,
                    bytes: file.Bytes,
                    text: file.Writer
                ),
                .. file.Notes.Select(n => Row("note", name: n.Key, text: n.Value)),
                .. file.Columns.Select(c => Row("column", name: c.Name, type: c.Type, text: About(c, language))),
                .. file.RowGroups.SelectMany((group, i) => Rows(group, i + 1, language)),
            ]
        );

    private static IEnumerable<IReadOnlyList<object?>> Rows(ParquetRowGroup group, int number, Language language)
    {
        yield return Row("row_group", number, values: group.Rows, bytes: group.Bytes, unpacked: group.UnpackedBytes);
        foreach (var chunk in group.Chunks)
            yield return Row(chunk, number, language);
    }

    private static IReadOnlyList<object?> Row(ParquetChunk chunk, int group, Language language) =>
        [
            "chunk",
            (long)group,
            chunk.Column,
            null,
            chunk.Values,
            chunk.Statistics?.Nulls,
            chunk.Statistics?.Distinct,
            chunk.Statistics?.Least,
            chunk.Statistics?.Greatest,
            chunk.Codec,
            chunk.Encodings,
            chunk.Bytes,
            chunk.UnpackedBytes,
            About(chunk, language),
        ];

    private static IReadOnlyList<object?> Row(
        string part,
        long? group = null,
        string? name = null,
        string? type = null,
        long? values = null,
        long? bytes = null,
        long? unpacked = null,
        string? text = null
    ) => [part, group, name, type, values, null, null, null, null, null, null, bytes, unpacked, text];

    private static string About(ParquetColumn column, Language language)
    {
        var repetition = column.Repetition switch
        {
            "required" => new Localized("必有", "required"),
            "optional" => new Localized("可缺", "optional"),
            _ => new Localized("可多个", "repeated"),
        };
        return $"{column.Stored}, {repetition.In(language)}";
    }

    private static string? About(ParquetChunk chunk, Language language)
    {
        List<string> remarks = [];
        if (chunk.HasBloomFilter)
            remarks.Add(new Localized("有布隆过滤器", "Bloom filter").In(language));
        if (chunk.IsEncrypted)
            remarks.Add(new Localized("已加密", "encrypted").In(language));
        return remarks.Count > 0 ? string.Join(", ", remarks) : null;
    }
}
