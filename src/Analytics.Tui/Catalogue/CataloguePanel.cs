using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Catalogue;

/// <summary>Draws the catalogue.</summary>
internal static class CataloguePanel
{
    public static void Draw(CatalogueState state, CellCanvas canvas, Texts texts, bool hasFocus)
    {
        var list = canvas;
        if (state.Filter is { } filter)
        {
            canvas.Write(0, 0, "/", Theme.Accent);
            filter.Draw(canvas.Region(new(1, 0, canvas.Width - 1, 1)), Theme.Input, hasFocus, texts.FilterHint);
            list = canvas.Region(new(0, 1, canvas.Width, canvas.Height - 1));
        }
        var rows = state.Tree.Rows();
        state.Tree.List.Draw(list, i => Line(rows[i], state.Tree, canvas.Ornaments), Theme.List, hasFocus, state.Filter?.Text.Trim() ?? "");
    }

    /// <summary>Leaves stand where their parents' names begin, so that Chinese titles keep the room they need.</summary>
    private static ListLine Line(TreeRow row, TreeView tree, Ornaments ornaments)
    {
        var indent = new string(' ', 2 * row.Depth);
        if (row.Node.Children.Count == 0)
            return row.Node.Line with { Text = indent + row.Node.Line.Text };
        var mark = tree.Open.Contains(row.Node.Id) ? ornaments.Expanded : ornaments.Collapsed;
        return row.Node.Line with { Text = $"{indent}{mark} {row.Node.Line.Text}", Style = row.Depth == 0 ? Theme.Bold : Theme.Plain };
    }
}
