namespace Analytics.Tui.Running;

/// <summary>Which requests are to stop: those that run, and those cancelled before their turn came. Thread-safe.</summary>
sealed class QueryCancellation
{
    readonly Lock gate = new();
    readonly Dictionary<int, CancellationTokenSource> running = [];
    readonly HashSet<int> cancelled = [];
    bool isOver;

    /// <summary>Begins a request; its source is cancelled already if the request was cancelled while it waited. The caller disposes it after <see cref="End"/>.</summary>
    public CancellationTokenSource Begin(int request)
    {
        lock (gate)
        {
            var source = running[request] = new CancellationTokenSource();
            if (cancelled.Remove(request) || isOver)
                source.Cancel();
            return source;
        }
    }

    /// <summary>The request does not run any more.</summary>
    public void End(int request)
    {
        lock (gate)
            running.Remove(request);
    }

    /// <summary>Cancels a request, also one that has not begun.</summary>
    public void Cancel(int request)
    {
        lock (gate)
            if (running.TryGetValue(request, out var source))
                source.Cancel();
            else
                cancelled.Add(request);
    }

    /// <summary>Cancels what runs and whatever begins later.</summary>
    public void CancelAll()
    {
        lock (gate)
        {
            isOver = true;
            foreach (var source in running.Values)
                source.Cancel();
        }
    }
}
