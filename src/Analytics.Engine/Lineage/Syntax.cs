using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Builds and reads nodes of the engine's syntax tree as <c>json_serialize_sql</c> writes it. A node that already stands in a tree is
/// copied when it is put into another.
/// </summary>
internal static class Syntax
{
    public static string Text(this JsonNode? node, string key) =>
        (node as JsonObject)?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    public static bool Is(this JsonNode? node, string key, string value) => node.Text(key) == value;

    public static bool Has(this JsonNode? node, string key) => (node as JsonObject)?[key] is not null;

    public static JsonArray List(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonArray ?? [];

    /// <summary>Takes a child out of its parent, so that it can stand elsewhere.</summary>
    public static JsonObject Take(this JsonObject node, string key)
    {
        var child = (JsonObject)node[key]!;
        node[key] = null;
        return child;
    }

    public static void Set(this JsonObject node, string key, JsonNode? value) => node[key] = Free(value);

    public static JsonObject Copy(this JsonObject node) => (JsonObject)node.DeepClone();

    /// <summary>The node itself if it stands nowhere, else a copy.</summary>
    public static JsonNode? Free(JsonNode? node) => node is { Parent: not null } ? node.DeepClone() : node;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items.Select(Free).ToArray()];

    public static JsonObject Column(params IEnumerable<string> names) =>
        Expression("COLUMN_REF", "COLUMN_REF", ("column_names", Array(names.Select(n => (JsonNode?)n))));

    public static JsonObject Constant(string text) => Constant("VARCHAR", text);

    public static JsonObject Constant(int number) => Constant("INTEGER", number);

    public static JsonObject Null() =>
        Expression("CONSTANT", "VALUE_CONSTANT", ("value", new JsonObject { ["type"] = Type("NULL"), ["is_null"] = true }));

    /// <summary>A constant of a value as the tree writes it, for example in the list of a PIVOT.</summary>
    public static JsonObject ConstantOf(JsonNode value) => Expression("CONSTANT", "VALUE_CONSTANT", ("value", value));

    public static JsonObject Call(string name, params IEnumerable<JsonNode> arguments) =>
        Expression(
            "FUNCTION",
            "FUNCTION",
            ("function_name", name),
            ("schema", ""),
            ("children", Array(arguments)),
            ("filter", null),
            ("order_bys", new JsonObject { ["type"] = "ORDER_MODIFIER", ["orders"] = new JsonArray() }),
            ("distinct", false),
            ("is_operator", false),
            ("export_state", false),
            ("catalog", "")
        );

    public static JsonObject Filtered(JsonObject call, JsonNode? condition)
    {
        call.Set("filter", condition);
        return call;
    }

    /// <summary>The conjunction of those conditions that there are; null without any.</summary>
    public static JsonNode? And(params IEnumerable<JsonNode?> conditions)
    {
        var some = conditions.OfType<JsonNode>().ToList();
        return some.Count <= 1 ? some.FirstOrDefault() : Expression("CONJUNCTION", "CONJUNCTION_AND", ("children", Array(some)));
    }

    public static JsonObject Operator(string type, params IEnumerable<JsonNode> operands) =>
        Expression("OPERATOR", type, ("children", Array(operands)));

    public static JsonObject IsNotNull(JsonNode operand) => Operator("OPERATOR_IS_NOT_NULL", operand);

    public static JsonObject Compare(string type, JsonNode left, JsonNode right) =>
        Expression("COMPARISON", type, ("left", left), ("right", right));

    public static JsonObject Cast(JsonNode operand, JsonObject type) =>
        Expression("CAST", "OPERATOR_CAST", ("child", operand), ("cast_type", type), ("try_cast", false));

    /// <summary>An empty list of texts.</summary>
    public static JsonObject EmptyList() =>
        Cast(
            Call("list_value"),
            new JsonObject
            {
                ["id"] = "LIST",
                ["type_info"] = new JsonObject
                {
                    ["type"] = "LIST_TYPE_INFO",
                    ["alias"] = "",
                    ["modifiers"] = new JsonArray(),
                    ["extension_info"] = null,
                    ["child_type"] = Type("VARCHAR"),
                },
            }
        );

    public static JsonObject Type(string id) => new() { ["id"] = id, ["type_info"] = null };

    /// <summary>The function <c>parameter -> body</c>.</summary>
    public static JsonObject Lambda(string parameter, JsonNode body) =>
        Expression("LAMBDA", "LAMBDA", ("syntax_type", "SINGLE_ARROW"), ("lhs", Column(parameter)), ("expr", body));

    /// <summary><c>row_number() OVER ()</c>.</summary>
    public static JsonObject RowNumber() =>
        Expression(
            "WINDOW",
            "WINDOW_ROW_NUMBER",
            ("function_name", "row_number"),
            ("schema", ""),
            ("catalog", ""),
            ("children", new JsonArray()),
            ("partitions", new JsonArray()),
            ("orders", new JsonArray()),
            ("start", "UNBOUNDED_PRECEDING"),
            ("end", "CURRENT_ROW_RANGE"),
            ("start_expr", null),
            ("end_expr", null),
            ("offset_expr", null),
            ("default_expr", null),
            ("ignore_nulls", false),
            ("filter_expr", null),
            ("exclude_clause", "NO_OTHER"),
            ("distinct", false),
            ("arg_orders", new JsonArray())
        );

    /// <summary>All columns but some.</summary>
    public static JsonObject Star(params IEnumerable<string> except) =>
        Expression(
            "STAR",
            "STAR",
            ("relation_name", ""),
            ("exclude_list", Array(except.Select(n => (JsonNode?)n))),
            ("replace_list", new JsonArray()),
            ("columns", false),
            ("expr", null),
            ("unpacked", false),
            ("qualified_exclude_list", new JsonArray()),
            ("rename_list", new JsonArray())
        );

    /// <summary>The expression under a name; a copy if it stands in a tree.</summary>
    public static JsonObject As(JsonNode expression, string alias)
    {
        var named = (JsonObject)Free(expression)!;
        named["alias"] = alias;
        return named;
    }

    public static JsonObject Scalar(JsonObject node) =>
        Expression(
            "SUBQUERY",
            "SUBQUERY",
            ("subquery_type", "SCALAR"),
            ("subquery", Query(node)),
            ("child", null),
            ("comparison_type", "INVALID")
        );

    public static JsonObject Query(JsonObject node) => new() { ["node"] = Free(node), ["named_param_map"] = new JsonArray() };

    public static JsonObject Subquery(JsonObject node, string alias, JsonArray? columns = null, JsonNode? sample = null) =>
        new()
        {
            ["type"] = "SUBQUERY",
            ["alias"] = alias,
            ["sample"] = Free(sample),
            ["query_location"] = 0,
            ["subquery"] = Query(node),
            ["column_name_alias"] = Free(columns) ?? new JsonArray(),
        };

    public static JsonObject Table(
        string catalog,
        string schema,
        string name,
        string alias = "",
        JsonNode? columns = null,
        JsonNode? sample = null
    ) =>
        new()
        {
            ["type"] = "BASE_TABLE",
            ["alias"] = alias,
            ["sample"] = Free(sample),
            ["query_location"] = 0,
            ["schema_name"] = schema,
            ["table_name"] = name,
            ["column_name_alias"] = Free(columns) ?? new JsonArray(),
            ["catalog_name"] = catalog,
            ["at_clause"] = null,
        };

    /// <summary>An entry of WITH.</summary>
    public static JsonObject CommonTable(string name, JsonObject node, JsonNode? columns) =>
        new()
        {
            ["key"] = name,
            ["value"] = new JsonObject
            {
                ["aliases"] = Free(columns) ?? new JsonArray(),
                ["query"] = Query(node),
                ["materialized"] = "CTE_MATERIALIZE_DEFAULT",
                ["key_targets"] = new JsonArray(),
            },
        };

    public static JsonObject Nothing() =>
        new()
        {
            ["type"] = "EMPTY",
            ["alias"] = "",
            ["sample"] = null,
            ["query_location"] = 0,
        };

    public static JsonObject Select(IEnumerable<JsonNode> items, JsonObject from, JsonNode? where = null, bool groupByAll = false) =>
        new()
        {
            ["type"] = "SELECT_NODE",
            ["modifiers"] = new JsonArray(),
            ["cte_map"] = new JsonObject { ["map"] = new JsonArray() },
            ["select_list"] = Array(items),
            ["from_table"] = Free(from),
            ["where_clause"] = Free(where),
            ["group_expressions"] = new JsonArray(),
            ["group_sets"] = new JsonArray(),
            ["aggregate_handling"] = groupByAll ? "FORCE_AGGREGATES" : "STANDARD_HANDLING",
            ["having"] = null,
            ["sample"] = null,
            ["qualify"] = null,
        };

    /// <summary>Moves the modifiers (order, limit) and common tables of one node to the one that now stands around it.</summary>
    public static JsonObject WithFrameOf(this JsonObject outer, JsonObject inner)
    {
        foreach (var key in (string[])["modifiers", "cte_map"])
        {
            var frame = inner[key];
            inner[key] = key == "modifiers" ? new JsonArray() : new JsonObject { ["map"] = new JsonArray() };
            outer[key] = frame;
        }

        return outer;
    }

    /// <summary>
    /// Visits the objects of a tree, parents first; where the visit answers false, not what lies within.
    /// </summary>
    public static void Visit(JsonNode? node, Func<JsonObject, bool> visit)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Visit(item, visit);
            }
        }
        else if (node is JsonObject value && visit(value))
        {
            foreach (var (_, child) in value)
            {
                Visit(child, visit);
            }
        }
    }

    /// <summary>
    /// Replaces objects of a tree, innermost first, and returns what now stands for the tree; where <paramref name="enter"/> answers
    /// false, nothing within.
    /// </summary>
    public static JsonNode? Replace(JsonNode? node, Func<JsonObject, JsonNode> replace, Func<JsonObject, bool> enter)
    {
        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (Replace(list[i], replace, enter) is var item && item != list[i])
                    list[i] = Free(item);
            }
        }
        else if (node is JsonObject value)
        {
            if (!enter(value))
                return node;
            foreach (var (key, child) in value.ToList())
            {
                if (Replace(child, replace, enter) is var changed && changed != child)
                    value[key] = Free(changed);
            }

            return replace(value);
        }

        return node;
    }

    private static JsonObject Constant(string type, JsonNode value) =>
        ConstantOf(
            new JsonObject
            {
                ["type"] = Type(type),
                ["is_null"] = false,
                ["value"] = value,
            }
        );

    private static JsonObject Expression(string kind, string type, params ReadOnlySpan<(string Key, JsonNode? Value)> fields)
    {
        var node = new JsonObject
        {
            ["class"] = kind,
            ["type"] = type,
            ["alias"] = "",
            ["query_location"] = 0,
        };
        foreach (var (key, value) in fields)
        {
            node[key] = Free(value);
        }

        return node;
    }
}
