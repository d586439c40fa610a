using Analytics.Terminal.Input;

namespace Analytics.Terminal.Host;

/// <summary>
/// What has come from the terminal and from other threads and has not been handled, in order, and the bell that wakes the loop.
/// Thread-safe, and plain memory: effects that outlive the loop may still ring.
/// </summary>
internal sealed class Arrivals
{
    private readonly Queue<Arrival> _waiting = [];
    private bool _hasRung;

    public bool IsEmpty
    {
        get
        {
            lock (_waiting)
                return _waiting.Count == 0;
        }
    }

    public void Add(InputEvent input) => Add(new Arrival(input, null));

    /// <summary>Something to do on the loop's thread.</summary>
    public void Add(Action work) => Add(new Arrival(null, work));

    public bool TryTake(out Arrival next)
    {
        lock (_waiting)
            return _waiting.TryDequeue(out next);
    }

    /// <summary>Wakes the loop although nothing has come.</summary>
    public void Ring()
    {
        lock (_waiting)
        {
            _hasRung = true;
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Waits until something comes or the bell is rung, for so many milliseconds at most; -1 for ever.</summary>
    public void Await(int milliseconds)
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0 && !_hasRung)
                Monitor.Wait(_waiting, milliseconds);
            _hasRung = false;
        }
    }

    private void Add(Arrival arrival)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(arrival);
            Monitor.Pulse(_waiting);
        }
    }
}

/// <summary>One of the two.</summary>
internal readonly record struct Arrival(InputEvent? Input, Action? Work);
