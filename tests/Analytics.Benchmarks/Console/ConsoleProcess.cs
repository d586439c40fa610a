using System.Diagnostics;
using System.Text;

namespace Analytics.Benchmarks;

/// <summary>The published console under a pseudo-terminal that answers its questions at once. Its state goes to a folder that is deleted with it.</summary>
sealed class ConsoleProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly string state = Directory.CreateTempSubdirectory("analytics-benchmark-").FullName;
    readonly byte[] buffer = new byte[64 * 1024];
    readonly PseudoTerminal terminal;
    readonly ChildProcess process;
    readonly ConsoleScreen screen;

    public ConsoleProcess(string program, ushort columns, ushort rows, params string[] arguments)
    {
        screen = new ConsoleScreen(columns, rows);
        terminal = new PseudoTerminal(columns, rows);
        Environment.SetEnvironmentVariable("ANALYTICS_STATE", state);
        process = ChildProcess.StartOn(terminal.Name, program, ["--home", Repository.Folder(), "--lang", "en", .. arguments]);
    }

    /// <summary>Time since just before the start.</summary>
    public double Milliseconds => process.Milliseconds;

    /// <summary>What stands on the screen.</summary>
    public string Text => screen.Text;

    /// <summary>Sends keys as a terminal does.</summary>
    public void Press(string keys) => terminal.Write(Encoding.UTF8.GetBytes(keys));

    /// <summary>Sends a text as a terminal pastes it.</summary>
    public void Paste(string text) => Press($"\e[200~{text}\e[201~");

    /// <summary>Milliseconds from sending keys until the end of the first frame whose text is as wanted.</summary>
    public double Time(string keys, Predicate<string> isShown, TimeSpan? patience = null)
    {
        var start = Milliseconds;
        Press(keys);
        return Await(isShown, patience) - start;
    }

    /// <summary>Time since the start at the end of the first frame from now on whose text is as wanted.</summary>
    /// <exception cref="InvalidOperationException">No such frame came in time; the message holds the screen.</exception>
    public double Await(Predicate<string> isShown, TimeSpan? patience = null)
    {
        double? shown = null;
        var waiting = Stopwatch.StartNew();
        while (shown is null)
        {
            var read = terminal.Read(buffer, Patience);
            if (read == 0 || waiting.Elapsed > (patience ?? Patience))
                throw new InvalidOperationException($"The console never showed what was awaited; its screen was\n{screen.Text}");
            var time = Milliseconds;
            screen.Write(buffer.AsSpan(0, read), () => shown ??= isShown(screen.Text) ? time : null);
            Answer(buffer.AsSpan(0, read));
        }
        return shown.Value;
    }

    /// <summary>Takes what the console writes for some time, as a terminal always does: one that does not read would stop it.</summary>
    public void Watch(TimeSpan time)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time;)
            if (terminal.Read(buffer, time - watch.Elapsed) is > 0 and var read)
                screen.Write(buffer.AsSpan(0, read), () => { });
    }

    /// <summary>Ends the console.</summary>
    public ProcessCost End()
    {
        process.Stop();
        while (terminal.Read(buffer, Patience) > 0)
            continue;
        return process.Wait();
    }

    public void Dispose()
    {
        terminal.Dispose();
        Directory.Delete(state, recursive: true);
    }

    /// <summary>Answers what a program may ask its terminal: where the cursor is, and what it is.</summary>
    void Answer(ReadOnlySpan<byte> output)
    {
        if (output.IndexOf("\e[6n"u8) >= 0)
            terminal.Write("\e[2;2R"u8);
        if (output.IndexOf("\e[c"u8) >= 0)
            terminal.Write("\e[?62;c"u8);
    }
}
