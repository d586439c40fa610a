using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

// Operations act on the whole of a result, in the engine, on a connection of their own, so that they neither wait for
// the session's query nor disturb its transaction. They refuse a result that still grows.
public sealed partial class Workspace
{
    readonly Lock operating = new();

    /// <summary>A new result with the same rows, sorted; NULL comes last, rows that tie stay in their order.</summary>
    /// <param name="keys">At least one; the first counts most.</param>
    /// <inheritdoc cref="Filter"/>
    public KeptResult Sort(KeptResult source, IReadOnlyList<SortKey> keys, Action<KeptResult>? onRows = null, CancellationToken cancellation = default) =>
        Operate(KeptOrigin.Sort, [source], ResultSql.Sort(source, keys), ResultSql.StableSort(source, keys), onRows, cancellation);

    /// <summary>A new result with the rows for which a condition holds.</summary>
    /// <param name="condition">SQL over the source's <see cref="KeptResult.ColumnNames"/>.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">It failed before its first row; the position counts in the condition.</exception>
    /// <exception cref="EngineException">A source still grows.</exception>
    /// <exception cref="ObjectDisposedException">A source was dropped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public KeptResult Filter(KeptResult source, string condition, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        var sql = ResultSql.Filter(source, condition);
        try
        {
            return Operate(KeptOrigin.Filter, [source], sql, sql, onRows, cancellation);
        }
        catch (DuckDbException e) when (e.Sql == sql)
        {
            var position = e.Position - ResultSql.FilterHead(source).Length;
            var isInside = position >= 0 && position <= condition.Length;
            throw new DuckDbException(e.Message, e.Kind, isInside ? position : null, e) { Sql = condition };
        }
    }

    /// <summary>A new result with the rows that have the same value as a cell in its column, or with all others.</summary>
    /// <inheritdoc cref="Filter"/>
    public KeptResult FilterByCell(
        KeptResult source, long row, int column, bool exclude = false, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        using var page = source.Page(row, 1, cancellation);
        return Filter(source, ResultSql.CellCondition(source, column, page.Text(0, column), exclude), onRows, cancellation);
    }

    /// <summary>A new result with each combination of values of some columns, its count of rows and percentage, the most frequent first.</summary>
    /// <inheritdoc cref="Filter"/>
    public KeptResult CountGroups(KeptResult source, IReadOnlyList<int> columns, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        var sql = ResultSql.Groups(source, columns);
        return Operate(KeptOrigin.Groups, [source], sql, sql, onRows, cancellation);
    }

    /// <summary>Counts all values of a column. On an idle machine a column of 100 million numbers takes some ten seconds.</summary>
    /// <exception cref="EngineException">The source still grows.</exception>
    /// <exception cref="ObjectDisposedException">The source was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ColumnStatistics Statistics(KeptResult source, int column, CancellationToken cancellation = default)
    {
        source.RequireWhole();
        lock (operating)
            return new StatisticsReader(worker, source, column, cancellation).Read();
    }

    /// <summary>A new result with the rows in which two results differ, and the counts. Rows belong together when their keys are the same, NULL being the same as NULL.</summary>
    /// <param name="keys">Names of columns of both, which together are different in every row of a result.</param>
    /// <exception cref="EngineException">A source still grows, a key is no column of both, or stands in several rows of one.</exception>
    /// <inheritdoc cref="Filter"/>
    public Comparison Compare(
        KeptResult before, KeptResult after, IReadOnlyList<string> keys, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        before.RequireWhole();
        after.RequireWhole();
        var sql = new ComparisonSql(before, after, keys);
        foreach (var side in new[] { before, after })
            RequireUniqueKeys(sql, side, keys, cancellation);
        var rows = Operate(KeptOrigin.Comparison, [before, after], sql.Sql, sql.Sql, onRows, cancellation);
        var counts = CountChanges(rows, cancellation);
        long? same = rows.State == KeptState.Complete ? before.Rows - counts["removed"] - counts["changed"] : null;
        return new Comparison(rows, counts["added"], counts["removed"], counts["changed"], same, sql.OnlyBefore, sql.OnlyAfter);
    }

    void RequireUniqueKeys(ComparisonSql sql, KeptResult side, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        using var repeated = Read(sql.RepeatedKey(side), cancellation);
        if (repeated.RowCount > 0)
            throw new EngineException(
                EngineErrorKind.Usage,
                $"{side.Name} has {repeated.Text(0, 1)} rows with {string.Join(", ", keys)} = {repeated.Text(0, 0)}; name more key columns, so that each row has a key of its own.")
            {
                Zh = $"{side.Name} 中 {string.Join("、", keys)} = {repeated.Text(0, 0)} 有 {repeated.Text(0, 1)} 行；请再加键列，使每行的键各不相同。",
            };
    }

    Dictionary<string, long> CountChanges(KeptResult rows, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long> { ["added"] = 0, ["removed"] = 0, ["changed"] = 0 };
        using var table = Read($"SELECT change, count(*) FROM {rows.Table} GROUP BY change", cancellation);
        for (var row = 0; row < table.RowCount; row++)
            counts[table.Text(row, 0)!] = (long)table.Value(row, 1)!;
        return counts;
    }

    ResultTable Read(string sql, CancellationToken cancellation)
    {
        lock (operating)
            return ResultTable.Read(RunningQuery.Start(worker, sql, ParameterValues.None, cancellation));
    }

    /// <param name="shown">What the result says it is made from.</param>
    /// <param name="sql">What is run.</param>
    KeptResult Operate(
        KeptOrigin origin, KeptResult[] sources, string shown, string sql, Action<KeptResult>? onRows, CancellationToken cancellation)
    {
        foreach (var source in sources)
            source.RequireWhole();
        lock (operating)
        {
            var started = time.GetTimestamp();
            // Prepared alone first: a condition that closes its bracket must not smuggle in a second statement.
            worker.Prepare(sql).Dispose();
            var query = RunningQuery.Start(worker, sql, ParameterValues.None, cancellation);
            return Keep(query, SourceOf(origin, shown), started, onRows).Result!;
        }
    }
}
