using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Tests.Cli;
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

    /// <summary>What the console saves of its last result is what batch prints, byte for byte.</summary>
    [Theory]
    [InlineData("a canned query and operations on it")]
    [InlineData("a file of the user's")]
    [InlineData("a file that is read as a copy")]
    [InlineData("tables, names and a result of several")]
    [Trait("Category", "Program")]
    public void Saved_as_sql_it_gives_the_same_rows_in_batch(string session)
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(140, 40, "en").Settle();
        switch (session)
        {
            case "a canned query and operations on it":
                run.Open("cadre_age/county").Keys("F5 F4 F").Type("value > 30").Keys("Enter → o");
                break;
            case "a file of the user's":
                run.Keys("o").Type(folder.File("own people.csv", "县,n\n碧江区,12\n松桃县,30\n")).Keys("Enter Enter");
                run.Sql("SELECT 县, n * 2 AS twice FROM \"own people\" ORDER BY n DESC");
                break;
            case "a file that is read as a copy":
                var book = folder.File("人数.xlsx");
                run.Sql("SELECT * FROM (VALUES ('碧江区', 12), ('松桃县', 30)) AS t(县, n)").Keys("F4 s Ctrl+A").Type(book).Keys("Enter");
                run.Keys("F2 o").Type(book).Keys("Enter Enter").Sql("SELECT 县, n * 2 AS twice FROM 人数 ORDER BY n DESC");
                break;
            default:
                run.Keys("F3 Ctrl+A").Type("CREATE TABLE mine AS SELECT 1 AS a; INSERT INTO mine VALUES (7)").Keys("F7");
                run.Sql("SELECT nothing_of_that_name FROM mine");
                run.Sql("FROM mine").Keys("R n Ctrl+U").Type("both_rows").Keys("Enter Esc");
                run.Sql("SELECT both_rows.a, count(*) AS n FROM both_rows, r1 GROUP BY ALL ORDER BY ALL");
                break;
        }
        run.State.Result.Failed.ShouldBeNull();
        run.Keys("F4 s Ctrl+A").Type(folder.File("console.csv")).Keys("Enter");
        var script = folder.File("session.sql");
        Saved(run, script);
        var batch = AnalyticsProcess.Run("query", "-f", script, "--format", "csv");
        batch.Error.ShouldNotContain("error");
        batch.ExitCode.ShouldBe(0);
        batch.Output.ShouldBe(File.ReadAllText(folder.File("console.csv")));
    }

    [Fact]
    public void A_file_that_was_opened_with_choices_stands_there_as_the_command_that_opens_it_so_in_batch()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(140, 40, "en").Settle();
        var path = folder.File("月报.csv", "表\n村;人数\n大坪村;约30\n合计;30\n");
        run.Keys("o").Type(path).Keys("Enter Down Down Down Down Down Right Enter").State.Window.ShouldBeNull();
        var log = Saved(run, folder.File("session.md"));
        var command = $"analytics query 'FROM \"月报\"' --open {path} --clean {Path.Combine(folder.Path, "月报.clean.sql")}";
        log.ShouldContain(command);
        var batch = AnalyticsProcess.Run(
            "query",
            "FROM 月报",
            "--open",
            path,
            "--clean",
            Path.Combine(folder.Path, "月报.clean.sql"),
            "-q"
        );
        batch.Output.ShouldContain("approx");
    }

    [Fact]
    public void Files_and_charts_that_were_written_stand_in_it()
    {
        using var folder = new TemporaryFolder();
        using var run = new ConsoleRun(140, 40, "en").Settle().Open("training/coverage");
        run.Keys("F4 1 s Ctrl+A").Type(folder.File("rows.csv")).Keys("Enter");
        run.Keys("2 s Ctrl+A").Type(folder.File("chart.png")).Keys("Enter");
        File.Exists(folder.File("chart.png")).ShouldBeTrue();
        foreach (var log in new[] { Saved(run, folder.File("session.md")), Saved(run, folder.File("session.sql")) })
        {
            log.ShouldContain(folder.File("rows.csv"));
            log.ShouldContain(folder.File("chart.png"));
        }
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
