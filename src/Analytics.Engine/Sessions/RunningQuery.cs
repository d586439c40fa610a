using Analytics.DuckDb;
using Analytics.Engine.Queries;

namespace Analytics.Engine.Sessions;

/// <summary>The last result of a script while it streams; owns its statement and result. Read by one thread.</summary>
public sealed class RunningQuery : IDisposable
{
    private readonly PreparedStatement _statement;
    private readonly QueryResult _result;

    private RunningQuery(PreparedStatement statement, QueryResult result)
    {
        _statement = statement;
        _result = result;
    }

    public IReadOnlyList<ResultColumn> Columns => _result.Columns;

    /// <summary>False for statements that only act (CREATE, SET, …); then there is nothing to print.</summary>
    public bool ReturnsRows => _result.ReturnsRows;

    /// <summary>Rows that an INSERT, UPDATE or DELETE changed.</summary>
    public long RowsChanged => _result.RowsChanged;

    /// <summary>The next chunk, which the caller disposes; null at the end.</summary>
    /// <exception cref="DuckDbException">The statement failed while it ran.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DataChunk? Fetch() => _result.Fetch();

    public void Dispose()
    {
        _result.Dispose();
        _statement.Dispose();
    }

    /// <summary>Starts a script: all its statements but the last run here.</summary>
    /// <param name="connection">Used until the query is disposed, by no other query meanwhile; not owned.</param>
    /// <param name="sql">One statement or several; only the last one's rows are read.</param>
    /// <param name="parameters">Each statement takes those that it names; each must be named by one of them.</param>
    /// <param name="cancellation">Interrupts the connection, in this call and while rows are fetched.</param>
    /// <param name="unknownName">Called when the engine does not know a name; the statement is then tried once more.</param>
    internal static RunningQuery Start(
        DuckDbConnection connection,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation,
        Action? unknownName = null
    )
    {
        using var statements = connection.Extract(sql);
        if (statements.Count == 0)
            throw UserException.Usage("没有可运行的 SQL 语句。", "There is no SQL statement to run.");
        // Each statement is prepared only after the one before it ran: it may need what that one made.
        for (var i = 0; i < statements.Count - 1; i++)
        {
            using (var query = Start(Prepare(i), parameters, cancellation))
                query.Drain();
        }

        return Start(Prepare(statements.Count - 1), parameters, cancellation, isLast: true);

        PreparedStatement Prepare(int index)
        {
            try
            {
                return statements.Prepare(index);
            }
            catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.Catalog && unknownName is not null)
            {
                unknownName();
                using var again = connection.Extract(sql);
                return again.Prepare(index);
            }
        }
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
        using var statements = connection.Extract(query.Sql);
        if (statements.Count != 1)
        {
            throw new UserException(
                new FilePlace(query.Path, 1),
                new Localized(
                    $"查询文件只能有一条语句，这里有 {statements.Count} 条（没有列出值的 PIVOT 算作几条）。",
                    $"a query file holds one statement; this one has {statements.Count} (PIVOT without a list of values counts as several)."
                )
            );
        }

        var statement = statements.Prepare(0);
        try
        {
            QueryFileCheck.RequireParameters(query, statement);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
        var running = Start(statement, parameters, cancellation);
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

    private static RunningQuery Start(
        PreparedStatement statement,
        ParameterValues parameters,
        CancellationToken cancellation,
        bool isLast = false
    )
    {
        try
        {
            parameters.BindTo(statement);
            if (isLast)
                parameters.RequireAllUsed();
            return new RunningQuery(statement, statement.Execute(cancellation));
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private void Drain()
    {
        while (Fetch() is { } chunk)
            chunk.Dispose();
    }
}
