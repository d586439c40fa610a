using System.Collections.Concurrent;
using Analytics.Terminal.Terminals;
using Terminal.Gui.Drivers;

namespace Analytics.Terminal.Host;

/// <summary>
/// Stands where Terminal.Gui's AnsiInput stands, on the thread that the package gives it: it waits for the terminal instead of asking it
/// fifty times a second, and what it reads is decoded here, so that the package's queue of characters stays empty.
/// </summary>
internal sealed class TerminalInput(TerminalSession session) : IInput<char>
{
    public CancellationTokenSource? ExternalCancellationTokenSource { get; set; }

    public void Initialize(ConcurrentQueue<char> inputQueue) { }

    public void Run(CancellationToken runCancellationToken) => session.ReadInput(runCancellationToken);

    public void Dispose() { }
}
