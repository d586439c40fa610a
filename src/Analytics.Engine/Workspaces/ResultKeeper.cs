using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// Moves the rows of a running query into the table of a kept result, chunk by chunk, over a connection of its own, so
/// that rows can be read while the query goes on (CREATE TABLE AS shows nothing until its end). Used by one thread. Borrows
/// the connection.
/// </summary>
internal sealed class ResultKeeper(
    KeptResult result,
    RunningQuery query,
    DuckDbConnection connection,
    TemporaryStore store,
    TimeProvider time,
    Action<KeptResult>? onRows
) : IDisposable
{
    /// <summary>What the engine's appender holds before it flushes by itself.</summary>
    private const int MostUnseenRows = 204_800;

    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromMilliseconds(100);

    private readonly Appender _appender = connection.Append(result.Name, TemporaryStore.Database);
    private long _appended;
    private long _flushedAt;

    /// <summary>
    /// Keeps all rows, or those until the query is cancelled or fails, or the disk is full. The first ones can be read at once.
    /// </summary>
    /// <param name="first">The first chunk; null when there are no rows.</param>
    public void KeepAll(DataChunk? first)
    {
        try
        {
            Append(first);
            Flush();
            while (query.Fetch() is { } chunk)
            {
                Append(chunk);
                if (_appended - result.Rows >= MostUnseenRows || time.GetElapsedTime(_flushedAt) >= BetweenFlushes)
                    Flush();
            }
            FlushAndEnd(KeptState.Complete);
        }
        catch (OperationCanceledException)
        {
            FlushAndEnd(KeptState.Cancelled);
        }
        catch (DuckDbException e)
        {
            FlushAndEnd(KeptState.Failed, e, result.Lineage.IsKept ? null : e.Position); // of the text that ran
        }
        catch (UserException e)
        {
            EndBroken(e, null);
        }
    }

    public void Dispose() => _appender.Dispose();

    private void Append(DataChunk? chunk)
    {
        if (chunk is null)
            return;
        using (chunk)
            Store(() => _appender.Append(chunk, chunk.RowCount));
        _appended += chunk.RowCount;
    }

    private void Flush()
    {
        // Fewer rows lie in memory: one can go on with small results when the disk is full.
        if (_appended > MostUnseenRows)
            store.RequireSpace(connection);
        Store(_appender.Flush);
        result.Grow(_appended);
        _flushedAt = time.GetTimestamp();
        onRows?.Invoke(result);
    }

    private void FlushAndEnd(KeptState state, Exception? failure = null, int? position = null)
    {
        try
        {
            if (_appended > result.Rows)
            {
                Store(_appender.Flush);
                result.Grow(_appended);
            }
            result.End(state, failure, position);
        }
        catch (UserException e)
        {
            EndBroken(failure ?? e, position);
        }
    }

    /// <summary>After the store failed, only the table itself knows how far it came: the appender also flushes by itself.</summary>
    private void EndBroken(Exception failure, int? position)
    {
        _appender.Dispose();
        result.Grow(connection.Rows($"SELECT count(*) FROM {result.Table}", row => row.Whole(0))[0]);
        result.End(KeptState.Failed, failure, position);
    }

    /// <summary>Tells failures of keeping from those of the query.</summary>
    private void Store(Action write)
    {
        try
        {
            write();
        }
        catch (DuckDbException e)
        {
            throw UserException.Failed(
                $"{result.Name} 保留了已有的行，其余的写不进 {store.Folder}：{ErrorText.Of(e).Zh}",
                $"{result.Name} keeps the rows so far; the next ones could not be written to {store.Folder}: {e.Message}",
                e
            );
        }
    }
}
