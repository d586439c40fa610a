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
        using var run = Opened("WITH RECURSIVE t(o) AS (SELECT obs_id FROM measured UNION SELECT o FROM t) FROM t");
        run.Screen.ShouldContain("Not traced: the recursion t drops equal rows");
        run.Screen.ShouldContain("figures at most");
    }
}
