using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>PIVOT as a grouping with one filtered aggregate a column; UNPIVOT carries the evidence of its source.</content>
internal sealed partial class EvidenceRewriter
{
    private JsonObject Unpivot(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        var inner = new List<TracedSource>();
        item.Set("source", From(item.Take("source"), scope, inner));
        if (Annotation.Concat([.. inner.Select(s => s.Annotation)]) is not { } annotation)
            return item;
        var hidden = Fresh();
        var star = Syntax.Star(inner.SelectMany(s => s.Columns));
        var source = Syntax.Select([star, Syntax.As(annotation.AsList, hidden)], item.Take("source"));
        item["source"] = Syntax.Subquery(source, Fresh());
        var alias = AliasOf(item);
        item["alias"] = alias;
        foreach (var entry in item.List("pivots").SelectMany(p => p.List("entries")))
        {
            if (entry!["star_expr"] is JsonObject columnsOf && columnsOf.Is("class", "STAR"))
                Hide(columnsOf, [hidden]);
        }

        sources.Add(new(alias, new Annotation(Syntax.Column(alias, hidden), IsList: true), [hidden], []));
        return item;
    }

    private JsonObject Pivot(JsonObject item, Scope scope, List<TracedSource> sources)
    {
        var names = columns.Of(Syntax.Select([Syntax.Star()], item.Copy()), scope.Originals);
        var inner = new List<TracedSource>();
        var source = From(item.Take("source"), scope, inner);
        var conditions = Conditions(item);
        var aggregated = item.List("aggregates").Select(a => (JsonObject)a!).ToList();
        var groups = names.Take(names.Count - conditions.Count * aggregated.Count).ToList();
        var values = conditions.SelectMany(c => aggregated.Select(a => Syntax.Filtered(a.Copy(), Syntax.And(a["filter"], c))));
        var items = groups.Select(g => Syntax.Column(g)).Concat(values).Zip(names, (i, name) => Syntax.As(i, name)).ToList();
        var node = Syntax.Select(items, source);
        node["group_expressions"] = Syntax.Array(groups.Select(g => Syntax.Column(g)));
        if (groups.Count > 0)
            node["group_sets"] = new JsonArray(new JsonArray([.. Enumerable.Range(0, groups.Count).Select(i => (JsonNode)i)]));
        if (Annotation.Concat([.. inner.Select(s => s.Annotation)]) is not { } annotation)
            return Syntax.Subquery(node, AliasOf(item), item["column_name_alias"] as JsonArray, item["sample"]);
        var trace = new SelectTrace(node, node.List("select_list"), annotation, inner, IsGrouped: true);
        var cells = Cells(trace, scope).Select(c => (Trace: new CellTrace(c.Item, c.Name, Fresh()), c.Evidence)).ToList();
        var hidden = Fresh();
        var row = Syntax.As(annotation.Collected(), hidden);
        WithItems(node, cells.Select(c => Syntax.As(c.Evidence, c.Trace.Column)).Append(row));
        var traced = new Traced(node, hidden, [.. cells.Select(c => c.Trace)]);
        return AsSource(traced, AliasOf(item), item["column_name_alias"] as JsonArray, item["sample"], sources);
    }

    /// <summary>The condition of each column: every combination of the values after IN, the last list fastest.</summary>
    private static List<JsonNode> Conditions(JsonObject item)
    {
        var all = new List<JsonNode?> { null };
        foreach (var pivot in item.List("pivots"))
        {
            if (pivot.Text("pivot_enum").Length > 0 || pivot.Has("subquery") || pivot.List("entries").Any(e => e.Has("star_expr")))
                throw new RefusalException("pivot", "PIVOT 的取值不是写出的列表", "the values of a PIVOT are not written out");
            var keys = pivot.List("pivot_expressions");
            var own = pivot.List("entries").Select(e => Matches(keys, e.List("values"))).ToList();
            all = [.. all.SelectMany(before => own.Select(condition => Syntax.And(before, condition)))];
        }

        return [.. all.Select(c => c!)];
    }

    private static JsonNode? Matches(JsonArray keys, JsonArray values) =>
        Syntax.And(
            keys.Zip(values, (key, value) => Syntax.Compare("COMPARE_NOT_DISTINCT_FROM", key!, Syntax.ConstantOf(Syntax.Free(value)!)))
        );
}
