using Analytics.Engine.Workspaces;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>Work with results, replayed key by key: everything acts on the whole result.</summary>
public class ResultScriptTests
{
    private const string Numbers =
        "SELECT range AS id, (range * 7919) % 100003 AS v, CASE WHEN range % "
        + "3 = 0 THEN 'a' WHEN range % 3 = 1 THEN '' END AS t FROM range(100003)";

    private static ConsoleRun Opened(string sql, int width = 140) => new ConsoleRun(width, 40).Settle().Sql(sql);

    private static string Cell(ConsoleRun run, int row, int column) => run.State.Result.Open!.Table.Text(row, column) ?? "NULL";

    [Fact]
    public void Sorting_acts_on_all_rows_turns_round_and_is_undone()
    {
        using var run = Opened(Numbers).Keys("→ o o");
        Cell(run, 0, 1).ShouldBe("100002");
        run.State.Result.Open!.Name.ShouldBe("r3");
        run.Keys("u");
        run.State.Result.Open!.Name.ShouldBe("r1");
        Cell(run, 0, 0).ShouldBe("0");
    }

    [Fact]
    public void Sorting_takes_several_columns()
    {
        using var run = Opened("FROM (VALUES (1, 'b'), (2, 'a'), (1, 'a')) v(n, s)").Keys("o → O");
        (Cell(run, 0, 0) + Cell(run, 0, 1) + Cell(run, 1, 1)).ShouldBe("1ab");
        run.State.Result.Open!.Query.ShouldBeOfType<OperationRequest>().Operation.ShouldBeOfType<SortRows>().Keys.Count.ShouldBe(2);
    }

    [Fact]
    public void Sorted_columns_show_an_arrow_and_of_several_their_order()
    {
        using var run = Opened("FROM (VALUES (1, 'b'), (2, 'a')) v(n, a_column_whose_name_is_long)").Keys("o");
        Heads(run).ShouldBe(["n ↑", "a_column_whose_name_is_long"]);
        Heads(run.Keys("o")).ShouldBe(["n ↓", "a_column_whose_name_is_long"]);
        Heads(run.Keys("→ O")).ShouldBe(["n ↓1", "a_column_whose_name_is_long ↑2"]);
        run.Screen.ShouldContain("a_column_whose_name_is_long ↑2");
        Heads(run.Keys("u")).ShouldBe(["n", "a_column_whose_name_is_long"]);
    }

    private static IEnumerable<string> Heads(ConsoleRun run) => run.State.Result.Open!.Grid.Columns.Select(c => c.Title);

    [Theory]
    [InlineData("= ", 33335)]
    [InlineData("! ", 66668)]
    public void Rows_like_the_cell_are_kept_or_left_out(string keys, int rows)
    {
        using var run = Opened(Numbers).Keys("→ → " + keys);
        run.State.Result.Open!.Table.RowCount.ShouldBe(rows);
    }

    [Fact]
    public void A_condition_filters_all_rows_and_a_wrong_one_is_explained()
    {
        using var run = Opened(Numbers).Keys("F").Type("v > 100000").Keys("Enter");
        run.State.Result.Open!.Table.RowCount.ShouldBe(2);
        run.Screen.ShouldContain("全部行");
        run.Keys("F").Type("nosuch > 1").Keys("Enter").State.Result.Failed!.Message.En.ShouldContain("nosuch");
    }

    [Fact]
    public void Searching_finds_rows_far_away_and_goes_round()
    {
        using var run = Opened("SELECT CASE WHEN range IN (90000, 5) THEN 'needle' ELSE 'hay' END AS t FROM range(100000)")
            .Keys("/")
            .Type("NEEDLE")
            .Keys("Enter n");
        run.State.Result.Open!.Grid.Row.ShouldBe(90000);
        run.Keys("n").State.Result.Open!.Grid.Row.ShouldBe(5);
        run.Keys("N").State.Result.Open!.Grid.Row.ShouldBe(90000);
    }

    [Fact]
    public void Values_are_counted_over_the_whole_result()
    {
        using var run = Opened(Numbers).Keys("→ → #");
        run.State.Result.Open!.Table.RowCount.ShouldBe(3);
        Cell(run, 0, 1).ShouldBe("33335");
    }

    [Fact]
    public void Statistics_of_a_column_count_everything()
    {
        using var run = Opened(Numbers).Keys("→ i");
        run.State.Window.ShouldBeOfType<LinesWindow>();
        run.Screen.ShouldContain("100,003");
        run.Screen.ShouldContain("50001");
        run.Screen.ShouldContain("█");
    }

    [Fact]
    public void Columns_are_hidden_moved_and_restored()
    {
        using var run = Opened(Numbers).Keys("d L");
        run.State.Result.Open!.Shown.ShouldBe([2, 1]);
        run.Keys("D").State.Result.Open!.Shown.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void Number_styles_change_the_look_and_never_the_value()
    {
        using var run = Opened("SELECT 1234567890::BIGINT AS n").Keys(",");
        run.Screen.ShouldContain("1,234,567,890");
        run.Keys(",").Screen.ShouldContain("12.3456789亿");
        run.Keys("c").Program.Clipboard.ShouldBe(["1234567890"]);
    }

    [Fact]
    public void A_row_is_read_field_by_field_also_the_next_one()
    {
        using var run = Opened(Numbers).Keys("d r →");
        run.Screen.ShouldContain("id  1");
    }

    [Theory]
    [InlineData("TSV", "a\tb\n1\tx\n")]
    [InlineData("CSV", "a,b\n1,x\n")]
    [InlineData("MARKDOWN", "| a | b |\n| ---: | --- |\n| 1 | x |\n")]
    [InlineData("SQL", "VALUES\n  (1, 'x')")]
    [InlineData("TEXT", "1\tx")]
    public void A_row_is_copied_in_the_format_chosen(string format, string expected)
    {
        using var run = Opened("SELECT 1 AS a, 'x' AS b").Keys("C");
        var pick = run.State.Window.ShouldBeOfType<CopyWindow>();
        var at = pick
            .Choices.Index()
            .First(c => c.Item.Columns.Count == 2 && c.Item.Format == Enum.Parse<CopyFormat>(format, ignoreCase: true))
            .Index;
        run.Keys(string.Join(' ', Enumerable.Repeat("↓", at)) + " Enter");
        run.Program.Clipboard.ShouldBe([expected]);
    }

    [Fact]
    public void The_whole_result_is_copied_and_the_list_is_narrowed_by_typing()
    {
        using var run = Opened("SELECT range AS n, range * 2 AS twice FROM range(3)").Keys("C").Type("整个 csv").Keys("Enter");
        run.Program.Clipboard.ShouldBe(["n,twice\n0,0\n1,2\n2,4\n"]);
    }

    [Fact]
    public void A_table_for_word_goes_to_the_desktop_s_clipboard_and_where_there_is_none_that_is_said()
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return;
        using var folder = new TemporaryFolder();
        var (path, taken) = (Environment.GetEnvironmentVariable("PATH"), folder.File("taken"));
        var program = folder.File("wl-copy", $"#!/bin/sh\necho \"$*\" > '{taken}'\ncat >> '{taken}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var run = Opened("SELECT 1 AS a, '<县>' AS b").Keys("C").Type("整个 word");
        foreach (var variable in new[] { "DISPLAY", "WAYLAND_DISPLAY" })
            Environment.SetEnvironmentVariable(variable, null);
        run.Keys("Enter").State.Message.Text.ShouldContain("wl-copy");
        try
        {
            Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", "wayland-0");
            Environment.SetEnvironmentVariable("PATH", $"{folder.Path}:{path}");
            run.Keys("C").Type("整个 word").Keys("Enter").State.Message.Text.ShouldNotContain("wl-copy");
        }
        finally
        {
            Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", null);
            Environment.SetEnvironmentVariable("PATH", path);
        }

        var lines = File.ReadAllLines(taken);
        lines[0].ShouldBe("-t text/html");
        lines[2].ShouldContain(">a</th>");
        lines[3].ShouldContain("text-align: right\">1</td>");
        lines[3].ShouldContain("&lt;县&gt;");
        run.Program.Clipboard.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_that_rows_are_sorted_by_have_an_arrow_and_of_several_their_place()
    {
        using var run = Opened("SELECT range AS n, range % 2 AS m FROM range(4)").Keys("o");
        run.Screen.ShouldContain("n ↑");
        run.Keys("o").Screen.ShouldContain("n ↓");
        run.Keys("→ O").Screen.ShouldContain("n ↓1");
        run.Screen.ShouldContain("m ↑2");
    }

    [Fact]
    public void Steps_are_undone_and_done_again_and_are_one_statement_in_the_editor()
    {
        using var run = Opened("SELECT range AS n FROM range(4)").Keys("o o F").Type("n > 0").Keys("Enter");
        var steps = run.State.Result.Open!.Name;
        run.Keys("u u").State.Result.Open!.Name.ShouldBe("r1");
        run.Keys("u").State.Result.Open!.Name.ShouldBe("r1", "there is nothing before the query");
        run.Keys("U U").State.Result.Open!.Name.ShouldBe(steps);
        run.Keys("U").State.Result.Open!.Name.ShouldBe(steps, "there is nothing after the last step");
        run.Keys("e").State.Focus.ShouldBe(Panel.Query);
        run.State.Query.Editor.Text.ShouldNotBe("SELECT range AS n FROM range(4)");
        run.Keys("F5");
        Enumerable.Range(0, 3).Select(row => Cell(run, row, 0)).ShouldBe(["3", "2", "1"]);
        run.State.Query.Editor.Text.ShouldContain("range(4)", customMessage: "it stands on no kept result");
    }

    [Fact]
    public void A_hidden_column_is_a_step_that_is_undone_and_done_again_and_is_in_the_statement()
    {
        using var run = Opened("SELECT range AS n, -range AS m, 'x' AS t FROM range(4)").Keys("→ d → o");
        run.State.Result.Open!.Name.ShouldBe("r2");
        run.Keys("u").State.Result.Open!.Shown.ShouldBe([0, 2]);
        run.Keys("u").State.Result.Open!.Shown.ShouldBe([0, 1, 2], "the column was hidden before the rows were sorted");
        run.Keys("U").State.Result.Open!.Shown.ShouldBe([0, 2]);
        run.Keys("U").State.Result.Open!.Name.ShouldBe("r2");
        run.Keys("e").State.Query.Editor.Text.ShouldStartWith("SELECT * EXCLUDE (\"m\") FROM (");
        run.Keys("F5").State.Result.Open!.Table.Columns.Select(c => c.Name).ShouldBe(["n", "t"]);
    }

    [Fact]
    public void Columns_stay_hidden_where_one_is_added_or_cast()
    {
        using var run = Opened("SELECT range AS n, -range AS m FROM range(4)").Keys("d E").Type("k = n + 1").Keys("Enter");
        Heads(run).ShouldBe(["m", "k"]);
        run.Keys("T").Type("DOUBLE").Keys("Enter");
        Heads(run).ShouldBe(["m", "k"]);
    }

    [Fact]
    public void Redoing_goes_to_the_step_that_was_undone_not_to_the_newest()
    {
        using var run = Opened("SELECT range AS n FROM range(9)").Keys("F").Type("n > 5").Keys("Enter u F").Type("n > 7").Keys("Enter");
        run.State.Result.Open!.Name.ShouldBe("r3");
        run.Keys("R ↓ Enter u U").State.Result.Open!.Name.ShouldBe("r2");
    }

    [Fact]
    public void The_steps_are_shown_in_words_and_as_one_statement()
    {
        using var run = Opened("SELECT range AS n, 1 AS one FROM range(4)").Keys("F").Type("n > 1").Keys("Enter → d S");
        var window = run.State.Window.ShouldBeOfType<LinesWindow>();
        window.Text.Select(l => l.Text).ShouldContain("1. r1  SELECT range AS n, 1 AS one FROM range(4)");
        run.Screen.ShouldContain("3. 隐藏 one");
        run.Screen.ShouldContain("EXCLUDE");
    }

    [Fact]
    public void Rows_are_grouped_by_several_columns_and_by_the_values_of_two()
    {
        using var run = Opened("SELECT range % 2 AS a, 'k' || range % 3 AS b, range AS v FROM range(12)", 180)
            .Keys("& ↓ Space ↓ Space Enter");
        Heads(run).ShouldBe(["a", "b", "rows", "sum_v"]);
        run.State.Result.Open!.Table.RowCount.ShouldBe(6);
        run.Keys("u & ↓ Space Space ↓ → → Enter");
        Heads(run).ShouldBe(["a", "rows", "k0", "k1", "k2"]);
        Cell(run, 0, 2).ShouldBe("3.0", "the mean of 0 and 6");
        run.State.Result.Open!.Table.Caution.ShouldBeNull("nobody's article speaks against it");
        run.Keys("u & Space Space Enter").Screen.ShouldContain("至少给一列");
    }

    [Fact]
    public void A_sum_of_shares_is_cautioned_in_words_that_stay_with_it()
    {
        using var run = new ConsoleRun(180, 45, "en").Settle().Sql("SELECT theme, value, obs_id FROM figures WHERE statistic = 'share'");
        run.Keys("& → Enter").State.Result.Open!.Table.Caution.ShouldBeNull("a count combines nothing");
        run.Keys("u & ↓ Space Enter");
        run.State.Result.Open!.Table.Caution.ShouldNotBeNull().ShouldContain("their sum means nothing");
        run.Keys("→").Screen.ShouldContain("Caution: ", customMessage: "it stays where the cursor moves");
    }

    [Fact]
    public void The_first_column_stays_in_sight_where_not_all_have_room_until_the_user_says_otherwise()
    {
        using var run = Opened(
            "SELECT 'first' AS name, " + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"{i} AS column_{i}")),
            100
        );
        run.Keys("End").Screen.ShouldContain("1 │ first");
        run.Keys("Home f f End").Screen.ShouldNotContain("1 │ first");
        run.Sql("SELECT 1 AS one").State.Result.Open!.Grid.Frozen.ShouldBe(0, "all have room");
    }

    [Fact]
    public void A_column_is_added_by_an_expression_and_another_one_gets_another_type()
    {
        using var run = Opened("SELECT range AS n, '0' || range AS t FROM range(3)").Keys("E").Type("n + 1").Keys("Enter");
        run.Screen.ShouldContain("名称和表达式");
        run.Keys("Ctrl+U").Type("next = n + 1").Keys("Enter");
        Enumerable.Range(0, 3).Select(row => Cell(run, row, 2)).ShouldBe(["1", "2", "3"]);
        run.State.Result.Open!.Table.Columns[2].Name.ShouldBe("next");
        run.Keys("→ T").Type("INTEGER").Keys("Enter");
        run.State.Result.Open!.Table.Columns.Select(c => (c.Name, c.Type.ToString())).ShouldContain(("t", "INTEGER"));
        run.Keys("T").Type("NOTYPE").Keys("Enter").State.Result.Failed!.Query.Sql.ShouldBe("NOTYPE");
        run.Keys("Esc u u").State.Result.Open!.Name.ShouldBe("r1");
    }

    [Fact]
    public void Null_is_shown_as_the_settings_say_and_copied_as_it_is()
    {
        using var run = Opened("SELECT NULL AS nothing, 1 AS one");
        run.Screen.ShouldContain("NULL");
        run.Keys(".").Screen.ShouldContain("│       – │");
        run.Keys(".").State.Settings.Nulls.ShouldBe(NullStyle.Blank);
        run.Keys("C").Type("行 csv").Keys("Enter");
        run.Program.Clipboard.ShouldBe(["nothing,one\n,1\n"]);
    }

    [Fact]
    public void A_selection_is_copied()
    {
        using var run = Opened(Numbers).Keys("m ↓ → C Enter");
        run.Program.Clipboard.ShouldBe(["0\t0\n1\t7919"]);
    }

    [Fact]
    public void A_column_too_long_for_the_clipboard_is_refused_in_words()
    {
        using var run = Opened(Numbers).Keys("C").Type("列 sql");
        run.Keys("Enter").Program.Clipboard.ShouldBeEmpty();
        run.Screen.ShouldContain("存为文件");
    }

    [Fact]
    public void As_many_rows_as_are_said_to_fit_are_copied_whole_and_one_more_is_not()
    {
        using var run = Opened("SELECT repeat('字', 3) AS t FROM range(20000)").Keys("C").Type("列 text").Keys("Enter");
        run.Program.Clipboard.ShouldBeEmpty();
        run.Screen.ShouldContain("7,499");
        run.Keys("m").Program.Send(Enumerable.Repeat(new Analytics.Terminal.Input.KeyEvent(Analytics.Terminal.Input.Key.Down), 7498));
        run.Settle().Keys("C Enter").Program.Clipboard.ShouldHaveSingleItem().Split('\n').Length.ShouldBe(7499);
        run.Keys("↓ C Enter").Program.Clipboard.Count.ShouldBe(1);
    }

    [Fact]
    public void Kept_results_are_queried_picked_pinned_and_dropped()
    {
        using var run = Opened("SELECT 1 AS a").Sql("SELECT a + 1 AS b FROM r1").Keys("R ↓ p d");
        run.State.Result.Entry("r1")!.IsPinned.ShouldBeTrue();
        run.Keys("Enter").State.Result.Open!.Name.ShouldBe("r1");
        run.Keys("R p d").State.Result.Entry("r1").ShouldBeNull();
        run.Keys("Esc").State.Result.Open!.Name.ShouldBe("r2");
        run.Sql("FROM r1").State.Result.Failed.ShouldNotBeNull();
    }

    [Fact]
    public void Kept_results_stand_in_the_catalogue()
    {
        using var run = Opened("SELECT 1 AS a").Sql("SELECT 2 AS b").Open("r1");
        run.State.Result.Open!.Name.ShouldBe("r1");
    }

    [Fact]
    public void Two_results_are_compared_by_key()
    {
        using var run = Opened("FROM (VALUES (1, 10), (2, 20)) v(k, n)").Sql("FROM (VALUES (1, 15), (3, 30)) v(k, n)").Keys("R ↓ c Enter");
        run.State.Result.Open!.Table.RowCount.ShouldBe(3);
        run.State.Result.Open.Table.Columns.Select(c => c.Name).ShouldBe(["change", "k", "n_r1", "n_r2", "n_difference", "n_percent"]);
        (Cell(run, 0, 0) + Cell(run, 0, 4) + Cell(run, 0, 5)).ShouldBe("changed550.0");
        run.State.Message.Text.ShouldContain("新增 1");
    }

    [Fact]
    public void The_command_of_a_sorted_result_needs_no_kept_result()
    {
        using var run = Opened("SELECT 2 AS a UNION ALL SELECT 1").Keys("o Y");
        var command = run.Program.Clipboard.ShouldHaveSingleItem();
        command.ShouldStartWith("analytics query '");
        command.ShouldContain("WITH");
        run.Keys("Esc").Open("training/coverage").Keys("Y").Program.Clipboard[^1].ShouldBe("analytics run training/coverage");
    }

    [Fact]
    public void Null_empty_text_and_nested_values_are_told_apart()
    {
        using var run = Opened("SELECT NULL AS n, '' AS e, {'a': 1, 'b': [1, 2]} AS s, '{\"x\": [1]}'::JSON AS j").Keys("→ → Enter");
        run.State.Window.ShouldBeOfType<CellWindow>().Text.ShouldBe("{\n  'a': 1,\n  'b': [\n    1,\n    2\n  ]\n}");
        run.Keys("Esc → Enter").State.Window.ShouldBeOfType<CellWindow>().Text.ShouldNotBeNull().ShouldContain("\n");
    }

    [Fact]
    public void Numbers_far_down_are_not_cut_but_a_column_narrowed_by_hand_stays_narrow()
    {
        using var run = Opened("SELECT range AS a, range AS b FROM range(1000000)").Keys("→ - - ← G");
        run.Screen.ShouldContain(" 999999 │");
        run.State.Result.Open!.Grid.Columns[1].Width.ShouldBeLessThan(6);
    }

    [Theory]
    [InlineData("SELECT value FROM measured WHERE county_zh = '江口县'", "江口县：无来源")]
    [InlineData("SELECT value FROM measured WHERE county_zh = '思南县' AND theme = 'cadre_pay'", "思南县：本库来源未见这样的数字；不是0")]
    [InlineData("SELECT 1 AS a WHERE false", "没有符合条件的行。")]
    public void A_result_without_rows_says_why(string sql, string reason)
    {
        using var run = new BesideRun("zh");
        run.Sql(sql).Wait(s => s.Result.InMotion.Count == 0);
        run.Screen.ShouldContain(reason);
    }

    [Fact]
    public void The_first_rows_are_there_while_the_query_runs_and_stay_when_it_is_cancelled()
    {
        using var run = new BesideRun("zh");
        run.Sql("SELECT range AS i FROM range(3000000000)").Wait(s => s.Result.Open?.Table.RowCount > 0);
        run.State.Result.Open!.Table.IsGrowing.ShouldBeTrue();
        run.Keys("Esc").Wait(s => s.Result.InMotion.Count == 0);
        run.State.Result.Open!.Table.Progress.State.ShouldBe(KeptState.Cancelled);
        run.State.Result.Open.Table.RowCount.ShouldBeGreaterThan(0);
        run.State.Message.Text.ShouldContain("已取消");
        run.Screen.ShouldContain("（已取消）");
    }
}
