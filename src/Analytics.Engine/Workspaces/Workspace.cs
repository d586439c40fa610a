using System.Collections.Immutable;
using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>What came of a statement.</summary>
/// <param name="Result">The kept result; null for statements that only act.</param>
/// <param name="RowsChanged">Rows that an INSERT, UPDATE or DELETE changed.</param>
public sealed record RunOutcome(KeptResult? Result, long RowsChanged, TimeSpan Elapsed);

/// <summary>
/// A session whose results are kept, whatever their size, in a temporary database file beside the session's own database
/// in memory, and can be queried as <c>r1</c>, <c>r2</c> …. Synchronous: at the same time one thread may run queries,
/// one operations on results, and any read pages, search or look at the list. Owns session and results; the file goes
/// with it.
/// </summary>
public sealed partial class Workspace : IDisposable
{
    /// <summary>Columns of new results between checkpoints; each takes up to 32 KB of memory, which the engine cannot spill, however few its rows.</summary>
    const int MostColumnsInMemory = 500;

    readonly DuckDbDatabase database;
    readonly TemporaryStore store;
    readonly PageReader reader;
    readonly DuckDbConnection worker;
    readonly TimeProvider time;
    readonly Lock naming = new();
    ImmutableArray<KeptResult> results = [];
    int lastNumber;
    int columnsInMemory;

    Workspace(AnalyticsSession session, DuckDbDatabase database, TemporaryStore store, DuckDbConnection worker, TimeProvider time)
    {
        Session = session;
        this.database = database;
        this.store = store;
        this.worker = worker;
        this.time = time;
        reader = new PageReader(database.Connect());
    }

    public AnalyticsSession Session { get; }

    /// <summary>The results that are kept, oldest first, the growing one included. A snapshot.</summary>
    public IReadOnlyList<KeptResult> Results => results;

    /// <summary>Bytes that results and spilled data take on the disk now.</summary>
    public long DiskUsed => store.Used;

    /// <summary>How far the running operation on a result is.</summary>
    public QueryProgress OperationProgress => worker.Progress;

    internal TemporaryStore Store => store;

    /// <param name="folder">Where the temporary folder is made; null: TMPDIR, else <c>/var/tmp</c>, else the system's choice.</param>
    /// <exception cref="EngineException">As of <see cref="AnalyticsSession.Open"/>, or the temporary folder cannot be made.</exception>
    public static Workspace Open(SessionOptions options, TimeProvider time, string? folder = null)
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
            worker.Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
            return new Workspace(AnalyticsSession.Open(options, database), database, store, worker, time);
        }
        catch
        {
            worker?.Dispose();
            database?.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <summary>Runs a script and keeps its last result; earlier ones are dropped.</summary>
    /// <param name="onRows">Called on this thread when the first rows can be read, and whenever there are more.</param>
    /// <param name="cancellation">Once there are rows, cancelling ends the result, which says so and keeps them.</param>
    /// <exception cref="DuckDbException">A statement failed before its first row; later failures are the result's.</exception>
    /// <exception cref="EngineException">A parameter is missing or unused, or there is no statement.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first row.</exception>
    public RunOutcome Run(string sql, ParameterValues parameters, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        var started = time.GetTimestamp();
        return Keep(Session.Run(sql, parameters, cancellation), SourceOf(KeptOrigin.Query, sql), started, onRows);
    }

    /// <summary>Runs a script without parameters; see <see cref="Run(string, ParameterValues, Action{KeptResult}?, CancellationToken)"/>.</summary>
    public RunOutcome Run(string sql, Action<KeptResult>? onRows = null, CancellationToken cancellation = default) =>
        Run(sql, ParameterValues.None, onRows, cancellation);

    /// <summary>Runs a canned query and keeps its result; see <see cref="Run(string, ParameterValues, Action{KeptResult}?, CancellationToken)"/>.</summary>
    /// <param name="given">Values by parameter name, as text.</param>
    public RunOutcome Run(
        QueryFile query, IReadOnlyDictionary<string, string?> given, Action<KeptResult>? onRows = null, CancellationToken cancellation = default)
    {
        var started = time.GetTimestamp();
        return Keep(Session.Run(query, given, cancellation), SourceOf(query, given), started, onRows);
    }

    /// <summary>The result of this name, its number or the one chosen for it, upper or lower case alike; null if there is none.</summary>
    public KeptResult? Find(string name) =>
        results.FirstOrDefault(r => r.Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Forgets a result and frees its disk space.</summary>
    /// <exception cref="EngineException">It still grows.</exception>
    public void Drop(KeptResult result)
    {
        result.RequireWhole();
        result.MarkDropped();
        lock (naming)
            results = results.Remove(result);
        foreach (var name in result.Names)
            DropName(name);
        reader.Execute($"DROP TABLE {result.Table}");
        Checkpoint();
    }

    public void Dispose()
    {
        reader.Dispose();
        worker.Dispose();
        Session.Dispose();
        store.Dispose();
    }

    RunOutcome Keep(RunningQuery running, KeptSource source, long started, Action<KeptResult>? onRows)
    {
        using var query = running;
        if (!query.ReturnsRows)
            return new RunOutcome(null, query.RowsChanged, time.GetElapsedTime(started));
        var first = query.Fetch();
        using var writer = database.Connect();
        var result = Create(writer, source, query, started);
        using var keeper = new ResultKeeper(result, query, writer, store, time, onRows);
        keeper.KeepAll(first);
        BoundMemory(result.Columns.Count);
        return new RunOutcome(result, 0, result.Progress.Elapsed);
    }

    KeptSource SourceOf(QueryFile query, IReadOnlyDictionary<string, string?> given)
    {
        var (sql, values) = SqlParameters.OfCanned(query, given);
        return SourceOf(KeptOrigin.Query, query.Sql, sql, values);
    }

    /// <param name="exact">The SQL that a session of its own is to run, where that is not the same.</param>
    /// <param name="values">Values of the parameters in it.</param>
    KeptSource SourceOf(KeptOrigin origin, string sql, string? exact = null, IReadOnlyDictionary<string, string>? values = null)
    {
        var mentioned = StandaloneSql.Mentioned(sql, results);
        var standalone = new StandaloneSql(database, [.. Session.Opened.Select(o => o.Name)]);
        return new KeptSource(origin, sql, mentioned, () => standalone.Of(exact ?? sql, values ?? new Dictionary<string, string>(), mentioned));
    }

    /// <summary>Makes table and view under the next name that no table or view of the user's has.</summary>
    KeptResult Create(DuckDbConnection writer, KeptSource source, RunningQuery query, long started)
    {
        lock (naming)
            while (true)
            {
                var result = new KeptResult($"r{++lastNumber}", source, query.Columns, reader, time, started);
                writer.Execute($"CREATE TABLE {result.Table} ({KeptColumns.Definitions(result.Columns, result.ColumnNames)})");
                if (TryCreateView(writer, result))
                {
                    results = results.Add(result);
                    return result;
                }
                writer.Execute($"DROP TABLE {result.Table}");
            }
    }

    static bool TryCreateView(DuckDbConnection writer, KeptResult result)
    {
        try
        {
            writer.Execute($"CREATE VIEW memory.main.{result.Name} AS FROM {result.Table}");
            return true;
        }
        catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.Catalog)
        {
            return false;
        }
    }

    /// <summary>Small results lie in memory, column by column, until a checkpoint writes them to the file.</summary>
    void BoundMemory(int columns)
    {
        if (Interlocked.Add(ref columnsInMemory, columns) >= MostColumnsInMemory)
            Checkpoint();
    }

    /// <summary>Writes what is in memory, and frees the space of dropped tables. If it cannot be done now, the next one will do.</summary>
    void Checkpoint()
    {
        if (!store.CanCheckpoint)
            return;
        try
        {
            reader.Execute($"CHECKPOINT {TemporaryStore.Database}");
            Interlocked.Exchange(ref columnsInMemory, 0);
        }
        catch (DuckDbException e) when (e.Kind is DuckDbErrorKind.Transaction or DuckDbErrorKind.IO)
        {
            // Another result is being written; or the disk is full, which whatever needs it will say.
        }
    }
}
