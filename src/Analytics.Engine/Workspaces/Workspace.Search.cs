using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A text to look for in the cells of a result.</summary>
/// <param name="Text">What a cell must contain; not a pattern.</param>
/// <param name="MatchCase">Whether upper and lower case differ.</param>
/// <param name="Backward">Whether to look at earlier rows rather than later ones.</param>
public sealed record TextSearch(string Text, bool MatchCase = false, bool Backward = false);

public sealed partial class Workspace
{
    /// <summary>Rows that one statement of a search looks through: enough for all threads, few enough to tell and cancel.</summary>
    private const long SearchBlock = 2_000_000;

    /// <summary>
    /// The number of the nearest row with the text in any cell, as <see cref="CellFormatter"/> writes it; null if there is none.
    /// </summary>
    /// <param name="source">May still grow; then only rows so far are looked at.</param>
    /// <param name="search">The text, and which way to look for it.</param>
    /// <param name="from">0-based; the first row to look at.</param>
    /// <param name="onSearched">Told how many rows were looked at, after every two million.</param>
    /// <param name="cancellation">Interrupts the search.</param>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public long? FindText(
        KeptResult source,
        TextSearch search,
        long from,
        Action<long>? onSearched = null,
        CancellationToken cancellation = default
    )
    {
        source.RequireKept();
        // A connection of its own, so that pages need not wait.
        using var connection = _database.Connect();
        var rows = source.Rows;
        var condition = SearchCondition(source, search);
        var looked = 0L;
        foreach (var (low, high) in search.Backward ? BlocksBefore(Math.Min(from, rows - 1)) : BlocksAfter(Math.Max(0, from), rows))
        {
            var sql =
                $"SELECT {(search.Backward ? "max" : "min")}(rowid) FROM "
                + $"{source.Table} WHERE rowid BETWEEN {low} AND {high} AND ({condition})";
            var text = ParameterValues.FromText(new Dictionary<string, string?> { ["text"] = search.Text });
            using var found = ResultTable.Read(RunningQuery.Start(connection, sql, text, cancellation));
            if (!found.IsNull(0, 0))
                return (long)found.Value(0, 0)!;
            onSearched?.Invoke(looked += high - low + 1);
        }
        return null;
    }

    private static IEnumerable<(long Low, long High)> BlocksAfter(long from, long rows)
    {
        for (var low = from; low < rows; low += SearchBlock)
            yield return (low, Math.Min(low + SearchBlock, rows) - 1);
    }

    private static IEnumerable<(long Low, long High)> BlocksBefore(long from)
    {
        for (var high = from; high >= 0; high -= SearchBlock)
            yield return (Math.Max(0, high - SearchBlock + 1), high);
    }

    private static string SearchCondition(KeptResult source, TextSearch search)
    {
        var columns = Enumerable.Range(0, source.Columns.Count).Where(c => CanContain(source.Columns[c].Type, search.Text));
        return string.Join(" OR ", columns.Select(Contains).DefaultIfEmpty("false AND $text = ''"));

        string Contains(int column)
        {
            var cell = $"CAST({ResultSql.Name(source, column)} AS VARCHAR)";
            return search.MatchCase ? $"contains({cell}, $text)" : $"contains(lower({cell}), lower($text))";
        }
    }

    /// <summary>Whole numbers consist of digits and a sign; not writing them out makes searching for words much faster.</summary>
    private static bool CanContain(DuckDbType type, string text) =>
        type.Id is not (>= DuckDbTypeId.TinyInt and <= DuckDbTypeId.UBigInt or DuckDbTypeId.HugeInt or DuckDbTypeId.UHugeInt)
        || text.All(c => char.IsAsciiDigit(c) || c == '-');
}
