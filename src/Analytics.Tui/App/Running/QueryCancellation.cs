namespace Analytics.Tui.App.Running;

/// <summary>Which requests are to stop: those that run, and those cancelled before their turn came. Thread-safe.</summary>
internal sealed class QueryCancellation
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, CancellationTokenSource> _running = [];
    private readonly HashSet<int> _cancelled = [];
    private bool _isOver;

    /// <summary>
    /// Begins a request; its source is cancelled already if the request was cancelled while it waited. The caller disposes it after
    /// <see cref="End"/>.
    /// </summary>
    public CancellationTokenSource Begin(int request)
    {
        lock (_gate)
        {
            var source = _running[request] = new CancellationTokenSource();
            if (_cancelled.Remove(request) || _isOver)
                source.Cancel();
            return source;
        }
    }

    /// <summary>The request does not run any more.</summary>
    public void End(int request)
    {
        lock (_gate)
            _running.Remove(request);
    }

    /// <summary>Whether a request was cancelled that has not ended, or not begun.</summary>
    public bool IsStopping(int request)
    {
        lock (_gate)
            return _cancelled.Contains(request) || _running.TryGetValue(request, out var source) && source.IsCancellationRequested;
    }

    /// <summary>Cancels a request, also one that has not begun.</summary>
    public void Cancel(int request)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(request, out var source))
                source.Cancel();
            else
                _cancelled.Add(request);
        }
    }

    /// <summary>Cancels what runs and whatever begins later.</summary>
    public void CancelAll()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var source in _running.Values)
                source.Cancel();
        }
    }
}
