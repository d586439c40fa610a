using Analytics.Charts;
using Analytics.Tui.Results;

namespace Analytics.Tui.Charts;

/// <summary>Takes in the chart that was asked for, or why there is none.</summary>
static class ChartAnswers
{
    public static ConsoleState Built(ConsoleState state, ChartBuilt built)
    {
        if (state.Result.Open is not { Chart: { } chart } open || chart.Request != built.Request)
            return state;
        var choice = open.ChartChoice;
        var next = choice.Step == 0 ? open : open with { ChartChoice = choice with { Kind = ChartKindName.Of(built.Parts.Kind), Step = 0 } };
        // A step may have found another kind, which the command must name.
        var spec = built.Spec with { Command = ChartRequests.Command(next, state.Language) };
        var drawn = With(state, next with { Chart = chart with { Spec = spec, Failure = null, Parts = built.Parts } });
        return choice.Step != 0 && chart.Parts?.Kind == built.Parts.Kind ? drawn.Say(state.Texts.NoOtherKind) : drawn;
    }

    public static ConsoleState Failed(ConsoleState state, ChartFailed failed) =>
        state.Result.Open is { Chart: { } chart } open && chart.Request == failed.Request
            ? With(state, open with
            {
                Chart = chart with { Spec = null, Failure = state.Texts.NoChart(failed.Message.In(state.Language)) },
                ChartChoice = open.ChartChoice with { Step = 0 },
            })
            : state;

    static ConsoleState With(ConsoleState state, OpenResult open) => state with { Result = state.Result with { Open = open } };
}
