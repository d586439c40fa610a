using System.Collections.Immutable;

namespace Analytics.Tui.Results;

/// <summary>A query, an operation on a kept result, or the saving of one, that runs.</summary>
/// <param name="Request">Number of the request, which its answers carry.</param>
/// <param name="Query">What runs; its kind tells which of the three it is.</param>
/// <param name="StartedAt">When it was asked for, on the console's clock.</param>
/// <param name="Rows">Rows kept or written so far.</param>
/// <param name="IsCancelling">Whether it was asked to stop and has not yet.</param>
/// <param name="Percent">How far it is; null where nobody can tell.</param>
internal sealed record RunningState(
    int Request,
    QueryRequest Query,
    TimeSpan StartedAt,
    long Rows,
    bool IsCancelling,
    double? Percent = null
)
{
    /// <summary>Name of the result it makes, once there are rows; null before.</summary>
    public string? Result { get; init; }

    /// <summary>Bytes written so far, of a file.</summary>
    public long Bytes { get; init; }

    /// <summary>When it was asked to stop; null before.</summary>
    public TimeSpan? CancelledAt { get; init; }

    /// <summary>Whether it has had its time to stop and can be left behind. A file cannot: it would be half there.</summary>
    public bool MayBeLeft(TimeSpan now) => Query is not SaveRequest && CancelledAt + PatienceWithEngine <= now;

    private static readonly TimeSpan PatienceWithEngine = TimeSpan.FromSeconds(2);

    /// <summary>Whether its rows can be looked at.</summary>
    public bool HasRows => Result is not null;

    /// <summary>Whether another result is looked at meanwhile, so that it must not come into view by itself.</summary>
    public bool IsBehind { get; init; }
}

/// <content>What runs. A query, one operation and one saving can run beside each other.</content>
internal sealed partial record ResultState
{
    /// <summary>The operation on a kept result that runs.</summary>
    public RunningState? Operating { get; init; }

    /// <summary>The file that is being written.</summary>
    public RunningState? Saving { get; init; }

    /// <summary>What was left behind and still runs, by the requests.</summary>
    public ImmutableDictionary<int, QueryRequest> Left { get; init; } = ImmutableDictionary<int, QueryRequest>.Empty;

    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Whether something has run long enough to be worth showing; what is quick shows no trace, so that the screen does not flicker.
    /// </summary>
    public bool ShowsRunning(TimeSpan now) => InMotion is [var longest, ..] && now - longest.StartedAt >= QuietTime;

    /// <summary>Whether a running query without rows stands in the place of the result.</summary>
    public bool IsWaiting(TimeSpan now) => Running is { HasRows: false, IsBehind: false } running && now - running.StartedAt >= QuietTime;

    /// <summary>All that runs, the longest running first.</summary>
    public IReadOnlyList<RunningState> InMotion =>
        [.. new[] { Running, Operating, Saving }.OfType<RunningState>().OrderBy(task => task.Request)];

    /// <summary>What Esc stops: what fills the view, else what began last; what is stopping already comes last.</summary>
    public RunningState? ToCancel =>
        InMotion
            .OrderBy(task => task.IsCancelling)
            .ThenByDescending(task =>
                task.Result is { } name && name == Open?.Name || task is { HasRows: false, IsBehind: false } && task == Running
            )
            .ThenByDescending(task => task.Request)
            .FirstOrDefault();

    /// <summary>What runs under that number; null when it does not any more.</summary>
    public RunningState? Task(int request) => InMotion.FirstOrDefault(task => task.Request == request);

    /// <summary>With a change of what runs under that number, or without it.</summary>
    public ResultState WithTask(int request, Func<RunningState, RunningState?> change) =>
        this with
        {
            Running = Changed(Running, request, change),
            Operating = Changed(Operating, request, change),
            Saving = Changed(Saving, request, change),
        };

    public ResultState WithoutTask(int request) => WithTask(request, _ => null);

    private static RunningState? Changed(RunningState? task, int request, Func<RunningState, RunningState?> change) =>
        task?.Request == request ? change(task) : task;
}
