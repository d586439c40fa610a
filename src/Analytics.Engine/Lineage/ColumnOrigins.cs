using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>Where the columns of a statement come from, read from its plan over empty tables.</summary>
internal static class ColumnOrigins
{
    /// <param name="context">Whose relations the statement reads.</param>
    /// <param name="sql">Without parameters: a plan cannot be written with them.</param>
    /// <param name="count">The number of columns of the result.</param>
    /// <returns>Unknown for each column where the engine cannot write the plan.</returns>
    public static IReadOnlyList<ColumnOrigin> Of(LineageContext context, string sql, int count)
    {
        try
        {
            var catalog = context.Catalog();
            var files = new FileTables(context, catalog);
            var statement = context.Shadow.Text.Read(sql);
            files.Replace(statement);
            var reader = new PlanReader((name, column) => Origin(context, catalog, files, name, column));
            var columns = reader.Read(Plan(context.Shadow, context.Shadow.Text.Print(statement)));
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

    private static ColumnOrigin Origin(LineageContext context, RelationCatalog catalog, FileTables files, RelationName name, string column)
    {
        if (context.KeptEvidence(name)?.Origins.GetValueOrDefault(column) is { } kept)
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
