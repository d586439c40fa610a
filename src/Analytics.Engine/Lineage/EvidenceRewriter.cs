using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>
/// Rewrites a query so that each row carries what it stands on, in a hidden last column: each base row its own id, a join both, a group
/// all of its rows. The rows themselves, their order, names and types stay as they are. What only decided about a row is a
/// <see cref="Dependence"/>, not evidence.
/// </summary>
/// <param name="catalog">The relations of the session.</param>
/// <param name="text">Reads and prints queries.</param>
/// <param name="columns">Names columns.</param>
/// <param name="kept">Where kept results have their evidence.</param>
/// <param name="prefix">Of hidden names; no name of the statement begins so.</param>
/// <param name="aggregates">Names of the engine's aggregate functions, in lower case.</param>
/// <param name="withDeciders">Whether to list also what only decided; for a single row on demand.</param>
internal sealed partial class EvidenceRewriter(
    RelationCatalog catalog,
    SyntaxText text,
    ColumnNames columns,
    Func<RelationName, KeptEvidence?> kept,
    string prefix,
    IReadOnlySet<string> aggregates,
    bool withDeciders = false
)
{
    private static readonly string[] ChanceFunctions = ["random", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "setseed", "nextval"];

    private readonly Definitions _definitions = new(catalog, text);
    private readonly HashSet<Dependence> _dependences = [];
    private int _count;

    /// <summary>What rows depend on besides their evidence; filled by <see cref="Rewrite"/>.</summary>
    public IReadOnlySet<Dependence> Dependences => _dependences;

    /// <summary>Rows of the largest of the user's relations that are numbered, about; filled by <see cref="Rewrite"/>.</summary>
    public long OwnRows { get; private set; }

    /// <summary>Whether any row can stand on an observation; filled by <see cref="Rewrite"/>.</summary>
    public bool ReadsObservations { get; private set; }

    /// <param name="node">A query; changed.</param>
    /// <exception cref="RefusalException">A construct in it cannot be traced.</exception>
    public Traced Rewrite(JsonObject node) => Query(_definitions.WithoutMacros(node), Scope.Empty);

    /// <summary>A common table where it can be seen: the name of its traced copy, or none if its rows stand on nothing.</summary>
    private sealed record CommonTable(string? Name, string? Hidden, IReadOnlyList<CellTrace> Cells);

    /// <summary>The common tables in sight.</summary>
    /// <param name="Tables">By name.</param>
    /// <param name="Originals">Their definitions as written.</param>
    private sealed record Scope(ImmutableDictionary<string, CommonTable> Tables, ImmutableList<JsonObject> Originals)
    {
        public static readonly Scope Empty = new(
            ImmutableDictionary.Create<string, CommonTable>(StringComparer.OrdinalIgnoreCase),
            ImmutableList<JsonObject>.Empty
        );

        public Scope With(string name, CommonTable table) => this with { Tables = Tables.SetItem(name, table) };
    }

    private string Fresh() => $"{prefix}{++_count}";

    private Traced Query(JsonObject node, Scope scope) =>
        node.Text("type") switch
        {
            "SELECT_NODE" => Select(node, scope),
            "SET_OPERATION_NODE" => SetOperation(node, scope),
            "RECURSIVE_CTE_NODE" => Recursion(node, scope),
            var other => throw new RefusalException(
                "statement",
                $"不认识的语句形式 {other}",
                $"a form of query that is not known: {other}"
            ),
        };

    /// <summary>
    /// Puts a traced copy of each common table beside the original, which subqueries in conditions go on to use as it is.
    /// </summary>
    private Scope CommonTables(JsonObject node, Scope scope)
    {
        var all = new JsonArray();
        foreach (var entry in node["cte_map"].List("map").Select(e => ((JsonObject)e!).Copy()))
        {
            var name = entry.Text("key");
            scope = scope with { Originals = scope.Originals.Add(entry.Copy()) };
            var copy = entry.Copy();
            all.Add((JsonNode)entry);
            var traced = Query(copy["value"]!["query"]!.AsObject().Take("node"), scope);
            if (traced.Hidden is null)
            {
                scope = scope.With(name, new CommonTable(null, null, []));
                continue;
            }

            var tracedName = traced.Node.Is("type", "RECURSIVE_CTE_NODE") ? traced.Node.Text("cte_name") : $"{Fresh()}_{name}";
            copy["key"] = tracedName;
            copy["value"]!["query"]!["node"] = traced.Node;
            all.Add((JsonNode)copy);
            scope = scope.With(name, new CommonTable(tracedName, traced.Hidden, Renamed(traced.Cells, copy["value"].List("aliases"))));
        }

        node["cte_map"] = new JsonObject { ["map"] = all };
        return scope;
    }

    /// <summary>
    /// A recursive query carries lists through both of its parts. Where equal rows are dropped (UNION), lists that grow would make them
    /// differ, possibly without end: there each row stands once for each single id, of which there are only so many, and the rows that
    /// differ in nothing else become one afterwards. Rows that replace each other (USING KEY) cannot be followed so.
    /// </summary>
    private Traced Recursion(JsonObject node, Scope scope)
    {
        var original = node.Copy();
        var name = node.Text("cte_name");
        var none = new CommonTable(null, null, []);
        var left = Query(node["left"]!.AsObject().Copy(), scope);
        var right = Query(node["right"]!.AsObject().Copy(), scope.With(name, none));
        if (left.Hidden is null && right.Hidden is null)
            return Traced.Plain(original);
        if (node.List("key_targets").Count > 0)
        {
            throw new RefusalException(
                "recursion",
                $"递归 {name} 的行会被后来的行替换（USING KEY）",
                $"rows of the recursion {name} replace each other (USING KEY)"
            );
        }

        RequireNoMentionInConditions(node["right"]!, name);
        var dropsEqual = !(bool)node["union_all"]!;
        if (dropsEqual)
            RequireRowByRow(node["right"]!, name);
        var hidden = Fresh();
        var tracedName = $"{Fresh()}_{name}";
        right = Query(node["right"]!.AsObject().Copy(), scope.With(name, new CommonTable(tracedName, hidden, [])));
        node["cte_name"] = tracedName;
        node["left"] = dropsEqual ? OneByOne(left, hidden) : Under(left, hidden);
        node["right"] = dropsEqual ? OneByOne(right, hidden) : Under(right, hidden);
        return dropsEqual ? Together(node, tracedName, hidden) : new Traced(node, hidden, []);
    }

    /// <summary>The rows of a node, each once for each id that it stands on, and once for none.</summary>
    private JsonObject OneByOne(Traced traced, string name)
    {
        const string Item = "__x";
        var evidence = traced.Hidden is { } hidden
            ? Syntax.Operator("OPERATOR_COALESCE", Syntax.Column(hidden), Syntax.EmptyList())
            : Syntax.EmptyList();
        var tokens = Syntax.Call("list_append", evidence, Syntax.Constant(""));
        var single = Syntax.Call("list_transform", tokens, Syntax.Lambda(Item, Syntax.Call("list_value", Syntax.Column(Item))));
        var items = new[] { Syntax.Star(traced.Columns), Syntax.As(Syntax.Call("unnest", single), name) };
        return Syntax.Select(items, Syntax.Subquery(traced.Node, Fresh()));
    }

    /// <summary>The rows of a recursion that differ only in the id that they carry, as one with all of the ids.</summary>
    private static Traced Together(JsonObject recursion, string name, string hidden)
    {
        var none = Syntax.Call("list_value", Syntax.Constant(""));
        var some = Syntax.Compare("COMPARE_NOTEQUAL", Syntax.Column(hidden), none);
        var all = Syntax.As(new Annotation(Syntax.Column(hidden), IsList: true).Collected(some), hidden);
        var node = Syntax.Select([Syntax.Star(hidden), all], Syntax.Table("", "", name), groupByAll: true);
        node["cte_map"] = new JsonObject { ["map"] = new JsonArray(Syntax.CommonTable(name, recursion, recursion["aliases"])) };
        return new Traced(node, hidden, []);
    }

    /// <summary>Rows that stand several times must not be counted, ranked, cut off or met with each other within the recursion.</summary>
    private void RequireRowByRow(JsonNode node, string name)
    {
        var isRowByRow = Mentioned(node, name) <= 1;
        Syntax.Visit(node, item => isRowByRow &= !(DependsOnNumber(item) && Mentions(item, name)));
        if (!isRowByRow)
        {
            throw new RefusalException(
                "recursion",
                $"递归 {name} 去掉重复行，又在自身上汇总、排名、截取或自连接",
                $"the recursion {name} drops equal rows, and counts, ranks, cuts off or joins its own"
            );
        }
    }

    /// <summary>Whether the rows of a query are others where one of those that it reads stands twice.</summary>
    private bool DependsOnNumber(JsonObject query) =>
        query.List("modifiers").Any(m => m.Text("type").StartsWith("LIMIT"))
        || query.Is("type", "SET_OPERATION_NODE") && query.Text("setop_type") is "EXCEPT" or "INTERSECT"
        || query.Is("type", "SELECT_NODE")
            && (IsGrouped(query) || Windows(query["select_list"]).Count > 0 || query.Has("qualify") || query.Has("sample"));

    private static void RequireNoMentionInConditions(JsonNode node, string name) =>
        Syntax.Visit(
            node,
            item =>
            {
                if (item.Is("class", "SUBQUERY") && Mentions(item, name))
                {
                    throw new RefusalException(
                        "recursion",
                        $"递归 {name} 在条件里又查了自己",
                        $"the recursion {name} asks about itself in a condition"
                    );
                }

                return true;
            }
        );

    private static bool Mentions(JsonNode node, string name) => Mentioned(node, name) > 0;

    private static int Mentioned(JsonNode node, string name)
    {
        var count = 0;
        Syntax.Visit(
            node,
            item =>
            {
                count += item.Is("type", "BASE_TABLE") && Same(item.Text("table_name"), name) ? 1 : 0;
                return true;
            }
        );
        return count;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The node with its evidence alone, under a given name; an empty list where its rows stand on nothing.</summary>
    private JsonObject Under(Traced traced, string name)
    {
        var alias = Fresh();
        var evidence = traced.Hidden is { } hidden ? Syntax.Column(alias, hidden) : Syntax.EmptyList();
        return Syntax.Select([Syntax.Star(traced.Columns), Syntax.As(evidence, name)], Syntax.Subquery(traced.Node, alias));
    }

    private static IReadOnlyList<CellTrace> Renamed(IReadOnlyList<CellTrace> cells, JsonArray aliases) =>
        aliases.Count == 0
            ? cells
            :
            [
                .. cells.Select(c =>
                    c.Item < 0 ? c with { Name = null }
                    : c.Item < aliases.Count ? c with { Name = (string?)aliases[c.Item] }
                    : c
                ),
            ];
}
