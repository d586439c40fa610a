using Analytics.Charts;
using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Charts;
using Analytics.Tui.Evidence;

namespace Analytics.Tui.Tests.Charts;

/// <summary>Notes at marks, by keys and by the mouse, and what becomes of them.</summary>
public class ChartNoteTests
{
    private const string Counties = "SELECT * FROM (VALUES ('a', 'x', 3, 10), ('b', 'y', 5, 20), ('c', 'x', 9, 40)) AS t(name, part, n, m)";

    [Fact]
    public void A_note_is_typed_seen_edited_and_deleted()
    {
        using var run = Chart().Keys("Enter").Type("first").Keys("Enter");
        run.Screen.ShouldContain("  ^ first");
        Spec(run).Annotations.ShouldBe([new ChartAnnotation("a", "first")]);
        Spec(run).Command.ShouldContain("--annotate a=first");
        run.Keys("Enter").Type(" of all").Keys("Enter");
        Spec(run).Annotations.ShouldBe([new ChartAnnotation("a", "first of all")]);
        run.Keys("Enter Ctrl+U Enter");
        Spec(run).Annotations.ShouldBeEmpty();
        run.Keys("Enter").Type("again").Keys("Enter Del");
        Spec(run).Annotations.ShouldBeEmpty();
        run.Keys("Del").Screen.ShouldContain("no note");
    }

    [Fact]
    public void A_double_click_on_a_mark_asks_for_its_note()
    {
        using var run = Chart();
        var (area, line) = (ConsoleLayout.Of(run.State).ChartArea, Array.FindIndex(run.Screen.Split('\n'), l => l.Contains("│b ")));
        run.Program.Send(
            new MouseEvent(MouseAction.Press, MouseButton.Left, area.X, line),
            new MouseEvent(MouseAction.Press, MouseButton.Left, area.X, line, Clicks: 2)
        );
        run.State.Window.ShouldBeOfType<ChartQuestionWindow>().About.ShouldBe("b");
        run.Type("second").Keys("Enter");
        Spec(run).Annotations.ShouldBe([new ChartAnnotation("b", "second")]);
    }

    [Fact]
    public void A_note_stays_through_kinds_and_columns_and_is_missed_aloud_where_its_mark_is_gone()
    {
        using var run = Chart().Keys("Enter").Type("first").Keys("Enter");
        for (var i = 0; i < 6; i++)
            Spec(run.Keys("m")).Annotations.ShouldBe([new ChartAnnotation("a", "first")], run.Screen);
        run.Keys("u");
        Spec(run).Annotations.ShouldBeEmpty();
        run.Keys("Enter").Type("first").Keys("Enter x");
        run.Screen.ShouldContain("1 note is not shown (a): no such mark in this chart; kept");
        Spec(run).Annotations.ShouldBeEmpty();
        Spec(run).Command.ShouldNotContain("first");
        run.Keys("X");
        Spec(run).Annotations.ShouldBe([new ChartAnnotation("a", "first")]);
        run.Keys("F9");
        Spec(run).Annotations.Count.ShouldBe(1);
    }

    [Fact]
    public void Marks_of_the_same_name_in_small_charts_have_notes_of_their_own()
    {
        using var run = new ConsoleRun(120, 40, "en")
            .Settle()
            .Sql("SELECT * FROM (VALUES ('a', 'p', 3), ('a', 'q', 5)) AS t(name, part, n)")
            .Keys("F4 2 o ↓ ↓ ↓ ↓");
        run.Type("part").Keys("Enter F5");
        run.Keys("↓ → Enter").Type("of q").Keys("Enter");
        Spec(run).Annotations.ShouldHaveSingleItem().Text.ShouldBe("of q");
        run.Screen.Split("of q").Length.ShouldBeGreaterThan(1);
        Spec(run).Annotations[0].At.ShouldBeOneOf("q / a", "p / a");
    }

    [FontFact]
    public void Notes_are_in_the_files()
    {
        using var run = Chart().Keys("Enter").Type("kept in files").Keys("Enter");
        using var folder = new TemporaryFolder();
        var path = folder.File("chart.svg");
        run.Keys("s Ctrl+U").Type(path).Keys("Enter");
        File.ReadAllText(path).ShouldContain("kept in files");
    }

    [Theory]
    [InlineData("overview/county_by_theme")]
    [InlineData("education/qualification_enrolment")]
    [InlineData("party_org/mid_term_evaluation")]
    [InlineData("village_enterprise/companies_beside_workshops")]
    [InlineData("cadre_age/bijiang_reserves")]
    [InlineData("education/wanshan_reserve_shares")]
    [InlineData("cadre_count/reserves_per_village")]
    [InlineData("village_enterprise/bijiang_workshops")]
    [InlineData("cadre_pay/liaogao_grades")]
    [InlineData("cadre_pay/bijiang_pay")]
    public void From_each_mark_of_a_canned_chart_its_sentence_is_in_view_and_one_key_leads_to_the_article_and_back(string query)
    {
        using var run = new ConsoleRun(140, 45, "zh").Settle().Open(query).Keys("F4 2");
        var spec = Spec(run);
        for (var row = 0; row < spec.Marks.Count; row++)
        {
            run.Keys(row == 0 ? "1 Ctrl+Home 2" : "1 ↓ 2");
            var mark = spec.Marks[row];
            var status = run.Screen.Split('\n')[^3];
            if (mark.Presence == MarkPresence.Figure)
                status.ShouldContain(ChartDescription.Reading(mark, spec));
            if (ChartFacts.Doubt(mark, spec.Language) is { Length: > 0 } doubt)
                status.ShouldContain(doubt);
            if (run.State.Sentence.Ids(run.State.FiguresInView!).Count == 0)
                continue;
            run.Keys("a");
            run.State.Window.ShouldBeOfType<ArticleWindow>().Text.ShouldNotBeNull();
            run.Keys("Esc");
            (run.State.Window, run.State.Result.Open!.Row, run.State.Result.Open!.Tab).ShouldBe(
                (null, row, Analytics.Tui.Results.ResultTab.Chart)
            );
            if (row > 4)
                break;
        }
    }

    [Fact]
    public void A_header_that_asks_for_what_cannot_be_is_told_and_does_not_end_the_console()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "queries", "t"));
        folder.File(
            "queries/t/q.sql",
            "/*---\ntitle: {zh: 问, en: Query}\nsummary: {zh: 述, en: About}\n"
                + "chart: {kind: pie, x: c, y: n}\n---*/\nSELECT 'a' AS c, 1 AS n"
        );
        using var run = new ConsoleRun(
            120,
            40,
            "zh",
            Analytics.Engine.Sessions.Home.Find(folder.Path, Path.Combine(Repository.Root, "data"))
        )
            .Settle()
            .Open("t/q")
            .Keys("F4 2");
        run.Screen.ShouldContain("角度难以比较，请用bar");
        run.Keys("F9").Screen.ShouldContain("Angles are hard to compare");
    }

    [Fact]
    public void A_sorted_result_names_the_command_that_gives_its_rows()
    {
        using var run = Chart().Keys("1 → → o 2");
        Spec(run).Command.ShouldContain("ORDER BY");
        Spec(run).Command.ShouldStartWith("analytics chart --sql ");
    }

    private static ConsoleRun Chart() => new ConsoleRun(120, 40, "en").Settle().Sql(Counties).Keys("F4 2");

    private static ChartSpec Spec(ConsoleRun run) => run.State.ChartInView!.Chart!.Spec.ShouldNotBeNull(run.Screen);
}
