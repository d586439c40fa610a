using System.Data;
using Analytics.DuckDb.Native;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// A connection. What the program writes itself (settings, definitions, loading, lookups) goes through the package's ADO.NET commands:
/// <see cref="Execute(string)"/>, <see cref="Rows"/>. What a user writes goes through vectors on the same native connection, since the
/// reader of the commands rounds, cuts or refuses some types, and their errors tell no position. Calls block, and belong to one thread at a
/// time; only <see cref="Progress"/> may be called from any thread meanwhile. A connection holds one streaming
/// result: starting another statement ends it.
/// </summary>
public sealed class DuckDbConnection : IDisposable
{
    private readonly DuckDBConnection _ado;
    private readonly OpenFile? _file;

    /// <summary>Owns an open connection, and is a user of the file it is on.</summary>
    internal DuckDbConnection(DuckDBConnection ado, OpenFile? file)
    {
        _ado = ado;
        _file = file;
        _file?.Use();
        Native = ado.NativeConnection;
    }

    internal DuckDBNativeConnection Native { get; }

    /// <summary>
    /// How far the running query is. The engine counts only while its setting <c>enable_progress_bar</c> is on; with
    /// <c>enable_progress_bar_print</c> off it writes nothing itself.
    /// </summary>
    public QueryProgress Progress
    {
        get
        {
            var progress = NativeMethods.Startup.DuckDBQueryProgress(Native);
            return new QueryProgress(
                progress.Percentage < 0 ? double.NaN : progress.Percentage,
                (long)progress.RowsProcessed,
                (long)progress.TotalRowsToProcess
            );
        }
    }

    /// <summary>The text of a setting, as this connection has it; also while a result streams.</summary>
    /// <param name="name">Of a setting that there is.</param>
    public string Setting(string name) => SessionSetting.Read(Native, name);

    /// <summary>Runs statements of the program's own, one after the other, and drops their results; at least one.</summary>
    /// <exception cref="DuckDbException">A statement failed; those before it have run.</exception>
    public void Execute(string sql) => Command(sql, static command => command.ExecuteNonQuery());

    /// <summary>
    /// Runs statements that may take long. Not through a command, whose cancellation is forgotten when it comes before the engine has
    /// begun.
    /// </summary>
    /// <exception cref="DuckDbException">A statement failed; those before it have run.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Execute(string sql, CancellationToken cancellation)
    {
        using var statements = Extract(sql);
        for (var index = 0; index < statements.Count; index++)
        {
            statements.Run(index, cancellation);
        }
    }

    /// <summary>
    /// All rows of a query of the program's own, whose column types are known where it is written and are those of
    /// <see cref="LookupRow"/>.
    /// </summary>
    /// <param name="sql">One query, without parameters.</param>
    /// <param name="item">Makes an item of a row; it may not keep the row.</param>
    /// <exception cref="DuckDbException">The query failed.</exception>
    public IReadOnlyList<T> Rows<T>(string sql, Func<LookupRow, T> item) =>
        Command<IReadOnlyList<T>>(
            sql,
            command =>
            {
                using var reader = command.ExecuteReader();
                var items = new List<T>();
                while (reader.Read())
                {
                    items.Add(item(new LookupRow(reader)));
                }

                return items;
            }
        );

    /// <summary>
    /// Makes rows of the program's own readable as a table function without arguments. They are asked for as a query goes on, two thousand
    /// at a time, and not kept.
    /// </summary>
    /// <param name="function">Its name, new to this database.</param>
    /// <param name="columns">Names of its columns, all VARCHAR.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="cell">
    /// The text of a cell by column and row, both from 0; null for NULL. What it throws fails the query, and so does the character NUL, at
    /// which the package would cut the text.
    /// </param>
    public void AddFunction(string function, IReadOnlyList<string> columns, int rows, Func<int, int, string?> cell) =>
        _ado.RegisterTableFunction(
            function,
            () => new TableFunction([.. columns.Select(c => new ColumnInfo(c, typeof(string)))], Enumerable.Range(0, rows)),
            (item, writers, at) =>
            {
                for (var column = 0; column < columns.Count; column++)
                {
                    if (cell(column, (int)item!) is { } text)
                    {
                        if (text.Contains('\0'))
                            throw new ArgumentException($"{columns[column]}, row {(int)item!}: the text has the character NUL.");
                        writers[column].WriteValue(text, at);
                    }
                    else
                    {
                        writers[column].WriteNull(at);
                    }
                }
            }
        );

    /// <summary>
    /// Runs one statement and streams its result. One statement as written may be several to the engine (PIVOT without
    /// IN, some PRAGMAs); then the last one gives the result.
    /// </summary>
    /// <exception cref="DuckDbException">The statement failed, or there is not exactly one.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
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
    public StatementSet Extract(string sql) => StatementSet.Extract(Native, sql);

    /// <summary>Opens a table of this connection for appending; the caller disposes it.</summary>
    /// <param name="table">The bare name.</param>
    /// <param name="database">Name of the attached database that has the table; null for the connection's own.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public Appender Append(string table, string? database = null) => Appender.Open(Native, table, database);

    /// <summary>Prepares exactly one statement.</summary>
    /// <exception cref="DuckDbException">
    /// A syntax error, an unknown name, or more or fewer statements than one (also when the engine makes several of one,
    /// see <see cref="Query"/>).
    /// </exception>
    public PreparedStatement Prepare(string sql)
    {
        SqlText.RequireNoNul(sql);
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(Native, sql, out var statement);
        return PreparedStatement.Own(Native, sql, state, statement);
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
        using var list = MissingMethods.duckdb_get_table_names(Native, sql, qualified);
        return list.IsInvalid ? null : TextsOf(list);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ado.State == ConnectionState.Open)
        {
            _ado.Dispose();
            _file?.Release();
        }
    }

    private T Command<T>(string sql, Func<DuckDBCommand, T> run)
    {
        SqlText.RequireNoNul(sql);
        ObjectDisposedException.ThrowIf(_ado.State != ConnectionState.Open, this);
        using var command = _ado.CreateCommand();
        command.CommandText = sql;
        try
        {
            return run(command);
        }
        catch (DuckDBException exception)
        {
            // Its own class of error is that of execution only; the text tells all.
            throw EngineError.Read(exception.Message, sql);
        }
    }

    private static string[] TextsOf(DuckDBValue list)
    {
        var texts = new string[MissingMethods.duckdb_get_list_size(list)];
        for (var i = 0; i < texts.Length; i++)
        {
            using var item = MissingMethods.duckdb_get_list_child(list, (ulong)i);
            texts[i] = NativeMethods.Value.DuckDBGetVarchar(item);
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
