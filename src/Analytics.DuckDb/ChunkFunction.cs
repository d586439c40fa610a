using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// A table function without parameters whose rows are chunks of another database, one after the other and without a copy. It can be
/// read once, by <see cref="Execute"/>, which has the chunks taken on a thread of the engine's. Dispose it after the connection's last use.
/// </summary>
public sealed unsafe class ChunkFunction : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly IReadOnlyList<string> _columns;
    private readonly IEnumerator<(DataChunk Chunk, int Rows)> _rows;
    private GCHandle _self;
    private bool _isFirst = true;
    private ExceptionDispatchInfo? _failure;

    private ChunkFunction(DuckDbConnection connection, IReadOnlyList<string> columns, IEnumerator<(DataChunk Chunk, int Rows)> rows)
    {
        _connection = connection;
        _columns = columns;
        _rows = rows;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>Makes the rows a function of a connection.</summary>
    /// <param name="connection">Of the database that is to read them; not owned.</param>
    /// <param name="name">What SQL calls it.</param>
    /// <param name="columns">Names for the columns of the chunks; the types are those of the first chunk.</param>
    /// <param name="rows">Chunks, and how many rows of each to read; one is not used any more when the next one is asked for.</param>
    /// <returns>Null if there is no chunk.</returns>
    public static ChunkFunction? Add(
        DuckDbConnection connection,
        string name,
        IReadOnlyList<string> columns,
        IEnumerable<(DataChunk Chunk, int Rows)> rows
    )
    {
        var taken = rows.GetEnumerator();
        if (!taken.MoveNext())
        {
            taken.Dispose();
            return null;
        }

        var function = new ChunkFunction(connection, columns, taken);
        try
        {
            function.Register(name);
            return function;
        }
        catch
        {
            function.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements of the program's own of which one reads the function.</summary>
    /// <exception cref="Exception">What taking the chunks threw, as it was thrown.</exception>
    /// <exception cref="DuckDbException">A statement failed.</exception>
    public void Execute(string sql)
    {
        try
        {
            _connection.Execute(sql);
        }
        catch (DuckDbException)
        {
            _failure?.Throw();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self.IsAllocated)
        {
            _self.Free();
            _rows.Dispose();
        }
    }

    private void Register(string name)
    {
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, name);
        NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(_self), null);
        NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Init);
        NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Read);
        var state = NativeMethods.TableFunction.DuckDBRegisterTableFunction(_connection.Native, function);
        NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        if (state != DuckDBState.Success)
        {
            throw new DuckDbException($"The engine refused a table function with the name '{name}'.", DuckDbErrorKind.Catalog);
        }
    }

    private static ChunkFunction Of(nint self) => (ChunkFunction)GCHandle.FromIntPtr(self).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var function = Of(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info));
        var chunk = function._rows.Current.Chunk;
        for (var i = 0; i < function._columns.Count; i++)
        {
            using var type = NativeMethods.Vectors.DuckDBVectorGetColumnType(chunk.Native(i));
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, function._columns[i], type);
        }
    }

    /// <summary>There is nothing to prepare, but the engine wants to be told how.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) { }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Read(nint info, nint output)
    {
        var function = Of(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info));
        try
        {
            MissingMethods.duckdb_data_chunk_set_size(output, function.Next(output));
        }
#pragma warning disable CA1031 // no exception may pass through the engine; it is thrown again behind it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            function._failure = ExceptionDispatchInfo.Capture(exception);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, exception.Message);
        }
    }

    /// <summary>Refers to the vectors of the next chunk, whose memory then lives as long as the engine needs it.</summary>
    /// <returns>The number of rows; 0 at the end.</returns>
    private ulong Next(nint output)
    {
        if (!_isFirst && !_rows.MoveNext())
        {
            return 0;
        }

        _isFirst = false;
        var (chunk, rows) = _rows.Current;
        for (var i = 0; i < _columns.Count; i++)
        {
            MissingMethods.duckdb_vector_reference_vector(MissingMethods.duckdb_data_chunk_get_vector(output, (ulong)i), chunk.Native(i));
        }

        return (ulong)rows;
    }
}
