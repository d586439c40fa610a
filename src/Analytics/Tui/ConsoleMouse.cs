using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Charts;
using Analytics.Tui.Editing;
using Analytics.Tui.Results;

namespace Analytics.Tui;

/// <summary>The mouse: a click selects, a double click opens, the wheel scrolls what lies under it.</summary>
static class ConsoleMouse
{
    public static Outcome<ConsoleState, ConsoleEffect> Handle(ConsoleState state, MouseEvent mouse)
    {
        if (state.Window is not null)
            return ConsoleInput.ToWidget(state, mouse);
        var layout = ConsoleLayout.Of(state);
        if (layout.IsTooSmall || PanelAt(layout, mouse.X, mouse.Y) is not { } panel)
            return state;
        if (layout.Side.Contains(mouse.X, mouse.Y))
            return OnSide(state, mouse);
        return mouse.Action switch
        {
            MouseAction.WheelUp or MouseAction.WheelDown => Wheel(state, panel, mouse),
            MouseAction.Drag or MouseAction.Release when panel == Panel.Query && state.Query.ShownForm is null => EditorInput.OnMouse(state, QueryPanel.EditorArea(state.Query, layout.Query), mouse),
            MouseAction.Press when mouse.Button == MouseButton.Left => Press(state with { Focus = panel, Message = default }, layout, panel, mouse),
            _ => state,
        };
    }

    /// <summary>A click gives the other result the focus; the wheel scrolls it without.</summary>
    static Outcome<ConsoleState, ConsoleEffect> OnSide(ConsoleState state, MouseEvent mouse) => mouse.Action switch
    {
        MouseAction.Press when mouse.Button == MouseButton.Left => Handle(SideBySide.Swap(state), mouse),
        MouseAction.WheelUp or MouseAction.WheelDown => SideBySide.Swap(Wheel(SideBySide.Swap(state), Panel.Result, mouse)) with { Focus = state.Focus },
        _ => state,
    };

    static Panel? PanelAt(ConsoleLayout layout, int x, int y)
    {
        if (layout.CatalogueFrame.Contains(x, y))
            return Panel.Catalogue;
        if (!layout.RightFrame.Contains(x, y))
            return null;
        return y < layout.Result.Y - 1 && !layout.Query.IsEmpty || layout.Result.IsEmpty ? Panel.Query : Panel.Result;
    }

    /// <summary>The wheel scrolls without taking the focus.</summary>
    static ConsoleState Wheel(ConsoleState state, Panel panel, MouseEvent mouse)
    {
        if (panel == Panel.Query && state.Query.ShownForm is null)
            return EditorInput.OnMouse(state, QueryPanel.EditorArea(state.Query, ConsoleLayout.Of(state).Query), mouse);
        var input = panel == Panel.Query ? new KeyEvent(mouse.Action == MouseAction.WheelUp ? Key.Up : Key.Down) : (InputEvent)mouse;
        return ConsoleInput.ToWidget(state with { Focus = panel }, input) with { Focus = state.Focus };
    }

    static Outcome<ConsoleState, ConsoleEffect> Press(ConsoleState state, ConsoleLayout layout, Panel panel, MouseEvent mouse) => panel switch
    {
        Panel.Catalogue => PressCatalogue(state, layout.Catalogue, mouse),
        Panel.Query => PressQuery(state, layout.Query, mouse),
        _ when mouse.Y == layout.Result.Y - 1 => PressTitle(state, layout, mouse),
        _ => PressResult(state, layout.Result, mouse),
    };

    static Outcome<ConsoleState, ConsoleEffect> PressCatalogue(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        var top = state.Catalogue.Filter is null ? area.Y : area.Y + 1;
        var tree = state.Catalogue.Tree;
        if (tree.List.LineAt(mouse.Y - top, area.Bottom - top) is not { } line)
            return state;
        var selected = state with { Catalogue = state.Catalogue with { Tree = tree with { List = tree.List.Select(line) } } };
        return mouse.Clicks == 2 || selected.Catalogue.Tree.Rows()[line].Depth == 0 ? ConsoleActions.Do(selected, ConsoleAction.OpenEntry) : selected;
    }

    static ConsoleState PressQuery(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        var query = state.Query;
        if (query.ShownForm is { } form)
            return PressForm(state, form, QueryPanel.FormArea(form, area, state.Texts), mouse);
        return EditorInput.OnMouse(state, QueryPanel.EditorArea(query, area), mouse);
    }

    static ConsoleState PressForm(ConsoleState state, ParameterForm form, CellRect area, MouseEvent mouse) =>
        !form.Form.IsListOpen && form.Form.FieldAt(mouse.Y - area.Y, area.Height) is { } field
            ? state with { Query = state.Query with { Form = form with { Form = form.Form.FocusOn(field) } } }
            : state;

    static Outcome<ConsoleState, ConsoleEffect> PressTitle(ConsoleState state, ConsoleLayout layout, MouseEvent mouse) =>
        state.Result is { Open: not null, Failed: null } && ResultPanel.TabAt(mouse.X, layout, state.Texts) is { } tab
            ? ConsoleActions.Do(state, tab switch { ResultTab.Grid => ConsoleAction.ShowGrid, ResultTab.Chart => ConsoleAction.ShowChart, _ => ConsoleAction.ShowSentence })
            : state;

    static Outcome<ConsoleState, ConsoleEffect> PressResult(ConsoleState state, CellRect area, MouseEvent mouse)
    {
        var layout = ConsoleLayout.Of(state);
        if (state.Result is { Open: { } shown, Failed: null } && (shown.Tab == ResultTab.Chart || !layout.Chart.IsEmpty))
        {
            var isOnChart = layout.ChartArea.Contains(mouse.X, mouse.Y);
            state = state with { Result = state.Result with { Open = shown = shown with { Tab = isOnChart ? ResultTab.Chart : ResultTab.Grid } } };
            if (isOnChart)
                return ChartActions.Press(state, shown, mouse.X - layout.ChartArea.X, mouse.Y - layout.ChartArea.Y, layout.ChartArea);
        }
        if (state.Result is not { Open: { Tab: ResultTab.Grid } open, Failed: null }
            || open.Grid.CellAt(mouse.X - area.X, mouse.Y - area.Y, new CellSize(area.Width, area.Height)) is not { } cell)
            return state;
        var row = cell.Row < 0 ? open.Grid.Row : cell.Row;
        var next = state with
        {
            Result = state.Result with { Open = open with { Grid = open.Grid.MoveTo(row, cell.Column) } },
            Sentence = row == open.Grid.Row ? state.Sentence : state.Sentence with { Index = 0, Top = 0 },
        };
        return mouse.Clicks == 2 && cell.Row >= 0 ? ConsoleActions.Do(next, ConsoleAction.CellView) : next;
    }
}
