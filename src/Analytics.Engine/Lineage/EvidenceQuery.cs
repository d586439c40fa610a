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
    /// <summary>With more observations than this, evidence is asked for row by row.</summary>
    public const long MostWithRows = 50_000;

    /// <summary>Above so many observations the rows that a window function computed over are not listed: work grows squarely.</summary>
    private const long MostInFrames = 2_000;

    private readonly AnalyticsSession _session;
    private readonly string _known;
    private readonly ParameterValues _parameters;
    private readonly JsonObject? _statement;
    private readonly IReadOnlyList<ResultColumn> _visible;
    private readonly TracedStatement? _traced;
    private readonly long _observations;

    private EvidenceQuery(
        AnalyticsSession session,
        string sql,
        string known,
        ParameterValues parameters,
        IReadOnlyList<ResultColumn> visible,
        JsonObject? statement,
        TracedStatement? traced,
        NotTraced? refusal,
        long observations
    )
    {
        _session = session;
        Sql = sql;
        _known = known;
        _parameters = parameters;
        _visible = visible;
        _statement = statement;
        _traced = traced;
        Refusal = refusal;
        _observations = observations;
    }

    /// <summary>The statement as asked; of a script the last one.</summary>
    public string Sql { get; }

    /// <summary>The statement that carries evidence in hidden columns behind the others; null if it is not traced.</summary>
    public string? TracedSql => _traced?.Sql;

    /// <summary>Where each column of the result comes from, in order.</summary>
    public IReadOnlyList<ColumnOrigin> Columns => field ??= ColumnOrigins.Of(_session, _known, _visible.Count);

    /// <summary>How rows depend on others that they do not stand on.</summary>
    public IReadOnlyCollection<Dependence> Dependences => _traced?.Dependences ?? [];

    /// <summary>Why the statement is not traced; null if it is.</summary>
    public NotTraced? Refusal { get; }

    /// <summary>No row stands on more observations than this: those in the tables that the statement reads.</summary>
    public long MostObservations => _observations;

    public EvidenceMode Mode =>
        _traced is null ? EvidenceMode.None
        : _observations > MostWithRows && _traced.Hidden > 0 ? EvidenceMode.OnDemand
        : EvidenceMode.WithRows;

    /// <summary>Reads a statement. Of a script all statements but the last run here.</summary>
    /// <exception cref="DuckDbException">The engine refuses the statement itself, or one before it.</exception>
    public static EvidenceQuery Of(
        AnalyticsSession session,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation = default
    ) => OfLast(session, sql, session.RunAllButLast(sql, parameters, cancellation), parameters, cancellation);

    /// <summary>Reads the last statement of a script that has run; null where it surely reads no figures.</summary>
    /// <exception cref="DuckDbException">The engine refuses the statement.</exception>
    public static EvidenceQuery? AfterRun(
        AnalyticsSession session,
        string sql,
        ParameterValues parameters,
        CancellationToken cancellation = default
    ) => session.Needed(sql).Any(ProductRelations.HasEvidence) ? OfLast(session, sql, session.Last(sql), parameters, cancellation) : null;

    private static EvidenceQuery OfLast(
        AnalyticsSession session,
        string sql,
        string last,
        ParameterValues parameters,
        CancellationToken cancellation
    )
    {
        session.Load(last);
        var text = PivotValues.WrittenOut(session, last);
        IReadOnlyList<ResultColumn> visible = [];
        JsonObject? statement = null;
        var known = text;
        var catalog = RelationCatalog.Read(session);
        try
        {
            session.FollowInShadow(catalog);
            statement = session.Shadow.Text.Read(text);
            known = ParameterText.HasParameters(statement) ? ParameterText.WithValues(session.Shadow.Text, statement, parameters) : text;
            visible = session.ColumnsOf(known);
        }
        catch (RefusalException e)
        {
            return new(session, text, known, parameters, visible, statement, null, e.Refusal, Observations(session, catalog, text));
        }
        catch (DuckDbException) when (last.Length == sql.Trim().TrimEnd(';').Length)
        {
            // The engine is to say what is wrong with the text as it was given.
            session.Run(sql, parameters, cancellation).Dispose();
            throw;
        }

        try
        {
            var traced = TracedStatement.Of(session, catalog, statement, parameters, visible, withDeciders: false);
            return new(session, text, known, parameters, visible, statement, traced, null, Observations(session, catalog, text));
        }
        catch (DuckDbException e)
        {
            return new(session, text, known, parameters, visible, statement, null, Failed(e), Observations(session, catalog, text));
        }
        catch (RefusalException e)
        {
            return new(session, text, known, parameters, visible, statement, null, e.Refusal, Observations(session, catalog, text));
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
        var traced = Of(session, sql, parameters, cancellation);
        if (traced._visible.Count > 0)
            QueryFileCheck.RequireColumns(query, traced._visible);
        return traced;
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
            var running = _session.Run(_traced!.Sql, _parameters, [.. _visible.Select(c => c.Name)], cancellation);
            return new EvidenceResult(this, ResultTable.Read(running, limit), _traced, null);
        }
        catch (DuckDbException e)
        {
            return Plain(limit, Failed(e), cancellation);
        }
    }

    /// <summary>
    /// Starts the statement with a column <c>obs_ids</c> behind its own: the observations that each row stands on, NULL where that is not
    /// traced; and where it reads the user's files, a column <c>own_rows</c> with their rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">The statement is not traced.</exception>
    /// <exception cref="DuckDbException">The statement fails.</exception>
    public RunningQuery RunNamed(CancellationToken cancellation = default)
    {
        var traced = _traced ?? throw new InvalidOperationException("The statement is not traced.");
        var columns = _visible.Select((c, i) => $"c{i} AS {SqlText.Identifier(c.Name)}").ToList();
        var hidden = Enumerable.Range(_visible.Count, traced.Hidden).Select(i => $"c{i}").ToList();
        var named = RowEvidence.Sql(hidden.Count > 0 ? hidden[^1] : "CAST([] AS VARCHAR[])");
        columns.Add($"{named.Ids} AS obs_ids");
        if (Columns.Any(c => c.Files.Count > 0) || traced.Sql.Contains($"'{EvidenceToken.OwnRow}"))
            columns.Add($"{_session.Opened.Where(f => !f.IsDatabase).Aggregate(named.OwnRows, FileNamed)} AS own_rows");
        var names = string.Join(", ", Enumerable.Range(0, _visible.Count).Select(i => $"c{i}").Concat(hidden));
        return _session.Run($"SELECT {string.Join(", ", columns)} FROM ({traced.Sql}) AS traced({names})", _parameters, cancellation);
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
        if (_traced is null || _statement is null)
            return RowEvidence.Unknown(Refusal!);
        if (Unrepeatable(withDeciders) is { } reason)
            return RowEvidence.Unknown(reason);
        try
        {
            var traced = withDeciders
                ? TracedStatement.Of(_session, RelationCatalog.Read(_session), _statement, _parameters, _visible, true)
                : _traced;
            return traced.OfRow(_session, _parameters, table, row, cancellation);
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

    private EvidenceResult Plain(RowLimit limit, NotTraced? reason, CancellationToken cancellation) =>
        new(this, ResultTable.Read(_session.Run(Sql, _parameters, cancellation), limit), null, reason);

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

    /// <summary>Observations in the tables that a statement and the views it names can read.</summary>
    private static long Observations(AnalyticsSession session, RelationCatalog catalog, string sql)
    {
        var views = catalog.Relations.Where(r =>
            r.Kind is RelationKind.View or RelationKind.Kept && sql.Contains(r.Name.Name, StringComparison.OrdinalIgnoreCase)
        );
        var names = views.Select(v => v.Definition ?? "").Prepend(sql).SelectMany(session.Needed).ToHashSet();
        var reads = names.Any(ProductRelations.HasEvidence) || views.Any(v => v.Kind == RelationKind.Kept);
        return reads ? catalog.Relations.Where(r => r.Kind == RelationKind.Product && r.Name.Name == "observation").Sum(r => r.Rows) : 0;
    }
}
