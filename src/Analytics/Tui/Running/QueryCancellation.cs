namespace Analytics.Tui.Running;

/// <summary>Which queries are to stop: the running one, and those cancelled before their turn came. Thread-safe.</summary>
sealed class QueryCancellation
{
    readonly Lock gate = new();
    CancellationTokenSource? running;
    int runningRequest;
    int cancelledUpTo;

    /// <summary>Begins a query; its source is cancelled already if the query was cancelled while it waited. The caller disposes it after <see cref="End"/>.</summary>
    public CancellationTokenSource Begin(int request)
    {
        lock (gate)
        {
            (running, runningRequest) = (new CancellationTokenSource(), request);
            if (request <= cancelledUpTo)
                running.Cancel();
            return running;
        }
    }

    /// <summary>No query runs any more.</summary>
    public void End()
    {
        lock (gate)
            running = null;
    }

    /// <summary>Cancels a query and all asked for before it.</summary>
    public void Cancel(int request)
    {
        lock (gate)
        {
            cancelledUpTo = Math.Max(cancelledUpTo, request);
            if (runningRequest <= request)
                running?.Cancel();
        }
    }

    public void CancelAll() => Cancel(int.MaxValue);
}
