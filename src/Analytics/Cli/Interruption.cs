using System.Runtime.InteropServices;

namespace Analytics.Cli;

/// <summary>
/// Why a running command is told to stop: a signal or its time limit. The first reason decides the exit code; a
/// second signal ends the process at once, as it would without us.
/// </summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly List<PosixSignalRegistration> registrations = [];
    Timer? timer;
    int exitCode;

    public Interruption()
    {
        Register(PosixSignal.SIGINT, Cli.ExitCode.Interrupted);
        Register(PosixSignal.SIGTERM, Cli.ExitCode.Terminated);
        Register(PosixSignal.SIGHUP, Cli.ExitCode.HungUp);
    }

    public CancellationToken Token => source.Token;

    /// <summary>The exit code of the first reason; 0 while there is none.</summary>
    public int ExitCode => exitCode;

    /// <summary>Stops the command when the time is over.</summary>
    public void StopAfter(TimeSpan time) =>
        timer = new Timer(_ => Stop(Cli.ExitCode.Limit), null, time, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        timer?.Dispose();
        registrations.ForEach(r => r.Dispose());
        source.Dispose();
    }

    void Register(PosixSignal signal, int code) =>
        registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = Stop(code)));

    bool Stop(int code)
    {
        var first = Interlocked.CompareExchange(ref exitCode, code, 0) == 0;
        if (first)
            source.Cancel();
        return first;
    }
}
