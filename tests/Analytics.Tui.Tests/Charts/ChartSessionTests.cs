using Analytics.Charts;
using Analytics.Figures;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Tui.App;
using Analytics.Tui.Charts;

namespace Analytics.Tui.Tests.Charts;

/// <summary>Working with the chart of a result by keys.</summary>
public class ChartSessionTests
{
    private const string Counties = "SELECT * FROM (VALUES ('a', 'x', 3, 10), ('b', 'y', 5, 20), ('c', 'x', 9, 40)) AS t(name, part, n, m)";

    [Fact]
    public void Kinds_that_fit_follow_one_another_and_the_command_names_them()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(Counties).Keys("F4 2");
        Kind(run).ShouldBe(ChartKind.Bar);
        var kinds = new HashSet<ChartKind> { Kind(run) };
        for (var i = 0; i < 13; i++)
            kinds.Add(Kind(run.Keys("m")));
        kinds.ShouldBe([ChartKind.Bar, ChartKind.Lollipop, ChartKind.Dot, ChartKind.Scatter, ChartKind.Kpi], ignoreOrder: true);
        while (Kind(run) != ChartKind.Dot)
            run.Keys("M");
        Spec(run).Command.ShouldContain("--kind dot");
    }

    [Fact]
    public void Columns_are_changed_one_after_another_and_the_chart_at_once()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(Counties).Keys("F4 2 y");
        Spec(run).Marks.Select(m => m.Value).ShouldBe([10, 20, 40]);
        run.Keys("x");
        Spec(run).Marks.Select(m => m.Category).ShouldBe(["x", "y", "x"]);
        run.Keys("X i");
        run.Screen.ShouldContain("i part");
    }

    [Fact]
    public void The_cursor_over_marks_is_the_row_of_the_grid_and_tells_the_figure()
    {
        using var run = new ConsoleRun(120, 40, "zh");
        run.Settle().Open("training/coverage").Keys("F4 2");
        var row = run.State.Result.Open!.Row;
        run.Keys("↓");
        run.State.Result.Open!.Row.ShouldNotBe(row);
        var mark = Spec(run).Marks[run.State.Result.Open!.Row!.Value];
        run.Screen.Split('\n')[^3].ShouldContain(mark.Category);
    }

    [Fact]
    public void On_a_wide_screen_grid_and_chart_stand_side_by_side()
    {
        using var run = new ConsoleRun(180, 45, "en");
        run.Settle().Sql(Counties).Keys("F4");
        ConsoleLayout.Of(run.State).Chart.IsEmpty.ShouldBeTrue();
        run.Keys("w");
        ConsoleLayout.Of(run.State).Chart.IsEmpty.ShouldBeFalse();
        run.Screen.ShouldContain("m kind: bar");
        run.Keys("w");
        ConsoleLayout.Of(run.State).Chart.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Without_room_for_both_the_console_says_how_much_is_needed()
    {
        using var run = new ConsoleRun(80, 24, "en");
        run.Settle().Sql(Counties).Keys("F4 w");
        run.Screen.ShouldContain("need 90");
    }

    [Fact]
    public void A_chart_that_is_made_while_another_result_is_looked_at_is_there_when_one_comes_back()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql("SELECT 'z' AS other, 1 AS k").Sql(Counties).KeysOnly("F4 2");
        run.State.ChartInView!.Chart!.Spec.ShouldBeNull();
        run.KeysOnly("R ↓ Enter").State.Result.Open!.Name.ShouldBe("r1");
        run.Settle().Keys("R ↑ Enter").State.Result.Open!.Name.ShouldBe("r2");
        Spec(run).Marks.Count.ShouldBe(3);
    }

    [Fact]
    public void A_click_on_a_mark_selects_its_row()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(Counties).Keys("F4 2");
        var (area, line) = (ConsoleLayout.Of(run.State).ChartArea, Array.FindIndex(run.Screen.Split('\n'), l => l.Contains("│a ")));
        run.Program.Send(new MouseEvent(MouseAction.Press, MouseButton.Left, area.X, line));
        run.State.Result.Open!.Row.ShouldBe(0);
    }

    [FontFact]
    public void A_chart_is_saved_as_pdf_by_the_ending()
    {
        using var run = new ConsoleRun(120, 40, "en");
        using var folder = new TemporaryFolder();
        var path = folder.File("chart.pdf");
        run.Settle().Sql(Counties).Keys("F4 2 s Ctrl+U").Type(path).Keys("Enter");
        File.ReadAllBytes(path).AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public void Wrong_data_is_told_by_the_sentence_of_the_chart()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql("SELECT 'a' AS name, NULL::INTEGER AS n").Keys("F4 2");
        run.Screen.ShouldContain("the only row has no figure");
    }

    [Fact]
    public void Infinity_and_defects_fail_the_chart_and_leave_the_console_alone()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql("SELECT 1 / 0.0 AS v, 'a' AS n").Keys("F4 2");
        run.Screen.ShouldContain("is infinity, which cannot be drawn");
        ChartDefect.Of(new FormatException("inf")).En.ShouldContain("System.FormatException: inf");
        run.Sql(Counties).Keys("F4 2");
        Kind(run).ShouldBe(ChartKind.Bar);
    }

    [Fact]
    public void A_spec_that_breaks_the_drawing_is_told_as_a_defect_in_its_place()
    {
        var broken = new ChartSpec
        {
            Title = "t",
            Marks = [null!],
            Language = Language.En,
        };
        var picture = ChartPanel.Picture(
            new ChartState(1, broken, null, 0),
            Texts.Of(Language.En, ConsoleKeys.Map),
            new CellRect(0, 0, 90, 20),
            AmbiguousWidth.One
        );
        string.Concat(picture.Lines.Select(l => l.Text)).ShouldContain("NullReferenceException");
    }

    [Fact]
    public void A_benchmark_is_asked_for_with_its_name_and_the_bars_can_start_from_it()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(Counties).Keys("F4 2 b").Type("five").Keys("Enter");
        run.Screen.ShouldContain("Each needs a value and a name");
        run.Keys("Ctrl+U").Type("5 the rule; 8 aim").Keys("Enter");
        Spec(run).References.ShouldBe([new ChartReference(5, "the rule"), new ChartReference(8, "aim")]);
        run.Screen.ShouldContain("b 5 the rule; 8 aim");
        for (var i = 0; i < 13 && Kind(run) != ChartKind.DivergingBar; i++)
            run.Keys("m");
        Kind(run).ShouldBe(ChartKind.DivergingBar);
        Spec(run).Command.ShouldContain("--reference '5 the rule' --reference '8 aim'");
        run.Keys("b Ctrl+U Enter M");
        Spec(run).References.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_do_not_compare_come_as_cards_that_say_why()
    {
        using var run = new ConsoleRun(140, 40, "en");
        run.Settle().Sql("SELECT county_zh, value FROM measured WHERE theme = 'training' AND place_level = 'county'").Keys("F4 2");
        Kind(run).ShouldBe(ChartKind.Kpi);
        run.Screen.ShouldContain("kind: kpi");
        run.Screen.ShouldContain("the rows do not compare (measures differ");
    }

    [Fact]
    public void The_headline_can_be_changed_and_goes_into_the_command()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(Counties).Keys("F4 2 t Ctrl+U").Type("C leads").Keys("Enter");
        Spec(run).Title.ShouldBe("C leads");
        Spec(run).Command.ShouldContain("--title 'C leads'");
        run.Keys("t Ctrl+U Enter");
        Spec(run).Title.ShouldBe("Numbers of the query: n, by name");
    }

    [Fact]
    public void A_crowd_under_the_cursor_is_counted_and_walked_through()
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql("SELECT 'p' || range AS name, range % 7 AS a, range % 5 AS b FROM range(700)").Keys("F4 2 m");
        while (Kind(run) != ChartKind.Scatter)
            run.Keys("m");
        run.Screen.ShouldContain("point 1 of 20 here");
        run.Keys("n");
        run.Screen.ShouldContain("point 2 of 20 here");
        run.State.Result.Open!.Row.ShouldBe(35);
        run.Keys("N N");
        run.Screen.ShouldContain("point 20 of 20 here");
    }

    [Theory]
    [InlineData("SELECT 'p' || range AS name, range AS a, range * 3 % 17 AS b FROM range(3000)", ChartKind.Scatter)]
    [InlineData("SELECT 'p' || range AS name, range % 41 AS a FROM range(3000)", ChartKind.Histogram)]
    public void More_rows_than_single_marks_can_show_get_a_kind_that_gathers_them(string sql, ChartKind kind)
    {
        using var run = new ConsoleRun(120, 40, "en");
        run.Settle().Sql(sql).Keys("F4 2");
        Kind(run).ShouldBe(kind);
    }

    private static ChartKind Kind(ConsoleRun run) => Spec(run).Kind;

    private static ChartSpec Spec(ConsoleRun run) => run.State.ChartInView!.Chart!.Spec.ShouldNotBeNull();
}
