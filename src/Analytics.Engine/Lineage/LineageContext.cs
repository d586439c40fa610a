using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Lineage;

/// <summary>
/// What tracing asks of a connection: the relations that its statements can name, and the columns of a statement. Used by the thread that
/// uses the connection; several may share the session's shadow, one at a time (<see cref="Shadow.Turn"/>).
/// </summary>
/// <param name="session">Opened the files, and keeps the shadow.</param>
/// <param name="connection">The one that sees the relations at this moment; not owned.</param>
internal sealed class LineageContext(AnalyticsSession session, Func<DuckDbConnection> connection)
{
    private RelationCatalog? _catalog;
    private IReadOnlyList<Macro> _macros = [];
    private (long Definitions, long Macros) _version = (-1, -1);

    public Shadow Shadow => session.Shadow;

    /// <summary>Has another shadow made when one is asked for: this one answers nothing more.</summary>
    public void LoseShadow() => session.LoseShadow();

    /// <summary>Statements read before, as long as the relations are those of then.</summary>
    public ReadStatements Read { get; } = new();

    /// <summary>Where the product's own Parquet files lie.</summary>
    public string DataFolder => session.Home.Data;

    public IReadOnlyList<OpenedFile> Opened => session.Opened;

    /// <inheritdoc cref="AnalyticsSession.KeptEvidence"/>
    public Func<RelationName, KeptEvidence?> KeptEvidence => name => session.Made.Of(name) ?? session.KeptEvidence(name);

    /// <summary>The relations at this moment, which are then those of the shadow. Read anew after any definition.</summary>
    /// <exception cref="DuckDbException">Nothing can be asked now: a transaction failed.</exception>
    public RelationCatalog Catalog()
    {
        var version = (session.DefinitionsVersion, session.MacrosVersion);
        if (_catalog is null || version != _version)
        {
            if (ReferenceEquals(this, session.Lineage))
                session.Made.Settle();
            // There are thousands of functions to look through, and results come and go far more often than macros.
            if (!session.MayHaveMacros)
                _macros = [.. Shadow.Functions.Macros, .. PlaceMacro()];
            else if (_catalog is null || version.MacrosVersion != _version.Macros)
                _macros = RelationCatalog.ReadMacros(this);
            (_catalog, _version) = (RelationCatalog.Read(this, _macros), version);
            Read.Clear();
        }

        Shadow.Follow(_catalog, RelationColumns);
        return _catalog;
    }

    /// <summary>Asks about the connection itself; loads no table of the product.</summary>
    public ResultTable Ask(string sql) =>
        ResultTable.Read(RunningQuery.Start(connection(), sql, ParameterValues.None, CancellationToken.None));

    /// <summary>Starts a statement.</summary>
    public RunningQuery Run(string sql, ParameterValues parameters, CancellationToken cancellation) =>
        RunningQuery.Start(connection(), sql, parameters, cancellation);

    /// <summary>The columns that a statement will have.</summary>
    /// <exception cref="DuckDbException">The engine refuses it.</exception>
    public IReadOnlyList<ResultColumn> ColumnsOf(string sql)
    {
        // The product's views are tables in the shadow: there a name costs no planning of theirs. A safe session asks itself about files.
        if (!session.IsSafe && Shadow.ColumnsOf(sql) is { } columns)
            return columns;
        using var statement = connection().Prepare(sql);
        return statement.Columns();
    }

    /// <summary>The names of the columns of a table.</summary>
    public IReadOnlyList<string> ColumnNamesOf(RelationName table)
    {
        using var statement = connection().Prepare($"FROM {table.Sql}");
        return [.. statement.Columns().Select(c => c.Name)];
    }

    /// <summary>The names of tables and views that the engine finds in a statement.</summary>
    public IReadOnlySet<string> NamedBy(string sql) => NeededTables.Of(connection(), sql);

    private IEnumerable<Macro> PlaceMacro() =>
        session.PlaceDefinition is { } definition
            ? [new(new("memory", ProductTables.Schema, PlaceFunction.Name), [PlaceFunction.Parameter], definition, IsTable: false)]
            : [];

    private IEnumerable<(RelationName Name, string Columns)> RelationColumns() =>
        RelationColumn.Read(connection()).GroupBy(c => c.Relation).Select(g => (NameOf(g.Key), Definition(g)));

    private static RelationName NameOf(SessionRelation relation) => new(relation.Database, relation.Schema, relation.Name);

    private string Definition(IGrouping<SessionRelation, RelationColumn> columns) =>
        columns.Any(c => c.Type == "\"NULL\"")
            ? Bound(NameOf(columns.Key))
            : string.Join(", ", columns.Select(c => $"{SqlText.Identifier(c.Name)} {c.Type}"));

    /// <summary>The columns of a view that the engine has not bound yet: until then it lists them without their types.</summary>
    private string Bound(RelationName view)
    {
        using var statement = connection().Prepare($"FROM {view.Sql}");
        return string.Join(", ", statement.Columns().Select(c => $"{SqlText.Identifier(c.Name)} {Workspaces.KeptColumns.TypeSql(c.Type)}"));
    }
}
