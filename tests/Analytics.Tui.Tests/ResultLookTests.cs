using Analytics.Terminal.Input;
using Analytics.Tui.App;
using Analytics.Tui.Settings;

namespace Analytics.Tui.Tests;

/// <summary>How high a result stands, and in which order its columns.</summary>
public class ResultLookTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public void A_small_result_leaves_its_room_to_the_sentence(int width, int height)
    {
        using var run = new ConsoleRun(width, height).Settle().Sql("FROM figures LIMIT 2");
        var layout = ConsoleLayout.Of(run.State);
        var before = ConsoleLayout.Of(run.State with { ResultLines = null });
        layout.Sentence.Height.ShouldBeGreaterThan(before.Sentence.Height);
        layout.Result.Height.ShouldBeInRange(run.State.Result.Open!.Grid.FullHeight, before.Result.Height - 1);
    }

    [Fact]
    public void The_editor_has_it_where_there_is_no_sentence_as_far_as_its_text_needs_it()
    {
        using var run = new ConsoleRun(80, 24).Settle().Keys("F3");
        run.Program.Send(new PasteEvent("SELECT 1 AS a,\n2 AS b,\n3 AS c,\n4 AS d,\n5 AS e"));
        run.Keys("F5 F4");
        ConsoleLayout.Of(run.State).Query.Height.ShouldBe(5);
        run.Sql("SELECT 1 AS a").Keys("F4");
        ConsoleLayout.Of(run.State).Query.Height.ShouldBe(3);
    }

    [Fact]
    public void A_large_result_has_all_there_is()
    {
        using var run = new ConsoleRun(80, 24).Settle().Sql("FROM figures").Keys("F4");
        ConsoleLayout.Of(run.State).ShouldBe(ConsoleLayout.Of(run.State with { ResultLines = null }));
    }

    [Fact]
    public void A_height_chosen_for_the_editor_stays()
    {
        using var run = new ConsoleRun(120, 40).Settle().Keys("F3");
        run.Program.Send(new PasteEvent(string.Join('\n', Enumerable.Range(1, 30).Select(i => $"-- {i}")) + "\nSELECT 1 AS a"));
        run.Keys("F5 F4");
        ConsoleLayout.Of(run.State).Query.Height.ShouldBeGreaterThan(10);
        run.Keys("Alt+k Alt+k");
        var chosen = run.State.Sizes.Editor.ShouldNotBeNull();
        run.Sql("SELECT 1 AS a").Keys("F4");
        ConsoleLayout.Of(run.State).Query.Height.ShouldBe(chosen);
    }

    [Fact]
    public void Nothing_moves_with_each_row_that_comes()
    {
        using var run = new BesideRun("en");
        run.Sql("SELECT range AS i FROM range(3000000000)").Wait(s => s.Result.Open?.Table.RowCount > 0);
        run.State.Result.Open!.Table.IsGrowing.ShouldBeTrue();
        run.State.ResultLines.ShouldBeNull();
        var then = ConsoleLayout.Of(run.State);
        var rows = run.State.Result.Open.Table.RowCount;
        run.Wait(s => s.Result.Open!.Table.RowCount > rows);
        ConsoleLayout.Of(run.State).ShouldBe(then);
        run.Keys("Esc").Wait(s => s.Result.InMotion.Count == 0);
    }

    [Fact]
    public void Of_all_columns_of_a_table_ids_and_places_in_the_sources_stand_last_in_the_grid_alone()
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Sql("FROM figures ORDER BY obs_id");
        var names = Names(run);
        names[0].ShouldBe("county_en");
        names.IndexOf("value").ShouldBeLessThan(names.IndexOf("obs_id"));
        names.IndexOf("obs_id").ShouldBeLessThan(names.IndexOf("county_id"));
        names[^1].ShouldBe("line_start");
        run.State.Result.Open!.Grid.Frozen.ShouldBe(1);
        run.State.Result.Open.Table.Kept.ColumnNames[0].ShouldBe("obs_id");
        run.Screen.ShouldContain("reordered");
        run.Keys("t");
        Names(run)[0].ShouldBe("obs_id");
        run.Screen.ShouldNotContain("reordered");
        run.Keys("t");
        Names(run)[0].ShouldBe("county_en");
    }

    [Theory]
    [InlineData("SELECT obs_id, county_en, value FROM figures", "obs_id,county_en,value")]
    [InlineData("SELECT obs_id, * EXCLUDE (obs_id) FROM figures", "obs_id,county_id,county_en")]
    [InlineData("FROM (VALUES (1, 2)) v(my_id, n)", "my_id,n")]
    [InlineData("SELECT source_file, count(*) AS n FROM figures GROUP BY ALL", "source_file,n")]
    public void Columns_that_were_written_and_those_of_others_keep_their_order(string sql, string first)
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Sql(sql);
        string.Join(',', Names(run)).ShouldStartWith(first);
    }

    [Fact]
    public void The_order_made_by_hand_stays_and_the_setting_switches_the_other_off()
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Sql("FROM figures").Keys("L");
        var byHand = Names(run);
        byHand[1].ShouldBe("county_en");
        run.Sql("FROM figures");
        Names(run).ShouldBe(byHand);
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsReader.Read("c.yaml", "id_columns: written"));
        using var other = new ConsoleRun(120, 40, "en", settings: settings).Settle().Sql("FROM figures");
        Names(other)[0].ShouldBe("obs_id");
    }

    [Fact]
    public void An_operation_on_the_rows_keeps_the_order()
    {
        using var run = new ConsoleRun(120, 40, "en").Settle().Sql("FROM figures").Keys("o");
        Names(run)[0].ShouldBe("county_en");
        run.Screen.ShouldContain("reordered");
    }

    [Fact]
    public void Long_lines_of_the_editor_are_wrapped_by_a_key_that_is_remembered_and_by_the_settings()
    {
        using var state = new TemporaryFolder();
        var sql = "SELECT " + string.Join(", ", Enumerable.Range(1000, 30)) + " AS z";
        using (var run = new ConsoleRun(80, 24, "en", state: state.Path).Settle().Keys("F3").Type(sql))
        {
            run.Screen.ShouldNotContain("SELECT 1000");
            run.Keys("Alt+z").Screen.ShouldContain("SELECT 1000");
            run.Screen.ShouldContain("↳");
            run.State.Query.Editor.Cursor.Column.ShouldBe(sql.Length);
            run.Keys("↑ End").State.Query.Editor.Cursor.Column.ShouldBeLessThan(sql.Length);
        }

        using (var again = new ConsoleRun(80, 24, "en", state: state.Path).Settle().Keys("F3"))
            again.State.Query.Editor.IsWrapped.ShouldBeTrue();
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsReader.Read("c.yaml", "soft_wrap: true"));
        using var set = new ConsoleRun(80, 24, "en", settings: settings).Settle().Keys("F3 Ctrl+N");
        set.State.Query.Editor.IsWrapped.ShouldBeTrue();
    }

    [Fact]
    public void Offers_stand_at_the_word_in_the_row_where_it_is()
    {
        var settings = ConsoleSettings.Of(ConsoleKeys.Map).With(SettingsReader.Read("c.yaml", "soft_wrap: true"));
        using var run = new ConsoleRun(80, 24, "en", settings: settings).Settle().Keys("F3");
        run.Type("SELECT " + string.Join(", ", Enumerable.Range(1000, 12)) + " FROM figures WHERE county_z");
        run.Keys("Ctrl+Space");
        run.State.Query.Completing.Shown.ShouldNotBeNull();
        var (x, y) = run.State.Query.Editor.CellOf(run.State.Query.Completing.Shown.From);
        y.ShouldBeGreaterThan(0);
        x.ShouldBeLessThan(50);
        run.Screen.ShouldContain("county_zh");
        run.Keys("Enter").State.Query.Editor.Text.ShouldEndWith("county_zh");
    }

    private static List<string> Names(ConsoleRun run)
    {
        var open = run.State.Result.Open.ShouldNotBeNull();
        return [.. open.Shown.Select(c => open.Table.Kept.ColumnNames[c])];
    }
}
