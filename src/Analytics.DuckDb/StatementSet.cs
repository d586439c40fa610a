using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// The statements of a script. Prepare and run them one after the other: a later one may need what an earlier one
/// creates. Each can be prepared once.
/// </summary>
public sealed class StatementSet : IDisposable
{
    private readonly DuckDBNativeConnection _connection;
    private readonly Kept<DuckDBExtractedStatements> _native;
    private readonly string _sql;
    private readonly Lazy<List<Range>> _written;
    private readonly Lazy<Range[]?> _ranges;

    private StatementSet(DuckDBNativeConnection connection, DuckDBExtractedStatements handle, string sql, int count)
    {
        _connection = connection;
        _native = new Kept<DuckDBExtractedStatements>(handle, connection);
        _sql = sql;
        Count = count;
        _written = new(() => SqlText.Split(sql));
        _ranges = new(LocateStatements);
    }

    /// <summary>The number of statements; 0 for a script of comments.</summary>
    public int Count { get; }

    /// <summary>Prepares a statement. Positions of its errors refer to the whole script.</summary>
    /// <param name="index">0-based.</param>
    /// <exception cref="DuckDbException">A name is unknown, a type does not fit and so on.</exception>
    public PreparedStatement Prepare(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(_connection, _native.Handle, index, out var statement);
        return PreparedStatement.Own(_connection, _sql, state, statement);
    }

    /// <summary>
    /// Where a statement stands in the script, from its first to its last token. Statements that the engine makes of one
    /// (PIVOT without IN) share its range. Null if the script cannot be divided as the engine does.
    /// </summary>
    /// <param name="index">0-based.</param>
    public Range? Range(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        return _ranges.Value?[index];
    }

    /// <summary>The text of a statement without its semicolon; null where <see cref="Range"/> is.</summary>
    /// <param name="index">0-based.</param>
    public string? Text(int index) => Range(index) is { } range ? _sql[range] : null;

    /// <inheritdoc/>
    public void Dispose() => _native.Dispose();

    internal static StatementSet Extract(DuckDBNativeConnection connection, string sql)
    {
        SqlText.RequireNoNul(sql);
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(connection, sql, out var handle);
        var error = NativeMethods.ExtractStatements.DuckDBExtractStatementsError(handle);
        if (string.IsNullOrEmpty(error))
        {
            return new StatementSet(connection, handle, sql, count);
        }

        handle.Dispose();
        throw EngineError.Read(error, sql);
    }

    internal void Run(int index, CancellationToken cancellation)
    {
        using var statement = Prepare(index);
        using var result = statement.Execute(cancellation);
        while (result.Fetch() is { } chunk)
        {
            chunk.Dispose();
        }
    }

    /// <summary>Refuses anything but one statement, however many the engine makes of it.</summary>
    internal void RequireOneAsWritten()
    {
        var written = _written.Value;
        if (Count == 0 || written.Count > 1)
        {
            throw new DuckDbException(
                $"Invalid Input Error: exactly one statement is expected here, but the text has {(Count == 0 ? 0 : written.Count)}",
                DuckDbErrorKind.InvalidInput,
                Count == 0 ? null : written[1].Start.Value
            );
        }
    }

    /// <summary>The range of each statement: those as written, each repeated as often as the engine makes statements of it.</summary>
    private Range[]? LocateStatements()
    {
        var written = _written.Value;
        if (written.Count == Count)
        {
            return [.. written];
        }

        var ranges = written.SelectMany(range => Enumerable.Repeat(range, CountIn(_sql[range]))).ToArray();
        return ranges.Length == Count ? ranges : null;
    }

    private int CountIn(string sql)
    {
        using var statements = Extract(_connection, sql);
        return statements.Count;
    }
}
