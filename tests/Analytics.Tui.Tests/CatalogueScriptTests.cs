using Analytics.Tui.Catalogue;
using Analytics.Tui.Editor;

namespace Analytics.Tui.Tests;

/// <summary>What can be done with the entries of the catalogue.</summary>
public class CatalogueScriptTests
{
    [Theory]
    [InlineData("zh", "正式全称")]
    [InlineData("en", "Full official name")]
    public void A_search_finds_columns_by_name_and_by_description_in_either_language(string language, string description)
    {
        using var run = new ConsoleRun(100, 40, language).Settle().Keys("/").Type("official name");
        run.State.Catalogue.Tree.Rows().ShouldContain(r => r.Node.Id == "column:place.name_zh");
        run.State.Catalogue.SelectedColumn.ShouldNotBeNull();
        run.Screen.ShouldContain(description);
        run.Keys("Ctrl+U").Type("正式 全称").State.Catalogue.Tree.Rows().ShouldContain(r => r.Node.Id == "column:place.name_zh");
        run.Keys("Esc").State.Catalogue.Tree.Rows().ShouldNotContain(r => r.Node.Id == "column:place.name_zh");
    }

    [Fact]
    public void A_tables_preview_shows_what_it_is_its_first_rows_and_its_columns()
    {
        using var run = new ConsoleRun(100, 40).Settle().Keys("/").Type("known_total").Keys("Esc p");
        run.State.Window.ShouldBeOfType<PreviewWindow>().Rows!.Rows.Count.ShouldBeGreaterThan(5);
        foreach (var text in new[] { "各地已知的总数", "village_communities", "decimal", "此数的出处" })
            run.Screen.ShouldContain(text);
        run.Keys("PgDn Esc").State.Window.ShouldBeNull();
        run.State.Query.Editor.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("overview/county", "按文章和位置排列", "$county")]
    [InlineData("known_total", "各地已知的总数", "decimal")]
    public void The_entry_at_the_cursor_is_previewed_where_no_result_takes_the_room(string entry, params string[] texts)
    {
        using var run = new ConsoleRun(120, 40).Settle().Keys("/").Type(entry).Keys("Esc");
        foreach (var text in texts)
            run.Screen.ShouldContain(text);
        run.Keys("F3").Screen.ShouldContain("先试这三个键");
        run.Sql("SELECT 1 AS one").Keys("F2").Screen.ShouldNotContain(texts[^1]);
    }

    [Theory]
    [InlineData(80, 26, 26)]
    [InlineData(120, 64, 36)]
    [InlineData(200, 80, 80)]
    public void The_catalogue_is_as_wide_as_its_titles_where_the_rest_keeps_its_room(int width, int most, int mostWithResult)
    {
        using var run = new ConsoleRun(width, 40, "en").Settle();
        run.Screen.Split('\n')[0].IndexOf('┐').ShouldBeInRange(25, most - 1);
        if (width == 200)
            run.Screen.ShouldContain("Figures that are suspect or can be read in two ways");
        run.Sql("SELECT 42").Screen.Split('\n')[0].IndexOf('┐').ShouldBeInRange(25, mostWithResult - 1);
    }

    [Fact]
    public void A_querys_preview_shows_its_summary_parameters_and_sql()
    {
        using var run = new ConsoleRun(100, 40).Settle().Keys("/").Type("overview/county").Keys("Esc Space");
        run.State.Window.ShouldBeOfType<LinesWindow>();
        run.Screen.ShouldContain("$county");
        run.Screen.ShouldContain("SELECT");
    }

    [Fact]
    public void Names_are_inserted_quoted_and_apart_while_the_catalogue_keeps_the_focus()
    {
        using var run = new ConsoleRun(100, 40)
            .Settle()
            .Sql("CREATE TABLE \"My \"\"t\" AS SELECT 1 AS \"qq b\", 2 AS c")
            .Keys("F3 Ctrl+A")
            .Type("SELECT ");
        run.Keys("F2 /").Type("qq").Keys("Esc i ↓ i");
        run.State.Query.Editor.Text.ShouldBe("SELECT \"qq b\", c");
        run.State.Focus.ShouldBe(Panel.Catalogue);
        run.Keys("F3").Type(" FROM").Keys("F2 /").Type("My").Keys("Esc i F3 F5");
        run.State.Query.Editor.Text.ShouldBe("SELECT \"qq b\", c FROM \"My \"\"t\"");
        run.State.Result.Open!.Table.RowCount.ShouldBe(1);
    }

    [Fact]
    public void A_query_inserts_its_sql_and_a_theme_nothing()
    {
        using var run = new ConsoleRun().Settle().Keys("i");
        run.State.Message.IsError.ShouldBeTrue();
        run.Keys("/").Type("training/coverage").Keys("Esc i").State.Query.Editor.Text.ShouldContain("SELECT");
    }

    [Fact]
    public void Tables_made_here_stand_apart_from_opened_files()
    {
        using var run = new ConsoleRun(language: "en").Settle().Sql("CREATE TABLE mine AS SELECT 1 AS n");
        run.State.Catalogue.Tables.Single(t => t.Name == "mine").Origin.ShouldBe(TableOrigin.Made);
        run.State.Catalogue.Tree.Roots.ShouldContain(r => r.Line.Text == "Tables made here");
        run.State.Catalogue.Tree.Roots.ShouldNotContain(r => r.Line.Text == "Opened files");
    }

    [Fact]
    public void A_kept_result_is_previewed_inserted_and_dropped()
    {
        using var run = new ConsoleRun(100, 40).Settle().Sql("SELECT 1 AS n").Keys("F2 /").Type("r1").Keys("Esc p");
        run.State.Window.ShouldBeOfType<PreviewWindow>().Rows!.Rows.Single().ShouldBe(["1"]);
        run.Keys("Esc i").State.Query.Editor.Text.ShouldBe("SELECT 1 AS n r1");
        run.Keys("d").State.Result.Kept.ShouldBeEmpty();
        run.State.Window.ShouldBeNull();
    }

    [Theory]
    [InlineData("county_zh", "county_zh")]
    [InlineData("order", "\"order\"")]
    [InlineData("select", "\"select\"")]
    [InlineData("1st", "\"1st\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("", "\"\"")]
    public void Names_are_quoted_where_sql_would_read_something_else(string name, string sql) => PlainSql.Name(name).ShouldBe(sql);
}
