using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>What keys do to a result.</summary>
internal static class GridActions
{
    private const int WidenBy = 4;

    public static Outcome<ConsoleState, ConsoleEffect> Do(ConsoleState state, OpenResult open, ConsoleAction action) =>
        action switch
        {
            ConsoleAction.ShowGrid => With(state, open with { Tab = ResultTab.Grid }),
            ConsoleAction.ShowChart => With(state, open with { Tab = ResultTab.Chart }),
            ConsoleAction.ShowSentence => With(state, open with { Tab = ResultTab.Sentence }),
            ConsoleAction.NextTab => With(state, open with { Tab = (ResultTab)(((int)open.Tab + 1) % Enum.GetValues<ResultTab>().Length) }),
            ConsoleAction.Freeze => Freeze(state, open),
            ConsoleAction.Widen => With(state, open with { Grid = open.Grid.Widen(WidenBy) }),
            ConsoleAction.Narrow => With(state, open with { Grid = open.Grid.Widen(-WidenBy) }),
            ConsoleAction.AllColumns => With(state, open.WithAllColumns(!open.ShowsAllColumns)),
            ConsoleAction.CellView => ViewCell(state, open),
            ConsoleAction.CopyCell => CopyCell(state, open),
            ConsoleAction.ChartCategories => Categories(state, open),
            ConsoleAction.ChartValues => Values(state, open),
            ConsoleAction.ArticleView => ViewArticle(state, open),
            ConsoleAction.NextObservation => Observation(state, open, 1),
            ConsoleAction.PreviousObservation => Observation(state, open, -1),
            _ => ColumnActions.Do(state, open, action) ?? OperationActions.Do(state, open, action),
        };

    private static ConsoleState With(ConsoleState state, OpenResult open) => state with { Result = state.Result with { Open = open } };

    private static ConsoleState Freeze(ConsoleState state, OpenResult open)
    {
        var wanted = open.Grid.Frozen > 0 ? 0 : open.Grid.Column + 1;
        var count = ResultColumns.FrozenThatFit(open.Grid, wanted, ConsoleLayout.Of(state).Result.Width);
        var frozen = With(state, open with { Grid = open.Grid with { Frozen = count } });
        return count < wanted
            ? frozen.Say(state.Texts.FrozenThatFit(count, wanted), isError: true)
            : frozen.Say(count > 0 ? state.Texts.Frozen(count) : state.Texts.NothingFrozen);
    }

    private static ConsoleState ViewCell(ConsoleState state, OpenResult open) =>
        open.Row is not { } row
            ? state
            : state with
            {
                Window = new CellWindow(
                    $"{state.Texts.Cell} · {open.Table.Columns[open.Column].Name}",
                    open.Table.Text(row, open.Column) is { } text ? PrettyText.Of(text, open.Table.Columns[open.Column].Type) : null,
                    0
                ),
            };

    private static Outcome<ConsoleState, ConsoleEffect> CopyCell(ConsoleState state, OpenResult open) =>
        open.Row is not { } row ? state
        : System.Text.Encoding.UTF8.GetByteCount(open.Table.Text(row, open.Column) ?? "") > CellCopy.MostBytes
            ? state.Announce(state.Texts.TooLargeToCopy(1, 0), isError: true)
        : Outcome.Of<ConsoleState, ConsoleEffect>(state.Say(state.Texts.Copied), new CopyText(open.Table.Text(row, open.Column) ?? ""));

    private static ConsoleState Categories(ConsoleState state, OpenResult open)
    {
        var name = open.Table.Columns[open.Column].Name;
        return With(state, open.WithChart(open.ChartChoice.Change.With("x", name))).Say(state.Texts.ChartColumn("x", name));
    }

    private static ConsoleState Values(ConsoleState state, OpenResult open)
    {
        var column = open.Table.Columns[open.Column];
        return column.Type.IsNumeric
            ? With(state, open.WithChart(open.ChartChoice.Change.With("y", column.Name))).Say(state.Texts.ChartColumn("y", column.Name))
            : state.Say(state.Texts.NotANumber(column.Name), isError: true);
    }

    private static Outcome<ConsoleState, ConsoleEffect> ViewArticle(ConsoleState state, OpenResult open)
    {
        if (SentencePanel.Selected(state.Sentence, open) is not { } observation)
            return state.Say(open.ObservationColumns.Count == 0 ? state.Texts.NoSentenceColumn : state.Texts.NoSentenceRow);
        var request = state.LastRequest + 1;
        return Outcome.Of<ConsoleState, ConsoleEffect>(
            state with
            {
                LastRequest = request,
                Window = new ArticleWindow(observation, request, null, IsRead: false, null),
            },
            new ReadArticle(request, observation)
        );
    }

    private static ConsoleState Observation(ConsoleState state, OpenResult open, int step)
    {
        var count = SentencePanel.Count(state.Sentence, open);
        return count == 0
            ? state
            : state with
            {
                Sentence = state.Sentence with { Index = (Math.Min(state.Sentence.Index, count - 1) + step + count) % count },
            };
    }
}
