using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Terminal.Tests.Terminals;
using Analytics.Tests.Cli;

namespace Analytics.Tui.Tests;

/// <summary>
/// The console and the shell that started it, on a real terminal: what comes in from outside, how the console ends, and what it leaves.
/// </summary>
[Trait("Category", "Program")]
public sealed partial class ConsoleAndShellTests : IDisposable
{
    private const string Opened = "figures, 10 counties";

    private readonly Tmux _tmux = new();
    private readonly TemporaryFolder _folder = new();

    /// <summary>The second is more than Terminal.Gui's own decoder takes.</summary>
    [TmuxTheory]
    [InlineData(900_000)]
    [InlineData(1_200_000)]
    public void A_long_paste_of_Chinese_is_in_the_editor_whole_and_one_undo_takes_it_away(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length / 6).Select(i => $"铜仁{i % 100:00}“\n"));
        text.Length.ShouldBe(length);
        Start("");
        _tmux.Send("F3");
        _tmux.Paste(text);
        AwaitKept(texts => texts.Contains(text));
        _tmux.Send("C-z");
        AwaitKept(texts => !texts.Contains(text));
        End();
    }

    [TmuxFact]
    public void Keys_that_terminals_write_in_several_ways_do_in_the_editor_what_they_say()
    {
        Start("");
        _tmux.Send("F3");
        _tmux.Send("-l", "SELECT 40 + 2 AS answer word");
        _tmux.Send("-l", "\e\x7f"); // Alt+Backspace takes the word away.
        _tmux.Await("answer ");
        _tmux.Send("-l", "\e[27;5;13~"); // Ctrl+Enter of modifyOtherKeys runs it.
        _tmux.Await("42");
        _tmux.Send("F3");
        _tmux.Send("-l", ", 7 * 7 AS other");
        _tmux.Send("-l", "\e[13;5u"); // Ctrl+Enter of kitty's keyboard.
        _tmux.Await("49");
        End();
    }

    [TmuxTheory]
    [InlineData("TERM", "rc=143")]
    [InlineData("INT", "rc=130")]
    [InlineData("HUP", "rc=129")]
    public void A_signal_ends_the_console_and_gives_the_terminal_back(string signal, string exit)
    {
        Signal(Start(""), signal);
        _tmux.Await(exit);
        AssertUsable();
    }

    /// <summary>The kernel's killer: the shell that waits beside the console mends the terminal.</summary>
    [TmuxTheory]
    [InlineData("KILL")]
    public void A_death_that_no_code_survives_leaves_a_usable_terminal(string signal)
    {
        Signal(Start(""), signal);
        AssertUsable();
    }

    [TmuxFact]
    public void The_console_stops_and_goes_on()
    {
        var process = Start("");
        _tmux.Send("C-z");
        _tmux.Await("Stopped");
        _tmux.Ask("#{alternate_on} #{mouse_button_flag} #{cursor_flag}").ShouldBe("0 0 1");
        _tmux.Send("fg", "Enter");
        AwaitAnswered();
        Signal(process, "STOP");
        // What the shell says goes over the edge of the screen, where lines do not wrap.
        SpinWait.SpinUntil(() => _tmux.Ask("#{pane_current_command}") == "sh", TimeSpan.FromMinutes(2)).ShouldBeTrue();
        // It could not give the terminal back, which is raw: a line feed ends the line.
        _tmux.Send("fg", "C-j");
        _tmux.Await("Catalogue");
        // The shell printed the code of the stop; another one it does not print.
        _tmux.Send("C-q");
        AssertUsable();
    }

    [TmuxTheory]
    [InlineData("</dev/null")]
    [InlineData(">FOLDER/out")]
    public void Without_a_terminal_on_both_sides_a_sentence_says_so(string redirection)
    {
        _tmux.Resize(100, 30);
        var redirected = redirection.Replace("FOLDER", _folder.Path, StringComparison.Ordinal);
        _tmux.Send($"clear; '{AnalyticsProcess.Program}' --home '{Repository.Root}' --lang en {redirected}; echo rc=$?", "Enter");
        _tmux.Await("rc=2").ShouldContain("The console needs a terminal");
    }

    [TmuxTheory]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor", @"[34]8;2;\d+;\d+;\d+", ";48;2;28;28;28")]
    [InlineData("TERM=xterm-256color COLORTERM=", @"[34]8;5;\d+", ";48;5;234")]
    [InlineData("TERM=xterm COLORTERM=", "[3-49]?[0-7]|10[0-7]", ";40m")]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", "0", "\e[0m")]
    public void No_more_colours_are_written_than_the_terminal_has(string environment, string color, string ground)
    {
        const string Plain = "0|[12347]|2[2347]|[34]9";
        File.WriteAllText(Path.Combine(_folder.Path, "none.yaml"), "theme: dark\n");
        Start(environment);
        var log = _folder.File("terminal.log", "");
        _tmux.Record(log);
        _tmux.Resize(99, 30);
        _tmux.Send("S-F10");
        _tmux.Await("Settings");
        _tmux.Send("Escape");
        // Esc and the key behind it would be one key to a terminal that is slow.
        _tmux.AwaitGone("Settings");
        Await(() => Read(log).Contains("Settings", StringComparison.Ordinal));
        Styles().Matches(Read(log)).ShouldAllBe(sgr => Regex.IsMatch(sgr.Value, $"^\e\\[({Plain}|{color})(;({Plain}|{color}))*m$"));
        Read(log).ShouldContain(ground);
        End();
    }

    [TmuxFact]
    public void What_is_copied_goes_to_the_clipboard_of_the_terminal()
    {
        Start("");
        _tmux.Send("F3");
        _tmux.Send("-l", "SELECT '铜仁' AS a");
        _tmux.Send("F5");
        _tmux.Await("1 row");
        var log = _folder.File("terminal.log", "");
        _tmux.Record(log);
        _tmux.Send("F4");
        _tmux.Send("c");
        Await(() => Read(log).Contains("\e]52;c;6ZOc5LuB\a", StringComparison.Ordinal));
        End();
    }

    /// <summary>A pipe that nobody writes to: who opens it waits for ever.</summary>
    [TmuxFact]
    public void A_file_that_never_answers_leaves_the_console_alone()
    {
        using (var pipe = Process.Start("mkfifo", [Path.Combine(_folder.Path, "pipe.csv")]))
            pipe.WaitForExit();
        Start("");
        _tmux.Send("o");
        _tmux.Send("-l", Path.Combine(_folder.Path, "pipe.csv"));
        _tmux.Send("Enter");
        _tmux.Await("Reading…");
        _tmux.Send("Escape");
        // Esc and the key behind it would be one key to a terminal that is slow.
        _tmux.Await(Opened);
        _tmux.Send("F3");
        _tmux.Send("-l", "SELECT 40 + 2 AS answer");
        _tmux.Send("F5");
        _tmux.Await("42");
        End();
    }

    public void Dispose()
    {
        _tmux.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Styles();

    /// <summary>Starts the console with the catalogue in view; returns the number of its process.</summary>
    private string Start(string environment)
    {
        _tmux.Resize(100, 30);
        var id = Path.Combine(_folder.Path, "id");
        _tmux.Send(
            $"clear; cd '{Repository.Root}'; {environment} ANALYTICS_STATE='{_folder.Path}/state' "
                + $"ANALYTICS_CONFIG='{_folder.Path}/none.yaml' sh -c 'echo $$ > {id}; exec \"$@\"' - "
                + $"'{AnalyticsProcess.Program}' --home '{Repository.Root}' --sql --lang en; echo rc=$?",
            "Enter"
        );
        AwaitAnswered();
        return File.ReadAllText(id).Trim();
    }

    /// <summary>Waits until the console is in view and what it asks the terminal is answered: then a key comes through.</summary>
    private void AwaitAnswered()
    {
        _tmux.Await(Opened);
        _tmux.Send("?");
        _tmux.Await("Keys that act here");
        _tmux.Send("Escape");
        _tmux.Await(Opened);
    }

    private void End()
    {
        _tmux.Send("C-q");
        _tmux.Await("rc=0");
        AssertUsable();
    }

    private static void Signal(string process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private void AssertUsable()
    {
        Await(() => _tmux.Ask("#{alternate_on} #{mouse_button_flag} #{cursor_flag}") == "0 0 1");
        _tmux.Send("clear; stty -a | grep ' icanon' | grep -q ' echo ' && echo \"usable\"-again", "C-j");
        _tmux.Await("usable-again");
    }

    /// <summary>Waits until the texts of the editor that are kept in the state folder are as wanted.</summary>
    private void AwaitKept(Predicate<HashSet<string>> isWanted) => Await(() => isWanted(Kept()));

    private HashSet<string> Kept()
    {
        try
        {
            return
            [
                .. Directory
                    .GetFiles(Path.Combine(_folder.Path, "state", "buffers"), "*.json")
                    .Select(File.ReadAllText)
                    .SelectMany(json => Texts(JsonDocument.Parse(json).RootElement)),
            ];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // It is being written.
            return [];
        }
    }

    private static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Await(Func<bool> isSo) =>
        SpinWait
            .SpinUntil(
                () =>
                {
                    Thread.Sleep(30);
                    return isSo();
                },
                TimeSpan.FromMinutes(2)
            )
            .ShouldBeTrue();
}
