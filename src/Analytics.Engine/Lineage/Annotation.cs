using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>What a row stands on, as an expression over its FROM: the id of an observation, or a list of ids; either may be NULL.</summary>
internal sealed record Annotation(JsonObject Expression, bool IsList)
{
    /// <summary>As a list of texts.</summary>
    public JsonObject AsList => IsList ? (JsonObject)Syntax.Free(Expression)! : Syntax.Call("list_value", Expression);

    /// <summary>The list over all rows of a group.</summary>
    public JsonObject Collected(JsonNode? filter = null)
    {
        var condition = Syntax.And(Syntax.IsNotNull(Expression), filter);
        var list = Syntax.Filtered(Syntax.Call("list", Expression), condition);
        return IsList ? Syntax.Call("flatten", list) : list;
    }

    /// <summary>Marks the ids as those that decided about the row, without standing behind it.</summary>
    public Annotation Deciding()
    {
        const string Item = "__x";
        var marked = Syntax.Call(
            "concat",
            Syntax.Constant(EvidenceToken.Decider),
            Syntax.Call("ltrim", Syntax.Column(Item), Syntax.Constant(EvidenceToken.Decider))
        );
        return new(Syntax.Call("list_transform", AsList, Syntax.Lambda(Item, marked)), IsList: true);
    }

    /// <summary>All of them together; null without any.</summary>
    public static Annotation? Concat(IReadOnlyList<Annotation> all)
    {
        if (all.Count <= 1)
            return all.Count == 0 ? null : all[0];
        var ids = all.Where(a => !a.IsList).Select(a => a.Expression).ToList();
        var lists = all.Where(a => a.IsList).Select(a => a.Expression);
        var expression = (ids.Count > 0 ? lists.Prepend(Syntax.Call("list_value", ids)) : lists).Aggregate(
            (left, right) => Syntax.Call("list_concat", left, right)
        );
        return new(expression, IsList: true);
    }
}

/// <summary>How a list of evidence writes what is no observation's id. No id begins with one of these.</summary>
internal static class EvidenceToken
{
    /// <summary>Before an id, or any other token, that only decided about the row.</summary>
    public const string Decider = "~";

    /// <summary>Before the name of an opened file or attached table, a colon and the number of the row, from 1.</summary>
    public const string OwnRow = "@";

    /// <summary>Before the name of a relation whose rows may stand on observations that nobody knows.</summary>
    public const string Untraced = "?";
}

/// <summary>The evidence of one output column, where it is narrower than that of the row.</summary>
/// <param name="Item">Index of the column; -1 where it is not known.</param>
/// <param name="Name">What the outside calls the column; null where that is not known.</param>
/// <param name="Column">The hidden column that holds it.</param>
internal sealed record CellTrace(int Item, string? Name, string Column);

/// <summary>A query node whose rows carry evidence.</summary>
/// <param name="Node">The query as rewritten.</param>
/// <param name="Hidden">The last column, the evidence of the row; null if no row stands on anything.</param>
/// <param name="Cells">Their columns stand before it, after all visible ones.</param>
internal sealed record Traced(JsonObject Node, string? Hidden, IReadOnlyList<CellTrace> Cells)
{
    public static Traced Plain(JsonObject node) => new(node, null, []);

    /// <summary>All hidden columns.</summary>
    public IReadOnlyList<string> Columns => Hidden is null ? [] : [.. Cells.Select(c => c.Column), Hidden];
}

/// <summary>An item of FROM whose rows carry evidence.</summary>
/// <param name="Alias">What the query calls the item; empty for what no column can name.</param>
/// <param name="Annotation">What a row stands on.</param>
/// <param name="Columns">The hidden columns that a star must not show.</param>
/// <param name="Cells">Evidence of single columns.</param>
internal sealed record TracedSource(string Alias, Annotation Annotation, IReadOnlyList<string> Columns, IReadOnlyList<CellTrace> Cells);
