using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Analytics.Tui.Pages;

namespace Analytics.Tui.Tests.Pages;

/// <summary>Pages driven by keys and the mouse, on the product's data.</summary>
public class PageScriptTests
{
    [Fact]
    public void The_first_screen_answers_three_questions_without_a_key()
    {
        using var run = Home();
        run.Screen.ShouldContain("谁的后备力量更年轻？");
        run.Screen.ShouldContain("谁培训最多？");
        run.Screen.ShouldContain("集体收入可比吗？");
    }

    [Fact]
    public void A_digit_asks_a_question_on_the_page_that_compares_and_Backspace_comes_back()
    {
        using var run = Home().Keys("2");
        View(run).Spec.Name.ShouldBe("compare");
        Chosen(run, "property").ShouldBe(["training_attendances"]);
        run.Screen.ShouldContain("1870人次");
        run.Keys("Backspace");
        View(run).Spec.Name.ShouldBe("overview");
    }

    [Fact]
    public void Space_filters_the_page_by_the_mark_and_undo_and_redo_walk_the_choices()
    {
        using var run = OnCoverage(Home()).Keys("Down Right Right");
        var before = run.Screen;
        run.Keys("Space");
        run.Screen.ShouldContain("万山 × 培训 [x]");
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
        run.Keys("u").Screen.ShouldBe(before);
        run.Keys("U");
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
        run.Keys("Space").Screen.ShouldBe(before);
        run.Keys("!");
        View(run).State.Selections["coverage"].ShouldHaveSingleItem().IsExcluded.ShouldBeTrue();
        run.Keys("X").Screen.ShouldNotContain("[x]");
    }

    [Fact]
    public void Enter_on_a_cell_opens_the_county_with_its_theme_and_the_trail_keeps_the_cursor()
    {
        using var run = OnCoverage(Home()).Keys("Down Right Enter");
        View(run).Spec.Name.ShouldBe("county");
        Chosen(run, "county").ShouldBe(["wanshan"]);
        Chosen(run, "theme").ShouldBe(["education"]);
        run.Keys("Backspace");
        View(run).Spec.Name.ShouldBe("overview");
        (View(run).Focus, View(run).ViewOf("coverage").Row, View(run).ViewOf("coverage").Column).ShouldBe(("coverage", 1, 1));
        run.Keys("Alt+→");
        View(run).Spec.Name.ShouldBe("county");
    }

    [Theory]
    [InlineData("songtao")]
    [InlineData("松桃县")]
    [InlineData("520628")]
    public void A_slicer_finds_a_county_by_any_of_its_names(string name)
    {
        using var run = Home().Keys("f Right Right Enter").Type(name).Keys("Enter");
        Chosen(run, "county").ShouldBe(["songtao"]);
        run.Screen.ShouldContain("县 ‹松桃›");
    }

    [Fact]
    public void A_list_of_several_ticks_by_Space_and_says_how_many_rows_each_has()
    {
        using var run = Home().Keys("f Right Right Enter");
        run.Screen.ShouldContain("[ ] 碧江区");
        run.Screen.ShouldMatch(@"碧江区 +80");
        run.Keys("Space Down Space");
        Chosen(run, "county").ShouldBe(["bijiang", "wanshan"], ignoreOrder: true);
        run.Keys("Esc Esc");
        View(run).Slicing.ShouldBeNull();
    }

    [Fact]
    public void The_SQL_of_a_visual_goes_into_the_editor_with_its_filters_in_words_and_runs()
    {
        using var run = OnCoverage(Home()).Keys("Space Tab");
        var focus = View(run).Focus;
        run.Keys("e");
        run.State.Pages.IsShown.ShouldBeFalse();
        run.State.Query.Editor.Text.ShouldStartWith("-- 总览");
        run.Keys("F5").State.Result.Failed.ShouldBeNull();
        run.State.Result.Open!.Table.Columns.ShouldNotBeEmpty();
        run.Keys("Alt+1");
        (run.State.Pages.IsShown, View(run).Focus).ShouldBe((true, focus));
    }

    [Fact]
    public void The_page_is_copied_as_a_command_with_what_is_chosen()
    {
        using var run = OnCoverage(Home()).Keys("Space Y");
        run.Program.Clipboard[^1].ShouldStartWith("analytics page overview --filter 'coverage: ");
    }

    [Fact]
    public void Another_language_keeps_what_is_chosen()
    {
        using var run = OnCoverage(Home()).Keys("Space F9");
        run.Screen.ShouldContain("[Overview]");
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
        run.Screen.ShouldContain("Bijiang");
    }

    [Fact]
    public void A_click_focuses_then_filters_and_a_double_click_opens_what_is_behind_instead()
    {
        using var run = Home();
        var (x, y) = Find(run, "万山");
        Click(run, x + 8, y);
        View(run).Focus.ShouldBe("coverage");
        View(run).State.Selections.ShouldBeEmpty();
        Click(run, x + 8, y);
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
        Click(run, x + 8, y);
        Click(run, x + 8, y, clicks: 2);
        View(run).Spec.Name.ShouldBe("county");
        Chosen(run, "county").ShouldBe(["wanshan"]);
    }

    [Fact]
    public void A_chip_is_taken_away_by_a_click_and_tabs_lead_to_pages()
    {
        using var run = OnCoverage(Home()).Keys("Space");
        var (x, y) = Find(run, "[x]");
        Click(run, x, y);
        View(run).State.Selections.ShouldBeEmpty();
        (x, y) = Find(run, "县情");
        Click(run, x, y);
        View(run).Spec.Name.ShouldBe("county");
    }

    [Fact]
    public void Keys_of_panels_leave_the_pages_and_Alt_1_comes_back()
    {
        using var run = Home().Keys("F3");
        run.State.Pages.IsShown.ShouldBeFalse();
        run.State.Focus.ShouldBe(Panel.Query);
        run.Keys("Alt+1").State.Pages.IsShown.ShouldBeTrue();
        run.Keys("F2").State.Focus.ShouldBe(Panel.Catalogue);
    }

    [Fact]
    public void A_county_without_a_source_is_never_called_empty()
    {
        using var run = Home().Keys("Alt+3 f Enter").Type("江口").Keys("Enter Esc");
        Chosen(run, "county").ShouldBe(["jiangkou"]);
        run.Screen.ShouldContain("没有来源");
        run.Screen.ShouldNotContain("没有行");
    }

    private static ConsoleRun Home() => new ConsoleRun(120, 40, page: "").Settle();

    private static ConsoleRun OnCoverage(ConsoleRun run) => run.Keys("Tab Tab");

    private static PageView View(ConsoleRun run) => run.State.Pages.Open.ShouldNotBeNull();

    private static IEnumerable<string> Chosen(ConsoleRun run, string slicer) => View(run).State.Chosen(slicer);

    private static (int X, int Y) Find(ConsoleRun run, string text)
    {
        var lines = run.Screen.Split('\n');
        var y = Array.FindIndex(lines, l => l.Contains(text, StringComparison.Ordinal));
        y.ShouldBeGreaterThanOrEqualTo(0, text);
        return (CellText.Width(lines[y][..lines[y].IndexOf(text, StringComparison.Ordinal)]), y);
    }

    private static void Click(ConsoleRun run, int x, int y, int clicks = 1)
    {
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, x, y, Clicks: clicks));
        run.Settle();
    }
}
