using System.Diagnostics;
using System.Globalization;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>A shell in a tmux server of its own, 60×10 cells; ended on dispose.</summary>
internal sealed class Tmux : IDisposable
{
    private readonly string _server = "analytics-test-" + Guid.NewGuid().ToString("N");

    public Tmux()
    {
        Run("new-session", "-d", "-x", "60", "-y", "10", "env PS1='$ ' ENV= sh");
        Await("$");
    }

    /// <summary>Sends keys by tmux's names, or text.</summary>
    public void Send(params string[] keys) => Run(["send-keys", .. keys]);

    /// <summary>Pastes a text as the terminal of a user does.</summary>
    public void Paste(string text)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        Run("load-buffer", file);
        Run("paste-buffer", "-p");
        File.Delete(file);
    }

    /// <summary>Keeps all bytes that are written to the terminal from now on.</summary>
    public void Record(string file) => Run("pipe-pane", $"cat >> '{file}'");

    public void Resize(int width, int height) => Run("resize-window", "-x", $"{width}", "-y", $"{height}");

    /// <summary>What the screen shows, once it contains a text; fails after two minutes.</summary>
    public string Await(string text) =>
        Await(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}' never came on the screen");

    /// <summary>What the screen shows, once it no longer contains a text; fails after two minutes.</summary>
    public string AwaitGone(string text) =>
        Await(screen => !screen.Contains(text, StringComparison.Ordinal), $"'{text}' never left the screen");

    private string Await(Predicate<string> isWanted, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        var screen = Run("capture-pane", "-p");
        while (!isWanted(screen))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2), $"{otherwise}:\n{screen}");
            Thread.Sleep(30);
            screen = Run("capture-pane", "-p");
        }
        return screen;
    }

    /// <summary>A tmux format, such as <c>#{alternate_on}</c>.</summary>
    public string Ask(string format) => Run("display-message", "-p", format).Trim();

    public void Dispose()
    {
        // What runs in it saves its state after its terminal has gone, and would write into folders that the test deletes.
        var running = ChildrenOf(Ask("#{pane_pid}"));
        Run("kill-server");
        foreach (var process in running)
        {
            using (process)
                process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        }
    }

    private static List<Process> ChildrenOf(string process) =>
        [.. Run("pgrep", ["-P", process]).Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Running)];

    private static IEnumerable<Process> Running(string id)
    {
        try
        {
            return [Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (ArgumentException)
        {
            // Over meanwhile.
            return [];
        }
    }

    private string Run(params string[] arguments) => Run("tmux", ["-L", _server, "-f", "/dev/null", .. arguments]);

    private static string Run(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["TERM"] = "xterm-256color", ["LC_ALL"] = "C.UTF-8" },
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
