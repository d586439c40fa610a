namespace Analytics.Testing;

/// <summary>A token that is cancelled once something holds. A thread of its own looks, until then or until this is disposed.</summary>
internal sealed class CancelWhen : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Thread _watcher;
    private volatile bool _isOver;

    /// <param name="holds">Asked again and again, on another thread.</param>
    public CancelWhen(Func<bool> holds)
    {
        _watcher = new Thread(() => Watch(holds));
        _watcher.Start();
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _isOver = true;
        _watcher.Join();
        _source.Dispose();
    }

    private void Watch(Func<bool> holds)
    {
        while (!_isOver && !holds())
            Thread.Sleep(1);
        if (!_isOver)
            _source.Cancel();
    }
}
