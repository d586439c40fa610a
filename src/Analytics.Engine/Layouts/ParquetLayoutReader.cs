using Parquet;
using Parquet.Meta;

namespace Analytics.Engine.Layouts;

/// <summary>Reads how a Parquet file is laid out, through Parquet.Net and without the engine.</summary>
public static class ParquetLayoutReader
{
    /// <summary>Reads the footer of a file.</summary>
    /// <exception cref="UserException">There is no such file, it cannot be read, is no Parquet, or is damaged or encrypted.</exception>
    public static ParquetLayout Read(string path)
    {
        using var footer = ParquetFooter.Read(path);
        try
        {
            return Layout(path, Metadata(footer));
        }
        // A well-formed footer may still contradict itself, on which the package throws whatever it runs into.
        catch (Exception e) when (e is not (OutOfMemoryException or UserException))
        {
            throw FooterFault.Of($"前后矛盾（{e.Message}）。", $"It contradicts itself ({e.Message}).", e);
        }
    }

    /// <summary>All bytes are in memory, so nothing is waited for.</summary>
    private static FileMetaData Metadata(MemoryStream footer) => ParquetReader.CreateAsync(footer).GetAwaiter().GetResult().Metadata!;

    private static ParquetLayout Layout(string path, FileMetaData file)
    {
        var leaves = new List<(string Name, SchemaElement Element)>();
        var at = 0;
        AddLeaves(file.Schema, ref at, "", leaves);
        return new ParquetLayout(
            path,
            new FileInfo(path).Length,
            file.CreatedBy,
            file.Version,
            file.NumRows,
            [.. (file.KeyValueMetadata ?? []).Select(n => KeyValuePair.Create(n.Key, n.Value))],
            [.. leaves.Select(l => Column(l.Name, l.Element))],
            [.. file.RowGroups.Select(g => Group(g, leaves))]
        );
    }

    /// <summary>Elements stand in depth-first order, each before its children; the first is the root.</summary>
    private static void AddLeaves(List<SchemaElement> elements, ref int at, string name, List<(string, SchemaElement)> leaves)
    {
        var element = elements[at++];
        if (element.NumChildren is not > 0)
        {
            if (at > 1)
                leaves.Add((name, element));
            return;
        }

        for (var child = 0; child < element.NumChildren; child++)
            AddLeaves(elements, ref at, (name.Length > 0 ? name + "." : "") + elements[at].Name, leaves);
    }

    private static ParquetColumn Column(string name, SchemaElement element)
    {
        var stored = element.Type == Parquet.Meta.Type.FIXED_LEN_BYTE_ARRAY ? $"{element.Type}({element.TypeLength})" : $"{element.Type}";
        var repetition = element.RepetitionType?.ToString().ToLowerInvariant() ?? "required";
        return new ParquetColumn(name, ParquetTypeText.Of(element) ?? stored, stored, repetition);
    }

    private static ParquetRowGroup Group(RowGroup group, List<(string Name, SchemaElement Element)> leaves)
    {
        if (group.Columns.Count != leaves.Count)
        {
            throw FooterFault.Of(
                $"某行组有 {group.Columns.Count} 列，而全文件有 {leaves.Count} 列。",
                $"A row group has {group.Columns.Count} columns, the schema {leaves.Count}."
            );
        }

        ParquetChunk[] chunks = [.. group.Columns.Select((c, i) => Chunk(c, leaves[i].Name, leaves[i].Element))];
        return new ParquetRowGroup(group.NumRows, chunks.Sum(c => c.Bytes), chunks.Sum(c => c.UnpackedBytes), chunks);
    }

    private static ParquetChunk Chunk(ColumnChunk chunk, string column, SchemaElement element)
    {
        var data = chunk.MetaData!;
        return new ParquetChunk(
            column,
            data.Codec.ToString(),
            [.. data.Encodings.Distinct().Select(e => e.ToString())],
            data.NumValues,
            data.Statistics is { } statistics ? Statistics(element, statistics) : null,
            data.TotalCompressedSize,
            data.TotalUncompressedSize,
            data.BloomFilterOffset is not null,
            chunk.CryptoMetadata is not null
        );
    }

    /// <summary>The older pair of fields is what old writers fill; where both are there, the newer is right.</summary>
    private static ParquetStatistics Statistics(SchemaElement element, Statistics statistics) =>
        new(
            statistics.NullCount,
            statistics.DistinctCount,
            StatisticText.Of(element, statistics.MinValue ?? statistics.Min, statistics.IsMinValueExact),
            StatisticText.Of(element, statistics.MaxValue ?? statistics.Max, statistics.IsMaxValueExact)
        );
}
