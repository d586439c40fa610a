using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Sessions;

/// <summary>A table or view that is not the engine's own.</summary>
/// <param name="Database">The database that it is in.</param>
/// <param name="Schema">The schema that it is in.</param>
/// <param name="Name">Its own name.</param>
/// <param name="IsView">Whether it is a view.</param>
/// <param name="EstimatedRows">What the engine believes of a table; null for a view.</param>
/// <param name="Comment">Set by COMMENT ON; null if none.</param>
public sealed record SessionRelation(string Database, string Schema, string Name, bool IsView, long? EstimatedRows, string? Comment)
{
    /// <summary>Whether it is one of the product's own.</summary>
    public bool IsOwn => ProductTables.IsOwn(Database, Schema, Name);
}

/// <summary>A column of one of them.</summary>
/// <param name="Relation">The table or view that it is of.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">The engine's text for its type.</param>
/// <param name="Comment">Set by COMMENT ON; null if none.</param>
public sealed record RelationColumn(SessionRelation Relation, string Name, string Type, string? Comment)
{
    private const string RelationsSql = $"""
        SELECT database_name, schema_name, table_name, false, estimated_size, comment FROM duckdb_tables()
        WHERE NOT internal AND schema_name <> '{MadeTables.Schema}'
        UNION ALL
        SELECT database_name, schema_name, view_name, true, NULL, comment FROM duckdb_views() WHERE NOT internal
        """;

    private const string ColumnsSql = $"""
        SELECT database_name, schema_name, table_name, column_name, data_type, comment FROM duckdb_columns()
        WHERE NOT internal AND schema_name <> '{MadeTables.Schema}'
        ORDER BY column_index
        """;

    /// <summary>Columns of all relations, each relation's in their order.</summary>
    /// <remarks>
    /// The first <c>duckdb_columns()</c> of a database binds every view that the engine brings along, which takes it some fifty
    /// milliseconds. While there are only the product's relations, whose descriptions are known, each is bound by its name instead.
    /// </remarks>
    internal static IReadOnlyList<RelationColumn> Read(DuckDbConnection connection)
    {
        var relations = connection.Rows(
            RelationsSql,
            row => new SessionRelation(
                row.Text(0),
                row.Text(1),
                row.Text(2),
                row.Flag(3),
                row.IsNull(4) ? null : row.Whole(4),
                row.IsNull(5) ? null : row.Text(5)
            )
        );
        if (relations.All(r => r.IsOwn))
            return [.. relations.SelectMany(r => Bound(connection, r))];
        var columns = connection
            .Rows(
                ColumnsSql,
                row =>
                    (
                        Key: (row.Text(0), row.Text(1), row.Text(2)),
                        Name: row.Text(3),
                        Type: row.Text(4),
                        Comment: row.IsNull(5) ? null : row.Text(5)
                    )
            )
            .ToLookup(c => c.Key);
        return
        [
            .. relations.SelectMany(r =>
                columns[(r.Database, r.Schema, r.Name)].Select(c => new RelationColumn(r, c.Name, c.Type, c.Comment))
            ),
        ];
    }

    private static IEnumerable<RelationColumn> Bound(DuckDbConnection connection, SessionRelation relation)
    {
        using var statement = connection.Prepare($"FROM {ProductTables.Qualified(relation.Name)}");
        return statement.Columns().Select(c => new RelationColumn(relation, c.Name, Workspaces.KeptColumns.TypeSql(c.Type), null));
    }
}
