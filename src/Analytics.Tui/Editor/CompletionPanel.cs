using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Editor;

/// <summary>Draws the offers of completion over the panels.</summary>
internal static class CompletionPanel
{
    /// <param name="state">The editor and its offers.</param>
    /// <param name="area">Where the query panel stands on the canvas.</param>
    /// <param name="canvas">Where the list is drawn, over what is there.</param>
    public static void Draw(QueryPanelState state, CellRect area, CellCanvas canvas)
    {
        if (state.Completing.Shown is { } shown && state.ShownForm is null)
            shown.Popup.Draw(canvas, Word(state, shown, area), Theme.List);
    }

    /// <summary>A click on an offer takes it, the wheel moves among them; null if the mouse is elsewhere.</summary>
    /// <param name="part">The console before the click.</param>
    /// <param name="area">Where the query panel stands on the screen.</param>
    /// <param name="mouse">In cells of the whole screen.</param>
    public static Part<QueryPanelState>? OnMouse(Part<QueryPanelState> part, CellRect area, MouseEvent mouse)
    {
        if (part is not { Focus: Panel.Query, Own: { Completing.Shown: { } shown, ShownForm: null } query } || area.IsEmpty)
            return null;
        var (size, word) = (new CellSize(part.Size.Width, part.Size.Height - 2), Word(query, shown, area));
        if (!shown.Popup.Place(size, word).Contains(mouse.X, mouse.Y))
            return null;
        return mouse switch
        {
            { Action: MouseAction.Press, Button: MouseButton.Left } when shown.Popup.ChooseAt(mouse.X, mouse.Y, size, word) is { } chosen =>
                Completing.Taken(part, shown with { Popup = chosen }),
            { Action: MouseAction.WheelUp or MouseAction.WheelDown } when shown.Popup.Handle(mouse) is { } moved => Completing.With(
                part,
                query.Completing with
                {
                    Shown = shown with { Popup = moved },
                }
            ),
            _ => part,
        };
    }

    /// <summary>The cell of the screen where the word begins that the offers are for.</summary>
    private static (int X, int Y) Word(QueryPanelState state, ShownOffers shown, CellRect area)
    {
        var text = QueryPanel.EditorArea(state, area);
        var (x, y) = state.Editor.CellOf(shown.From);
        return (text.X + x, text.Y + y);
    }
}
