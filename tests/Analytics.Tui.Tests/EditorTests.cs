using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets.Vim;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Tests;

/// <summary>The editor side, key by key on the real session.</summary>
public class EditorTests
{
    private static string Text(ConsoleRun run) => run.State.Query.Editor.Text;

    private static ConsoleRun Typed(string sql, int width = 100)
    {
        var run = new ConsoleRun(width, 30, "en").Settle().Keys("F3");
        run.Program.Send(new PasteEvent(sql));
        return run.Settle();
    }

    [Theory]
    [InlineData("Ctrl+Home", "1")]
    [InlineData("Ctrl+End", "2")]
    [InlineData("Ctrl+Home Shift+End", "1")]
    public void The_statement_at_the_cursor_is_run(string keys, string value)
    {
        using var run = Typed("SELECT 1 AS a;\nSELECT 2 AS a").Keys(keys + " F5");
        run.State.Result.Open!.Table.Text(0, 0).ShouldBe(value);
    }

    [Fact]
    public void A_line_that_goes_on_beyond_an_edge_says_so_and_the_next_line_begins_at_its_first_column()
    {
        using var run = Typed("SELECT " + string.Join(" + ", Enumerable.Range(100, 40)));
        run.Screen.ShouldContain("1‹");
        run.Keys("Home").Screen.ShouldContain("›│");
        run.Keys("End Enter").Type("x").State.Query.Editor.Left.ShouldBe(0);
    }

    [Fact]
    public void Indents_that_were_pasted_stay_as_they_are()
    {
        using var run = Typed("SELECT\n    1,\n\t  2\nFROM t").Keys("Enter");
        run.Program.Send(new PasteEvent("  WHERE\n    a\n"));
        Text(run).ShouldBe("SELECT\n    1,\n\t  2\nFROM t\n  WHERE\n    a\n");
    }

    [Fact]
    public void All_statements_are_run_by_another_key()
    {
        using var run = Typed("CREATE TABLE t AS SELECT 7 AS a;\nFROM t").Keys("Ctrl+Home F7");
        run.State.Result.Open!.Table.Text(0, 0).ShouldBe("7");
    }

    [Fact]
    public void An_error_is_marked_at_its_place_in_the_whole_text()
    {
        using var run = Typed("SELECT 1;\nSELECT nosuch;\nSELECT 3").Keys("↑ F5");
        run.State.Query.Editor.ErrorMark.ShouldBe(new(1, 7));
    }

    [Fact]
    public void Typing_offers_columns_with_their_description_and_tab_takes_one()
    {
        using var run = Typed("SELECT  FROM figures").Keys("Home → → → → → → →").Type("county_z");
        run.Screen.ShouldContain("county_zh");
        run.Keys("Tab");
        Text(run).ShouldBe("SELECT county_zh FROM figures");
        run.State.Query.Completing.Shown.ShouldBeNull();
    }

    [Fact]
    public void A_key_offers_what_may_stand_here_and_escape_dismisses_it()
    {
        using var run = Typed("SELECT * FROM ").Keys("Ctrl+Space");
        run.State.Query.Completing.Shown.ShouldNotBeNull();
        run.Screen.ShouldContain("figures");
        run.Keys("Esc").State.Query.Completing.Shown.ShouldBeNull();
        run.State.Focus.ShouldBe(Panel.Query);
    }

    [Fact]
    public void Values_are_offered_inside_quotes()
    {
        using var run = Typed("FROM figures WHERE county_zh = ").Type("'松");
        run.Keys("Tab");
        Text(run).ShouldContain("'松桃苗族自治县");
    }

    [Fact]
    public void A_new_table_is_offered_once_it_was_made()
    {
        using var run = Typed("CREATE TABLE brand_new_one AS SELECT 1 AS a").Keys("F5 F3 Ctrl+A").Type("FROM brand_n").Keys("Tab");
        Text(run).ShouldBe("FROM brand_new_one");
    }

    [Fact]
    public void Buffers_are_made_turned_named_and_closed()
    {
        using var run = Typed("one").Keys("Ctrl+N").Type("two");
        run.Screen.ShouldContain(" sql1 ─ sql2 ");
        Text(run.Keys("Ctrl+PgUp")).ShouldBe("one");
        run.Keys("Ctrl+PgDn Alt+t Ctrl+U").Type("second").Keys("Enter");
        run.Screen.ShouldContain("second");
        run.Keys("Alt+w Enter").State.Query.Buffers.Items.Count.ShouldBe(2, "cancel is chosen first");
        run.Keys("Alt+w ← Enter").State.Query.Buffers.Items.Count.ShouldBe(1);
        Text(run).ShouldBe("one");
    }

    [Fact]
    public void The_history_is_searched_and_brought_back()
    {
        using var run = Typed("SELECT 1 AS first").Keys("F5 F3 Ctrl+A").Type("SELECT 2 AS other").Keys("F5 F11").Type("first");
        run.Keys("Enter");
        Text(run).ShouldBe("SELECT 1 AS first");
        run.State.Query.Buffers.Items.Count.ShouldBe(2);
    }

    [Fact]
    public void Text_is_found_and_replaced()
    {
        using var run = Typed("a b a b a").Keys("Alt+r Ctrl+U").Type("a").Keys("Tab").Type("铜").Keys("Alt+Enter Esc");
        Text(run).ShouldBe("铜 b 铜 b 铜");
        run.Keys("Ctrl+Z");
        Text(run).ShouldBe("a b a b a");
    }

    [Fact]
    public void A_line_is_gone_to_and_a_wrong_number_is_refused()
    {
        using var run = Typed("a\nb\nc").Keys("Ctrl+G").Type("x").Keys("Enter");
        run.State.Window.ShouldBeOfType<AskWindow>().Error.ShouldNotBeEmpty();
        run.Keys("Ctrl+U").Type("2").Keys("Enter").State.Query.Editor.Cursor.Line.ShouldBe(1);
    }

    [Fact]
    public void Lines_are_commented_out_and_in()
    {
        using var run = Typed("SELECT 1\nFROM t").Keys("Ctrl+A Ctrl+_");
        Text(run).ShouldBe("-- SELECT 1\n-- FROM t");
        Text(run.Keys("Ctrl+A Ctrl+_")).ShouldBe("SELECT 1\nFROM t");
    }

    [Fact]
    public void A_file_is_saved_opened_and_never_replaced_unasked()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("q.sql", "mine");
        using var run = Typed("SELECT 5").Keys("Ctrl+S Ctrl+U").Type(path).Keys("Enter");
        run.State.Window.ShouldBeOfType<ReplaceSqlWindow>();
        run.Keys("Enter");
        File.ReadAllText(path).ShouldBe("mine");
        run.Keys("Ctrl+S Ctrl+U").Type(path).Keys("Enter ← Enter");
        File.ReadAllText(path).ShouldBe("SELECT 5\n");
        run.Keys("End").Type("5").Keys("Ctrl+S");
        File.ReadAllText(path).ShouldBe("SELECT 55\n", "its own file, as it was left");
        File.WriteAllText(path, "changed by others");
        run.Keys("End").Type("5").Keys("Ctrl+S").State.Window.ShouldBeOfType<ReplaceSqlWindow>();
        run.Keys("Esc Ctrl+O").Type(path).Keys("Enter");
        Text(run).ShouldBe("changed by others");
    }

    [Fact]
    public void A_file_that_is_not_there_or_no_text_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bad.sql");
        File.WriteAllBytes(path, [0xFF, 0xFE, 0x00]);
        using var run = Typed("kept", width: 240).Keys("Ctrl+O").Type(path).Keys("Enter");
        run.State.Message.IsError.ShouldBeTrue();
        run.Keys("Ctrl+O").Type(folder.File("none.sql")).Keys("Enter").State.Message.IsError.ShouldBeTrue();
        Text(run).ShouldBe("kept");
    }

    [Fact]
    public void Vim_keys_are_a_setting_with_their_mode_shown()
    {
        using var run = Typed("SELECT 1\nSELECT 2").Keys("F12");
        run.Screen.ShouldContain("-- NORMAL --");
        run.Keys("g g d d i");
        run.Screen.ShouldContain("-- INSERT --");
        run.Type("x ").Keys("Esc");
        Text(run).ShouldBe("x SELECT 2");
        run.Keys("u u");
        Text(run).ShouldBe("SELECT 1\nSELECT 2");
        run.Keys("F12").State.Query.Vim.ShouldBeNull();
    }

    [Fact]
    public void Vim_keys_work_on_the_text_as_other_actions_left_it()
    {
        using var run = Typed("a").Keys("F12 :").Type("new").Keys("Enter i").Type("b").Keys("Esc Ctrl+PgUp A").Type("c").Keys("Esc");
        Text(run).ShouldBe("ac");
        run.State.Query.Vim!.Mode.ShouldBe(VimMode.Normal);
    }

    [Fact]
    public void Queries_are_laid_out_and_one_undo_takes_it_back()
    {
        using var run = Typed("select a,b from t where x=1").Keys("Alt+f");
        Text(run).ShouldStartWith("SELECT a, b\nFROM t");
        Text(run.Keys("Ctrl+Z")).ShouldBe("select a,b from t where x=1");
    }

    [Fact]
    public void The_palette_reaches_actions_by_name()
    {
        using var run = Typed("SELECT 1").Keys("F2 F10").Type("go to line");
        run.Keys("Enter").State.Window.ShouldBeOfType<AskWindow>();
    }
}
