using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <content>The mouse in the result, and what is dragged.</content>
internal static partial class ConsoleMouse
{
    private static Outcome<ConsoleState, ConsoleEffect> PressResult(ConsoleState state, ConsoleLayout layout, MouseEvent mouse)
    {
        if (state.Result is { Open: { } shown, Failed: null } && (shown.Tab == ResultTab.Chart || !layout.Chart.IsEmpty))
        {
            var isOnChart = layout.ChartArea.Contains(mouse.X, mouse.Y);
            state = state with
            {
                Result = state.Result with { Open = shown = shown with { Tab = isOnChart ? ResultTab.Chart : ResultTab.Grid } },
            };
            if (isOnChart)
            {
                var place = ChartFlow.Place(state);
                return ChartActions
                    .Press(state.OfCharts, state.ChartInView!, mouse.X - place.Area.X, mouse.Y - place.Area.Y, place, mouse.Clicks)
                    .Joined();
            }
        }
        return state.Result is { Open: { Tab: ResultTab.Grid } open, Failed: null } ? PressGrid(state, open, layout.Result, mouse) : state;
    }

    private static Outcome<ConsoleState, ConsoleEffect> PressGrid(ConsoleState state, OpenResult open, CellRect area, MouseEvent mouse)
    {
        var (x, y, size) = (mouse.X - area.X, mouse.Y - area.Y, new CellSize(area.Width, area.Height));
        if (open.Grid.BorderAt(x, y, size) is { } border)
        {
            return mouse.Clicks == 2
                ? ConsoleActions.Do(At(state, open, open.Grid.Row, border), ConsoleAction.FitColumn)
                : state with
                {
                    Drag = new ColumnBorderDrag(border, mouse.X, open.Grid.Columns[border].Width),
                };
        }

        if (open.Grid.CellAt(x, y, size) is not { } cell)
            return state;
        if (cell.Row < 0)
            return At(state, open, open.Grid.Row, cell.Column) with { Drag = new ColumnDrag(cell.Column) };
        var next = At(
            state,
            open with
            {
                Anchor = (mouse.Modifiers & KeyModifiers.Shift) != 0 ? open.Anchor ?? (open.Grid.Row, open.Grid.Column) : null,
            },
            cell.Row,
            cell.Column
        );
        return mouse.Clicks == 2
            ? ConsoleActions.Do(next, ConsoleAction.CellView)
            : next with
            {
                Drag = new CellsDrag(cell.Row, cell.Column),
            };
    }

    private static ConsoleState At(ConsoleState state, OpenResult open, int row, int column) =>
        state with
        {
            Result = state.Result with { Open = open with { Grid = open.Grid.MoveTo(row, column) } },
        };

    private static Outcome<ConsoleState, ConsoleEffect> Dragged(ConsoleState state, ConsoleLayout layout, MouseDrag drag, MouseEvent mouse)
    {
        var isOver = mouse.Action == MouseAction.Release;
        var next = isOver ? state with { Drag = null } : state;
        return drag switch
        {
            TextDrag => EditorInput.OnMouse(next.OfEditor, QueryPanel.EditorArea(state.Query, layout.Query), mouse).Joined(),
            CatalogueBorderDrag when isOver => PanelSizing.Kept(next),
            CatalogueBorderDrag => PanelSizing.WithCatalogue(next, mouse.X + 1),
            EditorBorderDrag when isOver => PanelSizing.Kept(next),
            EditorBorderDrag => PanelSizing.WithEditor(next, mouse.Y - layout.Query.Y),
            _ => state.Result is { Open: { Tab: ResultTab.Grid } open, Failed: null }
                ? InGrid(next, open, layout.Result, drag, mouse)
                : next,
        };
    }

    private static ConsoleState InGrid(ConsoleState state, OpenResult open, CellRect area, MouseDrag drag, MouseEvent mouse)
    {
        var size = new CellSize(area.Width, area.Height);
        var (x, y) = (Math.Clamp(mouse.X - area.X, 0, area.Width - 1), mouse.Y - area.Y);
        switch (drag)
        {
            case ColumnBorderDrag border when border.Column < open.Grid.Columns.Length:
                return state with
                {
                    Result = state.Result with
                    {
                        Open = open with
                        {
                            Grid = open.Grid.WithWidth(border.Column, Math.Min(border.Width + mouse.X - border.FromX, area.Width)),
                        },
                    },
                };
            case ColumnDrag header when mouse.Action == MouseAction.Release && header.Column < open.Shown.Length:
                return open.Grid.CellAt(x, 0, size) is { } target && target.Column != header.Column
                    ? state with
                    {
                        Result = state.Result with { Open = ColumnActions.MovedTo(open, header.Column, target.Column) },
                    }
                    : state;
            case CellsDrag from when mouse.Action == MouseAction.Drag:
                // Beyond the edges the block goes on by one row at a time, which scrolls.
                var row =
                    y < open.Grid.HeaderHeight ? open.Grid.Top - 1
                    : y >= area.Height ? open.Grid.Top + open.Grid.PageRows(area.Height)
                    : open.Grid.Top + y - open.Grid.HeaderHeight;
                var column = open.Grid.CellAt(x, 0, size)?.Column ?? open.Grid.Column;
                return (row, column) == (from.Row, from.Column) && open.Anchor is null
                    ? state
                    : At(state, open with { Anchor = (from.Row, from.Column) }, row, column);
            default:
                return state;
        }
    }
}
