using Analytics.Charts;

namespace Analytics.Figures.Tests;

/// <summary>Units are judged on all observations behind the rows, and never given to a value that may not have them.</summary>
public class ChartUnitTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private static readonly ChartRequest Plain = new(null, null, null, "t", Language.Zh);

    [Theory]
    [InlineData(
        "SELECT county_zh, sum(value) v, list(obs_id) AS obs_ids FROM measured WHERE theme = 'collective_income' GROUP BY 1",
        "这一行由不同单位的数字得出（个、%）"
    )]
    [InlineData(
        "SELECT county_zh, avg(value) v, any_value(unit) AS unit, list(obs_id) "
            + "AS obs_ids FROM measured WHERE theme = 'collective_income' GROUP BY 1",
        "这一行由不同单位的数字得出"
    )]
    [InlineData(
        "SELECT indicator_zh, value * 2 AS v, obs_id FROM measured WHERE theme = 'collective_income'",
        "各行单位不同（元、个、%），不能共用一轴。请按单位筛选"
    )]
    [InlineData(
        "SELECT indicator_zh, value, obs_id FROM measured WHERE unit = '元' AND per_time IS NOT NULL",
        "各行单位不同（元/月、元/年）"
    )]
    [InlineData("SELECT unit, sum(value) v, list(obs_id) AS obs_ids FROM measured WHERE unit IN ('元', '人') GROUP BY 1", "元/月")]
    public void What_has_different_units_shares_no_axis(string sql, string message) =>
        Should.Throw<UserException>(() => Build(sql, Plain with { Kind = "bar" })).Text.Zh.ShouldContain(message);

    [Theory]
    [InlineData(
        "SELECT county_zh, sum(value) v, list(obs_id) AS obs_ids FROM measured "
            + "WHERE indicator_id = 'strong_village_workshop_count' GROUP BY 1",
        "个"
    )]
    [InlineData(
        "SELECT county_zh, round(avg(value), 1) v, list(obs_id) AS obs_ids FROM "
            + "measured WHERE indicator_id = 'strong_village_workshop_count' GROUP BY 1",
        "个"
    )]
    [InlineData("SELECT county_zh, value * 2 AS v, obs_id FROM measured WHERE indicator_id = 'strong_village_workshop_count'", "")]
    [InlineData("SELECT county_zh, count(*) AS n, list(obs_id) AS obs_ids FROM measured WHERE theme = 'collective_income' GROUP BY 1", "")]
    [InlineData(
        "SELECT 'a' AS t, a.value / b.value AS v, [a.obs_id, b.obs_id] AS obs_ids FROM measured AS a, "
            + "measured AS b WHERE a.obs_id = '000-1.village_leading_group_good' AND b.obs_id = '000-1.reserve_count'",
        ""
    )]
    [InlineData(
        "SELECT 'a' AS t, a.value / b.value AS v, '个/人' AS unit, [a.obs_id, b.obs_id] AS obs_ids FROM measured AS a, "
            + "measured AS b WHERE a.obs_id = '000-1.village_leading_group_good' AND b.obs_id = '000-1.reserve_count'",
        "个/人"
    )]
    [InlineData("SELECT indicator_zh, value, obs_id FROM measured WHERE starts_with(obs_id, '000-1.workshop_') AND unit = '元'", "元")]
    public void A_derived_value_has_the_unit_of_what_it_is_made_of_only_where_that_is_known(string sql, string unit) =>
        Build(sql, Plain with { Kind = "bar", Allow = ["level,measure,population,accounting,criterion"] }).Unit.Text.ShouldBe(unit);

    [Theory]
    [InlineData("('a', 0.45, '1'), ('b', 0.5, '1')", "45%")]
    [InlineData("('a', 45.0, '%'), ('b', 50.0, '%')", "45%")]
    [InlineData("('a', 12.0, '家')", "12家")]
    public void A_column_unit_is_the_unit_of_the_values(string rows, string reading)
    {
        var spec = Build($"SELECT * FROM (VALUES {rows}) AS v(t, n, unit)", Plain with { Kind = "bar" });
        ChartDescription.Reading(spec.Marks[0], spec).ShouldBe(reading);
    }

    [Fact]
    public void A_column_unit_that_differs_refuses_an_axis_and_stands_on_cards()
    {
        const string Sql = "SELECT * FROM (VALUES ('a', 10000, '元'), ('b', 2, '万元')) AS v(t, n, unit)";
        Should.Throw<UserException>(() => Build(Sql, Plain with { Kind = "bar" })).Text.Zh.ShouldContain("各行单位不同（元、万元）");
        var cards = Build(Sql, Plain);
        (cards.Kind, cards.Marks[1].Label).ShouldBe((ChartKind.Kpi, "2万元"));
    }

    [Theory]
    [InlineData("SELECT 1 / 0.0 AS v, 'a' AS n", "“a”的数值是无穷大")]
    [InlineData("SELECT -1 / 0.0 AS v, 'a' AS n", "“a”的数值是−无穷大")]
    [InlineData("SELECT 'nan'::DOUBLE AS v, 'a' AS n", "“a”的数值是NaN")]
    public void What_is_no_finite_number_is_named(string sql, string message) =>
        Should.Throw<UserException>(() => ChartFacts.Checked(Build(sql, Plain))).Text.Zh.ShouldContain(message);

    private ChartSpec Build(string sql, ChartRequest request) => shared.Build(sql, request);
}
