using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>Kept results, replayed key by key: named, dropped, beside each other, compared.</summary>
public class KeptScriptTests
{
    private static ConsoleRun Opened(string sql, int width = 140, string language = "en") =>
        new ConsoleRun(width, 40, language).Settle().Sql(sql);

    private static string Cell(ConsoleRun run, int row, int column) => run.State.Result.Open!.Table.Text(row, column) ?? "NULL";

    [Fact]
    public void A_result_is_named_queried_by_that_name_and_stands_in_the_catalogue_under_it()
    {
        using var run = Opened("SELECT 42 AS a").Keys("R n Ctrl+U").Type("my_own").Keys("Enter");
        run.Screen.ShouldContain("my_own · SELECT 42");
        run.Keys("Esc").Sql("SELECT a + 1 AS b FROM my_own").State.Result.Open!.Table.Text(0, 0).ShouldBe("43");
        run.Open("my_own").State.Result.Open!.Name.ShouldBe("r1");
        run.Screen.ShouldContain(" my_own · 1 row");
    }

    [Fact]
    public void A_name_that_cannot_be_had_is_refused_in_its_window()
    {
        using var run = Opened("SELECT 42 AS a").Keys("R n Ctrl+U").Type("figures").Keys("Enter");
        run.State.Window.ShouldBeOfType<QuestionWindow>().Error.ShouldContain("table or view");
        run.Keys("Ctrl+U").Type("select").Keys("Enter").State.Window.ShouldBeOfType<QuestionWindow>().Error.ShouldContain("keyword");
    }

    [Fact]
    public void Columns_stand_as_they_were_arranged_when_a_query_is_run_again()
    {
        using var run = Opened("SELECT 1 AS a, 2 AS b, 1234567 AS c, 4 AS d").Keys("d L + , f");
        var first = run.State.Result.Open!;
        var again = run.Keys("F5").State.Result.Open!;
        again.Name.ShouldNotBe(first.Name);
        again.Shown.ShouldBe(first.Shown);
        again.Grid.Columns.Select(c => c.Width).ShouldBe(first.Grid.Columns.Select(c => c.Width));
        (again.Numbers, again.Grid.Frozen).ShouldBe((first.Numbers, first.Grid.Frozen));
        run.Sql("SELECT 1 AS a, 2 AS b").State.Result.Open!.Shown.Length.ShouldBe(2);
        run.Open("training/coverage").Keys("d");
        var hidden = run.State.Result.Open!.Shown;
        run.Sql("SELECT 1").Open("training/coverage").State.Result.Open!.Shown.ShouldBe(hidden);
    }

    [Fact]
    public void All_unpinned_results_are_dropped_after_a_second_press()
    {
        using var run = Opened("SELECT 1 AS a").Sql("SELECT 2 AS a").Sql("SELECT 3 AS a").Keys("R ↓ p D");
        run.State.Result.Kept.Count.ShouldBe(3);
        run.State.Message.Text.ShouldContain("2 results");
        run.Keys("D").State.Result.Kept.ShouldHaveSingleItem().Name.ShouldBe("r2");
        run.Keys("Esc").State.Result.Open!.Name.ShouldBe("r2");
    }

    [Fact]
    public void The_list_says_rows_columns_time_and_size()
    {
        using var run = Opened("SELECT md5(range::VARCHAR) AS t FROM range(500000)").Keys("R");
        run.Screen.ShouldContain("500,000 rows · 1 column · ");
        run.Screen.ShouldContain(" MB · ");
    }

    [Fact]
    public void Two_results_stand_beside_each_other_and_scroll_together_until_told_otherwise()
    {
        using var run = Opened("SELECT 'left' || range AS a FROM range(5000)")
            .Sql("SELECT 'right' || range AS b FROM range(5000)")
            .Keys("b");
        run.Screen.ShouldContain("r2 | r1");
        run.Keys("PgDn PgDn G");
        run.Screen.ShouldContain("left4999");
        run.Screen.ShouldContain("right4999");
        run.Keys("B g");
        run.Screen.ShouldContain("left4999");
        run.Screen.ShouldContain("right0");
        run.Keys("b").Screen.ShouldNotContain("left4999");
        run.State.Result.Entry("r1")!.IsPinned.ShouldBeTrue();
    }

    [Fact]
    public void The_other_side_gets_the_focus_by_key_and_by_click()
    {
        using var run = Opened("SELECT 'left' || range AS a FROM range(50)").Sql("SELECT 'right' || range AS b FROM range(50)").Keys("b P");
        run.State.Result.Open!.Name.ShouldBe("r1");
        run.Screen.ShouldContain("r2 | r1 · r1");
        var side = ConsoleLayout.Of(run.State).Side;
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, side.X + 8, side.Y + 5, KeyModifiers.None, 1));
        run.Settle().State.Result.Open!.Name.ShouldBe("r2");
        run.State.Result.Open.Grid.Row.ShouldBe(2);
        ConsoleLayout.Of(run.State).Result.X.ShouldBe(side.X);
    }

    [Fact]
    public void Where_there_is_no_room_for_two_the_sides_alternate()
    {
        using var run = Opened("SELECT 'left' AS a", 80).Sql("SELECT 'right' AS b").Keys("b");
        ConsoleLayout.Of(run.State).Side.IsEmpty.ShouldBeTrue();
        run.Screen.ShouldContain("r2 | r1");
        run.Screen.ShouldContain("right");
        run.Keys("P").Screen.ShouldContain("│ left");
        run.Keys("z");
        ConsoleLayout.Of(run.State).Side.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Keys_are_proposed_chosen_and_what_changed_is_counted_and_marked()
    {
        using var run = Opened("FROM (VALUES (1, 'x', 10, 'u'), (2, 'x', 20, 'v'), (4, 'x', 1, 'w')) v(obs_id, t, n, same)")
            .Sql("FROM (VALUES (1, 'x', 15, 'u'), (2, 'y', 20, 'v'), (4, 'x', 1, 'w')) v(obs_id, t, n, same)")
            .Keys("K");
        var keys = run.State.Window.ShouldBeOfType<KeysWindow>();
        keys.Chosen.ShouldBe(["obs_id"]);
        run.Screen.ShouldMatch("obs_id +☑ different in every row");
        run.Keys("Space Enter").State.Window.ShouldBeOfType<KeysWindow>().Error.ShouldNotBeEmpty();
        run.Keys("Space Enter");
        run.State.Message.Text.ShouldBe("0 added, 0 removed, 2 changed, 1 alike");
        var open = run.State.Result.Open!;
        open.Shown.Select(c => open.Table.Kept.ColumnNames[c])
            .ShouldBe(["change", "obs_id", "t_r1", "t_r2", "n_r1", "n_r2", "n_difference", "n_percent"]);
        ComparisonMarks.StyleOf(open, 0, open.Table.Kept.IndexOf("n_percent")).ShouldNotBe(default);
        ComparisonMarks.StyleOf(open, 0, open.Table.Kept.IndexOf("t_r1")).ShouldBe(default);
    }

    [Fact]
    public void Repeated_and_missing_keys_are_said()
    {
        using var run = Opened("FROM (VALUES (1, 10), (1, 20)) v(k, n)").Sql("FROM (VALUES (1, 10), (NULL, 20)) v(k, n)").Keys("K");
        var keys = run.State.Window.ShouldBeOfType<KeysWindow>();
        run.Keys(keys.Columns[0].Name == "k" ? "Enter" : "Space ↓ Space Enter")
            .State.Result.Failed!.Message.En.ShouldContain("2 rows with k = 1");
        run.Sql("FROM (VALUES (1, 30), (NULL, 20)) v(k, n)").Keys("K ↓").State.Window.ShouldBeOfType<CompareWindow>();
        run.Keys("↑ Enter");
        keys = run.State.Window.ShouldBeOfType<KeysWindow>();
        run.Keys(keys.Columns[0].Name == "k" ? "Enter" : "Space ↓ Space Enter").State.Message.Text.ShouldContain("NULL");
        Cell(run, 0, 0).ShouldBe("changed");
    }
}
