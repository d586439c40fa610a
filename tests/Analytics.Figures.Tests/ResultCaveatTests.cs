using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures.Tests;

/// <summary>Caveats of results that nobody draws: judged by lineage, so that leaving out <c>obs_id</c> avoids none.</summary>
public class ResultCaveatTests(ChartSession shared) : IClassFixture<ChartSession>
{
    [Theory]
    [InlineData("SELECT county_zh, sum(value) AS v FROM measured WHERE unit = '人次' GROUP BY 1", "additive")]
    [InlineData("SELECT county_zh, 2 * sum(value) AS v FROM measured WHERE unit = '人次' GROUP BY 1", "additive")]
    [InlineData("SELECT theme, avg(value) AS v FROM measured WHERE statistic = 'share' GROUP BY 1", "additive")]
    [InlineData("SELECT value FROM measured WHERE theme = 'collective_income'", "unit")]
    [InlineData("SELECT value FROM measured WHERE obs_status = 'suspect'", "suspect")]
    [InlineData("SELECT value FROM measured WHERE theme = 'training'", "population")]
    [InlineData("SELECT value FROM figures WHERE theme = 'training'", "modality")]
    public void A_caveat_holds_whether_or_not_the_query_names_observations(string sql, string code)
    {
        var caveat = Of(sql).Single(c => c.Code == code);
        caveat.Rows.ShouldNotBeEmpty();
        caveat.ObservationIds.ShouldNotBeEmpty();
        caveat.Message.ShouldNotBeEmpty();
        Of(sql, Language.Zh).Single(c => c.Code == code).Message.ShouldContain(c => c > 0x2E80);
    }

    [Fact]
    public void Each_code_comes_once_the_most_serious_first()
    {
        var codes = Of("SELECT value, value_low FROM figures").Select(c => c.Code).ToList();
        codes.ShouldBeUnique();
        codes.ShouldBe(codes.OrderBy(c => ResultCaveats.Codes.Index().First(i => i.Item == c).Index));
        codes[0].ShouldBe("suspect");
    }

    [Theory]
    [InlineData("SELECT count(*) AS n FROM measured")]
    [InlineData("SELECT char_start FROM measured")]
    [InlineData("SELECT 7 AS value")]
    [InlineData("SELECT value FROM measured WHERE indicator_id = 'village_reserve_headcount'")]
    public void Numbers_that_are_no_figures_and_one_exact_figure_have_none(string sql) => Of(sql).ShouldBeEmpty();

    [Fact]
    public void Every_code_has_a_chinese_word() =>
        ResultCaveats.Codes.ShouldAllBe(code => CodeWords.OfCaveat(code, Language.Zh).All(c => c > 0x2E80));

    [Theory]
    [InlineData("training", 5)]
    [InlineData("cadre_age", 8)]
    public void Counts_of_figures_by_county_say_how_many_counties_have_any(string theme, int without)
    {
        var caveat = Of($"SELECT county_en, nullif(figures, 0) AS n FROM coverage WHERE theme = '{theme}'").Single();
        caveat.Code.ShouldBe("coverage");
        caveat.Rows.Count.ShouldBe(without);
        caveat.Message.ShouldBe($"{10 - without} of 10 counties have figures in these sources; an empty cell is no figure, not zero");
    }

    [Fact]
    public void A_county_that_has_all_figures_asked_for_has_no_caveat_of_coverage() =>
        Of("SELECT county_zh, figures FROM coverage WHERE figures > 0").ShouldBeEmpty();

    private IReadOnlyList<ResultCaveat> Of(string sql, Language language = Language.En)
    {
        var query = EvidenceQuery.Of(shared.Session, sql, ParameterValues.None);
        using var result = query.Run();
        return ResultCaveats.Of(shared.Session, query, result, language);
    }
}
