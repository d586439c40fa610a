using Analytics.Engine.Pages;

namespace Analytics.Tui.Pages;

/// <summary>Copying what a visual shows: the mark under the cursor, or all rows with their headings, tabs between.</summary>
internal static class PageCopying
{
    public static Part<PagesState> Mark(Part<PagesState> part, PageView view)
    {
        if (VisualMarks.RowAt(view, view.Focus) is not { } row || view.ShownOf(view.Focus) is not { } shown)
            return part.Say(part.Texts.NothingToCopy);
        var text = shown.Visual.Kind == VisualKind.Matrix ? VisualMarks.CellAt(view, view.Focus)!.Text : LineOf(shown, row);
        return Copied(part, text, part.Texts.CopiedMark(text));
    }

    public static Part<PagesState> All(Part<PagesState> part, PageView view)
    {
        if (view.ShownOf(view.Focus) is not { Rows.Count: > 0 } shown)
            return part.Say(part.Texts.NothingToCopy);
        var heads = shown.Columns.Select(c => c.Label);
        string[] head =
            shown.Columns.Count == 0 ? [] : [string.Join('\t', shown.Visual.Kind == VisualKind.Matrix ? heads.Prepend("") : heads)];
        var lines = shown.Rows.Select(r => shown.Visual.Kind == VisualKind.Matrix ? Labelled(r) : LineOf(shown, r));
        return Copied(part, string.Join('\n', [.. head, .. lines]) + "\n", part.Texts.CopiedRows(shown.Rows.Count));
    }

    private static string LineOf(ShownVisual shown, ShownRow row) =>
        shown.Visual.Kind == VisualKind.Table ? string.Join('\t', row.Cells.Select(c => c.Text)) : Labelled(row);

    private static string Labelled(ShownRow row) => string.Join('\t', row.Cells.Select(c => c.Text).Prepend(row.Label));

    private static Part<PagesState> Copied(Part<PagesState> part, string text, string said) =>
        part.Announce(said).Doing(new CopyText(text));
}
