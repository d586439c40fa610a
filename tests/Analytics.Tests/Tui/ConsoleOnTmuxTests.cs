using System.Diagnostics;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;
using Analytics.Tests.Cli;

namespace Analytics.Tests.Tui;

/// <summary>The built program on a real terminal.</summary>
public sealed class ConsoleOnTmuxTests : IDisposable
{
    readonly Tmux tmux = new();
    readonly TemporaryFolder state = new();

    [TmuxFact]
    public void A_session_from_the_first_screen_to_the_shell()
    {
        tmux.Resize(80, 24);
        tmux.Send($"cd '{AnalyticsProcess.Repository}'; ANALYTICS_STATE='{state.Path}' ANALYTICS_CONFIG='{state.Path}/none.yaml' '{AnalyticsProcess.Program}' --lang zh; echo rc=$?", "Enter");
        AssertFramed(tmux.Await("江口县"));
        tmux.Send("/");
        tmux.Send("-l", "training/coverage");
        tmux.Send("Enter");
        AssertFramed(tmux.Await("原句"));
        tmux.Send("2");
        AssertFramed(tmux.Await("█"));
        tmux.Send("F9");
        AssertFramed(tmux.Await("Catalogue"));
        tmux.Resize(50, 12);
        tmux.Await("too small");
        tmux.Resize(100, 30);
        tmux.Await("Songtao");
        tmux.Send("q");
        tmux.Await("rc=0");
        tmux.Ask("#{alternate_on}").ShouldBe("0");
    }

    [TmuxFact]
    public void A_long_query_is_cancelled_and_the_console_goes_on()
    {
        tmux.Resize(80, 24);
        tmux.Send($"cd '{AnalyticsProcess.Repository}'; ANALYTICS_STATE='{state.Path}' ANALYTICS_CONFIG='{state.Path}/none.yaml' '{AnalyticsProcess.Program}' --lang en; echo rc=$?", "Enter");
        tmux.Await("figures, 10 counties");
        tmux.Send("F3");
        tmux.Send("-l", "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 3");
        tmux.Send("F5");
        tmux.Await("Running 0.");
        tmux.Send("Escape");
        tmux.Await("Cancelled after");
        tmux.Send("C-q");
        tmux.Await("rc=0");
    }

    /// <summary>Three kills in every run; RANDOM_KILLS asks for more.</summary>
    [TmuxFact]
    public void A_kill_at_any_moment_loses_no_text_older_than_two_seconds()
    {
        var random = new Random(11);
        tmux.Resize(100, 30);
        for (var round = 0; round < int.Parse(Environment.GetEnvironmentVariable("RANDOM_KILLS") ?? "3"); round++)
            AssertKept(KilledWhileTyping(round, TimeSpan.FromMilliseconds(random.Next(300, 4500))));
    }

    /// <summary>The words typed at least two seconds before the console was killed.</summary>
    string[] KilledWhileTyping(int round, TimeSpan moment)
    {
        tmux.Send($"clear; cd '{AnalyticsProcess.Repository}'; echo $$ > '{state.Path}/shell'; ANALYTICS_STATE='{state.Path}' ANALYTICS_CONFIG='{state.Path}/none.yaml' '{AnalyticsProcess.Program}' --lang en", "Enter");
        tmux.Await("figures, 10 counties");
        tmux.Send("F3");
        tmux.Send("C-End");
        var typed = new List<(string Word, TimeSpan At)>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < moment)
        {
            var word = $"w{round}x{typed.Count},";
            tmux.Send("-l", word);
            tmux.Await(word[..^1]);
            typed.Add((word, watch.Elapsed));
        }
        using var console = Process.GetProcessById(Child(File.ReadAllText(Path.Combine(state.Path, "shell")).Trim()));
        console.Kill();
        var killed = watch.Elapsed;
        console.WaitForExit();
        // Nobody gave the terminal back: a line feed ends the line in raw mode.
        tmux.Send("stty sane; printf '\\033c'; echo back$((40+2))", "C-j");
        tmux.Await("back42");
        return [.. typed.Where(t => killed - t.At >= TimeSpan.FromSeconds(2)).Select(t => t.Word)];
    }

    static int Child(string shell) => int.Parse(File.ReadAllText($"/proc/{shell}/task/{shell}/children").Split(' ')[0]);

    void AssertKept(string[] words)
    {
        var kept = string.Concat(Directory.GetFiles(Path.Combine(state.Path, "buffers"), "*.json").Select(File.ReadAllText));
        words.ShouldAllBe(word => kept.Contains(word));
    }

    [TmuxFact]
    public void The_users_own_editor_gets_the_terminal_and_gives_it_back()
    {
        tmux.Resize(100, 30);
        var script = state.File("editor", "#!/bin/sh\nprintf 'in the editor, say: '\nread said\nprintf 'SELECT %s' \"$said\" > \"$1\"\n");
        tmux.Send($"cd '{AnalyticsProcess.Repository}'; VISUAL='sh {script}' ANALYTICS_STATE='{state.Path}' ANALYTICS_CONFIG='{state.Path}/none.yaml' '{AnalyticsProcess.Program}' --lang en; echo rc=$?", "Enter");
        tmux.Await("figures, 10 counties");
        tmux.Send("F3");
        tmux.Send("-l", "SELECT 1");
        tmux.Send("M-e");
        tmux.Await("in the editor, say:");
        tmux.Ask("#{alternate_on}").ShouldBe("0");
        tmux.Send("-l", "4242");
        tmux.Send("Enter");
        tmux.Await("SELECT 4242");
        tmux.Send("F5");
        tmux.Await("1 row");
        tmux.Send("C-q");
        tmux.Await("rc=0");
        tmux.Ask("#{alternate_on}").ShouldBe("0");
    }

    public void Dispose()
    {
        tmux.Dispose();
        state.Dispose();
    }

    /// <summary>Every line of the panels reaches exactly to the right edge, so no cell is misaligned.</summary>
    static void AssertFramed(string screen)
    {
        foreach (var line in screen.Split('\n').Where(l => l.StartsWith('│')))
            CellText.Width(line).ShouldBe(80, line);
    }
}
