using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>The real terminal: <see cref="RealProgram"/> in a shell under tmux: where it is not installed the tests are left out, except under CI.</summary>
public sealed partial class TmuxTests : IDisposable
{
    private readonly Tmux tmux = new();
    private readonly string settingsFile = Path.GetTempFileName();

    [TmuxFact]
    public void Typing_pasting_resizing_and_the_mouse_reach_the_program_and_the_frame_stays_whole()
    {
        StartProgram();
        tmux.Ask("#{alternate_on} #{mouse_button_flag}").ShouldBe("1 1");
        tmux.Send("-l", "你好");
        AssertFramed(tmux.Await("1 你好“引号”"), 60);
        tmux.Ask("#{cursor_x},#{cursor_y}").ShouldBe("7,1");
        tmux.Send("BSpace");
        tmux.Await("1 你“引号”");
        tmux.Send("-l", "\e[200~一\r二\e[201~");
        tmux.Await("2 二“引号”");
        tmux.Send("-l", "\e[<0;5;4M");
        tmux.Await("mouse 4,3");
        tmux.Resize(50, 8);
        AssertFramed(tmux.Await("50x8"), 50);
        tmux.Send("C-q");
        AssertGivenBack("rc=0");
    }

    [TmuxTheory]
    [InlineData("TERM", "rc=143")]
    [InlineData("INT", "rc=130")]
    [InlineData("HUP", "rc=129")]
    public void A_signal_gives_the_terminal_back_and_tells_its_exit_code(string signal, string exit)
    {
        Signal(StartProgram(), signal);
        AssertGivenBack(exit);
    }

    [TmuxFact]
    public void An_unhandled_exception_gives_the_terminal_back()
    {
        StartProgram();
        tmux.Send("C-x");
        AssertGivenBack("rc=134");
    }

    [TmuxFact]
    public void Suspending_gives_the_terminal_to_the_shell_and_continuing_takes_it_again()
    {
        var process = StartProgram();
        tmux.Send("C-t");
        AssertGivenBack("Stopped");
        tmux.Send("fg", "Enter");
        AssertFramed(tmux.Await("resumed"), 60);
        Signal(process, "TSTP");
        AssertGivenBack("Stopped");
        tmux.Send("fg", "Enter");
        tmux.Await("resumed");
        tmux.Send("-l", "好");
        tmux.Await("好“引号”");
        tmux.Send("C-q");
        AssertGivenBack("$");
    }

    [TmuxFact]
    public void A_stop_from_outside_is_survived_too()
    {
        var process = StartProgram();
        Signal(process, "STOP");
        tmux.Await("Stopped");
        // The program could not give the terminal back: the shell has it raw, where only LF ends a line.
        tmux.Send("fg", "C-j");
        AssertFramed(tmux.Await("resumed"), 60);
        tmux.Send("C-q");
        AssertGivenBack("$");
    }

    public void Dispose()
    {
        tmux.Dispose();
        File.Delete(settingsFile);
    }

    [GeneratedRegex(@"pid=(\d+)\.")]
    private static partial Regex ProcessId();

    // Starts the program in the shell and returns its process id, which it shows.
    private string StartProgram()
    {
        tmux.Send($"stty -g > {settingsFile}; clear; dotnet exec {typeof(TmuxTests).Assembly.Location} 2>/dev/null; echo rc=$?", "Enter");
        return ProcessId().Match(tmux.Await("ready")).Groups[1].Value;
    }

    private static void Signal(string process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private void AssertGivenBack(string shown)
    {
        tmux.Await(shown);
        tmux.Ask("#{alternate_on} #{mouse_button_flag} #{cursor_flag}").ShouldBe("0 0 1");
        tmux.Send($"clear; test $(stty -g) = $(cat {settingsFile}) && echo \"same\"-settings", "Enter");
        tmux.Await("same-settings");
    }

    // tmux leaves out blanks at line ends, so the right side of the frame shows that every row is as wide as the screen.
    private static void AssertFramed(string screen, int width)
    {
        var rows = screen.TrimEnd('\n').Split('\n');
        rows[0].ShouldStartWith("┌─ 试“一”试 ─");
        rows[0].ShouldEndWith("┐");
        rows[^1].ShouldBe($"└{new string('─', width - 2)}┘");
        rows[1..^1].ShouldAllBe(row => row.StartsWith('│') && row.EndsWith('│'));
    }
}
