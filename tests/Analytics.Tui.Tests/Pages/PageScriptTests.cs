using Analytics.Engine.Pages;
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
        Chosen(run, "theme").ShouldBe(["training"]);
        run.Screen.ShouldContain("主题 ‹培训›");
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
    public void A_visual_that_is_late_says_so_after_a_moment_and_how_far_it_is_after_a_second()
    {
        using var run = OnCoverage(Home()).Keys("Down Right Right").KeysOnly("Space");
        run.Screen.ShouldNotContain("… ─");
        run.Elapse(PageView.Patience).Screen.ShouldContain("… ─");
        run.Program.Pending.ShouldNotContain(e => e is ReadVisualProgress);
        run.Elapse(PageView.LongPatience);
        run.Program.Pending.ShouldContain(e => e is ReadVisualProgress);
        run.Program.Post(new VisualProgress(View(run).Generation, "coverage", 42.4));
        run.Screen.ShouldContain("… 42 % ─");
        run.Program.Post(new VisualProgress(View(run).Generation - 1, "coverage", 7));
        run.Screen.ShouldContain("… 42 % ─");
        run.Settle().Screen.ShouldNotContain("… 42 %");
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

    [Fact]
    public void A_bookmark_brings_back_what_was_chosen_and_is_renamed_and_deleted_in_its_list()
    {
        using var folder = new TemporaryFolder();
        using var run = OnCoverage(Kept(folder)).Keys("Space *");
        run.Keys("Ctrl+U").Type("碧江的").Keys("Enter");
        run.State.Window.ShouldBeNull();
        File.ReadAllText(folder.File("bookmarks.yaml")).ShouldStartWith("碧江的: 'analytics page overview --filter ''coverage: ");
        var marked = View(run).State;
        run.Keys("X '").Screen.ShouldContain("碧江的");
        run.Keys("Enter");
        View(run).State.ShouldBe(marked);
        run.Keys("' n Ctrl+U").Type("另一个").Keys("Enter");
        run.State.Window.ShouldBeOfType<BookmarksWindow>().Selected!.Name.ShouldBe("另一个");
        run.Keys("d").State.Window.ShouldBeOfType<DeleteBookmarkWindow>();
        run.Keys("D").State.Window.ShouldBeNull();
        File.ReadAllText(folder.File("bookmarks.yaml")).ShouldBe("");
    }

    [Fact]
    public void A_name_that_is_taken_is_replaced_only_after_a_second_Enter()
    {
        using var folder = new TemporaryFolder();
        folder.File("bookmarks.yaml", "a: analytics page compare\n");
        using var run = Kept(folder).Keys("* Ctrl+U").Type("a").Keys("Enter");
        run.State.Window.ShouldBeOfType<BookmarkNameWindow>().Error.ShouldContain("已有");
        File.ReadAllText(folder.File("bookmarks.yaml")).ShouldBe("a: analytics page compare\n");
        run.Keys("Enter").State.Window.ShouldBeNull();
        File.ReadAllText(folder.File("bookmarks.yaml")).ShouldBe("a: analytics page overview\n");
    }

    [Theory]
    [InlineData("page.md", "筛选：性质 = 实测")]
    [InlineData("page.html", "<!DOCTYPE html>")]
    public void A_page_is_saved_with_its_filters_and_an_existing_file_only_after_a_question(string name, string mark)
    {
        using var folder = new TemporaryFolder();
        using var run = Kept(folder).Keys("Ctrl+S");
        run.State.Window.ShouldBeOfType<PageSaveWindow>().Path.ShouldBe("overview.html");
        Named(run, folder.File("page.doc"));
        run.State.Window.ShouldBeOfType<PageSaveWindow>().Error.ShouldContain(".html");
        Named(run, folder.File(name));
        File.ReadAllText(folder.File(name)).ShouldContain(mark);
        File.WriteAllText(folder.File(name), "");
        Named(run.Keys("Ctrl+S"), folder.File(name));
        run.State.Window.ShouldBeOfType<ReplacePageWindow>();
        run.Keys("R");
        File.ReadAllText(folder.File(name)).ShouldContain(mark);
    }

    [Fact]
    public void A_page_that_is_read_again_keeps_its_cursor_its_choices_and_their_undo()
    {
        using var run = OnCoverage(Home()).Keys("Down Right Space F5");
        (View(run).Focus, View(run).ViewOf("coverage").Row, View(run).Undo.Count).ShouldBe(("coverage", 1, 1));
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
    }

    [Fact]
    public void A_page_file_that_is_written_replaces_the_page_and_a_faulty_one_keeps_it_with_its_fault()
    {
        using var folder = new TemporaryFolder();
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "queries", "pages", "overview.yaml"));
        folder.File("pages/overview.yaml", shipped);
        using var run = OnCoverage(Kept(folder)).Keys("Space");
        folder.File("pages/overview.yaml", shipped.Replace("title: {zh: 总览, en: Overview}", "title: {zh: 我的总览, en: Mine}"));
        Changed(run);
        run.Screen.ShouldContain("[我的总览]");
        View(run).State.Selections.Keys.ShouldBe(["coverage"]);
        folder.File("pages/overview.yaml", shipped.Replace("kind: matrix", "kind: matrx"));
        Changed(run);
        run.Screen.ShouldContain("[我的总览]");
        run.State.Message.IsError.ShouldBeTrue();
        run.State.Message.Text.ShouldContain("overview.yaml:");
        folder.File("pages/overview.yaml", shipped);
        Changed(run);
        run.Screen.ShouldContain("[总览]");
        run.State.Message.IsError.ShouldBeFalse();
    }

    [Fact]
    public void Pages_are_read_when_they_are_first_looked_at()
    {
        using var run = new ConsoleRun(120, 40).Settle();
        run.State.Pages.Tabs.ShouldBeEmpty();
        run.Keys("Alt+1").Screen.ShouldContain("谁培训最多？");
    }

    [Fact]
    public void A_page_is_made_of_a_file_of_the_user_s_and_opened()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.File(
            "messy sales.csv",
            " 县 ,品类,日期,\"金额（元）\",单价\n碧江,绿茶,2025-01-03,10.5,2\n"
                + "松桃县,红茶,2025-02-03,20,4\nSongtao,绿茶,2024-02-03,5,\n铜仁城区,绿茶,,1,3\n"
        );
        using var run = Kept(folder).Keys("Ctrl+N");
        Named(run, csv);
        run.State.Window.ShouldBeNull();
        View(run).Spec.Name.ShouldBe("messy_sales");
        run.Screen.ShouldContain("36.5");
        run.Screen.ShouldContain("[messy sales]");
        run.Screen.ShouldContain("2/3 个地名对上");
        run.Keys("Ctrl+N");
        Named(run, csv);
        run.State.Window.ShouldBeOfType<PageFileWindow>().Error.ShouldContain("已存在");
    }

    [Fact]
    public void A_search_goes_through_the_rows_of_the_visual_whatever_tone_or_case_and_round_its_end()
    {
        using var run = OnCoverage(Home()).Keys("/").Type("松桃").Keys("Enter");
        View(run).ViewOf("coverage").Row.ShouldBe(9);
        run.Keys("g");
        View(run).ViewOf("coverage").Row.ShouldBe(0);
        run.Keys("n");
        View(run).ViewOf("coverage").Row.ShouldBe(9);
        run.Keys("g G");
        View(run).ViewOf("coverage").Row.ShouldBe(9);
        run.Keys("/ Ctrl+U").Type("网格").Keys("Enter");
        View(run).ViewOf("coverage").Column.ShouldBeGreaterThan(0);
        run.Keys("/ Ctrl+U").Type("没有的词").Keys("Enter").State.Message.Text.ShouldContain("没有“没有的词”");
    }

    [Fact]
    public void A_record_has_the_whole_mark_its_filters_and_figures_and_turns_to_the_next_row()
    {
        using var run = Home().Keys("2 Tab r");
        run.State.Window.ShouldBeOfType<PageRecordWindow>();
        run.Screen.ShouldContain("1870人次");
        run.Screen.ShouldContain("筛选：性质 = 实测");
        run.Screen.ShouldContain("背后 1 个数字");
        run.Keys("]").Screen.ShouldContain("4550人次");
        run.Keys("Esc");
        View(run).ViewOf("table").Row.ShouldBe(1);
    }

    [Fact]
    public void What_a_choice_leaves_out_is_dim_in_its_own_visual_and_along_the_same_axis_of_others()
    {
        using var folder = new TemporaryFolder();
        using var run = Kept(folder).Keys("Ctrl+N");
        Named(run, folder.File("t.csv", "县,品类,金额\n碧江,绿茶,10\n松桃,红茶,20\n松桃县,绿茶,5\n德江,红茶,1\n"));
        var bar = View(run).Spec.Visuals.First(v => v.Kind == VisualKind.Bar).Name;
        var matrix = View(run).Spec.Visuals.First(v => v.Kind == VisualKind.Matrix);
        while (View(run).Focus != bar)
            run.Keys("Tab");
        run.Keys("Space");
        var chosen = View(run).State.Selections[bar].ShouldHaveSingleItem().Parts[0].Members[0];
        foreach (var name in new[] { bar, matrix.Name })
        {
            var shown = View(run).ShownOf(name)!;
            shown.Rows.Count(r => r.Keys.Count > 0).ShouldBe(3);
            foreach (var row in shown.Rows.Where(r => r.Keys.Count > 0))
            {
                VisualMarks
                    .StandingOf(View(run), shown, row.Parts, row.Keys[shown.Visual.Axis!.Name])
                    .ShouldBe(row.Keys[shown.Visual.Axis.Name] == chosen ? MarkStanding.Chosen : MarkStanding.LeftOut, name);
            }
        }

        // What is behind a mark are the rows of all names that mean its place.
        run.Keys("Enter").State.Result.Open!.Table.RowCount.ShouldBe(2);
        run.Keys("Alt+1").State.Pages.IsShown.ShouldBeTrue();
        run.Keys("Space !");
        var left = View(run).ShownOf(bar)!;
        left.Rows.Count(r => VisualMarks.StandingOf(View(run), left, r.Parts, r.Keys[left.Visual.Axis!.Name]) == MarkStanding.LeftOut)
            .ShouldBe(1);
        run.Screen.ShouldContain("≠");
    }

    [Fact]
    public void A_mark_and_all_rows_are_copied_and_a_visual_is_saved_alone()
    {
        using var folder = new TemporaryFolder();
        using var run = OnCoverage(Kept(folder)).Keys("c");
        run.Program.Clipboard[^1].ShouldBe("2");
        run.Keys("C").Program.Clipboard[^1].Split('\n').Length.ShouldBe(12);
        run.Keys("s").State.Window.ShouldBeOfType<PageSaveWindow>().Path.ShouldBe("overview-coverage.png");
        Named(run, folder.File("one.md"));
        var text = File.ReadAllText(folder.File("one.md"));
        text.ShouldContain("各县 × 主题");
        text.ShouldNotContain("三个问题");
        text.ShouldContain("性质 = 实测");
    }

    [Fact]
    public void A_visual_is_drawn_as_other_kinds_which_undo_takes_back_and_a_command_keeps()
    {
        using var run = OnCoverage(Home()).Keys("m");
        View(run).ShownOf("coverage")!.Visual.Kind.ShouldBe(VisualKind.Bar);
        run.Screen.ShouldContain("█");
        run.Keys("Y").Program.Clipboard[^1].ShouldBe("analytics page overview --kind coverage=bar");
        run.Keys("m");
        View(run).ShownOf("coverage")!.Visual.Kind.ShouldBe(VisualKind.Dot);
        run.Screen.ShouldContain("●");
        run.Keys("M u u u");
        View(run).State.Kinds.ShouldBeEmpty();
        run.Keys("u");
        View(run).State.Kinds.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_a_slicer_has_its_counts_at_once_since_they_were_read_when_the_cursor_came_to_it()
    {
        using var run = OnCoverage(Home()).Keys("f →");
        run.KeysOnly("Enter");
        var list = View(run).Slicing!.List.ShouldNotBeNull();
        list.Counts.ShouldNotBeNull().Values.Sum().ShouldBeGreaterThan(0);
        // What is chosen elsewhere changes them.
        run.Settle().Keys("Esc Esc Space f → Enter");
        View(run).Slicing!.List!.Counts!.Values.Sum().ShouldBeLessThan(list.Counts.Values.Sum());
    }

    [Fact]
    public void Chips_are_reached_behind_the_slicers_and_taken_away_by_keys()
    {
        using var run = OnCoverage(Home()).Keys("Space Down Space");
        View(run).State.Selections["coverage"].Length.ShouldBe(2);
        run.Keys("f ← ←").Keys("Enter");
        View(run).State.Selections["coverage"].Length.ShouldBe(1);
        run.Keys("Del");
        View(run).State.Selections.ShouldBeEmpty();
        View(run).Slicing.ShouldNotBeNull();
    }

    [Fact]
    public void Enter_on_a_mark_without_a_page_behind_it_shows_its_rows_alone()
    {
        using var run = Home().Keys("Alt+3");
        while (View(run).Focus != "themes")
            run.Keys("Tab");
        var (label, count) = (View(run).ShownOf("themes")!.Rows[0].Label, View(run).ShownOf("themes")!.Rows[0].Cells[0].Value);
        run.Keys("Enter");
        run.State.Result.Open!.Table.RowCount.ShouldBe((long)count!.Value);
        run.State.Result.Open.Query.ShouldBeOfType<SqlRequest>().Sql.ShouldContain(label);
    }

    [Fact]
    public void The_next_figure_behind_a_mark_is_in_the_sentences_that_follow_it_or_in_its_article()
    {
        using var run = OnCoverage(Home()).Keys("]");
        run.Screen.ShouldContain("第");
        var first = run.Screen;
        run.Keys("Esc ]").Screen.ShouldNotBe(first);
    }

    [Fact]
    public void A_faulty_page_keeps_its_tab_in_place_says_so_in_red_until_it_is_mended_and_one_that_was_left_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "queries", "pages", "overview.yaml"));
        folder.File("pages/overview.yaml", shipped);
        using var run = Kept(folder);
        folder.File("pages/overview.yaml", shipped.Replace("kind: matrix", "kind: matrx"));
        Changed(run);
        run.State.Pages.Faulty.ShouldBe("overview");
        run.Keys("Tab").Screen.ShouldContain("overview.yaml:");
        run.State.Pages.Faulty.ShouldBeNull();
        run.State.Pages.Tabs[0].Name.ShouldBe("overview");
        run.Keys("Alt+2");
        folder.File("pages/overview.yaml", shipped.Replace("title: {zh: 总览, en: Overview}", "title: {zh: 改过的, en: Mine}"));
        Changed(run);
        run.Keys("Alt+1").Screen.ShouldContain("[改过的]");
        run.Screen.ShouldNotContain("overview.yaml:");
    }

    [Fact]
    public void A_page_on_the_trail_is_read_again_where_its_file_was_written_since()
    {
        using var folder = new TemporaryFolder();
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "queries", "pages", "overview.yaml"));
        folder.File("pages/overview.yaml", shipped);
        using var run = OnCoverage(Kept(folder)).Keys("Down Right Enter");
        View(run).Spec.Name.ShouldBe("county");
        folder.File("pages/overview.yaml", shipped.Replace("title: {zh: 总览, en: Overview}", "title: {zh: 改过的, en: Mine}"));
        Changed(run);
        run.Keys("Backspace").Screen.ShouldContain("[改过的]");
        (View(run).Spec.Title.Zh, View(run).Focus, View(run).ViewOf("coverage").Row).ShouldBe(("改过的", "coverage", 1));
        // A faulty file leaves the page as it was, and says so.
        folder.File("pages/county.yaml", "page: county\n");
        Changed(run);
        run.Keys("Alt+→");
        View(run).Spec.Name.ShouldBe("county");
        run.State.Message.IsError.ShouldBeTrue();
        run.State.Message.Text.ShouldContain("county.yaml");
    }

    [Fact]
    public void The_trail_names_the_pages_that_led_here_and_a_click_on_one_goes_there()
    {
        using var run = Home().Keys("2");
        while (View(run).Focus != "table")
            run.Keys("Tab");
        run.Keys("Enter").Screen.Split('\n')[0].ShouldContain("总览 › 比较 › 县情   Backspace 回");
        var (x, y) = Find(run, "比较 › 县情");
        Click(run, x, y);
        View(run).Spec.Name.ShouldBe("compare");
        run.Keys("Alt+→");
        (x, y) = Find(run, "总览 › 比较");
        Click(run, x + CellText.Width("总览 ›"), y);
        View(run).Spec.Name.ShouldBe("county");
        Click(run, x, y);
        View(run).Spec.Name.ShouldBe("overview");
        run.State.Pages.Back.IsEmpty.ShouldBeTrue();
        run.Keys("Alt+→");
        View(run).Spec.Name.ShouldBe("compare");
    }

    [Fact]
    public void Shift_and_arrows_span_a_block_which_Space_filters_by_at_once_and_undo_takes_back_at_once()
    {
        using var run = OnCoverage(Home()).Keys("Shift+↓ Shift+→");
        run.Screen.ShouldContain("选中一块，4 处");
        run.Keys("Space");
        View(run).State.Selections["coverage"].Length.ShouldBe(4);
        View(run).ViewOf("coverage").Anchor.ShouldBeNull();
        run.Keys("Shift+← Space");
        View(run).State.Selections["coverage"].Length.ShouldBe(2);
        run.Keys("u u");
        View(run).State.Selections.ShouldBeEmpty();
        run.Keys("Shift+↑ Down").Screen.ShouldNotContain("选中一块");
        run.Keys("Shift+↓ Esc").Screen.ShouldNotContain("选中一块");
    }

    [Fact]
    public void A_drag_over_marks_filters_by_all_of_them()
    {
        using var run = OnCoverage(Home());
        var (x, y) = Find(run, "万山");
        Click(run, x + 8, y);
        Drag(run, x + 8, y + 2);
        run.Screen.ShouldContain("选中一块，3 处");
        run.Program.Send(new MouseEvent(MouseAction.Release, MouseButton.Left, x + 8, y + 2));
        run.Settle();
        View(run)
            .State.Selections["coverage"]
            .Select(m => m.Parts[0].Members.ShouldHaveSingleItem())
            .ShouldBe(["wanshan", "jiangkou", "yuping"]);
        run.Keys("u");
        View(run).State.Selections.ShouldBeEmpty();
    }

    [Fact]
    public void A_click_on_the_sign_before_a_row_goes_a_level_down_with_the_cursor_on_what_it_holds_and_up_again()
    {
        using var run = OnCoverage(Home());
        var county = View(run).ShownOf("coverage")!.Visual.Axis!;
        var (x, y) = Find(run, "▸松桃");
        Click(run, x, y);
        var township = View(run).ShownOf("coverage")!.Visual.Axis!;
        var row = VisualMarks.RowAt(View(run), "coverage")!;
        View(run).Members.HoldersOf(township, row.Keys[township.Name], county).ShouldBe(["songtao"]);
        (x, y) = Find(run, $"▾{row.Label}");
        Click(run, x, y);
        VisualMarks.RowAt(View(run), "coverage")!.Label.ShouldBe("松桃");
    }

    [Fact]
    public void The_status_line_says_how_long_a_visual_took()
    {
        using var run = Home();
        View(run).ViewOf("coverage").Result!.Elapsed.ShouldBe(TimeSpan.Zero);
        OnCoverage(run).Screen.ShouldMatch(@"第 1/\d+ 行 · 0 ms");
    }

    [Fact]
    public void A_file_that_was_opened_under_a_name_is_offered_a_page_of_that_name()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("raw 2024.csv", "县,金额\n碧江,10\n松桃县,20\n");
        using var run = new ConsoleRun(120, 40, page: "", userFolder: folder.Path, open: [$"tea={file}"]).Settle();
        run.State.Window.ShouldBeOfType<OfferPageWindow>();
        run.Screen.ShouldContain("raw 2024.csv");
        run.Keys("M");
        run.State.Window.ShouldBeNull();
        View(run).Spec.Name.ShouldBe("tea");
        run.Screen.ShouldContain("30");
    }

    private static void Changed(ConsoleRun run)
    {
        run.Program.Post(new PageFilesChanged());
        run.Settle();
    }

    private static void Named(ConsoleRun run, string path)
    {
        run.Program.Send(new FileEvent(path));
        run.Settle();
    }

    private static ConsoleRun Kept(TemporaryFolder folder) => new ConsoleRun(120, 40, page: "", userFolder: folder.Path).Settle();

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

    private static void Drag(ConsoleRun run, int x, int y)
    {
        run.Program.Send(new MouseEvent(MouseAction.Drag, MouseButton.Left, x, y));
        run.Settle();
    }

    private static void Click(ConsoleRun run, int x, int y, int clicks = 1)
    {
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, x, y, Clicks: clicks));
        run.Settle();
    }
}
