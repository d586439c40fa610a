using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.App;

/// <summary>From a state and what happened to the next state and what to do. Pure.</summary>
internal static class ConsoleUpdate
{
    public static Outcome<ConsoleState, ConsoleEffect> Update(ConsoleState state, ConsoleEvent happened) =>
        Settle(
            happened switch
            {
                InputHappened input => ConsoleInput.Handle(state with { Now = input.At }, input.Input),
                _ => ConsoleAnswers.Apply(state, happened),
            }
        );

    /// <summary>What follows from any state: scroll positions are kept, and what is in view but not there yet is asked for.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Settle(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var layout = ConsoleLayout.Of(outcome.State);
        return AutoSave.Settle(
            FileActions.Settle(
                Completing.Settle(
                    AskForCounts(
                        PixelActions.Settle(
                            AskForChart(
                                AskForSentences(
                                    SideBySide.AskForRows(
                                        AskForRows(outcome with { State = Settled(outcome.State, layout) }, layout),
                                        layout
                                    )
                                )
                            )
                        )
                    )
                )
            )
        );
    }

    private static ConsoleState Settled(ConsoleState state, ConsoleLayout layout) => SideBySide.Settled(Scrolled(WithKept(state), layout));

    private static ConsoleState WithKept(ConsoleState state) =>
        state with
        {
            Catalogue = state.Catalogue.WithKept(state.Result.Kept, state.Texts),
        };

    private static ConsoleState Scrolled(ConsoleState state, ConsoleLayout layout)
    {
        var catalogue = state.Catalogue.Tree with
        {
            List = state.Catalogue.Tree.List.Scrolled(layout.Catalogue.Height - (state.Catalogue.Filter is null ? 0 : 1)),
        };
        state = state with
        {
            Catalogue = state.Catalogue with { Tree = catalogue },
            Query = QueryPanel.Scrolled(state.Query, layout.Query),
        };
        if (state.Result.Open is not { } open || layout.Result.IsEmpty)
            return state;
        var (width, height) = (layout.Result.Width, layout.Result.Height);
        var grid = open.Grid with { Frozen = ResultColumns.FrozenThatFit(open.Grid, open.Grid.Frozen, width) };
        return state with { Result = state.Result with { Open = open with { Grid = grid.Scrolled(new CellSize(width, height)) } } };
    }

    private static Outcome<ConsoleState, ConsoleEffect> AskForCounts(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var catalogue = outcome.State.Catalogue;
        if (catalogue.Uncounted is not { Count: > 0 } names)
            return outcome;
        var asked = outcome.State with { Catalogue = catalogue with { Counting = catalogue.Counting.Union(names) } };
        return new(asked, [.. outcome.Effects, .. names.Select(name => new CountRows(name))]);
    }

    /// <summary>The rows around the view, one request at a time: the next one is for where the view is by then.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> AskForRows(Outcome<ConsoleState, ConsoleEffect> outcome, ConsoleLayout layout)
    {
        var state = outcome.State;
        if (
            state.Result.Open is not { } open
            || open.Table.Missing(open.Grid.Top, Math.Max(1, open.Grid.PageRows(layout.Result.Height))) is not { } missing
        )
        {
            return outcome;
        }

        var asked = state with { Result = state.Result with { Open = open with { Table = open.Table with { IsReading = true } } } };
        return new(asked, [.. outcome.Effects, new ReadRows(open.Table.Kept, missing.First, missing.Count)]);
    }

    private static Outcome<ConsoleState, ConsoleEffect> AskForSentences(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var state = outcome.State;
        if (state.Result.Open is not { } open || state.Sentence.Missing(open) is not { Count: > 0 } missing)
            return outcome;
        var asked = state with { Sentence = state.Sentence with { Asked = state.Sentence.Asked.Union(missing) } };
        return new(asked, [.. outcome.Effects, new ReadObservations(missing)]);
    }

    private static Outcome<ConsoleState, ConsoleEffect> AskForChart(Outcome<ConsoleState, ConsoleEffect> outcome)
    {
        var state = outcome.State;
        if (
            state.Result.Open is not { Chart: null or { IsStale: true } } open
            || (open.Tab != ResultTab.Chart && state.Window is not SaveWindow && ConsoleLayout.Of(state).Chart.IsEmpty)
        )
        {
            return outcome;
        }

        if (open.Table.IsGrowing)
            return outcome;
        var request = state.LastRequest + 1;
        var asked = ChartRequests.Of(open, state.Language);
        if (asked.Chart is not { } chart)
        {
            return outcome with
            {
                State = WithChart(
                    state,
                    open,
                    new ChartState(
                        request,
                        null,
                        asked.Fault is { } fault ? state.Texts.NoChart(fault.In(state.Language)) : state.Texts.NoChartHint,
                        0
                    )
                ),
            };
        }
        // The old chart is shown until the new one is there.
        var next = WithChart(
            state,
            open,
            (open.Chart ?? new ChartState(request, null, null, 0)) with
            {
                Request = request,
                IsStale = false,
                Top = 0,
            }
        );
        return new(next, [.. outcome.Effects, new BuildChart(request, open.Query, open.Table.Kept, chart, open.ChartChoice.Step)]);
    }

    private static ConsoleState WithChart(ConsoleState state, OpenResult open, ChartState chart) =>
        state with
        {
            LastRequest = chart.Request,
            Result = state.Result with { Open = open with { Chart = chart } },
        };
}
