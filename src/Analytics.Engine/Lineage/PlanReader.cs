using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Follows columns through a bound plan (<c>json_serialize_plan</c>, not optimised), in which the engine has already resolved names,
/// stars, aliases, macros and correlated subqueries.
/// </summary>
/// <param name="source">Where a column of a table comes from.</param>
internal sealed class PlanReader(Func<RelationName, string, ColumnOrigin> source)
{
    /// <summary>Functions that only put values together or take them apart again.</summary>
    private static readonly HashSet<string> Packing =
    [
        "list_value",
        "unpivot_list",
        "struct_pack",
        "row",
        "struct_extract",
        "struct_extract_at",
        "array_extract",
        "list_extract",
        "unnest",
    ];

    private readonly Dictionary<(long Table, long Column), ColumnOrigin> _bindings = [];
    private readonly Dictionary<long, IReadOnlyList<ColumnOrigin>> _common = [];
    private readonly Stack<IReadOnlyList<ColumnOrigin>> _duplicates = [];

    private static readonly ColumnOrigin Constant = new(ColumnWay.Constant, [], []);

    /// <summary>The origins of the columns of an operator's result.</summary>
    public IReadOnlyList<ColumnOrigin> Read(JsonNode plan)
    {
        var type = plan.Text("type");
        return type switch
        {
            "LOGICAL_GET" => Bind(plan, "table_index", Scan(plan)),
            "LOGICAL_CTE_REF" => Bind(plan, "table_index", _common.GetValueOrDefault(Number(plan, "cte_index"), [])),
            "LOGICAL_MATERIALIZED_CTE" or "LOGICAL_RECURSIVE_CTE" => Common(plan, type == "LOGICAL_RECURSIVE_CTE"),
            "LOGICAL_DELIM_JOIN" => DelimJoin(plan),
            "LOGICAL_DELIM_GET" => Bind(plan, "table_index", _duplicates.TryPeek(out var top) ? top : []),
            "LOGICAL_EXPRESSION_GET"
            or "LOGICAL_CHUNK_GET"
            or "LOGICAL_COLUMN_DATA_GET"
            or "LOGICAL_DUMMY_SCAN"
            or "LOGICAL_EMPTY_RESULT" => Bind(plan, "table_index", Constants(plan)),
            _ => Over(plan, type, [.. plan.List("children").Select(c => Read(c!))]),
        };
    }

    private IReadOnlyList<ColumnOrigin> Over(JsonNode plan, string type, IReadOnlyList<IReadOnlyList<ColumnOrigin>> children)
    {
        List<ColumnOrigin> input = [.. children.SelectMany(c => c)];
        switch (type)
        {
            case "LOGICAL_PROJECTION":
                return Bind(plan, "table_index", Expressions(plan, input));
            case "LOGICAL_AGGREGATE_AND_GROUP_BY":
                var groups = plan.List("groups").Select(g => Follow(g!, input)).ToList();
                var aggregates = Expressions(plan, input);
                Bind(plan, "group_index", groups);
                Bind(plan, "aggregate_index", aggregates);
                var markers = Enumerable.Repeat(Constant, plan.List("grouping_functions").Count).ToList();
                Bind(plan, "groupings_index", markers);
                return [.. groups, .. aggregates, .. markers];
            case "LOGICAL_WINDOW":
                return [.. input, .. Bind(plan, "window_index", Expressions(plan, input))];
            case "LOGICAL_UNNEST":
                return [.. input, .. Bind(plan, "unnest_index", Expressions(plan, input))];
            case "LOGICAL_EXCEPT":
                return Bind(plan, "table_index", children[0]);
            case "LOGICAL_UNION" or "LOGICAL_INTERSECT":
                return Bind(plan, "table_index", children.Aggregate((a, b) => [.. a.Zip(b, ColumnOrigin.Either)]));
            case "LOGICAL_PIVOT":
                return Bind(plan, "pivot_index", Pivoted(plan, input));
            case "LOGICAL_FILTER" or "LOGICAL_ORDER_BY" or "LOGICAL_LIMIT" or "LOGICAL_DISTINCT" or "LOGICAL_TOP_N" or "LOGICAL_SAMPLE":
                return input;
            default:
                return type.EndsWith("JOIN") || type == "LOGICAL_CROSS_PRODUCT"
                    ? Joined(plan, children)
                    : [.. input.Select(_ => ColumnOrigin.Unknown)];
        }
    }

    private static IReadOnlyList<ColumnOrigin> Joined(JsonNode plan, IReadOnlyList<IReadOnlyList<ColumnOrigin>> children) =>
        plan.Text("join_type") switch
        {
            "MARK" => [.. children[0], new ColumnOrigin(ColumnWay.Computed, [], [])],
            "SEMI" or "ANTI" => children[0],
            "RIGHT_SEMI" or "RIGHT_ANTI" => children[1],
            _ => [.. children.SelectMany(c => c)],
        };

    private IReadOnlyList<ColumnOrigin> Common(JsonNode plan, bool recursive)
    {
        var children = plan.List("children");
        var first = Read(children[0]!);
        _common[Number(plan, "table_index")] = first;
        var second = Read(children[1]!);
        return recursive ? Bind(plan, "table_index", [.. first.Zip(second, ColumnOrigin.Either)]) : second;
    }

    /// <summary>A correlated subquery: its side sees the columns that both share.</summary>
    private IReadOnlyList<ColumnOrigin> DelimJoin(JsonNode plan)
    {
        var children = plan.List("children");
        var flipped = plan["delim_flipped"] is JsonValue value && value.TryGetValue(out bool flag) && flag;
        var outer = Read(children[flipped ? 1 : 0]!);
        _duplicates.Push([.. plan.List("duplicate_eliminated_columns").Select(e => Follow(e!, outer))]);
        var inner = Read(children[flipped ? 0 : 1]!);
        _duplicates.Pop();
        return Joined(plan, flipped ? [inner, outer] : [outer, inner]);
    }

    /// <summary>A table function over the rows of another operator: what it makes of them, then the rows themselves.</summary>
    private IReadOnlyList<ColumnOrigin> OverRows(JsonNode plan, JsonNode child)
    {
        var input = Read(child);
        var arguments = input.Take(Math.Max(1, plan.List("input_table_types").Count)).ToList();
        var made =
            plan.Text("name") == "unnest" ? arguments[0] : new ColumnOrigin(ColumnWay.Computed, Union(arguments), Functions(arguments));
        var passed = plan.List("projected_input").Select(i => input[(int)(long)i!]);
        return [.. plan.List("column_indexes").Select(_ => made), .. passed];
    }

    private IReadOnlyList<ColumnOrigin> Scan(JsonNode plan)
    {
        if (plan.List("children") is [{ } child])
            return OverRows(plan, child);
        var names = plan.List("names");
        var table = plan["function_data"];
        return
        [
            .. plan.List("column_indexes")
                .Select(c => Number(c!, "index"))
                .Select(index =>
                    !table.Has("table")
                        ? plan.Text("name") is "read_csv" or "read_parquet"
                            ? ColumnOrigin.Unknown
                            : Constant
                        : index >= 0 && index < names.Count
                            ? source(new(table.Text("catalog"), table.Text("schema"), table.Text("table")), (string)names[(int)index]!)
                            : Constant
                ),
        ];
    }

    private static IReadOnlyList<ColumnOrigin> Constants(JsonNode plan)
    {
        var types = new[] { "expr_types", "chunk_types", "return_types" }.Select(key => plan.List(key).Count).Max();
        return [.. Enumerable.Repeat(Constant, Math.Max(types, 1))];
    }

    /// <summary>All values of a pivot may come from any of its aggregates.</summary>
    private static IReadOnlyList<ColumnOrigin> Pivoted(JsonNode plan, IReadOnlyList<ColumnOrigin> input)
    {
        var groups = (int)Number(plan["bound_pivot"] ?? plan, "group_count");
        var values = input.Skip(groups).DefaultIfEmpty(ColumnOrigin.Unknown).Aggregate(ColumnOrigin.Either);
        return [.. input.Take(groups), .. Enumerable.Repeat(values, 1024)];
    }

    private List<ColumnOrigin> Expressions(JsonNode plan, IReadOnlyList<ColumnOrigin> input) =>
        [.. plan.List("expressions").Select(e => Follow(e!, input))];

    private ColumnOrigin Follow(JsonNode expression, IReadOnlyList<ColumnOrigin> input)
    {
        switch (expression.Text("expression_class"))
        {
            case "BOUND_COLUMN_REF":
                var binding = expression["binding"]!;
                return _bindings.GetValueOrDefault((Number(binding, "table_index"), Number(binding, "column_index")), ColumnOrigin.Unknown);
            case "BOUND_REF":
                return Number(expression, "index") is var index && index >= 0 && index < input.Count
                    ? input[(int)index]
                    : ColumnOrigin.Unknown;
            case "BOUND_CONSTANT" or "BOUND_PARAMETER" or "BOUND_LAMBDA_REF" or "BOUND_DEFAULT":
                return Constant;
            case "BOUND_CAST":
                var child = Follow(expression["child"]!, input);
                return child.Way == ColumnWay.Copy ? child with { Way = ColumnWay.Cast } : child;
            case "BOUND_UNNEST":
                return Follow(expression["child"]!, input);
            case "BOUND_AGGREGATE":
                return Function(expression, input, ColumnWay.Aggregate);
            case "BOUND_WINDOW":
                return Function(expression, input, ColumnWay.Window);
            default:
                return Computed(expression, input);
        }
    }

    private ColumnOrigin Function(JsonNode expression, IReadOnlyList<ColumnOrigin> input, ColumnWay way)
    {
        var name = expression.Text("name") is { Length: > 0 } given
            ? given
            : expression.Text("type").Replace("WINDOW_", "").ToLowerInvariant();
        if (name == "count_star")
            return new(way == ColumnWay.Aggregate ? ColumnWay.Count : way, [], ["count"]);
        var arguments = expression.List("children").Select(c => Follow(c!, input)).ToList();
        var functions = arguments.SelectMany(a => a.Functions).Distinct().Prepend(name).ToList();
        return arguments.Any(a => a.Way == ColumnWay.Unknown) ? ColumnOrigin.Unknown : new(way, Union(arguments), functions);
    }

    private ColumnOrigin Computed(JsonNode expression, IReadOnlyList<ColumnOrigin> input)
    {
        var parts = Operands(expression).Select(o => Follow(o, input)).ToList();
        var name = expression.Text("name");
        if (parts.Any(p => p.Way == ColumnWay.Unknown))
            return ColumnOrigin.Unknown;
        var some = parts.Where(p => p.Way != ColumnWay.Constant).ToList();
        if (some.Count == 0)
            return Constant;
        if (Packing.Contains(name) && some.All(p => p.Way == some[0].Way))
            return some[0] with { Sources = Union(some), Functions = Functions(some) };
        var way = name == "/" && parts.Count == 2 && some.Count == 2 ? ColumnWay.Ratio : ColumnWay.Computed;
        return new(way, Union(some), Functions(some));
    }

    /// <summary>The expressions that an expression holds, whatever the fields are called.</summary>
    private static IEnumerable<JsonNode> Operands(JsonNode expression)
    {
        foreach (var (key, value) in (JsonObject)expression)
        {
            if (key is "return_type" or "function_data" or "bind_info" or "binding" || value is null)
                continue;
            foreach (
                var item in value is JsonArray list ? list.OfType<JsonObject>()
                : value is JsonObject one ? [one]
                : []
            )
            {
                if (item.Has("expression_class"))
                {
                    yield return item;
                }
                else
                {
                    foreach (var (_, inner) in item)
                    {
                        if (inner.Has("expression_class"))
                            yield return inner!;
                    }
                }
            }
        }
    }

    private static IReadOnlyList<string> Functions(IEnumerable<ColumnOrigin> parts) => [.. parts.SelectMany(p => p.Functions).Distinct()];

    private static IReadOnlyList<SourceColumn> Union(IEnumerable<ColumnOrigin> parts) => [.. parts.SelectMany(p => p.Sources).Distinct()];

    private IReadOnlyList<ColumnOrigin> Bind(JsonNode plan, string key, IReadOnlyList<ColumnOrigin> columns)
    {
        if (plan.Has(key))
        {
            var table = Number(plan, key);
            for (var i = 0; i < columns.Count; i++)
            {
                _bindings[(table, i)] = columns[i];
            }
        }

        return columns;
    }

    private static long Number(JsonNode node, string key) =>
        node[key] is JsonValue value && value.TryGetValue(out ulong number) ? unchecked((long)number) : -1;
}
