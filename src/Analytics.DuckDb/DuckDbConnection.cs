using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>
/// A connection. Calls block, and belong to one thread at a time; only <see cref="Interrupt"/> and
/// <see cref="Progress"/> may be called from any thread meanwhile. A connection holds one streaming result: starting
/// another statement ends it.
/// </summary>
public sealed class DuckDbConnection : IDisposable
{
    private readonly ConnectionHandle _handle;

    internal DuckDbConnection(ConnectionHandle handle) => _handle = handle;

    /// <summary>
    /// How far the running query is. The engine counts only while its setting <c>enable_progress_bar</c> is on; with
    /// <c>enable_progress_bar_print</c> off it writes nothing itself.
    /// </summary>
    public QueryProgress Progress
    {
        get
        {
            var progress = NativeMethods.duckdb_query_progress(_handle);
            return new QueryProgress(
                progress.percentage < 0 ? double.NaN : progress.percentage,
                (long)progress.rows_processed,
                (long)progress.total_rows_to_process
            );
        }
    }

    /// <summary>Runs any number of statements, one after the other, and drops their results.</summary>
    /// <exception cref="DuckDbException">A statement failed; those before it have run.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public void Execute(string sql, CancellationToken cancellation = default)
    {
        using var statements = Extract(sql);
        for (var index = 0; index < statements.Count; index++)
        {
            statements.Run(index, cancellation);
        }
    }

    /// <summary>
    /// Runs one statement and streams its result. One statement as written may be several to the engine (PIVOT without
    /// IN, some PRAGMAs); then the last one gives the result.
    /// </summary>
    /// <exception cref="DuckDbException">The statement failed, or there is not exactly one.</exception>
    /// <exception cref="OperationCanceledException">Cancelled or interrupted.</exception>
    public QueryResult Query(string sql, CancellationToken cancellation = default)
    {
        using var statements = Extract(sql);
        statements.RequireOneAsWritten();
        for (var index = 0; index < statements.Count - 1; index++)
        {
            statements.Run(index, cancellation);
        }

        using var last = statements.Prepare(statements.Count - 1);
        return last.Execute(cancellation);
    }

    /// <summary>Splits a script by the engine's parser. Nothing is run, nor are names resolved yet.</summary>
    /// <exception cref="DuckDbException">A syntax error anywhere in the script, with its position.</exception>
    public StatementSet Extract(string sql) => StatementSet.Extract(_handle, sql);

    /// <summary>Opens a table of this connection for appending; the caller disposes it.</summary>
    /// <param name="table">The bare name.</param>
    /// <param name="database">Name of the attached database that has the table; null for the connection's own.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public Appender Append(string table, string? database = null) => Appender.Open(_handle, table, database);

    /// <summary>Prepares exactly one statement.</summary>
    /// <exception cref="DuckDbException">
    /// A syntax error, an unknown name, or more or fewer statements than one (also when the engine makes several of one,
    /// see <see cref="Query"/>).
    /// </exception>
    public PreparedStatement Prepare(string sql)
    {
        SqlText.RequireNoNul(sql);
        var state = NativeMethods.duckdb_prepare(_handle, sql, out var pointer);
        return PreparedStatement.Own(_handle, sql, state, pointer);
    }

    /// <summary>
    /// Names of the tables that one statement reads, whether or not they exist; those of CTEs are left out, and existing
    /// views are replaced by what they read. Null when the engine cannot tell, which includes syntax errors, parameters,
    /// and expressions whose meaning depends on columns of a missing table (<c>USING</c>, <c>COLUMNS</c>, PIVOT).
    /// </summary>
    /// <param name="sql">One statement.</param>
    /// <param name="qualified">Whether names are SQL with schema and alias as written (<c>"s".t AS x</c>), rather than bare.</param>
    public IReadOnlyList<string>? TableNames(string sql, bool qualified = false)
    {
        SqlText.RequireNoNul(sql);
        using var list = new ValueHandle(NativeMethods.duckdb_get_table_names(_handle, sql, qualified));
        return list.IsInvalid ? null : TextsOf(list);
    }

    /// <summary>Stops the running statement, which then throws <see cref="OperationCanceledException"/>. Safe from any thread.</summary>
    public void Interrupt() => NativeMethods.duckdb_interrupt(_handle);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static unsafe string[] TextsOf(ValueHandle list)
    {
        var texts = new string[NativeMethods.duckdb_get_list_size(list)];
        for (var i = 0; i < texts.Length; i++)
        {
            using var item = new ValueHandle(NativeMethods.duckdb_get_list_child(list, (ulong)i));
            texts[i] = NativeText.Take(NativeMethods.duckdb_get_varchar(item));
        }

        Array.Sort(texts, StringComparer.Ordinal);
        return texts;
    }
}

/// <summary>How far a query is.</summary>
/// <param name="Percentage">0 to 100; NaN when the engine cannot tell.</param>
/// <param name="RowsProcessed">Rows read so far.</param>
/// <param name="TotalRows">Rows expected to be read.</param>
public readonly record struct QueryProgress(double Percentage, long RowsProcessed, long TotalRows);
