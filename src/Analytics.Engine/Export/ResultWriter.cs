using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Export;

/// <summary>Options of the text formats.</summary>
/// <param name="NullText">What stands for NULL; null: the format's own way.</param>
/// <param name="Header">Whether column names come first.</param>
/// <param name="ByteOrderMark">Whether the file begins with a UTF-8 byte order mark, which Excel needs for Chinese.</param>
public sealed record WriteOptions(string? NullText = null, bool Header = true, bool ByteOrderMark = false);

/// <summary>What was written.</summary>
public sealed record WriteReport(long Rows, bool IsTruncated);

/// <summary>Writes a result in one format, chunk by chunk.</summary>
public abstract class ResultWriter : IDisposable
{
    /// <summary>Called once, before any chunk.</summary>
    public abstract void Begin(IReadOnlyList<ResultColumn> columns);

    /// <param name="rows">How many of the chunk's rows to write, from the first.</param>
    public abstract void Write(DataChunk chunk, int rows);

    /// <summary>Called once, after the last chunk; afterwards everything is in the stream.</summary>
    public abstract void Complete();

    /// <summary>Streams a query to its end or to the limit.</summary>
    public WriteReport WriteAll(RunningQuery query, RowLimit limit = default)
    {
        Begin(query.Columns);
        long written = 0;
        var truncated = false;
        while (!truncated && query.Fetch() is { } chunk)
            using (chunk)
            {
                var rows = limit.Admit(written, chunk.RowCount);
                if (rows > 0)
                    Write(chunk, rows);
                written += rows;
                truncated = rows < chunk.RowCount;
            }
        Complete();
        return new WriteReport(written, truncated);
    }

    /// <summary>Writes a result that was read before.</summary>
    public WriteReport WriteAll(ResultTable table)
    {
        Begin(table.Columns);
        foreach (var (chunk, rows) in table.Chunks)
            Write(chunk, rows);
        Complete();
        return new WriteReport(table.RowCount, table.IsTruncated);
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
