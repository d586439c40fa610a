using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>A prepared statement; may be run many times. Belongs to the thread that uses its connection.</summary>
public sealed class PreparedStatement : IDisposable
{
    private readonly DuckDBNativeConnection _connection;
    private readonly Kept<DuckDBPreparedStatement> _native;
    private readonly string _sql;

    private PreparedStatement(DuckDBNativeConnection connection, DuckDBPreparedStatement handle, string sql)
    {
        _connection = connection;
        _native = new Kept<DuckDBPreparedStatement>(handle, connection);
        _sql = sql;
        Kind = MissingMethods.duckdb_prepared_statement_type(handle);
        ParameterNames = ReadParameterNames(handle);
    }

    /// <summary>What the statement does.</summary>
    public StatementKind Kind { get; }

    /// <summary>Parameters in the engine's order: <c>$name</c> is <c>name</c>, positional ones are <c>1</c>, <c>2</c> ….</summary>
    public IReadOnlyList<string> ParameterNames { get; }

    /// <summary>
    /// The type that the engine expects of a parameter; its <see cref="DuckDbType.Id"/> is
    /// <see cref="DuckDbTypeId.Invalid"/> when the engine cannot tell before a value is bound.
    /// </summary>
    /// <exception cref="DuckDbException">The statement has no such parameter.</exception>
    public DuckDbType ParameterType(string name) =>
        DuckDbType.Take(NativeMethods.PreparedStatements.DuckDBParamLogicalType(Handle, ParameterIndex(name)));

    /// <summary>
    /// The columns that the result will have. A type is <see cref="DuckDbTypeId.Invalid"/> or a guess as long as it
    /// depends on parameters; statements without rows have one column, such as <c>Count</c>.
    /// </summary>
    public IReadOnlyList<ResultColumn> Columns()
    {
        var columns = new ResultColumn[MissingMethods.duckdb_prepared_statement_column_count(Handle)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Column((ulong)i);
        }

        return columns;
    }

    /// <summary>Binds a value to a parameter; it stays bound for later runs.</summary>
    /// <param name="name">As in <see cref="ParameterNames"/>, upper or lower case alike.</param>
    /// <param name="value">
    /// null, a primitive number, bool, string, <see cref="decimal"/>, <see cref="Int128"/>, <see cref="UInt128"/>,
    /// <see cref="System.Numerics.BigInteger"/>, byte[], <see cref="Guid"/>, <see cref="DateOnly"/>, <see cref="TimeOnly"/>,
    /// <see cref="DateTime"/> (as TIMESTAMP, its kind is not looked at), <see cref="DateTimeOffset"/> (as TIMESTAMPTZ),
    /// <see cref="TimeSpan"/> (as INTERVAL) or a scalar value type of this library.
    /// </param>
    /// <exception cref="DuckDbException">The statement has no such parameter, or the value cannot be bound.</exception>
    public void Bind(string name, object? value)
    {
        var index = ParameterIndex(name);
        using var native = ParameterValue.Create(name, value);
        if (NativeMethods.PreparedStatements.DuckDBBindValue(Handle, index, native) != DuckDBState.Success)
        {
            throw new DuckDbException(
                $"Invalid Input Error: the engine refused a value for the parameter '{name}'",
                DuckDbErrorKind.InvalidInput
            );
        }
    }

    /// <summary>Runs the statement and streams its result.</summary>
    /// <param name="cancellation">Interrupts the run, also later in <see cref="QueryResult.Fetch"/>.</param>
    /// <exception cref="DuckDbException">The statement failed, or a parameter has no value.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public QueryResult Execute(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = new ResultHandle(_connection);
        var interrupt = cancellation.UnsafeRegister(static state => Interrupt((DuckDBNativeConnection)state!), _connection);
        try
        {
            Start(result, cancellation);
            return new QueryResult(result, _connection, _sql, interrupt, cancellation);
        }
        catch
        {
            interrupt.Dispose();
            result.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _native.Dispose();

    private DuckDBPreparedStatement Handle => _native.Handle;

    /// <summary>Takes the handle that a prepare call gave, whether or not the call succeeded.</summary>
    internal static PreparedStatement Own(DuckDBNativeConnection connection, string sql, DuckDBState state, DuckDBPreparedStatement handle)
    {
        if (state == DuckDBState.Success)
        {
            return new PreparedStatement(connection, handle, sql);
        }

        using var failed = handle;
        var text = failed.IsInvalid
            ? "The engine could not prepare the statement."
            : NativeMethods.PreparedStatements.DuckDBPrepareError(failed) ?? "";
        throw EngineError.Read(text, sql);
    }

    private unsafe void Start(ResultHandle result, CancellationToken cancellation)
    {
        var state = MissingMethods.duckdb_pending_prepared_streaming(Handle, out var begun);
        using var pending = begun;
        if (state != DuckDBState.Success)
        {
            throw EngineError.ReadOrCancelled(MissingMethods.duckdb_pending_error(pending) ?? "", _sql, cancellation);
        }

        // The engine forgets an interrupt that came before it began the query.
        cancellation.ThrowIfCancellationRequested();
        if (MissingMethods.duckdb_execute_pending(pending, result.Pointer) != DuckDBState.Success)
        {
            throw EngineError.ReadOrCancelled(NativeMethods.Query.DuckDBResultError(ref result.Value) ?? "", _sql, cancellation);
        }
    }

    private static void Interrupt(DuckDBNativeConnection connection)
    {
        try
        {
            connection.Interrupt();
        }
        catch (ObjectDisposedException)
        {
            // The connection was disposed before its result: there is nothing left to stop.
        }
    }

    private long ParameterIndex(string name) =>
        MissingMethods.duckdb_bind_parameter_index(Handle, out var index, name) == DuckDBState.Success
            ? (long)index
            : throw new DuckDbException(
                $"Invalid Input Error: the statement has no parameter '{name}'; "
                    + $"it has {(ParameterNames.Count == 0 ? "none" : string.Join(", ", ParameterNames))}",
                DuckDbErrorKind.InvalidInput
            );

    private ResultColumn Column(ulong index) =>
        new(
            MissingMethods.duckdb_prepared_statement_column_name(Handle, index) ?? "",
            DuckDbType.Take(MissingMethods.duckdb_prepared_statement_column_logical_type(Handle, index))
        );

    private static string[] ReadParameterNames(DuckDBPreparedStatement handle)
    {
        var names = new string[NativeMethods.PreparedStatements.DuckDBParams(handle)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = MissingMethods.duckdb_parameter_name(handle, (ulong)i + 1) ?? "";
        }

        return names;
    }
}

/// <summary>
/// What a statement does: the engine's own numbers (<c>StatementType</c>). The package has an enumeration of its own, which is one off
/// from 18 on.
/// </summary>
public enum StatementKind
{
    Invalid = 0,
    Select = 1,
    Insert = 2,
    Update = 3,
    Explain = 4,
    Delete = 5,
    Prepare = 6,
    Create = 7,
    Execute = 8,
    Alter = 9,
    Transaction = 10,
    Copy = 11,
    Analyze = 12,
    VariableSet = 13,
    CreateFunction = 14,
    Drop = 15,
    Export = 16,
    Pragma = 17,
    Vacuum = 18,
    Call = 19,
    Set = 20,
    Load = 21,
    Relation = 22,
    Extension = 23,
    LogicalPlan = 24,
    Attach = 25,
    Detach = 26,
    Multi = 27,
    CopyDatabase = 28,
    UpdateExtensions = 29,
    MergeInto = 30,
}
