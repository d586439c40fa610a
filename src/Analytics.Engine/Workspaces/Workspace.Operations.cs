using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

// Operations act on the whole of a result, in the engine, on a connection of their own, so that they neither wait for
// the session's query nor disturb its transaction. Those of one statement act on the rows so far of a result that still
// grows, of which they see one state, and the new result says so (PartialSources); the others refuse it.
public sealed partial class Workspace
{
    private readonly Turn _operating = new();

    /// <summary>A new result with the same rows, sorted; NULL comes last, rows that tie stay in their order.</summary>
    /// <param name="source">May still grow; then only its rows so far are sorted.</param>
    /// <param name="keys">At least one; the first counts most.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <inheritdoc cref="Filter"/>
    public KeptResult Sort(
        KeptResult source,
        IReadOnlyList<SortKey> keys,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    ) =>
        Operate(
            KeptOrigin.Sort,
            [source],
            ResultSql.Sort(source, keys),
            ResultSql.StableSort(source, keys),
            onRows,
            cancellation,
            ResultSql.NumberedSort(source, keys)
        );

    /// <summary>A new result with the rows for which a condition holds.</summary>
    /// <param name="source">May still grow; then only its rows so far are looked at.</param>
    /// <param name="condition">SQL over the source's <see cref="KeptResult.ColumnNames"/>.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">It failed before its first row; the position counts in the condition.</exception>
    /// <exception cref="ObjectDisposedException">A source was dropped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public KeptResult Filter(
        KeptResult source,
        string condition,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        return Operate(
            KeptOrigin.Filter,
            source,
            ResultSql.Filter(source, condition),
            ResultSql.FilterHead(source),
            condition,
            onRows,
            cancellation
        );
    }

    /// <summary>A new result with a column more.</summary>
    /// <param name="source">May still grow; then only its rows so far are taken.</param>
    /// <param name="name">What the new column is called.</param>
    /// <param name="expression">SQL over the source's <see cref="KeptResult.ColumnNames"/>.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">It failed before its first row; the position counts in the expression.</exception>
    /// <exception cref="ObjectDisposedException">A source was dropped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public KeptResult Derive(
        KeptResult source,
        string name,
        string expression,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var sql = ResultSql.Derived(source, name, expression);
        return Operate(KeptOrigin.Columns, source, sql, ResultSql.DerivedHead, expression, onRows, cancellation);
    }

    /// <summary>A new result with a column in another type; a value that has no place in that type is an error.</summary>
    /// <param name="source">May still grow; then only its rows so far are taken.</param>
    /// <param name="column">Index of the column.</param>
    /// <param name="type">The type in SQL.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">It failed before its first row; the position counts in the type.</exception>
    /// <exception cref="ObjectDisposedException">A source was dropped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public KeptResult Cast(
        KeptResult source,
        int column,
        string type,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var sql = ResultSql.Cast(source, column, type);
        return Operate(KeptOrigin.Columns, source, sql, ResultSql.CastHead(source, column), type, onRows, cancellation);
    }

    /// <summary>Does what a user's own piece of SQL says; positions of errors count in that piece.</summary>
    private KeptResult Operate(
        KeptOrigin origin,
        KeptResult source,
        string sql,
        string head,
        string piece,
        Action<KeptResult>? onRows,
        CancellationToken cancellation
    )
    {
        try
        {
            return Operate(origin, [source], sql, sql, onRows, cancellation);
        }
        catch (DuckDbException e) when (e.Sql == sql)
        {
            var position = e.Position - head.Length;
            var isInside = position >= 0 && position <= piece.Length;
            throw new DuckDbException(e.Message, e.Kind, isInside ? position : null, e) { Sql = piece };
        }
    }

    /// <summary>A new result with the rows that have the same values as a row in some of its columns, or with all others.</summary>
    /// <inheritdoc cref="Filter"/>
    public KeptResult FilterByCells(
        KeptResult source,
        long row,
        IReadOnlyList<int> columns,
        bool exclude = false,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        using var page = source.Page(row, 1, cancellation);
        var conditions = columns.Select(column => ResultSql.CellCondition(source, column, page.Text(0, column), exclude));
        return Filter(source, string.Join(exclude ? " OR " : " AND ", conditions), onRows, cancellation);
    }

    /// <summary>
    /// A new result with each combination of values of some columns, its count of rows and percentage, the most frequent first.
    /// </summary>
    /// <inheritdoc cref="Filter"/>
    public KeptResult CountGroups(
        KeptResult source,
        IReadOnlyList<int> columns,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var sql = ResultSql.Groups(source, columns);
        return Operate(KeptOrigin.Groups, [source], sql, sql, onRows, cancellation);
    }

    /// <summary>A new result with a row for each group: its values, the count of its rows, and the measures.</summary>
    /// <param name="source">May still grow unless values become columns; then only its rows so far are grouped.</param>
    /// <param name="grouping">By what, and what is worked out. Observations that the rows name are gathered in <c>obs_ids</c>.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <exception cref="UserException">Too many values would become columns, or the source still grows.</exception>
    /// <exception cref="DuckDbException">It failed before its first row.</exception>
    /// <exception cref="ObjectDisposedException">The source was dropped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public KeptResult Group(
        KeptResult source,
        Grouping grouping,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var sql = new GroupingSql(source, grouping, ValuesAcross(source, grouping, cancellation)).Text;
        return Operate(KeptOrigin.Groups, [source], sql, sql, onRows, cancellation);
    }

    private IReadOnlyList<string?> ValuesAcross(KeptResult source, Grouping grouping, CancellationToken cancellation)
    {
        if (grouping.Across is not { } column)
            return [];
        source.RequireWhole();
        using var values = Read(GroupingSql.Values(source, column), cancellation);
        if (values.RowCount > Grouping.MostAcross)
        {
            throw UserException.Usage(
                $"{source.ColumnNames[column]} 有 {Grouping.MostAcross} 个以上不同的值，不能都成为列；先筛选，或按它分组。",
                $"{source.ColumnNames[column]} has more than {Grouping.MostAcross} different values, too many to become columns; "
                    + "filter first, or group by it."
            );
        }
        return [.. Enumerable.Range(0, (int)values.RowCount).Select(row => values.Text(row, 0))];
    }

    /// <summary>Counts all values of a column. On an idle machine a column of 100 million numbers takes some ten seconds.</summary>
    /// <exception cref="UserException">The source still grows.</exception>
    /// <exception cref="ObjectDisposedException">The source was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ColumnStatistics Statistics(KeptResult source, int column, CancellationToken cancellation = default)
    {
        source.RequireWhole();
        using (_operating.Enter())
            return new StatisticsReader(Worker, source, column, cancellation).Read();
    }

    private ResultTable Read(string sql, CancellationToken cancellation)
    {
        using (_operating.Enter())
            return ResultTable.Read(RunningQuery.Start(Worker, sql, ParameterValues.None, cancellation));
    }

    /// <param name="origin">Which operation it is.</param>
    /// <param name="sources">What must not have been dropped when it starts.</param>
    /// <param name="shown">What the result says it is made from.</param>
    /// <param name="sql">What is run.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the new result, which says so and keeps them.</param>
    /// <param name="exact">What says the same in the results' names, ties included, where <paramref name="shown"/> does not.</param>
    /// <param name="traced">The same with its evidence, where that is written by hand.</param>
    private KeptResult Operate(
        KeptOrigin origin,
        KeptResult[] sources,
        string shown,
        string sql,
        Action<KeptResult>? onRows,
        CancellationToken cancellation,
        string? exact = null,
        EvidenceQuery? traced = null
    )
    {
        foreach (var source in sources)
            source.RequireKept();
        using (_operating.Enter())
        {
            var started = _time.GetTimestamp();
            Session.RequireAllowed(sql);
            // Prepared alone first: a condition that closes its bracket must not smuggle in a second statement.
            Worker.Prepare(sql).Dispose();
            var query = traced ?? EvidenceQuery.Of(_lineage, sql);
            return Keep(query, SourceOf(origin, shown, exact), started, onRows, cancellation).Result!;
        }
    }
}
