using Analytics.Engine;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;

namespace Analytics.Tui.App.Running;

/// <summary>Reads what the catalogue shows.</summary>
internal static class CatalogueReader
{
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
        var relations = workspace
            .Session.RelationColumns()
            .GroupBy(c => c.Relation)
            .Where(g => g.Key.Database is not ("temp" or "kept_results"))
            .Where(g => g.Key.Database != "memory" || g.Key.IsOwn || workspace.Find(g.Key.Name) is null)
            .OrderBy(g => g.Key.Database != "memory")
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .ToList();
        var hidden = relations.Select(g => g.Key).Where(IsPlain).Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. relations.Select(g => Entry(workspace.Session, g.Key, hidden, [.. g])).OrderBy(t => t.Origin).ThenBy(t => !t.IsView)];
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

    /// <param name="session">Knows the descriptions and the opened files.</param>
    /// <param name="relation">What the entry is of.</param>
    /// <param name="hidden">Names of the user's tables: a plain name finds these before the product's.</param>
    /// <param name="columns">Its columns.</param>
    private static TableEntry Entry(
        AnalyticsSession session,
        SessionRelation relation,
        HashSet<string> hidden,
        IReadOnlyList<RelationColumn> columns
    )
    {
        var isPlain = IsPlain(relation);
        var file = session.Opened.FirstOrDefault(f => f.IsDatabase ? f.Name == relation.Database : isPlain && f.Name == relation.Name);
        return new TableEntry(
            relation.IsOwn && !hidden.Contains(relation.Name) ? PlainSql.Name(relation.Name) : NameInSql(relation),
            relation.IsView,
            relation.IsOwn ? TableOrigin.Product
                : file is null ? TableOrigin.Made
                : TableOrigin.File,
            relation.EstimatedRows,
            [.. columns.Select(Column)]
        )
        {
            Description = relation.IsOwn ? session.Descriptions.Of(relation.Name) : Same(relation.Comment),
            File = file,
            OwnName = isPlain ? relation.Name : null,
        };

        ColumnEntry Column(RelationColumn column) =>
            new(column.Name, column.Type, relation.IsOwn ? session.Descriptions.Of(relation.Name, column.Name) : Same(column.Comment));
    }

    /// <summary>Whether it is the user's own, which a plain name finds first.</summary>
    private static bool IsPlain(SessionRelation relation) => relation is { Database: "memory", Schema: "main" };

    /// <summary>A comment of the user's, which is in one language.</summary>
    private static Localized? Same(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : Localized.Same(comment);

    /// <summary>The rows of a table or view.</summary>
    public static long Count(AnalyticsSession session, string name)
    {
        using var count = ResultTable.Read(session.Run($"SELECT count(*) FROM {name}"));
        return long.Parse(count.Text(0, 0)!);
    }

    private static string NameInSql(SessionRelation relation)
    {
        var (database, schema, name) = (relation.Database, relation.Schema, relation.Name);
        var parts =
            IsPlain(relation) ? [name]
            : schema == "main" ? new[] { database, name }
            : database == "memory" ? [schema, name]
            : [database, schema, name];
        return string.Join('.', parts.Select(PlainSql.Name));
    }
}
