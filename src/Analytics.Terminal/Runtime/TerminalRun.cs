using Analytics.Terminal.Host;
using Analytics.Terminal.Input;
using Analytics.Terminal.Terminals;

namespace Analytics.Terminal.Runtime;

/// <summary>Runs programs on a terminal.</summary>
public static class TerminalRun
{
    /// <summary>
    /// Takes the terminal over, runs the program inside Terminal.Gui until it is over or ended from outside, and gives the terminal back.
    /// All updates and drawing happen on the calling thread; input and answers of effects come through one queue.
    /// Whatever has gathered in the queue is applied before one frame is drawn and written in one piece. One run at a time in a process.
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
        using var run = new HostedRun<TState, TEvent, TEffect>(program, session, settings, time);
        return run.Run();
    }
}
