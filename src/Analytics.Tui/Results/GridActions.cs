using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;

namespace Analytics.Tui.Results;

/// <summary>What keys do to a result.</summary>
internal static class GridActions
{
    private const int WidenBy = 4;

    /// <summary>Does an action; null if it is about something else.</summary>
    public static Part<ResultState>? Do(Part<ResultState> part, OpenResult open, CellRect area, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ShowGrid => With(part, open with { Tab = ResultTab.Grid }),
            ConsoleAction.ShowChart => With(part, open with { Tab = ResultTab.Chart }),
            ConsoleAction.ShowSentence => With(part, open with { Tab = ResultTab.Sentence }),
            ConsoleAction.NextTab => With(part, open with { Tab = (ResultTab)(((int)open.Tab + 1) % Enum.GetValues<ResultTab>().Length) }),
            ConsoleAction.Freeze => Freeze(part, open, area),
            ConsoleAction.Widen => With(part, open with { Grid = open.Grid.Widen(WidenBy) }),
            ConsoleAction.Narrow => With(part, open with { Grid = open.Grid.Widen(-WidenBy) }),
            ConsoleAction.AllColumns => With(part, open.WithAllColumns(!open.ShowsAllColumns)),
            ConsoleAction.CellView => ViewCell(part, open),
            ConsoleAction.CopyCell => CopyCell(part, open),
            ConsoleAction.Caveats => part with { Window = new CaveatsWindow() },
            _ => ColumnActions.Do(part, open, action) ?? OperationActions.Do(part, open, action),
        };

    private static Part<ResultState> With(Part<ResultState> part, OpenResult open) => part with { Own = part.Own with { Open = open } };

    private static Part<ResultState> Freeze(Part<ResultState> part, OpenResult open, CellRect area)
    {
        var wanted = open.IsFrozenByHand && open.Grid.Frozen > 0 ? 0 : open.Grid.Column + 1;
        var count = ResultColumns.FrozenThatFit(open.Grid, wanted, area.Width);
        var frozen = With(part, open with { IsFrozenByHand = true, Grid = open.Grid with { Frozen = count } });
        return count < wanted
            ? frozen.Say(part.Texts.FrozenThatFit(count, wanted), isError: true)
            : frozen.Say(count > 0 ? part.Texts.Frozen(count) : part.Texts.NothingFrozen);
    }

    private static Part<ResultState> ViewCell(Part<ResultState> part, OpenResult open) =>
        open.Row is not { } row
            ? part
            : part with
            {
                Window = new CellWindow(
                    $"{part.Texts.Cell} · {open.Table.Columns[open.Column].Name}",
                    open.Table.Text(row, open.Column) is { } text ? PrettyText.Of(text, open.Table.Columns[open.Column].Type) : null
                ),
            };

    private static Part<ResultState> CopyCell(Part<ResultState> part, OpenResult open) =>
        open.Row is not { } row ? part
        : System.Text.Encoding.UTF8.GetByteCount(open.Table.Text(row, open.Column) ?? "") > CellCopy.MostBytes
            ? part.Announce(part.Texts.TooLargeToCopy(1, 0), isError: true)
        : part.Say(part.Texts.Copied).Doing(new CopyText(open.Table.Text(row, open.Column) ?? ""));

    /// <summary>Keys that no binding took, and the wheel.</summary>
    public static Part<ResultState> Handle(Part<ResultState> part, InputEvent input, CellRect area)
    {
        if (part.Own.Failed is { } failed)
        {
            var count = FailurePanel.Lines(failed, part.Language, area.Width).Count;
            return part with
            {
                Own = part.Own with { Failed = failed with { Top = Scroller.Move(failed.Top, input, area.Height, count) } },
            };
        }

        return part.Own.Open is { } open && open.Grid.Handle(input, open.Grid.PageRows(area.Height)) is { } grid
            ? With(part, open with { Grid = grid })
            : part;
    }

    /// <summary>With the grid scrolled so that the cursor is in view, and no more columns frozen than fit.</summary>
    public static ResultState Scrolled(ResultState state, CellRect area)
    {
        if (state.Open is not { } open || area.IsEmpty)
            return state;
        var wanted =
            open.IsFrozenByHand ? open.Grid.Frozen
            : ResultColumns.HasRoomForAll(open.Grid, area.Width) ? 0
            : 1;
        var grid = open.Grid with { Frozen = ResultColumns.FrozenThatFit(open.Grid, wanted, area.Width) };
        return state with { Open = open with { Grid = grid.Scrolled(new CellSize(area.Width, area.Height)) } };
    }

    /// <summary>Asks for the rows around the view, one request at a time: the next one is for where the view is by then.</summary>
    public static Part<ResultState> Settle(Part<ResultState> part, CellRect area) =>
        part.Own.Open is { } open && open.Table.Missing(open.Grid.Top, Math.Max(1, open.Grid.PageRows(area.Height))) is { } missing
            ? With(part, open with { Table = open.Table with { IsReading = true } })
                .Doing(new ReadRows(open.Table.Kept, missing.First, missing.Count))
            : part;
}
