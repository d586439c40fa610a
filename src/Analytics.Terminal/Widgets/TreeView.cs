using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Widgets;

/// <summary>A node of a tree to show.</summary>
/// <param name="Id">What tells it from all others of the tree.</param>
/// <param name="Line">How its line reads.</param>
/// <param name="Children">The nodes under it; empty for a leaf.</param>
public sealed record TreeNode(string Id, ListLine Line, IReadOnlyList<TreeNode> Children)
{
    /// <summary>A leaf.</summary>
    public static TreeNode Leaf(string id, ListLine line) => new(id, line, []);
}

/// <summary>A line of a tree in view: a node, and how deep it lies.</summary>
public readonly record struct TreeRow(TreeNode Node, int Depth);

/// <summary>A tree whose nodes open and close. It references the nodes and holds which are open and which line is selected.</summary>
public sealed record TreeView(IReadOnlyList<TreeNode> Roots, ImmutableHashSet<string> Open, ListView List)
{
    /// <summary>A tree with all nodes closed but those named.</summary>
    public static TreeView Of(IReadOnlyList<TreeNode> roots, params IEnumerable<string> open) =>
        new TreeView(roots, [.. open], ListView.Of(0)).Recount();

    /// <summary>The lines in order: nodes whose ancestors are all open.</summary>
    public IReadOnlyList<TreeRow> Rows()
    {
        var rows = new List<TreeRow>();
        foreach (var root in Roots)
            Collect(root, 0, rows);
        return rows;
    }

    /// <summary>The selected node; null for an empty tree.</summary>
    public TreeNode? Selected => List.Selected < 0 ? null : Rows()[List.Selected].Node;

    /// <summary>The tree with other nodes; what was open stays open, and the selected node stays selected if it is still in view.</summary>
    public TreeView WithRoots(IReadOnlyList<TreeNode> roots)
    {
        var selected = Selected?.Id;
        return (this with { Roots = roots }).Recount().SelectId(selected);
    }

    /// <summary>The tree with a node selected, if it is in view.</summary>
    public TreeView SelectId(string? id)
    {
        var index = Rows().ToList().FindIndex(row => row.Node.Id == id);
        return index < 0 ? this : this with { List = List.Select(index) };
    }

    /// <summary>The tree with a node opened or closed.</summary>
    public TreeView Toggle(string id) => (this with { Open = Open.SymmetricExcept([id]) }).Recount();

    /// <summary>
    /// The tree after a key; right opens or goes down, left closes or goes up. Null when the key has no meaning for a tree.
    /// </summary>
    public TreeView? Handle(InputEvent input, int pageLines) =>
        input switch
        {
            KeyEvent { Key: Key.Right, Modifiers: KeyModifiers.None } => Enter(),
            KeyEvent { Key: Key.Left, Modifiers: KeyModifiers.None } => Leave(),
            _ => List.Handle(input, pageLines) is { } list ? this with { List = list } : null,
        };

    /// <summary>Draws the lines in view.</summary>
    public void Draw(CellCanvas canvas, ListStyles styles, bool hasFocus, string search = "")
    {
        var rows = Rows();
        List.Draw(canvas, i => Line(rows[i], canvas.Ornaments), styles, hasFocus, search);
    }

    private ListLine Line(TreeRow row, Ornaments ornaments)
    {
        var mark =
            row.Node.Children.Count == 0 ? " "
            : Open.Contains(row.Node.Id) ? ornaments.Expanded
            : ornaments.Collapsed;
        return row.Node.Line with { Text = $"{new string(' ', 2 * row.Depth)}{mark} {row.Node.Line.Text}" };
    }

    private TreeView Enter()
    {
        if (Selected is not { Children.Count: > 0 } node)
            return this;
        return Open.Contains(node.Id) ? this with { List = List.Select(List.Selected + 1) } : Toggle(node.Id);
    }

    private TreeView Leave()
    {
        if (Selected is not { } node)
            return this;
        if (node.Children.Count > 0 && Open.Contains(node.Id))
            return Toggle(node.Id);
        var rows = Rows();
        for (var i = List.Selected; i >= 0; i--)
        {
            if (rows[i].Depth < rows[List.Selected].Depth)
                return this with { List = List.Select(i) };
        }

        return this;
    }

    private TreeView Recount() => this with { List = List.WithCount(Rows().Count) };

    private void Collect(TreeNode node, int depth, List<TreeRow> rows)
    {
        rows.Add(new(node, depth));
        if (!Open.Contains(node.Id))
            return;
        foreach (var child in node.Children)
            Collect(child, depth + 1, rows);
    }
}
