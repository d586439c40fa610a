using System.Collections.Immutable;
using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>The tree of canned queries by theme, of kept results, opened files and tables.</summary>
/// <param name="Queries">All canned queries.</param>
/// <param name="Tables">All tables and views.</param>
/// <param name="Tree">What is open and selected.</param>
/// <param name="Filter">What is being filtered by; null when not filtering.</param>
/// <param name="Counting">Views whose rows have been asked for.</param>
/// <param name="OpenBefore">What was open before filtering, to be open again afterwards.</param>
internal sealed record CatalogueState(
    IReadOnlyList<QueryFile> Queries,
    IReadOnlyList<TableEntry> Tables,
    TreeView Tree,
    TextField? Filter,
    ImmutableHashSet<string>? OpenBefore,
    ImmutableHashSet<string> Counting
)
{
    public static readonly CatalogueState Empty = new([], [], TreeView.Of([]), null, null, []);

    /// <summary>The results that are kept, oldest first.</summary>
    public IReadOnlyList<KeptTable> Kept { get; init; } = [];

    /// <summary>The files that are open.</summary>
    public IReadOnlyList<OpenedFile> Files { get; init; } = [];

    /// <summary>What the library holds; null until it is counted.</summary>
    public LibraryFacts? Facts { get; init; }

    /// <summary>Whether SQL may not reach files, so that none can be opened later.</summary>
    public bool IsSafe { get; init; }

    /// <summary>A file that was opened just now, to be selected once it is listed.</summary>
    public OpenedFile? ToReveal { get; init; }

    /// <summary>Cells of the longest title of a canned query as the tree has it, and of the longest line.</summary>
    public (int Title, int Line) WidestEntry { get; private init; }

    /// <summary>The first entry that the filter found.</summary>
    private string? FirstFound { get; init; }

    /// <summary>The kept result selected, if one is.</summary>
    public KeptTable? SelectedKept => Selected(CatalogueTree.KeptPrefix) is { } name ? Kept.FirstOrDefault(k => k.Name == name) : null;

    /// <summary>The canned query selected, if one is.</summary>
    public QueryFile? SelectedQuery => Selected(CatalogueTree.QueryPrefix) is { } name ? Queries.First(q => q.Name == name) : null;

    /// <summary>The table or view selected, if one is.</summary>
    public TableEntry? SelectedTable => Selected(CatalogueTree.TablePrefix) is { } name ? Tables.First(t => t.Name == name) : null;

    /// <summary>The opened file selected, as a table or as a database.</summary>
    public OpenedFile? SelectedFile =>
        Selected(CatalogueTree.FilePrefix) is { } name ? Files.First(f => f.Name == name)
        : SelectedTable is { File: { IsDatabase: false } file } ? file
        : null;

    /// <summary>The column selected, if one is.</summary>
    public ColumnOf? SelectedColumn =>
        Tree.Selected?.Id is not { } id
            ? null
            : Tables
                .SelectMany(t => t.Columns, (t, c) => new ColumnOf(t.Name, c))
                .Concat(Kept.SelectMany(k => k.Columns, (k, c) => new ColumnOf(k.Name, c)))
                .FirstOrDefault(c => CatalogueTree.ColumnId(c.Table, c.Column.Name) == id);

    /// <summary>With the queries that were read; the first theme is open.</summary>
    public CatalogueState WithQueries(IReadOnlyList<QueryFile> queries, Texts texts)
    {
        var next = (this with { Queries = queries }).Rebuilt(texts);
        return queries.Count == 0
            ? next
            : next.Opening(CatalogueTree.ThemePrefix + queries.Select(q => q.Theme).OrderBy(CatalogueTree.ThemeOrder).First());
    }

    /// <summary>With the tables and files that were read; files are in view when there are new ones.</summary>
    public CatalogueState WithTables(IReadOnlyList<TableEntry> tables, IReadOnlyList<OpenedFile> files, Texts texts)
    {
        var hasNew = files.Except(Files).Any();
        // Views that were counted stay so: counting means running them.
        var counted = Tables.Where(t => t is { IsView: true, Origin: TableOrigin.Product }).ToDictionary(t => t.Name, t => t.Rows);
        var next = (
            this with
            {
                Tables = [.. tables.Select(t => t with { Rows = t.Rows ?? counted.GetValueOrDefault(t.Name) })],
                Files = files,
            }
        ).Rebuilt(texts);
        if (ToReveal is { } file && files.Contains(file))
        {
            return (next with { ToReveal = null }).Revealing(
                file.IsDatabase
                    ? CatalogueTree.FilePrefix + file.Name
                    : CatalogueTree.TablePrefix + next.Tables.FirstOrDefault(t => t.File == file)?.Name
            );
        }

        return hasNew ? next.Opening(CatalogueTree.OpenedId) : next;
    }

    /// <summary>With the results that are kept now.</summary>
    public CatalogueState WithKept(IReadOnlyList<KeptTable> kept, Texts texts) => (this with { Kept = kept }).Rebuilt(texts);

    /// <summary>With the rows of a view that were counted.</summary>
    public CatalogueState WithCount(string name, long rows, Texts texts) =>
        (this with { Tables = [.. Tables.Select(t => t.Name == name ? t with { Rows = rows } : t)] }).Rebuilt(texts);

    /// <summary>The product's views that are in sight and have not been counted; they are counted once.</summary>
    public IReadOnlyList<string> Uncounted =>
        Tree.Open.Contains(CatalogueTree.TablesId)
            ?
            [
                .. Tables
                    .Where(t => t is { IsView: true, Origin: TableOrigin.Product, Rows: null } && !Counting.Contains(t.Name))
                    .Select(t => t.Name),
            ]
            : [];

    /// <summary>What has a name already, in words; null if a file may have it.</summary>
    public string? HolderOf(string name, Texts texts)
    {
        var comparer = StringComparer.OrdinalIgnoreCase;
        return ProductTables.Names.Contains(name, comparer) ? texts.IsProductTable
            : Files.FirstOrDefault(f => comparer.Equals(f.Name, name)) is { } file ? texts.IsOpenedFile(file.Path)
            : Kept.Any(k => comparer.Equals(k.Name, name)) ? texts.IsKeptResult
            : Tables.Any(t => t.OwnName is { } own && comparer.Equals(own, name))
            || comparer.Equals(name, "memory")
            || comparer.Equals(name, "system")
            || comparer.Equals(name, "temp")
                ? texts.IsTable
            : null;
    }

    /// <summary>The name itself, or with the least number after it that makes it free.</summary>
    public string FreeName(string name, Texts texts)
    {
        var free = name;
        for (var number = 2; HolderOf(free, texts) is not null; number++)
            free = $"{name}_{number}";
        return free;
    }

    /// <summary>With another filter; null ends filtering and keeps the selection.</summary>
    public CatalogueState WithFilter(TextField? filter, Texts texts)
    {
        var selected = Tree.Selected?.Id;
        var before = OpenBefore ?? Tree.Open;
        var tree = TreeView.Of(Tree.Roots, before).SelectId(selected);
        var next = (this with { Filter = filter, Tree = tree, OpenBefore = filter is null ? null : before }).Rebuilt(texts);
        if (filter is { Text.Length: > 0 })
            return next with { Tree = next.Tree.SelectId(next.FirstFound) };
        return selected is null ? next : next.Revealing(selected);
    }

    /// <summary>The same entries in the words of another language.</summary>
    public CatalogueState Rebuilt(Texts texts)
    {
        var roots = CatalogueTree.Roots(this, texts);
        return (this with { WidestEntry = CatalogueTree.WidestQuery(roots) }).With(roots);
    }

    private CatalogueState With(IReadOnlyList<TreeNode> roots)
    {
        if (Filter is not { } filter || string.IsNullOrWhiteSpace(filter.Text))
            return this with { Tree = Tree.WithRoots(roots) };
        var open = new HashSet<string>(Tree.Open);
        var found = new List<string>();
        var matching = CatalogueTree.Filtered(roots, filter.Text, this, open, found);
        return this with { FirstFound = found.FirstOrDefault(), Tree = TreeView.Of(matching, open).SelectId(Tree.Selected?.Id) };
    }

    /// <summary>With an entry selected, what it is under being open.</summary>
    public CatalogueState Revealing(string id)
    {
        var open = Ancestors(Tree.Roots, id).Aggregate(this, (state, ancestor) => state.Opening(ancestor));
        return open with { Tree = open.Tree.SelectId(id) };
    }

    private string? Selected(string prefix) =>
        Tree.Selected?.Id is { } id && id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : null;

    private static IReadOnlyList<string> Ancestors(IReadOnlyList<TreeNode> nodes, string id)
    {
        foreach (var node in nodes)
        {
            if (node.Children.Any(c => c.Id == id))
                return [node.Id];
            else if (Ancestors(node.Children, id) is { Count: > 0 } below)
                return [node.Id, .. below];
        }

        return [];
    }

    private CatalogueState Opening(string id) => this with { Tree = Tree.Open.Contains(id) ? Tree : Tree.Toggle(id) };
}
