using System.Text.Json;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>Files with what their rows stand on, key by key.</summary>
public sealed class SaveScriptTests : IDisposable
{
    private const string Reserve = "SELECT county_zh, value FROM measured WHERE value_text = '232'";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("r.csv", "county_zh,value,obs_ids\n碧江区,232.0,[000-1.reserve_count]\n")]
    [InlineData("r.json", "[\n{\"county_zh\":\"碧江区\",\"value\":232.0,\"obs_ids\":[\"000-1.reserve_count\"]}\n]\n")]
    [InlineData("r.md", "| county_zh | value | obs_ids |\n| --- | ---: | --- |\n| 碧江区 | 232.0 | [000-1.reserve_count] |\n")]
    public void Rows_are_saved_with_the_observations_of_each_as_batch_exports_them(string name, string expected)
    {
        using var run = new ConsoleRun().Settle().Sql(Reserve);
        Saved(run, name, "Alt+s").ShouldStartWith(expected);
    }

    [Fact]
    public void Saved_without_evidence_the_rows_are_as_the_grid_has_them()
    {
        using var run = new ConsoleRun().Settle().Sql(Reserve);
        Saved(run, "r.csv", "s").ShouldBe("county_zh,value\n碧江区,232.0\n");
    }

    [Fact]
    public void Parquet_holds_the_observations_as_a_list()
    {
        using var run = new ConsoleRun().Settle().Sql(Reserve);
        var path = Path.Combine(_folder.Path, "r.parquet");
        run.Keys("Alt+s Ctrl+A").Type(path).Keys("Enter").Sql($"SELECT obs_ids[1] FROM '{path}'");
        run.State.Result.Open!.Table.Text(0, 0).ShouldBe("000-1.reserve_count");
    }

    [Fact]
    public void What_is_made_of_a_result_is_saved_with_all_that_it_stands_on()
    {
        using var run = new ConsoleRun().Settle().Sql("SELECT county_zh FROM measured WHERE theme = 'cadre_age' ORDER BY value").Keys("#");
        // A percentage of all rows stands on all of them.
        const string All = "\"[000-1.reserve_mean_age, 001-1.community_worker_mean_age, 002-4.community_worker_mean_age]\"";
        Saved(run, "g.csv", "Alt+s")
            .ShouldBe($"county_zh,rows,percent,obs_ids\n碧江区,2,66.66666666666667,{All}\n松桃苗族自治县,1,33.333333333333336,{All}\n");
    }

    [Fact]
    public void Rows_of_a_file_are_named_by_file_and_line()
    {
        var mine = _folder.File("survey.csv", "place,invented\n碧江区,99\n");
        using var run = new ConsoleRun(open: mine).Settle();
        run.Sql($"SELECT invented, value FROM survey JOIN ({Reserve}) ON place = county_zh");
        Saved(run, "r.csv", "Alt+s").ShouldBe("invented,value,obs_ids,own_rows\n99,232.0,[000-1.reserve_count],['survey.csv:1']\n");
    }

    [Fact]
    public void Rows_that_stand_on_nothing_say_so()
    {
        using var run = new ConsoleRun().Settle().Sql("SELECT 1 AS a");
        Saved(run, "r.csv", "Alt+s").ShouldBe("a,obs_ids\n1,[]\n");
    }

    [Fact]
    public void Rows_that_are_not_traced_are_not_saved_as_if_they_were()
    {
        using var run = new ConsoleRun(120, language: "en")
            .Settle()
            .Sql("CREATE TABLE t(a INT)")
            .Sql("INSERT INTO t VALUES (1) RETURNING a");
        run.Keys("Alt+s Ctrl+A").Type(Path.Combine(_folder.Path, "r.csv")).Keys("Enter");
        run.State.Window.ShouldBeOfType<SaveWindow>().Error.ShouldStartWith("Not traced: ");
        Directory.EnumerateFiles(_folder.Path).ShouldBeEmpty();
    }

    [FontFact]
    public void Beside_a_chart_lies_a_file_of_its_data_and_evidence()
    {
        using var run = new ConsoleRun(200, language: "en").Settle().Open("education/qualification_enrolment").Keys("F4 2 Alt+s Ctrl+A");
        var path = Path.Combine(_folder.Path, "x.svg");
        run.Type(path).Keys("Enter Esc F4 2");
        File.ReadAllText(path).ShouldStartWith("<");
        var sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json")).RootElement;
        sidecar.GetProperty("observations")[0].GetProperty("sentence").GetString().ShouldNotBeEmpty();
        File.Delete(path);
        run.Keys("Alt+s Ctrl+A").Type(path).Keys("Enter").State.Window.ShouldBeOfType<ReplaceWindow>();
        File.Exists(path).ShouldBeFalse();
    }

    private string Saved(ConsoleRun run, string name, string key)
    {
        var path = Path.Combine(_folder.Path, name);
        run.Keys($"{key} Ctrl+A").Type(path).Keys("Enter");
        run.State.Window.ShouldBeNull();
        return File.ReadAllText(path);
    }
}
