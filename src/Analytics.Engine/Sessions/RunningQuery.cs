using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Engine.Sessions;

/// <summary>
/// The last result of a script while it streams; owns its statement and result. Read by one thread. A query that was only
/// prepared begins when it is first asked for something that only its result knows.
/// </summary>
public sealed class RunningQuery : IDisposable
{
    private readonly PreparedStatement _statement;
    private readonly CancellationToken _cancellation;
    private readonly StatementCopy? _copy;
    private QueryResult? _result;
    private long _rowsFetched;
    private IReadOnlyList<ResultColumn>? _visible;
    private FirstRows? _kept;
    private (bool IsThere, DataChunk? Chunk) _ahead;

    private RunningQuery(PreparedStatement statement, StatementCopy? copy, CancellationToken cancellation)
    {
        _statement = statement;
        _cancellation = cancellation;
        _copy = copy;
    }

    /// <summary>The columns to show; chunks may have hidden ones behind them.</summary>
    public IReadOnlyList<ResultColumn> Columns => _visible ?? Result.Columns;

    /// <summary>The hidden columns that chunks have behind those to show.</summary>
    internal IReadOnlyList<ResultColumn> Hidden => _visible is null ? [] : [.. Result.Columns.Skip(_visible.Count)];

    /// <summary>False for statements that only act (CREATE, SET, …); then there is nothing to print.</summary>
    public bool ReturnsRows => _statement.Kind == StatementKind.Select || Result.ReturnsRows;

    /// <summary>Rows that an INSERT, UPDATE or DELETE changed.</summary>
    public long RowsChanged => Result.RowsChanged;

    /// <summary>Rows that were fetched so far; from any thread.</summary>
    public long RowsFetched => Interlocked.Read(ref _rowsFetched);

    /// <summary>For the engine to write the rows itself, in place of fetching them; null if they must be fetched.</summary>
    internal StatementCopy? Copy => _result is null ? _copy : null;

    /// <summary>Called once the statement has acted.</summary>
    private Action? Acted { get; init; }

    private QueryResult Result => _result ??= Executed();

    /// <summary>The next chunk, which the caller disposes; null at the end.</summary>
    /// <exception cref="DuckDbException">The statement failed while it ran.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DataChunk? Fetch()
    {
        var chunk = _ahead.IsThere ? _ahead.Chunk : Next();
        _ahead = default;
        if (_visible is { } visible)
            chunk?.ShowFirst(visible.Count);
        if (chunk is null)
            return null;
        Interlocked.Add(ref _rowsFetched, chunk.RowCount);
        _kept?.Add(chunk);
        return chunk;
    }

    /// <summary>Of a statement that was rewritten nobody has seen the text, so that no error shows a place in it.</summary>
    private DataChunk? Next()
    {
        try
        {
            return Result.Fetch();
        }
        catch (DuckDbException e) when (_visible is not null && e.Position is not null)
        {
            throw new DuckDbException(e.Message, e.Kind, null, e);
        }
    }

    /// <summary>The same query with its first chunk fetched: many statements fail only there. Disposed where this one does.</summary>
    internal RunningQuery Ahead()
    {
        try
        {
            _ahead = (true, Next());
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Has the first rows stay beside, whoever fetches them.</summary>
    internal RunningQuery Keeping(FirstRows rows)
    {
        _kept = rows;
        return this;
    }

    public void Dispose()
    {
        _ahead.Chunk?.Dispose();
        _ahead = default;
        _result?.Dispose();
        _statement.Dispose();
    }

    /// <summary>Runs a script; the last statement has begun.</summary>
    /// <inheritdoc cref="Prepare"/>
    internal static RunningQuery Start(
        DuckDbConnection connection,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation,
        Action? unknownName = null,
        Action<StatementKind, string>? starting = null
    ) => Prepare(connection, sql, parameters, cancellation, unknownName, starting).Begun();

    private QueryResult Executed()
    {
        var result = _statement.Execute(_cancellation);
        Acted?.Invoke();
        return result;
    }

    /// <summary>Runs all statements of a script but the last, which is prepared.</summary>
    /// <param name="connection">Used until the query is disposed, by no other query meanwhile; not owned.</param>
    /// <param name="sql">One statement or several; only the last one's rows are read.</param>
    /// <param name="parameters">Each statement takes those that it names; each must be named by one of them.</param>
    /// <param name="cancellation">Interrupts the connection, in this call and while rows are fetched.</param>
    /// <param name="unknownName">Called when the engine does not know a name; the statement is then tried once more.</param>
    /// <param name="starting">Told what each statement does, and its text, before it runs; what it throws ends the script.</param>
    /// <param name="mayWriteFiles">Whether the connection may, so that the last query need not be fetched for a file.</param>
    internal static RunningQuery Prepare(
        DuckDbConnection connection,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation,
        Action? unknownName = null,
        Action<StatementKind, string>? starting = null,
        bool mayWriteFiles = false
    )
    {
        using var statements = connection.Extract(sql);
        if (statements.Count == 0)
            throw UserException.Usage("没有可运行的 SQL 语句。", "There is no SQL statement to run.");
        // Each statement is prepared only after the one before it ran: it may need what that one made.
        var last = statements.Count - 1;
        var isInOwn = false;
        try
        {
            for (var i = 0; i < last; i++)
            {
                var statement = Statement(i);
                isInOwn |= statement.Kind == StatementKind.Transaction && !IsWrittenAsTransaction(i);
                Bound(statement, parameters, cancellation, acted: ActedOn(i)).Drain();
            }

            return Bound(Readable(Statement(last)), parameters, cancellation, mayWriteFiles ? CopyOf : null, isLast: true, ActedOn(last));
        }
        catch (DuckDbException) when (isInOwn)
        {
            // The engine made a transaction of one statement (some of ALTER and PRAGMA): nobody else would end it.
            connection.Execute("ROLLBACK");
            throw;
        }

        bool IsWrittenAsTransaction(int index) =>
            (statements.Text(index) ?? sql).TrimStart().Split((char[])[' ', ';', '\t', '\n', '\r'], 2)[0].ToUpperInvariant()
                is "BEGIN"
                    or "START"
                    or "COMMIT"
                    or "END"
                    or "ROLLBACK"
                    or "ABORT";

        Action? ActedOn(int index) =>
            ExportedDatabase.FolderOf(statements.Text(index) ?? sql) is { } folder
                ? () => ExportedDatabase.KeepTheUsers(connection, folder)
                : null;

        PreparedStatement Statement(int index)
        {
            try
            {
                return Noted(statements.Prepare(index), index);
            }
            catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.Catalog && unknownName is not null && !isInOwn)
            {
                unknownName();
                using var again = connection.Extract(sql);
                return Noted(again.Prepare(index), index);
            }
        }

        PreparedStatement Noted(PreparedStatement statement, int index)
        {
            try
            {
                starting?.Invoke(statement.Kind, statements.Text(index) ?? sql);
                return statement;
            }
            catch
            {
                statement.Dispose();
                throw;
            }
        }

        // The engine has a type of its own, that of types, which the C API cannot hand over; its text it can.
        PreparedStatement Readable(PreparedStatement statement)
        {
            if (statement.Kind != StatementKind.Select || statement.ParameterNames.Count > 0 || statements.Range(last) is not { } range)
                return statement;
            var columns = statement.Columns();
            if (columns.All(column => column.Type.Id != DuckDbTypeId.Invalid))
                return statement;
            using (statement)
                return connection.Prepare(WithTexts(sql[range], columns));
        }

        StatementCopy? CopyOf(PreparedStatement statement) =>
            statement.Kind == StatementKind.Select && statement.ParameterNames.Count == 0 && statements.Range(last) is { } range
                ? new StatementCopy(connection, sql, range, statement.Columns(), cancellation)
                : null;
    }

    /// <summary>A query whose columns of a type that cannot be read are their texts.</summary>
    private static string WithTexts(string query, IReadOnlyList<ResultColumn> columns)
    {
        var shown = columns.Select(
            (column, i) =>
                $"{(column.Type.Id == DuckDbTypeId.Invalid ? $"CAST(c{i} AS VARCHAR)" : $"c{i}")} AS {SqlText.Identifier(column.Name)}"
        );
        return $"SELECT {string.Join(", ", shown)} FROM (\n{query}\n) AS q({string.Join(", ", columns.Select((_, i) => $"c{i}"))})";
    }

    /// <summary>Starts the one statement of a canned query.</summary>
    /// <exception cref="UserException">The file holds not exactly one statement, or header and statement do not fit.</exception>
    internal static RunningQuery Start(
        DuckDbConnection connection,
        QueryFile query,
        ParameterValues parameters,
        CancellationToken cancellation
    )
    {
        var running = Bound(Prepared(connection, query), parameters, cancellation);
        try
        {
            QueryFileCheck.RequireColumns(query, running.Columns);
            return running;
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>Prepares the one statement of a canned query.</summary>
    /// <exception cref="UserException">The file holds not exactly one statement, or its parameters are not those of the header.</exception>
    internal static PreparedStatement Prepared(DuckDbConnection connection, QueryFile query)
    {
        using var statements = Extracted(connection, query);
        var statement = statements.Prepare(0);
        try
        {
            QueryFileCheck.RequireParameters(query, statement.ParameterNames);
            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>The one statement of a canned query, not yet prepared.</summary>
    /// <exception cref="UserException">The file holds not exactly one.</exception>
    internal static StatementSet Extracted(DuckDbConnection connection, QueryFile query)
    {
        var statements = connection.Extract(query.Sql);
        if (statements.Count == 1)
            return statements;
        using (statements)
        {
            throw new UserException(
                new FilePlace(query.Path, 1),
                new Localized(
                    $"查询文件只能有一条语句，这里有 {statements.Count} 条（没有列出值的 PIVOT 算作几条）。",
                    $"a query file holds one statement; this one has {statements.Count} (PIVOT without a list of values counts as several)."
                )
            );
        }
    }

    private static RunningQuery Bound(
        PreparedStatement statement,
        ParameterValues parameters,
        CancellationToken cancellation,
        Func<PreparedStatement, StatementCopy?>? copy = null,
        bool isLast = false,
        Action? acted = null
    )
    {
        try
        {
            parameters.BindTo(statement);
            if (isLast)
                parameters.RequireAllUsed();
            return new RunningQuery(statement, copy?.Invoke(statement), cancellation) { Acted = acted };
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>The same query, of which the engine has found nothing to refuse; disposed where it has.</summary>
    internal RunningQuery Begun()
    {
        try
        {
            _ = Result;
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs to the end, drops the rows and ends the query.</summary>
    internal void Drain()
    {
        using (this)
        {
            while (Fetch() is { } chunk)
                chunk.Dispose();
        }
    }

    /// <summary>Shows only some columns, the first ones, under the names that they have in another statement.</summary>
    internal RunningQuery Showing(IReadOnlyList<string> names)
    {
        _visible = [.. names.Zip(Result.Columns, (name, column) => column with { Name = name })];
        return this;
    }
}
