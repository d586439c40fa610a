using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

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
    private readonly DuckDBNativeConnection _connection;
    private readonly string _sql;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _cancellation;
    private readonly DuckDbType[] _types;
    private bool _ended;

    internal QueryResult(
        ResultHandle handle,
        DuckDBNativeConnection connection,
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
        var returns = NativeMethods.Query.DuckDBResultReturnType(handle.Value);
        ReturnsRows = returns == DuckDBResultType.QueryResult;
        RowsChanged = returns == DuckDBResultType.ChangedRows ? NativeMethods.Query.DuckDBRowsChanged(ref handle.Value) : 0;
        Columns = InZone(ReadColumns(ref handle.Value), connection);
        _types = [.. Columns.Select(column => column.Type)];
    }

    /// <summary>What the statement did; the package's enumeration is only the carrier of the engine's number.</summary>
    internal StatementKind Kind => (StatementKind)NativeMethods.Query.DuckDBResultStatementType(_handle.Value);

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
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
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

    private DataChunk? FetchNative()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var chunk = NativeMethods.Query.DuckDBFetchChunk(_handle.Value);
        GC.KeepAlive(this);
        return chunk.IsInvalid ? End() : new DataChunk(chunk, _connection, _types);
    }

    /// <summary>No chunk means the end or an error.</summary>
    private DataChunk? End()
    {
        _ended = true;
        _interrupt.Dispose();
        var error = NativeMethods.Query.DuckDBResultError(ref _handle.Value);
        GC.KeepAlive(this);
        return string.IsNullOrEmpty(error) ? null : throw EngineError.ReadOrCancelled(error, _sql, _cancellation);
    }

    private static ResultColumn[] InZone(ResultColumn[] columns, DuckDBNativeConnection connection)
    {
        if (!columns.Any(column => column.Type.HasInstants))
        {
            return columns;
        }

        var zone = TimeZoneOffsets.Named(SessionSetting.Read(connection, "TimeZone"));
        return [.. columns.Select(column => column with { Type = column.Type.In(zone) })];
    }

    private static ResultColumn[] ReadColumns(ref DuckDBResult result)
    {
        var columns = new ResultColumn[NativeMethods.Query.DuckDBColumnCount(ref result)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ResultColumn(
                NativeMethods.Query.DuckDBColumnName(ref result, i) ?? "",
                DuckDbType.Take(NativeMethods.Query.DuckDBColumnLogicalType(ref result, i))
            );
        }

        return columns;
    }
}
