using Analytics.Engine.Workspaces;

namespace Analytics.Tui.Results;

/// <summary>Takes in what effects say about results.</summary>
internal static class ResultAnswers
{
    /// <summary>The part with an answer; null for answers that are not about results.</summary>
    public static Part<ResultState>? Apply(Part<ResultState> part, ConsoleEvent answer) =>
        answer switch
        {
            RowsArrived arrived => IsRunning(part, arrived.Request) ? Arrived(part, arrived) : part,
            RowsSoFar rows => IsRunning(part, rows.Request) ? KeptActions.Refreshed(SoFar(part, rows)) : part,
            ProgressRead read => IsRunning(part, read.Request)
                ? part with
                {
                    Own = part.Own.WithTask(read.Request, task => task with { Percent = read.Percent }),
                }
                : part,
            QueryFinished finished => Finished(part, finished),
            StatisticsRead read => IsRunning(part, read.Request)
                ? Stopped(part, read.Request) with
                {
                    Window = new LinesWindow(
                        part.Texts.StatisticsTitle(read.Result, read.Statistics.Column.Name),
                        RecordLines.Of(read.Statistics, part.Texts)
                    ),
                }
                : part,
            TextFound found => IsRunning(part, found.Request)
                ? Found(Stopped(part, found.Request), found, part.Own.Task(found.Request)!)
                : part,
            CellsCopied copied => part.Say(
                part.Texts.CopiedRows(copied.Rows) + part.Texts.Unsaid(part.Own.Open?.Table.Judged?.Caveats ?? [])
            ),
            CopyTooLarge large => part.Announce(part.Texts.TooLargeToCopy(large.Rows, large.Fit), isError: true),
            CommandCopied copied => copied.Command is { } command
                ? part.Announce(
                    part.Texts.CopiedCommand(command) + (copied.Result.State == KeptState.Complete ? "" : part.Texts.CommandGivesAll)
                )
                : part.Announce(part.Texts.NoCommand(copied.Result.Source), isError: true),
            ResultRenamed renamed => KeptActions.Apply(part, renamed),
            SizesRead read => KeptActions.Refreshed(part with { Own = part.Own with { Sizes = read.Bytes } }),
            KeysProposed proposed => CompareActions.Proposed(part, proposed),
            CaveatsRead read => JudgedRows.Apply(part, read),
            CopyFailed failed => part.Announce(failed.Message, isError: true),
            DropFailed failed => part.Announce(failed.Message, isError: true),
            RowsRead read => part with { Own = part.Own.With(read.Result.Name, rows => rows with { Page = read.Page, IsReading = false }) },
            // Rows of a result that was dropped meanwhile are missed by nobody.
            RowsFailed failed => part.Own.Open?.Name != failed.Result.Name
                ? part
                : (
                    part with
                    {
                        Own = part.Own.With(failed.Result.Name, rows => rows with { Fault = failed.Message.En, IsReading = false }),
                    }
                ).Announce(failed.Message, isError: true),
            QueryFailed failed => IsRunning(part, failed.Request) ? Failed(part, failed) : part,
            QueryCancelled cancelled => IsRunning(part, cancelled.Request)
                ? Stopped(part, cancelled.Request).Say(part.Texts.Cancelled(cancelled.Elapsed))
                : part,
            QueryLeft left => Left(part, left),
            LeftEnded ended => part.Own.Left.ContainsKey(ended.Request)
                ? (part with { Own = part.Own with { Left = part.Own.Left.Remove(ended.Request) } }).Say(part.Texts.LeftHasEnded)
                : part,
            StatementDone done => IsRunning(part, done.Request)
                ? Stopped(part, done.Request).Say(part.Texts.Done(done.RowsChanged, done.Elapsed))
                : part,
            FileSaved or FileExists or SaveProgress or SaveCancelled or SaveFailed => SaveActions.Apply(part, answer),
            _ => null,
        };

    private static Part<ResultState> Failed(Part<ResultState> part, QueryFailed failed)
    {
        var query = part.Own.Task(failed.Request)!.Query;
        return part with
        {
            Own = part.Own.WithoutTask(failed.Request) with { Failed = new FailedState(query, failed.Message, failed.Position, 0) },
        };
    }

    private static bool IsRunning(Part<ResultState> part, int request) => part.Own.Task(request) is not null;

    private static Part<ResultState> Stopped(Part<ResultState> part, int request) => part with { Own = part.Own.WithoutTask(request) };

    private static Part<ResultState> Found(Part<ResultState> part, TextFound found, RunningState task)
    {
        var source = ((OperationRequest)task.Query).Source;
        var absent = source.State == KeptState.Growing ? part.Texts.NotSoFar(found.Text) : part.Texts.NotInResult(source, found.Text);
        if (found.Row is not { } row)
            return part.Say(absent);
        if (part.Own.Open is not { } open || open.Name != source.Name)
            return part.Say(part.Texts.FoundElsewhere(source.Name, row + 1));
        var moved = open with { Grid = open.Grid.MoveTo((int)row, open.Grid.Column) };
        return (part with { Own = part.Own with { Open = moved } }).Say(part.Texts.FoundAt(row + 1));
    }

    /// <summary>One that only waited for another one is cancelled by itself now.</summary>
    private static Part<ResultState> Left(Part<ResultState> part, QueryLeft left)
    {
        var own = part.Own;
        if (own.Task(left.Request)?.Result is { } name)
            own = own.With(name, rows => rows with { Progress = rows.Kept.Progress });
        if (left.Left == left.Request)
            own = own.WithoutTask(left.Request);
        if (left is { Left: { } request, Query: { } query })
            own = own with { Left = own.Left.SetItem(request, query) };
        var lost = left.Query is OperationRequest ? part.Texts.LeftOperation : part.Texts.LeftQuery;
        return (part with { Own = own }).Announce(lost);
    }

    private static bool KeepsColumns(QueryRequest query) =>
        query is OperationRequest { Operation: SortRows or FilterByCells or FilterRows or DeriveColumn or CastColumn };

    private static Part<ResultState> Arrived(Part<ResultState> part, RowsArrived arrived)
    {
        var running = part.Own.Task(arrived.Request)!;
        var open = OpenResult.Of(
            running.Query,
            new ResultRows(arrived.Result, arrived.Progress, arrived.Page),
            part.Language,
            part.Common.Ids
        );
        if (KeepsColumns(running.Query) && part.Own.Open is { } before)
            open = open.LookingLike(before);
        open = Looks.Arranged(open, part.Own.Looks);
        var isShown = IsWanted(part, running);
        var next = part with
        {
            Own = (isShown ? part.Own.Show(open) : part.Own.Keep(open)).WithTask(
                arrived.Request,
                task => task with { Result = arrived.Result.Name, Rows = arrived.Progress.Rows }
            ),
        };
        if (!isShown)
            next = next.Say(part.Texts.FirstRowsOf(arrived.Result.Name));
        return KeptActions.Oldest(next.Own) is not { } oldest
            ? next
            : (next with { Own = next.Own with { Kept = next.Own.Kept.Remove(oldest) } }).Doing(new DropResult(oldest.View.Table.Kept));
    }

    /// <summary>Whether rows that come may take the view: not where another result is looked at meanwhile.</summary>
    private static bool IsWanted(Part<ResultState> part, RunningState task) =>
        task.Query is OperationRequest operation
            ? part.Own.Open is null || part.Own.Open.Name == operation.Source.Name || part.Own.Open.Parent == operation.Source.Name
            : !task.IsBehind;

    private static Part<ResultState> SoFar(Part<ResultState> part, RowsSoFar rows)
    {
        var result = part.Own.WithTask(rows.Request, task => task with { Rows = rows.Progress.Rows });
        return part with
        {
            Own = result.Task(rows.Request)?.Result is { } name ? result.With(name, r => r with { Progress = rows.Progress }) : result,
        };
    }

    /// <summary>A result that another query replaced before its first row was seen is dropped.</summary>
    private static Part<ResultState> Finished(Part<ResultState> part, QueryFinished finished)
    {
        var isSeen = part.Own.Entry(finished.Result.Name) is not null;
        if (!isSeen && !IsRunning(part, finished.Request))
            return part.Doing(new DropResult(finished.Result));
        var ended = part with
        {
            Own = part.Own.With(finished.Result.Name, rows => rows with { Progress = finished.Progress, WhyEmpty = finished.Missing }),
        };
        if (!IsRunning(part, finished.Request))
            return ended;
        var next = Said(Stopped(ended, finished.Request), finished.Progress);
        if (finished.Comparison is { } comparison)
            next = CompareActions.Tidied(next, comparison).Announce(part.Texts.Compared(comparison));
        return next;
    }

    private static Part<ResultState> Said(Part<ResultState> part, KeptProgress progress) =>
        progress.State switch
        {
            KeptState.Cancelled => part.Say(part.Texts.CancelledWithRows(progress)),
            KeptState.Failed => part.Announce(part.Texts.FailedWithRows(progress), isError: true),
            _ => part,
        };
}
