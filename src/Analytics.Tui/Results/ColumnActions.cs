using System.Collections.Immutable;
using Analytics.Engine.Results;
using Analytics.Tui.App;

namespace Analytics.Tui.Results;

/// <summary>What keys do to the look of the grid. Values stay as they are.</summary>
internal static class ColumnActions
{
    /// <summary>The state after an action; null for actions of another kind.</summary>
    public static ConsoleState? Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.HideColumn => Hide(state, open),
            ConsoleAction.ShowColumns => With(state, open.WithAllColumns(open.ShowsAllColumns)),
            ConsoleAction.MoveLeft => Move(state, open, -1),
            ConsoleAction.MoveRight => Move(state, open, 1),
            ConsoleAction.FitColumn => With(
                state,
                open with
                {
                    Grid = open.Grid with
                    {
                        Columns = open.Grid.Columns.SetItem(open.Grid.Column, ResultColumns.Fitted(open, open.Column)),
                    },
                }
            ),
            ConsoleAction.NumberStyle => Restyle(state, open),
            ConsoleAction.RecordView => state with { Window = new RecordWindow(0) },
            ConsoleAction.PreviousRow => With(state, open with { Grid = open.Grid.MoveTo(open.Grid.Row - 1, open.Grid.Column) }),
            ConsoleAction.NextRow => With(state, open with { Grid = open.Grid.MoveTo(open.Grid.Row + 1, open.Grid.Column) }),
            ConsoleAction.Select => open.Anchor is null
                ? With(state, open with { Anchor = (open.Grid.Row, open.Grid.Column) }).Say(state.Texts.SelectionBegun)
                : With(state, open with { Anchor = null }).Say(state.Texts.SelectionEnded),
            _ => null,
        };

    private static ConsoleState With(ConsoleState state, OpenResult open) => state with { Result = state.Result with { Open = open } };

    private static ConsoleState Hide(ConsoleState state, OpenResult open)
    {
        if (open.Shown.Length == 1)
            return state.Say(state.Texts.LastColumnStays);
        var (at, name) = (open.Grid.Column, open.Table.Columns[open.Column].Name);
        return With(state, Rearranged(open, open.Shown.RemoveAt(at), c => c.RemoveAt(at), at)).Say(state.Texts.HiddenColumn(name));
    }

    private static ConsoleState Move(ConsoleState state, OpenResult open, int step)
    {
        var (from, to) = (open.Grid.Column, open.Grid.Column + step);
        return to < 0 || to >= open.Shown.Length ? state : With(state, MovedTo(open, from, to));
    }

    /// <summary>With a column taken to where another one stands.</summary>
    public static OpenResult MovedTo(OpenResult open, int from, int to) =>
        Rearranged(open, Moved(open.Shown, from, to), c => Moved(c, from, to), to);

    private static ImmutableArray<T> Moved<T>(ImmutableArray<T> items, int from, int to) => items.RemoveAt(from).Insert(to, items[from]);

    /// <summary>Other columns, which keep their widths.</summary>
    private static OpenResult Rearranged(
        OpenResult open,
        ImmutableArray<int> shown,
        Func<ImmutableArray<Terminal.Widgets.GridColumn>, ImmutableArray<Terminal.Widgets.GridColumn>> change,
        int column
    ) =>
        open with
        {
            Shown = shown,
            Anchor = null,
            Grid = (open.Grid with { Columns = change(open.Grid.Columns), Frozen = Math.Min(open.Grid.Frozen, shown.Length) }).MoveTo(
                open.Grid.Row,
                column
            ),
        };

    private static ConsoleState Restyle(ConsoleState state, OpenResult open)
    {
        var next = (NumberStyle)(((int)open.Numbers + 1) % Enum.GetValues<NumberStyle>().Length);
        var restyled = open with { Numbers = next };
        return With(state, restyled.WithShown(open.Shown, open.Column)).Say(state.Texts.NumbersNow(next));
    }
}
