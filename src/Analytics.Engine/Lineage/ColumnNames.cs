using System.Text.Json.Nodes;
using Analytics.DuckDb;

namespace Analytics.Engine.Lineage;

/// <summary>Names of columns, as the engine binds them.</summary>
/// <param name="connection">Has all relations that a query can name.</param>
/// <param name="text">Prints queries.</param>
/// <param name="dataFolder">Where the product's own Parquet files lie.</param>
internal sealed class ColumnNames(DuckDbConnection connection, SyntaxText text, string dataFolder)
{
    private static readonly HashSet<string> OfTexts =
    [
        "||",
        "concat",
        "concat_ws",
        "format",
        "printf",
        "replace",
        "lower",
        "upper",
        "trim",
    ];

    /// <summary>The columns of a query as written.</summary>
    /// <param name="node">A query; not changed.</param>
    /// <param name="common">Common tables around it.</param>
    public IReadOnlyList<string> Of(JsonObject node, IEnumerable<JsonObject> common)
    {
        var query = node.Copy();
        var own = query["cte_map"].List("map").Select(e => ((JsonObject)e!).Copy()).ToList();
        var all = common.Concat(own).Reverse().DistinctBy(e => e.Text("key"), StringComparer.OrdinalIgnoreCase).Reverse();
        query["cte_map"] = new JsonObject { ["map"] = Syntax.Array(all) };
        try
        {
            using var statement = connection.Prepare(text.PrintNode(query));
            return [.. statement.Columns().Select(c => c.Name)];
        }
        catch (DuckDbException e)
        {
            throw new RefusalException(
                "columns",
                $"列名只有整条语句才能定（{e.Message.Split('\n')[0]}）",
                $"the names of columns are known only in the whole statement ({e.Message.Split('\n')[0]})"
            );
        }
    }

    /// <summary>The columns of one item of a FROM.</summary>
    public IReadOnlyList<string> OfItem(JsonNode from, string alias, IEnumerable<JsonObject> common)
    {
        JsonObject? found = null;
        Syntax.Visit(
            from,
            item =>
            {
                var name = item.Text("alias") is { Length: > 0 } given ? given : item.Text("table_name");
                if (item.Has("type") && !item.Has("class") && string.Equals(name, alias, StringComparison.OrdinalIgnoreCase))
                    found ??= item;
                return found is null && !item.Has("class") && !item.Is("type", "SUBQUERY");
            }
        );
        return found is null ? [] : Of(Syntax.Select([Syntax.Star()], found.Copy()), common);
    }

    /// <summary>A text that is written, or put together of written ones; null where it is anything else.</summary>
    public string? TextOf(JsonNode expression)
    {
        if (!IsPutTogether(expression))
            return null;
        try
        {
            using var result = connection.Query(text.PrintNode(Syntax.Select([Syntax.As(expression, "t")], Syntax.Nothing())));
            using var chunk = result.Fetch();
            return chunk?.Column(0).Value(0) as string;
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether an expression is the same in every session, whatever there is: constants, and functions of texts over them.
    /// </summary>
    private static bool IsPutTogether(JsonNode expression)
    {
        var known = true;
        Syntax.Visit(
            expression,
            item =>
                known &=
                    !item.Has("class")
                    || item.Is("class", "CONSTANT")
                    || item.Is("class", "CAST")
                    || item.Is("class", "FUNCTION") && OfTexts.Contains(item.Text("function_name").ToLowerInvariant())
        );
        return known;
    }

    /// <inheritdoc cref="ProductRelations.OfFile"/>
    public string? ProductFile(string path) => ProductRelations.OfFile(path, dataFolder);
}
