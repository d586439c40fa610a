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
        Program<TState, TEvent, TEffect> program, TerminalDevice device, TerminalSettings settings, TimeProvider time)
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

    private readonly Program<TState, TEvent, TEffect> program;
    private readonly TerminalSession session;
    private readonly TimeProvider time;
    private readonly BlockingCollection<Message> messages = [];
    private readonly CancellationTokenSource ending = new();
    private readonly EffectContext<TEvent> context;
    private readonly AnsiWriter writer;
    private CellSize size;
    private CellCanvas? shown, spare;
    private TState state = default!;
    private Termination termination;
    private long lastTick;

    public ProgramLoop(Program<TState, TEvent, TEffect> program, TerminalSession session, TerminalSettings settings, TimeProvider time)
    {
        (this.program, this.session, this.time) = (program, session, time);
        writer = new AnsiWriter(settings.Colors);
        context = new(answer => messages.Add(new(Answer: answer)), session.Suspend, session.CopyToClipboard, ending.Token) { Lend = session.Lend };
    }

    public (TState State, Termination Termination) Run()
    {
        session.Open(input => messages.Add(new(Input: input)));
        Loop();
        return (state, termination);
    }

    // Effects that still run may look at the token and post into the queue, so neither is disposed; both are plain memory.
    public void Dispose() => ending.Cancel();

    private void Loop()
    {
        size = session.Size;
        Apply(program.Start(size));
        lastTick = time.GetTimestamp();
        while (!program.IsOver(state))
        {
            Draw();
            if (!TakeBatch())
                return;
        }
    }

    // Waits for a message and applies all that are there; false when the program was ended from outside.
    private bool TakeBatch()
    {
        if (!messages.TryTake(out var message, MillisecondsToTick()))
            message = Tick();
        var taken = 0;
        do
        {
            if (!Handle(message))
                return false;
        }
        while (!program.IsOver(state) && ++taken < MostEventsPerFrame && messages.TryTake(out message));
        return true;
    }

    private int MillisecondsToTick()
    {
        if (program.TickPeriod(state) is not { } period)
            return Timeout.Infinite;
        var left = period - time.GetElapsedTime(lastTick);
        return (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, int.MaxValue);
    }

    private Message Tick()
    {
        lastTick = time.GetTimestamp();
        return new(Input: new TickEvent());
    }

    private bool Handle(Message message)
    {
        message.Failure?.Throw();
        if (message.Input is null)
        {
            Apply(program.Update(state, message.Answer!));
            return true;
        }
        switch (message.Input)
        {
            case TerminatedEvent ended:
                termination = ended.Cause;
                return false;
            case ResumedEvent:
                shown = null;
                break;
            case ResizeEvent resize:
                size = new(resize.Width, resize.Height);
                shown = spare = null;
                break;
        }
        Apply(program.Update(state, program.FromInput(message.Input)));
        return true;
    }

    private void Apply(Outcome<TState, TEffect> outcome)
    {
        state = outcome.State;
        foreach (var effect in outcome.Effects)
            _ = Task.Factory.StartNew(() => Perform(effect), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the worker: what it throws is thrown again by the loop.")]
    private void Perform(TEffect effect)
    {
        try
        {
            program.Perform(effect, context);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The program is over; nobody waits for the answer.
        }
        catch (Exception failure)
        {
            messages.Add(new(Failure: ExceptionDispatchInfo.Capture(failure)));
        }
    }

    private void Draw()
    {
        var canvas = spare ?? new CellCanvas(size.Width, size.Height, session.Ambiguous);
        canvas.Clear();
        canvas.Cursor = null;
        program.Draw(state, canvas);
        var frame = writer.Diff(shown, canvas);
        if (!frame.IsEmpty)
            session.Show(frame.Span);
        (spare, shown) = (shown, canvas);
    }

    private readonly record struct Message(InputEvent? Input = null, TEvent? Answer = default, ExceptionDispatchInfo? Failure = null);
}
