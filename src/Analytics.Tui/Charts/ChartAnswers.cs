using Analytics.Charts;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>Takes in the chart that was asked for, or why there is none.</summary>
internal static class ChartAnswers
{
    public static ConsoleState Built(ConsoleState state, ChartBuilt built)
    {
        if (state.Result.Open is not { Chart: { } chart } open || chart.Request != built.Request)
            return state;
        var (placed, lost) = ChartRequests.Annotations(open, built.Spec, state.Language);
        var drawn = chart with
        {
            Spec = built.Spec,
            Failure = null,
            Parts = built.Parts,
            Source = built.Source,
            Placed = placed,
            Lost = lost,
        };
        var isStep = open.ChartChoice.Step != 0;
        // A step may have found another kind, which the command must name.
        var next = isStep
            ? open with
            {
                ChartChoice = open.ChartChoice with
                {
                    Step = 0,
                    Change = open.ChartChoice.Change.With("kind", ChartKindName.Of(built.Parts.Kind)),
                },
            }
            : open;
        var named = drawn with
        {
            Spec = built.Spec with { Command = ChartRequests.Batch(next, drawn) is { } batch ? state.CommandOf(batch) : "" },
        };
        return Said(With(state, next with { Chart = named }), isStep, chart, named);
    }

    /// <summary>Says that there is no other kind, or what the new chart has no mark for.</summary>
    private static ConsoleState Said(ConsoleState state, bool isStep, ChartState before, ChartState after) =>
        after.Lost.Count > before.Lost.Count ? state.Announce(state.Texts.NotesLost(after.Lost))
        : isStep && before.Parts?.Kind == after.Parts?.Kind ? state.Say(state.Texts.NoOtherKind)
        : state;

    public static ConsoleState Failed(ConsoleState state, ChartFailed failed) =>
        state.Result.Open is { Chart: { } chart } open && chart.Request == failed.Request
            ? With(
                state,
                open with
                {
                    Chart = chart with
                    {
                        Spec = null,
                        Failure = state.Texts.NoChart(failed.Message.In(state.Language), failed.CanBeDemanded),
                    },
                    ChartChoice = open.ChartChoice with { Step = 0 },
                }
            )
            : state;

    private static ConsoleState With(ConsoleState state, OpenResult open) => state with { Result = state.Result with { Open = open } };
}
