using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests.Settings;

/// <summary>Sessions with a settings file.</summary>
public sealed class SettingsScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Config => _folder.File("config/config.yaml");

    private ConsoleRun Run(string? yaml = null, string language = "en", string? state = null, int width = 180)
    {
        if (yaml is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Config)!);
            File.WriteAllText(Config, yaml);
        }
        return new ConsoleRun(
            width,
            40,
            language,
            state: state,
            settings: ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsFile.Read(Config))
        ).Settle();
    }

    [Fact]
    public void Footer_help_palette_and_prose_name_the_keys_of_the_file()
    {
        using var run = Run(
            "keys:\n  browse.help: F4\n  anywhere.focus-result: []\n"
                + "  anywhere.focus-sql: Alt+8\n  editor.run: Alt+2\n  result.show-chart: C"
        );
        run.Screen.ShouldContain("Alt+8 SQL");
        run.Screen.ShouldContain("Alt+8 to write SQL  F4");
        run.Screen.ShouldNotContain("F4 result");
        run.Screen.ShouldContain("Write SQL here, Alt+2 runs it");
        run.Keys("F4").Screen.ShouldMatch(" F4 +help ");
        run.Keys("Esc F10").Type("run the statement").Screen.ShouldContain("Alt+2");
        run.Keys("Esc Alt+8").Type("SELECT 7 AS a").Keys("Alt+2").State.Result.Open!.Table.Text(0, 0).ShouldBe("7");
        run.Screen.ShouldContain(" C Chart ");
    }

    [Fact]
    public void An_action_without_a_key_is_named_by_the_list_of_all_commands()
    {
        using var run = Run("keys: {editor.run: []}");
        run.Screen.ShouldContain("Write SQL here, F10 (all commands) runs it");
    }

    [Fact]
    public void A_faulty_file_is_said_in_the_interface_s_language_and_the_rest_holds()
    {
        using var run = Run("theme: drak\nkeys:\n  grid.sort: c\n  browse.help: h\n  editor.find: Alt+9");
        run.Screen.ShouldContain("did you mean dark?");
        run.State.Settings.Faults.Length.ShouldBe(3);
        run.Screen.ShouldContain("keys.browse.help: h");
        run.Keys("F9").Screen.ShouldContain("是不是 dark？");
        run.Keys("F3 Alt+9").State.Query.Find.ShouldNotBeNull();
    }

    [Fact]
    public void Of_many_faults_the_first_are_said_and_where_all_are()
    {
        using var run = Run("a: 1\nb: 1\nc: 1\nd: 1\ne: 1", width: 200);
        run.Screen.ShouldContain("unknown entry 'c'");
        run.Screen.ShouldNotContain("unknown entry 'd'");
        run.Screen.ShouldContain("2 more in the settings file: Shift+F10 shows all");
        run.Keys("Shift+F10").Screen.ShouldContain("unknown entry 'e'");
    }

    [Fact]
    public void A_starter_is_written_where_there_is_no_file_and_never_over_one()
    {
        using var run = Run();
        run.Keys("Shift+F10").Screen.ShouldContain("There is none; n writes one");
        run.Keys("n").Screen.ShouldContain("r reads it again");
        File.ReadAllText(Config).ShouldBe(StarterFile.Text(Language.En, ConsoleKeys.Map));
        Directory.GetFiles(Path.GetDirectoryName(Config)!).ShouldBe([Config]);
        File.WriteAllText(Config, "# mine");
        run.Keys("n").Screen.ShouldContain("The settings file was not written");
        File.ReadAllText(Config).ShouldBe("# mine");
        Directory.GetFiles(Path.GetDirectoryName(Config)!).ShouldBe([Config]);
    }

    [Fact]
    public void A_file_changed_meanwhile_is_read_again()
    {
        using var run = Run("theme: light");
        run.State.Settings.Theme.ShouldBe(ThemeName.Light);
        File.WriteAllText(Config, "theme: dark\nvim: true\nlanguage: zh\nkeys: {grid.sort: S}");
        run.Keys("Shift+F10 r");
        (run.State.Settings.Theme, run.State.Query.Vim is not null, run.State.Language).ShouldBe((ThemeName.Dark, true, Language.Zh));
        run.Screen.ShouldContain("grid.sort");
        File.WriteAllText(Config, "theme: [");
        run.Keys("r").Screen.ShouldContain("不是 YAML");
        run.State.Settings.Theme.ShouldBe(ThemeName.Dark);
    }

    [Fact]
    public void In_the_settings_window_theme_and_vim_keys_change_at_once()
    {
        using var run = Run();
        run.Keys("Shift+F10 t v").Screen.ShouldContain("theme            light");
        run.State.Window.ShouldBeOfType<SettingsWindow>();
        run.State.Query.Vim.ShouldNotBeNull();
        run.Keys("Esc").State.Window.ShouldBeNull();
    }

    [Fact]
    public void What_the_file_leaves_open_is_as_chosen_last_and_what_it_says_holds_at_the_start()
    {
        using (var run = Run(state: _folder.Path))
            run.Keys("Shift+F9 Shift+F9 F12");
        using (var run = Run(state: _folder.Path))
            (run.State.Settings.Theme, run.State.Query.Vim is not null).ShouldBe((ThemeName.Dark, true));
        using (var run = Run("theme: contrast\nvim: false", state: _folder.Path))
        {
            (run.State.Settings.Theme, run.State.Query.Vim is not null).ShouldBe((ThemeName.Contrast, false));
            run.Keys("Shift+F9").Screen.ShouldContain("(until the end; the settings file says contrast)");
        }
    }

    [Fact]
    public void A_key_of_the_map_turns_buffers_and_cancels_above_vim_keys()
    {
        using var run = Run("vim: true\nkeys: {editor.next-buffer: Ctrl+D}");
        run.Keys("F3 Ctrl+N").State.Query.Buffers.Current.ShouldBe(1);
        run.Keys("Ctrl+D").State.Query.Buffers.Current.ShouldBe(0);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(60, 15)]
    public void The_settings_fit_small_screens(int width, int height)
    {
        using var run = Run("theme: drak\nkeys: {grid.sort: Ctrl+Enter}", "zh");
        run.Program.Send(new ResizeEvent(width, height));
        run.Keys("Shift+F10").Screen.ShouldContain("设置文件");
        run.Keys("End").Screen.ShouldContain("沿用上次的选择");
    }

    [Fact]
    public void A_failed_query_is_said_in_the_language_of_the_interface()
    {
        using var run = Run(language: "zh");
        run.Sql("SELECT vallue FROM figures").Screen.ShouldContain("没有名为“vallue”的列；相近的有");
        run.Screen.ShouldContain("引擎原文：Binder Error");
        run.Keys("F9").Screen.ShouldNotContain("引擎原文");
        run.Screen.ShouldContain("Binder Error: Referenced column");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_said_in_lines()
    {
        using var run = Run(language: "zh");
        run.Keys("F3 Ctrl+O").Type(_folder.File("none.sql")).Keys("Enter").Screen.ShouldContain($"找不到文件 {_folder.File("none.sql")}。");
        run.Keys("F3 Ctrl+S Ctrl+U")
            .Type(Path.Combine(_folder.Path, "none", "x.sql"))
            .Keys("Enter")
            .Screen.ShouldContain("x.sql：写不了：没有文件夹");
    }

    public void Dispose() => _folder.Dispose();
}
