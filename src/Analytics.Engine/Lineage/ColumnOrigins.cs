using System.Text.Json.Nodes;
using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>Where the columns of a statement come from, read from its plan over empty tables.</summary>
internal static class ColumnOrigins
{
    /// <param name="context">Whose relations the statement reads.</param>
    /// <param name="sql">Without parameters: a plan cannot be written with them.</param>
    /// <param name="statement">Its tree, parameters or not; null to have it read.</param>
    /// <param name="count">The number of columns of the result.</param>
    /// <returns>Unknown for each column where the engine cannot write the plan.</returns>
    public static IReadOnlyList<ColumnOrigin> Of(LineageContext context, string sql, JsonObject? statement, int count)
    {
        try
        {
            var catalog = context.Catalog();
            var files = new FileTables(context, catalog);
            if (files.AreIn(statement ?? context.Shadow.Text.Read(sql)))
            {
                var copy = context.Shadow.Text.Read(sql);
                files.Replace(copy);
                sql = context.Shadow.Text.Print(copy);
            }

            var reader = new PlanReader((name, column) => Origin(context, catalog, files, name, column));
            var columns = reader.Read(context.Shadow.Text.Plan(sql));
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
}
