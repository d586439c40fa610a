using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Export;

/// <summary>Options of the text formats.</summary>
/// <param name="NullText">What stands for NULL; null: the format's own way.</param>
/// <param name="Header">Whether column names come first.</param>
/// <param name="ByteOrderMark">Whether the file begins with a UTF-8 byte order mark, which Excel needs for Chinese.</param>
public sealed record WriteOptions(string? NullText = null, bool Header = true, bool ByteOrderMark = false)
{
    /// <summary>
    /// Lines for people below the rows, by how many rows there were; asked once, after the last row. Formats for programs leave them out.
    /// </summary>
    public Func<long, IReadOnlyList<string>>? Below { get; init; }

    /// <summary>
    /// Whether CSV and TSV put <c>'</c> before a text that a spreadsheet would take for a formula (OWASP, CSV Injection). The file then
    /// no longer holds exactly what the result does.
    /// </summary>
    public bool EscapeFormulas { get; init; }

    /// <summary>Of the words that documents for people have around the rows.</summary>
    public Language Language { get; init; } = Language.En;

    /// <summary>What such a document is called; empty for nothing in particular.</summary>
    public string Title { get; init; } = "";

    /// <summary>How it was made: label and text.</summary>
    public IReadOnlyList<(string Label, string Text)> About { get; init; } = [];
}

/// <summary>What was written.</summary>
public sealed record WriteReport(long Rows, bool IsTruncated);

/// <summary>Some rows to write. Whoever takes it disposes it, on any thread; that ends the chunk too, if it is owned.</summary>
/// <param name="chunk">The chunk that has them.</param>
/// <param name="count">How many of its rows, from the first.</param>
/// <param name="owns">Whether the chunk is nobody else's.</param>
public sealed class ChunkRows(DataChunk chunk, int count, bool owns) : IDisposable
{
    public DataChunk Chunk => chunk;

    public int Count => count;

    public void Dispose()
    {
        if (owns)
            chunk.Dispose();
    }
}

/// <summary>Writes a result in one format, chunk by chunk.</summary>
public abstract class ResultWriter : IDisposable
{
    /// <summary>Rows of a kept result that lie in memory at a time: one row group of its table.</summary>
    private const int RowsAtATime = 122_880;

    /// <summary>What stands over a column of that name; null: the names themselves, as also in formats that have types.</summary>
    public Func<string, string>? Heading { get; set; }

    /// <summary>A text as people read it, by the name of its column; null: as it is, as also in formats for scripts.</summary>
    public Func<string, string, string>? Words { get; set; }

    /// <summary>After writing: what had to become another thing than the rows have, as the format cannot hold it.</summary>
    public virtual IReadOnlyList<Localized> Remarks => [];

    /// <summary>The names of the columns, whatever stands over them.</summary>
    protected IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Writes everything; afterwards it is in the stream. Called once.</summary>
    /// <param name="columns">The columns of all chunks.</param>
    /// <param name="chunks">The rows in their order. Fetching the next ones is work, and throws what a query throws.</param>
    protected abstract void Write(IReadOnlyList<ResultColumn> columns, IEnumerable<ChunkRows> chunks);

    /// <summary>Streams a query to its end or to the limit.</summary>
    public virtual WriteReport WriteAll(RunningQuery query, RowLimit limit = default)
    {
        long written = 0;
        var truncated = false;
        Write(Headed(query.Columns), Chunks());
        return new WriteReport(written, truncated);

        IEnumerable<ChunkRows> Chunks()
        {
            while (!truncated && query.Fetch() is { } chunk)
            {
                var rows = limit.Admit(written, chunk.RowCount);
                written += rows;
                truncated = rows < chunk.RowCount;
                if (rows > 0)
                    yield return new ChunkRows(chunk, rows, owns: true);
                else
                    chunk.Dispose();
            }
        }
    }

    /// <summary>Writes a result that was read before.</summary>
    public WriteReport WriteAll(ResultTable table)
    {
        Write(Headed(table.Columns), table.Chunks.Select(c => new ChunkRows(c.Chunk, c.Rows, owns: false)));
        return new WriteReport(table.RowCount, table.IsTruncated);
    }

    /// <summary>Writes a kept result as far as it has come, piece by piece, whatever its size.</summary>
    /// <param name="result">May still grow; rows that come after the call began are left out.</param>
    /// <param name="onWritten">Told how many rows were taken from the result, after each piece, on the thread that takes them.</param>
    /// <param name="isNamed">Whether columns that say what each row stands on come behind its own.</param>
    /// <param name="cancellation">Looked at before each piece.</param>
    /// <returns>Truncated means that the result itself is not whole: it still grows, was cancelled or failed.</returns>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public WriteReport WriteAll(
        KeptResult result,
        Action<long>? onWritten = null,
        bool isNamed = false,
        CancellationToken cancellation = default
    )
    {
        var (state, rows) = (result.State, result.Rows);
        Write(Headed(Columns()), Chunks());
        return new WriteReport(rows, state != KeptState.Complete);

        IEnumerable<ChunkRows> Chunks()
        {
            for (long first = 0; first < rows; first += RowsAtATime)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = Page(first, (int)Math.Min(RowsAtATime, rows - first));
                foreach (var (chunk, count) in page.HandOver())
                    yield return new ChunkRows(chunk, count, owns: true);
                onWritten?.Invoke(Math.Min(first + RowsAtATime, rows));
            }

            cancellation.ThrowIfCancellationRequested();
        }

        IReadOnlyList<ResultColumn> Columns()
        {
            if (!isNamed)
                return result.Columns;
            using var none = result.NamedPage(0, 0, cancellation);
            return [.. result.Columns, .. none.Columns.Skip(result.Columns.Count)];
        }

        ResultTable Page(long first, int count) =>
            isNamed ? result.NamedPage(first, count, cancellation) : result.Page(first, count, cancellation);
    }

    /// <summary>The columns under their headings; where two have one heading, their names stand beside it.</summary>
    private IReadOnlyList<ResultColumn> Headed(IReadOnlyList<ResultColumn> columns)
    {
        Names = [.. columns.Select(c => c.Name)];
        if (Heading is not { } heading)
            return columns;
        var count = columns.GroupBy(c => heading(c.Name)).ToDictionary(g => g.Key, g => g.Count());
        return [.. columns.Select(c => c with { Name = count[heading(c.Name)] == 1 ? heading(c.Name) : $"{heading(c.Name)} {c.Name}" })];
    }

    /// <summary>Writes what the format has for a statement that returns no table: nothing, unless it says otherwise. In place of
    /// <c>WriteAll</c>.</summary>
    public virtual void WriteNoTable() { }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
