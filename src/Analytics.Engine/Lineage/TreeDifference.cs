using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>Compares two syntax trees by what they mean.</summary>
internal static class TreeDifference
{
    /// <summary>Places in the text, and how a function is written, mean nothing.</summary>
    private static readonly HashSet<string> Meaningless = ["query_location", "syntax_type", "named_param_map"];

    /// <summary>Where the trees differ, as a path with what stands there; null if they mean the same.</summary>
    public static string? Between(JsonNode? first, JsonNode? second) => Within(first, second)?.TrimStart('.');

    private static string? Within(JsonNode? first, JsonNode? second)
    {
        (first, second) = (ValuesIn(first), ValuesIn(second));
        return (first, second) switch
        {
            (JsonObject a, JsonObject b) => Within(a, b),
            (JsonArray a, JsonArray b) when a.Count == b.Count => Within([.. a], [.. b]),
            _ => JsonNode.DeepEquals(first, second) || IsDefault(first) && IsDefault(second) ? null : $": {Short(first)} / {Short(second)}",
        };
    }

    /// <summary>Fields at their defaults the printer leaves out and the reader fills in.</summary>
    private static string? Within(JsonObject first, JsonObject second)
    {
        foreach (var (key, value) in first)
        {
            if (!Meaningless.Contains(key) && OfField(key, first, second) is { } difference)
                return $".{key}{difference}";
        }

        foreach (var (key, value) in second)
        {
            if (!first.ContainsKey(key) && !Meaningless.Contains(key) && !IsDefault(value))
                return $".{key}: – / {Short(value)}";
        }

        return null;
    }

    private static string? OfField(string key, JsonObject first, JsonObject second) =>
        key == "children" && first.Is("class", "CONJUNCTION") && second.Is("class", "CONJUNCTION") ? Within(Parts(first), Parts(second))
        : key == "exclude_list" ? Within(Sorted(first), Sorted(second))
        : Within(first[key], second[key]);

    private static string? Within(IReadOnlyList<JsonNode?> first, IReadOnlyList<JsonNode?> second)
    {
        if (first.Count != second.Count)
            return $": {first.Count} / {second.Count}";
        for (var i = 0; i < first.Count; i++)
        {
            if (Within(first[i], second[i]) is { } difference)
                return $"[{i}]{difference}";
        }

        return null;
    }

    private static string Short(JsonNode? node) =>
        node?.ToJsonString() is not { } text ? "–"
        : text.Length <= 60 ? text
        : text[..60] + "…";

    /// <summary>Names that EXCLUDE leaves out are a set.</summary>
    private static IReadOnlyList<JsonNode?> Sorted(JsonObject star) =>
        [.. star.List("exclude_list").OrderBy(n => n!.ToJsonString(), StringComparer.Ordinal)];

    private static bool IsDefault(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject value => Said(value).Count == 0,
            _ => node.ToJsonString() is "false" or "\"\"",
        };

    /// <summary>The names of the fields that say something.</summary>
    private static List<string> Said(JsonObject node) =>
        [.. node.Where(f => !Meaningless.Contains(f.Key) && !IsDefault(f.Value)).Select(f => f.Key)];

    /// <summary>A conjunction within another of its kind is part of it.</summary>
    private static IReadOnlyList<JsonNode?> Parts(JsonObject conjunction) =>
        [
            .. conjunction
                .List("children")
                .SelectMany(c => c.Is("type", conjunction.Text("type")) && c.Text("alias").Length == 0 ? Parts(c!.AsObject()) : [c]),
        ];

    /// <summary>The list of values instead of a subquery that only selects everything of it; any other node as it is.</summary>
    private static JsonNode? ValuesIn(JsonNode? node)
    {
        if (!node.Is("type", "SUBQUERY") || node.Has("class") || node!["subquery"]?["node"] is not JsonObject inner)
            return node;
        if (ValuesIn(inner["from_table"]) is not JsonObject values || !values.Is("type", "EXPRESSION_LIST"))
            return node;
        if (Said(inner).Except(["type", "select_list", "from_table", "aggregate_handling"]).Any())
            return node;
        if (inner.List("select_list") is not [JsonObject star] || !star.Is("class", "STAR") || Said(star).Count > 2)
            return node;
        var list = values.Copy();
        foreach (
            var (from, to) in (ReadOnlySpan<(string, string)>)
                [("alias", "alias"), ("column_name_alias", "expected_names"), ("sample", "sample")]
        )
        {
            if (!IsDefault(node[from]))
                list.Set(to, node[from]);
        }

        return list;
    }
}
