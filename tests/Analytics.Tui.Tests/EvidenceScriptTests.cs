using Analytics.Tui.Evidence;

namespace Analytics.Tui.Tests;

/// <summary>What results stand on, replayed key by key; no statement here names an observation.</summary>
public class EvidenceScriptTests
{
    private const string Groups =
        "SELECT county_zh, max(value) AS hi, sum(value) AS s FROM measured WHERE unit = '人' GROUP BY 1 ORDER BY s";

    private static ConsoleRun Opened(string sql) => new ConsoleRun(140, 40, "en").Settle().Sql(sql);

    [Fact]
    public void The_panel_shows_the_sentences_of_the_cell_or_else_of_its_row()
    {
        using var run = Opened(Groups).Keys("Ctrl+End");
        var figures = run.State.Sentence.Ids(run.State.FiguresInView!).Count;
        figures.ShouldBeGreaterThan(10);
        run.Screen.ShouldContain($"Sentence 1/{figures} [ ]");
        run.Keys("]");
        run.Screen.ShouldContain($"Sentence 2/{figures} [ ]");
        run.Keys("←");
        run.State.Sentence.Ids(run.State.FiguresInView!).Count.ShouldBe(1, "the greatest is one figure");
        run.Screen.ShouldContain(SentencePanel.Selected(run.State.Sentence, run.State.FiguresInView!)!.Sentence[..12]);
        run.Keys("← 3");
        run.State.Sentence.Ids(run.State.FiguresInView!).Count.ShouldBe(figures);
    }

    [Fact]
    public void Heads_say_whose_a_column_is_and_the_status_on_how_much_a_result_stands()
    {
        using var run = Opened("SELECT county_zh, value, value * 2 AS twice, 1 AS one FROM measured WHERE theme = 'cadre_age'");
        string.Join(" | ", run.State.Result.Open!.Grid.Columns.Select(c => c.Subtitle))
            .ShouldBe("varchar | double articles | double computed | integer");
        run.Sql(Groups);
        run.Screen.ShouldContain("stands on 115 figures");
        run.Sql("SELECT 1 AS n");
        run.Screen.ShouldNotContain("stands on");
        run.Screen.ShouldNotContain("Sentence ·");
    }

    [Fact]
    public void One_key_lists_what_was_combined_with_its_caveats()
    {
        using var run = Opened(Groups).Keys("Ctrl+End A");
        var window = run.State.Window.ShouldBeOfType<FiguresWindow>();
        var text = string.Join('\n', window.Text!.Select(l => l.Text));
        text.ShouldContain("additive  added figures differ in nature or overlap: their sum means nothing");
        text.ShouldContain($"{run.State.Sentence.Ids(run.State.FiguresInView!).Count}. ");
        run.Keys("Esc ← A");
        string.Join('\n', run.State.Window.ShouldBeOfType<FiguresWindow>().Text!.Select(l => l.Text)).ShouldNotContain("additive");
    }

    [Fact]
    public void Figures_that_do_not_compare_are_underlined_told_in_the_status_and_listed_by_a_key()
    {
        using var run = Opened("SELECT county_en, value FROM measured WHERE theme = 'cadre_age' ORDER BY value");
        run.Screen.ShouldContain("caveats: ");
        run.Screen.ShouldContain("population");
        var judged = run.State.Result.Open!.Table.Judged.ShouldNotBeNull();
        judged.Caveats!.ShouldContain(c => c.Code == "population" && c.Columns.SequenceEqual(new[] { 1 }));
        run.Keys("Z");
        var lines = run.Screen;
        lines.ShouldContain("Caveats of r1");
        lines.ShouldContain("population  populations differ");
        lines.ShouldContain("value · all rows");
    }

    [Fact]
    public void A_caveat_of_some_rows_marks_their_figures_and_one_of_all_rows_none()
    {
        using var run = Opened(
            "SELECT obs_id, value FROM measured WHERE obs_status = 'suspect' OR theme = 'cadre_age' ORDER BY obs_status"
        );
        var judged = run.State.Result.Open!.Table.Judged.ShouldNotBeNull();
        var suspect = judged.Caveats!.Single(c => c.Code == "suspect");
        judged.StyleOf(suspect.Rows[0] - 1, 1).ShouldBe(Theme.Quote);
        judged.StyleOf(suspect.Rows[0] - 1, 0).ShouldBe(default);
        var all = judged.Caveats!.First(c => c.Rows.Count == judged.Rows);
        Enumerable.Range(0, (int)judged.Rows).ShouldContain(row => judged.StyleOf(row, 1) == default, all.Code);
    }

    [Fact]
    public void Caveats_follow_the_language_and_say_when_there_is_nothing_to_judge()
    {
        using var run = new ConsoleRun(140, 40, "zh").Settle().Sql("SELECT county_zh, value FROM measured WHERE theme = 'cadre_age'");
        run.Keys("Z");
        run.Screen.ShouldContain("r1 的注意事项");
        run.Screen.ShouldContain("对象不同");
        run.Keys("Esc").Sql("SELECT 1 AS n").Keys("Z");
        run.Screen.ShouldContain("此结果没有报道的数字。");
    }

    [Fact]
    public void Another_key_lists_who_decided()
    {
        using var run = Opened(
            "SELECT name_en FROM place WHERE place_id IN (SELECT county_id FROM measured WHERE theme = 'cadre_age') ORDER BY 1"
        );
        run.Keys("J");
        var text = string.Join('\n', run.State.Window.ShouldBeOfType<FiguresWindow>().Text!.Select(l => l.Text));
        text.ShouldContain("a subquery decided which rows there are");
        text.ShouldContain("36.37");
    }

    [Fact]
    public void Results_made_of_results_keep_their_sentences()
    {
        using var run = Opened("SELECT county_zh, value FROM measured WHERE theme = 'cadre_age' ORDER BY value").Keys("Ctrl+Home → o o");
        run.State.Result.Open!.Name.ShouldBe("r3");
        run.State.Sentence.Ids(run.State.FiguresInView!).ShouldBe(["000-1.reserve_mean_age"]);
    }

    [Fact]
    public void What_is_not_traced_says_so_with_its_reason_and_bound()
    {
        using var run = Opened(
            "WITH RECURSIVE t(o, n) USING KEY (o) AS (SELECT obs_id, 1 FROM measured UNION SELECT o, n + 1 FROM t WHERE n < 3) FROM t"
        );
        run.Screen.ShouldContain("Not traced: rows of the recursion t replace each other");
        run.Screen.ShouldContain("figures at most");
    }
}
