using System.Runtime.InteropServices;
using Analytics.Terminal.Terminals;

namespace Analytics.Cli;

/// <summary>
/// Why a running command is told to stop: a signal or its time limit. The first reason decides the exit code; a
/// second signal ends the process at once, as it would without us.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long the engine may take to stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Timer? _timer;
    private Timer? _lastResort;
    private int _exitCode;

    public Interruption()
    {
        Register(PosixSignal.SIGINT, Cli.ExitCode.Interrupted);
        Register(PosixSignal.SIGTERM, Cli.ExitCode.Terminated);
        Register(PosixSignal.SIGHUP, Cli.ExitCode.HungUp);
    }

    /// <summary>Run before the process is ended because the engine does not answer: says why, and removes what must not stay.</summary>
    public Action GivingUp { get; set; } = static () => { };

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of the first reason; 0 while there is none.</summary>
    public int ExitCode => _exitCode;

    /// <summary>Stops the command when the time is over.</summary>
    public void StopAfter(TimeSpan time) => _timer = new Timer(_ => Stop(Cli.ExitCode.Limit), null, time, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer?.Dispose();
        _lastResort?.Dispose();
        _registrations.ForEach(r => r.Dispose());
        _source.Dispose();
    }

    private void Register(PosixSignal signal, int code) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = Stop(code)));

    private bool Stop(int code)
    {
        var first = Interlocked.CompareExchange(ref _exitCode, code, 0) == 0;
        if (!first)
            return false;
        // Before the engine is asked, which may be in a call that does not listen.
        _lastResort = new Timer(_ => GiveUp(), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
        return true;
    }

    /// <summary>Ends the process without its last rites: the engine's threads would be in the way of them.</summary>
    private void GiveUp()
    {
        GivingUp();
        ProcessEnd.Now(_exitCode);
    }
}
