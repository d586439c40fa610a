using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>The evidence of single columns: what each aggregate stands on, also through the queries around it.</content>
internal sealed partial class EvidenceRewriter
{
    private static readonly string[] Extremes = ["min", "max"];
    private static readonly string[] ByExtremes = ["arg_min", "arg_max", "min_by", "max_by"];
    private static readonly string[] Picks = ["first", "last", "any_value", "arbitrary"];

    /// <summary>The evidence of one item; its index is that of its column, -1 behind items of several columns.</summary>
    private sealed record Cell(int Item, string? Name, JsonObject Evidence);

    /// <summary>Those columns whose evidence is narrower than that of the row.</summary>
    private List<Cell> Cells(SelectTrace trace, Scope scope)
    {
        var cells = new List<Cell>();
        var isCounted = true;
        for (var i = 0; i < trace.Items.Count; i++)
        {
            var item = (JsonObject)trace.Items[i]!;
            isCounted &= IsOneColumn(item);
            if (item.Is("class", "STAR"))
                cells.AddRange(PassedBy(item, trace));
            else if (Evidence(item, trace, scope) is { } evidence)
                cells.Add(new(isCounted ? i : -1, NameOf(item), evidence.AsList));
        }

        return cells;
    }

    private static string? NameOf(JsonObject item) =>
        item.Text("alias") is { Length: > 0 } alias ? alias
        : item.Is("class", "COLUMN_REF") ? (string?)item.List("column_names")[^1]
        : null;

    /// <summary>Cells that a star passes on; not where it renames or replaces.</summary>
    private static IEnumerable<Cell> PassedBy(JsonObject star, SelectTrace trace) =>
        trace.IsGrouped || star.Has("expr") || star.List("replace_list").Count > 0 || star.List("rename_list").Count > 0
            ? []
            : trace
                .Sources.Where(s => star.Text("relation_name") is var name && (name.Length == 0 || Same(name, s.Alias)))
                .SelectMany(s =>
                    s.Cells.Where(c => c.Name is not null).Select(c => new Cell(-1, c.Name, Syntax.Column(s.Alias, c.Column)))
                );

    private Annotation? Evidence(JsonObject item, SelectTrace trace, Scope scope)
    {
        if (Windows(item).Count > 0)
            return null;
        var aggregated = Aggregates(item);
        var beside = SubqueriesIn(item).Count > 0 ? Values(item, scope) : [];
        if (aggregated.Count > 0 && trace.Base is not null)
            return Annotation.Concat([.. aggregated.Select(a => new Annotation(OfAggregate(a, trace), IsList: true)), .. beside]);
        if (beside.Count > 0 && item.Is("class", "SUBQUERY") && !trace.IsGrouped && trace.Base is not null)
            return Annotation.Concat(beside);
        return trace.IsGrouped || beside.Count > 0 ? null : Passed(item, trace.Sources);
    }

    /// <summary>What an expression stands on if all of its columns come from queries that know it for each of them.</summary>
    private static Annotation? Passed(JsonNode? expression, IReadOnlyList<TracedSource> sources)
    {
        var annotations = new List<Annotation>();
        var unknown = false;
        Syntax.Visit(
            expression,
            item =>
            {
                if (item.Is("class", "COLUMN_REF"))
                {
                    if (CellOf(item.List("column_names"), sources) is { } cell)
                        annotations.Add(cell);
                    else
                        unknown = true;
                }

                return !(unknown |= item.Is("class", "STAR") || item.Is("class", "LAMBDA"));
            }
        );
        return unknown ? null : Annotation.Concat(annotations);
    }

    private static Annotation? CellOf(JsonArray name, IReadOnlyList<TracedSource> sources)
    {
        var (relation, column) =
            name is [var a, var b] ? ((string?)a, (string)b!)
            : name is [var only] ? (null, (string)only!)
            : (null, "");
        var found = sources
            .Where(s => relation is null || Same(s.Alias, relation))
            .SelectMany(s => s.Cells.Where(c => c.Name is { } n && Same(n, column)).Select(c => Syntax.Column(s.Alias, c.Column)))
            .ToList();
        return found is [var cell] ? new Annotation(cell, IsList: true) : null;
    }

    private static JsonObject OfAggregate(JsonObject call, SelectTrace trace)
    {
        var name = call.Text("function_name").ToLowerInvariant();
        var arguments = call.List("children");
        var rows = Passed(call["children"], trace.Sources) ?? trace.Base!;
        if (arguments.Count == 0 || !IsPlain(call))
            return rows.Collected(call["filter"]);
        var known = Syntax.And(call["filter"], Syntax.IsNotNull(arguments[0]!));
        if (Extremes.Contains(name) && arguments.Count == 1)
            return Syntax.Filtered(Syntax.Call("arg_" + name, rows.AsList, arguments[0]!), known);
        if (ByExtremes.Contains(name) && arguments.Count == 2)
            return Syntax.Filtered(Syntax.Call(name, rows.AsList, arguments[1]!), known);
        if (!Picks.Contains(name) || (bool)call["distinct"]!)
            return rows.Collected(known);
        var pick = Syntax.As(call, "");
        pick["children"] = Syntax.Array([rows.AsList]);
        return name is "first" or "last" ? pick : Syntax.Filtered(pick, known);
    }
}
