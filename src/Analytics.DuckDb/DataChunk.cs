using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb;

/// <summary>
/// Some consecutive rows of a result, column by column. Views of its columns are valid until it is disposed; it may
/// outlive its result, statement and connection.
/// </summary>
public sealed class DataChunk : IDisposable
{
    private readonly Kept<DuckDBDataChunk> _native;
    private readonly DuckDbType[] _types;
    private readonly Vector?[] _vectors;
    private int _owners = 1;

    internal DataChunk(DuckDBDataChunk handle, DuckDBNativeConnection? connection, DuckDbType[] types)
    {
        _native = new Kept<DuckDBDataChunk>(handle, connection);
        _types = types;
        _vectors = new Vector?[types.Length];
        ColumnCount = types.Length;
        RowCount = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(handle);
    }

    /// <summary>The most rows that a chunk can have: the engine's vector size, 2048.</summary>
    public static int Capacity => (int)NativeMethods.Helpers.DuckDBVectorSize();

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The number of columns to show; hidden ones, if any, come after them.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Hides all columns from the given one on; <see cref="Column"/> still reads them.</summary>
    /// <param name="columns">The number of columns to show.</param>
    public void ShowFirst(int columns) => ColumnCount = Math.Min(columns, _types.Length);

    /// <summary>A view of a column.</summary>
    /// <param name="index">0-based.</param>
    /// <exception cref="ObjectDisposedException">The chunk is disposed.</exception>
    public VectorView Column(int index)
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        return new VectorView(_vectors[index] ??= Vector.Read(_types[index], Native(index), RowCount));
    }

    internal DuckDBDataChunk Handle => _native.Handle;

    /// <summary>The engine's vector of a column, which lives as long as the chunk.</summary>
    internal nint Native(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(Handle, column);

    /// <summary>Leaves out all rows from the given one on.</summary>
    internal void Truncate(int rows)
    {
        if (rows < RowCount)
        {
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(Handle, (ulong)rows);
            RowCount = rows;
        }
    }

    /// <summary>The same chunk for one owner more; it ends when each of them has disposed it.</summary>
    public DataChunk Shared()
    {
        Interlocked.Increment(ref _owners);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _owners) <= 0)
            _native.Dispose();
    }
}
