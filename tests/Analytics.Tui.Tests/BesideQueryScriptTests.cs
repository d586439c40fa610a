using Analytics.Engine.Workspaces;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>What is done with results while a query runs, as on the terminal: effects run beside each other.</summary>
public class BesideQueryScriptTests
{
    private const string Endless = "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 3";

    [Fact]
    public void A_kept_result_is_worked_on_while_a_query_runs_and_each_is_cancelled_by_itself()
    {
        using var run = new BesideRun();
        run.Sql("SELECT range AS id, range % 10 AS v FROM range(1000)").Wait(s => s.Result.InMotion.Count == 0);
        run.Sql(Endless).Wait(s => s.ShowsRunning);
        run.Screen.ShouldContain("F4 shows r1 meanwhile");
        run.Keys("F4 → o").Wait(s => s.Result.Open!.Name == "r2" && s.Result.Operating is null);
        run.Keys("F").Type("v = 3").Keys("Enter").Wait(s => s.Result.Open!.Table.RowCount == 100 && s.Result.Operating is null);
        run.Keys("i").Wait(s => s.Window is not null).Keys("Esc");
        run.State.Result.Running.ShouldNotBeNull();
        run.Screen.ShouldContain("Running");
        run.Keys("Esc").Wait(s => s.Result.Running is null);
        run.State.Message.Text.ShouldContain("Cancelled");
        run.State.Result.Open!.Table.RowCount.ShouldBe(100);
    }

    [Fact]
    public void The_operation_in_view_is_cancelled_first_and_the_query_goes_on()
    {
        using var run = new BesideRun();
        run.Sql("SELECT range AS id FROM range(3000000)").Wait(s => s.Result.InMotion.Count == 0);
        run.Sql(Endless)
            .Wait(s => s.ShowsRunning)
            .Keys("F4 F")
            .Type("(SELECT count(*) FROM range(100000000) WHERE range % 7 = id % 3) > 0")
            .Keys("Enter");
        run.Wait(s => s.Result.Operating is not null && s.ShowsRunning).Screen.ShouldContain("Working on r1");
        run.Keys("Esc").Wait(s => s.Result.Operating is null);
        run.State.Result.Running!.IsCancelling.ShouldBeFalse();
        run.Keys("Ctrl+C").Wait(s => s.Result.InMotion.Count == 0);
    }

    [Fact]
    public void Rows_so_far_are_searched_filtered_and_said_to_be_so()
    {
        using var run = new BesideRun();
        run.Sql("SELECT range AS id FROM range(3000000000)").Wait(s => s.Result.Open?.Table.RowCount > 100_000);
        run.Keys("F").Type("id < 5").Keys("Enter").Wait(s => s.Result.Open!.Name == "r2" && s.Result.Operating is null);
        run.Screen.ShouldContain("rows so far of r1");
        run.State.Result.Open!.Table.RowCount.ShouldBe(5);
        run.State.Result.Entry("r1")!.View.Table.IsGrowing.ShouldBeTrue();
        run.Keys("F4 i").State.Message.Text.ShouldContain("wait");
        run.Keys("Esc").Wait(s => s.Result.InMotion.Count == 0);
        run.State.Result.Entry("r1")!.View.Table.Progress.State.ShouldBe(KeptState.Cancelled);
    }

    [Theory]
    [InlineData("zh", "（已取消）", "r1（只有前", "只依据 r1 的一部分行", "已有的行中没有", "没有行；只依据 r1 的一部分行")]
    [InlineData(
        "en",
        "(cancelled)",
        "r1 (only the first",
        "stands on a part of the rows of r1",
        "is in none of these rows",
        "No rows; stands on a part of the rows of r1"
    )]
    public void What_is_made_of_a_cancelled_result_never_claims_all_its_rows(
        string language,
        string title,
        string operation,
        string child,
        string search,
        string empty
    )
    {
        using var run = new BesideRun(language);
        run.Sql("SELECT range AS id FROM range(3000000000)").Wait(s => s.Result.Open?.Table.RowCount > 100_000);
        run.Keys("Esc").Wait(s => s.Result.InMotion.Count == 0);
        run.Screen.ShouldContain(title);
        run.Keys("F4 /").Type("nowhere").Keys("Enter").Wait(s => s.Result.Operating is null);
        run.State.Message.Text.ShouldContain(search);
        run.Keys("F").Type("id < 5").Keys("Enter").Wait(s => s.Result.Open!.Name == "r2" && s.Result.Operating is null);
        run.State.Result.Open!.Query.Title(Languages.Parse(language)!.Value).ShouldStartWith(operation);
        run.Keys("F").Type("id > 10").Keys("Enter").Wait(s => s.Result.Open!.Name == "r3" && s.Result.Operating is null);
        run.State.Result.Open!.Query.Title(Languages.Parse(language)!.Value).ShouldContain(child);
        run.Screen.ShouldContain(empty);
        run.Sql("FROM r1 LIMIT 1").Wait(s => s.Result.Open!.Name == "r4" && s.Result.InMotion.Count == 0);
        run.Screen.ShouldContain(child);
        run.Keys("F4 s").State.Window.ShouldBeOfType<SaveWindow>().Path.ShouldBe(language == "zh" ? "r4-部分.csv" : "r4-partial.csv");
    }

    [Fact]
    public void A_query_whose_rows_come_while_another_result_is_looked_at_does_not_take_the_view()
    {
        using var run = new BesideRun();
        run.Sql("SELECT 1 AS a").Wait(s => s.Result.InMotion.Count == 0);
        run.Sql("SELECT count(*) AS n FROM range(200000000) WHERE range % 7 = 3").Wait(s => s.ShowsRunning).Keys("F4");
        run.Wait(s => s.Result.InMotion.Count == 0);
        run.State.Result.Open!.Name.ShouldBe("r1");
        run.Keys("R ↑ Enter").State.Result.Open!.Name.ShouldBe("r2");
    }

    [Fact]
    public void A_query_that_fails_on_the_way_keeps_its_rows_and_says_so()
    {
        using var run = new BesideRun();
        run.Sql("SELECT CAST(CASE WHEN range < 700000 THEN '1' ELSE 'no number' END AS INTEGER) AS a FROM range(1000000)")
            .Wait(s => s.Result.InMotion.Count == 0);
        var kept = run.State.Result.Open!.Table;
        kept.Progress.State.ShouldBe(KeptState.Failed);
        kept.RowCount.ShouldBeGreaterThan(0);
        run.Screen.ShouldContain("rows (failed)");
        // The engine may report that it stopped its other threads instead of why.
        var failure = kept.Progress.Failure!.Message;
        (
            failure.Contains("no number", StringComparison.Ordinal) || failure.Contains("does not name", StringComparison.Ordinal)
        ).ShouldBeTrue(failure);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said()
    {
        using var run = new BesideRun();
        run.Sql("SELECT 1 AS a")
            .Wait(s => s.Result.InMotion.Count == 0)
            .Keys("s")
            .Name("/proc/none/x.csv")
            .Wait(s => s.Result.Saving is null);
        (run.State.Message.Text + run.Screen).ShouldContain("cannot", customMessage: run.Screen);
        if (!File.Exists("/dev/full"))
            return;
        run.Keys("s").Name("/dev/full/x.csv").Wait(s => s.Result.Saving is null);
        (run.State.Message.Text + run.Screen).ShouldContain("cannot", customMessage: run.Screen);
    }

    [Fact]
    public void Saving_shows_rows_and_bytes_and_a_cancelled_file_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("large.csv", "mine");
        using var run = new BesideRun();
        run.Sql("SELECT md5(range::VARCHAR) AS a, md5((range + 1)::VARCHAR) AS b FROM range(3000000)")
            .Wait(s => s.Result.InMotion.Count == 0);
        run.Keys("s").Name(path).Wait(s => s.Window is ReplaceWindow);
        run.Keys("← Enter").Wait(s => s.Result.Saving is { Rows: > 0 } && s.ShowsRunning);
        run.Screen.ShouldContain("Saving large.csv");
        run.Screen.ShouldContain("MB");
        run.Keys("Esc").Wait(s => s.Result.Saving is null);
        (run.State.Message.Text + run.Screen).ShouldContain("cancelled", customMessage: run.Screen);
        File.ReadAllText(path).ShouldBe("mine");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }
}
