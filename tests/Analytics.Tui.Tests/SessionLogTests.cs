using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Tui.App;

namespace Analytics.Tui.Tests;

/// <summary>The log of a session, as SQL that runs again and as Markdown.</summary>
public class SessionLogTests
{
    [Fact]
    public void A_canned_query_with_its_values_and_operations_on_it_run_again()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(140, 40, "en").Settle();
        run.Open("cadre_age/county").Keys("F5 F4 F").Type("value > 30").Keys("Enter");
        var expected = run.State.Result.Open!.Table.RowCount;
        expected.ShouldBeGreaterThan(0);
        run.Sql($"SELECT count(*) AS rows, 0 AS z FROM {run.State.Result.Open.Name}");
        Again(Saved(run, folder.File("session.sql"))).ShouldBe($"{expected} 0");
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_when_asked_again_and_other_endings_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("log.md", "mine");
        using var run = new ConsoleRun(140, 40, "en").Settle().Keys("Alt+g");
        run.State.Window.ShouldBeNull("nothing was done yet");
        run.Sql("SELECT 1 AS a").Keys("Alt+g Ctrl+U").Type(path).Keys("Enter");
        File.ReadAllText(path).ShouldBe("mine");
        run.Screen.ShouldContain("again replaces it");
        run.Keys("Enter").State.Window.ShouldBeNull();
        File.ReadAllText(path).ShouldContain("```sql\n  SELECT 1 AS a\n");
        run.Keys("Alt+g Ctrl+U").Type(folder.File("log.txt")).Keys("Enter");
        run.State.Window.ShouldBeOfType<SessionLogWindow>().Error.ShouldContain(".md");
    }

    private static string Saved(ConsoleRun run, string path)
    {
        run.Keys("Alt+g Ctrl+U").Type(path).Keys("Enter");
        return File.ReadAllText(path);
    }

    /// <summary>The first row of what batch prints of it.</summary>
    private static string Again(string script)
    {
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Root), [], Memory: "200MB"));
        using var table = ResultTable.Read(session.Run(script));
        return $"{table.Text(0, 0)} {table.Text(0, 1)}";
    }
}
