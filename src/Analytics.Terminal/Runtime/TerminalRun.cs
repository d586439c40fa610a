using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Analytics.Terminal.Ansi;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Terminals;

namespace Analytics.Terminal.Runtime;

/// <summary>Runs programs on a terminal.</summary>
public static class TerminalRun
{
    /// <summary>
    /// Takes the terminal over, runs the program until it is over or ended from outside, and gives the terminal back.
    /// All updates and drawing happen on the calling thread; input and answers of effects come through one queue.
    /// Whatever has gathered in the queue is applied before one frame is drawn and written in one piece.
    /// </summary>
    /// <returns>The last state, and why the program was ended if it did not end by itself (its value is the exit code to use).</returns>
    /// <exception cref="TerminalException">The terminal cannot be used.</exception>
    public static (TState State, Termination Termination) Run<TState, TEvent, TEffect>(
        Program<TState, TEvent, TEffect> program,
        TerminalDevice device,
        TerminalSettings settings,
        TimeProvider time
    )
    {
        using var session = new TerminalSession(device, settings, time);
        using var loop = new ProgramLoop<TState, TEvent, TEffect>(program, session, settings, time);
        return loop.Run();
    }
}

/// <summary>The loop of one run: take what has gathered, update, draw.</summary>
internal sealed class ProgramLoop<TState, TEvent, TEffect> : IDisposable
{
    // After so many events a frame is drawn even if more are waiting, so that a flood of them does not freeze the screen.
    private const int MostEventsPerFrame = 500;

    private readonly Program<TState, TEvent, TEffect> _program;
    private readonly TerminalSession _session;
    private readonly TimeProvider _time;
    private readonly BlockingCollection<Message> _messages = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly EffectContext<TEvent> _context;
    private readonly AnsiWriter _writer;
    private CellSize _size;
    private CellCanvas? _shown,
        _spare;
    private TState _state = default!;
    private Termination _termination;
    private long _lastTick;

    public ProgramLoop(Program<TState, TEvent, TEffect> program, TerminalSession session, TerminalSettings settings, TimeProvider time)
    {
        (_program, _session, _time) = (program, session, time);
        _writer = new AnsiWriter(settings.Colors);
        _context = new(answer => _messages.Add(new(Answer: answer)), session.Suspend, session.CopyToClipboard, _ending.Token)
        {
            Lend = session.Lend,
        };
    }

    public (TState State, Termination Termination) Run()
    {
        _session.Open(input => _messages.Add(new(Input: input)));
        Loop();
        return (_state, _termination);
    }

    // Effects that still run may look at the token and post into the queue, so neither is disposed; both are plain memory.
    public void Dispose() => _ending.Cancel();

    private void Loop()
    {
        _size = _session.Size;
        Apply(_program.Start(_size));
        _lastTick = _time.GetTimestamp();
        while (!_program.IsOver(_state))
        {
            Draw();
            if (!TakeBatch())
                return;
        }
    }

    // Waits for a message and applies all that are there; false when the program was ended from outside.
    private bool TakeBatch()
    {
        if (!_messages.TryTake(out var message, MillisecondsToTick()))
            message = Tick();
        var taken = 0;
        do
        {
            if (!Handle(message))
                return false;
        } while (!_program.IsOver(_state) && ++taken < MostEventsPerFrame && _messages.TryTake(out message));
        return true;
    }

    private int MillisecondsToTick()
    {
        if (_program.TickPeriod(_state) is not { } period)
            return Timeout.Infinite;
        var left = period - _time.GetElapsedTime(_lastTick);
        return (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, int.MaxValue);
    }

    private Message Tick()
    {
        _lastTick = _time.GetTimestamp();
        return new(Input: new TickEvent());
    }

    private bool Handle(Message message)
    {
        message.Failure?.Throw();
        if (message.Input is null)
        {
            Apply(_program.Update(_state, message.Answer!));
            return true;
        }
        switch (message.Input)
        {
            case TerminatedEvent ended:
                _termination = ended.Cause;
                return false;
            case ResumedEvent:
                _shown = null;
                break;
            case ResizeEvent resize:
                _size = new(resize.Width, resize.Height);
                _shown = _spare = null;
                break;
        }
        Apply(_program.Update(_state, _program.FromInput(message.Input)));
        return true;
    }

    private void Apply(Outcome<TState, TEffect> outcome)
    {
        _state = outcome.State;
        foreach (var effect in outcome.Effects)
        {
            _ = Task.Factory.StartNew(
                () => Perform(effect),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the worker: what it throws is thrown again by the loop.")]
    private void Perform(TEffect effect)
    {
        try
        {
            _program.Perform(effect, _context);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The program is over; nobody waits for the answer.
        }
        catch (Exception failure)
        {
            _messages.Add(new(Failure: ExceptionDispatchInfo.Capture(failure)));
        }
    }

    private void Draw()
    {
        var canvas = _spare ?? new CellCanvas(_size.Width, _size.Height, _session.Ambiguous);
        canvas.Clear();
        canvas.Cursor = null;
        _program.Draw(_state, canvas);
        var frame = _writer.Diff(_shown, canvas);
        if (!frame.IsEmpty)
            _session.Show(frame.Span);
        (_spare, _shown) = (_shown, canvas);
    }

    private readonly record struct Message(InputEvent? Input = null, TEvent? Answer = default, ExceptionDispatchInfo? Failure = null);
}
