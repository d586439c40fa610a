using System.Diagnostics;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;
using Analytics.Tests.Cli;

namespace Analytics.Tui.Tests;

/// <summary>The program on a real terminal.</summary>
[Trait("Category", "Program")]
public sealed class ConsoleOnTmuxTests : IDisposable
{
    private readonly Tmux _tmux = new();
    private readonly TemporaryFolder _state = new();

    [TmuxFact]
    public void A_session_from_the_first_screen_to_the_shell()
    {
        _tmux.Resize(80, 24);
        _tmux.Send(
            $"cd '{Repository.Root}'; ANALYTICS_STATE='{_state.Path}' "
                + $"ANALYTICS_CONFIG='{_state.Path}/none.yaml' '{AnalyticsProcess.Program}' --sql --lang zh; echo rc=$?",
            "Enter"
        );
        AssertFramed(_tmux.Await("江口县"));
        _tmux.Send("/");
        _tmux.Send("-l", "training/coverage");
        _tmux.Send("Enter");
        AssertFramed(_tmux.Await("原句"));
        _tmux.Send("2");
        AssertFramed(_tmux.Await("█"));
        _tmux.Send("F9");
        AssertFramed(_tmux.Await("Catalogue"));
        _tmux.Resize(50, 12);
        _tmux.Await("too small");
        _tmux.Resize(100, 30);
        _tmux.Await("Songtao");
        _tmux.Send("q");
        _tmux.Await("rc=0");
        _tmux.Ask("#{alternate_on}").ShouldBe("0");
    }

    [TmuxTheory]
    [InlineData("zh", "江口县", "转到行", "┌─ 目录")]
    [InlineData("en", "figures, 10 counties", "go to line", "┌─ Catalogue")]
    public void The_menu_bar_lies_over_the_console_until_it_is_closed(string language, string first, string entry, string title)
    {
        _tmux.Resize(80, 24);
        _tmux.Send(
            $"cd '{Repository.Root}'; ANALYTICS_STATE='{_state.Path}' "
                + $"ANALYTICS_CONFIG='{_state.Path}/none.yaml' '{AnalyticsProcess.Program}' --sql --lang {language}; echo rc=$?",
            "Enter"
        );
        _tmux.Await(first);
        _tmux.Send("M-m");
        _tmux.Send("Right");
        Golden.ShouldMatch(_tmux.Await(entry), $"menu/80x24_{language}.txt");
        _tmux.Send("Escape");
        _tmux.Await(title);
        _tmux.Send("C-q");
        _tmux.Await("rc=0");
    }

    [TmuxFact]
    public void A_long_query_is_cancelled_and_the_console_goes_on()
    {
        _tmux.Resize(80, 24);
        _tmux.Send(
            $"cd '{Repository.Root}'; ANALYTICS_STATE='{_state.Path}' "
                + $"ANALYTICS_CONFIG='{_state.Path}/none.yaml' '{AnalyticsProcess.Program}' --sql --lang en; echo rc=$?",
            "Enter"
        );
        _tmux.Await("figures, 10 counties");
        _tmux.Send("F3");
        _tmux.Send("-l", "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 3");
        _tmux.Send("F5");
        _tmux.Await("Running ");
        _tmux.Send("Escape");
        _tmux.Await("Cancelled after");
        _tmux.Send("C-q");
        _tmux.Await("rc=0");
    }

    /// <summary>Three kills in every run, or RANDOM_KILLS. How soon a text is written is said by <see cref="StateFolderTests"/>.</summary>
    [TmuxFact]
    public void A_kill_at_any_moment_loses_no_text_that_was_written()
    {
        var random = new Random(11);
        var written = new List<string>();
        _tmux.Resize(100, 30);
        for (var round = 0; round < int.Parse(Environment.GetEnvironmentVariable("RANDOM_KILLS") ?? "3"); round++)
        {
            written.AddRange(KilledWhileTyping(round, random.Next(1, 25)));
            var kept = Kept();
            written.ShouldAllBe(word => kept.Contains(word));
        }
    }

    /// <summary>The words that were seen in a file before the console was killed, so many words after the first of them.</summary>
    private string[] KilledWhileTyping(int round, int more)
    {
        _tmux.Send(
            $"clear; cd '{Repository.Root}'; echo $$ > '{_state.Path}/shell'; "
                + $"ANALYTICS_STATE='{_state.Path}' ANALYTICS_CONFIG='{_state.Path}/none.yaml' "
                + $"'{AnalyticsProcess.Program}' --sql --lang en",
            "Enter"
        );
        _tmux.Await("figures, 10 counties");
        _tmux.Send("F3");
        _tmux.Send("C-End");
        var typed = new List<string>();
        while (more > 0)
        {
            typed.Add($"w{round}x{typed.Count},");
            _tmux.Send("-l", typed[^1]);
            _tmux.Await(typed[^1][..^1]);
            typed.Count.ShouldBeLessThan(2000, "nothing was written");
            if (Kept().Contains(typed[0]))
                more--;
        }
        var kept = Kept();
        using var console = Process.GetProcessById(Child(File.ReadAllText(Path.Combine(_state.Path, "shell")).Trim()));
        console.Kill();
        console.WaitForExit();
        // Nobody gave the terminal back: a line feed ends the line in raw mode.
        _tmux.Send("stty sane; printf '\\033c'; echo back$((40+2))", "C-j");
        _tmux.Await("back42");
        return [.. typed.Where(word => kept.Contains(word))];
    }

    private static int Child(string shell) => int.Parse(File.ReadAllText($"/proc/{shell}/task/{shell}/children").Split(' ')[0]);

    private string Kept()
    {
        while (true)
        {
            try
            {
                return string.Concat(Directory.GetFiles(Path.Combine(_state.Path, "buffers"), "*.json").Select(File.ReadAllText));
            }
            catch (FileNotFoundException)
            {
                // The console has just taken over a file of the one before and deleted it.
            }
        }
    }

    [TmuxFact]
    public void The_users_own_editor_gets_the_terminal_and_gives_it_back()
    {
        _tmux.Resize(100, 30);
        var script = _state.File("editor", "#!/bin/sh\nprintf 'in the editor, say: '\nread said\nprintf 'SELECT %s' \"$said\" > \"$1\"\n");
        _tmux.Send(
            $"cd '{Repository.Root}'; VISUAL='sh {script}' ANALYTICS_STATE='{_state.Path}' "
                + $"ANALYTICS_CONFIG='{_state.Path}/none.yaml' '{AnalyticsProcess.Program}' --sql --lang en; echo rc=$?",
            "Enter"
        );
        _tmux.Await("figures, 10 counties");
        _tmux.Send("F3");
        _tmux.Send("-l", "SELECT 1");
        _tmux.Send("M-e");
        _tmux.Await("in the editor, say:");
        _tmux.Ask("#{alternate_on}").ShouldBe("0");
        _tmux.Send("-l", "4242");
        _tmux.Send("Enter");
        _tmux.Await("SELECT 4242");
        _tmux.Send("F5");
        _tmux.Await("1 row");
        _tmux.Send("C-q");
        _tmux.Await("rc=0");
        _tmux.Ask("#{alternate_on}").ShouldBe("0");
    }

    public void Dispose()
    {
        _tmux.Dispose();
        _state.Dispose();
    }

    /// <summary>Every line of the panels reaches exactly to the right edge, so no cell is misaligned.</summary>
    private static void AssertFramed(string screen)
    {
        foreach (var line in screen.Split('\n').Where(l => l.StartsWith('│')))
            CellText.Width(line).ShouldBe(80, line);
    }
}
