using System.Text.Json.Nodes;
using Analytics.DuckDb;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>How the evidence of a statement's rows is had.</summary>
public enum EvidenceMode
{
    /// <summary>With the rows, from one execution.</summary>
    WithRows,

    /// <summary>For a row when it is asked for: the tables hold too many observations for lists in every row.</summary>
    OnDemand,

    /// <summary>Not at all; <see cref="EvidenceQuery.Refusal"/> says why.</summary>
    None,
}

/// <summary>
/// A statement with what its rows, cells and columns stand on. Derived from the statement; the rows are those of the plain statement, in
/// its order, under its names. Belongs to its session and the thread that uses it.
/// </summary>
public sealed class EvidenceQuery
{
    /// <summary>With more observations than this, or rows of a file, evidence is asked for row by row.</summary>
    public const long MostWithRows = 50_000;

    /// <summary>Above so many observations the rows that a window function computed over are not listed: work grows squarely.</summary>
    private const long MostInFrames = 2_000;

    private readonly LineageContext _context;
    private readonly Asked _asked;
    private readonly string _known;
    private readonly JsonObject? _statement;
    private readonly IReadOnlyList<ResultColumn> _visible;
    private readonly long _observations;
    private TracedStatement? _traced;
    private NotTraced? _refusal;
    private bool _isChecked;

    private EvidenceQuery(LineageContext context, Asked asked, Reading reading, TracedStatement? traced, NotTraced? refusal)
    {
        _context = context;
        _asked = asked;
        (Sql, _known, _statement, _visible) = reading;
        _traced = traced;
        _refusal = refusal;
        _observations = Observations(context, reading, traced);
    }

    /// <summary>A statement as it was asked for.</summary>
    /// <param name="Sql">One statement.</param>
    /// <param name="Parameters">Their values.</param>
    /// <param name="Start">Runs it as it stands.</param>
    private sealed record Asked(string Sql, ParameterValues Parameters, Func<CancellationToken, RunningQuery> Start);

    /// <summary>A statement as it was read.</summary>
    /// <param name="Sql">The values of a PIVOT written out.</param>
    /// <param name="Known">With values in the place of parameters; never run.</param>
    /// <param name="Statement">Its tree; null where the engine writes none.</param>
    /// <param name="Visible">Its columns.</param>
    private sealed record Reading(string Sql, string Known, JsonObject? Statement, IReadOnlyList<ResultColumn> Visible)
    {
        /// <summary>The relations of the moment; null where nothing could be asked.</summary>
        public RelationCatalog? Catalog { get; init; }

        public Reading Of(string text) => this with { Sql = text, Known = text };
    }

    /// <summary>The statement as asked; of a script the last one.</summary>
    public string Sql { get; }

    /// <summary>The statement that carries evidence in hidden columns behind the others; null if it is not traced.</summary>
    public string? TracedSql => Checked?.Sql;

    /// <summary>Where each column of the result comes from, in order.</summary>
    public IReadOnlyList<ColumnOrigin> Columns => field ??= ReadOrigins();

    /// <summary>How rows depend on others that they do not stand on.</summary>
    public IReadOnlyCollection<Dependence> Dependences => _traced?.Dependences ?? [];

    /// <summary>Why the statement is not traced; null if it is.</summary>
    public NotTraced? Refusal => Checked is null ? _refusal : null;

    /// <summary>No row stands on more observations than this: those in the tables that the statement reads.</summary>
    public long MostObservations => _observations;

    /// <summary>
    /// The statement with evidence, its columns held against those of the plain one. When it runs, the engine tells them anyway.
    /// </summary>
    private TracedStatement? Checked
    {
        get
        {
            if (_traced is null || _isChecked)
                return _traced;
            lock (_context.Shadow.Turn)
                Check(_context.ColumnsOf(ParameterText.WithValues(_traced.Sql, _asked.Parameters)));
            return _traced;
        }
    }

    /// <summary>The number of hidden columns of <see cref="TracedSql"/>.</summary>
    internal int HiddenCount => Checked?.Hidden ?? 0;

    /// <inheritdoc cref="TracedStatement.Cells"/>
    internal IReadOnlyDictionary<int, int> Cells => Checked?.Cells ?? new Dictionary<int, int>();

    /// <summary>Whether the statement takes all columns of what it reads, as <c>SELECT *</c> and <c>FROM t</c> do, and no others.</summary>
    public bool TakesAllColumns => _statement?["node"].List("select_list") is [JsonObject star] && star.Is("class", "STAR");

    public EvidenceMode Mode =>
        _traced is null ? EvidenceMode.None
        : Math.Max(_observations, _traced.OwnRows) > MostWithRows && _traced.Hidden > 0 ? EvidenceMode.OnDemand
        : EvidenceMode.WithRows;

    /// <summary>Reads a statement. Of a script all statements but the last run here.</summary>
    /// <exception cref="DuckDbException">The engine refuses the statement itself, or one before it.</exception>
    public static EvidenceQuery Of(
        AnalyticsSession session,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation = default
    )
    {
        var range = session.RunAllButLast(sql, parameters, cancellation);
        var last = sql[range];
        session.Load(last);
        return Of(session.Lineage, new Asked(last, parameters, InScript(sql, range, token => session.Prepare(last, parameters, token))));
    }

    /// <summary>Whether a script may read figures; if not, its rows need no evidence.</summary>
    /// <exception cref="UserException">The script is refused.</exception>
    public static bool MayReadFigures(AnalyticsSession session, string sql)
    {
        session.RequireAllowed(sql);
        return session.Needed(sql).Any(ProductRelations.HasEvidence);
    }

    /// <summary>Reads a statement over kept results that runs on another connection.</summary>
    internal static EvidenceQuery Of(LineageContext context, string sql) => Of(context, sql, ParameterValues.None);

    /// <summary>Reads a statement that runs on the connection of a context.</summary>
    internal static EvidenceQuery Of(LineageContext context, string sql, ParameterValues parameters) =>
        Of(context, new Asked(sql, parameters, token => context.Run(sql, parameters, token)));

    private static EvidenceQuery Of(LineageContext context, Asked asked)
    {
        var reading = new Reading(asked.Sql, asked.Sql, null, []);
        lock (context.Shadow.Turn)
        {
            try
            {
                reading = reading with { Catalog = context.Catalog() };
                reading = reading.Of(PivotValues.WrittenOut(context, asked.Sql));
                var key = ParameterText.WithKinds(reading.Sql, asked.Parameters);
                if (context.Read.Find(key) is { } before)
                {
                    var known = ParameterText.WithValues(reading.Sql, asked.Parameters);
                    reading = reading with { Known = known, Statement = before.Statement, Visible = before.Visible };
                    return new(context, asked, reading, before.Traced, null);
                }

                reading = Read(context, asked.Parameters, reading);
                var traced = TracedStatement.Of(context, reading.Catalog!, reading.Statement!, reading.Visible, withDeciders: false);
                context.Read.Keep(key, new(reading.Statement!, reading.Visible, traced));
                return new(context, asked, reading, traced, null);
            }
            catch (RefusalException e)
            {
                return new(context, asked, reading, null, e.Refusal);
            }
            catch (DuckDbException e) when (e.IsDefect)
            {
                // Better here than in the session's database, which would be lost with all that is in it.
                context.LoseShadow();
                throw;
            }
            catch (DuckDbException e)
            {
                // Where the statement is wrong, the engine is to say so of the text as it was given.
                if (reading.Visible.Count == 0)
                    asked.Start(CancellationToken.None).Dispose();
                return new(context, asked, reading, null, Failed(e));
            }
        }
    }

    private static Reading Read(LineageContext context, ParameterValues parameters, Reading reading)
    {
        var statement = context.Shadow.Text.Read(reading.Sql);
        var known = ParameterText.HasParameters(statement) ? ParameterText.WithValues(reading.Sql, parameters) : reading.Sql;
        return reading with { Known = known, Statement = statement, Visible = context.ColumnsOf(known) };
    }

    /// <summary>Positions of errors count in the script that a statement is of.</summary>
    private static Func<CancellationToken, RunningQuery> InScript(string sql, Range range, Func<CancellationToken, RunningQuery> start)
    {
        return range.GetOffsetAndLength(sql.Length).Offset == 0 ? start : Shifted;

        RunningQuery Shifted(CancellationToken token)
        {
            try
            {
                return start(token).Begun();
            }
            catch (DuckDbException e) when (e.Sql == sql[range])
            {
                throw new DuckDbException(e.Message, e.Kind, e.Position + range.GetOffsetAndLength(sql.Length).Offset, e) { Sql = sql };
            }
        }
    }

    /// <summary>Reads the statement of a canned query.</summary>
    /// <param name="session">Has the relations.</param>
    /// <param name="query">Its header says which parameters and columns there are.</param>
    /// <param name="given">Values by parameter name, as text.</param>
    /// <param name="cancellation">Interrupts the engine.</param>
    /// <exception cref="UserException">A value is missing, unknown, of the wrong type or not in the pick-list, or header and statement do
    /// not fit.</exception>
    public static EvidenceQuery Of(
        AnalyticsSession session,
        QueryFile query,
        IReadOnlyDictionary<string, string?> given,
        CancellationToken cancellation = default
    )
    {
        session.RequireParameters(query);
        var (sql, parameters) = session.Bound(query, given);
        try
        {
            var traced = Of(session, sql, parameters, cancellation);
            if (traced._visible.Count > 0)
                QueryFileCheck.RequireColumns(query, traced._visible);
            return traced;
        }
        catch (DuckDbException)
        {
            session.RequirePrepared(query);
            throw;
        }
    }

    /// <summary>A statement whose evidence is written by hand.</summary>
    /// <param name="context">Runs it.</param>
    /// <param name="sql">Without evidence.</param>
    /// <param name="says">What it says in the names of results; its columns come from where those of this come from.</param>
    /// <param name="traced">With evidence; null where there is none.</param>
    /// <param name="refusal">Why there is none; null where there is.</param>
    internal static EvidenceQuery Given(LineageContext context, string sql, string says, TracedStatement? traced, NotTraced? refusal)
    {
        var asked = new Asked(sql, ParameterValues.None, token => context.Run(sql, ParameterValues.None, token));
        lock (context.Shadow.Turn)
        {
            var reading = new Reading(says, says, null, context.ColumnsOf(sql)) { Catalog = context.Catalog() };
            return new(context, asked, reading, traced, refusal);
        }
    }

    /// <summary>Runs the statement and reads its rows with their evidence. The caller disposes the result.</summary>
    /// <exception cref="DuckDbException">The statement fails.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EvidenceResult Run(RowLimit limit = default, CancellationToken cancellation = default)
    {
        if (Mode != EvidenceMode.WithRows)
            return Plain(limit, Refusal, cancellation);
        try
        {
            return RunTraced(cancellation) is { } rows
                ? new EvidenceResult(ResultTable.Read(rows, limit), _traced, null)
                : Plain(limit, _refusal, cancellation);
        }
        catch (DuckDbException e)
        {
            return Plain(limit, Failed(e), cancellation);
        }
    }

    /// <summary>
    /// Starts the statement for one who streams its rows, of which the first stay with their evidence. Where that fails before the first
    /// row, the plain statement says what is wrong.
    /// </summary>
    /// <param name="first">How many rows stay.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="DuckDbException">The statement fails.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StreamedQuery Stream(long first, CancellationToken cancellation = default)
    {
        try
        {
            if (Mode == EvidenceMode.WithRows && MostObservations > 0 && Checked is not null && RunTraced(cancellation) is { } rows)
            {
                var kept = new FirstRows(first);
                return new(rows.Keeping(kept).Ahead(), _traced, kept);
            }
        }
        catch (DuckDbException)
        {
            // Said of the text as it was given.
        }

        return new(_asked.Start(cancellation), null, null);
    }

    /// <summary>
    /// Starts the statement; its rows carry their evidence behind the columns that it shows. Where that fails before the first row, the
    /// plain statement is started. The caller disposes what has begun.
    /// </summary>
    /// <exception cref="DuckDbException">The statement fails.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal BegunQuery Begin(CancellationToken cancellation)
    {
        if (Mode != EvidenceMode.WithRows)
            return BegunQuery.Of(_asked.Start(cancellation), null, Refusal);
        try
        {
            return RunTraced(cancellation) is { } rows
                ? BegunQuery.Of(rows, _traced, null)
                : BegunQuery.Of(_asked.Start(cancellation), null, _refusal);
        }
        catch (DuckDbException e)
        {
            return BegunQuery.Of(_asked.Start(cancellation), null, Failed(e));
        }
    }

    /// <summary>
    /// The rows of a result with a column <c>obs_ids</c> behind its own: the observations that each row stands on, NULL where that is not
    /// traced; and where it reads the user's files, a column <c>own_rows</c> with their rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">The statement is not traced.</exception>
    /// <exception cref="DuckDbException">The statement fails.</exception>
    public RunningQuery RunNamed(CancellationToken cancellation = default)
    {
        var traced = Checked ?? throw new InvalidOperationException("The statement is not traced.");
        var hidden = Enumerable.Range(_visible.Count, traced.Hidden).Select(i => $"c{i}").ToList();
        List<(string Sql, string Name)> columns = [.. _visible.Select((c, i) => ($"c{i}", c.Name)), .. Naming(hidden.LastOrDefault())];
        var names = string.Join(", ", Enumerable.Range(0, _visible.Count).Select(i => $"c{i}").Concat(hidden));
        var sql = $"SELECT {string.Join(", ", columns.Select(c => c.Sql).Concat(hidden))} FROM ({traced.Sql}) AS traced({names})";
        return _context.Run(sql, _asked.Parameters, cancellation).Showing([.. columns.Select(c => c.Name)]);
    }

    /// <summary>The columns that say what a row stands on, over the hidden one that tells; null where no row stands on anything.</summary>
    internal IReadOnlyList<(string Sql, string Name)> Naming(string? hidden)
    {
        var (ids, rows) = RowEvidence.Sql(hidden ?? "CAST([] AS VARCHAR[])");
        return Columns.Any(c => c.Files.Count > 0) || _traced is { OwnRows: > 0 }
            ? [(ids, "obs_ids"), (_context.Opened.Where(f => !f.IsDatabase).Aggregate(rows, FileNamed), "own_rows")]
            : [(ids, "obs_ids")];
    }

    /// <summary>The rows of <see cref="RunNamed"/> with their evidence, from one execution. The caller disposes the result.</summary>
    /// <inheritdoc cref="RunNamed"/>
    public EvidenceResult ReadNamed(RowLimit limit = default, CancellationToken cancellation = default) =>
        new(ResultTable.Read(RunNamed(cancellation), limit), _traced, null);

    /// <summary>Null where the rewritten statement turns out to have other columns.</summary>
    private RunningQuery? RunTraced(CancellationToken cancellation)
    {
        var rows = _context.Run(_traced!.Sql, _asked.Parameters, cancellation);
        Check(rows.Columns);
        if (_traced is not null)
            return rows.Showing([.. _visible.Select(c => c.Name)]);
        rows.Dispose();
        return null;
    }

    private void Check(IReadOnlyList<ResultColumn> columns)
    {
        _isChecked = true;
        if (_traced!.HasColumns(_visible, columns))
            return;
        (_traced, _refusal) = (null, new("columns", new("改写后列不相同", "the rewritten statement has other columns")));
    }

    private IReadOnlyList<ColumnOrigin> ReadOrigins()
    {
        lock (_context.Shadow.Turn)
            return ColumnOrigins.Of(_context, _known, _statement, _visible.Count);
    }

    /// <summary>Rows of an opened file are told by the file's name.</summary>
    private static string FileNamed(string rows, OpenedFile file) =>
        $"list_transform({rows}, lambda x : regexp_replace(x, '^' || regexp_escape({SqlText.Literal(file.Name + ":")}), "
        + $"{SqlText.Literal(Path.GetFileName(file.Path).Replace("\\", "\\\\") + ":")}))";

    /// <summary>The evidence of one row of a result of this statement, computed now; rows that are equal share it.</summary>
    /// <param name="table">A result of this statement.</param>
    /// <param name="row">0-based.</param>
    /// <param name="withDeciders">Whether to tell also what only decided that the row is there.</param>
    /// <param name="cancellation">Interrupts the computation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RowEvidence OfRow(ResultTable table, long row, bool withDeciders = false, CancellationToken cancellation = default)
    {
        if (Checked is not { } known)
            return RowEvidence.Unknown(_refusal!);
        if (Unrepeatable(withDeciders) is { } reason)
            return RowEvidence.Unknown(reason);
        try
        {
            var traced = withDeciders && _statement is not null ? WithDeciders(_statement) : known;
            return traced.OfRow(_context, _asked.Parameters, table, row, cancellation);
        }
        catch (RefusalException e)
        {
            return RowEvidence.Unknown(e.Refusal);
        }
        catch (DuckDbException e)
        {
            return RowEvidence.Unknown(Failed(e));
        }
    }

    private TracedStatement WithDeciders(JsonObject statement)
    {
        lock (_context.Shadow.Turn)
            return TracedStatement.Of(_context, _context.Catalog(), statement, _visible, withDeciders: true);
    }

    private EvidenceResult Plain(RowLimit limit, NotTraced? reason, CancellationToken cancellation) =>
        new(ResultTable.Read(_asked.Start(cancellation), limit), null, reason);

    private NotTraced? Unrepeatable(bool withDeciders) =>
        Dependences.Any(d => d.Kind == DependenceKind.Chance)
            ? new("chance", new("含随机，不能再算一遍", "by chance: it cannot be computed again"))
        : withDeciders && _observations > MostInFrames && Dependences.Any(d => d.Kind == DependenceKind.Frame)
            ? new(
                "frame",
                new(
                    $"窗口函数算入的行多于 {MostInFrames}，不逐一列出",
                    $"a window function may count more than {MostInFrames} rows: they are not listed"
                )
            )
        : null;

    private static NotTraced Failed(DuckDbException e) =>
        new(
            "failed",
            new($"改写后的语句没有运行成功（{e.Message.Split('\n')[0]}）", $"the rewritten statement failed ({e.Message.Split('\n')[0]})")
        );

    /// <summary>
    /// All observations where the statement can stand on any. Of a statement that is not traced the engine is asked what it and the views
    /// that it names read.
    /// </summary>
    private static long Observations(LineageContext context, Reading reading, TracedStatement? traced)
    {
        if (reading.Catalog is not { } catalog || !(traced?.ReadsObservations ?? MayReadObservations(context, reading, catalog)))
            return 0;
        return catalog.Relations.Where(r => r.Kind == RelationKind.Product && r.Name.Name == "observation").Sum(r => r.Rows);
    }

    private static bool MayReadObservations(LineageContext context, Reading reading, RelationCatalog catalog)
    {
        var views = catalog
            .Relations.Where(r =>
                r.Kind is RelationKind.View or RelationKind.Kept && reading.Sql.Contains(r.Name.Name, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        var names = views.Select(v => v.Definition ?? "").Prepend(reading.Sql).SelectMany(context.NamedBy).ToHashSet();
        // What query() and query_table() read is known only when they run.
        var isOpen = reading.Sql.Contains("query", StringComparison.OrdinalIgnoreCase);
        return isOpen || names.Any(ProductRelations.HasEvidence) || views.Any(v => v.Kind == RelationKind.Kept);
    }
}
