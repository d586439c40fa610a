namespace Analytics.Engine.Sessions;

/// <summary>
/// Who may use a connection: one thread at a time, as with a lock, which a thread may enter again. Unlike a lock it can be taken from a
/// thread that does not come back from a call into the engine: others go on, and that thread is told when it asks.
/// </summary>
public sealed class Turn : IDisposable
{
    private readonly object _gate = new();
    private readonly ThreadLocal<Stay?> _own = new();
    private Stay? _current;

    /// <summary>Waits until it is this thread's turn.</summary>
    public Stay Enter() => TryEnter(Timeout.InfiniteTimeSpan)!;

    /// <summary>The stay of this thread, which it disposes; null when others did not end theirs in time.</summary>
    public Stay? TryEnter(TimeSpan patience)
    {
        if (_own.Value is { } own)
        {
            RequireHeld();
            own.Depth++;
            return own;
        }

        lock (_gate)
        {
            while (_current is not null)
            {
                if (!Monitor.Wait(_gate, patience))
                    return null;
            }

            return _own.Value = _current = new Stay(this);
        }
    }

    /// <summary>Takes the turn from whoever has it, so that others can enter.</summary>
    /// <param name="replace">
    /// Puts something else in the place of what that thread uses, before anybody enters; returns what it disposes of when it comes back.
    /// </param>
    /// <returns>Whether anybody had the turn.</returns>
    internal bool Take(Func<IDisposable> replace)
    {
        lock (_gate)
        {
            if (_current is null)
                return false;
            _current.IsLeft = true;
            _current.Owed = replace();
            _current = null;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>To be asked before anything is used that the turn is about.</summary>
    /// <exception cref="OperationCanceledException">This thread had the turn, and it was taken from it.</exception>
    internal void RequireHeld()
    {
        if (_own.Value is { IsLeft: true })
            throw new OperationCanceledException();
    }

    public void Dispose() => _own.Dispose();

    private void End(Stay stay)
    {
        if (stay.Depth-- > 0)
            return;
        _own.Value = null;
        lock (_gate)
        {
            if (_current == stay)
            {
                _current = null;
                Monitor.PulseAll(_gate);
            }
        }

        stay.Owed?.Dispose();
    }

    /// <summary>A thread's turn, until it is disposed by that thread.</summary>
    public sealed class Stay : IDisposable
    {
        private readonly Turn _turn;

        internal Stay(Turn turn) => _turn = turn;

        /// <summary>Whether the turn was taken from its thread.</summary>
        public bool IsLeft
        {
            get => Volatile.Read(ref field);
            internal set => Volatile.Write(ref field, value);
        }

        internal int Depth { get; set; }

        internal IDisposable? Owed { get; set; }

        public void Dispose() => _turn.End(this);
    }
}
