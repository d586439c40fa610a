using System.Diagnostics;
using Analytics.Tests.Cli;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>The command that is copied gives the rows that are on the screen: it is run.</summary>
public class CommandScriptTests
{
    [Theory]
    [InlineData("SELECT range AS id, range % 3 AS v FROM range(20)", "→ o")]
    [InlineData("SELECT range AS id, range % 3 AS v FROM range(20)", "→ o o =")]
    [InlineData("SELECT 'it''s $5 \"x\"' AS a, NULL AS b UNION ALL SELECT '', 'y'", "! #")]
    [InlineData("FROM (SELECT 1 AS a, 2 AS a)", "o")]
    [InlineData("FROM r1", "o")]
    public void Of_operations_over_sql(string sql, string keys)
    {
        using var run = new ConsoleRun(140, 40, "en")
            .Settle()
            .Sql("SELECT county_zh, count(*) AS n FROM figures GROUP BY ALL ORDER BY ALL");
        run.Sql(sql).Keys(keys);
        CommandGives(run);
    }

    [Theory]
    [InlineData("overview/county ", "思南县", "→ → o #")]
    [InlineData("overview/county ", "思南县", "")]
    [InlineData("training/coverage", null, "o u = o")]
    public void Of_operations_over_canned_queries_with_parameters(string query, string? county, string keys)
    {
        using var run = new ConsoleRun(140, 40, "en").Settle().Open(query.Trim());
        if (county is not null)
            run.Type(county).Keys("Enter F5");
        CommandGives(run.Keys(keys));
    }

    [Fact]
    public void Of_a_comparison_of_one_query_with_two_values()
    {
        using var run = new ConsoleRun(140, 40, "en").Settle().Open("overview/county").Type("思南县").Keys("Enter F5");
        run.Keys("p Enter").Type("碧江区").Keys("Enter F5 K Enter");
        run.State.Result.Open!.Query.ShouldBeOfType<OperationRequest>();
        CommandGives(run).ShouldContain("_county=");
    }

    [Theory]
    [InlineData("CREATE TABLE mine AS SELECT 1 AS a; FROM mine", "", "several statements")]
    [InlineData("CREATE TABLE mine AS SELECT 1 AS a", "FROM mine", "mine")]
    [InlineData("SELECT 1", "EXPLAIN SELECT 1", "SELECT")]
    public void Where_there_is_none_the_reason_is_said(string first, string second, string reason)
    {
        using var run = new ConsoleRun(140, 40, "en").Settle();
        run.Keys("F3 Ctrl+A").Type(first).Keys(first.Contains(';') ? "F7" : "F5");
        if (second.Length > 0)
            run.Sql(second);
        run.Keys("Y").Program.Clipboard.ShouldBeEmpty();
        (run.State.Message.Text + run.Screen).ShouldContain(reason);
    }

    private static string CommandGives(ConsoleRun run)
    {
        var command = run.Keys("Y").Program.Clipboard[^1];
        var open = run.State.Result.Open!;
        var expected = Enumerable
            .Range(0, (int)open.Table.RowCount)
            .Select(row => string.Join('\t', Enumerable.Range(0, open.Table.Columns.Count).Select(c => open.Table.Text(row, c) ?? "∅")));
        var shell = new ProcessStartInfo("/bin/sh", ["-c", $"{command} --format tsv --null ∅ --no-header"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        shell.Environment["PATH"] = Path.GetDirectoryName(AnalyticsProcess.Program) + ":" + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(shell)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ToString().ShouldBe("0", error.Result + command);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected, command);
        return command;
    }
}
