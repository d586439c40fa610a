using Analytics.Terminal.Input;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

public class MenuTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_command_is_in_one_menu(string language)
    {
        using var run = new ConsoleRun(language: language);
        var menus = ConsoleMenu.All(run.State);
        menus
            .SelectMany(m => m.Entries.Select(e => e.Id))
            .ShouldBe(CommandsWindow.CommandsOf(run.State.Keys).Select(b => $"{b.Context} {b.Action}"), ignoreOrder: true);
        menus.ShouldAllBe(menu => menu.Entries.Length > 0);
    }

    [Fact]
    public void The_bar_opens_by_its_key_and_what_is_chosen_is_done()
    {
        using var run = new ConsoleRun();
        run.Settle().Keys("Alt+m");
        run.State.Menu.ShouldNotBeNull().Place.ShouldBeNull();
        run.Program.Send(new MenuEvent("anywhere " + nameof(ConsoleAction.SwitchLanguage)));
        run.State.Menu.ShouldBeNull();
        run.State.Language.ShouldBe(Language.En);
    }

    [Fact]
    public void A_bar_that_is_closed_leaves_everything_as_it_was()
    {
        using var run = new ConsoleRun();
        var before = run.Settle().State;
        run.Keys("Alt+m").Program.Send(new MenuEvent(null));
        (run.State with { Now = before.Now }).ShouldBe(before);
    }

    [Fact]
    public void The_right_button_points_at_an_entry_a_column_or_a_cell_and_opens_its_menu()
    {
        using var run = new ConsoleRun(120, 40);
        run.Settle().Open("training/coverage");
        var layout = ConsoleLayout.Of(run.State);
        RightAt(run, layout.Catalogue.X + 4, layout.Catalogue.Y + 2, MenuKind.Catalogue);
        run.State.Focus.ShouldBe(Panel.Catalogue);
        RightAt(run, layout.Result.X + 8, layout.Result.Y, MenuKind.Columns);
        RightAt(run, layout.Result.X + 8, layout.Result.Y + 5, MenuKind.Rows);
        run.State.Result.Open!.Grid.Row.ShouldBe(2);
        RightAt(run, layout.Query.X + 8, layout.Query.Y, MenuKind.Editor);
    }

    [Fact]
    public void The_right_button_on_a_bar_opens_the_menu_of_that_mark()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Open("training/coverage").Keys("2");
        var (x, y) = OfText(run, "Bijiang");
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Right, x + 12, y));
        run.State.Menu.ShouldNotBeNull().Groups.ShouldHaveSingleItem().Entries.Length.ShouldBe(8);
        run.State.Menu.Groups[0].Entries.Select(e => e.Label).ShouldContain("its sentence");
        run.Program.Send(new MenuEvent("chart CopyMark"));
        var value = run.State.ChartInView!.Chart!.Spec!.Marks.First(m => m.Category == "Bijiang").Value!.Value;
        run.Settle().Program.Clipboard.ShouldBe([$"{value}"]);
        run.Program.Send(new MenuEvent("chart FilterToMark"));
        run.Settle().State.Result.Open!.Table.RowCount.ShouldBe(1);
        run.State.Result.Open!.Tab.ShouldBe(ResultTab.Grid);
        run.Screen.ShouldContain("Bijiang");
    }

    [Fact]
    public void Beside_the_marks_the_right_button_opens_the_menu_of_the_chart()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Open("training/coverage").Keys("2");
        var area = ConsoleLayout.Of(run.State).Result;
        RightAt(run, area.X + 2, area.Y, MenuKind.Chart);
    }

    private static (int X, int Y) OfText(ConsoleRun run, string text)
    {
        var lines = run.Screen.Split('\n');
        var y = Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal));
        return (CellText.Width(lines[y][..lines[y].IndexOf(text, StringComparison.Ordinal)]), y);
    }

    private static void RightAt(ConsoleRun run, int x, int y, MenuKind kind)
    {
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Right, x, y));
        var menu = run.State.Menu.ShouldNotBeNull();
        menu.Place.ShouldBe((x, y));
        menu.Groups.ShouldHaveSingleItem().Title.ShouldBe(ConsoleMenu.All(run.State)[(int)kind].Title);
        run.Program.Send(new MenuEvent(null));
    }
}
