using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>SELECT: annotations of FROM become one list a row; groups collect them; each aggregate has a list of its own.</content>
internal sealed partial class EvidenceRewriter
{
    private static readonly string[] Clauses = ["select_list", "where_clause", "group_expressions", "having", "qualify", "modifiers"];

    private Traced Select(JsonObject node, Scope scope)
    {
        var original = node.Copy();
        scope = CommonTables(node, scope);
        var sources = new List<TracedSource>();
        node.Set("from_table", From(node.Take("from_table"), scope, sources));
        NoteDependences(node);
        HideFromStars(node, sources);
        SpellOutRows(node, sources, scope, original);
        SpellOutOrder(node, original, scope);
        var items = node.List("select_list");
        var base_ = Annotation.Concat([.. sources.Select(s => s.Annotation), .. Deciders(node["where_clause"], scope)]);
        var grouped = IsGrouped(node);
        var trace = new SelectTrace(node, items, base_, sources, grouped);
        var cells = Cells(trace, scope);
        var row = Row(trace, scope);
        foreach (var key in (string[])["group_expressions", "modifiers"])
        {
            Deciders(node[key], scope);
        }

        if (row is null)
            return Traced.Plain(node);
        var columns = cells.Select(c => (c.Item, c.Name, Hidden: Fresh(), c.Evidence)).ToList();
        var hidden = Fresh();
        var evidence = grouped && sources.Count > 1 ? Syntax.Call("list_distinct", row.AsList) : row.AsList;
        var hiddenItems = columns.Select(c => Syntax.As(c.Evidence, c.Hidden)).Append(Syntax.As(evidence, hidden)).ToList();
        var traces = columns.Select(c => new CellTrace(c.Item, c.Name, c.Hidden)).ToList();
        return Distinct(node) is { } distinct
            ? new Traced(WithoutDuplicates(node, distinct, hiddenItems), hidden, traces)
            : new Traced(WithItems(node, hiddenItems), hidden, traces);
    }

    /// <summary>A SELECT while it is rewritten.</summary>
    /// <param name="Node">The query, its FROM already rewritten.</param>
    /// <param name="Items">Its select list.</param>
    /// <param name="Base">What a row before grouping stands on.</param>
    /// <param name="Sources">The traced items of its FROM.</param>
    /// <param name="IsGrouped">Whether it aggregates.</param>
    private sealed record SelectTrace(
        JsonObject Node,
        JsonArray Items,
        Annotation? Base,
        IReadOnlyList<TracedSource> Sources,
        bool IsGrouped
    );

    private static JsonObject WithItems(JsonObject node, IEnumerable<JsonObject> hidden)
    {
        foreach (var item in hidden)
        {
            node.List("select_list").Add((JsonNode)item);
        }

        return node;
    }

    /// <summary>What a row of the result stands on.</summary>
    private Annotation? Row(SelectTrace trace, Scope scope)
    {
        var all = new List<Annotation>();
        if (trace.Base is { } rows)
            all.Add(trace.IsGrouped ? new Annotation(rows.Collected(), IsList: true) : rows);
        var late = Values(trace.Items, scope);
        late.AddRange(Deciders(trace.Node["having"], scope));
        late.AddRange(Deciders(trace.Node["qualify"], scope));
        all.AddRange(
            trace.Node.Is("aggregate_handling", "FORCE_AGGREGATES")
                ? late.Select(a => new Annotation(Syntax.Call("any_value", a.AsList), IsList: true))
                : late
        );
        if (withDeciders)
            all.AddRange(Frames(trace));
        return Annotation.Concat(all);
    }

    /// <summary>The rows that each window function computed over; on demand, for one row only: lists of frames grow squarely.</summary>
    private static IEnumerable<Annotation> Frames(SelectTrace trace)
    {
        if (trace.Base is null)
            yield break;
        var row = trace.IsGrouped ? trace.Base.Collected() : trace.Base.AsList;
        foreach (var window in Windows(trace.Items).Where(IsFrame))
        {
            var copy = Syntax.As(window, "");
            if (IsOneOfFrame(copy))
            {
                copy.List("children")[0] = Syntax.Free(row);
                yield return new Annotation(copy, IsList: true).Deciding();
                continue;
            }

            var argument = copy.List("children") is [var first, ..] ? Syntax.IsNotNull(first!) : null;
            copy.Set("filter_expr", Syntax.And(copy["filter_expr"], argument));
            (copy["type"], copy["function_name"], copy["distinct"]) = ("WINDOW_AGGREGATE", "list", false);
            (copy["schema"], copy["catalog"], copy["arg_orders"]) = ("", "", new JsonArray());
            copy["children"] = Syntax.Array([row]);
            yield return new Annotation(Syntax.Call("flatten", copy), IsList: true).Deciding();
        }
    }

    private static bool IsFrame(JsonObject window) => window.Is("type", "WINDOW_AGGREGATE") || IsOneOfFrame(window);

    private static bool IsOneOfFrame(JsonObject window) =>
        FunctionOf(window) is "first_value" or "last_value" or "nth_value" or "lag" or "lead";

    private static string FunctionOf(JsonObject call) => call.Text("function_name").ToLowerInvariant();

    private void NoteDependences(JsonObject node)
    {
        if (node.Has("sample"))
            _dependences.Add(new(DependenceKind.Chance));
        foreach (var modifier in node.List("modifiers"))
        {
            if (modifier.Text("type").StartsWith("LIMIT"))
                _dependences.Add(new(DependenceKind.Limit));
            if (modifier.List("distinct_on_targets").Count > 0)
                _dependences.Add(new(DependenceKind.Chosen));
        }

        if (node.Has("qualify"))
            _dependences.Add(new(DependenceKind.Chosen));
        foreach (var window in Windows(node["select_list"]).Concat(Windows(node["qualify"])).Concat(Windows(node["modifiers"])))
        {
            _dependences.Add(new(IsFrame(window) ? DependenceKind.Frame : DependenceKind.Rank, FunctionOf(window)));
        }

        Syntax.Visit(
            new JsonArray([.. Clauses.Select(c => Syntax.Free(node[c]))]),
            item =>
            {
                if (item.Is("class", "FUNCTION") && ChanceFunctions.Contains(FunctionOf(item)))
                    _dependences.Add(new(DependenceKind.Chance));
                if (item.Is("class", "FUNCTION") && Picks.Contains(FunctionOf(item)) && item["order_bys"].List("orders").Count == 0)
                    _dependences.Add(new(DependenceKind.Chosen, FunctionOf(item)));
                return true;
            }
        );
    }

    private bool IsGrouped(JsonObject node) =>
        node.List("group_expressions").Count > 0
        || node.List("group_sets").Count > 0
        || node.Is("aggregate_handling", "FORCE_AGGREGATES")
        || node.Has("having")
        || Aggregates(node["select_list"]).Count > 0
        || Aggregates(node["qualify"]).Count > 0
        || Aggregates(node["modifiers"]).Count > 0;

    /// <summary>Calls of aggregate functions, those within windows included, those within subqueries not.</summary>
    private List<JsonObject> Aggregates(JsonNode? expression)
    {
        var found = new List<JsonObject>();
        Syntax.Visit(
            expression,
            item =>
            {
                if (item.Is("class", "FUNCTION") && aggregates.Contains(item.Text("function_name").ToLowerInvariant()))
                    found.Add(item);
                return !item.Is("class", "SUBQUERY");
            }
        );
        return found;
    }

    private static List<JsonObject> Windows(JsonNode? expression)
    {
        var found = new List<JsonObject>();
        Syntax.Visit(
            expression,
            item =>
            {
                if (item.Is("class", "WINDOW"))
                    found.Add(item);
                return !item.Is("class", "SUBQUERY");
            }
        );
        return found;
    }

    private static JsonObject? Distinct(JsonObject node) =>
        node.List("modifiers").OfType<JsonObject>().FirstOrDefault(m => m.Is("type", "DISTINCT_MODIFIER")) is { } distinct
        && distinct.List("distinct_on_targets").Count == 0
            ? distinct
            : null;

    /// <summary>
    /// DISTINCT as a grouping by all visible columns, which collects the evidence of equal rows. Around the query where something in it
    /// cannot be grouped by.
    /// </summary>
    private JsonObject WithoutDuplicates(JsonObject node, JsonObject distinct, IReadOnlyList<JsonObject> hidden)
    {
        node.List("modifiers").Remove(distinct);
        var items = node.List("select_list");
        if (!IsGrouped(node) && Windows(items).Count == 0 && items.All(i => IsPlain(i!)) && items.Any(i => !i.Is("class", "CONSTANT")))
        {
            node["aggregate_handling"] = "FORCE_AGGREGATES";
            return WithItems(node, hidden.Select(h => Syntax.As(Collected(Syntax.As(h.Copy(), "")), h.Text("alias"))));
        }

        PointOrderToItems(node);
        var alias = Fresh();
        var inner = hidden.Select(_ => Fresh()).ToList();
        var outer = hidden.Zip(inner, (h, name) => (JsonNode)Syntax.As(Collected(Syntax.Column(name)), h.Text("alias")));
        var from = Syntax.Subquery(WithItems(node, hidden.Zip(inner, (h, name) => Syntax.As(h.Copy(), name))), alias);
        var around = Syntax.Select([Syntax.Star(inner), .. outer], from, groupByAll: true);
        return around.WithFrameOf(from["subquery"]!["node"]!.AsObject());
    }

    private static JsonObject Collected(JsonObject list) => new Annotation(list, IsList: true).Collected();

    /// <summary>Whether an item can stand in a GROUP BY ALL as it is.</summary>
    private static bool IsPlain(JsonNode item)
    {
        var plain = true;
        Syntax.Visit(item, i => plain &= !(i.Is("class", "STAR") || i.Is("class", "SUBQUERY") || i.Is("function_name", "unnest")));
        return plain;
    }

    /// <summary>An order by an item of the select list becomes one by its position, which a query around it understands as well.</summary>
    private static void PointOrderToItems(JsonObject node)
    {
        var items = node.List("select_list");
        if (items.Any(i => i.Is("class", "STAR")))
            return;
        foreach (var order in node.List("modifiers").SelectMany(m => m.List("orders")))
        {
            var expression = order!["expression"]!;
            var position = items.ToList().FindIndex(i => TreeDifference.Between(Unnamed(i!), Unnamed(expression)) is null);
            if (position >= 0)
                order["expression"] = Syntax.Constant(position + 1);
        }
    }

    private static JsonObject Unnamed(JsonNode expression) => Syntax.As(expression, "");

    /// <summary>ORDER BY ALL by the positions of the visible columns.</summary>
    private void SpellOutOrder(JsonObject node, JsonObject original, Scope scope)
    {
        foreach (var modifier in node.List("modifiers").Where(m => m.Is("type", "ORDER_MODIFIER")))
        {
            if (
                modifier.List("orders") is not [JsonObject only]
                || !only["expression"].Is("class", "STAR")
                || only["expression"].Has("expr")
            )
            {
                continue;
            }

            var orders = new JsonArray();
            for (var i = 1; i <= Count(original, scope); i++)
            {
                var order = only.Copy();
                order["expression"] = Syntax.Constant(i);
                orders.Add((JsonNode)order);
            }

            modifier!["orders"] = orders;
        }
    }

    /// <summary>The number of columns that a query as written shows.</summary>
    private int Count(JsonObject original, Scope scope)
    {
        var stars = !original.Is("type", "SELECT_NODE") || original.List("select_list").Any(i => !IsOneColumn(i!));
        return stars ? columns.Of(original, scope.Originals).Count : original.List("select_list").Count;
    }

    private static bool IsOneColumn(JsonNode item)
    {
        var one = true;
        Syntax.Visit(item, i => one &= !(i.Is("class", "STAR") || i.Is("function_name", "unnest")));
        return one;
    }

    /// <summary>Leaves hidden columns out of every star, also in COLUMNS.</summary>
    private static void HideFromStars(JsonObject node, IReadOnlyList<TracedSource> sources)
    {
        if (sources.All(s => s.Columns.Count == 0))
            return;
        foreach (var clause in Clauses)
        {
            if (node[clause] is { } tree)
                HideFromStars(tree, sources);
        }
    }

    private static void HideFromStars(JsonNode tree, IReadOnlyList<TracedSource> sources) =>
        Syntax.Visit(
            tree,
            item =>
            {
                if (item.Is("class", "STAR"))
                    Hide(item, Hidden(sources, item.Text("relation_name")));
                return !item.Is("class", "SUBQUERY");
            }
        );

    private static List<string> Hidden(IReadOnlyList<TracedSource> sources, string relation) =>
        [.. sources.Where(s => relation.Length == 0 || Same(s.Alias, relation)).SelectMany(s => s.Columns)];

    private static void Hide(JsonObject star, List<string> hidden)
    {
        if (hidden.Count == 0)
            return;
        if (star["expr"] is JsonObject pattern && pattern.Is("class", "CONSTANT"))
        {
            const string Name = "__c";
            var matches = Syntax.Call("regexp_matches", Syntax.Column(Name), pattern);
            star["expr"] = null;
            star["expr"] = Syntax.Call("list_filter", Syntax.Star(), Syntax.Lambda(Name, matches)); // whose star is visited next
            return;
        }

        if (star.Has("expr"))
            return; // A function of the names, whose star is visited next as well.
        foreach (var name in hidden)
        {
            star.List("exclude_list").Add((JsonNode)name);
        }
    }

    /// <summary>A whole row as a value (<c>SELECT m FROM … m</c>) would show hidden columns: it is built from the visible ones.</summary>
    private void SpellOutRows(JsonObject node, IReadOnlyList<TracedSource> sources, Scope scope, JsonObject original)
    {
        foreach (var source in sources.Where(s => s.Columns.Count > 0))
        {
            Lazy<IReadOnlyList<string>> names = new(() => columns.OfItem(original["from_table"]!, source.Alias, scope.Originals));
            foreach (var clause in Clauses)
            {
                if (node[clause] is { } tree)
                {
                    node[clause] = Syntax.Free(
                        Syntax.Replace(tree, i => IsRow(i, source.Alias) ? RowOf(i, names.Value) : i, i => !i.Is("class", "SUBQUERY"))
                    );
                }
            }
        }
    }

    private static bool IsRow(JsonObject item, string alias) =>
        item.Is("class", "COLUMN_REF") && item.List("column_names") is [var name] && Same((string)name!, alias);

    private static JsonObject RowOf(JsonObject item, IReadOnlyList<string> names)
    {
        var alias = (string)item.List("column_names")[0]!;
        if (names.Contains(alias, StringComparer.OrdinalIgnoreCase))
            return item; // A column of that name comes before the row.
        var row = Syntax.Call("struct_pack", names.Select(n => Syntax.As(Syntax.Column(alias, n), n)));
        return Syntax.As(row, item.Text("alias") is { Length: > 0 } given ? given : alias);
    }
}
