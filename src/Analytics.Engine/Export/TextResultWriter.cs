using Analytics.DuckDb;
using Analytics.Engine.Results;

namespace Analytics.Engine.Export;

/// <summary>The formats that are lines of cells. Chunks become text on several threads, hence nothing here changes meanwhile.</summary>
public abstract class TextResultWriter(Stream stream, WriteOptions options) : ResultWriter
{
    protected WriteOptions Options { get; } = options;

    protected override void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks)
    {
        var header = new Utf8Buffer();
        if (Options.ByteOrderMark)
            header.Append("\uFEFF"u8);
        if (Options.Header)
            AppendHeader(columns, header);
        stream.Write(header.Written);
        var rows = 0L;
        new ParallelText(stream, AppendRows).Write(chunks.Select(Counted));
        if (!HasPlaceBelow || Options.Below is null)
            return;
        var below = new Utf8Buffer();
        AppendBelow(Options.Below(rows), below);
        stream.Write(below.Written);

        ChunkRows Counted(ChunkRows chunk)
        {
            rows += chunk.Count;
            return chunk;
        }
    }

    /// <summary>Whether the format has a place for lines below its rows.</summary>
    protected virtual bool HasPlaceBelow => false;

    /// <summary>Appends the lines below the rows.</summary>
    protected virtual void AppendBelow(IReadOnlyList<string> lines, Utf8Buffer into) { }

    protected abstract void AppendHeader(IReadOnlyList<ResultColumn> columns, Utf8Buffer into);

    protected abstract void AppendRow(DataChunk chunk, int row, Utf8Buffer into);

    /// <summary>Whether a text may not stand in a field as it is.</summary>
    protected abstract bool NeedsCare(ReadOnlySpan<byte> text);

    /// <summary>Appends a text that needs care in the way of the format.</summary>
    protected abstract void AppendWithCare(ReadOnlySpan<byte> text, Utf8Buffer into);

    protected void AppendField(ReadOnlySpan<byte> text, Utf8Buffer into)
    {
        if (NeedsCare(text))
            AppendWithCare(text, into);
        else
            into.Append(text);
    }

    /// <summary>Appends a cell that is not NULL.</summary>
    protected void AppendCell(in VectorView column, int row, Utf8Buffer into)
    {
        if (column.Type.Id == DuckDbTypeId.Varchar)
        {
            AppendField(column.Utf8(row), into);
            return;
        }

        var start = into.Length;
        CellFormatter.Append(column, row, into);
        if (!NeedsCare(into.Written[start..]))
            return;
        var text = into.Written[start..].ToArray();
        into.Truncate(start);
        AppendWithCare(text, into);
    }

    private void AppendRows(ChunkRows rows, bool isFirst, Utf8Buffer into)
    {
        for (var row = 0; row < rows.Count; row++)
            AppendRow(rows.Chunk, row, into);
    }
}
