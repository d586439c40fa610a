using System.Text.Json.Nodes;

namespace Analytics.Engine.Lineage;

/// <summary>Puts definitions of views and macros in the place of their names.</summary>
internal sealed class Definitions(RelationCatalog catalog, SyntaxText text)
{
    private const int DeepestMacro = 16;

    private int _queries;

    /// <summary>The query of a view, its names made independent of where it will stand.</summary>
    public (JsonObject Node, IReadOnlyList<string> Columns) View(Relation view)
    {
        var (query, columns) = ViewText.Parts(view.Definition!);
        return (Body(query, view.Name), columns);
    }

    /// <summary>The query of a call of a table macro; null if it is none.</summary>
    public JsonObject? TableMacro(JsonObject call)
    {
        if (Find(call, isTable: true) is not { } macro)
            return null;
        if (Holds(call["children"], "COLUMN_REF"))
            throw new RefusalException("macro", $"表宏 {macro.Name} 的参数是列", $"the table macro {macro.Name} is called with columns");
        return (JsonObject)WithArguments(Body(macro.Definition, macro.Home), Arguments(macro, call))!;
    }

    /// <summary>A query whose scalar macros are replaced by what they say.</summary>
    public JsonObject WithoutMacros(JsonObject node)
    {
        for (var depth = 0; ; depth++)
        {
            var found = false;
            Syntax.Replace(
                node,
                item =>
                {
                    if (!item.Is("class", "FUNCTION") || Find(item, isTable: false) is not { } macro)
                        return item;
                    found = true;
                    return Syntax.As(ScalarMacro(macro, item), item.Text("alias"));
                },
                item => !item.Is("type", "TABLE_FUNCTION")
            );
            if (!found)
                return node;
            if (depth == DeepestMacro)
                throw new RefusalException("macro", "宏互相调用过深", "macros call each other too deeply");
        }
    }

    /// <summary>
    /// The expression of a call. A definition that holds a query would take columns of the arguments for its own: then the arguments
    /// come out of a query around it, under a name that nothing else has.
    /// </summary>
    private JsonNode ScalarMacro(Macro macro, JsonObject call)
    {
        var body = (JsonObject)Body($"SELECT {macro.Definition}", macro.Home).List("select_list")[0]!;
        if (!Holds(body, "SUBQUERY") || !Holds(call["children"], "COLUMN_REF"))
            return WithArguments(body, Arguments(macro, call))!;
        if (Holds(call["children"], "WINDOW") || Holds(call["children"], "STAR") || Holds(call["children"], "FUNCTION"))
        {
            throw new RefusalException(
                "macro",
                $"宏 {macro.Name} 含子查询，参数须是列或常数",
                $"the macro {macro.Name} holds a query: its arguments must be columns or constants"
            );
        }

        var alias = $"__arguments{++_queries}";
        var arguments = Arguments(macro, call);
        var columns = arguments.ToDictionary(a => a.Key, a => Syntax.Column(alias, a.Key), StringComparer.OrdinalIgnoreCase);
        var values = Syntax.Select(arguments.Select(a => Syntax.As(a.Value, a.Key)), Syntax.Nothing());
        return Syntax.Scalar(Syntax.Select([WithArguments(body, columns)!], Syntax.Subquery(values, alias)));
    }

    private static bool Holds(JsonNode? tree, string kind)
    {
        var found = false;
        Syntax.Visit(tree, item => !(found |= item.Is("class", kind)));
        return found;
    }

    private JsonObject Body(string query, RelationName home)
    {
        var node = (JsonObject)text.Read(query)["node"]!.DeepClone();
        Qualify(node, home, []);
        return node;
    }

    private Macro? Find(JsonObject call, bool isTable)
    {
        var all = catalog.MacrosCalled(call.Text("function_name")).Where(m => m.IsTable == isTable).ToList();
        if (all.Count == 0)
            return null;
        var count = call.List("children").Count;
        return all.FirstOrDefault(m => m.Parameters.Count == count)
            ?? throw new RefusalException(
                "macro",
                $"宏 {call.Text("function_name")} 用了默认参数",
                $"the macro {call.Text("function_name")} is called with defaults"
            );
    }

    private static Dictionary<string, JsonObject> Arguments(Macro macro, JsonObject call)
    {
        var values = new Dictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);
        var children = call.List("children");
        for (var i = 0; i < children.Count; i++)
        {
            var argument = (JsonObject)children[i]!;
            var name = macro.Parameters.Contains(argument.Text("alias"), StringComparer.OrdinalIgnoreCase)
                ? argument.Text("alias")
                : macro.Parameters[i];
            values[name] = Syntax.As(argument.Copy(), "");
        }

        return values;
    }

    private static JsonNode? WithArguments(JsonObject body, Dictionary<string, JsonObject> values) =>
        Syntax.Replace(
            body.Copy(),
            item =>
                item.Is("class", "COLUMN_REF")
                && item.List("column_names") is [var name]
                && values.TryGetValue((string)name!, out var value)
                    ? Syntax.As(value.Copy(), item.Text("alias"))
                    : item,
            _ => true
        );

    /// <summary>
    /// Writes out the full names of relations, so that no common table or search path around the definition changes them.
    /// </summary>
    private void Qualify(JsonNode? node, RelationName home, HashSet<string> common)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Qualify(item, home, common);
            }

            return;
        }

        if (node is not JsonObject value)
            return;
        var known = new HashSet<string>(common, StringComparer.OrdinalIgnoreCase);
        if (value.Is("type", "RECURSIVE_CTE_NODE"))
            known.Add(value.Text("cte_name"));
        foreach (var entry in value["cte_map"].List("map"))
        {
            Qualify(entry, home, known);
            known.Add(entry.Text("key"));
        }

        if (value.Is("type", "BASE_TABLE") && !(value.Is("schema_name", "") && known.Contains(value.Text("table_name"))))
            Qualify(value, home);
        foreach (var (key, child) in value)
        {
            if (key != "cte_map")
                Qualify(child, home, known);
        }
    }

    private void Qualify(JsonObject table, RelationName home)
    {
        if (catalog.Find(table.Text("catalog_name"), table.Text("schema_name"), table.Text("table_name"), home) is not { } found)
            return;
        table["catalog_name"] = found.Name.Catalog;
        table["schema_name"] = found.Name.Schema;
    }
}
