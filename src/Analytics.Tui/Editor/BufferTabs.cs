using Analytics.Terminal.Text;

namespace Analytics.Tui.Editor;

/// <summary>The names of the buffers in the title of the editor.</summary>
internal static class BufferTabs
{
    private const int LongestName = 20;

    /// <summary>
    /// Where each name begins, in cells from the first; as many as there is room for, that of the buffer in view among them.
    /// </summary>
    public static IReadOnlyList<(int Index, int X, string Label)> Of(QueryPanelState state, int room)
    {
        var buffers = state.Buffers.Holding(state.Editor);
        var labels = buffers.Items.Select(b => $" {CellText.Truncate(b.Name, LongestName)}{(IsChanged(b) ? "*" : "")} ").ToArray();
        var first = 0;
        while (first < buffers.Current && labels[first..(buffers.Current + 1)].Sum(l => CellText.Width(l) + 1) > room)
            first++;
        var tabs = new List<(int, int, string)>();
        var x = 0;
        for (var i = first; i < labels.Length && x + CellText.Width(labels[i]) <= room; i++)
        {
            tabs.Add((i, x, labels[i]));
            x += CellText.Width(labels[i]) + 1;
        }
        return tabs;
    }

    /// <summary>The buffer whose name stands at a cell counted from the first; null for none.</summary>
    public static int? At(QueryPanelState state, int x, int room)
    {
        foreach (var (index, from, label) in Of(state, room))
        {
            if (x >= from && x < from + CellText.Width(label))
                return index;
        }

        return null;
    }

    /// <summary>Whether it differs from its file.</summary>
    public static bool IsChanged(EditorBuffer buffer) => buffer.FileText is { } text && text != buffer.Editor.Text;
}
