using System.ComponentModel;
using System.Diagnostics;

namespace Analytics.Tui.App.Running;

/// <summary>
/// The clipboard of the desktop, which takes text with its layout. A terminal's takes plain text alone (OSC 52), so that a program of the
/// desktop has to be there: <c>wl-copy</c> under Wayland, <c>xclip</c> under X11, <c>osascript</c> on macOS.
/// </summary>
internal static class DesktopClipboard
{
    /// <summary>A program that hands on at once takes longer only where the desktop does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Puts HTML on the clipboard, for programs that lay text out.</summary>
    /// <returns>Whether a program took it.</returns>
    public static bool Take(string html)
    {
        if (Command() is not { } command)
            return false;
        try
        {
            // Its output is closed: what keeps the clipboard in the background would hold the terminal's.
            var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {command} >/dev/null 2>&1"]) { RedirectStandardInput = true };
            using var process = Process.Start(start)!;
            using (var to = process.StandardInput)
                to.Write(OperatingSystem.IsMacOS() ? Script(html) : html);
            return process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return false;
        }
    }

    private static string? Command() =>
        OperatingSystem.IsWindows() ? null
        : OperatingSystem.IsMacOS() ? "osascript -"
        : Is("WAYLAND_DISPLAY") ? "wl-copy -t text/html"
        : Is("DISPLAY") ? "xclip -selection clipboard -target text/html -in"
        : null;

    private static bool Is(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static string Script(string html) =>
        $"set the clipboard to «data HTML{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(html))}»";
}
