using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Editing;

/// <summary>Draws the offers of completion over the panels.</summary>
static class CompletionPanel
{
    /// <param name="area">Where the query panel stands on the canvas.</param>
    public static void Draw(QueryPanelState state, CellRect area, CellCanvas canvas)
    {
        if (state.Completing.Shown is not { } shown || state.ShownForm is not null)
            return;
        var text = QueryPanel.EditorArea(state, area);
        var (x, y) = state.Editor.CellOf(shown.From, canvas.Ambiguous);
        shown.Popup.Draw(canvas, (text.X + x, text.Y + y), Theme.List);
    }
}
