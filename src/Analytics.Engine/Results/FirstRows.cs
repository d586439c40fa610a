using Analytics.DuckDb;

namespace Analytics.Engine.Results;

/// <summary>The first rows of a query that streams to somebody else. Owns them; filled by the thread that fetches.</summary>
/// <param name="most">Rows that are enough.</param>
internal sealed class FirstRows(long most) : IDisposable
{
    private readonly List<DataChunk> _chunks = [];
    private long _rows;

    public void Add(DataChunk chunk)
    {
        if (_rows >= most)
            return;
        _chunks.Add(chunk.Shared());
        _rows += chunk.RowCount;
    }

    /// <summary>Those of the first rows that somebody took. The caller disposes it.</summary>
    /// <param name="columns">Those to show.</param>
    /// <param name="taken">How many rows he took.</param>
    public ResultTable Table(IReadOnlyList<ResultColumn> columns, long taken)
    {
        var rows = Math.Min(Math.Min(taken, most), _rows);
        return new(columns, [.. _chunks.Select(chunk => chunk.Shared())], rows, isTruncated: taken > rows);
    }

    public void Dispose() => _chunks.ForEach(chunk => chunk.Dispose());
}
