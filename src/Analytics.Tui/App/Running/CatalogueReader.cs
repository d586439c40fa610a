using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;
using Analytics.Engine.Workspaces;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App.Running;

/// <summary>Reads what the catalogue shows.</summary>
internal static class CatalogueReader
{
    private const string ColumnsSql = """
        SELECT c.database_name, c.schema_name, c.table_name, v.view_name IS NOT NULL AS is_view,
            t.estimated_size, c.column_name, c.data_type,
            coalesce(t.comment, v.comment), c.comment
        FROM duckdb_columns() AS c
        LEFT JOIN duckdb_tables() AS t USING (database_name, schema_name, table_name)
        LEFT JOIN duckdb_views() AS v ON v.database_name = c.database_name AND v.schema_name = c.schema_name AND v.view_name = c.table_name
        WHERE NOT c.internal AND c.database_name <> 'system' AND c.database_name <> 'temp' AND c.database_name <> 'kept_results'
        ORDER BY c.database_name <> 'memory', c.table_name, c.column_index
        """;

    private const string FactsSql = """
        SELECT (SELECT count(*) FROM product.figures), (SELECT count(*) FROM product.place WHERE level = 'county'),
            (SELECT count(*) FROM product.article), (SELECT count(*) FROM product.source),
            coalesce(string_agg(name_zh, '、'), ''), coalesce(string_agg(name_en, ', '), '')
        FROM product.place
        WHERE level = 'county'
            AND place_id NOT IN (SELECT p.county_id FROM product.article AS a JOIN product.place AS p USING (place_id)
                WHERE p.county_id IS NOT NULL)
        """;

    /// <summary>All query files that can be read, and for each of the others what is wrong with it.</summary>
    public static (IReadOnlyList<QueryFile> Queries, IReadOnlyList<Localized> Faults) Queries(QueryCatalog catalog)
    {
        var queries = new List<QueryFile>();
        var faults = new List<Localized>();
        foreach (var name in catalog.Names())
        {
            try
            {
                queries.Add(catalog.Get(name));
            }
            catch (Exception e) when (e is UserException or IOException or UnauthorizedAccessException)
            {
                faults.Add(ErrorText.Of(e));
            }
        }

        return (queries, faults);
    }

    /// <summary>Tables and views but for kept results, the product's own first. Views are not counted: that means running them.</summary>
    public static IReadOnlyList<TableEntry> Tables(Workspace workspace)
    {
        using var rows = ResultTable.Read(workspace.Session.Run(ColumnsSql));
        return
        [
            .. Enumerable
                .Range(0, (int)rows.RowCount)
                .GroupBy(row => (Database: rows.Text(row, 0)!, Schema: rows.Text(row, 1)!, Table: rows.Text(row, 2)!))
                .Where(g => g.Key.Database != "memory" || g.Key.Schema == ProductTables.Schema || workspace.Find(g.Key.Table) is null)
                .Select(g => Entry(workspace.Session, rows, g.Key, [.. g]))
                .OrderBy(t => t.Origin)
                .ThenBy(t => !t.IsView),
        ];
    }

    /// <summary>The opened files alone, by their names: with the data at fault, the engine cannot be asked what tables there are.</summary>
    public static IReadOnlyList<TableEntry> OpenedOnly(AnalyticsSession session) =>
        [
            .. session
                .Opened.Where(f => !f.IsDatabase)
                .Select(f => new TableEntry(PlainSql.Name(f.Name), IsView: true, TableOrigin.File, null, [])
                {
                    File = f,
                    OwnName = f.Name,
                }),
        ];

    public static LibraryFacts Facts(AnalyticsSession session)
    {
        using var facts = ResultTable.Read(session.Run(FactsSql));
        return new LibraryFacts(Count(0), Count(1), Count(2), Count(3), facts.Text(0, 4)!, facts.Text(0, 5)!);

        long Count(int column) => long.Parse(facts.Text(0, column)!);
    }

    private static TableEntry Entry(
        AnalyticsSession session,
        ResultTable rows,
        (string Database, string Schema, string Table) key,
        int[] members
    )
    {
        var first = members[0];
        var isOwn = key is { Database: "memory", Schema: "main" };
        var isProducts = ProductTables.IsOwn(key.Database, key.Schema, key.Table);
        var file = session.Opened.FirstOrDefault(f => f.IsDatabase ? f.Name == key.Database : isOwn && f.Name == key.Table);
        var isView = rows.Text(first, 3) == "true";
        long? count = isView ? null : long.Parse(rows.Text(first, 4) ?? "0");
        return new TableEntry(
            isProducts && !IsHidden(rows, key.Table) ? PlainSql.Name(key.Table) : NameInSql(key),
            isView,
            isProducts ? TableOrigin.Product
                : file is null ? TableOrigin.Made
                : TableOrigin.File,
            count,
            [.. members.Select(Column)]
        )
        {
            Description = isProducts ? session.Descriptions.Of(key.Table) : Same(rows.Text(first, 7)),
            File = file,
            OwnName = isOwn ? key.Table : null,
        };

        ColumnEntry Column(int row) =>
            new(
                rows.Text(row, 5)!,
                rows.Text(row, 6)!,
                isProducts ? session.Descriptions.Of(key.Table, rows.Text(row, 5)!) : Same(rows.Text(row, 8))
            );
    }

    /// <summary>A comment of the user's, which is in one language.</summary>
    private static Localized? Same(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : Localized.Same(comment);

    /// <summary>The rows of a table or view.</summary>
    public static long Count(AnalyticsSession session, string name)
    {
        using var count = ResultTable.Read(session.Run($"SELECT count(*) FROM {name}"));
        return long.Parse(count.Text(0, 0)!);
    }

    /// <summary>Whether a table of the user's has the name of one of the product's, which a plain name then does not find.</summary>
    private static bool IsHidden(ResultTable rows, string name) =>
        Enumerable
            .Range(0, (int)rows.RowCount)
            .Any(row =>
                rows.Text(row, 0) == "memory"
                && rows.Text(row, 1) == "main"
                && string.Equals(rows.Text(row, 2), name, StringComparison.OrdinalIgnoreCase)
            );

    private static string NameInSql((string Database, string Schema, string Table) key)
    {
        var parts =
            key.Database == "memory" && key.Schema == "main" ? [key.Table]
            : key.Schema == "main" ? new[] { key.Database, key.Table }
            : key.Database == "memory" ? [key.Schema, key.Table]
            : [key.Database, key.Schema, key.Table];
        return string.Join('.', parts.Select(PlainSql.Name));
    }
}
