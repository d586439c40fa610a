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
    public void Html_has_points_as_a_picture_and_its_figures_lead_to_their_sentences()
    {
        var file = _folder.File("out.html");
        string[] asked = ["--param", "property=headcount", "--param", "population=secretary_reserve"];
        Run(["page", "compare", "--lang", "zh", .. asked, "-o", file]).ExitCode.ShouldBe(0);
        var html = File.ReadAllText(file);
        html.ShouldContain("<img alt=\"点图\" src=\"data:image/svg+xml;base64,");
        var led = System
            .Text.RegularExpressions.Regex.Matches(html, "<a href=\"#([^\"]+)\">")
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToArray();
        led.Length.ShouldBe(2);
        led.ShouldAllBe(id => html.Contains($"<tr id=\"{id}\">"));
    }

    [Fact]
    public void Html_lays_visuals_out_in_rows_shades_a_matrix_and_sorts_what_may_be_put_into_an_order()
    {
        var file = _folder.File("out.html");
        Run("page", "overview", "--lang", "zh", "-o", file).ExitCode.ShouldBe(0);
        var html = File.ReadAllText(file);
        html.ShouldContain("<p class=\"q\">谁培训最多？</p>");
        html.ShouldContain("<dt>有来源的县</dt><dd>9</dd>");
        html.ShouldContain("<th class=\"n\" data-sort=\"number\">合计</th>");
        html.ShouldContain("style=\"background:rgba(76,120,168,0.45)\">");
        // Figures as printed are of different units: no head sorts them.
        html.ShouldContain("<th>数字</th><th data-sort=\"text\">指标</th>");
        System.Text.RegularExpressions.Regex.Count(html, "<div class=\"row\">").ShouldBeGreaterThan(1);
        html.ShouldNotContain("src=\"http");
    }

    [Fact]
    public void A_visual_is_written_as_another_kind()
    {
        var file = _folder.File("out.json");
        Run("page", "overview", "--kind", "coverage=bar", "-o", file).ExitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var visual = json.RootElement.GetProperty("visuals").EnumerateArray().Single(v => v.GetProperty("name").GetString() == "coverage");
        visual.GetProperty("kind").GetString().ShouldBe("bar");
        Run("page", "overview", "--kind", "coverage=line").Error.ShouldContain("coverage may be bar, dot, matrix");
        Run("page", "overview", "--kind", "nosuch=bar").Error.ShouldContain("the page has no visual 'nosuch'; it has answers, stock");
    }

    [Fact]
    public void A_picture_says_title_filters_verdict_and_whose_the_figures_are()
    {
        var file = _folder.File("out.svg");
        Run("page", "compare", "--lang", "zh", "--filter", "county in (碧江, 松桃)", "-o", file).ExitCode.ShouldBe(0);
        var svg = File.ReadAllText(file);
        var words = string.Concat(System.Text.RegularExpressions.Regex.Matches(svg, ">([^<>\\n]+)</text>").Select(m => m.Groups[1].Value));
        words.ShouldStartWith("比较");
        words.ShouldContain("县 = 碧江、松桃");
        words.ShouldContain("4000余人次");
        words.ShouldContain("未经独立核实");
        words.IndexOf("结论", StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf("数字表", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("out.png", "\u0089PNG")]
    [InlineData("out.pdf", "%PDF")]
    public void A_page_with_a_dot_chart_is_written_as_a_picture(string name, string beginning)
    {
        var file = _folder.File(name);
        string[] asked = ["--param", "property=headcount", "--param", "population=secretary_reserve"];
        Run(["page", "compare", .. asked, "-o", file]).ExitCode.ShouldBe(0);
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).ShouldStartWith(beginning);
    }

    [Fact]
    public void The_screen_of_a_size_is_written_as_text_and_no_other_size_is_taken()
    {
        var outcome = Run("page", "county", "--param", "county=songtao", "--lang", "zh", "--size", "100x30");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        var lines = outcome.Output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(30);
        lines[1].ShouldContain("县 ‹松桃›");
        outcome.Output.ShouldContain("1139人");
        Run("page", "overview", "--size", "10x10").Error.ShouldContain("expected small, medium, large");
        Run("page", "overview", "--size", "small", "-o", _folder.File("a.html")).Error.ShouldContain("must be .txt");
    }

    [Fact]
    public void A_page_is_made_of_a_file_and_a_bookmark_opens_one()
    {
        var csv = _folder.File("tea.csv", "county,kg\n碧江,2\n松桃县,3\n");
        var settings = _folder.File("config.yaml");
        AnalyticsProcess.RunWith(settings, "page", "--new", csv, "--home", Repository.Root).ExitCode.ShouldBe(0);
        _folder.File("bookmarks.yaml", "mine: analytics page tea --param county=松桃\n");
        var outcome = AnalyticsProcess.RunWith(settings, "page", "--bookmark", "mine", "--home", Repository.Root, "--lang", "zh");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("county = 松桃");
        outcome.Output.ShouldContain("tea.csv（使用者文件，2 行）");
        _folder.File("bookmarks.yaml", "mine: analytics page tea --open x\n");
        AnalyticsProcess
            .RunWith(settings, "page", "--bookmark", "mine", "--home", Repository.Root)
            .Error.ShouldContain("nothing that a bookmark keeps");
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
    [InlineData(2, "x.doc: the ending must be one of .html", "page", "overview", "-o", "x.doc")]
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
