using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>A prepared statement; may be run many times. Belongs to the thread that uses its connection.</summary>
public sealed class PreparedStatement : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly PreparedHandle _handle;
    private readonly string _sql;

    private PreparedStatement(ConnectionHandle connection, PreparedHandle handle, string sql)
    {
        _connection = connection;
        _handle = handle;
        _sql = sql;
        Kind = NativeMethods.duckdb_prepared_statement_type(handle);
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
    public DuckDbType ParameterType(string name)
    {
        var pointer = NativeMethods.duckdb_param_logical_type(_handle, ParameterIndex(name));
        return pointer == 0 ? DuckDbType.Unknown : DuckDbType.Take(pointer);
    }

    /// <summary>
    /// The columns that the result will have. A type is <see cref="DuckDbTypeId.Invalid"/> or a guess as long as it
    /// depends on parameters; statements without rows have one column, such as <c>Count</c>.
    /// </summary>
    public IReadOnlyList<ResultColumn> Columns()
    {
        var columns = new ResultColumn[NativeMethods.duckdb_prepared_statement_column_count(_handle)];
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
        if (NativeMethods.duckdb_bind_value(_handle, index, native) != duckdb_state.DuckDBSuccess)
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
    /// <exception cref="OperationCanceledException">Cancelled or interrupted.</exception>
    public QueryResult Execute(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = new ResultHandle(_connection);
        var interrupt = cancellation.UnsafeRegister(static state => Interrupt((ConnectionHandle)state!), _connection);
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
    public void Dispose() => _handle.Dispose();

    /// <summary>Takes the pointer that a prepare call gave, whether or not the call succeeded.</summary>
    internal static unsafe PreparedStatement Own(ConnectionHandle connection, string sql, duckdb_state state, nint pointer)
    {
        var handle = new PreparedHandle(pointer, connection);
        if (state == duckdb_state.DuckDBSuccess)
        {
            return new PreparedStatement(connection, handle, sql);
        }

        var text = handle.IsInvalid
            ? "The engine could not prepare the statement."
            : NativeText.Borrow(NativeMethods.duckdb_prepare_error(handle));
        handle.Dispose();
        throw EngineError.ReadOrCancelled(text, sql, CancellationToken.None);
    }

    private unsafe void Start(ResultHandle result, CancellationToken cancellation)
    {
        var state = NativeMethods.duckdb_pending_prepared_streaming(_handle, out var pointer);
        using var pending = new PendingHandle(pointer, _handle);
        if (state != duckdb_state.DuckDBSuccess)
        {
            throw EngineError.ReadOrCancelled(NativeText.Borrow(NativeMethods.duckdb_pending_error(pending)), _sql, cancellation);
        }

        // The engine forgets an interrupt that came before it began the query.
        cancellation.ThrowIfCancellationRequested();
        if (NativeMethods.duckdb_execute_pending(pending, result.Pointer) != duckdb_state.DuckDBSuccess)
        {
            throw EngineError.ReadOrCancelled(NativeText.Borrow(NativeMethods.duckdb_result_error(result.Pointer)), _sql, cancellation);
        }
    }

    private static void Interrupt(ConnectionHandle connection)
    {
        try
        {
            NativeMethods.duckdb_interrupt(connection);
        }
        catch (ObjectDisposedException)
        {
            // The connection was disposed before its result: there is nothing left to stop.
        }
    }

    private ulong ParameterIndex(string name) =>
        NativeMethods.duckdb_bind_parameter_index(_handle, out var index, name) == duckdb_state.DuckDBSuccess
            ? index
            : throw new DuckDbException(
                $"Invalid Input Error: the statement has no parameter '{name}'; "
                    + $"it has {(ParameterNames.Count == 0 ? "none" : string.Join(", ", ParameterNames))}",
                DuckDbErrorKind.InvalidInput
            );

    private unsafe ResultColumn Column(ulong index) =>
        new(
            NativeText.Take(NativeMethods.duckdb_prepared_statement_column_name(_handle, index)),
            DuckDbType.Take(NativeMethods.duckdb_prepared_statement_column_logical_type(_handle, index))
        );

    private static unsafe string[] ReadParameterNames(PreparedHandle handle)
    {
        var names = new string[NativeMethods.duckdb_nparams(handle)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = NativeText.Take(NativeMethods.duckdb_parameter_name(handle, (ulong)i + 1));
        }

        return names;
    }
}

/// <summary>What a statement does: <c>duckdb_statement_type</c> of duckdb.h with its numbers.</summary>
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
