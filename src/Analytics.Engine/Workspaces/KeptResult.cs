using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>Where a kept result stands.</summary>
public enum KeptState
{
    /// <summary>The query runs; there may be more rows.</summary>
    Growing,

    /// <summary>All rows of the query are kept.</summary>
    Complete,

    /// <summary>The query was cancelled; the rows so far are kept.</summary>
    Cancelled,

    /// <summary>The query failed on the way, or the disk is full; the rows so far are kept.</summary>
    Failed,
}

/// <summary>A kept result at a moment.</summary>
/// <param name="State">Whether it grows, is whole, or why it ended before that.</param>
/// <param name="Rows">Rows that can be read.</param>
/// <param name="Elapsed">Since the query was asked for, until now or its end.</param>
/// <param name="Failure">Why it failed; null unless <see cref="KeptState.Failed"/>.</param>
/// <param name="Position">UTF-16 offset into the SQL at which it failed, if known.</param>
public sealed record KeptProgress(KeptState State, long Rows, TimeSpan Elapsed, Exception? Failure = null, int? Position = null);

/// <summary>What made a result.</summary>
public enum KeptOrigin
{
    /// <summary>SQL or a canned query.</summary>
    Query,

    /// <summary>Another result, sorted.</summary>
    Sort,

    /// <summary>Another result, filtered.</summary>
    Filter,

    /// <summary>Another result, with a column more, or one of another type.</summary>
    Columns,

    /// <summary>Another result, grouped and counted.</summary>
    Groups,

    /// <summary>Two other results, compared.</summary>
    Comparison,
}

/// <summary>What a result is made from. Safe for use from any thread.</summary>
public sealed class KeptSource
{
    private readonly Lazy<Standalone> _standalone;

    internal KeptSource(KeptOrigin origin, string sql, IReadOnlyList<KeptResult> mentioned, Func<Standalone> standalone)
    {
        Origin = origin;
        Sql = sql;
        PartialSources = [.. mentioned.SelectMany(r => r.State != KeptState.Complete ? [r.Name] : r.Source.PartialSources).Distinct()];
        _standalone = new(standalone);
    }

    public KeptOrigin Origin { get; }

    /// <summary>What was run; for an operation the SQL that says the same, in names such as <c>r1</c>.</summary>
    public string Sql { get; }

    /// <summary>
    /// Kept results that the SQL mentions, or that those stand on, and that were not complete when it began, so that it stands on a part
    /// of their rows.
    /// </summary>
    public IReadOnlyList<string> PartialSources { get; }

    /// <summary>
    /// The same without kept results, whose queries it holds as <c>WITH r1 AS (…)</c>: for a command of its own. Null when
    /// there is no such SQL: scripts of several statements, statements that are no query, queries over tables that were made in
    /// this session. Found out when first asked for.
    /// </summary>
    public string? StandaloneSql => _standalone.Value.Sql;

    /// <summary><see cref="StandaloneSql"/> with the values of its parameters, or why there is none.</summary>
    public Standalone Standalone => _standalone.Value;
}

/// <summary>
/// A result kept as a table of its workspace, under its name a view that later SQL can query. One thread lets it grow
/// while others read it; pages are read one at a time. Owned by the workspace.
/// </summary>
public sealed class KeptResult
{
    private readonly PageReader _reader;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly string _pageSql;
    private volatile KeptProgress _last = new(KeptState.Growing, 0, TimeSpan.Zero);
    private volatile bool _dropped;
    private volatile string? _alias;

    internal KeptResult(
        string name,
        KeptSource source,
        EvidenceQuery query,
        BegunQuery begun,
        PageReader reader,
        TimeProvider time,
        long started
    )
    {
        Name = name;
        Source = source;
        Columns = begun.Rows.Columns;
        ColumnNames = KeptColumns.Names(Columns);
        Lineage = new KeptLineage(query, begun, ColumnNames);
        _reader = reader;
        _time = time;
        _started = started;
        _pageSql = PageSql(Enumerable.Range(0, Columns.Count));
    }

    /// <summary><c>r1</c>, <c>r2</c> …: what SQL calls it, for as long as it is kept.</summary>
    public string Name { get; }

    /// <summary>What the user called it, which SQL can use as well; null if nothing.</summary>
    public string? Alias
    {
        get => _alias;
        internal set => _alias = value;
    }

    /// <summary>The name to show.</summary>
    public string Label => _alias ?? Name;

    /// <summary>All names that SQL can use.</summary>
    internal IEnumerable<string> Names => _alias is { } other ? [Name, other] : [Name];

    public KeptSource Source { get; }

    /// <summary>What is known of the evidence of its rows.</summary>
    public KeptLineage Lineage { get; }

    /// <summary>The columns as the query gave them; names may repeat.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>What SQL calls the columns, in the same order; every name once.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The index of a column by its name in SQL, upper or lower case alike; -1 if there is none.</summary>
    public int IndexOf(string column) =>
        Enumerable
            .Range(0, ColumnNames.Count)
            .FirstOrDefault(i => string.Equals(ColumnNames[i], column, StringComparison.OrdinalIgnoreCase), -1);

    public KeptProgress Progress =>
        _last is { State: KeptState.Growing } growing ? growing with { Elapsed = _time.GetElapsedTime(_started) } : _last;

    public KeptState State => _last.State;

    /// <summary>Rows that can be read; only ever more.</summary>
    public long Rows => _last.Rows;

    /// <summary>The table itself, whose rows are numbered by <c>rowid</c> from 0 without gaps, in the order of the query.</summary>
    /// <summary>The rows without their evidence, as the view under the result's name shows them.</summary>
    internal string ShownSql => $"SELECT {string.Join(", ", ColumnNames.Select(SqlText.Identifier))} FROM {Table}";

    /// <summary>What tracing has to know of it.</summary>
    internal KeptEvidence KeptEvidence => Lineage.Evidence(new RelationName(TemporaryStore.Database, "main", Name), ColumnNames);

    internal string Table => $"{TemporaryStore.Database}.main.{Name}";

    /// <summary>Rows by number, also while the result grows.</summary>
    /// <param name="firstRow">0-based.</param>
    /// <param name="count">Fewer come at the end of what is there. Not meant for the whole: a page lies in memory.</param>
    /// <param name="cancellation">Interrupts the reading of this page only.</param>
    /// <returns>The caller disposes it.</returns>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ResultTable Page(long firstRow, int count, CancellationToken cancellation = default) =>
        Page(_pageSql, firstRow, count, cancellation);

    /// <summary>Rows by number, some columns only.</summary>
    /// <param name="firstRow">0-based.</param>
    /// <param name="count">Rows at most; fewer come at the end of what is there.</param>
    /// <param name="columns">Their indexes, in the order wanted.</param>
    /// <param name="cancellation">Interrupts the reading of this page only.</param>
    /// <inheritdoc cref="Page(long, int, CancellationToken)"/>
    public ResultTable Page(long firstRow, int count, IEnumerable<int> columns, CancellationToken cancellation = default) =>
        Page(PageSql(columns), firstRow, count, cancellation);

    /// <summary>
    /// Rows by number with a column <c>obs_ids</c> behind their own, and <c>own_rows</c> where the user's files are read; without these
    /// where evidence was not kept.
    /// </summary>
    /// <inheritdoc cref="Page(long, int, CancellationToken)"/>
    public ResultTable NamedPage(long firstRow, int count, CancellationToken cancellation = default)
    {
        var named = Lineage.Naming.Select(c => $"{c.Sql} AS {c.Name}");
        var columns = Enumerable.Range(0, Columns.Count).Select(Shown).Concat(named);
        return Page($"SELECT {string.Join(", ", columns)} FROM {Table}", firstRow, count, cancellation);
    }

    /// <summary>Rows by number with their evidence, where that was kept.</summary>
    /// <inheritdoc cref="Page(long, int, CancellationToken)"/>
    public EvidenceResult Evidence(long firstRow, int count, CancellationToken cancellation = default)
    {
        var columns = Enumerable.Range(0, Columns.Count).Select(Shown).Concat(Lineage.Hidden.Select(c => SqlText.Identifier(c.Name)));
        return Lineage.Of(Page($"SELECT {string.Join(", ", columns)} FROM {Table}", firstRow, count, cancellation, Columns));
    }

    private string PageSql(IEnumerable<int> columns) => $"SELECT {string.Join(", ", columns.Select(Shown))} FROM {Table}";

    private string Shown(int column) => $"{SqlText.Identifier(ColumnNames[column])} AS {SqlText.Identifier(Columns[column].Name)}";

    private ResultTable Page(
        string sql,
        long firstRow,
        int count,
        CancellationToken cancellation,
        IReadOnlyList<ResultColumn>? visible = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireKept();
        var end = Math.Min(firstRow + count, Rows);
        return _reader.Read(
            $"{sql} WHERE rowid BETWEEN {firstRow} AND {end - 1} ORDER BY rowid",
            ParameterValues.None,
            cancellation,
            visible
        );
    }

    internal void Grow(long rows) => _last = _last with { Rows = rows };

    internal void End(KeptState state, Exception? failure = null, int? position = null) =>
        _last = new KeptProgress(state, _last.Rows, _time.GetElapsedTime(_started), failure, position);

    internal void MarkDropped() => _dropped = true;

    /// <exception cref="ObjectDisposedException">It was dropped.</exception>
    internal void RequireKept() => ObjectDisposedException.ThrowIf(_dropped, this);

    /// <exception cref="UserException">Rows are still to come.</exception>
    internal void RequireWhole()
    {
        RequireKept();
        if (State == KeptState.Growing)
        {
            throw UserException.Usage(
                $"{Name} 还在增长；此操作针对全部行，请等它结束或先取消。",
                $"{Name} still grows; wait for its end or cancel it, since this acts on the whole result."
            );
        }
    }
}
