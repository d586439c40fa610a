using Analytics.Engine.Sessions;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Terminals;
using Analytics.Tui.Buffers;
using Analytics.Tui.Running;

namespace Analytics.Tui;

/// <summary>Starts the console on the terminal of this process.</summary>
static class ConsoleStart
{
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <returns>The exit code: 0, or 128 and the number of the signal that ended it.</returns>
    /// <exception cref="TerminalException">There is no terminal, or it cannot be used.</exception>
    public static int Run(SessionOptions options, string language)
    {
        if (System.Console.IsInputRedirected || System.Console.IsOutputRedirected)
            throw new TerminalException("The console needs a terminal on standard input and output; 'analytics --help' shows the commands for scripts.");
        var time = TimeProvider.System;
        var settings = TerminalSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        using var device = TerminalDevice.Open();
        using var folder = new StateFolder(StateFolder.Default(Environment.GetEnvironmentVariable));
        using var runner = new EffectRunner(options, time, folder);
        var (state, termination) = TerminalRun.Run(ConsoleProgram.Create(runner, language, time), device, settings, time);
        KeepBuffers(state, folder);
        return (int)termination;
    }

    /// <summary>The last changes; the terminal is the shell's again.</summary>
    static void KeepBuffers(ConsoleState state, StateFolder folder)
    {
        try
        {
            if (AutoSave.Last(state) is { } last)
                folder.Write(last.Number, last.Contents);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.Console.Error.WriteLine(state.Texts.NotKept(e.Message));
        }
    }
}
