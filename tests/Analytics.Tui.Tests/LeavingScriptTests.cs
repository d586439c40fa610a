using System.Diagnostics;
using Analytics.Engine.Workspaces;
using Analytics.Tui.App;

namespace Analytics.Tui.Tests;

/// <summary>
/// A query that does not answer is left behind. A pipe that nobody writes holds the engine as a long call does, at no cost.
/// </summary>
public sealed class LeavingScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _pipe;

    public LeavingScriptTests()
    {
        _pipe = _folder.File("pipe.csv");
        if (!OperatingSystem.IsWindows())
            Process.Start("mkfifo", [_pipe]).WaitForExit();
    }

    public static TheoryData<string> Statements =>
        // While it runs; and while it is read and planned.
        new("SELECT length(content) AS n FROM read_text('{0}')", "SELECT * FROM read_csv('{0}')");

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_query_that_does_not_answer_is_left_and_the_session_goes_on(string statement)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var run = new BesideRun();
        run.Sql("CREATE TABLE mine AS SELECT 7 AS id").Wait(s => s.Result.InMotion.Count == 0);
        run.Sql("SELECT range AS id FROM range(1000)").Wait(s => s.Result.InMotion.Count == 0);
        run.Sql("SET TimeZone = 'Asia/Tokyo'").Wait(s => s.Result.InMotion.Count == 0);
        var writer = Held(run.Sql(string.Format(null, statement, _pipe)));
        run.Keys("Esc");
        run.Keys("Esc").State.Result.Running.ShouldNotBeNull("before its two seconds are over it is only asked again");
        run.Wait(s => s.Result.Running!.MayBeLeft(s.Now)).Screen.ShouldContain("Esc leaves it behind");
        run.Keys("Esc").Wait(s => s.Result.Running is null);
        run.State.Window.ShouldBeOfType<CellWindow>().Text!.ShouldContain("TEMP tables");
        run.Keys("Esc").Screen.ShouldContain("Left behind, still runs: SELECT");

        run.Sql(
            "SELECT count(*) AS n, sum(mine.id) AS m, current_setting('TimeZone') AS z, count(*) FILTER (WHERE f.n > 0) FROM r1, mine, "
                + "(SELECT count(*) AS n FROM figures) AS f"
        );
        run.Wait(s => s.Result.InMotion.Count == 0).State.Result.Failed.ShouldBeNull();
        var kept = run.State.Result.Open!.Table.Kept;
        using (var page = kept.Page(0, 1))
            Enumerable.Range(0, 4).Select(c => page.Text(0, c)).ShouldBe(["1000", "7000", "Asia/Tokyo", "1000"]);
        run.Keys("F4 F").Type("n = 1000").Keys("Enter").Wait(s => s.Result.Operating is null && s.Result.Open!.Name != kept.Name);

        writer.Dispose();
        run.Wait(s => s.Result.Left.IsEmpty).Screen.ShouldNotContain("Left behind, still runs");
        run.Sql("SELECT 42 AS answer").Wait(s => s.Result.InMotion.Count == 0);
        run.State.Result.Open!.Table.Kept.State.ShouldBe(KeptState.Complete);
    }

    [Fact]
    public void A_query_that_waits_for_one_that_does_not_answer_frees_the_session_too()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var run = new BesideRun();
        var writer = Held(run.Sql($"SELECT * FROM read_text('{_pipe}')"));
        run.Sql("SELECT 1 AS one").Wait(s => s.ShowsRunning).Keys("Esc").Wait(s => s.Result.Running!.MayBeLeft(s.Now));
        run.Keys("Esc").Wait(s => s.Result is { Running: null, Left.Count: 1 });
        run.Sql("SELECT 2 AS two").Wait(s => s.Result.InMotion.Count == 0).State.Result.Open!.Table.RowCount.ShouldBe(1);
        writer.Dispose();
        run.Wait(s => s.Result.Left.IsEmpty);
    }

    [Fact]
    public void An_operation_that_does_not_answer_is_left_and_others_go_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var run = new BesideRun();
        run.Sql("SELECT range AS id FROM range(10)").Wait(s => s.Result.InMotion.Count == 0);
        var writer = Held(run.Keys("F4 F").Type($"id = (SELECT max(length(content)) FROM read_text('{_pipe}'))").Keys("Enter"));
        run.Keys("Esc").Wait(s => s.Result.Operating!.MayBeLeft(s.Now)).Keys("Esc").Wait(s => s.Result.Operating is null);
        run.State.Message.Text.ShouldBe("Left behind; all results stay");
        StatusText.Right(run.State).ShouldContain("Left behind, still runs");
        run.Keys("F").Type("id < 3").Keys("Enter").Wait(s => s.Result.Operating is null && s.Result.Open!.Table.RowCount == 3);
        writer.Dispose();
        run.Wait(s => s.Result.Left.IsEmpty).State.Result.Kept.Count.ShouldBe(2);
    }

    /// <summary>The other end of the pipe, once the engine waits at this one; it goes on when that is closed.</summary>
    private FileStream Held(BesideRun run)
    {
        var opening = Task.Run(() => new FileStream(_pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
        run.Wait(_ => opening.IsCompleted);
        return opening.GetAwaiter().GetResult();
    }

    public void Dispose() => _folder.Dispose();
}
