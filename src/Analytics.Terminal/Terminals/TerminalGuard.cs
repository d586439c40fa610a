using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Analytics.Terminal.Terminals;

/// <summary>
/// A shell that waits beside the program and gives the terminal back when the program dies of something that no code of its own survives:
/// a fault inside the engine, the kernel's killer. It reads a pipe that ends with the program. Where there is no shell nothing is done.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class TerminalGuard : IDisposable
{
    // Signals for the program's group are none of its business, and it writes although it is no longer in the foreground. The modes
    // go last: where the screen is the shell's again, it can be typed into.
    private const string Script = """
        trap '' INT TERM HUP QUIT TTOU
        read -r word
        [ "$word" = done ] || { stty sane; printf '%s' "$0"; } </dev/tty >/dev/tty 2>/dev/null
        """;

    private readonly Task<Process?> _starting;

    /// <param name="modes">What is written to leave the modes of a full-screen program.</param>
    public TerminalGuard(string modes) => _starting = Task.Run(() => Start(modes));

    /// <summary>Tells it that the terminal has been given back.</summary>
    public void Dispose()
    {
        using var shell = _starting.Result;
        try
        {
            shell?.StandardInput.WriteLine("done");
            shell?.StandardInput.Close();
        }
        catch (IOException)
        {
            // Somebody has ended the shell.
        }
    }

    private static Process? Start(string modes)
    {
        try
        {
            // With all three redirected the runtime leaves the terminal's settings alone; the script opens the terminal itself.
            var start = new ProcessStartInfo("/bin/sh", ["-c", Script, modes])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
