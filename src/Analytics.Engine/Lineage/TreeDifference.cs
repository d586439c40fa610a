using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>Compares two syntax trees by what they mean.</summary>
internal static class TreeDifference
{
    /// <summary>Places in the text, and how a function is written, mean nothing.</summary>
    private static readonly HashSet<string> Meaningless = ["query_location", "syntax_type", "named_param_map"];

    /// <summary>Where the trees differ, as a path with what stands there; null if they mean the same.</summary>
    public static string? Between(JsonNode? first, JsonNode? second) => Between(Normal(first), Normal(second), "");

    private static string? Between(JsonNode? first, JsonNode? second, string path)
    {
        switch (first, second)
        {
            case (JsonObject a, JsonObject b):
                foreach (var key in a.Select(p => p.Key).Union(b.Select(p => p.Key)))
                {
                    if (Between(a[key], b[key], $"{path}.{key}") is { } difference)
                        return difference;
                }

                return null;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                {
                    if (Between(a[i], b[i], $"{path}[{i}]") is { } difference)
                        return difference;
                }

                return null;
            default:
                return JsonNode.DeepEquals(first, second) ? null : $"{path.TrimStart('.')}: {Short(first)} / {Short(second)}";
        }
    }

    private static string Short(JsonNode? node) =>
        node?.ToJsonString() is not { } text ? "–"
        : text.Length <= 60 ? text
        : text[..60] + "…";

    /// <summary>
    /// Without fields at their defaults, which the printer leaves out and the reader fills in; conjunctions in conjunctions as one;
    /// a subquery that only selects everything of a list of values as that list.
    /// </summary>
    private static JsonNode? Normal(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(Normal)]);
            case JsonObject value:
                var normal = new JsonObject();
                foreach (var (key, child) in value)
                {
                    if (!Meaningless.Contains(key) && Normal(child) is { } kept && !IsDefault(kept))
                        normal[key] = key == "exclude_list" ? Sorted(kept) : kept;
                }

                return Flat(normal);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>Names that EXCLUDE leaves out are a set.</summary>
    private static JsonArray Sorted(JsonNode names) =>
        Syntax.Array(names.AsArray().OrderBy(n => n!.ToJsonString(), StringComparer.Ordinal));

    private static bool IsDefault(JsonNode node) =>
        node switch
        {
            JsonArray list => list.Count == 0,
            JsonObject value => value.Count == 0,
            _ => node.ToJsonString() is "false" or "\"\"" or "null",
        };

    private static JsonObject Flat(JsonObject node)
    {
        if (node.Is("class", "CONJUNCTION"))
            node["children"] = Syntax.Array(node.List("children").SelectMany(c => Parts(c!, node.Text("type"))));
        return ValuesIn(node) ?? node;
    }

    private static IEnumerable<JsonNode?> Parts(JsonNode part, string conjunction) =>
        part.Is("type", conjunction) && !part.Has("alias") ? part.List("children").AsEnumerable() : [part];

    private static JsonObject? ValuesIn(JsonObject node)
    {
        var inner = node.Is("type", "SUBQUERY") && !node.Has("class") ? node["subquery"]?["node"] : null;
        if (inner?["from_table"] is not JsonObject values || !values.Is("type", "EXPRESSION_LIST"))
            return null;
        if (inner.AsObject().Any(p => p.Key is not ("type" or "select_list" or "from_table" or "aggregate_handling")))
            return null;
        if (inner.List("select_list") is not [JsonObject star] || !star.Is("class", "STAR") || star.Count > 2)
            return null;
        var list = values.Copy();
        foreach (
            var (from, to) in (ReadOnlySpan<(string, string)>)
                [("alias", "alias"), ("column_name_alias", "expected_names"), ("sample", "sample")]
        )
        {
            if (node.Has(from))
                list.Set(to, node[from]);
        }

        return list;
    }
}
