using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>UNION, INTERSECT, EXCEPT: equal rows share what they stand on.</content>
internal sealed partial class EvidenceRewriter
{
    private Traced SetOperation(JsonObject node, Scope scope)
    {
        var original = node.Copy();
        scope = CommonTables(node, scope);
        SpellOutOrder(node, original, scope);
        foreach (var modifier in node.List("modifiers"))
        {
            if (modifier.Text("type").StartsWith("LIMIT"))
                _dependences.Add(new(DependenceKind.Limit));
            Deciders(modifier, scope);
        }

        if (node.List("children") is [var first, ..] and { Count: > 2 } children)
            Nest(node, first!, children);
        var (left, right) = (Query(Side(node, 0), scope), Query(Side(node, 1), scope));
        if (left.Hidden is null && right.Hidden is null)
            return Traced.Plain(original);
        var hidden = Fresh();
        var (a, b) = (Under(left, hidden), Under(right, hidden));
        var all = (bool)node["setop_all"]!;
        return (node.Text("setop_type"), all) switch
        {
            ("UNION", true) => new(WithSides(node, a, b), hidden, []),
            ("UNION_BY_NAME", true) => new(LastHidden(node, a, b, hidden), hidden, []),
            ("UNION" or "UNION_BY_NAME", false) => new(Grouped(node, a, b, hidden), hidden, []),
            ("INTERSECT" or "EXCEPT", false) => new(Matched(node, a, b, hidden), hidden, []),
            ("INTERSECT" or "EXCEPT", true) => new(Paired(node, a, b, hidden), hidden, []),
            var (type, _) => throw new RefusalException(
                "statement",
                $"不认识的集合运算 {type}",
                $"a set operation that is not known: {type}"
            ),
        };
    }

    /// <summary>A union of many as unions of two.</summary>
    private static void Nest(JsonObject node, JsonNode first, JsonArray children)
    {
        var left = children
            .Skip(1)
            .Take(children.Count - 2)
            .Aggregate(
                first,
                (l, r) =>
                {
                    var pair = node.Copy();
                    (pair["modifiers"], pair["cte_map"]) = (new JsonArray(), new JsonObject { ["map"] = new JsonArray() });
                    pair["children"] = Syntax.Array([l, r]);
                    return pair;
                }
            );
        node["children"] = Syntax.Array([left, children[^1]]);
    }

    private static JsonObject Side(JsonObject node, int side) =>
        (node.List("children") is [_, _] children ? children[side]! : node[side == 0 ? "left" : "right"]!).AsObject().Copy();

    private static JsonObject WithSides(JsonObject node, JsonObject left, JsonObject right)
    {
        if (node.List("children") is [_, _])
            node["children"] = Syntax.Array([left, right]);
        else
            (node["left"], node["right"]) = (left, right);
        return node;
    }

    /// <summary>The same operation as UNION ALL, without order and limit, which stay with the node around it.</summary>
    private static JsonObject Union(JsonObject node, JsonObject left, JsonObject right)
    {
        var union = WithSides(node.Copy(), left, right);
        if (!union.Is("setop_type", "UNION_BY_NAME"))
            union["setop_type"] = "UNION";
        union["setop_all"] = true;
        (union["modifiers"], union["cte_map"]) = (new JsonArray(), new JsonObject { ["map"] = new JsonArray() });
        return union;
    }

    /// <summary>BY NAME puts columns that only the right side has behind the hidden one.</summary>
    private JsonObject LastHidden(JsonObject node, JsonObject left, JsonObject right, string hidden)
    {
        var from = Syntax.Subquery(Union(node, left, right), Fresh());
        return Syntax.Select([Syntax.Star(hidden), Syntax.Column(hidden)], from).WithFrameOf(node);
    }

    private JsonObject Grouped(JsonObject node, JsonObject left, JsonObject right, string hidden)
    {
        var from = Syntax.Subquery(Union(node, left, right), Fresh());
        var evidence = Syntax.As(Collected(Syntax.Column(hidden)), hidden);
        return Syntax.Select([Syntax.Star(hidden), evidence], from, groupByAll: true).WithFrameOf(node);
    }

    private JsonObject Matched(JsonObject node, JsonObject left, JsonObject right, string hidden)
    {
        var side = Fresh();
        var from = Syntax.Subquery(Union(node, Numbered(left, side, 1), Numbered(right, side, 2)), Fresh());
        var evidence = Syntax.As(Collected(Syntax.Column(hidden)), hidden);
        var group = Syntax.Select([Syntax.Star(hidden, side), evidence], from, groupByAll: true).WithFrameOf(node);
        var isLeft = Syntax.Compare("COMPARE_EQUAL", Syntax.Column(side), Syntax.Constant(1));
        var isRight = Syntax.Compare("COMPARE_EQUAL", Syntax.Column(side), Syntax.Constant(2));
        if (node.Is("setop_type", "EXCEPT"))
        {
            _dependences.Add(new(DependenceKind.Absence));
            group["having"] = Syntax.Call("bool_and", isLeft);
        }
        else
        {
            group["having"] = Syntax.And(Syntax.Call("bool_or", isLeft), Syntax.Call("bool_or", isRight));
        }

        return group;
    }

    /// <summary>
    /// The ALL variants: equal rows of both sides are counted, and as many come out as the operation says, each with the evidence of
    /// one of its side (of a pair for INTERSECT).
    /// </summary>
    private JsonObject Paired(JsonObject node, JsonObject left, JsonObject right, string hidden)
    {
        var (side, ofLeft, ofRight, number) = (Fresh(), Fresh(), Fresh(), Fresh());
        var union = Syntax.Subquery(Union(node, Numbered(left, side, 1), Numbered(right, side, 2)), Fresh());
        var groups = Syntax.Select(
            [Syntax.Star(hidden, side), Listed(hidden, side, 1, ofLeft), Listed(hidden, side, 2, ofRight)],
            union,
            groupByAll: true
        );
        var except = node.Is("setop_type", "EXCEPT");
        if (except)
            _dependences.Add(new(DependenceKind.Absence));
        var count = except
            ? Syntax.Call("subtract", Length(ofLeft), Length(ofRight))
            : Syntax.Call("least", Length(ofLeft), Length(ofRight));
        var numbers = Syntax.Call("unnest", Syntax.Call("range", Syntax.Constant(1), Syntax.Call("add", count, Syntax.Constant(1))));
        var rows = Syntax.Select([Syntax.Star(), Syntax.As(numbers, number)], Syntax.Subquery(groups, Fresh()));
        var (mine, theirs) = (Element(ofLeft, number), Element(ofRight, number));
        var evidence = Syntax.As(except ? mine : Syntax.Call("list_concat", mine, theirs), hidden);
        return Syntax.Select([Syntax.Star(ofLeft, ofRight, number), evidence], Syntax.Subquery(rows, Fresh())).WithFrameOf(node);
    }

    /// <summary>One list of many, by its place in their order: another run gives the same.</summary>
    private static JsonObject Element(string lists, string number) =>
        Syntax.Call("list_extract", Syntax.Call("list_sort", Syntax.Column(lists)), Syntax.Column(number));

    private static JsonObject Length(string list) =>
        Syntax.Operator("OPERATOR_COALESCE", Syntax.Call("len", Syntax.Column(list)), Syntax.Constant(0));

    private static JsonObject Listed(string hidden, string side, int number, string name) =>
        Syntax.As(
            Syntax.Filtered(
                Syntax.Call("list", Syntax.Column(hidden)),
                Syntax.Compare("COMPARE_EQUAL", Syntax.Column(side), Syntax.Constant(number))
            ),
            name
        );

    private JsonObject Numbered(JsonObject node, string side, int number) =>
        Syntax.Select([Syntax.Star(), Syntax.As(Syntax.Constant(number), side)], Syntax.Subquery(node, Fresh()));
}
