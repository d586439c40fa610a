using System.Text;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Input;
using Analytics.Tests.Cli;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>Whole sessions, replayed key by key.</summary>
public class SessionScriptTests
{
    [FontFact]
    public void From_a_query_to_its_sentence_its_chart_and_a_png()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(120, 40).Settle().Open("training/coverage");
        run.State.Result.Open!.Table.RowCount.ShouldBe(10);
        run.Keys("3").Screen.ShouldContain("《");
        run.Keys("2").Screen.ShouldContain("█");
        run.Screen.ShouldContain("无来源");
        var path = folder.File("图.png");
        run.Keys("s Ctrl+U").Type(path).Keys("Enter");
        run.State.Message.Text.ShouldContain(path);
        Encoding.Latin1.GetString(File.ReadAllBytes(path), 1, 3).ShouldBe("PNG");
    }

    [Fact]
    public void A_parameter_is_picked_from_its_list_and_used()
    {
        using var run = new ConsoleRun().Settle().Open("overview/county").Keys("Enter").Type("松桃").Keys("Enter F5");
        var open = run.State.Result.Open!;
        open.Query.ShouldBeOfType<CannedRequest>().Values["county"].ShouldBe("松桃苗族自治县");
        open.Table.RowCount.ShouldBeGreaterThan(0);
        run.Screen.ShouldContain("原句");
    }

    [Fact]
    public void A_value_that_is_in_no_list_is_refused_at_its_field_and_runs_nothing()
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Open("overview/county").Keys("Enter").Type("Atlantis").Keys("Enter");
        run.Screen.ShouldContain("“Atlantis” is none of the");
        run.Keys("F5").State.Result.Open.ShouldBeNull();
        run.Keys("Enter").Type("Songtao").Keys("Enter").Screen.ShouldNotContain("is none of the");
        run.Keys("F5").State.Result.Open!.Query.ShouldBeOfType<CannedRequest>().Values["county"].ShouldBe("松桃苗族自治县");
    }

    [Theory]
    [InlineData("松桃县")]
    [InlineData("songtao")]
    [InlineData("520628")]
    public void A_pick_list_is_narrowed_by_any_name_of_a_place(string name)
    {
        using var run = new ConsoleRun().Settle().Open("overview/county").Keys("Enter").Type(name).Keys("Enter F5");
        run.State.Result.Open!.Query.ShouldBeOfType<CannedRequest>().Values["county"].ShouldBe("松桃苗族自治县");
    }

    [Fact]
    public void A_result_of_one_county_names_it_in_its_title_and_its_file()
    {
        using var run = new ConsoleRun(120, 40).Settle().Open("training/county").Keys("Enter").Type("思南").Keys("Enter F5");
        run.Screen.ShouldContain("思南县的培训：全部数字");
        run.Keys("s");
        run.State.Window.ShouldBeOfType<SaveWindow>().Path.ShouldBe("training-county-思南县.csv");
    }

    [Fact]
    public void The_article_shows_the_quote_of_the_selected_row()
    {
        using var run = new ConsoleRun(140, 45).Settle().Open("education/shares").Keys("a");
        var window = run.State.Window.ShouldBeOfType<ArticleWindow>();
        var marked = string.Concat(window.Text!.Marks.Select(m => window.Text.Lines[m.Line].Substring(m.Start, m.Length)));
        static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        Squeeze(marked).ShouldBe(Squeeze(window.Observation.Quote));
    }

    [Fact]
    public void Every_anchor_of_the_data_is_marked_in_its_article()
    {
        using var run = new ConsoleRun(140, 45).Settle().Sql("FROM figures");
        run.State.Result.Open!.Grid.Rows.ShouldBeGreaterThan(100);
        for (var row = 0; row < run.State.Result.Open!.Grid.Rows; row++, run.Keys("j"))
        {
            run.Keys("a");
            run.State.Window.ShouldBeOfType<ArticleWindow>().Text!.Marks.ShouldNotBeEmpty();
            run.Keys("Esc");
        }
    }

    [Fact]
    public void A_failed_query_keeps_the_text_and_marks_the_place()
    {
        const string Sql = "SELECT 1;\nSELECT 铜, vallue FROM figures";
        using var run = new ConsoleRun().Settle().Keys("F3");
        run.Program.Send(new PasteEvent(Sql));
        run.Keys("F5");
        run.State.Query.Editor.Text.ShouldBe(Sql);
        run.State.Query.Editor.ErrorMark.ShouldNotBeNull().Line.ShouldBe(1);
        run.State.Focus.ShouldBe(Panel.Query);
        run.Screen.ShouldContain("^");
    }

    [Fact]
    public void An_error_in_a_selection_is_marked_at_its_place_in_the_whole_text()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("SELECT 1;").Keys("Enter").Type("SELECT nosuch").Keys("Shift+Home F5");
        run.State.Query.Editor.ErrorMark.ShouldBe(new(1, 7));
    }

    [Fact]
    public void The_answer_of_a_query_that_another_one_replaced_is_dropped()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("SELECT 1 AS first").KeysOnly("F5 F3 Ctrl+A");
        run.Program.Type("SELECT 2 AS second");
        run.KeysOnly("F5").Settle();
        run.State.Result.Open!.Table.Columns[0].Name.ShouldBe("second");
        run.State.Result.Running.ShouldBeNull();
    }

    [Fact]
    public void A_query_cancelled_before_its_turn_says_so_and_never_runs()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("CREATE TABLE made AS SELECT 1").KeysOnly("F5 Esc");
        run.State.Result.Running!.IsCancelling.ShouldBeTrue();
        run.Cancel(run.State.Result.Running.Request);
        run.Settle().State.Message.Text.ShouldContain("已取消");
        run.Sql("FROM made").State.Result.Failed.ShouldNotBeNull();
    }

    [Fact]
    public void A_long_query_is_cancelled_while_it_runs()
    {
        using var run = new BesideRun("zh");
        run.Sql("CREATE TABLE numbers AS FROM range(20000)").Wait(s => s.Result.Running is null);
        run.Sql("SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.range + b.range + c.range = -1")
            .Wait(s => s.Result.Running is { Percent: >= 0 })
            .Keys("Esc")
            .Wait(s => s.Result.Running is null);
        run.State.Message.Text.ShouldContain("已取消");
    }

    [Fact]
    public void An_existing_file_is_replaced_only_after_a_second_confirmation()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("r.csv", "mine");
        using var run = new ConsoleRun().Settle().Sql("SELECT 1 AS a").Keys("s Ctrl+U").Type(path).Keys("Enter");
        run.State.Window.ShouldBeOfType<ReplaceWindow>();
        run.Keys("Enter");
        File.ReadAllText(path).ShouldBe("mine");
        run.Keys("s Ctrl+U").Type(path).Keys("Enter ← Enter");
        File.ReadAllText(path).ShouldBe("a\n1\n");
    }

    [Theory]
    [InlineData("r.xyz")]
    [InlineData("r")]
    [InlineData("r.png")]
    public void A_name_that_cannot_be_written_is_refused_where_it_was_typed(string name)
    {
        using var run = new ConsoleRun().Settle().Sql("SELECT 'a' AS a").Keys("s Ctrl+U").Type(name).Keys("Enter");
        run.State.Window.ShouldBeOfType<SaveWindow>().Error.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(240)
            .Settle()
            .Sql("SELECT 1 AS a")
            .Keys("s Ctrl+U")
            .Type(Path.Combine(folder.Path, "none", "r.csv"))
            .Keys("Enter");
        run.Screen.ShouldContain("r.csv：写不了：没有文件夹");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_result_of_any_length_is_scrolled_to_its_end()
    {
        using var run = new ConsoleRun(120, 40).Settle().Sql("FROM range(1000000)");
        run.Screen.ShouldContain("1,000,000 行");
        run.Keys("G").Screen.ShouldContain("999999");
        run.KeysOnly("g").Screen.ShouldContain(" 1 │      …");
        run.Settle().Screen.ShouldContain(" 1 │      0");
    }

    [Fact]
    public void A_canned_query_becomes_sql_that_runs_and_gives_the_same_rows()
    {
        using var run = new ConsoleRun().Settle().Open("overview/county").Keys("F5");
        var rows = run.State.Result.Open!.Table.RowCount;
        run.Keys("e F5");
        run.State.Result.Failed.ShouldBeNull();
        run.State.Result.Open!.Query.ShouldBeOfType<SqlRequest>();
        run.State.Result.Open.Table.RowCount.ShouldBe(rows);
    }

    [Fact]
    public void A_table_is_previewed_and_undo_brings_the_text_back()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("SELECT 'mine'").Open("source");
        run.State.Query.Editor.Text.ShouldStartWith("FROM ");
        run.State.Result.Open.ShouldNotBeNull();
        run.Keys("F3 Ctrl+Z").State.Query.Editor.Text.ShouldBe("SELECT 'mine'");
    }

    [Fact]
    public void Missing_data_is_named_and_sql_still_works()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(120, 40, home: new Home(Repository.Root, folder.Path)).Settle();
        run.Screen.ShouldContain("source.parquet");
        run.Screen.ShouldContain("analytics build");
        run.Sql("SELECT 42 AS answer").State.Result.Open!.Table.Text(0, 0).ShouldBe("42");
    }

    [Fact]
    public void A_query_over_damaged_data_names_the_same_file_each_time()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "data"), "*.parquet"))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        folder.File("indicator.parquet", "damaged");
        using var run = new ConsoleRun(120, 40, home: new Home(Repository.Root, folder.Path)).Settle();
        run.Screen.ShouldContain("indicator.parquet");
        run.Open("training/coverage").State.Result.Failed!.Message.En.ShouldContain("indicator.parquet");
        run.Sql("FROM figures").State.Result.Failed!.Message.En.ShouldContain("indicator.parquet");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named_and_the_rest_works()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(120, 40, open: folder.File("bad.parquet", "no parquet")).Settle();
        run.Screen.ShouldContain("bad.parquet");
        run.Open("training/coverage").State.Result.Open.ShouldNotBeNull();
    }

    [Fact]
    public void An_opened_file_stands_in_the_catalogue_and_can_be_queried()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(120, 40, open: folder.File("mine.csv", "名,值\n甲,1\n")).Settle();
        run.Screen.ShouldContain("mine");
        run.Open("mine").State.Result.Open!.Table.Text(0, 0).ShouldBe("甲");
    }

    [Fact]
    public void The_language_changes_at_run_time_and_the_result_stays()
    {
        using var run = new ConsoleRun(140, 45).Settle().Open("education/shares").Keys("2 1 F9");
        run.State.Language.ShouldBe(Language.En);
        run.Screen.ShouldContain("Catalogue");
        run.Screen.ShouldContain("county_en");
        run.State.Result.Open.ShouldNotBeNull();
    }

    [Fact]
    public void A_quick_query_shows_no_trace_of_running_a_slow_one_shows_its_time()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("SELECT 1").KeysOnly("F5");
        run.Elapse(TimeSpan.FromMilliseconds(100)).Screen.ShouldNotContain("运行中");
        run.Elapse(TimeSpan.FromSeconds(2)).Screen.ShouldContain("运行中 2.1 s");
        run.Settle().Screen.ShouldNotContain("运行中");
    }

    [Fact]
    public void The_parameters_of_a_result_can_be_changed_and_run_again()
    {
        using var run = new ConsoleRun().Settle().Open("overview/county").Keys("F5 p Enter").Type("石阡").Keys("Enter F5");
        run.State.Result.Open!.Query.ShouldBeOfType<CannedRequest>().Values["county"].ShouldBe("石阡县");
    }

    [Fact]
    public void A_message_longer_than_the_status_line_gets_a_window()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(new string('长', 60) + ".csv");
        using var run = new ConsoleRun().Settle().Sql("SELECT 1 AS a").Keys("s Ctrl+U").Type(path).Keys("Enter");
        run.State.Window.ShouldBeOfType<CellWindow>().Text.ShouldNotBeNull().ShouldContain(path);
    }

    [Fact]
    public void Frozen_columns_leave_room_for_one_to_scroll()
    {
        using var run = new ConsoleRun(60, 24).Settle().Sql("SELECT repeat('a', 38) AS a, repeat('b', 38) AS b, 3 AS c").Keys("→ f");
        run.State.Result.Open!.Grid.Frozen.ShouldBe(1);
        run.State.Message.IsError.ShouldBeTrue();
        run.Keys("→").Screen.ShouldContain("3");
    }

    [Fact]
    public void Without_a_terminal_the_console_is_wrong_usage()
    {
        var outcome = AnalyticsProcess.Run();
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("terminal");
    }

    [Fact]
    public void Control_characters_never_reach_the_screen()
    {
        using var run = new ConsoleRun().Settle().Sql("SELECT chr(27) || ']0;x' || chr(7) AS \"a\u001b[2J\"");
        foreach (var keys in new[] { "1", "Enter", "Esc", "s", "Esc", "2", "3" })
            run.Keys(keys).Screen.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
    }

    [Fact]
    public void Ctrl_c_cancels_and_never_quits() => new ConsoleRun().Settle().Keys("Ctrl+C").State.IsOver.ShouldBeFalse();

    [Theory]
    [InlineData("q")]
    [InlineData("Ctrl+Q")]
    [InlineData("F3 Ctrl+Q")]
    [InlineData("? Ctrl+Q")]
    public void Quitting_works_from_anywhere(string keys)
    {
        using var run = new ConsoleRun().Settle().Keys(keys);
        run.State.IsOver.ShouldBeTrue();
    }
}
