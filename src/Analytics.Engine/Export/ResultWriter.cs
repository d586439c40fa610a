using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

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
    /// <summary>Rows of a kept result that lie in memory at a time: one row group of its table.</summary>
    private const int RowsAtATime = 122_880;

    /// <summary>Called once, before any chunk.</summary>
    public abstract void Begin(IReadOnlyList<ResultColumn> columns);

    /// <param name="chunk">Lent for the call; the caller disposes it.</param>
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
        {
            using (chunk)
            {
                var rows = limit.Admit(written, chunk.RowCount);
                if (rows > 0)
                    Write(chunk, rows);
                written += rows;
                truncated = rows < chunk.RowCount;
            }
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

    /// <summary>Writes a kept result as far as it has come, piece by piece, whatever its size.</summary>
    /// <param name="result">May still grow; rows that come after the call began are left out.</param>
    /// <param name="onWritten">Told how many rows were written, after each piece.</param>
    /// <param name="cancellation">Looked at before each piece.</param>
    /// <returns>Truncated means that the result itself is not whole: it still grows, was cancelled or failed.</returns>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public WriteReport WriteAll(KeptResult result, Action<long>? onWritten = null, CancellationToken cancellation = default)
    {
        var (state, rows) = (result.State, result.Rows);
        Begin(result.Columns);
        for (long first = 0; first < rows; first += RowsAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            using var page = result.Page(first, (int)Math.Min(RowsAtATime, rows - first), cancellation);
            foreach (var (chunk, count) in page.Chunks)
                Write(chunk, count);
            onWritten?.Invoke(Math.Min(first + RowsAtATime, rows));
        }
        cancellation.ThrowIfCancellationRequested();
        Complete();
        return new WriteReport(rows, state != KeptState.Complete);
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
