using Analytics.Terminal.Input;
using Analytics.Tui.App.Running;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Tests;

/// <summary>What is kept between runs, and from whom.</summary>
public sealed class StateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ConsoleRun Run() => new ConsoleRun(100, 30, "en", state: _folder.Path).Settle();

    private static string[] Texts(ConsoleRun run) =>
        [.. run.State.Query.Buffers.Contents(run.State.Query.Editor).Buffers.Select(b => b.Text)];

    private static ConsoleRun Typed(ConsoleRun run, string text)
    {
        run.Keys("F3");
        run.Program.Send(new PasteEvent(text));
        return run.Settle();
    }

    [Fact]
    public void Buffers_names_and_the_one_in_view_come_back()
    {
        using (var run = Typed(Run(), "one\n铜仁"))
            Typed(run.Keys("Ctrl+N"), "two").Keys("Ctrl+PgUp Alt+t Ctrl+U").Type("first").Keys("Enter ↑");
        using var again = Run();
        Texts(again).ShouldBe(["one\n铜仁", "two"]);
        again.State.Query.Buffers.InView.Name.ShouldBe("first");
        again.State.Query.Editor.Cursor.Line.ShouldBe(0);
    }

    [Fact]
    public void What_is_kept_is_readable_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var state = Path.Combine(_folder.Path, "home", "state");
        Directory.CreateDirectory(state);
        // As an earlier version left it.
        var history = Path.Combine(state, "history.jsonl");
        File.WriteAllText(history, "\"SELECT 'earlier'\"\n");
        File.SetUnixFileMode(history, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using (var run = Typed(new ConsoleRun(100, 30, "en", state: state).Settle(), "SELECT 'secret'"))
            run.Keys("F5").Settle();
        var kept = Directory.GetFileSystemEntries(state, "*", SearchOption.AllDirectories);
        kept.Length.ShouldBeGreaterThan(3);
        foreach (var path in kept)
            (File.GetUnixFileMode(path) & Others).ShouldBe(UnixFileMode.None, path);
        File.ReadAllText(history).ShouldContain("secret");
    }

    [Fact]
    public void A_change_is_on_disk_within_two_seconds_without_any_end()
    {
        var run = Typed(Run(), "SELECT 'unsaved'");
        run.Elapse(TimeSpan.FromSeconds(1)).Settle();
        run.Kill();
        using var again = Run();
        Texts(again).ShouldBe(["SELECT 'unsaved'"]);
    }

    [Fact]
    public void While_a_change_waits_the_console_is_woken_and_else_it_sleeps()
    {
        using var run = Typed(Run(), "a");
        AutoSave.IsWaiting(run.State.Query).ShouldBeTrue();
        run.Elapse(AutoSave.Delay).Settle();
        AutoSave.IsWaiting(run.State.Query).ShouldBeFalse();
        (AutoSave.Delay + AutoSave.Period).ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void Two_consoles_keep_what_is_theirs_and_a_third_one_finds_both()
    {
        var first = Typed(Run(), "first's");
        first.Elapse(TimeSpan.FromSeconds(1)).Settle();
        var second = Run();
        Texts(second).ShouldBe([""]);
        Typed(second, "second's").Elapse(TimeSpan.FromSeconds(1)).Settle();
        Typed(first, " more").Elapse(TimeSpan.FromSeconds(1)).Settle();
        first.Dispose();
        second.Kill();
        using var third = Run();
        Texts(third).Order().ShouldBe(["first's more", "second's"]);
    }

    [Fact]
    public void Taking_over_loses_nothing_and_doubles_nothing_when_it_is_cut_short_anywhere()
    {
        using (Typed(Run(), "text")) { }
        Run().Kill();
        var taking = Run();
        var old = Directory.GetFiles(Path.Combine(_folder.Path, "buffers"), "*.json").ShouldHaveSingleItem();
        var copy = File.ReadAllBytes(old);
        taking.Elapse(TimeSpan.FromSeconds(1)).Settle();
        taking.Elapse(TimeSpan.FromSeconds(1)).Settle();
        taking.Kill();
        File.Exists(old).ShouldBeFalse("it was taken over");
        File.WriteAllBytes(old, copy);
        using var again = Run();
        Texts(again).ShouldBe(["text"]);
    }

    [Fact]
    public void A_damaged_file_is_put_aside_and_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "buffers"));
        File.WriteAllText(Path.Combine(_folder.Path, "buffers", "x.json"), "{\"Cur");
        using var run = Run();
        run.State.Faults.ShouldHaveSingleItem().En.ShouldContain("x.json.damaged");
        File.ReadAllText(Path.Combine(_folder.Path, "buffers", "x.json.damaged")).ShouldBe("{\"Cur");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_once_and_the_console_works()
    {
        using var run = new ConsoleRun(200, 30, "en", state: _folder.File("file", "") + "/state").Settle();
        Typed(run, "SELECT 42 AS a").Elapse(TimeSpan.FromSeconds(1)).Settle();
        run.Keys("F5").State.Result.Open!.Table.Text(0, 0).ShouldBe("42");
    }

    [Fact]
    public void History_and_vim_keys_are_remembered_and_the_history_is_bounded()
    {
        using (Typed(Run(), "SELECT 1 AS a").Keys("F5 F12")) { }
        File.AppendAllLines(
            Path.Combine(_folder.Path, "history.jsonl"),
            Enumerable.Range(0, 2 * QueryPanelState.MostHistory).Select(i => $"\"SELECT {i}\"").Prepend("no json")
        );
        using var run = Run();
        run.State.Query.Vim.ShouldNotBeNull();
        run.State.Query.History.Count.ShouldBe(QueryPanelState.MostHistory);
        File.ReadLines(Path.Combine(_folder.Path, "history.jsonl")).Count().ShouldBe(QueryPanelState.MostHistory);
    }

    [Fact]
    public void The_history_says_when_sql_was_run_how_long_it_took_and_what_came_of_it()
    {
        using (var run = Run())
            run.Sql("SELECT range AS n FROM range(3)").Sql("SELECT nonsense");
        using var again = Run();
        again
            .State.Query.History.Select(e => (e.Sql, e.Rows, e.HasFailed))
            .ShouldBe([("SELECT range AS n FROM range(3)", 3, false), ("SELECT nonsense", null, true)]);
        var lines = again.Keys("F11").Screen.Split('\n');
        lines.ShouldContain(l => l.Contains("range(3)") && l.Contains("3 rows · 0 ms · 11-29 08:30"));
        lines.ShouldContain(l => l.Contains("nonsense") && l.Contains("failed · 0 ms · 11-29 08:30"));
    }

    [Fact]
    public void Long_sql_of_the_history_gives_way_to_what_came_of_it_and_is_searched_to_its_end()
    {
        using var run = Run();
        run.Sql("SELECT 1 AS a, " + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"{i} AS b{i}")) + ", 7 AS tail").Keys("F11");
        run.Screen.ShouldContain("1 row · 0 ms · 11-29 08:30");
        run.Type("tail").Keys("Enter").State.Query.Editor.Text.ShouldEndWith("7 AS tail");
    }

    [Theory]
    [InlineData("/a", "/x", "/a")]
    [InlineData(null, "/x", "/x/analytics")]
    [InlineData("", "relative", null)]
    public void The_folder_is_chosen_by_the_environment(string? own, string? xdg, string? expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/state/analytics");
        StateFolder
            .Default(name =>
                name == "ANALYTICS_STATE" ? own
                : name == "XDG_STATE_HOME" ? xdg
                : null
            )
            .ShouldBe(expected ?? home);
    }

    public void Dispose() => _folder.Dispose();
}
