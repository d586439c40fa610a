namespace Analytics.Tui.Results;

/// <summary>Starting queries, and stopping what runs.</summary>
internal static class RunActions
{
    /// <summary>Starts a query; one that still runs is cancelled.</summary>
    public static Part<ResultState> Start(Part<ResultState> part, QueryRequest query)
    {
        var request = part.LastRequest + 1;
        var next = part with
        {
            LastRequest = request,
            Focus = Panel.Result,
            Own = part.Own with
            {
                Running = new RunningState(request, query, part.Now, 0, IsCancelling: false),
                Failed = null,
                LastQuery = query,
            },
        };
        var start = new RunQuery(request, query);
        return part.Own.Running is { } running ? next.Doing(new CancelQuery(running.Request), start) : next.Doing(start);
    }

    /// <summary>Asks for what is in view, or else began last, to stop; it says so once it has.</summary>
    public static Part<ResultState> Cancel(Part<ResultState> part) => part.Own.ToCancel is { } task ? Cancel(part, [task]) : part;

    /// <summary>Asks for everything that runs to stop.</summary>
    public static Part<ResultState> CancelAll(Part<ResultState> part) =>
        part.Own.InMotion.Count == 0 ? part.Say(part.Texts.NothingRuns) : Cancel(part, part.Own.InMotion);

    /// <summary>Asks how far everything is that runs.</summary>
    public static Part<ResultState> AskProgress(Part<ResultState> part) =>
        part.Doing(
            part.Own.InMotion.Where(task => task != part.Own.Saving)
                .Select(task => new ReadProgress(task.Request, task == part.Own.Operating))
        );

    /// <summary>What has not stopped when it was asked before is left behind.</summary>
    private static Part<ResultState> Cancel(Part<ResultState> part, IReadOnlyList<RunningState> tasks)
    {
        RunningState Asked(RunningState task) => task with { IsCancelling = true, CancelledAt = task.CancelledAt ?? part.Now };
        ConsoleEffect Stop(RunningState task) =>
            task.MayBeLeft(part.Now) ? new LeaveQuery(task.Request, task.Query) : new CancelQuery(task.Request);
        var own = tasks.Aggregate(part.Own, (own, task) => own.WithTask(task.Request, Asked));
        return (part with { Own = own }).Doing(tasks.Select(Stop));
    }
}
