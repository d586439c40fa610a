using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>A column of a result.</summary>
/// <param name="Name">As the engine gives it; names may repeat.</param>
/// <param name="Type">The logical type.</param>
public sealed record ResultColumn(string Name, DuckDbType Type);

/// <summary>
/// A streaming result. Rows come chunk by chunk, and the query goes on only as far as they are fetched; disposing ends it.
/// </summary>
public sealed class QueryResult : IDisposable
{
    private readonly ResultHandle _handle;
    private readonly ConnectionHandle _connection;
    private readonly string _sql;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _cancellation;
    private readonly DuckDbType[] _types;
    private bool _ended;

    internal unsafe QueryResult(
        ResultHandle handle,
        ConnectionHandle connection,
        string sql,
        CancellationTokenRegistration interrupt,
        CancellationToken cancellation
    )
    {
        _handle = handle;
        _connection = connection;
        _sql = sql;
        _interrupt = interrupt;
        _cancellation = cancellation;
        var kind = NativeMethods.duckdb_result_return_type(*handle.Pointer);
        ReturnsRows = kind == duckdb_result_type.DUCKDB_RESULT_TYPE_QUERY_RESULT;
        RowsChanged =
            kind == duckdb_result_type.DUCKDB_RESULT_TYPE_CHANGED_ROWS ? (long)NativeMethods.duckdb_rows_changed(handle.Pointer) : 0;
        Columns = ReadColumns(handle.Pointer);
        _types = [.. Columns.Select(column => column.Type)];
    }

    /// <summary>The columns; also statements without rows have one, such as <c>Count</c>.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Rows inserted, updated or deleted; 0 for other statements.</summary>
    public long RowsChanged { get; }

    /// <summary>Whether the statement is a query whose rows are meant to be read.</summary>
    public bool ReturnsRows { get; }

    /// <summary>
    /// The next rows, at least one and at most <see cref="DataChunk.Capacity"/>; null at the end. The caller disposes the chunk.
    /// </summary>
    /// <exception cref="DuckDbException">The query failed on the way; the rows before stand.</exception>
    /// <exception cref="OperationCanceledException">Cancelled or interrupted.</exception>
    public DataChunk? Fetch()
    {
        while (!_ended)
        {
            _cancellation.ThrowIfCancellationRequested();
            var chunk = FetchNative();
            if (chunk is null || chunk.RowCount > 0)
            {
                return chunk;
            }

            chunk.Dispose();
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _handle.Dispose();
    }

    private unsafe DataChunk? FetchNative()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var pointer = NativeMethods.duckdb_fetch_chunk(*_handle.Pointer);
        GC.KeepAlive(this);
        return pointer != 0 ? new DataChunk(new ChunkHandle(pointer, _connection), _types) : End();
    }

    /// <summary>No chunk means the end or an error.</summary>
    private unsafe DataChunk? End()
    {
        _ended = true;
        _interrupt.Dispose();
        var error = NativeMethods.duckdb_result_error(_handle.Pointer);
        var text = error is null ? null : NativeText.Borrow(error);
        GC.KeepAlive(this);
        return text is null ? null : throw EngineError.ReadOrCancelled(text, _sql, _cancellation);
    }

    private static unsafe ResultColumn[] ReadColumns(duckdb_result* result)
    {
        var columns = new ResultColumn[NativeMethods.duckdb_column_count(result)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ResultColumn(
                NativeText.Borrow(NativeMethods.duckdb_column_name(result, (ulong)i)),
                DuckDbType.Take(NativeMethods.duckdb_column_logical_type(result, (ulong)i))
            );
        }

        return columns;
    }
}
