namespace Analytics.Engine.Language;

/// <summary>A table as a query knows it: under its alias or its name.</summary>
/// <param name="Source">The table's own name, or null for a subquery.</param>
sealed record ScopeTable(string Name, string? Source, IReadOnlyList<CatalogColumn> Columns);

/// <summary>
/// The tables that an expression at some place of a statement may use, the innermost query's first, and those that WITH
/// defines. Read from tokens, so that it works on unfinished text; what it does not understand it leaves out.
/// </summary>
sealed class QueryScope
{
    /// <summary>Queries within queries deeper than this are not followed.</summary>
    const int DeepestQuery = 12;

    readonly SqlTree tree;
    readonly CompletionCatalog catalog;
    readonly List<ScopeTable> common = [];
    readonly List<ScopeTable> tables = [];

    QueryScope(SqlTree tree, CompletionCatalog catalog)
    {
        this.tree = tree;
        this.catalog = catalog;
    }

    public IReadOnlyList<ScopeTable> Tables => tables;

    /// <summary>The nearest definition first.</summary>
    public IReadOnlyList<ScopeTable> CommonTables => common;

    /// <param name="offset">The place, in the text of the script.</param>
    public static QueryScope Read(SqlTree tree, CompletionCatalog catalog, int offset)
    {
        var scope = new QueryScope(tree, catalog);
        scope.Enter(tree.Roots, offset, depth: 0);
        return scope;
    }

    void Enter(IReadOnlyList<SqlNode> nodes, int offset, int depth)
    {
        ReadCommonTables(nodes, offset, depth);
        var inner = nodes.FirstOrDefault(node => tree.Covers(node, offset));
        tables.InsertRange(0, FromItems(Part(nodes, offset), depth));
        while (inner is { Children: { } children } && !tree.IsQuery(inner))
        {
            // In unfinished text the bracket of a call can hold the rest of the query around it.
            tables.InsertRange(0, FromItems(children, depth));
            inner = children.FirstOrDefault(node => tree.Covers(node, offset));
        }
        if (inner is not null && depth < DeepestQuery)
            Enter(inner.Children!, offset, depth + 1);
    }

    /// <summary>The part of a query between UNION, INTERSECT and EXCEPT that an offset lies in.</summary>
    IReadOnlyList<SqlNode> Part(IReadOnlyList<SqlNode> nodes, int offset)
    {
        var (start, end) = (0, nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
            if (IsSetOperator(nodes[i]) && tree.Token(nodes[i]).Start < offset)
                start = i + 1;
            else if (IsSetOperator(nodes[i]))
            {
                end = i;
                break;
            }
        return [.. nodes.Take(start..end)];
    }

    bool IsSetOperator(SqlNode node) => tree.IsKeyword(node, "union") || tree.IsKeyword(node, "intersect") || tree.IsKeyword(node, "except");

    void ReadCommonTables(IReadOnlyList<SqlNode> nodes, int before, int depth)
    {
        if (!nodes.Any(node => tree.IsKeyword(node, "with")))
            return;
        for (var i = 1; i + 1 < nodes.Count; i++)
        {
            var query = nodes.Skip(i + 1).Take(4).SkipWhile(n => n.Children is null && !IsQueryWord(n)).FirstOrDefault();
            if (!tree.IsName(nodes[i - 1]) || !(tree.Is(nodes[i], "as") || nodes[i].Children is not null) || query is null || !tree.IsQuery(query)
                || tree.Token(nodes[i - 1]).Start > before || tree.Covers(query, before))
                continue;
            common.Insert(0, new ScopeTable(tree.Name(nodes[i - 1]), null, Renamed(Columns(query.Children!, depth + 1), nodes[i])));
        }
    }

    bool IsQueryWord(SqlNode node) => tree.IsKeyword(node, "select") || tree.IsKeyword(node, "from");

    /// <summary>Columns under the names that an alias list gives them.</summary>
    IReadOnlyList<CatalogColumn> Renamed(IReadOnlyList<CatalogColumn> columns, SqlNode? list)
    {
        if (list?.Children is not { } names)
            return columns;
        return [.. names.Where(tree.IsName).Select((name, i) =>
            i < columns.Count ? columns[i] with { Name = tree.Name(name) } : new CatalogColumn(tree.Name(name), "", null, "", ""))];
    }

    List<ScopeTable> FromItems(IReadOnlyList<SqlNode> nodes, int depth, bool inFrom = false)
    {
        var items = new List<ScopeTable>();
        var expected = inFrom;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (IsBeforeTable(nodes, i))
                inFrom = expected = true;
            else if (tree.Text(node) is ",")
                expected = inFrom;
            else if (tree.Token(node).Kind == SqlTokenKind.Keyword)
                (inFrom, expected) = StaysInFrom(node) ? (inFrom, expected) : (false, false);
            else if (expected)
                expected = (i = Item(nodes, i, depth, items)) < 0;
        }
        return items;
    }

    bool IsBeforeTable(IReadOnlyList<SqlNode> nodes, int i) =>
        tree.IsKeyword(nodes[i], "join") || tree.IsKeyword(nodes[i], "into") || tree.IsKeyword(nodes[i], "update")
        || ((tree.IsKeyword(nodes[i], "describe") || tree.IsKeyword(nodes[i], "summarize") || tree.IsKeyword(nodes[i], "pivot")) && i == 0)
        || (tree.IsKeyword(nodes[i], "from") && !(i > 0 && tree.IsKeyword(nodes[i - 1], "distinct") && i > 1 && (tree.IsKeyword(nodes[i - 2], "is") || tree.IsKeyword(nodes[i - 2], "not"))));

    bool StaysInFrom(SqlNode node) =>
        tree.Is(node, "lateral") || tree.Is(node, "as") || tree.Is(node, "on") || tree.Is(node, "using") || tree.Is(node, "and") || tree.Is(node, "or") || tree.Is(node, "not");

    /// <summary>Reads one table with its alias; returns the index of its last node.</summary>
    int Item(IReadOnlyList<SqlNode> nodes, int i, int depth, List<ScopeTable> items)
    {
        var (name, source, columns) = Table(nodes, ref i, depth, items);
        var next = i + 1;
        if (next < nodes.Count && tree.Is(nodes[next], "as"))
            next++;
        if (next < nodes.Count && tree.IsName(nodes[next]))
        {
            name = tree.Name(nodes[next]);
            i = next;
            if (next + 1 < nodes.Count && nodes[next + 1].Children is not null)
                columns = Renamed(columns, nodes[i = next + 1]);
        }
        if (name is not null)
            items.Add(new ScopeTable(name, source, columns));
        return i;
    }

    (string? Name, string? Source, IReadOnlyList<CatalogColumn> Columns) Table(IReadOnlyList<SqlNode> nodes, ref int i, int depth, List<ScopeTable> items)
    {
        if (nodes[i].Children is { } children)
        {
            if (tree.IsQuery(children))
                return (null, null, Columns(children, depth + 1));
            items.AddRange(FromItems(children, depth + 1, inFrom: true));
            return (null, null, []);
        }
        if (!tree.IsName(nodes[i]))
            return (null, null, []);
        var parts = new List<string> { tree.Name(nodes[i]) };
        for (; i + 2 < nodes.Count && tree.Text(nodes[i + 1]) is "." && tree.IsName(nodes[i + 2]); i += 2)
            parts.Add(tree.Name(nodes[i + 2]));
        var isFunction = i + 1 < nodes.Count && nodes[i + 1].Children is not null;
        i += isFunction ? 1 : 0;
        return (parts[^1], isFunction ? null : parts[^1], isFunction ? [] : ColumnsOf(parts));
    }

    IReadOnlyList<CatalogColumn> ColumnsOf(List<string> parts)
    {
        if (parts.Count == 1 && common.FirstOrDefault(t => Same(t.Name, parts[0])) is { } defined)
            return defined.Columns;
        return catalog.Tables.FirstOrDefault(t => Same(t.Name, parts[^1]) && (parts.Count == 1 || Same(t.Schema, parts[^2]) || Same(t.Database, parts[^2])))?.Columns ?? [];
    }

    /// <summary>The columns that a query returns, as far as they have names.</summary>
    IReadOnlyList<CatalogColumn> Columns(IReadOnlyList<SqlNode> query, int depth)
    {
        if (depth > DeepestQuery || query.Count == 0)
            return [];
        var part = Part(query, tree.Token(query[0]).Start);
        var from = FromItems(part, depth);
        var select = part.ToList().FindIndex(node => tree.IsKeyword(node, "select"));
        if (select < 0)
            return [.. from.SelectMany(t => t.Columns)];
        var list = part.Skip(select + 1).TakeWhile(node => !EndsSelect(node)).ToArray();
        return [.. Split(list).SelectMany(item => Output(item, from))];
    }

    bool EndsSelect(SqlNode node) =>
        tree.Token(node).Kind == SqlTokenKind.Keyword
        && (tree.Is(node, "from") || tree.Is(node, "where") || tree.Is(node, "group") || tree.Is(node, "order") || tree.Is(node, "limit"));

    IEnumerable<SqlNode[]> Split(SqlNode[] list)
    {
        var start = 0;
        for (var i = 0; i <= list.Length; i++)
            if (i == list.Length || tree.Text(list[i]) is ",")
            {
                yield return list[start..i];
                start = i + 1;
            }
    }

    IEnumerable<CatalogColumn> Output(SqlNode[] item, IReadOnlyList<ScopeTable> from)
    {
        if (item.Length == 0)
            return [];
        if (tree.Text(item[^1]) is "*" || item.Any(n => tree.Is(n, "exclude") || tree.Is(n, "replace")))
            return item.Length == 3 ? from.Where(t => Same(t.Name, tree.Name(item[0]))).SelectMany(t => t.Columns) : from.SelectMany(t => t.Columns);
        if (!tree.IsName(item[^1]))
            return [];
        var name = tree.Name(item[^1]);
        var expression = item.Length > 1 && tree.Is(item[^2], "as") ? item[..^2] : item;
        var known = expression.Length is 1 or 3 && tree.IsName(expression[^1]) ? Find(from, expression.Length == 3 ? tree.Name(expression[0]) : null, tree.Name(expression[^1])) : null;
        return [known is null ? new CatalogColumn(name, "", null, "", "") : known with { Name = name }];
    }

    /// <summary>The column of a name, of the table of an alias or of the first that has one; null if there is none.</summary>
    public static CatalogColumn? Find(IEnumerable<ScopeTable> tables, string? alias, string name) =>
        tables.Where(t => alias is null || Same(t.Name, alias)).SelectMany(t => t.Columns).FirstOrDefault(c => Same(c.Name, name));

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
