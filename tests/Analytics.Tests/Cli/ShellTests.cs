using System.Diagnostics;
using System.Text;
using Analytics.Cli;

namespace Analytics.Tests.Cli;

/// <summary>What a shell does to a program, and what people type by habit.</summary>
[Trait("Category", "Program")]
public sealed class ShellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("query 'select 42 as a' --format csv", "2>&-", 0, "a\n42\n")]
    [InlineData("query 'select foo'", "2>&-", 1, "")]
    [InlineData("query 'select foo'", "2>/dev/full", 1, "")]
    [InlineData("query", "2>&-", 2, "")]
    [InlineData("query 'select 42' --no-such-option", "2>/dev/full", 2, "")]
    public void Messages_that_nobody_takes_change_no_exit_code(string command, string redirection, int exitCode, string output) =>
        Sh($"\"$0\" {command} {redirection}").ShouldBe((exitCode, output, ""));

    [Theory]
    [InlineData(">&-")]
    [InlineData(">&- 2>&-")]
    public void Rows_that_nobody_can_get_are_an_error(string redirection) =>
        Sh($"\"$0\" query 'select 42 as a' {redirection}").ExitCode.ShouldBe(1);

    [Theory]
    [InlineData("SELECT length(json_structure(repeat('[', 100000) || '1' || repeat(']', 100000))) > 0 AS a")]
    [InlineData("SELECT max(length(json_structure(repeat('[', i) || '1' || repeat(']', i)))) > 0 AS a FROM range(99990, 100000) AS t(i)")]
    [InlineData("SELECT (repeat('[', 5000) || '1' || repeat(']', 5000))::JSON::VARIANT IS NOT NULL AS a")]
    public void A_value_may_nest_a_hundred_thousand_levels_deep(string sql) =>
        AnalyticsProcess.Run("query", sql, "--format", "csv").ShouldBe(new Outcome(0, "a\ntrue\n", ""));

    [Fact]
    public void A_closed_standard_error_never_ends_in_the_file_that_is_written()
    {
        Sh($"\"$0\" query 'select 42 as a' -o '{_folder.Path}/out.csv' --quiet 2>&-; \"$0\" query 'drop table product.unit' 2>&-");
        File.ReadAllText(Path.Combine(_folder.Path, "out.csv")).ShouldBe("a\n42\n");
    }

    [Theory]
    [InlineData(".tables", "SHOW TABLES")]
    [InlineData(@"\d figures", "DESCRIBE")]
    [InlineData(".schema figures", "DESCRIBE")]
    [InlineData("quit", "Ctrl+Q")]
    [InlineData("exit;", "Ctrl+Q")]
    [InlineData(" help ", "--help")]
    [InlineData(".read a.sql", "--file FILE")]
    [InlineData(".mode csv", "--format")]
    [InlineData(@"\copy a from 'b'", "--open")]
    [InlineData(".timer on", "other SQL tools")]
    public void A_command_of_another_shell_is_answered_with_the_way(string typed, string way)
    {
        var run = AnalyticsProcess.Run("query", typed);
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain(way);
        run.Error.ShouldNotContain("Parser Error");
    }

    [Theory]
    [InlineData("help me")]
    [InlineData(". 1")]
    [InlineData("select ?")]
    public void What_is_no_such_command_is_left_to_the_engine(string typed)
    {
        var run = AnalyticsProcess.Run("query", typed);
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldNotContain("SQL tools");
    }

    [Theory]
    [InlineData("--lang", "--lang")]
    [InlineData("--lang", "query", "select 1", "--lang")]
    [InlineData("--timeout ''", "query", "select 1", "--timeout", "")]
    [InlineData("--max-rows abc", "query", "select 1", "--max-rows", "abc")]
    [InlineData("--memory", "query", "select 1", "--memory")]
    public void An_option_without_its_value_is_wrong_usage_and_named(string named, params string[] arguments)
    {
        var run = AnalyticsProcess.Run(arguments);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(named);
        run.Error.ShouldNotContain("Internal error");
    }

    [Theory]
    [InlineData("CST-8", true)]
    [InlineData("Nowhere/Bad", true)]
    [InlineData("Asia/Shanghai", false)]
    [InlineData("/usr/share/zoneinfo/Asia/Tokyo", false)]
    [InlineData("Etc/GMT+8", false)]
    [InlineData("UTC", false)]
    public void A_time_zone_is_followed_or_said_to_be_none(string zone, bool isSaid)
    {
        var (code, output, error) = Sh($"TZ='{zone}' \"$0\" query \"select current_setting('TimeZone')\" --format csv --no-header");
        code.ShouldBe(0);
        error.Contains($"TZ={zone} is no time zone", StringComparison.Ordinal).ShouldBe(isSaid, error);
        if (!isSaid)
            zone.ShouldEndWith(output.TrimEnd());
    }

    [Fact]
    public void Formulas_are_kept_from_spreadsheets_where_that_is_asked_for()
    {
        const string Sql =
            "SELECT '=1+1' AS \"=h\", '@a' AS b, '-3' AS c, -3 AS n, '＝x' AS w, 'plain' AS p, '' AS e, "
            + "CAST('+x' AS ENUM ('+x')) AS k, NULL::VARCHAR AS z";
        AnalyticsProcess
            .Run("query", Sql, "--format", "csv", "--escape-formulas")
            .Output.ShouldBe("'=h,b,c,n,w,p,e,k,z\n'=1+1,'@a,'-3,-3,'＝x,plain,\"\",'+x,\n");
        AnalyticsProcess
            .Run("query", Sql, "--format", "tsv", "--escape-formulas", "--no-header")
            .Output.ShouldBe("'=1+1\t'@a\t'-3\t-3\t'＝x\tplain\t\t'+x\t\\N\n");
        AnalyticsProcess.Run("query", Sql, "--format", "csv", "--no-header").Output.ShouldBe("=1+1,@a,-3,-3,＝x,plain,\"\",+x,\n");
    }

    [Fact]
    public void On_a_terminal_control_characters_of_a_value_are_shown()
    {
        using var screen = new MemoryStream();
        using (var terminal = new TerminalText(screen))
        {
            var bytes = Encoding.UTF8.GetBytes("铜仁\t\e[31m\u0007\r\n\u009B\n");
            // Cut within a character.
            terminal.Write(bytes.AsSpan(0, 4));
            terminal.Write(bytes.AsSpan(4));
        }
        Encoding.UTF8.GetString(screen.ToArray()).ShouldBe("铜仁\t␛[31m␇␍\n\\u009B\n");
    }

    [Fact]
    public void What_a_user_made_is_exported_and_imported_again()
    {
        var made = AnalyticsProcess.RunFrom(
            _folder.Path,
            "query",
            "CREATE TABLE t AS SELECT place_id, value FROM figures LIMIT 3; CREATE TABLE product_alias AS SELECT 1 AS mine; "
                + "CREATE VIEW v AS SELECT count(*) AS n FROM figures; EXPORT DATABASE 'out'"
        );
        made.ExitCode.ShouldBe(0, made.Error);
        Directory
            .GetFiles(Path.Combine(_folder.Path, "out"))
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe(["load.sql", "product_alias.csv", "schema.sql", "t.csv"]);
        var read = AnalyticsProcess.RunFrom(
            _folder.Path,
            "query",
            "IMPORT DATABASE 'out'; SELECT (SELECT count(*) FROM t) AS t, mine, n FROM product_alias, v",
            "--format",
            "csv"
        );
        (read.ExitCode, read.Output).ShouldBe((0, "t,mine,n\n3,1,455\n"), read.Error);
    }

    [Fact]
    public void A_name_that_hides_a_table_of_the_product_is_said_once()
    {
        var run = AnalyticsProcess.Run(
            "query",
            "CREATE TABLE unit AS SELECT 7 AS a; CREATE OR REPLACE TABLE unit AS SELECT 8 AS a; FROM unit"
        );
        run.ExitCode.ShouldBe(0);
        run.Error.Split("product.unit").Length.ShouldBe(2, run.Error);
        AnalyticsProcess.Run("query", "CREATE TABLE mine AS SELECT 7 AS a; FROM mine").Error.ShouldBe("");
    }

    [Fact]
    public void A_transaction_that_a_failure_aborted_is_said()
    {
        AnalyticsProcess.Run("query", "BEGIN; CREATE TABLE t (a INT); SELECT 'x'::INT; COMMIT").Error.ShouldContain("ROLLBACK");
        AnalyticsProcess.Run("query", "BEGIN; CREATE TABLE t (a INT); COMMIT; SELECT 'x'::INT").Error.ShouldNotContain("ROLLBACK");
    }

    private static (int ExitCode, string Output, string Error) Sh(string script)
    {
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", script, AnalyticsProcess.Program])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
