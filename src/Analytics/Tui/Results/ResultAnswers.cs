using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>Takes in what effects say about results.</summary>
static class ResultAnswers
{
    /// <summary>The state with an answer; null for answers that are not about results.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Apply(ConsoleState state, ConsoleEvent answer) => answer switch
    {
        RowsArrived arrived => IsRunning(state, arrived.Request) ? Arrived(state, arrived) : state,
        RowsSoFar rows => IsRunning(state, rows.Request) ? SoFar(state, rows.Progress) : state,
        ProgressRead read => IsRunning(state, read.Request)
            ? state with { Result = state.Result with { Running = state.Result.Running! with { Percent = read.Percent } } } : state,
        QueryFinished finished => Finished(state, finished),
        RowsRead read => state with { Result = state.Result.With(read.Result.Name, rows => rows with { Page = read.Page, IsReading = false }) },
        RowsFailed failed => (state with { Result = state.Result.With(failed.Result.Name, rows => rows with { Fault = failed.Message, IsReading = false }) })
            .Announce(failed.Message, isError: true),
        _ => default(Outcome<ConsoleState, ConsoleEffect>?),
    };

    static bool IsRunning(ConsoleState state, int request) => state.Result.Running?.Request == request;

    static ConsoleState Arrived(ConsoleState state, RowsArrived arrived)
    {
        var running = state.Result.Running!;
        var open = OpenResult.Of(running.Query, new ResultRows(arrived.Result, arrived.Progress, arrived.Page), state.Language);
        var shown = state.Result.Show(open);
        return state with
        {
            Result = shown with { Running = running with { HasRows = true, Rows = arrived.Progress.Rows } },
            Sentence = SentenceState.Empty,
        };
    }

    static ConsoleState SoFar(ConsoleState state, KeptProgress progress)
    {
        var result = state.Result with { Running = state.Result.Running! with { Rows = progress.Rows } };
        return state with { Result = result.Open is { } open && result.Running!.HasRows ? result.With(open.Name, rows => rows with { Progress = progress }) : result };
    }

    /// <summary>A result that another query replaced before its first row was seen is dropped.</summary>
    static Outcome<ConsoleState, ConsoleEffect> Finished(ConsoleState state, QueryFinished finished)
    {
        var isSeen = state.Result.Entry(finished.Result.Name) is not null;
        if (!isSeen && !IsRunning(state, finished.Request))
            return Outcome.Of<ConsoleState, ConsoleEffect>(state, new DropResult(finished.Result));
        var ended = state with { Result = state.Result.With(finished.Result.Name, rows => rows with { Progress = finished.Progress }) };
        if (!IsRunning(state, finished.Request))
            return ended;
        var query = state.Result.Running!.Query;
        var next = Said(ended with { Result = ended.Result with { Running = null } }, finished.Progress);
        return query is SqlRequest { IsScript: true } ? Outcome.Of<ConsoleState, ConsoleEffect>(next, new ReadTables()) : next;
    }

    static ConsoleState Said(ConsoleState state, KeptProgress progress) => progress.State switch
    {
        KeptState.Cancelled => state.Say(state.Texts.CancelledWithRows(progress)),
        KeptState.Failed => state.Announce(state.Texts.FailedWithRows(progress), isError: true),
        _ => state,
    };
}
