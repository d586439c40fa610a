using System.Collections.Immutable;
using Analytics.Engine.Results;

namespace Analytics.Tui.Results;

/// <summary>What keys do to the look of the grid. Values stay as they are.</summary>
internal static class ColumnActions
{
    /// <summary>The part after an action; null for actions of another kind.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.HideColumn => Hide(part, open),
            ConsoleAction.ShowColumns => With(part, open.WithAllColumns(open.ShowsAllColumns)),
            ConsoleAction.MoveLeft => Move(part, open, -1),
            ConsoleAction.MoveRight => Move(part, open, 1),
            ConsoleAction.FitColumn => With(
                part,
                open with
                {
                    Grid = open.Grid with
                    {
                        Columns = open.Grid.Columns.SetItem(open.Grid.Column, ResultColumns.Fitted(open, open.Column)),
                    },
                }
            ),
            ConsoleAction.NumberStyle => Restyle(part, open),
            ConsoleAction.RecordView => part with { Window = new RecordWindow() },
            ConsoleAction.PreviousRow => With(part, open with { Grid = open.Grid.MoveTo(open.Grid.Row - 1, open.Grid.Column) }),
            ConsoleAction.NextRow => With(part, open with { Grid = open.Grid.MoveTo(open.Grid.Row + 1, open.Grid.Column) }),
            ConsoleAction.Select => open.Anchor is null
                ? With(part, open with { Anchor = (open.Grid.Row, open.Grid.Column) }).Say(part.Texts.SelectionBegun)
                : With(part, open with { Anchor = null }).Say(part.Texts.SelectionEnded),
            _ => null,
        };

    private static Part<ResultState> With(Part<ResultState> part, OpenResult open) => part with { Own = part.Own with { Open = open } };

    private static Part<ResultState> Hide(Part<ResultState> part, OpenResult open)
    {
        if (open.Shown.Length == 1)
            return part.Say(part.Texts.LastColumnStays);
        var name = open.Table.Columns[open.Column].Name;
        return With(part, Hidden(open, open.Grid.Column) with { Rehidden = [] }).Say(part.Texts.HiddenColumn(name));
    }

    /// <summary>Without a column, which is a step.</summary>
    /// <param name="open">The result.</param>
    /// <param name="at">Its place among the columns in view.</param>
    public static OpenResult Hidden(OpenResult open, int at) =>
        Rearranged(open, open.Shown.RemoveAt(at), c => c.RemoveAt(at), at) with
        {
            Hidden = open.Hidden.Add(new HiddenColumn(open.Shown[at], at)),
        };

    /// <summary>With a hidden column where it was, as wide as its texts.</summary>
    public static OpenResult Unhidden(OpenResult open, HiddenColumn hidden)
    {
        if (open.Shown.Contains(hidden.Column))
            return open;
        var at = Math.Min(hidden.At, open.Shown.Length);
        var shown = open.Shown.Insert(at, hidden.Column);
        var column = ResultColumns.GridOf(open with { Shown = shown }).Columns[at];
        return Rearranged(open, shown, c => c.Insert(at, column), at);
    }

    private static Part<ResultState> Move(Part<ResultState> part, OpenResult open, int step)
    {
        var (from, to) = (open.Grid.Column, open.Grid.Column + step);
        return to < 0 || to >= open.Shown.Length ? part : With(part, MovedTo(open, from, to));
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

    private static Part<ResultState> Restyle(Part<ResultState> part, OpenResult open)
    {
        var next = (NumberStyle)(((int)open.Numbers + 1) % Enum.GetValues<NumberStyle>().Length);
        var restyled = open with { Numbers = next };
        return With(part, restyled.WithShown(open.Shown, open.Column)).Say(part.Texts.NumbersNow(next));
    }
}
