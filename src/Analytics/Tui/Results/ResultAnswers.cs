using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.Editing;
using Analytics.Tui.Evidence;
using Analytics.Tui.Windows;

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
        StatisticsRead read => IsRunning(state, read.Request) ? Stopped(state) with
        {
            Window = new LinesWindow(state.Texts.StatisticsTitle(read.Result, read.Statistics.Column.Name), RecordLines.Of(read.Statistics, state.Texts), 0),
        } : state,
        TextFound found => IsRunning(state, found.Request) ? Found(Stopped(state), found) : state,
        CellsCopied copied => state.Say(state.Texts.CopiedRows(copied.Rows)),
        CommandCopied copied => copied.Command is { } command ? state.Announce(state.Texts.CopiedCommand(command)) : state.Announce(state.Texts.NoCommand, isError: true),
        DropFailed failed => state.Announce(failed.Message, isError: true),
        RowsRead read => state with { Result = state.Result.With(read.Result.Name, rows => rows with { Page = read.Page, IsReading = false }) },
        // Rows of a result that was dropped meanwhile are missed by nobody.
        RowsFailed failed => state.Result.Open?.Name != failed.Result.Name ? state
            : (state with { Result = state.Result.With(failed.Result.Name, rows => rows with { Fault = failed.Message.En, IsReading = false }) }).Announce(failed.Message, isError: true),
        _ => default(Outcome<ConsoleState, ConsoleEffect>?),
    };

    static bool IsRunning(ConsoleState state, int request) => state.Result.Running?.Request == request;

    static ConsoleState Stopped(ConsoleState state) => state with { Result = state.Result with { Running = null } };

    static ConsoleState Found(ConsoleState state, TextFound found)
    {
        if (found.Row is not { } row || state.Result.Open is not { } open)
            return state.Say(state.Texts.NotInResult(found.Text));
        var moved = open with { Grid = open.Grid.MoveTo((int)row, open.Grid.Column) };
        return (state with { Result = state.Result with { Open = moved }, Sentence = state.Sentence with { Index = 0, Top = 0 } }).Say(state.Texts.FoundAt(row + 1));
    }

    static Outcome<ConsoleState, ConsoleEffect> Arrived(ConsoleState state, RowsArrived arrived)
    {
        var running = state.Result.Running!;
        var open = OpenResult.Of(running.Query, new ResultRows(arrived.Result, arrived.Progress, arrived.Page), state.Language);
        if (running.Query is OperationRequest { Operation: SortRows or FilterByCell or FilterRows } && state.Result.Open is { } before)
            open = open.LookingLike(before);
        var shown = state.Result.Show(open);
        var next = state with
        {
            Result = shown with { Running = running with { HasRows = true, Rows = arrived.Progress.Rows } },
            Sentence = SentenceState.Empty,
        };
        return KeptActions.Oldest(next.Result) is not { } oldest ? next : Outcome.Of<ConsoleState, ConsoleEffect>(
            next with { Result = next.Result with { Kept = next.Result.Kept.Remove(oldest) } }, new DropResult(oldest.View.Table.Kept));
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
        var next = Said(Stopped(ended), finished.Progress);
        if (finished.Comparison is { } comparison)
            next = next.Announce(state.Texts.Compared(comparison));
        return query is SqlRequest { IsScript: true } ? Outcome.Of<ConsoleState, ConsoleEffect>(Completing.Outdated(next), new ReadTables()) : next;
    }

    static ConsoleState Said(ConsoleState state, KeptProgress progress) => progress.State switch
    {
        KeptState.Cancelled => state.Say(state.Texts.CancelledWithRows(progress)),
        KeptState.Failed => state.Announce(state.Texts.FailedWithRows(progress), isError: true),
        _ => state,
    };
}
