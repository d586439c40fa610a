using System.Text;
using System.Text.Json;
using Analytics.Charts;
using Analytics.Engine.Lineage;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Figures.Tests;

/// <summary>
/// Whose a number is: a source, a sentence and "as stated in the articles" stand only under what equals the observation that it comes from.
/// </summary>
public sealed class FigureOwnerTests : IDisposable
{
    private const string Id = "000-1.reserve_count";

    private static readonly ChartRequest Plain = new("bar", "county_zh", null, "t", Language.En);

    private readonly TemporaryFolder _folder = new();
    private readonly AnalyticsSession _session;

    public FigureOwnerTests()
    {
        var mine = _folder.File("survey.csv", $"obs_id,county_zh,invented\n{Id},碧江区,99\n000-1.reserve_per_village,碧江区,7\n");
        var home = Home.Find(Repository.Root);
        _session = AnalyticsSession.Open(new SessionOptions(home, ["mine=" + mine], Memory: "300MB"));
    }

    [Theory]
    [InlineData($"SELECT m.county_zh, f.invented AS value, m.obs_id FROM measured m JOIN mine f USING (obs_id) WHERE obs_id = '{Id}'")]
    [InlineData($"SELECT f.county_zh, invented AS value, f.obs_id FROM mine f SEMI JOIN measured USING (obs_id) WHERE obs_id = '{Id}'")]
    [InlineData(
        "SELECT county_zh, sum(invented) AS value, list(obs_id) AS obs_ids FROM measured JOIN mine USING (obs_id, county_zh) GROUP BY 1"
    )]
    public void An_invented_number_joined_with_obs_id_is_the_users_by_file(string sql)
    {
        var spec = Build(sql);
        spec.Origins.ShouldBe(FigureOrigins.Own);
        spec.Sources.ShouldBeEmpty();
        spec.Caveats.ShouldBeEmpty();
        spec.Coverage.ShouldBeEmpty();
        spec.Disclaimer.ShouldBe("survey.csv: the user's own data, not from the articles of this library.");
        RequireNoArticle(spec);
    }

    [Fact]
    public void A_number_written_into_the_query_is_no_articles_either()
    {
        var spec = Build($"SELECT county_zh, 99 AS value, obs_id FROM measured WHERE obs_id = '{Id}'");
        spec.Disclaimer.ShouldBe("Data from the user's own files or query, not from the articles of this library.");
        RequireNoArticle(spec);
    }

    [Fact]
    public void A_stated_figure_has_its_source_and_sentence_without_naming_its_observation()
    {
        var spec = Build($"SELECT county_zh, value FROM measured WHERE obs_id = '{Id}'");
        spec.Origins.ShouldBe(FigureOrigins.Stated);
        spec.Sources.Count.ShouldBe(1);
        spec.Disclaimer.ShouldBe("As stated in the articles, not independently verified; newspaper and date not in the file.");
        Sidecar(spec).GetProperty("observations")[0].GetProperty("obs_id").GetString().ShouldBe(Id);
    }

    [Theory]
    [InlineData("value * 2")]
    [InlineData("sum(value)")]
    public void A_computed_figure_says_so(string expression)
    {
        var spec = Build(
            $"SELECT county_zh, {expression} AS value FROM measured WHERE starts_with(obs_id, '000-1.village_leading_group_') "
                + (expression.StartsWith("sum") ? "AND obs_id <> '000-1.village_leading_group_evaluated' GROUP BY 1" : "LIMIT 1")
        );
        spec.Origins.ShouldBe(FigureOrigins.Computed);
        spec.Disclaimer.ShouldStartWith("Computed from reported figures, not in the text");
        Svg(spec).ShouldContain("Computed from");
        Sidecar(spec).GetProperty("marks")[0].GetProperty("origin").GetString().ShouldBe("computed");
    }

    [Fact]
    public void What_is_computed_from_figures_and_own_numbers_names_both()
    {
        var spec = Build(
            $"SELECT county_zh, m.value / f.invented AS value FROM measured m JOIN mine f USING (obs_id, county_zh) WHERE obs_id = '{Id}'"
        );
        spec.Origins.ShouldBe(FigureOrigins.Computed | FigureOrigins.Own);
        spec.Notes.ShouldContain(n => n.StartsWith("computed from reported figures and the user's data (survey.csv), not in the text"));
        Sidecar(spec).GetProperty("marks")[0].GetProperty("origin").GetString().ShouldBe("computed_with_own");
    }

    [Fact]
    public void Own_rows_beside_the_articles_are_told_apart_row_by_row()
    {
        var spec = Build(
            $"SELECT 'articles' AS county_zh, value FROM measured WHERE obs_id = '{Id}' "
                + "UNION ALL SELECT 'survey', invented FROM mine LIMIT 2"
        );
        spec.Marks.Select(m => m.Origin).ShouldBe([FigureOrigins.Stated, FigureOrigins.Own]);
        spec.Marks.Select(m => m.Sources.Count).ShouldBe([1, 0]);
        spec.Notes.ShouldContain("the user's own data (survey.csv): survey");
        spec.Disclaimer.ShouldContain("As stated in the articles");
        spec.Disclaimer.ShouldContain("survey.csv: the user's own data");
    }

    [Theory]
    [InlineData("SELECT county_zh, count(*) AS n FROM mine GROUP BY 1", FigureOrigins.Own)]
    [InlineData("SELECT county_zh, count(*) AS n FROM measured GROUP BY 1", FigureOrigins.Computed)]
    [InlineData("SELECT level AS county_zh, count(*) AS n FROM place GROUP BY 1", FigureOrigins.Catalogue)]
    public void A_count_belongs_to_whose_rows_it_counts(string sql, FigureOrigins origin) => Build(sql).Origins.ShouldBe(origin);

    [Fact]
    public void A_table_of_the_users_with_a_name_of_the_products_is_the_users()
    {
        _session.Run("CREATE OR REPLACE VIEW measured AS SELECT county_zh, invented AS value, obs_id FROM mine").Dispose();
        Build("SELECT county_zh, value, obs_id FROM measured LIMIT 1").Origins.ShouldBe(FigureOrigins.Own);
        _session.Run("DROP VIEW measured").Dispose();
    }

    [Fact]
    public void A_table_that_a_query_made_in_the_session_stands_on_what_the_query_does()
    {
        _session.Run($"CREATE TABLE traced AS SELECT county_zh, value FROM measured WHERE obs_id = '{Id}'").Dispose();
        Build("SELECT county_zh, value FROM traced").Origins.ShouldBe(FigureOrigins.Stated);
        Build("SELECT county_zh, value + 1 AS value FROM traced").Origins.ShouldBe(FigureOrigins.Computed);
    }

    [Fact]
    public void A_table_that_was_filled_in_the_session_is_believed_only_where_it_shows_the_value_of_what_it_names()
    {
        _session.Run("CREATE TABLE made (county_zh VARCHAR, value DOUBLE, obs_id VARCHAR)").Dispose();
        _session.Run($"INSERT INTO made SELECT county_zh, value, obs_id FROM measured WHERE obs_id = '{Id}'").Dispose();
        Build("SELECT county_zh, value, obs_id FROM made").Origins.ShouldBe(FigureOrigins.Stated);
        Build("SELECT county_zh, value + 1 AS value, obs_id FROM made").Origins.ShouldBe(FigureOrigins.Computed);
        _session.Run($"INSERT INTO made VALUES ('碧江区', 0.5, '{Id}')").Dispose();
        var other = Build("SELECT county_zh, value, obs_id FROM made WHERE value = 0.5");
        other.Origins.ShouldBe(FigureOrigins.Unknown);
        other.Disclaimer.ShouldStartWith("Whose figures these are is not known");
        RequireNoArticle(other);
    }

    [Fact]
    public void Rows_that_were_kept_have_their_evidence_with_them()
    {
        using var workspace = Workspace.Open(new SessionOptions(_session.Home, []), TimeProvider.System);
        var kept = workspace.Run($"SELECT county_zh, value FROM measured WHERE obs_id = '{Id}'").Result!;
        Build(workspace.Filter(kept, "value IS NOT NULL")).Sources.Count.ShouldBe(1);
        var computed = Build(workspace.Run($"SELECT county_zh, value + 1 AS value FROM {kept.Name}").Result!);
        computed.Origins.ShouldBe(FigureOrigins.Computed);

        ChartSpec Build(KeptResult result)
        {
            using var rows = result.Evidence(0, 10);
            var evidence = ChartEvidence.Of(workspace.Session, result.Lineage, rows);
            return new ChartBuilder(workspace.Session, rows.Table, Plain, evidence).Build();
        }
    }

    [Fact]
    public void The_evidence_of_a_row_says_which_column_is_the_users()
    {
        var query = EvidenceQuery.Of(
            _session,
            $"SELECT m.value, f.invented FROM measured m JOIN mine f USING (obs_id) WHERE obs_id = '{Id}'",
            ParameterValues.None
        );
        query.Columns.Select(c => (c.Owner, c.IsObservationValue)).ShouldBe([(ColumnOwner.Articles, true), (ColumnOwner.User, false)]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void No_measure_of_the_articles_is_a_headline_over_own_numbers()
    {
        const string Articles = $"SELECT county_zh, value FROM measured WHERE obs_id = '{Id}'";
        var untitled = Plain with { Title = null };
        Build(Articles, untitled).Title.ShouldNotBe("value");
        var mixed = Build(Articles + " UNION ALL SELECT county_zh, invented FROM mine", untitled);
        (mixed.Title, mixed.Subtitle).ShouldBe(("Figures of the articles and the user's own (survey.csv), by county_zh", ""));
    }

    private ChartSpec Build(string sql, ChartRequest? request = null)
    {
        var query = EvidenceQuery.Of(_session, sql, ParameterValues.None);
        using var result = query.Run();
        var evidence = ChartEvidence.Of(_session, query, result);
        return new ChartBuilder(_session, result.Table, request ?? Plain, evidence).Build();
    }

    /// <summary>Neither picture nor sidecar names an article, its words or its sentence.</summary>
    private void RequireNoArticle(ChartSpec spec)
    {
        var article = Observation.Read(_session, [Id])[0];
        foreach (var text in new[] { Svg(spec), Png(spec), Sidecar(spec).ToString() })
        {
            text.ShouldNotContain(article.Article);
            text.ShouldNotContain("As stated in the articles");
            text.ShouldNotContain(article.Quote);
        }

        Sidecar(spec).GetProperty("observations").GetArrayLength().ShouldBe(0);
        Sidecar(spec).GetProperty("sources").GetArrayLength().ShouldBe(0);
    }

    private static string Svg(ChartSpec spec) => Encoding.UTF8.GetString(ChartFile.Render(spec, ChartFormat.Svg));

    /// <summary>The texts of a PNG lie in it uncompressed.</summary>
    private static string Png(ChartSpec spec) => Encoding.UTF8.GetString(ChartFile.Render(spec, ChartFormat.Png));

    private JsonElement Sidecar(ChartSpec spec)
    {
        using var json = new MemoryStream();
        ChartSidecar.Write(json, spec, _session);
        return JsonDocument.Parse(json.ToArray()).RootElement;
    }
}
