using Analytics.Engine.Workspaces;
using Analytics.Terminal.Runtime;
using Analytics.Tui.App;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Results;

/// <summary>Takes in what effects say about results.</summary>
internal static class ResultAnswers
{
    /// <summary>The state with an answer; null for answers that are not about results.</summary>
    public static Outcome<ConsoleState, ConsoleEffect>? Apply(ConsoleState state, ConsoleEvent answer) =>
        answer switch
        {
            RowsArrived arrived => IsRunning(state, arrived.Request) ? Arrived(state, arrived) : state,
            RowsSoFar rows => IsRunning(state, rows.Request) ? KeptActions.Refreshed(SoFar(state, rows)) : state,
            ProgressRead read => IsRunning(state, read.Request)
                ? state with
                {
                    Result = state.Result.WithTask(read.Request, task => task with { Percent = read.Percent }),
                }
                : state,
            QueryFinished finished => Finished(state, finished),
            StatisticsRead read => IsRunning(state, read.Request)
                ? Stopped(state, read.Request) with
                {
                    Window = new LinesWindow(
                        state.Texts.StatisticsTitle(read.Result, read.Statistics.Column.Name),
                        RecordLines.Of(read.Statistics, state.Texts),
                        0
                    ),
                }
                : state,
            TextFound found => IsRunning(state, found.Request)
                ? Found(Stopped(state, found.Request), found, state.Result.Task(found.Request)!)
                : state,
            CellsCopied copied => state.Say(state.Texts.CopiedRows(copied.Rows)),
            CopyTooLarge large => state.Announce(state.Texts.TooLargeToCopy(large.Rows, large.Fit), isError: true),
            CommandCopied copied => copied.Command is { } command
                ? state.Announce(
                    state.Texts.CopiedCommand(command) + (copied.Result.State == KeptState.Complete ? "" : state.Texts.CommandGivesAll)
                )
                : state.Announce(state.Texts.NoCommand(copied.Result.Source), isError: true),
            ResultRenamed renamed => KeptActions.Apply(state, renamed),
            SizesRead read => KeptActions.Refreshed(state with { Result = state.Result with { Sizes = read.Bytes } }),
            KeysProposed proposed => CompareActions.Proposed(state, proposed),
            CopyFailed failed => state.Announce(failed.Message, isError: true),
            DropFailed failed => state.Announce(failed.Message, isError: true),
            RowsRead read => state with
            {
                Result = state.Result.With(read.Result.Name, rows => rows with { Page = read.Page, IsReading = false }),
            },
            // Rows of a result that was dropped meanwhile are missed by nobody.
            RowsFailed failed => state.Result.Open?.Name != failed.Result.Name
                ? state
                : (
                    state with
                    {
                        Result = state.Result.With(failed.Result.Name, rows => rows with { Fault = failed.Message.En, IsReading = false }),
                    }
                ).Announce(failed.Message, isError: true),
            _ => default(Outcome<ConsoleState, ConsoleEffect>?),
        };

    private static bool IsRunning(ConsoleState state, int request) => state.Result.Task(request) is not null;

    private static ConsoleState Stopped(ConsoleState state, int request) => state with { Result = state.Result.WithoutTask(request) };

    private static ConsoleState Found(ConsoleState state, TextFound found, RunningState task)
    {
        var source = ((OperationRequest)task.Query).Source;
        if (found.Row is not { } row)
            return state.Say(source.State == KeptState.Growing ? state.Texts.NotSoFar(found.Text) : state.Texts.NotInResult(found.Text));
        if (state.Result.Open is not { } open || open.Name != source.Name)
            return state.Say(state.Texts.FoundElsewhere(source.Name, row + 1));
        var moved = open with { Grid = open.Grid.MoveTo((int)row, open.Grid.Column) };
        return (state with { Result = state.Result with { Open = moved }, Sentence = state.Sentence with { Index = 0, Top = 0 } }).Say(
            state.Texts.FoundAt(row + 1)
        );
    }

    private static Outcome<ConsoleState, ConsoleEffect> Arrived(ConsoleState state, RowsArrived arrived)
    {
        var running = state.Result.Task(arrived.Request)!;
        var open = OpenResult.Of(running.Query, new ResultRows(arrived.Result, arrived.Progress, arrived.Page), state.Language);
        if (running.Query is OperationRequest { Operation: SortRows or FilterByCell or FilterRows } && state.Result.Open is { } before)
            open = open.LookingLike(before);
        open = Looks.Arranged(open, state.Result.Looks);
        var isShown = IsWanted(state, running);
        var next = state with
        {
            Result = (isShown ? state.Result.Show(open) : state.Result.Keep(open)).WithTask(
                arrived.Request,
                task => task with { Result = arrived.Result.Name, Rows = arrived.Progress.Rows }
            ),
            Sentence = isShown ? SentenceState.Empty : state.Sentence,
        };
        if (!isShown)
            next = next.Say(state.Texts.FirstRowsOf(arrived.Result.Name));
        return KeptActions.Oldest(next.Result) is not { } oldest
            ? next
            : Outcome.Of<ConsoleState, ConsoleEffect>(
                next with
                {
                    Result = next.Result with { Kept = next.Result.Kept.Remove(oldest) },
                },
                new DropResult(oldest.View.Table.Kept)
            );
    }

    /// <summary>Whether rows that come may take the view: not where another result is looked at meanwhile.</summary>
    private static bool IsWanted(ConsoleState state, RunningState task) =>
        task.Query is OperationRequest operation
            ? state.Result.Open is null
                || state.Result.Open.Name == operation.Source.Name
                || state.Result.Open.Parent == operation.Source.Name
            : !task.IsBehind;

    private static ConsoleState SoFar(ConsoleState state, RowsSoFar rows)
    {
        var result = state.Result.WithTask(rows.Request, task => task with { Rows = rows.Progress.Rows });
        return state with
        {
            Result = result.Task(rows.Request)?.Result is { } name ? result.With(name, r => r with { Progress = rows.Progress }) : result,
        };
    }

    /// <summary>A result that another query replaced before its first row was seen is dropped.</summary>
    private static Outcome<ConsoleState, ConsoleEffect> Finished(ConsoleState state, QueryFinished finished)
    {
        var isSeen = state.Result.Entry(finished.Result.Name) is not null;
        if (!isSeen && !IsRunning(state, finished.Request))
            return Outcome.Of<ConsoleState, ConsoleEffect>(state, new DropResult(finished.Result));
        var ended = state with { Result = state.Result.With(finished.Result.Name, rows => rows with { Progress = finished.Progress }) };
        if (!IsRunning(state, finished.Request))
            return ended;
        var query = state.Result.Task(finished.Request)!.Query;
        var next = Said(Stopped(ended, finished.Request), finished.Progress);
        if (finished.Comparison is { } comparison)
            next = CompareActions.Tidied(next, comparison).Announce(state.Texts.Compared(comparison));
        return query is SqlRequest { IsScript: true }
            ? Outcome.Of<ConsoleState, ConsoleEffect>(Completing.Outdated(next), new ReadTables())
            : next;
    }

    private static ConsoleState Said(ConsoleState state, KeptProgress progress) =>
        progress.State switch
        {
            KeptState.Cancelled => state.Say(state.Texts.CancelledWithRows(progress)),
            KeptState.Failed => state.Announce(state.Texts.FailedWithRows(progress), isError: true),
            _ => state,
        };
}
