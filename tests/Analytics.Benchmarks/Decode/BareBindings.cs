using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.Benchmarks;

/// <summary>The same table read with nothing but the package's bindings: pointers to vectors, no type of ours in between.</summary>
internal sealed class BareBindings : IDisposable
{
    private readonly DuckDBConnection _connection;

    public BareBindings(string file)
    {
        _connection = new DuckDBConnection($"Data Source={file}");
        _connection.Open();
    }

    public ColumnSums Sum()
    {
        var query = "SELECT id, amount, short, long, day FROM cell";
        Demand(NativeMethods.PreparedStatements.DuckDBPrepare(_connection.NativeConnection, query, out var statement));
        using (statement)
        {
            Demand(NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result));
            try
            {
                return Sum(result);
            }
            finally
            {
                result.Close();
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private static ColumnSums Sum(DuckDBResult result)
    {
        var sums = default(ColumnSums);
        while (true)
        {
            using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
            if (chunk.IsInvalid)
                return sums;
            sums = Add(sums, chunk);
        }
    }

    private static unsafe ColumnSums Add(ColumnSums sums, DuckDBDataChunk chunk)
    {
        var rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
        var (id, amount, texts, days) = (sums.Id, sums.Amount, sums.TextBytes, sums.Days);
        foreach (var value in new ReadOnlySpan<long>(Data(chunk, 0), rows))
            id += value;
        foreach (var value in new ReadOnlySpan<double>(Data(chunk, 1), rows))
            amount += value;
        foreach (var value in new ReadOnlySpan<int>(Data(chunk, 4), rows))
            days += value;
        return new ColumnSums(sums.Rows + rows, id, amount, texts + Length(chunk, 2, rows) + Length(chunk, 3, rows), days);
    }

    /// <summary>A text is 16 bytes, of which the first four are its length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe long Length(DuckDBDataChunk chunk, int column, int rows)
    {
        var texts = (byte*)Data(chunk, column);
        long length = 0;
        for (var row = 0; row < rows; row++)
        {
            var size = *(int*)(texts + 16 * row);
            var start = size <= 12 ? texts + 16 * row + 4 : *(byte**)(texts + 16 * row + 8);
            length += new ReadOnlySpan<byte>(start, size).Length;
        }
        return length;
    }

    private static unsafe void* Data(DuckDBDataChunk chunk, int column) =>
        NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    private static void Demand(DuckDBState state)
    {
        if (state != DuckDBState.Success)
            throw new InvalidOperationException("The bindings could not run the query.");
    }
}
