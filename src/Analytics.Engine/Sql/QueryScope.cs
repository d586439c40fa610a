namespace Analytics.Engine.Sql;

/// <summary>A table as a query knows it: under its alias or its name.</summary>
/// <param name="Name">What the query calls it: the alias if there is one.</param>
/// <param name="Source">The table's own name, or null for a subquery.</param>
/// <param name="Columns">What may be named of it; empty where they are not known.</param>
internal sealed record ScopeTable(string Name, string? Source, IReadOnlyList<CatalogColumn> Columns);

/// <summary>
/// The tables that an expression at some place of a statement may use, the innermost query's first, and those that WITH
/// defines. Read from tokens, so that it works on unfinished text; what it does not understand it leaves out.
/// </summary>
internal sealed class QueryScope
{
    /// <summary>Queries within queries deeper than this are not followed.</summary>
    private const int DeepestQuery = 12;

    private readonly SqlTree _tree;
    private readonly CompletionCatalog _catalog;
    private readonly List<ScopeTable> _common = [];
    private readonly List<ScopeTable> _tables = [];

    private QueryScope(SqlTree tree, CompletionCatalog catalog)
    {
        _tree = tree;
        _catalog = catalog;
    }

    public IReadOnlyList<ScopeTable> Tables => _tables;

    /// <summary>The nearest definition first.</summary>
    public IReadOnlyList<ScopeTable> CommonTables => _common;

    /// <param name="tree">The statement around the place.</param>
    /// <param name="catalog">Where columns of tables are looked up.</param>
    /// <param name="offset">The place, in the text of the script.</param>
    public static QueryScope Read(SqlTree tree, CompletionCatalog catalog, int offset)
    {
        var scope = new QueryScope(tree, catalog);
        scope.Enter(tree.Roots, offset, depth: 0);
        return scope;
    }

    private void Enter(IReadOnlyList<SqlNode> nodes, int offset, int depth)
    {
        ReadCommonTables(nodes, offset, depth);
        var inner = nodes.FirstOrDefault(node => _tree.Covers(node, offset));
        _tables.InsertRange(0, FromItems(Part(nodes, offset), depth));
        while (inner is { Children: { } children } && !_tree.IsQuery(inner))
        {
            // In unfinished text the bracket of a call can hold the rest of the query around it.
            _tables.InsertRange(0, FromItems(children, depth));
            inner = children.FirstOrDefault(node => _tree.Covers(node, offset));
        }
        if (inner is not null && depth < DeepestQuery)
            Enter(inner.Children!, offset, depth + 1);
    }

    /// <summary>The part of a query between UNION, INTERSECT and EXCEPT that an offset lies in.</summary>
    private IReadOnlyList<SqlNode> Part(IReadOnlyList<SqlNode> nodes, int offset)
    {
        var (start, end) = (0, nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (IsSetOperator(nodes[i]) && _tree.Token(nodes[i]).Start < offset)
            {
                start = i + 1;
            }
            else if (IsSetOperator(nodes[i]))
            {
                end = i;
                break;
            }
        }

        return [.. nodes.Take(start..end)];
    }

    private bool IsSetOperator(SqlNode node) =>
        _tree.IsKeyword(node, "union") || _tree.IsKeyword(node, "intersect") || _tree.IsKeyword(node, "except");

    private void ReadCommonTables(IReadOnlyList<SqlNode> nodes, int before, int depth)
    {
        if (!nodes.Any(node => _tree.IsKeyword(node, "with")))
            return;
        for (var i = 1; i + 1 < nodes.Count; i++)
        {
            var query = nodes.Skip(i + 1).Take(4).SkipWhile(n => n.Children is null && !IsQueryWord(n)).FirstOrDefault();
            if (
                !_tree.IsName(nodes[i - 1])
                || !(_tree.Is(nodes[i], "as") || nodes[i].Children is not null)
                || query is null
                || !_tree.IsQuery(query)
                || _tree.Token(nodes[i - 1]).Start > before
                || _tree.Covers(query, before)
            )
            {
                continue;
            }

            _common.Insert(0, new ScopeTable(_tree.Name(nodes[i - 1]), null, Renamed(Columns(query.Children!, depth + 1), nodes[i])));
        }
    }

    private bool IsQueryWord(SqlNode node) => _tree.IsKeyword(node, "select") || _tree.IsKeyword(node, "from");

    /// <summary>Columns under the names that an alias list gives them.</summary>
    private IReadOnlyList<CatalogColumn> Renamed(IReadOnlyList<CatalogColumn> columns, SqlNode? list)
    {
        if (list?.Children is not { } names)
            return columns;
        return
        [
            .. names
                .Where(_tree.IsName)
                .Select(
                    (name, i) =>
                        i < columns.Count
                            ? columns[i] with
                            {
                                Name = _tree.Name(name),
                            }
                            : new CatalogColumn(_tree.Name(name), "", null, "", "")
                ),
        ];
    }

    private List<ScopeTable> FromItems(IReadOnlyList<SqlNode> nodes, int depth, bool inFrom = false)
    {
        var items = new List<ScopeTable>();
        var expected = inFrom;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (IsBeforeTable(nodes, i))
                inFrom = expected = true;
            else if (_tree.Text(node) is ",")
                expected = inFrom;
            else if (_tree.Token(node).Kind == SqlTokenKind.Keyword)
                (inFrom, expected) = StaysInFrom(node) ? (inFrom, expected) : (false, false);
            else if (expected)
                expected = (i = Item(nodes, i, depth, items)) < 0;
        }
        return items;
    }

    private bool IsBeforeTable(IReadOnlyList<SqlNode> nodes, int i) =>
        _tree.IsKeyword(nodes[i], "join")
        || _tree.IsKeyword(nodes[i], "into")
        || _tree.IsKeyword(nodes[i], "update")
        || (
            (_tree.IsKeyword(nodes[i], "describe") || _tree.IsKeyword(nodes[i], "summarize") || _tree.IsKeyword(nodes[i], "pivot"))
            && i == 0
        )
        || (
            _tree.IsKeyword(nodes[i], "from")
            && !(
                i > 0
                && _tree.IsKeyword(nodes[i - 1], "distinct")
                && i > 1
                && (_tree.IsKeyword(nodes[i - 2], "is") || _tree.IsKeyword(nodes[i - 2], "not"))
            )
        );

    private bool StaysInFrom(SqlNode node) =>
        _tree.Is(node, "lateral")
        || _tree.Is(node, "as")
        || _tree.Is(node, "on")
        || _tree.Is(node, "using")
        || _tree.Is(node, "and")
        || _tree.Is(node, "or")
        || _tree.Is(node, "not");

    /// <summary>Reads one table with its alias; returns the index of its last node.</summary>
    private int Item(IReadOnlyList<SqlNode> nodes, int i, int depth, List<ScopeTable> items)
    {
        var (name, source, columns) = Table(nodes, ref i, depth, items);
        var next = i + 1;
        if (next < nodes.Count && _tree.Is(nodes[next], "as"))
            next++;
        if (next < nodes.Count && _tree.IsName(nodes[next]))
        {
            name = _tree.Name(nodes[next]);
            i = next;
            if (next + 1 < nodes.Count && nodes[next + 1].Children is not null)
                columns = Renamed(columns, nodes[i = next + 1]);
        }
        if (name is not null)
            items.Add(new ScopeTable(name, source, columns));
        return i;
    }

    private (string? Name, string? Source, IReadOnlyList<CatalogColumn> Columns) Table(
        IReadOnlyList<SqlNode> nodes,
        ref int i,
        int depth,
        List<ScopeTable> items
    )
    {
        if (nodes[i].Children is { } children)
        {
            if (_tree.IsQuery(children))
                return (null, null, Columns(children, depth + 1));
            items.AddRange(FromItems(children, depth + 1, inFrom: true));
            return (null, null, []);
        }
        if (!_tree.IsName(nodes[i]))
            return (null, null, []);
        var parts = new List<string> { _tree.Name(nodes[i]) };
        for (; i + 2 < nodes.Count && _tree.Text(nodes[i + 1]) is "." && _tree.IsName(nodes[i + 2]); i += 2)
            parts.Add(_tree.Name(nodes[i + 2]));
        var isFunction = i + 1 < nodes.Count && nodes[i + 1].Children is not null;
        i += isFunction ? 1 : 0;
        return (parts[^1], isFunction ? null : parts[^1], isFunction ? [] : ColumnsOf(parts));
    }

    private IReadOnlyList<CatalogColumn> ColumnsOf(List<string> parts)
    {
        if (parts.Count == 1 && _common.FirstOrDefault(t => Same(t.Name, parts[0])) is { } defined)
            return defined.Columns;
        return _catalog
                .Tables.FirstOrDefault(t =>
                    Same(t.Name, parts[^1]) && (parts.Count == 1 || Same(t.Schema, parts[^2]) || Same(t.Database, parts[^2]))
                )
                ?.Columns
            ?? [];
    }

    /// <summary>The columns that a query returns, as far as they have names.</summary>
    private IReadOnlyList<CatalogColumn> Columns(IReadOnlyList<SqlNode> query, int depth)
    {
        if (depth > DeepestQuery || query.Count == 0)
            return [];
        var part = Part(query, _tree.Token(query[0]).Start);
        var from = FromItems(part, depth);
        var select = part.ToList().FindIndex(node => _tree.IsKeyword(node, "select"));
        if (select < 0)
            return [.. from.SelectMany(t => t.Columns)];
        var list = part.Skip(select + 1).TakeWhile(node => !EndsSelect(node)).ToArray();
        return [.. Split(list).SelectMany(item => Output(item, from))];
    }

    private bool EndsSelect(SqlNode node) =>
        _tree.Token(node).Kind == SqlTokenKind.Keyword
        && (
            _tree.Is(node, "from")
            || _tree.Is(node, "where")
            || _tree.Is(node, "group")
            || _tree.Is(node, "order")
            || _tree.Is(node, "limit")
        );

    private IEnumerable<SqlNode[]> Split(SqlNode[] list)
    {
        var start = 0;
        for (var i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || _tree.Text(list[i]) is ",")
            {
                yield return list[start..i];
                start = i + 1;
            }
        }
    }

    private IEnumerable<CatalogColumn> Output(SqlNode[] item, IReadOnlyList<ScopeTable> from)
    {
        if (item.Length == 0)
            return [];
        if (_tree.Text(item[^1]) is "*" || item.Any(n => _tree.Is(n, "exclude") || _tree.Is(n, "replace")))
        {
            return item.Length == 3
                ? from.Where(t => Same(t.Name, _tree.Name(item[0]))).SelectMany(t => t.Columns)
                : from.SelectMany(t => t.Columns);
        }

        if (!_tree.IsName(item[^1]))
            return [];
        var name = _tree.Name(item[^1]);
        var expression = item.Length > 1 && _tree.Is(item[^2], "as") ? item[..^2] : item;
        var known =
            expression.Length is 1 or 3 && _tree.IsName(expression[^1])
                ? Find(from, expression.Length == 3 ? _tree.Name(expression[0]) : null, _tree.Name(expression[^1]))
                : null;
        return [known is null ? new CatalogColumn(name, "", null, "", "") : known with { Name = name }];
    }

    /// <summary>The column of a name, of the table of an alias or of the first that has one; null if there is none.</summary>
    public static CatalogColumn? Find(IEnumerable<ScopeTable> tables, string? alias, string name) =>
        tables.Where(t => alias is null || Same(t.Name, alias)).SelectMany(t => t.Columns).FirstOrDefault(c => Same(c.Name, name));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
