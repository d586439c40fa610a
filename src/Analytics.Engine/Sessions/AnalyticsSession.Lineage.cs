using System.Text.Json.Nodes;
using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <content>What the lineage of a statement asks of the session.</content>
public sealed partial class AnalyticsSession
{
    private IReadOnlyList<Macro>? _macros;
    private Shadow? _shadow;

    /// <summary>Where kept results have their evidence; set by the workspace that keeps them.</summary>
    internal Func<RelationName, KeptEvidence?> KeptEvidence { get; set; } = static _ => null;

    /// <summary>The macros of the user, and those of the engine whose definition aggregates. Read anew after any definition.</summary>
    internal IReadOnlyList<Macro> Macros => _macros ??= ReadMacros();

    /// <summary>The engine that reads and plans statements; made when first asked for, ended with the session.</summary>
    internal Shadow Shadow => _shadow ??= new Shadow();

    /// <summary>Asks about the session itself; loads no table of the product.</summary>
    internal ResultTable Ask(string sql) =>
        ResultTable.Read(RunningQuery.Start(_connection, sql, ParameterValues.None, CancellationToken.None));

    /// <summary>Loads those of the product's tables that a statement can need.</summary>
    internal void Load(string sql) => RegisterNeeded(sql);

    /// <summary>The columns that a statement will have.</summary>
    /// <exception cref="DuckDbException">The engine refuses it.</exception>
    internal IReadOnlyList<ResultColumn> ColumnsOf(string sql)
    {
        // The product's views are tables in the shadow: there a name costs no planning of theirs. A safe session asks itself about files.
        if (!IsSafe && Shadow.ColumnsOf(sql) is { } columns)
            return columns;
        using var statement = _connection.Prepare(sql);
        return statement.Columns();
    }

    /// <summary>Makes the relations of the shadow those of the session.</summary>
    internal void FollowInShadow(RelationCatalog catalog) => Shadow.Follow(catalog, ShadowColumns);

    private IEnumerable<(RelationName Name, string Columns)> ShadowColumns() =>
        RelationColumns().GroupBy(c => c.Relation).Select(g => (NameOf(g.Key), Definition(g)));

    private static RelationName NameOf(SessionRelation relation) => new(relation.Database, relation.Schema, relation.Name);

    private string Definition(IGrouping<SessionRelation, RelationColumn> columns) =>
        columns.Any(c => c.Type == "\"NULL\"")
            ? Bound(NameOf(columns.Key))
            : string.Join(", ", columns.Select(c => $"{SqlText.Identifier(c.Name)} {c.Type}"));

    /// <summary>The columns of a view that the engine has not bound yet: until then it lists them without their types.</summary>
    private string Bound(RelationName view)
    {
        using var statement = _connection.Prepare($"FROM {view.Sql}");
        return string.Join(", ", statement.Columns().Select(c => $"{SqlText.Identifier(c.Name)} {Workspaces.KeptColumns.TypeSql(c.Type)}"));
    }

    /// <summary>Holds a canned query's header against its statement.</summary>
    /// <exception cref="UserException">They do not fit.</exception>
    internal void RequireParameters(QueryFile query)
    {
        RegisterNeeded(query.Statement);
        RunningQuery.Prepared(_connection, query).Dispose();
    }

    /// <summary>Runs all statements of a script but the last, and returns that one's text.</summary>
    /// <exception cref="DuckDbException">A statement fails.</exception>
    internal string RunAllButLast(string script, ParameterValues parameters, CancellationToken cancellation)
    {
        using var statements = _connection.Extract(script);
        if (statements.Count == 0 || statements.Range(statements.Count - 1) is not { } last)
            return script;
        if (last.Start.Value > 0 && script[..last.Start.Value] is var before && statements.Range(0) is { } first && !first.Equals(last))
            Run(before, parameters.ForEarlierStatements, cancellation).Drain();
        return script[last];
    }

    /// <summary>Starts a statement that adds columns behind those of another one, which alone are shown.</summary>
    internal RunningQuery Run(string sql, ParameterValues parameters, IReadOnlyList<string> visible, CancellationToken cancellation) =>
        RunningQuery.Start(_connection, sql, parameters, cancellation).Showing(visible);

    /// <summary>Told of each statement before it runs.</summary>
    /// <exception cref="UserException">It would change the product's tables.</exception>
    private void Starting(StatementKind kind, string statement)
    {
        ProductWrites.Refuse(kind, statement, IsProducts);
        if (kind is not (StatementKind.Select or StatementKind.Explain or StatementKind.Insert))
            _macros = null;
    }

    /// <summary>Whether a plain name finds a table of the product's or, to be made, would be one.</summary>
    private bool IsProducts(string name, bool toMake)
    {
        var literal = SqlText.Literal(name);
        using var found = Ask(
            $"""
            SELECT current_schema() = '{ProductTables.Schema}', count(*)
            FROM (SELECT database_name, schema_name, table_name FROM duckdb_tables()
                UNION ALL SELECT database_name, schema_name, view_name FROM duckdb_views()) AS t
            WHERE lower(table_name) = lower({literal}) AND schema_name <> '{ProductTables.Schema}'
                AND database_name IN ('temp', current_database()) AND NOT {(toMake ? "true" : "false")}
            """
        );
        var inSchema = found.Text(0, 0) == "true";
        return toMake ? inSchema : inSchema || found.Text(0, 1) == "0";
    }

    private List<Macro> ReadMacros()
    {
        using var table = Ask(
            """
            SELECT database_name, schema_name, function_name, to_json(parameters)::VARCHAR, macro_definition, function_type = 'table_macro'
            FROM duckdb_functions()
            WHERE function_type IN ('macro', 'table_macro') AND (NOT internal OR function_name IN ('geomean', 'geometric_mean', 'wavg',
                'weighted_avg', 'json_group_array', 'json_group_object', 'json_group_structure'))
            """
        );
        return
        [
            .. Enumerable
                .Range(0, (int)table.RowCount)
                .Select(row => new Macro(
                    new RelationName(table.Text(row, 0)!, table.Text(row, 1)!, table.Text(row, 2)!),
                    [.. JsonNode.Parse(table.Text(row, 3) ?? "[]")!.AsArray().Select(name => (string)name!)],
                    table.Text(row, 4) ?? "",
                    table.Text(row, 5) == "true"
                )),
        ];
    }
}
