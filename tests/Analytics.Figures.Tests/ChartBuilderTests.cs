using System.Text;
using System.Text.Json;
using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Figures.Tests;

/// <summary>From a result and a request to a chart: kinds by columns, what does not go together, guards, evidence.</summary>
public class ChartBuilderTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private static readonly ChartRequest Plain = new(null, null, null, "t", Language.En);

    [Theory]
    [InlineData("SELECT 'a' AS t, 1 AS n", "bar")]
    [InlineData("SELECT DATE '2024-01-01' + i::INTEGER AS day, i AS n FROM range(5) AS r(i)", "line")]
    [InlineData("SELECT i AS a, i * 2 AS b FROM range(9) AS r(i)", "scatter")]
    [InlineData("SELECT i AS a FROM range(9) AS r(i)", "histogram")]
    [InlineData("SELECT i AS a FROM range(2) AS r(i)", "kpi")]
    [InlineData("SELECT * FROM (VALUES ('人数', 3, '人'), ('年龄', 36, '岁')) AS v(t, n, unit)", "kpi")]
    public void A_kind_is_chosen_by_the_columns(string sql, string kind) => ChartKindName.Of(Build(sql, Plain).Kind).ShouldBe(kind);

    [Fact]
    public void A_series_makes_groups_and_an_interval_makes_dots()
    {
        Build("SELECT 'a' AS t, 's' AS s, 1 AS n", Plain with { Series = "s" }).Kind.ShouldBe(ChartKind.GroupedBar);
        var dots = Build("SELECT 'a' AS t, 3 AS n, 1 AS l, 5 AS h", Plain with { Y = "n", Low = "l", High = "h" });
        (dots.Kind, dots.Marks[0].Low, dots.Marks[0].High).ShouldBe((ChartKind.Dot, 1, 5));
    }

    [Theory]
    [InlineData("35 rule", 35, "rule")]
    [InlineData("85% of all", 0.85, "of all")]
    [InlineData("-1.5  low mark ", -1.5, "low mark")]
    public void A_reference_is_a_value_and_its_name(string text, double value, string name)
    {
        var reference = new ChartReference(value, name) { IsShare = text.Contains('%') };
        ReferenceText.One(text).ShouldBe(reference);
        ReferenceText.All(ReferenceText.Of(reference) + "；2 b")!.ShouldBe([reference, new(2, "b")]);
    }

    [Theory]
    [InlineData("35")]
    [InlineData("rule 35")]
    [InlineData("% rule")]
    [InlineData("NaN rule")]
    public void What_is_no_value_with_a_name_is_no_reference(string text) => ReferenceText.All(text).ShouldBeNull();

    [Fact]
    public void English_charts_name_counties_and_tell_notes_in_English()
    {
        var query = new QueryCatalog(shared.Session.Home.Queries).Get("education/qualification_enrolment");
        var spec = shared.Build(query, "en");
        spec.Sources.Select(s => s.County).ShouldContain("Bijiang District");
        spec.Notes.ShouldContain(n => n.StartsWith("Bijiang: ", StringComparison.Ordinal));
        spec.Notes.ShouldAllBe(n => n.All(c => c < '\u4e00' || c > '\u9fff'));
        spec.Subtitle.ShouldNotContain("年");
    }

    [Fact]
    public void Fewer_than_three_figures_are_ranked_only_on_demand()
    {
        const string Two = "SELECT * FROM (VALUES ('a', 1), ('b', 2)) AS v(t, n)";
        Build(Two, Plain).Order.ShouldBe(MarkOrder.Given);
        Build(Two, Plain with { Order = MarkOrder.Ranked }).Order.ShouldBe(MarkOrder.Ranked);
        Build("SELECT * FROM (VALUES ('a', 1), ('b', 2), ('c', 3)) AS v(t, n)", Plain).Order.ShouldBe(MarkOrder.Ranked);
    }

    [Theory]
    [InlineData("bar", "series", "Use grouped-bar")]
    [InlineData("bar", "low", "Intervals belong to dot")]
    [InlineData("line", "label", "Names of points belong to scatter")]
    [InlineData("line", "detail", "A second line belongs to bar")]
    [InlineData("histogram", "x", "use box for groups")]
    [InlineData("grouped-bar", "", "needs series")]
    [InlineData("diverging-bar", "", "needs a named benchmark")]
    [InlineData("pie", "", "Angles are hard to compare")]
    [InlineData("dual-axis", "", "Two scales can be made to say anything")]
    public void What_does_not_go_together_is_named_with_its_mend(string kind, string part, string mend)
    {
        var request = Plain with { Kind = kind };
        request = part switch
        {
            "series" => request with { Series = "t" },
            "low" => request with { Low = "n" },
            "label" => request with { Label = "t" },
            "detail" => request with { Detail = "t" },
            "x" => request with { X = "t" },
            _ => request,
        };
        var error = Should.Throw<UserException>(() => Build("SELECT 'a' AS t, 1 AS n", request));
        (error.Kind, error.Message.Contains(mend)).ShouldBe((FaultKind.Usage, true), error.Message);
    }

    [Fact]
    public void A_header_that_asks_for_what_does_not_go_together_is_named_with_its_line()
    {
        var query = new QueryFile(
            "t/q",
            "queries/t/q.sql",
            new Localized("题", "t"),
            new Localized("述", "s"),
            [],
            new ChartHint(ChartOptionValues<Localized>.None.With("kind", Localized.Same("pie")).With("y", Localized.Same("b")), 4),
            [],
            ""
        );
        Should
            .Throw<UserException>(() => ChartRequest.For(query, Language.En))
            .Message.ShouldStartWith("queries/t/q.sql:4: chart: There is no chart kind 'pie'.");
    }

    [Fact]
    public void Another_kind_lets_go_of_what_it_has_no_place_for()
    {
        var bar = (Plain with { Kind = "grouped-bar", Series = "s" }).As("bar");
        (bar.Series, bar.Detail).ShouldBe((null, "s"));
        ChartRules.Fault(bar).ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "stack",
        "stacked-bar",
        "SELECT 'x' AS g, indicator_zh AS s, value, obs_id FROM measured WHERE starts_with(obs_id, '000-1.workshop_') AND unit = '元'",
        "相加没有意义"
    )]
    [InlineData(
        "attendance",
        "bar",
        "SELECT county_zh AS g, sum(value) AS value, list(obs_id) AS obs_ids FROM measured WHERE unit = '人次' GROUP BY 1",
        "人次之和不是人数"
    )]
    [InlineData(
        "attendance",
        "bar",
        "SELECT county_zh AS g, sum(value) AS value FROM measured WHERE unit = '人次' GROUP BY 1",
        "人次之和不是人数"
    )]
    [InlineData(
        "criterion",
        "line",
        "SELECT row_number() OVER () AS g, value, obs_id FROM figures WHERE "
            + "theme = 'collective_income' AND unit = '个' AND criterion LIKE '%≥%'",
        "起落不是变化"
    )]
    [InlineData(
        "mean",
        "bar",
        "SELECT county_zh AS g, avg(value) AS value FROM measured WHERE statistic = 'share' GROUP BY 1",
        "不等于总体的平均"
    )]
    [InlineData(
        "population",
        "dot",
        "SELECT 'x' AS g, sum(value) AS value FROM measured WHERE place_level = 'county' "
            + "AND indicator_id IN ('secretary_reserve_headcount', 'village_reserve_headcount')",
        "对象不同"
    )]
    public void A_guard_refuses_names_its_code_and_says_so_on_demand(string code, string kind, string sql, string remark)
    {
        var request = new ChartRequest(kind, "g", "value", "t", Language.Zh) { Series = kind == "stacked-bar" ? "s" : null };
        var refused = Should.Throw<UserException>(() => Build(sql, request));
        refused.Message.ShouldContain($"allow: [{code}");
        // What the refusal names lifts it, at once.
        var drawn = Build(sql, request with { Allow = [refused.Mend!.Value!] });
        drawn.Caveats.Take(drawn.CaveatsAbove).ShouldContain(n => n.Contains(remark));
    }

    [Fact]
    public void Bounds_and_labels_come_from_the_observation_in_either_language()
    {
        const string Sql = "SELECT place_zh, value, obs_id FROM measured WHERE obs_id = '000-1.reserve_per_village'";
        var zh = Build(Sql, new ChartRequest(null, null, null, "t", Language.Zh)).Marks[0];
        var en = Build(Sql, Plain).Marks[0];
        (zh.Qualifier, zh.Label).ShouldBe((MarkQualifier.Min, "2名以上"));
        (en.Qualifier, en.Label).ShouldBe((MarkQualifier.Min, "2 people or more"));
    }

    [Fact]
    public void A_result_without_observations_has_no_source_and_no_data_version()
    {
        var spec = Build("SELECT 'a' AS t, 1 AS n", Plain);
        (spec.Sources.Count, spec.DataVersion, spec.Coverage).ShouldBe((0, "", ""));
    }

    [Fact]
    public void The_sidecar_holds_data_sentences_sources_and_command()
    {
        var session = shared.Session;
        var spec = Build(
            "SELECT county_zh, value, obs_id FROM measured WHERE obs_id = '000-1.reserve_count'",
            Plain with
            {
                Command = "analytics chart x",
            }
        );
        using var json = new MemoryStream();
        ChartSidecar.Write(json, spec, session);
        var root = JsonDocument.Parse(Encoding.UTF8.GetString(json.ToArray())).RootElement;
        root.GetProperty("command").GetString().ShouldBe("analytics chart x");
        root.GetProperty("marks")[0].GetProperty("obs_ids")[0].GetString().ShouldBe("000-1.reserve_count");
        root.GetProperty("observations")[0].GetProperty("sentence").GetString()!.ShouldContain("232");
        root.GetProperty("sources")[0].GetProperty("number").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void Kinds_that_fit_a_result_are_listed_for_choosing()
    {
        var session = shared.Session;
        using var table = ResultTable.Read(session.Run("SELECT 'a' AS t, 1 AS n"));
        var fitting = ChartColumns.Fitting(table, Plain with { Kind = "dot" });
        fitting[0].ShouldBe(ChartKind.Dot);
        fitting.ShouldContain(ChartKind.Bar);
        fitting.ShouldNotContain(ChartKind.Heatmap);
        fitting.ShouldNotContain(ChartKind.Scatter);
    }

    private ChartSpec Build(string sql, ChartRequest request) => shared.Build(sql, request);
}
