using Analytics.Engine.Export;

namespace Analytics.Tests.Cli;

/// <summary>One output for each value of a parameter.</summary>
[Trait("Category", "Program")]
public sealed class EachOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pick_list_gives_a_file_for_each_of_its_values()
    {
        var run = Run("run", "overview/county", "--each", "county", "-o", "all-{county}.csv", "--quiet");
        (run.ExitCode, run.Output, run.Error).ShouldBe((0, "", ""));
        Files().Count.ShouldBe(10);
        File.ReadAllText(_folder.File("all-思南县.csv"))
            .ShouldBe(AnalyticsProcess.Run("run", "overview/county", "--param", "county=Sinan", "--format", "csv", "-q").Output);
    }

    [Fact]
    public void A_statement_gives_the_values_of_its_first_column_and_names_are_safe()
    {
        var run = Run(
            "query",
            "SELECT $a AS v",
            "--each",
            "a=SELECT a, 1 FROM (VALUES ('x/y'), ('.z'), ('CON'), (NULL), ('x/y')) AS t(a)",
            "-o",
            "r-{a}.json"
        );
        (run.ExitCode, run.Output).ShouldBe((0, ""), run.Error);
        Files().ShouldBe(["r-_CON.json", "r-_z.json", "r-x_y.json"]);
        File.ReadAllText(_folder.File("r-x_y.json")).ShouldBe("[\n{\"v\":\"x/y\"}\n]\n");
    }

    [Fact]
    public void Standard_input_is_read_once_for_all()
    {
        var sql = "SELECT $a::INT * 2 AS v";
        var pattern = _folder.File("{a}.csv");
        AnalyticsProcess.Run(["query", "-", "--each", "a=SELECT unnest([1, 2])", "-o", pattern], sql).ExitCode.ShouldBe(0);
        Files().Select(f => File.ReadAllText(_folder.File(f))).ShouldBe(["v\n2\n", "v\n4\n"]);
    }

    [Fact]
    public void A_value_that_fails_is_named_and_stops_no_other()
    {
        var run = Run("query", "SELECT $a::INT AS v", "--each", "a=SELECT unnest(['q', '2'])", "-o", "{a}.csv");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("a=q: Conversion Error");
        Files().ShouldBe(["2.csv"]);
    }

    [Fact]
    public void The_gravest_exit_code_is_that_of_all()
    {
        const string Sql = "SELECT $a::INT AS v WHERE $a <> '1'";
        string[] each = ["--each", "a=SELECT unnest(['1', '2', '{x}'])", "-o", "{a}.csv", "--fail-if-empty", "--force"];
        Run(["query", Sql, .. each]).ExitCode.ShouldBe(1);
        var run = Run(["query", Sql, .. each.Select(w => w.Replace(", '{x}'", ""))]);
        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("a=1: The result has no rows");
    }

    [Fact]
    public void Nothing_begins_where_a_file_is_in_the_way_or_two_would_be_one()
    {
        _folder.File("2.csv", "mine");
        var run = Run("query", "SELECT $a AS v", "--each", "a=SELECT unnest([1, 2])", "-o", "{a}.csv");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("2.csv: exists already. Option: --force.");
        run = Run("query", "SELECT $a AS v", "--each", "a=SELECT unnest(['a/b', 'a_b'])", "-o", "{a}.csv");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("a_b.csv: a=a/b and a=a_b would be the same file.");
        Files().ShouldBe(["2.csv"]);
        Run("query", "SELECT $a AS v", "--each", "a=SELECT unnest([1, 2])", "-o", "{a}.csv", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.File("2.csv")).ShouldBe("v\n2\n");
    }

    [Theory]
    [InlineData("there is county", "run", "overview/county", "--each", "town", "-o", "{town}.csv")]
    [InlineData("the file name of -o must hold {county}", "run", "overview/county", "--each", "county", "-o", "all.csv")]
    [InlineData("the file name of -o must hold {county}", "run", "overview/county", "--each", "county")]
    [InlineData("--each a=SQL takes", "query", "SELECT $a", "--each", "a", "-o", "{a}.csv")]
    [InlineData("not both", "run", "overview/county", "--each", "county", "--param", "county=思南", "-o", "{county}.csv")]
    [InlineData("No canned query is called", "run", "no/such", "--each", "county", "-o", "{county}.csv")]
    public void What_is_missing_is_said(string message, params string[] command)
    {
        var run = Run(command);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(message);
        Run([.. command, "--lang", "zh"]).Error.ShouldContain(c => c > 0x2E80);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_s_name_takes_the_value_of_a_parameter_and_keeps_other_braces()
    {
        Run("query", "SELECT $k AS v", "--param", "k=a:b", "-o", "{k}-{other}.csv").ExitCode.ShouldBe(0);
        Files().ShouldBe(["a_b-{other}.csv"]);
    }

    [FontFact]
    public void Charts_and_what_they_stand_on_have_files_of_their_own()
    {
        string[] chart = ["chart", "--sql", "SELECT $k AS k, 1 AS v", "--kind", "bar", "--each", "k=SELECT unnest(['a', 'b'])"];
        var run = Run([.. chart, "-o", "{k}.svg", "--sidecar", "{k}.json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        Files().ShouldBe(["a.json", "a.svg", "b.json", "b.svg"]);
    }

    [Theory]
    [InlineData("碧江区", "碧江区")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j\tk", "a_b_c_d_e_f_g_h_i_j_k")]
    [InlineData("..", "_")]
    [InlineData(".hidden", "_hidden")]
    [InlineData(" a. ", "a")]
    [InlineData("", "_")]
    [InlineData("nul.txt", "_nul.txt")]
    public void A_value_becomes_a_name_that_every_system_takes(string value, string name) => SafeFileName.Of(value).ShouldBe(name);

    private Outcome Run(params string[] command) => AnalyticsProcess.RunFrom(_folder.Path, [.. command, "--home", Repository.Root]);

    private List<string> Files() =>
        [.. Directory.GetFiles(_folder.Path).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
