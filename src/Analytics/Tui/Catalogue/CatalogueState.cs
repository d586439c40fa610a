using System.Collections.Immutable;
using Analytics.Engine.Queries;
using Analytics.Terminal.Widgets;
using Analytics.Tui.Results;

namespace Analytics.Tui.Catalogue;

/// <summary>The tree of canned queries by theme, of tables and of opened files.</summary>
/// <param name="Queries">All canned queries.</param>
/// <param name="Tables">All tables and views.</param>
/// <param name="Tree">What is open and selected.</param>
/// <param name="Filter">What is being filtered by; null when not filtering.</param>
/// <param name="Counting">Views whose rows have been asked for.</param>
/// <param name="OpenBefore">What was open before filtering, to be open again afterwards.</param>
sealed record CatalogueState(
    IReadOnlyList<QueryFile> Queries, IReadOnlyList<TableEntry> Tables, TreeView Tree, TextField? Filter, ImmutableHashSet<string>? OpenBefore,
    ImmutableHashSet<string> Counting)
{
    const string ThemePrefix = "theme:", QueryPrefix = "query:", TablePrefix = "table:", ColumnPrefix = "column:";
    const string TablesId = "tables", OpenedId = "opened", KeptId = "kept", KeptPrefix = "kept:";

    public static readonly CatalogueState Empty = new([], [], TreeView.Of([]), null, null, []);

    /// <summary>The results that are kept, oldest first.</summary>
    public ImmutableList<KeptEntry> Kept { get; init; } = [];

    /// <summary>The name of the kept result selected, if one is.</summary>
    public string? SelectedKept =>
        Tree.Selected?.Id is { } id && id.StartsWith(KeptPrefix, StringComparison.Ordinal) ? id[KeptPrefix.Length..] : null;

    /// <summary>The canned query selected, if one is.</summary>
    public QueryFile? SelectedQuery =>
        Tree.Selected?.Id is { } id && id.StartsWith(QueryPrefix, StringComparison.Ordinal) ? Queries.First(q => q.Name == id[QueryPrefix.Length..]) : null;

    /// <summary>The table or view selected, if one is.</summary>
    public TableEntry? SelectedTable =>
        Tree.Selected?.Id is { } id && id.StartsWith(TablePrefix, StringComparison.Ordinal) ? Tables.First(t => t.Name == id[TablePrefix.Length..]) : null;

    /// <summary>The name of the column selected, if one is.</summary>
    public string? SelectedColumn =>
        Tree.Selected is { } node && node.Id.StartsWith(ColumnPrefix, StringComparison.Ordinal) ? node.Line.Text : null;

    /// <summary>With the queries that were read; the first theme is open.</summary>
    public CatalogueState WithQueries(IReadOnlyList<QueryFile> queries, Texts texts)
    {
        var next = (this with { Queries = queries }).Rebuilt(texts);
        return queries.Count == 0 ? next : next.Opening(ThemePrefix + queries.Select(q => q.Theme).OrderBy(ThemeOrder).First());
    }

    /// <summary>With the tables that were read; those of opened files are open.</summary>
    public CatalogueState WithTables(IReadOnlyList<TableEntry> tables, Texts texts)
    {
        var next = (this with { Tables = tables, Counting = [] }).Rebuilt(texts);
        return next.Tree.Open.Contains(OpenedId) || tables.All(t => !t.IsOpened) ? next : next.Opening(OpenedId);
    }

    /// <summary>With the results that are kept now.</summary>
    public CatalogueState WithKept(ImmutableList<KeptEntry> kept, Texts texts) =>
        ReferenceEquals(kept, Kept) ? this : (this with { Kept = kept }).Rebuilt(texts);

    /// <summary>With the rows of a view that were counted.</summary>
    public CatalogueState WithCount(string name, long rows, Texts texts) =>
        (this with { Tables = [.. Tables.Select(t => t.Name == name ? t with { Rows = rows } : t)] }).Rebuilt(texts);

    /// <summary>The product's views that are in sight and have not been counted; they are counted once.</summary>
    public IReadOnlyList<string> Uncounted =>
        Tree.Open.Contains(TablesId) ? [.. Tables.Where(t => t is { IsView: true, IsOpened: false, Rows: null } && !Counting.Contains(t.Name)).Select(t => t.Name)] : [];

    /// <summary>With another filter; null ends filtering and keeps the selection.</summary>
    public CatalogueState WithFilter(TextField? filter, Texts texts)
    {
        var selected = Tree.Selected?.Id;
        var before = OpenBefore ?? Tree.Open;
        var tree = TreeView.Of(Tree.Roots, before).SelectId(selected);
        var next = (this with { Filter = filter, Tree = tree, OpenBefore = filter is null ? null : before }).Rebuilt(texts);
        if (filter is { Text.Length: > 0 })
            return next with { Tree = next.Tree with { List = next.Tree.List.Select(FirstLeaf(next.Tree)) } };
        return selected is null ? next : next.Revealing(selected);
    }

    /// <summary>The same entries in the words of another language.</summary>
    public CatalogueState Rebuilt(Texts texts)
    {
        var roots = Roots(texts);
        if (Filter is not { Text.Length: > 0 } filter)
            return this with { Tree = Tree.WithRoots(roots) };
        var matching = roots.Select(r => r with { Children = [.. r.Children.Where(c => Matches(c, filter.Text.Trim()))] }).Where(r => r.Children.Count > 0).ToArray();
        return this with { Tree = TreeView.Of(matching, Tree.Open.Union(matching.Select(r => r.Id))).SelectId(Tree.Selected?.Id) };
    }

    List<TreeNode> Roots(Texts texts)
    {
        var roots = Queries.GroupBy(q => q.Theme).OrderBy(g => ThemeOrder(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TreeNode(ThemePrefix + g.Key, new(texts.Theme(g.Key), g.Count().ToString()), [.. g.Select(q => QueryNode(q, texts))])).ToList();
        if (Kept.Count > 0)
            roots.Add(new(KeptId, new(texts.KeptResults, Kept.Count.ToString()), [.. Kept.Reverse().Select(KeptNode)]));
        if (Tables.Any(t => t.IsOpened))
            roots.Add(new(OpenedId, new(texts.OpenedFiles), [.. Tables.Where(t => t.IsOpened).Select(TableNode)]));
        if (Tables.Any(t => !t.IsOpened))
            roots.Add(new(TablesId, new(texts.Tables), [.. Tables.Where(t => !t.IsOpened).Select(TableNode)]));
        return roots;
    }

    static TreeNode QueryNode(QueryFile query, Texts texts) =>
        TreeNode.Leaf(QueryPrefix + query.Name, new(Label(query, texts), query.Name[(query.Name.IndexOf('/') + 1)..]));

    /// <summary>The title, without the theme where it begins with it: the theme stands above it.</summary>
    static string Label(QueryFile query, Texts texts)
    {
        var title = query.Title.In(texts.Language);
        var theme = texts.Theme(query.Theme);
        var colon = title.AsSpan().IndexOfAny('：', ':');
        var repeats = colon > 0 && colon <= theme.Length + 1 && title[..colon].EndsWith(theme, StringComparison.OrdinalIgnoreCase);
        var rest = repeats ? title[(colon + 1)..].Trim() : title;
        return rest.Length > 0 ? char.ToUpperInvariant(rest[0]) + rest[1..] : title;
    }

    static TreeNode KeptNode(KeptEntry kept) => new(
        KeptPrefix + kept.Name,
        new(kept.Label, kept.View.Table.RowCount.ToString("N0")),
        [.. kept.View.Table.Kept.ColumnNames.Zip(kept.View.Table.Columns, (name, c) => TreeNode.Leaf($"{ColumnPrefix}{kept.Name}.{name}", new(name, c.Type.ToString().ToLowerInvariant(), Theme.Dim)))]);

    static TreeNode TableNode(TableEntry table) => new(
        TablePrefix + table.Name,
        new(table.Name, table.Rows?.ToString("N0") ?? ""),
        [.. table.Columns.Select(c => TreeNode.Leaf($"{ColumnPrefix}{table.Name}.{c.Name}", new(c.Name, c.Type.ToLowerInvariant(), Theme.Dim)))]);

    static bool Matches(TreeNode node, string filter) =>
        node.Line.Text.Contains(filter, StringComparison.OrdinalIgnoreCase) || node.Id.Contains(filter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Overview first, then the four themes in the order of the work, then others.</summary>
    static int ThemeOrder(string theme) =>
        Array.IndexOf(["overview", "cadre_age", "education", "training", "collective_income", "village_enterprise"], theme) is >= 0 and var order ? order : 99;

    static int FirstLeaf(TreeView tree) => Math.Max(0, tree.Rows().ToList().FindIndex(r => r.Depth > 0));

    CatalogueState Opening(string id)
    {
        var tree = Tree.Open.Contains(id) ? Tree : Tree.Toggle(id);
        return this with { Tree = tree };
    }

    CatalogueState Revealing(string id)
    {
        var parent = Tree.Roots.FirstOrDefault(r => r.Children.Any(c => c.Id == id));
        var open = parent is null ? this : Opening(parent.Id);
        return open with { Tree = open.Tree.SelectId(id) };
    }
}
