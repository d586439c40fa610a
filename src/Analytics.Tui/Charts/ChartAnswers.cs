using Analytics.Charts;
using Analytics.Figures;

namespace Analytics.Tui.Charts;

/// <summary>Takes in the chart that was asked for, or why there is none.</summary>
internal static class ChartAnswers
{
    /// <summary>Takes in an answer; null if it is about something else.</summary>
    /// <param name="part">The charts.</param>
    /// <param name="asked">The result whose chart was asked for by that number, in view or not; null where it is gone.</param>
    /// <param name="answer">What came.</param>
    /// <param name="commandOf">Writes a request as the command that batch takes.</param>
    public static Part<ChartsState>? Apply(
        Part<ChartsState> part,
        Func<int, ChartView?> asked,
        ConsoleEvent answer,
        Func<BatchRequest, string> commandOf
    ) =>
        answer switch
        {
            ChartBuilt built => Built(part, asked(built.Request), built, commandOf),
            ChartRefused refused => Failed(
                part,
                asked(refused.Request),
                new ChartFailed(refused.Request, Localized.Same(part.Texts.TooManyRows(refused.Rows)))
            ),
            ChartFailed failed => Failed(part, asked(failed.Request), failed),
            _ => PixelActions.Apply(part, answer),
        };

    /// <summary>Asks for the chart of the result in view, if it is to be seen and is not there; the old one is shown until it is.</summary>
    public static Part<ChartsState> Settle(Part<ChartsState> part, ChartView? open, bool isSeen)
    {
        if (!isSeen || open is not { Chart: null or { IsStale: true }, IsGrowing: false })
            return part;
        var request = part.LastRequest + 1;
        var next = part with { LastRequest = request };
        var asked = ChartRequests.Of(open, part.Language);
        if (asked.Chart is not { } chart)
        {
            var reason = asked.Fault is { } fault ? part.Texts.NoChart(fault.In(part.Language)) : part.Texts.NoChartHint;
            return ChartActions.With(next, open with { Chart = new ChartState(request, null, reason, 0) });
        }

        var before = open.Chart ?? new ChartState(request, null, null, 0);
        return ChartActions
            .With(next, open with { Chart = before with { Request = request, IsStale = false, Top = 0 } })
            .Doing(new BuildChart(request, open.Query, open.Kept, chart, open.ChartChoice.Step));
    }

    private static Part<ChartsState> Built(Part<ChartsState> part, ChartView? open, ChartBuilt built, Func<BatchRequest, string> commandOf)
    {
        if (open is not { Chart: { } chart } || chart.Request != built.Request)
            return part;
        var (placed, lost) = ChartRequests.Annotations(open, built.Spec, part.Language);
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
            Spec = built.Spec with { Command = ChartRequests.Batch(next, drawn) is { } batch ? commandOf(batch) : "" },
        };
        return Said(ChartActions.With(part, next with { Chart = named }), isStep, chart, named);
    }

    /// <summary>Says that there is no other kind, or what the new chart has no mark for.</summary>
    private static Part<ChartsState> Said(Part<ChartsState> part, bool isStep, ChartState before, ChartState after) =>
        after.Lost.Count > before.Lost.Count ? part.Announce(part.Texts.NotesLost(after.Lost))
        : isStep && before.Parts?.Kind == after.Parts?.Kind ? part.Say(part.Texts.NoOtherKind)
        : part;

    private static Part<ChartsState> Failed(Part<ChartsState> part, ChartView? open, ChartFailed failed) =>
        open is { Chart: { } chart } && chart.Request == failed.Request
            ? ChartActions.With(
                part,
                open with
                {
                    Chart = chart with
                    {
                        Spec = null,
                        Failure = part.Texts.NoChart(failed.Message.In(part.Language), failed.CanBeDemanded),
                    },
                    ChartChoice = open.ChartChoice with { Step = 0 },
                }
            )
            : part;
}
