using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Results;

/// <summary>
/// A result as it stood when it was read: columnar, immutable, in the engine's own chunks (rows are decoded when they
/// are looked at). Serves grid, chart and export. Owns the chunks. Reading is safe from any thread.
/// </summary>
public sealed class ResultTable : IDisposable
{
    private readonly DataChunk[] _chunks;
    private readonly long[] _firstRows;

    internal ResultTable(IReadOnlyList<ResultColumn> columns, DataChunk[] chunks, long rows, bool isTruncated)
    {
        Columns = columns;
        _chunks = chunks;
        RowCount = rows;
        IsTruncated = isTruncated;
        _firstRows = new long[chunks.Length];
        for (var i = 1; i < chunks.Length; i++)
            _firstRows[i] = _firstRows[i - 1] + chunks[i - 1].RowCount;
    }

    public IReadOnlyList<ResultColumn> Columns { get; }

    public long RowCount { get; }

    /// <summary>True if the query had more rows than the limit let in.</summary>
    public bool IsTruncated { get; }

    /// <summary>Reads a query to its end or to the limit, and disposes it.</summary>
    /// <param name="query">Disposed here, also when reading fails.</param>
    /// <param name="limit">The most rows to keep; by default all.</param>
    /// <param name="onProgress">Told the rows so far after each chunk.</param>
    public static ResultTable Read(RunningQuery query, RowLimit limit = default, Action<long>? onProgress = null)
    {
        using (query)
        {
            var chunks = new List<DataChunk>();
            try
            {
                return Read(query, limit, chunks, onProgress);
            }
            catch
            {
                chunks.ForEach(c => c.Dispose());
                throw;
            }
        }
    }

    private static ResultTable Read(RunningQuery query, RowLimit limit, List<DataChunk> chunks, Action<long>? onProgress)
    {
        long rows = 0;
        while (query.Fetch() is { } chunk)
        {
            var admitted = limit.Admit(rows, chunk.RowCount);
            if (admitted > 0)
                chunks.Add(chunk);
            else
                chunk.Dispose();
            rows += admitted;
            if (admitted < chunk.RowCount)
                return new ResultTable(query.Columns, [.. chunks], rows, isTruncated: true);
            onProgress?.Invoke(rows);
        }
        return new ResultTable(query.Columns, [.. chunks], rows, isTruncated: false);
    }

    /// <summary>As many of the rows as a limit lets in. The caller disposes it.</summary>
    public ResultTable Take(RowLimit limit) =>
        limit.Rows is { } most && most < RowCount
            ? new(Columns, [.. _chunks.Index().TakeWhile(c => _firstRows[c.Index] < most).Select(c => c.Item.Shared())], most, true)
            : new(Columns, [.. _chunks.Select(chunk => chunk.Shared())], RowCount, IsTruncated);

    /// <summary>The chunks with the number of rows of each that belong to the result (the last may be cut by a limit).</summary>
    internal IEnumerable<(DataChunk Chunk, int Rows)> Chunks =>
        _chunks.Select((chunk, i) => (chunk, (int)Math.Min(chunk.RowCount, RowCount - _firstRows[i])));

    /// <summary>The rows for a writer; the chunks stay the table's.</summary>
    public IEnumerable<ChunkRows> Pieces => Chunks.Select(c => new ChunkRows(c.Chunk, c.Rows, owns: false));

    /// <summary>The same, for one who disposes each chunk; those that he does not come to are disposed here. Ends the table.</summary>
    internal IEnumerable<(DataChunk Chunk, int Rows)> HandOver()
    {
        var next = 0;
        try
        {
            foreach (var piece in Chunks)
            {
                next++;
                yield return piece;
            }
        }
        finally
        {
            foreach (var chunk in _chunks.AsSpan(next))
                chunk.Dispose();
        }
    }

    /// <summary>Index of the column of this name, ignoring case as SQL does; -1 if there is none.</summary>
    public int ColumnIndex(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    public bool IsNull(long row, int column) => View(row, column, out var local).IsNull(local);

    /// <summary>The canonical text of a cell; null for NULL.</summary>
    public string? Text(long row, int column)
    {
        var view = View(row, column, out var local);
        if (view.IsNull(local))
            return null;
        var text = new StringBuilder();
        CellFormatter.Append(view, local, text);
        return text.ToString();
    }

    /// <summary>The decoded value of a cell; null for NULL.</summary>
    public object? Value(long row, int column) => View(row, column, out var local).Value(local);

    /// <summary>The cell of a numeric column as a double, for drawing; null for NULL. Display and export use <see cref="Text"/>.</summary>
    public double? Number(long row, int column) =>
        Text(row, column) switch
        {
            null => null,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            var text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        };

    public void Dispose()
    {
        foreach (var chunk in _chunks)
            chunk.Dispose();
    }

    private VectorView View(long row, int column, out int local)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        var index = Array.BinarySearch(_firstRows, row);
        if (index < 0)
            index = ~index - 1;
        local = (int)(row - _firstRows[index]);
        return _chunks[index].Column(column);
    }
}
