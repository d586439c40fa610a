using System.Text.Json;
using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tables;

/// <summary>Whether a query reads the product's tables or only what its user brought.</summary>
public static class DataOrigin
{
    /// <summary>
    /// Whether a query surely reads no table of the product: every table in its syntax tree is an opened file, a file by its path or a
    /// name of its
    /// own. What cannot be parsed as queries, and tables made in the session, which may hold anything, are not taken for the user's.
    /// </summary>
    /// <param name="session">Parses, and knows the opened files.</param>
    /// <param name="sql">One query or several.</param>
    public static bool IsUsersOwn(AnalyticsSession session, string sql)
    {
        var names = new Names();
        if (Tree(session, sql) is not { } tree || tree.RootElement.GetProperty("error").GetBoolean())
            return false;
        names.Read(tree.RootElement);
        var opened = session.Opened.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !names.Files.Any(IsProductFile)
            && names.Tables.All(t =>
                opened.Contains(t.Name)
                || opened.Contains(t.Schema)
                || opened.Contains(t.Catalog)
                || names.Common.Contains(t.Name)
                || IsFile(t.Name)
            );
    }

    /// <summary>Whether a query reads figures, so that its rows could name their observations.</summary>
    /// <param name="session">Parses.</param>
    /// <param name="sql">One query or several.</param>
    public static bool NamesFigures(AnalyticsSession session, string sql)
    {
        var names = new Names();
        if (Tree(session, sql) is { } tree)
            names.Read(tree.RootElement);
        return names.Tables.Any(t =>
            t.Name.ToLowerInvariant() is "figures" or "measured" or "observation" && !names.Common.Contains(t.Name)
        );
    }

    private static JsonDocument? Tree(AnalyticsSession session, string sql)
    {
        try
        {
            using var table = ResultTable.Read(session.Run($"SELECT json_serialize_sql({SqlText.Literal(sql)})"));
            return table.Text(0, 0) is { } json ? JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }) : null;
        }
        catch (DuckDbException)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsFile(string name) => Path.HasExtension(name) || name.Contains("://", StringComparison.Ordinal);

    /// <summary>A file of the data folder by its name, or a pattern that may match one.</summary>
    private static bool IsProductFile(string text) =>
        text.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
        && (ProductTables.Files.Contains(Path.GetFileNameWithoutExtension(text)) || Path.GetFileName(text).Contains('*'));

    /// <summary>The names in a syntax tree.</summary>
    private sealed class Names
    {
        public List<(string Name, string Schema, string Catalog)> Tables { get; } = [];
        public HashSet<string> Common { get; } = new(StringComparer.OrdinalIgnoreCase);
        public List<string> Files { get; } = [];

        public void Read(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        Read(item);
                    break;
                case JsonValueKind.Object:
                    Note(element);
                    foreach (var property in element.EnumerateObject())
                        Read(property.Value);
                    break;
                case JsonValueKind.String:
                    Files.Add(element.GetString()!);
                    break;
            }
        }

        private void Note(JsonElement element)
        {
            if (Text(element, "type") == "BASE_TABLE")
                Tables.Add((Text(element, "table_name"), Text(element, "schema_name"), Text(element, "catalog_name")));
            if (element.TryGetProperty("cte_map", out var ctes) && ctes.TryGetProperty("map", out var map))
                Common.UnionWith(map.EnumerateArray().Select(cte => Text(cte, "key")));
        }

        private static string Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }
}
