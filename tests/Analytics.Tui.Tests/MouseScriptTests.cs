using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Tests;

/// <summary>What the mouse does, on the text that is on the screen.</summary>
public class MouseScriptTests
{
    private const string Wide = "SELECT 1 AS a, 'x' AS middle, 3 AS last FROM range(40)";

    [Fact]
    public void A_border_in_the_header_is_dragged_and_double_clicked()
    {
        using var run = new ConsoleRun(100, 40).Settle().Sql(Wide);
        var grid = run.State.Result.Open!.Grid;
        var border = Find(run, "middle", last: true).X + grid.Columns[1].Width;
        var y = Find(run, "middle", last: true).Y;
        Drag(run, border, y, border + 7, y);
        run.State.Result.Open!.Grid.Columns[1].Width.ShouldBe(grid.Columns[1].Width + 7);
        run.State.Drag.ShouldBeNull();
        Click(run, border + 7, y, clicks: 2);
        run.State.Result.Open!.Grid.Columns[1].Width.ShouldBe(grid.Columns[1].Width);
    }

    [Fact]
    public void A_header_is_dragged_to_another_column()
    {
        using var run = new ConsoleRun(100, 40).Settle().Sql(Wide);
        var (from, to) = (Find(run, "middle", last: true), Find(run, "last", last: true));
        Drag(run, from.X, from.Y, to.X, to.Y);
        run.State.Result.Open!.Shown.ShouldBe([0, 2, 1]);
        run.State.Result.Open!.Grid.Column.ShouldBe(2);
    }

    [Fact]
    public void A_block_of_cells_is_dragged_and_scrolls_at_the_edge()
    {
        using var run = new ConsoleRun(100, 30).Settle().Sql(Wide);
        var (x, y) = Find(run, "middle", last: true);
        Drag(run, x, y + 3, Find(run, "last", last: true).X, y + 5);
        run.State.Result.Open!.Selection.ShouldBe((0, 1, 2, 2));
        Mouse(run, MouseAction.Press, x, y + 3);
        for (var i = 0; i < 30; i++)
            Mouse(run, MouseAction.Drag, x, 40);
        Mouse(run, MouseAction.Release, x, 40);
        run.State.Result.Open!.Selection!.Value.Bottom.ShouldBeGreaterThan(25);
        Click(run, x, y + 3).State.Result.Open!.Anchor.ShouldBeNull();
    }

    [Fact]
    public void Borders_of_panels_are_dragged_moved_by_keys_fitted_and_remembered()
    {
        using var folder = new TemporaryFolder();
        using (var run = new ConsoleRun(120, 40, state: folder.Path).Settle())
        {
            var layout = ConsoleLayout.Of(run.State);
            Drag(run, layout.CatalogueFrame.Right - 1, 20, 49, 20);
            ConsoleLayout.Of(run.State).CatalogueFrame.Width.ShouldBe(50);
            run.Keys("Alt+h").State.Sizes.Catalogue.ShouldBe(48);
            Drag(run, 60, layout.Result.Y - 1, 60, layout.Query.Y + 15);
            ConsoleLayout.Of(run.State).Query.Height.ShouldBe(15);
            run.Keys("Alt+k F3 Alt+j Alt+j").State.Sizes.Editor.ShouldBe(16);
        }
        using var next = new ConsoleRun(120, 40, state: folder.Path).Settle();
        next.State.Sizes.ShouldBe(new PanelSizes(48, 16));
        Click(next, 47, 20, clicks: 2).State.Sizes.Catalogue!.Value.ShouldNotBe(48);
        next.Screen.Split('\n')[3].ShouldContain("│");
        next.Keys("Alt+0").State.Sizes.ShouldBe(new PanelSizes());
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(200, 60)]
    public void Sizes_stay_within_the_screen(int width, int height)
    {
        using var run = new ConsoleRun(width, height).Settle().Sql(Wide);
        for (var i = 0; i < 60; i++)
            run.KeysOnly("Alt+l Alt+j");
        var layout = ConsoleLayout.Of(run.State);
        layout.Result.Height.ShouldBeGreaterThan(3);
        layout.RightFrame.Width.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_key_of_the_footer_is_clicked_in_panels_and_in_windows()
    {
        using var run = new ConsoleRun().Settle();
        ClickOn(run, "? 帮助").State.Window.ShouldBeOfType<HelpWindow>();
        ClickOn(run, "Esc 关闭").State.Window.ShouldBeNull();
        ClickOn(run, "o 打开文件").State.Window.ShouldBeOfType<FilePathWindow>();
        ClickOn(run, "Esc 取消").State.Window.ShouldBeNull();
        ClickOn(run, "F2 目录").State.Focus.ShouldBe(Panel.Catalogue);
    }

    [Fact]
    public void A_command_of_the_palette_is_clicked()
    {
        using var run = new ConsoleRun().Settle().Keys("F10").Type("English");
        ClickOn(run, "各处 · English").State.Language.ShouldBe(Language.En);
    }

    [Fact]
    public void An_offer_of_completion_is_clicked_and_the_wheel_moves_among_them()
    {
        using var run = new ConsoleRun(100, 40).Settle().Keys("F3").Type("SELECT county_");
        var (x, y) = Find(run, "county_en");
        Mouse(run, MouseAction.WheelDown, x, y);
        run.State.Query.Completing.Shown!.Popup.List.Selected.ShouldBeGreaterThan(0);
        Click(run, x, y).State.Query.Editor.Text.ShouldBe("SELECT county_en");
        run.State.Query.Completing.Shown.ShouldBeNull();
    }

    [Fact]
    public void Buttons_of_a_question_are_clicked()
    {
        using var run = new ConsoleRun().Settle().Keys("F3").Type("SELECT 1").Keys("Alt+w");
        ClickOn(run, "取消").State.Query.Editor.Text.ShouldBe("SELECT 1");
        run.Keys("Alt+w");
        ClickOn(run, "关闭文稿(L)").State.Query.Editor.Text.ShouldBeEmpty();
    }

    [Fact]
    public void Buffers_are_switched_by_their_tabs_and_listed_renamed_and_closed()
    {
        using var run = new ConsoleRun(100, 40)
            .Settle()
            .Keys("F3")
            .Type("SELECT 1")
            .Keys("Ctrl+N")
            .Type("SELECT 2")
            .Keys("Ctrl+N")
            .Type("SELECT 3");
        ClickOn(run, " sql1 ").State.Query.Editor.Text.ShouldBe("SELECT 1");
        run.Keys("Alt+b")
            .State.Window.ShouldBeOfType<BufferListWindow>()
            .Items.Select(i => i.Detail)
            .ShouldBe(["SELECT 1", "SELECT 2", "SELECT 3"]);
        run.Keys("↓ Enter").State.Query.Editor.Text.ShouldBe("SELECT 2");
        run.Keys("Alt+b ↓ r Ctrl+U").Type("third").Keys("Enter").State.Query.Buffers.InView.Name.ShouldBe("third");
        run.Keys("Alt+b Home d Tab Enter").State.Query.Buffers.Items.Select(b => b.Name).ShouldBe(["sql2", "third"]);
        run.Keys("Alt+b");
        var (x, y) = Find(run, "third ", last: true);
        Click(run, x, y, clicks: 2).State.Query.Buffers.InView.Name.ShouldBe("third");
    }

    [Fact]
    public void A_double_click_zooms_opens_cells_and_folds_the_tree()
    {
        using var run = new ConsoleRun(120, 40).Settle().Sql(Wide);
        var title = Find(run, "r1 · 40");
        Click(run, title.X, title.Y, clicks: 2).State.IsZoomed.ShouldBeTrue();
        title = Find(run, "r1 · 40");
        Click(run, title.X, title.Y, clicks: 2).State.IsZoomed.ShouldBeFalse();
        var cell = Find(run, "middle", last: true);
        Click(run, cell.X, cell.Y + 4, clicks: 2).State.Window.ShouldBeOfType<CellWindow>();
        run.Keys("Esc");
        ClickOn(run, "▸ 保留的结果");
        ClickOn(run, "▸ r1").State.Catalogue.Tree.Rows().ShouldContain(r => r.Node.Id == "column:r1.middle");
    }

    [Fact]
    public void The_wheel_scrolls_what_is_under_it_and_leaves_the_focus()
    {
        using var run = new ConsoleRun(100, 30).Settle().Open("overview/doubtful").Keys("F2");
        var layout = ConsoleLayout.Of(run.State);
        Mouse(run, MouseAction.WheelDown, layout.Result.X + 5, layout.Result.Y + 4);
        run.State.Result.Open!.Grid.Row.ShouldBe(3);
        Mouse(run, MouseAction.WheelDown, layout.Sentence.X + 5, layout.Sentence.Y);
        (run.State.Result.Open!.Grid.Row, run.State.Sentence.Top > 0).ShouldBe((3, true));
        Mouse(run, MouseAction.WheelRight, layout.Result.X + 5, layout.Result.Y + 4);
        run.State.Result.Open!.Grid.Column.ShouldBe(1);
        run.State.Focus.ShouldBe(Panel.Catalogue);
        run.Keys("?");
        Mouse(run, MouseAction.WheelDown, 40, 10);
        run.State.Window.ShouldBeOfType<HelpWindow>().Top.ShouldBe(3);
    }

    [Fact]
    public void A_value_of_a_form_is_picked_with_the_mouse()
    {
        using var run = new ConsoleRun(100, 40).Settle().Open("overview/county");
        var list = Find(run, "▾", last: true);
        Click(run, list.X, list.Y).State.Query.Form!.Form.IsListOpen.ShouldBeTrue();
        ClickOn(run, "万山区").State.Query.Form!.Values["county"].ShouldBe("万山区");
    }

    [Fact]
    public void Text_is_selected_by_dragging_also_beyond_the_editor()
    {
        using var run = new ConsoleRun(100, 40).Settle().Keys("F3").Type("SELECT 12");
        var (x, y) = Find(run, "SELECT 12");
        Drag(run, x + 7, y, x + 9, y);
        run.State.Query.Editor.SelectedText.ShouldBe("12");
        Drag(run, x, y, 5, 35);
        run.State.Drag.ShouldBeNull();
        run.State.Focus.ShouldBe(Panel.Query);
    }

    /// <summary>The cell where a text begins on the screen.</summary>
    private static (int X, int Y) Find(ConsoleRun run, string text, bool last = false)
    {
        var lines = run.Screen.Split('\n');
        var y = last ? Array.FindLastIndex(lines, l => l.Contains(text)) : Array.FindIndex(lines, l => l.Contains(text));
        y.ShouldBeGreaterThanOrEqualTo(0, $"{text} is not on\n{run.Screen}");
        return (CellText.Width(lines[y][..lines[y].IndexOf(text, StringComparison.Ordinal)]), y);
    }

    private static ConsoleRun ClickOn(ConsoleRun run, string text)
    {
        var (x, y) = Find(run, text, last: true);
        return Click(run, x + (text.StartsWith(' ') ? 1 : 0), y);
    }

    private static ConsoleRun Click(ConsoleRun run, int x, int y, int clicks = 1)
    {
        for (var i = 1; i <= clicks; i++)
        {
            run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, x, y) { Clicks = i });
            run.Settle();
            Mouse(run, MouseAction.Release, x, y);
        }
        return run;
    }

    private static void Drag(ConsoleRun run, int x, int y, int toX, int toY)
    {
        Mouse(run, MouseAction.Press, x, y);
        Mouse(run, MouseAction.Drag, (x + toX) / 2, (y + toY) / 2);
        Mouse(run, MouseAction.Drag, toX, toY);
        Mouse(run, MouseAction.Release, toX, toY);
    }

    private static void Mouse(ConsoleRun run, MouseAction action, int x, int y)
    {
        run.Program.Send(
            new MouseEvent(action, action is MouseAction.WheelDown or MouseAction.WheelRight ? MouseButton.None : MouseButton.Left, x, y)
            {
                Clicks = 1,
            }
        );
        run.Settle();
    }
}
