using System.Text.Json;

namespace Analytics.Tests.Cli;

/// <summary>What the command line says of figures that do not compare, and whose the figures of a file are.</summary>
[Trait("Category", "Program")]
public class CaveatTests
{
    private const string Attendances = "SELECT county_zh, sum(value) AS v FROM measured WHERE unit = '人次' GROUP BY 1 ORDER BY 1";

    [Fact]
    public void Caveats_of_a_number_over_all_figures_name_some_and_count_the_rest()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var run = AnalyticsProcess.Run("query", "SELECT count(*), sum(value) FROM figures", "--lang", language);
            run.ExitCode.ShouldBe(0);
            var lines = run.Error.Split('\n');
            lines.Length.ShouldBeGreaterThan(5);
            foreach (var line in lines)
                line.Length.ShouldBeLessThan(600, line);
        }
    }

    [Fact]
    public void Caveats_are_listed_one_line_a_code()
    {
        var run = AnalyticsProcess.Run("caveats", "--sql", Attendances, "--format", "json");
        run.ExitCode.ShouldBe(0, run.Error);
        var caveats = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        var additive = caveats.Single(c => c.GetProperty("code").GetString() == "additive");
        additive.GetProperty("rows").GetString().ShouldNotBeEmpty();
        additive.GetProperty("obs_ids").GetString()!.Split(',').Length.ShouldBeGreaterThan(1);
        AnalyticsProcess.Run("caveats", "--run", "education/shares", "--lang", "zh", "--format", "csv").Output.ShouldContain("存疑");
    }

    [Theory]
    [InlineData(3, "--strict", "additive")]
    [InlineData(3, "--strict", "unit,additive")]
    [InlineData(0, "--strict", "suspect")]
    [InlineData(2, "--strict", "nonsense")]
    public void A_caveat_that_is_not_accepted_ends_with_3_after_the_rows(int code, params string[] options)
    {
        var run = AnalyticsProcess.Run(["query", Attendances, "--format", "csv", .. options]);
        run.ExitCode.ShouldBe(code, run.Error);
        if (code != 2)
            run.Output.ShouldStartWith("county_zh,v\n");
        if (code == 3)
            run.Error.ShouldContain("--strict additive: ");
    }

    [Fact]
    public void A_canned_query_that_names_no_chart_is_drawn_only_where_somebody_says_how()
    {
        using var folder = new TemporaryFolder();
        var picture = Path.Combine(folder.Path, "x.svg");
        var refused = AnalyticsProcess.Run("chart", "education/shares", "-o", picture);
        (refused.ExitCode, File.Exists(picture)).ShouldBe((2, false));
        refused.Error.ShouldContain("names no chart (its figures are not to be ranked as they stand)");
        AnalyticsProcess.Run("chart", "education/shares", "-o", picture, "--allow", "rank").ExitCode.ShouldBe(0);
        File.ReadAllText(picture).ShouldContain("not to be ranked");
        AnalyticsProcess.Run("chart", "education/shares", "-o", picture, "--kind", "dot", "--force").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("csv", "county_zh,value,obs_ids\n碧江区,232.0,[000-1.reserve_count]\n")]
    [InlineData("json", "[\n{\"county_zh\":\"碧江区\",\"value\":232.0,\"obs_ids\":[\"000-1.reserve_count\"]}\n]\n")]
    public void Exports_carry_the_observations_of_each_row_on_demand(string format, string expected)
    {
        var run = AnalyticsProcess.Run(
            "query",
            "SELECT county_zh, value FROM measured WHERE value_text = '232'",
            "--obs-ids",
            "--format",
            format
        );
        (run.ExitCode, run.Output).ShouldBe((0, expected), run.Error);
    }

    [Fact]
    public void Own_rows_are_exported_by_file_and_line_and_never_as_observations()
    {
        using var folder = new TemporaryFolder();
        var mine = folder.File("survey.csv", "obs_id,invented\n000-1.reserve_count,99\n");
        string[] open = ["--open", "mine=" + mine];
        AnalyticsProcess
            .Run(["query", "SELECT invented FROM mine", "--obs-ids", "--format", "csv", .. open])
            .Output.ShouldBe("invented,obs_ids,own_rows\n99,[],['survey.csv:1']\n");
        AnalyticsProcess
            .Run(["query", "SELECT invented, value FROM mine JOIN measured USING (obs_id)", "--obs-ids", "--format", "csv", .. open])
            .Output.ShouldBe("invented,value,obs_ids,own_rows\n99,232.0,[000-1.reserve_count],['survey.csv:1']\n");
        AnalyticsProcess
            .Run(["evidence", "--sql", "SELECT invented, value FROM mine JOIN measured USING (obs_id)", "--format", "csv", .. open])
            .Error.ShouldContain("Column invented is the user's own data (survey.csv)");
        var picture = Path.Combine(folder.Path, "x.svg");
        AnalyticsProcess
            .Run(["chart", "--sql", "SELECT county_zh, invented, obs_id FROM mine JOIN measured USING (obs_id)", "-o", picture, .. open])
            .ExitCode.ShouldBe(0);
        File.ReadAllText(picture).ShouldContain("survey.csv: the user's own data");
    }

    [Fact]
    public void Exports_say_their_caveats_on_standard_error_and_where_people_read_below_the_rows()
    {
        var csv = AnalyticsProcess.Run("query", Attendances, "--format", "csv");
        csv.Output.ShouldNotContain("attendances");
        csv.Error.ShouldContain("Caveat additive: a sum of attendances is no number of people");
        var chinese = AnalyticsProcess.Run("query", Attendances, "--format", "markdown", "--lang", "zh");
        chinese.Output.ShouldContain("|\n\n- 人次之和不是人数\n- ");
        chinese.Error.ShouldContain("注意（additive）：人次之和不是人数");
        AnalyticsProcess.Run("query", Attendances, "--format", "csv", "--quiet").Error.ShouldBeEmpty();
        AnalyticsProcess.Run("query", "SELECT value FROM measured WHERE value_text = '232'", "--format", "csv").Error.ShouldBeEmpty();
        // Of a script the statements before the last run once.
        AnalyticsProcess.Run("query", "CREATE TABLE t(a INT); " + Attendances).Error.ShouldContain("Caveat additive: ");
    }

    [Fact]
    public void A_statement_over_figures_runs_once()
    {
        using var folder = new TemporaryFolder();
        var attach = $"ATTACH '{Path.Combine(folder.Path, "counted.duckdb")}' AS counted; ";
        AnalyticsProcess.Run("query", attach + "CREATE SEQUENCE counted.s").ExitCode.ShouldBe(0);
        var counted = AnalyticsProcess.Run(
            "query",
            attach + "SELECT nextval('counted.s') AS n, value FROM measured WHERE obs_status = 'suspect' LIMIT 1",
            "--format",
            "csv"
        );
        counted.Output.ShouldStartWith("n,value\n1,");
        AnalyticsProcess.Run("query", attach + "SELECT nextval('counted.s') AS n", "--format", "csv").Output.ShouldBe("n\n2\n");
    }

    [Fact]
    public void An_error_of_a_statement_over_figures_shows_the_place_in_the_text_that_was_given()
    {
        var run = AnalyticsProcess.Run("query", "SELECT 1; SELECT CAST(indicator_zh AS INTEGER) FROM figures");
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("Conversion Error");
        run.Error.ShouldNotContain("__ev");
        AnalyticsProcess.Run("query", "SELECT 1; SELECT nothing FROM figures").Error.ShouldContain("LINE 1: SELECT 1; SELECT nothing FROM");
    }

    [Fact]
    public void A_count_of_0_says_that_there_is_no_source()
    {
        const string Count = "SELECT count(*) AS n FROM measured WHERE county_zh = '江口县'";
        var run = AnalyticsProcess.Run("query", Count, "--format", "csv");
        (run.ExitCode, run.Output).ShouldBe((0, "n\n0\n"));
        run.Error.ShouldStartWith("Jiangkou County: no source");
        AnalyticsProcess.Run("query", Count, "--format", "json", "--envelope").Output.ShouldContain("\"code\": \"no_source\"");
        AnalyticsProcess.Run("query", Count.Replace("江口县", "碧江区"), "--format", "csv").Error.ShouldBeEmpty();
        AnalyticsProcess.Run("query", "SELECT count(*) AS n FROM measured WHERE value < 0", "--format", "csv").Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Why_there_are_no_rows_stands_below_the_columns(string format)
    {
        var run = AnalyticsProcess.Run("run", "overview/county", "--param", "county=江口县", "--lang", "zh", "--format", format);
        (run.ExitCode, run.Error.Trim()).ShouldBe((0, "江口县：无来源，本库没有该县报道；不是0。"));
        run.Output.ShouldEndWith("江口县：无来源，本库没有该县报道；不是0。\n");
        AnalyticsProcess.Run("query", "SELECT 1 AS a WHERE false", "--format", format).Output.ShouldEndWith("No row matches.\n");
    }

    /// <summary>A sum of attendances, a mean of shares, figures of two populations in one bar, different units.</summary>
    [Theory]
    [InlineData("attendance", "sum(value)", "unit = '人次'", "group by county_zh")]
    [InlineData("mean", "avg(value)", "statistic = 'share'", "group by county_zh")]
    [InlineData("population", "sum(value)", "indicator_id IN ('secretary_reserve_headcount', 'village_reserve_headcount')", "")]
    [InlineData("unit", "value", "theme = 'collective_income' AND statistic <> 'share'", "")]
    public void A_refusal_is_the_same_whether_or_not_observations_are_named(string code, string value, string condition, string group)
    {
        using var folder = new TemporaryFolder();
        var picture = Path.Combine(folder.Path, "x.svg");
        var name = group == "" && value != "value" ? "'x'" : "county_zh";
        string[] Chart(string ids) =>
            [
                "chart",
                "--sql",
                $"SELECT {name} AS n, {value} AS v{ids} FROM measured WHERE {condition} {group}",
                "-o",
                picture,
                "--kind",
                "bar",
                "--x",
                "n",
                "--y",
                "v",
            ];
        var (plain, named) = (
            AnalyticsProcess.Run(Chart("")),
            AnalyticsProcess.Run(Chart(value == "value" ? ", obs_id" : ", list(obs_id) AS obs_ids"))
        );
        (plain.ExitCode, named.ExitCode, File.Exists(picture)).ShouldBe((2, 2, false), plain.Error);
        plain.Error.ShouldBe(named.Error);
        plain.Error.ShouldContain($"allow: [{code}");
    }

    [Theory]
    [InlineData("no_source", "江口县")]
    [InlineData("not_in_sources", "思南县")]
    public void A_county_without_figures_says_why_and_never_0(string code, string county)
    {
        var sql = $"SELECT county_zh, value FROM measured WHERE county_zh = '{county}' AND theme = 'cadre_pay'";
        var run = AnalyticsProcess.Run("query", sql, "--format", "json", "--envelope");
        run.ExitCode.ShouldBe(0, run.Error);
        var envelope = JsonDocument.Parse(run.Output).RootElement;
        envelope
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe(["outcome", "columns", "rows", "verdict", "missing", "caveats", "notes", "truncated", "sources"]);
        envelope.GetProperty("missing").GetProperty("code").GetString().ShouldBe(code);
        AnalyticsProcess
            .Run("query", sql, "--lang", "zh")
            .Error.ShouldContain(code == "no_source" ? "江口县：无来源" : "思南县：本库来源未见");
    }

    [Fact]
    public void A_canned_query_says_so_as_well()
    {
        string[] run = ["run", "overview/county", "--param", "county=江口县", "--lang", "zh"];
        AnalyticsProcess.Run(run).Error.ShouldContain("江口县：无来源");
        AnalyticsProcess.Run([.. run, "--quiet"]).Error.ShouldBeEmpty();
        var envelope = JsonDocument.Parse(AnalyticsProcess.Run([.. run, "--format", "json", "--envelope"]).Output).RootElement;
        envelope.GetProperty("missing").GetProperty("message").GetString()!.ShouldContain("无来源");
        envelope.GetProperty("rows").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void The_envelope_tells_whose_a_column_is_and_what_keeps_figures_apart()
    {
        var run = AnalyticsProcess.Run("query", Attendances, "--format", "json", "--envelope", "--max-rows", "2");
        var envelope = JsonDocument.Parse(run.Output).RootElement;
        envelope.GetProperty("columns")[1].GetProperty("owner").GetString().ShouldBe("articles");
        envelope.GetProperty("rows").GetArrayLength().ShouldBe(2);
        envelope.GetProperty("verdict").GetProperty("standing").GetString().ShouldBe("not");
        envelope.GetProperty("truncated").GetBoolean().ShouldBeTrue();
        envelope.GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
        AnalyticsProcess.Run("query", "SELECT 1", "--envelope").ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("zh", "可并列，不排名：村干部及后备力量赴外地跟岗碧江区35名（2024年以来）、思南县22名（2024年）；起止不同。")]
    [InlineData("en", "Side by side: sent elsewhere on work-shadowing, Bijiang 35 (since 2024), Sinan 22 (2024); periods differ.")]
    public void The_picture_of_a_comparing_query_has_its_verdict_under_the_subtitle(string language, string verdict)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("out.svg");
        AnalyticsProcess.Run("chart", "training/shadowing", "--lang", language, "-o", file).ExitCode.ShouldBe(0);
        string[] texts =
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "<text [^>]*>(.*?)</text>")
                .Select(m => System.Text.RegularExpressions.Regex.Replace(m.Groups[1].Value, "<[^>]*>", "")),
        ];
        var subtitle = language == "zh" ? "各县派往外地跟岗的人数，单位：人" : "People sent elsewhere on work-shadowing placements";
        var at = Array.IndexOf(texts, subtitle);
        at.ShouldBeGreaterThan(0);
        string.Concat(texts[(at + 1)..]).ShouldStartWith(verdict);
    }

    [Fact]
    public void A_comparing_query_begins_with_its_verdict()
    {
        string[] run = ["run", "training/sessions_and_attendances", "--lang", "zh"];
        const string Verdict = "不能排名：碧江区1870人次（乡村干部）";
        AnalyticsProcess.Run(run).Error.ShouldStartWith(Verdict);
        AnalyticsProcess.Run([.. run, "--quiet"]).Error.ShouldBeEmpty();
        var envelope = JsonDocument.Parse(AnalyticsProcess.Run([.. run, "--format", "json", "--envelope"]).Output).RootElement;
        var verdict = envelope.GetProperty("verdict");
        verdict.EnumerateObject().Select(p => p.Name).ShouldBe(["standing", "zh", "en", "reasons", "obs_ids"]);
        verdict.GetProperty("standing").GetString().ShouldBe("not");
        verdict.GetProperty("zh").GetString().ShouldStartWith(Verdict);
        verdict.GetProperty("en").GetString().ShouldStartWith("Cannot be ranked: Bijiang 1870 attendances (rural cadres)");
        verdict.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ShouldContain("population");
        verdict.GetProperty("obs_ids").EnumerateArray().Select(r => r.GetString()).ShouldContain("003-1.special_training_attendances");
    }
}
