using System.Diagnostics;
using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary>Nothing of a file or a pipe is lost in silence, on the program.</summary>
[Trait("Category", "Program")]
public sealed class ReadingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("FROM t", "--open", "t=a.csv")]
    [InlineData("FROM 'a.csv'")]
    [InlineData("FROM read_csv('a.csv')")]
    [InlineData("FROM read_csv(['a.csv'], all_varchar=true)")]
    [InlineData("FROM '*.csv'")]
    public void Lines_and_names_that_a_guess_leaves_out_are_said(params string[] query)
    {
        _folder.File("a.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n");
        var run = Run(["query", .. query, "--quiet"]);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("a.csv: lines 1–3 were skipped");
        run.Error.ShouldContain("a.csv: no names of columns were found");
        var strict = Run(["query", .. query, "--strict-files"]);
        (strict.ExitCode, strict.Output).ShouldBe((1, ""));
        strict.Error.ShouldContain("lines 1–3 were skipped");
    }

    [Theory]
    [InlineData("FROM 'b.csv'", "id,v\n1,2\n")]
    [InlineData("FROM read_csv('b.csv', header=false)", "1,2\n3,4\n")]
    [InlineData("SELECT 'b.csv' AS path", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n")]
    public void What_is_not_guessed_is_not_said(string sql, string content)
    {
        _folder.File("b.csv", content);
        var run = Run("query", sql, "--strict-files");
        (run.ExitCode, run.Error).ShouldBe((0, ""));
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        _folder.File("e.csv", "");
        Run("query", "FROM e", "--open", "e.csv").Error.ShouldContain("e.csv: the file is empty");
    }

    [Theory]
    [InlineData("s.csv", "\uFEFFsep=;\r\nid;v\r\n1;2,5\r\n", "[\n{\"id\":1,\"v\":\"2,5\"}\n]\n")]
    [InlineData("s.json", "\uFEFF[{\"id\":1}]", "[\n{\"id\":1}\n]\n")]
    [InlineData("s.jsonl", "\uFEFF{\"id\":1}\n{\"id\":2}\n", "[\n{\"id\":1},\n{\"id\":2}\n]\n")]
    public void The_hint_of_excel_and_a_byte_order_mark_are_read_right(string name, string content, string json)
    {
        _folder.File(name, content);
        var run = Run("query", "FROM s", "--open", name, "--format", "json");
        (run.ExitCode, run.Output, run.Error).ShouldBe((0, json, ""));
    }

    [Fact]
    public void The_hint_of_excel_is_said_where_the_engine_reads_the_file_itself()
    {
        _folder.File("s.csv", "sep=;\nid;v\n1;2\n");
        Run("query", "FROM 's.csv'").Error.ShouldContain("delim=';', skip=1");
    }

    [Theory]
    [InlineData("SELECT count(*) AS n, sum(b) AS b FROM read_csv('/dev/stdin')", "a,b\n1,2\n3,4\n5,6\n", "n,b\n3,12\n")]
    [InlineData("FROM read_json('/dev/stdin')", "{\"a\":1}\n", "a\n1\n")]
    [InlineData("SELECT count(*) AS n FROM read_csv('/dev/stdin') x, read_csv('/dev/stdin') y", "a,b\n1,2\n3,4\n", "n\n4\n")]
    public void A_pipe_is_read_once_and_whole(string sql, string input, string output)
    {
        if (!OperatingSystem.IsLinux())
            return; // names its standard input so
        var run = AnalyticsProcess.Run(["query", sql, "--format", "csv"], input);
        (run.ExitCode, run.Output).ShouldBe((0, output));
    }

    [Fact]
    public void Closed_standard_input_is_an_error_and_not_a_wait()
    {
        if (!OperatingSystem.IsLinux())
            return; // elsewhere it cannot be told
        using var shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", "exec \"$0\" query - <&-", AnalyticsProcess.Program]) { RedirectStandardError = true }
        )!;
        shell.StandardError.ReadToEnd().ShouldContain("Standard input is closed");
        shell.WaitForExit();
        shell.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_number_of_json_has_a_digit_before_its_point_at_every_depth()
    {
        const string Sql =
            "SELECT '.5'::DECIMAL(4,4) a, '-.25'::DECIMAL(18,18) b, ['.5'::DECIMAL(4,4)] l, {'x': '-.5'::DECIMAL(38,38)} s, map {1: .5} m";
        var row = JsonDocument.Parse(Run("query", Sql, "--format", "jsonl").Output).RootElement;
        row.GetProperty("a").GetRawText().ShouldBe("0.5000");
        row.GetProperty("b").GetRawText().ShouldBe("-0.250000000000000000");
        row.GetProperty("l")[0].GetRawText().ShouldBe("0.5000");
        row.GetProperty("s").GetProperty("x").GetDecimal().ShouldBe(-0.5m);
        row.GetProperty("m")[0].GetProperty("value").GetDecimal().ShouldBe(0.5m);
    }

    [Theory]
    [InlineData(4, "--timeout", "0.5")]
    [InlineData(4, "--timeout", "0.5", "-o", "x.csv")]
    public void A_call_that_does_not_listen_is_given_up(int exitCode, params string[] options)
    {
        using var process = AnalyticsProcess.Start([
            "query",
            "SELECT levenshtein(repeat('a', 400000), repeat('b', 400000))",
            .. options.Select(o => o == "x.csv" ? _folder.File(o) : o),
        ]);
        process.StandardInput.Close();
        process.StandardError.ReadToEnd().ShouldContain("time limit of 0.5 s");
        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(exitCode);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    private Outcome Run(params string[] arguments) => AnalyticsProcess.RunFrom(_folder.Path, [.. arguments, "--home", Repository.Root]);
}
