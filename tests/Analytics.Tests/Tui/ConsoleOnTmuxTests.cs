using Analytics.Terminal.Tests.Terminals;
using Analytics.Terminal.Text;
using Analytics.Tests.Cli;

namespace Analytics.Tests.Tui;

/// <summary>The built program on a real terminal.</summary>
public sealed class ConsoleOnTmuxTests : IDisposable
{
    readonly Tmux tmux = new();

    [TmuxFact]
    public void A_session_from_the_first_screen_to_the_shell()
    {
        tmux.Resize(80, 24);
        tmux.Send($"cd '{AnalyticsProcess.Repository}'; '{AnalyticsProcess.Program}' --lang zh; echo rc=$?", "Enter");
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
        tmux.Await("no source");
        tmux.Send("q");
        tmux.Await("rc=0");
        tmux.Ask("#{alternate_on}").ShouldBe("0");
    }

    [TmuxFact]
    public void A_long_query_is_cancelled_and_the_console_goes_on()
    {
        tmux.Resize(80, 24);
        tmux.Send($"cd '{AnalyticsProcess.Repository}'; '{AnalyticsProcess.Program}' --lang en; echo rc=$?", "Enter");
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

    public void Dispose() => tmux.Dispose();

    /// <summary>Every line of the panels reaches exactly to the right edge, so no cell is misaligned.</summary>
    static void AssertFramed(string screen)
    {
        foreach (var line in screen.Split('\n').Where(l => l.StartsWith('│')))
            CellText.Width(line).ShouldBe(80, line);
    }
}
