using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary><c>analytics page</c>, run as a program.</summary>
public sealed class PageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_has_filters_in_words_the_rows_and_the_observations_behind_them()
    {
        var file = _folder.File("out.json");
        Run("page", "compare", "--lang", "zh", "--param", "county=碧江,松桃县", "-o", file).ExitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        json.RootElement.GetProperty("filters").EnumerateArray().Select(f => f.GetString()).ShouldContain("县 = 碧江、松桃");
        var table = json.RootElement.GetProperty("visuals").EnumerateArray().Single(v => v.GetProperty("name").GetString() == "table");
        var rows = table.GetProperty("rows").EnumerateArray().ToArray();
        rows.Length.ShouldBe(4);
        rows[^1].GetProperty("cells")[1].GetString().ShouldBe("4000余人次");
        rows.ShouldAllBe(r => r.GetProperty("obs_ids").GetArrayLength() == 1);
    }

    [Theory]
    [InlineData("out.html", "<table>")]
    [InlineData("out.md", "| --:|")]
    [InlineData("out.txt", "== ")]
    public void Every_format_says_the_filters_and_whose_the_figures_are(string name, string mark)
    {
        var file = _folder.File(name);
        Run("page", "overview", "--lang", "en", "--filter", "county in (Songtao)", "-o", file).ExitCode.ShouldBe(0);
        var text = File.ReadAllText(file);
        text.ShouldContain("county = Songtao");
        text.ShouldContain("kind = measured");
        text.ShouldContain("not independently verified");
        text.ShouldContain(mark == "| --:|" ? "--:" : mark);
        text.ShouldContain("4000");
    }

    [Fact]
    public void The_SQL_of_a_visual_runs_by_itself_and_gives_its_rows()
    {
        using var json = JsonDocument.Parse(
            Run("page", "compare", "-o", _folder.File("sql.json")).ExitCode == 0 ? File.ReadAllText(_folder.File("sql.json")) : ""
        );
        foreach (var visual in json.RootElement.GetProperty("visuals").EnumerateArray().Where(v => v.TryGetProperty("sql", out _)))
        {
            var rows = visual.GetProperty("rows").GetArrayLength();
            var outcome = Run("query", visual.GetProperty("sql").GetString()!, "--format", "json");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using var again = JsonDocument.Parse(outcome.Output);
            if (visual.GetProperty("name").GetString() != "not")
                again.RootElement.GetArrayLength().ShouldBe(rows, visual.GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData(2, "needs county", "page", "county")]
    [InlineData(2, "There is no page 'overvew'; near: overview", "page", "overvew")]
    [InlineData(2, "has no parameter counti; near: county", "page", "overview", "--param", "counti=x")]
    [InlineData(2, "there is no '碧河'", "page", "overview", "--param", "county=碧河")]
    [InlineData(2, "the ending must be", "page", "overview", "-o", "x.doc")]
    public void What_is_wrong_is_said_with_its_exit_code(int code, string problem, params string[] arguments)
    {
        var outcome = Run(arguments);
        outcome.ExitCode.ShouldBe(code);
        outcome.Error.ShouldContain(problem);
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public void One_file_is_written_for_each_member()
    {
        Run("page", "county", "--each", "county", "-o", Path.Combine(_folder.Path, "{county}.md")).ExitCode.ShouldBe(0);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(10);
        File.ReadAllText(Path.Combine(_folder.Path, "jiangkou.md")).ShouldContain("no source, not zero");
    }

    [Fact]
    public void A_faulty_file_ends_the_check_with_all_its_faults()
    {
        _folder.File(
            "queries/models/m.yaml",
            "model: m\nsource: {table: figures}\ndimensions:"
                + "\n  kind: {column: modalty}\nmeasures:\n  n: {expr: count(*)}\n  v: {expr: sum(valeu)}\n"
        );
        _folder.File(
            "queries/pages/p.yaml",
            "page: p\nmodel: m\ntitle: P\nlayout: {small: [\"b *\"]}\nvisuals:\n  b: {kind: bar, x: knd, value: k}\n"
        );
        var outcome = AnalyticsProcess.Run("page", "--check", "--home", _folder.Path, "--data", Path.Combine(Repository.Root, "data"));
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("m.yaml:4:");
        outcome.Error.ShouldContain("m.yaml:7:");
        outcome.Error.ShouldContain("p.yaml:6:");
        outcome.Error.ShouldContain("'knd' is no dimension; near: kind");
        Run("page", "--check").ExitCode.ShouldBe(0);
    }

    private static Outcome Run(params string[] arguments) => AnalyticsProcess.Run([.. arguments, "--home", Repository.Root]);
}
