using Analytics.Engine.Lineage;

namespace Analytics.Engine.Tests.Lineage;

public sealed class OriginTests(LineageSession lineage) : IClassFixture<LineageSession>
{
    [Theory]
    [InlineData("SELECT value FROM measured", "Copy Articles measured.value")]
    [InlineData("SELECT m.value_high AS v FROM (FROM figures) m", "Copy Articles figures.value_high")]
    [InlineData("SELECT value::INT FROM measured", "Cast Articles measured.value")]
    [InlineData("SELECT value * 2 FROM measured", "Computed Articles measured.value")]
    [InlineData("SELECT sum(value) FROM measured", "Aggregate(sum) Articles measured.value")]
    [InlineData("SELECT avg(s) FROM (SELECT sum(value) s FROM measured GROUP BY unit)", "Aggregate(avg sum) Articles measured.value")]
    [InlineData("SELECT sum(value) / count(*) FROM measured", "Ratio(sum count) Articles measured.value")]
    [InlineData("SELECT value / sum(value) OVER () FROM measured", "Ratio(sum) Articles measured.value")]
    [InlineData("SELECT count(*) FROM measured", "Count(count) Nobody ")]
    [InlineData("SELECT lag(value) OVER (ORDER BY obs_id) FROM measured", "Window(lag) Articles measured.value")]
    [InlineData("SELECT households FROM mine", "Copy User mine.households")]
    [InlineData("SELECT m.value / f.households FROM measured m JOIN mine f USING (county_zh)", "Ratio Both measured.value mine.households")]
    [InlineData("SELECT f.households FROM measured m JOIN mine f USING (county_zh)", "Copy User mine.households")]
    [InlineData("SELECT value FROM measured UNION ALL SELECT households FROM mine", "Mixed Both measured.value mine.households")]
    [InlineData("SELECT value FROM measured UNION SELECT value_low FROM figures", "Copy Articles measured.value figures.value_low")]
    [InlineData("SELECT 7", "Constant Nobody ")]
    [InlineData(
        "SELECT m.value / f.households FROM measured m JOIN mine f USING (county_zh) WHERE county_zh = 'x'",
        "Ratio Both measured.value mine.households"
    )]
    [InlineData(
        "SELECT m.value / f.households FROM measured m JOIN mine f USING (county_zh) WHERE f.county_zh = 'x'",
        "Ratio Both measured.value mine.households"
    )]
    [InlineData(
        "SELECT m.value + f.households FROM measured m JOIN mine f USING (county_zh) WHERE m.county_zh = 'x'",
        "Computed Both measured.value mine.households"
    )]
    [InlineData("SELECT name_zh FROM place", "Copy Catalogue place.name_zh")]
    [InlineData("WITH t AS (SELECT max(value) v FROM measured) SELECT v FROM t", "Aggregate(max) Articles measured.value")]
    [InlineData(
        "SELECT (SELECT max(value) FROM measured m WHERE m.place_id = p.place_id) FROM place p",
        "Aggregate(max) Articles measured.value"
    )]
    [InlineData("SELECT total FROM v_sum", "Aggregate(sum) Articles measured.value")]
    [InlineData("SELECT n FROM by_theme('training')", "Count(count) Nobody ")]
    [InlineData("SELECT twice(value) FROM measured", "Computed Articles measured.value")]
    [InlineData("SELECT u.o FROM coverage c, unnest(c.obs_ids) u(o)", "Copy Articles coverage.obs_ids")]
    [InlineData("SELECT v FROM figures UNPIVOT (v FOR b IN (value_low, value_high))", "Copy Articles figures.value_low figures.value_high")]
    [InlineData("SELECT households FROM 'mine.csv'", "Copy User mine.csv.households")]
    [InlineData("SELECT c.households + 1 FROM read_csv('mine.csv', header = true) c", "Computed User mine.csv.households")]
    [InlineData("SELECT n FROM r1", "Count(count) Nobody ")]
    public void A_column_comes_from(string sql, string expected)
    {
        var origin = lineage.Query(Statement.WithPaths(sql)).Columns.ShouldHaveSingleItem();
        var functions = origin.Functions.Count > 0 ? $"({string.Join(' ', origin.Functions)})" : "";
        $"{origin.Way}{functions} {origin.Owner} {string.Join(' ', origin.Sources.Select(s => $"{s.Relation}.{s.Column}"))}".ShouldBe(
            expected
        );
    }

    [Fact]
    public void Only_copies_of_the_value_or_a_bound_are_observations_values()
    {
        var columns = lineage
            .Query("SELECT value, value_low, value * 1, unit, households FROM measured JOIN mine USING (county_zh)")
            .Columns;
        columns.Select(c => c.IsObservationValue).ShouldBe([true, true, false, false, false]);
        columns[4].Files.ShouldBe(["mine"]);
    }

    [Fact]
    public void Parameters_change_no_origin() =>
        lineage
            .Query("SELECT value, $x AS x FROM measured WHERE theme = $theme AND value > $x", ("x", "3"), ("theme", "training"))
            .Columns.Select(c => c.Way)
            .ShouldBe([ColumnWay.Copy, ColumnWay.Constant]);
}
