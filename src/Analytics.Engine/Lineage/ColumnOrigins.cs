using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Lineage;

/// <summary>Where the columns of a statement come from, read from its plan over empty tables.</summary>
internal static class ColumnOrigins
{
    /// <param name="session">Whose relations the statement reads.</param>
    /// <param name="sql">Without parameters: a plan cannot be written with them.</param>
    /// <param name="count">The number of columns of the result.</param>
    /// <returns>Unknown for each column where the engine cannot write the plan.</returns>
    public static IReadOnlyList<ColumnOrigin> Of(AnalyticsSession session, string sql, int count)
    {
        try
        {
            var catalog = RelationCatalog.Read(session);
            session.FollowInShadow(catalog);
            var files = new FileTables(session, catalog);
            var statement = session.Shadow.Text.Read(sql).Copy();
            files.Replace(statement);
            var reader = new PlanReader((name, column) => Origin(session, catalog, files, name, column));
            var columns = reader.Read(Plan(session.Shadow, session.Shadow.Text.Print(statement)));
            return columns.Count >= count ? [.. columns.Take(count)] : Unknown(count);
        }
        catch (RefusalException)
        {
            return Unknown(count);
        }
        catch (DuckDbException)
        {
            return Unknown(count);
        }
    }

    private static IReadOnlyList<ColumnOrigin> Unknown(int count) => [.. Enumerable.Repeat(ColumnOrigin.Unknown, count)];

    private static ColumnOrigin Origin(
        AnalyticsSession session,
        RelationCatalog catalog,
        FileTables files,
        RelationName name,
        string column
    )
    {
        if (session.KeptEvidence(name)?.Origins.GetValueOrDefault(column) is { } kept)
            return kept;
        var source =
            files.Source(name, column)
            ?? catalog.Find(name.Catalog, name.Schema, name.Name)?.Kind switch
            {
                RelationKind.Product => ProductRelations.Source(name.Name, column),
                RelationKind.Own => new(name.Name, column, ColumnOwner.User),
                _ => new(name.Name, column, ColumnOwner.Unknown),
            };
        return new(ColumnWay.Copy, [source], []);
    }

    private static JsonNode Plan(Shadow shadow, string sql)
    {
        using var statement = shadow.Connection.Prepare("SELECT json_serialize_plan(CAST($text AS VARCHAR))");
        statement.Bind("text", sql);
        using var result = statement.Execute();
        using var chunk = result.Fetch()!;
        var plan = JsonNode.Parse((string)chunk.Column(0).Value(0)!, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
        return plan.List("plans") is [{ } only]
            ? only
            : throw new RefusalException("plan", "引擎不能写出此语句的计划", "the engine cannot write the plan of this statement");
    }
}
