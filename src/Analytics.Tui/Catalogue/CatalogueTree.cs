using Analytics.Engine.Queries;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>The nodes of the catalogue, and what a search finds of them.</summary>
internal static class CatalogueTree
{
    public const string ThemePrefix = "theme:",
        QueryPrefix = "query:",
        TablePrefix = "table:",
        ColumnPrefix = "column:",
        KeptPrefix = "kept:",
        FilePrefix = "file:";
    public const string TablesId = "tables",
        OpenedId = "opened",
        MadeId = "made",
        KeptId = "kept";

    /// <summary>Canned queries by theme, kept results, opened files, tables made here, and the product's tables.</summary>
    public static IReadOnlyList<TreeNode> Roots(CatalogueState state, Texts texts)
    {
        var roots = state
            .Queries.GroupBy(q => q.Theme)
            .OrderBy(g => ThemeOrder(g.Key))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TreeNode(
                ThemePrefix + g.Key,
                new(texts.Theme(g.Key), g.Count().ToString()),
                [.. g.Select(q => QueryNode(q, texts))]
            ))
            .ToList();
        AddRoot(roots, KeptId, texts.KeptResults, [.. state.Kept.Reverse().Select(KeptNode)]);
        AddRoot(roots, OpenedId, texts.OpenedFiles, [.. state.Files.Select(f => FileNode(f, state))]);
        AddRoot(roots, MadeId, texts.MadeTables, [.. state.Tables.Where(t => t.Origin == TableOrigin.Made).Select(TableNode)]);
        AddRoot(roots, TablesId, texts.Tables, [.. state.Tables.Where(t => t.Origin == TableOrigin.Product).Select(TableNode)]);
        return roots;
    }

    /// <summary>Cells of the longest title of a canned query with its indent, and of the longest line of one, its name behind the
    /// title.</summary>
    public static (int Title, int Line) WidestQuery(IReadOnlyList<TreeNode> roots) =>
        roots
            .SelectMany(r => r.Children)
            .Where(n => n.Id.StartsWith(QueryPrefix, StringComparison.Ordinal))
            .Select(n => (Title: CellText.Width(n.Line.Text) + 3, Detail: CellText.Width(n.Line.Detail)))
            .Aggregate((0, 0), (widest, n) => (Math.Max(widest.Item1, n.Title), Math.Max(widest.Item2, n.Title + 2 + n.Detail)));

    /// <summary>
    /// The nodes that hold every word of a search in name, id or description (in either language), with their columns; of tables that do
    /// not,
    /// the columns that do. Ids of nodes to be open are added, so that what was found is in view, and the ids found, first to last.
    /// </summary>
    public static IReadOnlyList<TreeNode> Filtered(
        IReadOnlyList<TreeNode> roots,
        string search,
        CatalogueState state,
        HashSet<string> open,
        List<string> found
    )
    {
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var about = state
            .Tables.SelectMany(t =>
                t.Columns.Select(c => (Id: ColumnId(t.Name, c.Name), c.Description)).Append((Id: TablePrefix + t.Name, t.Description))
            )
            .Where(d => d.Description is not null)
            .DistinctBy(d => d.Id)
            .ToDictionary(d => d.Id, d => d.Description!);
        return
        [
            .. roots
                .Select(r => r with { Children = [.. r.Children.Select(Found).OfType<TreeNode>()] })
                .Where(r => r.Children.Count > 0)
                .Select(Opened),
        ];

        TreeNode? Found(TreeNode node)
        {
            if (words.All(word => Holds(node, word)))
            {
                found.Add(node.Id);
                return node;
            }
            var children = node.Children.Select(Found).OfType<TreeNode>().ToArray();
            return children.Length > 0 ? Opened(node with { Children = children }) : null;
        }

        bool Holds(TreeNode node, string word) =>
            Contains(node.Line.Text, word)
            || Contains(node.Id[(node.Id.IndexOf(':') + 1)..], word) && !IsColumn(node.Id)
            || about.TryGetValue(node.Id, out var text) && (Contains(text.Zh, word) || Contains(text.En, word));

        TreeNode Opened(TreeNode node)
        {
            open.Add(node.Id);
            return node;
        }
    }

    public static string ColumnId(string table, string column) => $"{ColumnPrefix}{table}.{column}";

    private static bool IsColumn(string id) => id.StartsWith(ColumnPrefix, StringComparison.Ordinal);

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static void AddRoot(List<TreeNode> roots, string id, string label, IReadOnlyList<TreeNode> children)
    {
        if (children.Count > 0)
            roots.Add(new(id, new(label, id is TablesId ? "" : children.Count.ToString()), children));
    }

    private static TreeNode QueryNode(QueryFile query, Texts texts) =>
        TreeNode.Leaf(QueryPrefix + query.Name, new(Label(query, texts), query.Name[(query.Name.IndexOf('/') + 1)..]));

    /// <summary>The title, without the theme where it begins with it: the theme stands above it.</summary>
    private static string Label(QueryFile query, Texts texts)
    {
        var title = query.Title.In(texts.Language);
        var theme = texts.Theme(query.Theme);
        var colon = title.AsSpan().IndexOfAny('：', ':');
        var repeats = colon > 0 && colon <= theme.Length + 1 && title[..colon].EndsWith(theme, StringComparison.OrdinalIgnoreCase);
        var rest = repeats ? title[(colon + 1)..].Trim() : title;
        return rest.Length > 0 ? char.ToUpperInvariant(rest[0]) + rest[1..] : title;
    }

    private static TreeNode KeptNode(KeptTable kept) =>
        new(
            KeptPrefix + kept.Name,
            new(kept.Label, kept.Progress.Rows.ToString("N0")),
            [.. kept.Columns.Select(c => ColumnNode(kept.Name, c))]
        );

    /// <summary>A file of rows is its table; a database holds its tables.</summary>
    private static TreeNode FileNode(OpenedFile file, CatalogueState state)
    {
        var tables = state.Tables.Where(t => t.File == file).ToArray();
        var ending = Path.GetExtension(file.Path).TrimStart('.').ToLowerInvariant();
        return file.IsDatabase ? new(FilePrefix + file.Name, new(file.Name, ending), [.. tables.Select(TableNode)])
            : tables is [var table] ? TableNode(table) with { Line = new(file.Name, table.Rows?.ToString("N0") ?? ending) }
            : TreeNode.Leaf(FilePrefix + file.Name, new(file.Name, ending));
    }

    private static TreeNode TableNode(TableEntry table) =>
        new(
            TablePrefix + table.Name,
            new(table.Name, table.Rows?.ToString("N0") ?? ""),
            [.. table.Columns.Select(c => ColumnNode(table.Name, c))]
        );

    private static TreeNode ColumnNode(string table, ColumnEntry column) =>
        TreeNode.Leaf(ColumnId(table, column.Name), new(column.Name, column.Type.ToLowerInvariant(), Theme.Dim));

    /// <summary>Overview first, then the four themes in the order of the work, then others.</summary>
    public static int ThemeOrder(string theme) =>
        Array.IndexOf(["overview", "cadre_age", "education", "training", "collective_income", "village_enterprise"], theme)
            is >= 0
                and var order
            ? order
            : 99;
}
