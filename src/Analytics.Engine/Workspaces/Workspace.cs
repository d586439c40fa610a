using System.Collections.Immutable;
using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>What came of a statement.</summary>
/// <param name="Result">The kept result; null for statements that only act.</param>
/// <param name="RowsChanged">Rows that an INSERT, UPDATE or DELETE changed.</param>
/// <param name="Elapsed">From the call until the statement or its last row was done.</param>
public sealed record RunOutcome(KeptResult? Result, long RowsChanged, TimeSpan Elapsed);

/// <summary>
/// A session whose results are kept, whatever their size, in a temporary database file beside the session's own database
/// in memory, and can be queried as <c>r1</c>, <c>r2</c> …. Synchronous: at the same time one thread may run queries,
/// one operations on results, and any read pages, search or look at the list. Owns session and results; the file goes
/// with it.
/// </summary>
public sealed partial class Workspace : IDisposable
{
    /// <summary>
    /// Columns of new results between checkpoints; each takes up to 32 KB of memory, which the engine cannot spill, however few its rows.
    /// </summary>
    private const int MostColumnsInMemory = 500;

    private const string ProgressSql = "SET enable_progress_bar = true; SET enable_progress_bar_print = false";

    private readonly DuckDbDatabase _database;
    private readonly TemporaryStore _store;
    private readonly PageReader _reader;
    private DuckDbConnection _worker;
    private readonly LineageContext _lineage;
    private readonly TimeProvider _time;
    private readonly Lock _naming = new();
    private ImmutableArray<KeptResult> _results = [];
    private int _lastNumber;
    private int _columnsInMemory;
    private string _timeZone;

    private Workspace(AnalyticsSession session, DuckDbDatabase database, TemporaryStore store, DuckDbConnection worker, TimeProvider time)
    {
        Session = session;
        _database = database;
        _store = store;
        _worker = worker;
        _time = time;
        _reader = new PageReader(database.Connect());
        _lineage = new LineageContext(session, () => Worker);
        session.KeptEvidence = KeptEvidence;
        _timeZone = session.TimeZone;
    }

    public AnalyticsSession Session { get; }

    /// <summary>The results that are kept, oldest first, the growing one included. A snapshot.</summary>
    public IReadOnlyList<KeptResult> Results => _results;

    /// <summary>Bytes that results and spilled data take on the disk now.</summary>
    public long DiskUsed => _store.Used;

    /// <summary>How far the running operation on a result is.</summary>
    public QueryProgress OperationProgress => _worker.Progress;

    internal TemporaryStore Store => _store;

    /// <param name="options">As for a session without a workspace.</param>
    /// <param name="time">Measures how long queries take.</param>
    /// <param name="folder">Where the temporary folder is made; null: TMPDIR, else <c>/var/tmp</c>, else the system's choice.</param>
    /// <param name="turn">Of the threads that run queries; null for one of its own.</param>
    /// <exception cref="UserException">As of <see cref="AnalyticsSession.Open"/>, or the temporary folder cannot be made.</exception>
    public static Workspace Open(SessionOptions options, TimeProvider time, string? folder = null, Turn? turn = null)
    {
        var store = TemporaryStore.Create(folder);
        DuckDbDatabase? database = null;
        DuckDbConnection? worker = null;
        try
        {
            database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
            worker = database.Connect();
            // A safe session forbids files and settings when it opens; what is attached then stays usable.
            worker.Execute(store.AttachSql);
            worker.Execute(ProgressSql);
            return new Workspace(AnalyticsSession.Open(options, database, spills: false, turn), database, store, worker, time);
        }
        catch
        {
            worker?.Dispose();
            database?.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <summary>Makes the engine that reads and plans statements, for which the first one would have to wait; on any thread.</summary>
    public void PrepareEngine() => _ = Session.Shadow;

    /// <summary>Tells that engine of the relations that there are now; by the thread that runs queries.</summary>
    public void PrepareRelations() => _ = EvidenceQuery.Of(Session, "SELECT 1", ParameterValues.None).Columns;

    /// <summary>Runs a script and keeps its last result; earlier ones are dropped.</summary>
    /// <param name="sql">One statement or several; each runs, the last one's rows are kept.</param>
    /// <param name="parameters">Each statement takes those that it names; each must be named by one of them.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">A statement failed before its first row; later failures are the result's.</exception>
    /// <exception cref="UserException">A parameter is missing or unused, or there is no statement.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public RunOutcome Run(
        string sql,
        ParameterValues parameters,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var started = _time.GetTimestamp();
        sql = Session.WithOpenedFiles(sql);
        var query = EvidenceQuery.Of(Session, sql, parameters, cancellation);
        FollowTimeZone();
        var outcome = Keep(query, SourceOf(KeptOrigin.Query, sql), started, onRows, cancellation);
        FollowTimeZone();
        return outcome;
    }

    /// <summary>Shows the rows of kept results in the zone that the user has set for the session.</summary>
    private void FollowTimeZone()
    {
        var zone = Session.TimeZone;
        if (zone == _timeZone)
            return;
        var sql = $"SET TimeZone = {SqlText.Literal(zone)}";
        _reader.Execute(sql);
        using (_operating.Enter())
            Worker.Execute(sql);
        _timeZone = zone;
    }

    /// <summary>
    /// Runs a script without parameters; see <see cref="Run(string, ParameterValues, Action{KeptResult}?, CancellationToken)"/>.
    /// </summary>
    public RunOutcome Run(string sql, Action<KeptResult>? onRows = null, CancellationToken cancellation = default) =>
        Run(sql, ParameterValues.None, onRows, cancellation);

    /// <summary>
    /// Runs a canned query and keeps its result; see <see cref="Run(string, ParameterValues, Action{KeptResult}?, CancellationToken)"/>.
    /// </summary>
    /// <param name="query">Its header says which parameters there are, and their defaults.</param>
    /// <param name="given">Values by parameter name, as text.</param>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the result, which says so and keeps them.</param>
    public RunOutcome Run(
        QueryFile query,
        IReadOnlyDictionary<string, string?> given,
        Action<KeptResult>? onRows = null,
        CancellationToken cancellation = default
    )
    {
        var started = _time.GetTimestamp();
        return Keep(EvidenceQuery.Of(Session, query, given, cancellation), SourceOf(query, given), started, onRows, cancellation);
    }

    /// <summary>The result of this name, its number or the one chosen for it, upper or lower case alike; null if there is none.</summary>
    public KeptResult? Find(string name) => _results.FirstOrDefault(r => r.Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The evidence of one row, computed now; rows that are equal share it. Used by the thread that runs queries.</summary>
    /// <param name="result">Its row.</param>
    /// <param name="row">0-based.</param>
    /// <param name="withDeciders">Whether to tell also what only decided that the row is there.</param>
    /// <param name="cancellation">Interrupts the computation.</param>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RowEvidence EvidenceOf(KeptResult result, long row, bool withDeciders = false, CancellationToken cancellation = default)
    {
        using var page = result.Page(row, 1, cancellation);
        if (result.Source.Origin == KeptOrigin.Query)
            return result.Lineage.Query.OfRow(page, 0, withDeciders, cancellation);
        using (_operating.Enter())
            return result.Lineage.Query.OfRow(page, 0, withDeciders, cancellation);
    }

    /// <summary>How many observations the rows of a result that was kept with its evidence stand on, each counted once.</summary>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    public long CountObservations(KeptResult result, CancellationToken cancellation = default)
    {
        result.RequireKept();
        if (result.Lineage.Hidden is not [.., var row])
            return 0;
        using var connection = _database.Connect();
        var sql =
            $"SELECT count(DISTINCT id) FROM (SELECT unnest({SqlText.Identifier(row.Name)}) AS id FROM {result.Table}) "
            + $"WHERE id[1] NOT IN ('{EvidenceToken.Decider}', '{EvidenceToken.OwnRow}', '{EvidenceToken.Untraced}')";
        using var count = ResultTable.Read(RunningQuery.Start(connection, sql, ParameterValues.None, cancellation));
        return (long)count.Value(0, 0)!;
    }

    /// <summary>Forgets a result and frees its disk space.</summary>
    /// <exception cref="UserException">It still grows.</exception>
    public void Drop(KeptResult result)
    {
        result.RequireWhole();
        result.MarkDropped();
        lock (_naming)
            _results = _results.Remove(result);
        foreach (var name in result.Names)
            DropName(name);
        _reader.Execute($"DROP TABLE {result.Table}");
        Session.NoteRelations();
        Checkpoint();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _worker.Dispose();
        Session.Dispose();
        _store.Dispose();
    }

    private RunOutcome Keep(
        EvidenceQuery query,
        KeptSource source,
        long started,
        Action<KeptResult>? onRows,
        CancellationToken cancellation
    )
    {
        _ = query.Columns; // Asked before it begins: what else is asked of its connection would end it.
        using var begun = query.Begin(cancellation);
        Session.Turn.RequireHeld();
        _operating.RequireHeld();
        if (!begun.Rows.ReturnsRows)
            return new RunOutcome(null, begun.Rows.RowsChanged, _time.GetElapsedTime(started));
        using var writer = _database.Connect();
        var result = Create(writer, source, query, begun, started);
        using var keeper = new ResultKeeper(result, begun.Rows, writer, _store, _time, onRows);
        keeper.KeepAll(begun.First);
        BoundMemory(result.Columns.Count + result.Lineage.Hidden.Count);
        return new RunOutcome(result, 0, result.Progress.Elapsed);
    }

    /// <summary>What is known of the result that a view is of, or that a table holds; null for other relations.</summary>
    private KeptEvidence? KeptEvidence(RelationName name) =>
        name switch
        {
            { Catalog: "memory", Schema: "main" } => Find(name.Name)?.KeptEvidence,
            { Catalog: TemporaryStore.Database, Schema: "main" } => _results.FirstOrDefault(r => r.Name == name.Name)?.KeptEvidence,
            _ => null,
        };

    private KeptSource SourceOf(QueryFile query, IReadOnlyDictionary<string, string?> given)
    {
        var (sql, values) = SqlParameters.OfCanned(query, given);
        return SourceOf(KeptOrigin.Query, query.Sql, sql, values);
    }

    /// <param name="origin">What asked for the rows.</param>
    /// <param name="sql">What the result shows as its SQL.</param>
    /// <param name="exact">The SQL that a session of its own is to run, where that is not the same.</param>
    /// <param name="values">Values of the parameters in it.</param>
    private KeptSource SourceOf(KeptOrigin origin, string sql, string? exact = null, IReadOnlyDictionary<string, string>? values = null)
    {
        var mentioned = StandaloneSql.Mentioned(sql, _results);
        var standalone = new StandaloneSql(_database, [.. Session.Opened.Select(o => o.Name)]);
        return new KeptSource(
            origin,
            sql,
            mentioned,
            () => standalone.Of(exact ?? sql, values ?? new Dictionary<string, string>(), mentioned)
        );
    }

    /// <summary>Makes table and view under the next name that no table or view of the user's has.</summary>
    private KeptResult Create(DuckDbConnection writer, KeptSource source, EvidenceQuery query, BegunQuery begun, long started)
    {
        lock (_naming)
        {
            while (true)
            {
                var result = new KeptResult($"r{++_lastNumber}", source, query, begun, _reader, _time, started);
                var hidden = result.Lineage.Hidden;
                var definitions = KeptColumns.Definitions(
                    [.. result.Columns, .. hidden],
                    [.. result.ColumnNames, .. hidden.Select(c => c.Name)]
                );
                writer.Execute($"CREATE TABLE {result.Table} ({definitions})");
                if (TryCreateView(writer, result))
                {
                    _results = _results.Add(result);
                    Session.NoteRelations();
                    return result;
                }
                writer.Execute($"DROP TABLE {result.Table}");
            }
        }
    }

    private static bool TryCreateView(DuckDbConnection writer, KeptResult result)
    {
        try
        {
            writer.Execute($"CREATE VIEW memory.main.{result.Name} AS {result.ShownSql}");
            return true;
        }
        catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.Catalog)
        {
            return false;
        }
    }

    /// <summary>Small results lie in memory, column by column, until a checkpoint writes them to the file.</summary>
    private void BoundMemory(int columns)
    {
        if (Interlocked.Add(ref _columnsInMemory, columns) >= MostColumnsInMemory)
            Checkpoint();
    }

    /// <summary>Writes what is in memory, and frees the space of dropped tables. If it cannot be done now, the next one will do.</summary>
    private void Checkpoint()
    {
        if (!_store.CanCheckpoint)
            return;
        try
        {
            _reader.Execute($"CHECKPOINT {TemporaryStore.Database}");
            Interlocked.Exchange(ref _columnsInMemory, 0);
        }
        catch (DuckDbException e) when (e.Kind is DuckDbErrorKind.Transaction or DuckDbErrorKind.IO)
        {
            // Another result is being written; or the disk is full, which whatever needs it will say.
        }
    }
}
