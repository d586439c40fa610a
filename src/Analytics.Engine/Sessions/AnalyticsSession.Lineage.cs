using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Tables;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Sessions;

/// <content>What the lineage of a statement asks of the session.</content>
public sealed partial class AnalyticsSession
{
    /// <summary>Reading and planning take a few milliseconds.</summary>
    private static readonly TimeSpan PatienceWithShadow = TimeSpan.FromMilliseconds(500);

    private long _definitions;
    private long _macros;
    private Shadow? _shadow;
    private object? _makingShadow;
    private Task<Shadow>? _shadowAhead;
    private LineageContext? _lineage;
    private MadeTables? _made;

    /// <summary>Where kept results have their evidence; set by the workspace that keeps them.</summary>
    internal Func<RelationName, KeptEvidence?> KeptEvidence { get; set; } = static _ => null;

    /// <summary>Grows with whatever may have changed what a name stands for.</summary>
    internal long DefinitionsVersion => Interlocked.Read(ref _definitions);

    /// <summary>Grows with whatever may have made or dropped a macro.</summary>
    internal long MacrosVersion => Interlocked.Read(ref _macros);

    /// <summary>Whether there can be macros beside the engine's own and the product's.</summary>
    internal bool MayHaveMacros => MacrosVersion > 0 || Opened.Any(f => f.IsDatabase);

    /// <summary>The expression that the product's function for places stands for; null while it is not there.</summary>
    internal string? PlaceDefinition { get; private set; }

    /// <summary>What completion has read of this session and need not read again.</summary>
    internal Sql.CatalogMemory CatalogMemory { get; } = new();

    /// <summary>The engine that reads and plans statements; made when first asked for, ended with the session.</summary>
    internal Shadow Shadow
    {
        get
        {
            Turn.RequireHeld();
            return LazyInitializer.EnsureInitialized(
                ref _shadow,
                ref _makingShadow,
                () => Interlocked.Exchange(ref _shadowAhead, null)?.GetAwaiter().GetResult() ?? MakeShadow()
            );
        }
    }

    /// <summary>How the session's own statements are traced.</summary>
    internal LineageContext Lineage => LazyInitializer.EnsureInitialized(ref _lineage, () => new LineageContext(this, () => Connection));

    /// <summary>The evidence of tables that statements of the session made.</summary>
    internal MadeTables Made => LazyInitializer.EnsureInitialized(ref _made, () => new MadeTables(Lineage));

    /// <summary>Says that names may stand for something else now; from any thread.</summary>
    internal void NoteDefinitions()
    {
        Interlocked.Increment(ref _macros);
        NoteRelations();
    }

    /// <summary>The same of tables and views alone, which the program made itself.</summary>
    internal void NoteRelations() => Interlocked.Increment(ref _definitions);

    /// <summary>Asks about the session itself; loads no table of the product.</summary>
    internal ResultTable Ask(string sql) => Lineage.Ask(sql);

    /// <summary>
    /// Loads those of the product's tables that a statement can need that is to be traced; meanwhile the engine is made that reads it.
    /// </summary>
    internal void Load(string sql)
    {
        if (_registered.Count == 0 && _shadow is null && _shadowAhead is null && Needed(sql).Count > 0)
            _shadowAhead = Task.Run(MakeShadow);
        RegisterNeeded(sql);
    }

    private Shadow MakeShadow() => new(reachesFiles: !IsSafe);

    private void EndShadow()
    {
        _shadow?.Dispose();
        Interlocked.Exchange(ref _shadowAhead, null)?.GetAwaiter().GetResult().Dispose();
    }

    /// <summary>Holds a canned query's header against its text, before the engine plans it.</summary>
    /// <exception cref="UserException">They do not fit.</exception>
    internal void RequireParameters(QueryFile query)
    {
        RunningQuery.Extracted(Connection, query).Dispose();
        QueryFileCheck.RequireParameters(query, SqlParameters.NamesIn(query.Statement));
    }

    /// <summary>Has the engine say what is wrong with a canned query, at the place in its file.</summary>
    /// <exception cref="DuckDbException">The engine refuses it.</exception>
    internal void RequirePrepared(QueryFile query)
    {
        RegisterNeeded(query.Statement);
        RunningQuery.Prepared(Connection, query).Dispose();
    }

    /// <summary>Runs all statements of a script but the last, and returns where that one stands.</summary>
    /// <exception cref="DuckDbException">A statement fails.</exception>
    internal Range RunAllButLast(string script, ParameterValues parameters, CancellationToken cancellation)
    {
        RequireAllowed(script);
        using var statements = Connection.Extract(script);
        if (statements.Count == 0 || statements.Range(statements.Count - 1) is not { } last)
            return ..;
        if (last.Start.Value > 0 && script[..last.Start.Value] is var before && statements.Range(0) is { } first && !first.Equals(last))
            Run(before, parameters.ForEarlierStatements, cancellation).Drain();
        return last;
    }

    /// <summary>Another engine reads and plans from here on; whoever uses this one has its turn.</summary>
    internal void LoseShadow() => _shadow = null;

    /// <summary>Another engine reads and plans from here on where this one is in a statement that does not answer.</summary>
    private void LeaveShadow()
    {
        if (_shadow is not { } shadow)
            return;
        if (shadow.Turn.TryEnter(PatienceWithShadow))
            shadow.Turn.Exit();
        else
            _shadow = null;
    }

    /// <summary>Told of each statement before it runs.</summary>
    /// <exception cref="UserException">It would change the product's tables, or a safe session does not allow it.</exception>
    private void Starting(StatementKind kind, string statement, ParameterValues parameters, CancellationToken cancellation)
    {
        if (IsSafe)
            SafeStatements.Require(kind, statement);
        ProductWrites.Refuse(kind, statement, IsProducts);
        if (kind == StatementKind.Select)
            return;
        _mayBeInTransaction |= kind == StatementKind.Transaction;
        if (kind == StatementKind.Create && ProductWrites.TargetOf(statement) is [var made])
            NoteHidden(made);
        var knowsFigures = _registered.Any(ProductRelations.HasEvidence);
        var changesEvidence = knowsFigures && Made.Before(kind, statement, parameters, cancellation);
        if (changesEvidence || kind is not (StatementKind.Explain or StatementKind.Insert))
            NoteDefinitions();
    }

    /// <summary>Whether a plain name finds a table of the product's or, to be made, would be one.</summary>
    private bool IsProducts(string name, bool toMake)
    {
        var literal = SqlText.Literal(name);
        using var found = Ask(
            $"""
            SELECT current_schema() = '{ProductTables.Schema}', count(*)
            FROM (SELECT database_name, schema_name, table_name FROM duckdb_tables()
                UNION ALL SELECT database_name, schema_name, view_name FROM duckdb_views()
                UNION ALL SELECT database_name, schema_name, function_name FROM duckdb_functions() WHERE NOT internal) AS t
            WHERE lower(table_name) = lower({literal}) AND schema_name <> '{ProductTables.Schema}'
                AND database_name IN ('temp', current_database()) AND NOT {(toMake ? "true" : "false")}
            """
        );
        var inSchema = found.Text(0, 0) == "true";
        return toMake ? inSchema : inSchema || found.Text(0, 1) == "0";
    }
}
