using System.Collections.Concurrent;
using Analytics.DuckDb;
using Analytics.Engine.Files;
using Analytics.Engine.Queries;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>What a session is opened with.</summary>
/// <param name="Home">Where the data and the canned queries lie.</param>
/// <param name="Open">Files of <c>--open</c>.</param>
/// <param name="Safe">Load all tables first, then forbid access to files and network, and changes of settings.</param>
/// <param name="Memory">The engine's memory limit, for example <c>200MB</c>; null: the engine's default.</param>
/// <param name="Language">Of comments on tables and columns: <c>zh</c> or <c>en</c>.</param>
public sealed record SessionOptions(
    Home Home,
    IReadOnlyList<string> Open,
    bool Safe = false,
    string? Memory = null,
    Language Language = Language.En
)
{
    /// <summary>How the files are read, as far as the user states it.</summary>
    public FileChoices Reading { get; init; } = FileChoices.None;

    /// <summary>Whether the engine counts how far a statement is, from the start: a safe session changes no setting later.</summary>
    public bool CountsProgress { get; init; }

    /// <summary>Files of SQL that clean opened files; one that is not there yet is proposed and written.</summary>
    public IReadOnlyList<string> Clean { get; init; } = [];
}

/// <summary>
/// One in-memory database with the product's tables, the opened files and a connection. Synchronous: callers choose
/// the thread, one at a time. Owns database and connection.
/// </summary>
public sealed partial class AnalyticsSession : IDisposable
{
    /// <summary>
    /// Settings of every database: no extension is ever fetched from the network, and nothing is spilled into the folder that the user
    /// stands in; a session names one.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> DatabaseSettings = new Dictionary<string, string>
    {
        ["autoinstall_known_extensions"] = "false",
        ["autoload_known_extensions"] = "false",
        ["temp_directory"] = "",
    };

    /// <summary>Makes the schema of the product's tables.</summary>
    internal const string SchemaSql = $"CREATE SCHEMA IF NOT EXISTS memory.{ProductTables.Schema};";

    /// <summary>Lets plain names find the user's tables first, then the product's; for every connection that reads users' SQL.</summary>
    internal const string SearchPathSql = $"SET search_path = 'memory.main,memory.{ProductTables.Schema}';";

    /// <summary>Makes names in a database those that they are in a session, without the product's tables.</summary>
    internal static void PrepareNames(DuckDbConnection connection) => connection.Execute(SchemaSql + SearchPathSql);

    private static readonly Localized BrokenTransaction = new(
        "事务因出错而中止：其中所做的都不算数，运行 ROLLBACK 之后才能继续。",
        "The transaction is aborted by the failure: nothing done in it counts, and ROLLBACK must end it before anything else runs."
    );

    private readonly DuckDbDatabase _database;
    private DuckDbConnection _connection;
    private readonly SessionOptions _options;
    private readonly HashSet<string> _registered = [];
    private readonly PrivateFolder? _spill;
    private readonly EngineHazards _hazards = new();
    private readonly ConcurrentQueue<Localized> _remarks = [];
    private readonly HashSet<string> _hidden = [];
    private readonly FileCopies _copies = new();
    private SafeStatements? _safe;
    private bool _commentsSet;
    private bool _mayBeInTransaction;
    private bool _countsProgress;

    private AnalyticsSession(DuckDbDatabase database, DuckDbConnection connection, SessionOptions options, PrivateFolder? spill, Turn turn)
    {
        Turn = turn;
        _spill = spill;
        _database = database;
        _connection = connection;
        _options = options;
        Queries = new QueryCatalog(options.Home.Queries);
    }

    /// <summary>Who uses the session. To be entered where a statement may have to be left to itself; others need not.</summary>
    public Turn Turn { get; }

    /// <summary>The connection, for whoever was not left to another one.</summary>
    private DuckDbConnection Connection
    {
        get
        {
            Turn.RequireHeld();
            return _connection;
        }
    }

    public Home Home => _options.Home;

    public QueryCatalog Queries { get; }

    /// <summary>What the product's tables and columns are.</summary>
    /// <exception cref="UserException">The data package is damaged.</exception>
    public TableDescriptions Descriptions => field ??= TableDescriptions.Read(_options.Home.Data);

    /// <summary>Files opened beside the product's own tables.</summary>
    public IReadOnlyList<OpenedFile> Opened { get; private set; } = [];

    /// <summary>How far the running statement is; the percentage is NaN until <see cref="CountProgress"/>.</summary>
    public QueryProgress Progress => _connection.Progress;

    /// <param name="options">What to open, and what the session may do.</param>
    /// <param name="database">A database opened ahead with <see cref="DatabaseSettings"/>, or null; owned from here on, also on
    /// failure.</param>
    /// <param name="spills">Whether the session makes the folder for what exceeds memory; false where the database has one.</param>
    /// <param name="turn">Of the threads that use the session; null for one of its own.</param>
    /// <exception cref="UserException">A file cannot be opened, or the memory limit is not understood.</exception>
    public static AnalyticsSession Open(SessionOptions options, DuckDbDatabase? database = null, bool spills = true, Turn? turn = null)
    {
        database ??= DuckDbDatabase.Open(null, DatabaseSettings);
        DuckDbConnection? connection = null;
        PrivateFolder? spill = null;
        try
        {
            connection = database.Connect();
            spill = spills ? SpillFolder() : null;
            var session = new AnalyticsSession(database, connection, options, spill, turn ?? new Turn());
            session.Configure();
            return session;
        }
        catch
        {
            connection?.Dispose();
            database.Dispose();
            spill?.Dispose();
            throw;
        }
    }

    /// <summary>Runs a script, one statement after the other, and returns the last one's result, still streaming.</summary>
    /// <exception cref="DuckDbException">The engine refuses or fails a statement.</exception>
    /// <exception cref="UserException">A parameter is missing or unused, or there is no statement.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RunningQuery Run(string sql, ParameterValues parameters, CancellationToken cancellation = default)
    {
        RequireAllowed(sql);
        RegisterFor(sql);
        return RunningQuery.Start(
            Connection,
            sql,
            parameters,
            cancellation,
            RegisterTables,
            (kind, statement) => Starting(kind, statement, parameters, cancellation)
        );
    }

    /// <summary>
    /// The same, but the last statement begins only when something of its result is asked for, and throws then. So a writer may
    /// have the engine write the rows itself.
    /// </summary>
    /// <inheritdoc cref="Run(string, ParameterValues, CancellationToken)"/>
    public RunningQuery Prepare(string sql, ParameterValues parameters, CancellationToken cancellation = default)
    {
        RequireAllowed(sql);
        RegisterFor(sql);
        return RunningQuery.Prepare(
            Connection,
            sql,
            parameters,
            cancellation,
            RegisterTables,
            (kind, statement) => Starting(kind, statement, parameters, cancellation),
            mayWriteFiles: !IsSafe
        );
    }

    /// <summary>Runs one statement of the product's own, whose tables it may need.</summary>
    public RunningQuery Run(string sql, CancellationToken cancellation = default) => Run(sql, ParameterValues.None, cancellation);

    /// <summary>Runs a canned query.</summary>
    /// <param name="query">Its header says which parameters there are, and their defaults.</param>
    /// <param name="given">Values by parameter name, as text.</param>
    /// <param name="cancellation">Interrupts the engine; the query then ends with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="UserException">A value is missing, unknown, of the wrong type or not in the pick-list.</exception>
    public RunningQuery Run(QueryFile query, IReadOnlyDictionary<string, string?> given, CancellationToken cancellation = default)
    {
        RequireAllowed(query.Sql);
        RegisterNeeded(query.Statement);
        return RunningQuery.Start(Connection, query, ParameterValues.For(query, given, Choices, PlaceAliases), cancellation);
    }

    /// <summary>The statement of a canned query with the values of its parameters.</summary>
    /// <param name="query">Its header says which parameters there are.</param>
    /// <param name="given">Values by parameter name, as text.</param>
    /// <exception cref="UserException">A value is missing, unknown, of the wrong type or not in the pick-list.</exception>
    public (string Sql, ParameterValues Parameters) Bound(QueryFile query, IReadOnlyDictionary<string, string?> given) =>
        (query.Statement, ParameterValues.For(query, given, Choices, PlaceAliases));

    /// <summary>The values that parameters have: those given, checked, and defaults for the rest, as text; null for none.</summary>
    /// <inheritdoc cref="Bound"/>
    public IReadOnlyDictionary<string, string?> ValuesOf(QueryFile query, IReadOnlyDictionary<string, string?> given)
    {
        var values = ParameterValues.For(query, given, Choices, PlaceAliases);
        return query.Parameters.ToDictionary(p => p.Name, p => values[p.Name] is { } value ? Text(value) : null);

        static string? Text(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What a value of a parameter is called; of none, what the parameter says for all.</summary>
    public Localized Called(QueryParameter parameter, string? value) =>
        value is null ? parameter.All ?? new("全部", "all") : Label(parameter, value);

    /// <summary>The title of a run of a canned query, which names the values that narrow it.</summary>
    /// <inheritdoc cref="Bound"/>
    public Localized Title(QueryFile query, IReadOnlyDictionary<string, string?> given)
    {
        if (given.Count == 0 && query.Titled is null)
            return query.Title;
        var values = ParameterValues.For(query, given, Choices, PlaceAliases);
        var labels = query
            .Parameters.Where(p => given.ContainsKey(p.Name) || query.IsTitled(p.Name))
            .Select(p => (p.Name, Label: values[p.Name] is { } value ? Label(p, value) : query.AllOf(p)))
            .Where(l => l.Label is not null)
            .ToDictionary(l => l.Name, l => l.Label!);
        return new(In(Language.Zh), In(Language.En));

        string In(Language language) => query.TitleOf(labels.ToDictionary(l => l.Key, l => l.Value.In(language)), language);
    }

    private Localized Label(QueryParameter parameter, object value) =>
        value is string text && Choices(parameter)?.FirstOrDefault(c => c.Value == text) is { } choice
            ? choice.Label
            : Localized.Same(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);

    /// <summary>Pairs of figures of which one holds a part of the other, prints it again or contradicts it: never to be added.</summary>
    /// <param name="ids">The observations to look among.</param>
    public IReadOnlyList<(string A, string B)> OverlapsAmong(IReadOnlyCollection<string> ids)
    {
        using var table = Results.ResultTable.Read(Run(ComparisonView.OverlapsAmong(string.Join(", ", ids.Select(SqlText.Literal)))));
        return [.. Enumerable.Range(0, checked((int)table.RowCount)).Select(row => (table.Text(row, 0)!, table.Text(row, 1)!))];
    }

    /// <summary>
    /// The allowed values of a parameter with their labels (the value itself if the query gives none); null if it has no pick-list.
    /// </summary>
    public IReadOnlyList<ParameterChoice>? Choices(QueryParameter parameter)
    {
        if (parameter.From is null)
            return null;
        using var table = Results.ResultTable.Read(Run(parameter.From));
        var (zh, en) = (Math.Min(1, table.Columns.Count - 1), Math.Min(2, table.Columns.Count - 1));
        return
        [
            .. Enumerable
                .Range(0, checked((int)table.RowCount))
                .Where(row => !table.IsNull(row, 0))
                .Select(row => new ParameterChoice(table.Text(row, 0)!, new(table.Text(row, zh) ?? "", table.Text(row, en) ?? ""))),
        ];
    }

    /// <summary>What people call the places.</summary>
    /// <exception cref="UserException">A data file is missing or damaged.</exception>
    public PlaceAliases PlaceAliases()
    {
        using var table = Results.ResultTable.Read(Run("SELECT alias, place_id FROM product.alias ORDER BY place_id, alias"));
        return new([.. Enumerable.Range(0, checked((int)table.RowCount)).Select(row => (table.Text(row, 0)!, table.Text(row, 1)!))]);
    }

    /// <summary>Makes all of the product's tables visible, once.</summary>
    /// <exception cref="UserException">A data file is missing or damaged.</exception>
    public void RegisterTables() => Register(ProductTables.Names);

    /// <summary>Columns of all tables and views that are not the engine's own, those loaded of the product's among them.</summary>
    public IReadOnlyList<RelationColumn> RelationColumns() => RelationColumn.Read(Connection);

    /// <summary>Makes the descriptions of tables and columns visible in <c>duckdb_tables()</c> and <c>duckdb_columns()</c>, once.</summary>
    public void SetComments()
    {
        if (_commentsSet)
            return;
        _commentsSet = true;
        RegisterTables();
        Descriptions.SetComments(Connection, _options.Language);
    }

    /// <summary>
    /// Lets the engine count how far a statement is, without printing it. Not after a safe session has locked its settings.
    /// </summary>
    public void CountProgress()
    {
        _countsProgress = true;
        CountProgressOf(_connection);
    }

    private static void CountProgressOf(DuckDbConnection connection) =>
        connection.Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false");

    /// <summary>
    /// Goes on with another connection when a statement does not answer: its thread keeps the one it has, and whatever belongs to that
    /// (temporary tables, variables, settings, an open transaction). By another thread than that of the statement.
    /// </summary>
    /// <param name="zone">The time zone in which the session shows instants; the other connection keeps it.</param>
    /// <returns>Whether anybody had the turn.</returns>
    internal bool Leave(string zone)
    {
        var next = _database.Connect();
        next.Execute(SearchPathSql);
        if (next.Setting("TimeZone") != zone)
            next.Execute($"SET TimeZone = {SqlText.Literal(zone)}");
        if (_countsProgress)
            CountProgressOf(next);
        var left = Turn.Take(() =>
        {
            var before = _connection;
            _connection = next;
            return before;
        });
        if (!left)
        {
            next.Dispose();
            return false;
        }

        LeaveShadow();
        _mayBeInTransaction = false;
        NoteDefinitions();
        return true;
    }

    /// <summary>
    /// What is worth saying since this was last asked: a time zone that there is not, a name that hides the product's, a transaction that a
    /// failure aborted.
    /// </summary>
    public IReadOnlyList<Localized> TakeRemarks()
    {
        if (_mayBeInTransaction && IsTransactionBroken())
            _remarks.Enqueue(BrokenTransaction);
        var taken = new List<Localized>();
        while (_remarks.TryDequeue(out var remark))
            taken.Add(remark);
        return taken;
    }

    /// <summary>The time zone in which the session shows instants.</summary>
    internal string TimeZone => Connection.Setting("TimeZone");

    /// <summary>Deletes what the engine spilled, where the session cannot be disposed while something runs in it; on any thread.</summary>
    public void Abandon() => _spill?.Dispose();

    public void Dispose()
    {
        EndShadow();
        _connection.Dispose();
        _database.Dispose();
        _spill?.Dispose();
        _copies.Dispose();
    }

    /// <summary>Names of the product's tables and views that are loaded so far.</summary>
    internal IReadOnlySet<string> Registered => _registered;

    /// <summary>Names of the product's tables and views that a script can need, loaded or not.</summary>
    internal IReadOnlySet<string> Needed(string sql) => NeededTables.Of(Connection, sql);

    /// <summary>Holds SQL of the user's against what ends the engine, and in a safe session against what that allows.</summary>
    /// <exception cref="UserException">It is refused.</exception>
    internal void RequireAllowed(string sql)
    {
        ShellHabit.Refuse(sql);
        _safe?.Require(sql);
        _hazards.Refuse(sql, FilesOf);
    }

    private IReadOnlyList<string> FilesOf(string pattern) =>
        Connection.Rows($"SELECT file FROM glob({SqlText.Literal(pattern)})", row => row.Text(0));

    /// <summary>Loads what a script can need; a safe session has all of it.</summary>
    private void RegisterNeeded(string sql)
    {
        if (!ProductTables.Names.All(_registered.Contains))
            Register(Needed(sql));
    }

    /// <summary>
    /// Loads and describes what a script mentions. Behind a name that the engine does not know may still be a table that nothing
    /// announced; and it suggests what it knows.
    /// </summary>
    private void RegisterFor(string sql)
    {
        RegisterNeeded(sql);
        if (TableDescriptions.MayBeNeededBy(sql))
            SetComments();
    }

    /// <summary>Makes visible what was not before.</summary>
    private void Register(IEnumerable<string> names)
    {
        var missing = names.Where(n => !_registered.Contains(n)).ToList();
        if (missing.Count == 0)
            return;
        ProductTables.Register(Connection, _options.Home.Data, missing, mayReadLater: !_options.Safe);
        if (missing.Contains(PlaceFunction.Table))
            PlaceDefinition = PlaceFunction.Create(Connection);
        _registered.UnionWith(missing);
        NoteRelations();
    }

    /// <summary>Null where none can be made: most statements need none, and the engine tells of one that would.</summary>
    private static PrivateFolder? SpillFolder()
    {
        try
        {
            return PrivateFolder.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Configure()
    {
        if (_spill is not null)
            _connection.Execute(_spill.SpillSql);
        PrepareNames(_connection);
        if (FollowZone(Environment.GetEnvironmentVariable("TZ")) is { } remark)
            _remarks.Enqueue(remark);
        if (_options.Memory is { } memory)
            SetMemory(memory);
        OpenAll();
        if (_options.CountsProgress)
            CountProgress();
        if (!_options.Safe)
            return;
        RegisterTables();
        _safe = new SafeStatements(_connection.Rows(SafeStatements.TableFunctionsSql, row => row.Text(0)!).ToHashSet(), Opened);
        _connection.Execute("SET enable_external_access = false; SET lock_configuration = true");
    }

    /// <summary>
    /// Has the engine take the zone of <c>TZ</c>: of some names it makes UTC in silence. What it knows by no name, such as the POSIX form
    /// <c>CST-8</c>, is said.
    /// </summary>
    private Localized? FollowZone(string? named)
    {
        var name = named?.TrimStart(':').Replace("/usr/share/zoneinfo/", "", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(name) || TimeZone == name)
            return null;
        try
        {
            // For every connection, also those made later.
            _connection.Execute($"SET GLOBAL TimeZone = {SqlText.Literal(name)}");
            return null;
        }
        catch (DuckDbException)
        {
            return new(
                $"TZ={named} 不是引擎认得的时区，时刻按 {TimeZone} 显示；请用 Asia/Shanghai 这样的名称。",
                $"TZ={named} is no time zone that the engine knows: instants are shown in {TimeZone}. A name such as Asia/Shanghai works."
            );
        }
    }

    /// <summary>Whether a statement failed in a transaction that was begun: the engine then refuses all others until it is ended.</summary>
    private bool IsTransactionBroken()
    {
        try
        {
            Connection.Execute("SELECT 1");
            return false;
        }
        catch (DuckDbException)
        {
            return true;
        }
    }

    /// <summary>Says, once a name, that a table or view of the user's now stands before the product's.</summary>
    private void NoteHidden(string name)
    {
        if (!ProductTables.Names.Contains(name, StringComparer.OrdinalIgnoreCase) || !_hidden.Add(name.ToLowerInvariant()))
            return;
        _remarks.Enqueue(
            new(
                $"“{name}”现在指你自己的表；本库的表是 {ProductTables.Schema}.{name.ToLowerInvariant()}。",
                $"'{name}' now means your own table; the product's is {ProductTables.Schema}.{name.ToLowerInvariant()}."
            )
        );
    }

    private void SetMemory(string memory)
    {
        try
        {
            _connection.Execute($"SET memory_limit = {SqlText.Literal(memory)}");
        }
        catch (DuckDbException e)
        {
            throw UserException.Usage(
                $"内存上限“{memory}”不对，应如 500MB、4GB。",
                $"memory limit '{memory}': {e.Message} Expected for example 500MB or 4GB.",
                e
            );
        }
    }
}
