using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <content>Subqueries in expressions. They stay as they are; what they stand on is asked beside them.</content>
internal sealed partial class EvidenceRewriter
{
    /// <summary>What the subqueries of a condition stand on, if that is wanted; else only that they decided.</summary>
    private List<Annotation> Deciders(JsonNode? condition, Scope scope)
    {
        var deciders = new List<Annotation>();
        foreach (var (subquery, negated) in SubqueriesIn(condition).Where(s => ReadsTables(s.Subquery)))
        {
            var sources = new List<TracedSource>();
            Decide(negated && !subquery.Is("subquery_type", "SCALAR"), () => Witness(subquery, scope), sources);
            deciders.AddRange(sources.Select(s => s.Annotation));
        }

        return deciders;
    }

    /// <summary>Whether a subquery is more than a list of values (<c>= ANY(['a', 'b'])</c>).</summary>
    private static bool ReadsTables(JsonObject subquery)
    {
        var found = false;
        Syntax.Visit(subquery, item => !(found |= item.Text("type") is "BASE_TABLE" or "TABLE_FUNCTION" or "SHOW_REF"));
        return found;
    }

    private void Decide(bool absence, Func<Annotation?> witness, List<TracedSource> sources)
    {
        _dependences.Add(new(absence ? DependenceKind.Absence : DependenceKind.Decided));
        if (withDeciders && !absence && witness() is { } annotation)
            sources.Add(new("", annotation.Deciding(), [], []));
    }

    /// <summary>What the subqueries of a value stand on: the row stands on it too.</summary>
    private List<Annotation> Values(JsonNode? expression, Scope scope)
    {
        var all = new List<Annotation>();
        foreach (var (subquery, negated) in SubqueriesIn(expression))
        {
            if (negated && !subquery.Is("subquery_type", "SCALAR"))
                _dependences.Add(new(DependenceKind.Absence));
            else if (Witness(subquery, scope) is { } witness)
                all.Add(witness);
        }

        return all;
    }

    private Annotation? Witness(JsonObject subquery, Scope scope)
    {
        var traced = Query(subquery["subquery"]!["node"]!.AsObject().Copy(), scope);
        if (traced.Hidden is not { } hidden)
            return null;
        var alias = Fresh();
        var ids = new Annotation(Syntax.Column(alias, hidden), IsList: true);
        var node = subquery.Text("subquery_type") switch
        {
            "SCALAR" => Syntax.Select([ids.Expression], Syntax.Subquery(traced.Node, alias)),
            "EXISTS" => Syntax.Select([ids.Collected()], Syntax.Subquery(traced.Node, alias)),
            "ANY" => Matching(subquery, traced.Node, alias, ids),
            var other => throw new RefusalException("subquery", $"子查询形式 {other}", $"a form of subquery that is not known: {other}"),
        };
        return new(Syntax.Scalar(node), IsList: true);
    }

    /// <summary>The rows of an IN that were equal (or whatever the comparison is) to the value.</summary>
    private JsonObject Matching(JsonObject subquery, JsonObject node, string alias, Annotation ids)
    {
        var value = subquery["child"]!;
        var parts = value.Is("function_name", "row") ? value.List("children").Select(c => c!).ToList() : [value];
        var names = parts.Select(_ => Fresh()).ToList();
        var conditions = parts.Zip(
            names,
            (part, name) => Syntax.Compare(subquery.Text("comparison_type"), part, Syntax.Column(alias, name))
        );
        var source = Syntax.Subquery(node, alias, Syntax.Array(names.Select(n => (JsonNode?)n)));
        return Syntax.Select([ids.Collected()], source, Syntax.And(conditions));
    }

    /// <summary>The outermost subqueries of an expression, and whether they stand under a NOT.</summary>
    private static List<(JsonObject Subquery, bool Negated)> SubqueriesIn(JsonNode? expression)
    {
        var found = new List<(JsonObject, bool)>();
        Search(expression, negated: false);
        return found;

        void Search(JsonNode? node, bool negated)
        {
            if (node is JsonArray list)
            {
                foreach (var item in list)
                {
                    Search(item, negated);
                }
            }
            else if (node.Is("class", "SUBQUERY"))
            {
                found.Add(((JsonObject)node!, negated || node.Is("subquery_type", "NOT_EXISTS")));
                Search(node!["child"], negated);
            }
            else if (node is JsonObject value)
            {
                foreach (var (_, child) in value)
                {
                    Search(child, negated ^ value.Is("type", "OPERATOR_NOT"));
                }
            }
        }
    }
}
