using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Analytics.Terminal.Tests.Terminals;

/// <summary>
/// The real terminal: <see cref="RealProgram"/> in a shell under tmux: where it is not installed the tests are left out, except under CI.
/// </summary>
public sealed partial class TmuxTests : IDisposable
{
    private readonly Tmux _tmux = new();
    private readonly string _settingsFile = Path.GetTempFileName();

    [TmuxFact]
    public void Typing_pasting_resizing_and_the_mouse_reach_the_program_and_the_frame_stays_whole()
    {
        StartProgram();
        _tmux.Ask("#{alternate_on} #{mouse_button_flag}").ShouldBe("1 1");
        _tmux.Send("-l", "你好");
        AssertFramed(_tmux.Await("1 你好“引号”"), 60);
        _tmux.Ask("#{cursor_x},#{cursor_y}").ShouldBe("7,1");
        _tmux.Send("BSpace");
        _tmux.Await("1 你“引号”");
        _tmux.Send("-l", "\e[200~一\r二\e[201~");
        _tmux.Await("2 二“引号”");
        _tmux.Send("-l", "\e[<0;5;4M");
        _tmux.Await("mouse 4,3");
        _tmux.Resize(50, 8);
        AssertFramed(_tmux.Await("50x8"), 50);
        _tmux.Send("C-q");
        AssertGivenBack("rc=0");
    }

    /// <summary>The second is more than Terminal.Gui's own decoder takes.</summary>
    [TmuxTheory]
    [InlineData(900_000)]
    [InlineData(1_200_000)]
    public void A_long_paste_of_Chinese_arrives_whole_and_at_once(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length / 6).Select(i => $"铜仁{i % 100:00}“\n"));
        text.Length.ShouldBe(length);
        StartProgram();
        _tmux.Paste(text);
        _tmux.Await(RealProgram.Told(text));
        _tmux.Send("C-q");
        AssertGivenBack("rc=0");
    }

    [TmuxTheory]
    [InlineData("\e\x7f", "key Alt+Backspace")]
    [InlineData("\e[27;5;13~", "key Ctrl+Enter")]
    [InlineData("\e[27;6;97~", "key Ctrl+Shift+A")]
    [InlineData("\e[13;2u", "key Shift+Enter")]
    [InlineData("\e[57421u", "key PgUp")]
    [InlineData("\e[1;7C", "key Ctrl+Alt+→")]
    [InlineData("\e\e[A", "key Alt+↑")]
    [InlineData("\x1f", "key Ctrl+_")]
    public void Keys_that_terminals_write_in_several_ways_arrive(string bytes, string shown)
    {
        StartProgram();
        _tmux.Send("-l", bytes);
        _tmux.Await(shown);
        _tmux.Send("C-q");
        AssertGivenBack("rc=0");
    }

    [TmuxFact]
    public void Emoji_combining_marks_and_right_to_left_text_leave_the_frame_whole()
    {
        StartProgram();
        _tmux.Paste("e\u0301 👩‍🔬 👍🏽 🇨🇳 שלום عربي ｱ ①…\n");
        AssertFramed(_tmux.Await("שלום"), 60);
        _tmux.Send("C-q");
        AssertGivenBack("rc=0");
    }

    [TmuxFact]
    public void A_storm_of_sizes_down_to_a_single_cell_ends_with_a_whole_frame()
    {
        StartProgram();
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
            _tmux.Resize(random.Next(1, 90), random.Next(1, 30));
        _tmux.Resize(1, 1);
        _tmux.Resize(47, 9);
        AssertFramed(_tmux.Await("47x9"), 47);
        _tmux.Send("C-q");
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
        _tmux.Send("C-x");
        AssertGivenBack("rc=134");
    }

    [TmuxFact]
    public void A_death_that_no_code_survives_leaves_a_usable_terminal()
    {
        var process = StartProgram();
        AwaitAnswers();
        Signal(process, "KILL");
        AssertUsable();
    }

    [TmuxTheory]
    [InlineData("C-g")]
    [InlineData("C-y")]
    public void A_crash_inside_a_native_library_leaves_a_usable_terminal(string key)
    {
        StartProgram();
        AwaitAnswers();
        _tmux.Send(key);
        AssertUsable();
    }

    private void AssertUsable()
    {
        SpinWait
            .SpinUntil(() => _tmux.Ask("#{alternate_on} #{mouse_button_flag} #{cursor_flag}") == "0 0 1", TimeSpan.FromMinutes(1))
            .ShouldBeTrue();
        _tmux.Send("clear; stty -a | grep ' icanon' | grep -q ' echo ' && echo \"usable\"-again", "C-j");
        _tmux.Await("usable-again");
    }

    [TmuxFact]
    public void Suspending_gives_the_terminal_to_the_shell_and_continuing_takes_it_again()
    {
        var process = StartProgram();
        _tmux.Send("C-t");
        AssertGivenBack("Stopped");
        _tmux.Send("fg", "Enter");
        AssertFramed(_tmux.Await("resumed"), 60);
        Signal(process, "TSTP");
        AssertGivenBack("Stopped");
        _tmux.Send("fg", "Enter");
        _tmux.Await("resumed");
        _tmux.Send("-l", "好");
        _tmux.Await("好“引号”");
        _tmux.Send("C-q");
        AssertGivenBack("$");
    }

    [TmuxFact]
    public void A_stop_from_outside_is_survived_too()
    {
        var process = StartProgram();
        AwaitAnswers();
        Signal(process, "STOP");
        _tmux.Await("Stopped");
        // The program could not give the terminal back: the shell has it raw, where only LF ends a line.
        _tmux.Send("fg", "C-j");
        AssertFramed(_tmux.Await("resumed"), 60);
        _tmux.Send("C-q");
        AssertGivenBack("$");
    }

    public void Dispose()
    {
        _tmux.Dispose();
        File.Delete(_settingsFile);
    }

    [GeneratedRegex(@"pid=(\d+)\.")]
    private static partial Regex ProcessId();

    // Starts the program in the shell and returns its process id, which it shows.
    private string StartProgram()
    {
        _tmux.Send($"stty -g > {_settingsFile}; clear; dotnet exec {typeof(TmuxTests).Assembly.Location} 2>/dev/null; echo rc=$?", "Enter");
        return ProcessId().Match(_tmux.Await("ready")).Groups[1].Value;
    }

    // What the terminal is asked at the start is answered before this key comes through: a shell in the program's place would get the rest.
    private void AwaitAnswers()
    {
        _tmux.Send("-l", "好");
        _tmux.Await("1 好“引号”");
    }

    private static void Signal(string process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private void AssertGivenBack(string shown)
    {
        _tmux.Await(shown);
        _tmux.Ask("#{alternate_on} #{mouse_button_flag} #{cursor_flag}").ShouldBe("0 0 1");
        _tmux.Send($"clear; test $(stty -g) = $(cat {_settingsFile}) && echo \"same\"-settings", "Enter");
        _tmux.Await("same-settings");
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
