using Analytics.DuckDb.Native;

namespace Analytics.DuckDb;

/// <summary>
/// Some consecutive rows of a result, column by column. Views of its columns are valid until it is disposed; it may
/// outlive its result, statement and connection.
/// </summary>
public sealed class DataChunk : IDisposable
{
    private readonly ChunkHandle _handle;
    private readonly DuckDbType[] _types;
    private readonly Vector?[] _vectors;

    internal DataChunk(ChunkHandle handle, DuckDbType[] types)
    {
        _handle = handle;
        _types = types;
        _vectors = new Vector?[types.Length];
        RowCount = (int)NativeMethods.duckdb_data_chunk_get_size(handle);
    }

    /// <summary>The most rows that a chunk can have: the engine's vector size, 2048.</summary>
    public static int Capacity => (int)NativeMethods.duckdb_vector_size();

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _types.Length;

    /// <summary>A view of a column.</summary>
    /// <param name="index">0-based.</param>
    /// <exception cref="ObjectDisposedException">The chunk is disposed.</exception>
    public VectorView Column(int index)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return new VectorView(
            _vectors[index] ??= Vector.Read(_types[index], NativeMethods.duckdb_data_chunk_get_vector(_handle, (ulong)index), RowCount)
        );
    }

    internal ChunkHandle Handle => _handle;

    /// <summary>Leaves out all rows from the given one on.</summary>
    internal void Truncate(int rows)
    {
        if (rows < RowCount)
        {
            NativeMethods.duckdb_data_chunk_set_size(_handle, (ulong)rows);
            RowCount = rows;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
