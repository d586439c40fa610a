using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public class StatisticsTests
{
    [Fact]
    public void Numbers_are_counted_exactly()
    {
        using var test = new TestWorkspace();
        var s = Of(test, "SELECT CASE WHEN range % 10 = 0 THEN NULL ELSE range % 1000 END AS n FROM range(1000000)");
        (s.Rows, s.Missing, s.Distinct, s.Min, s.Max).ShouldBe((1_000_000, 100_000, 900, "1", "999"));
        s.Mean!.Value.ShouldBe(500, 1e-9);
        s.Quantiles.Select(q => q.Share).ShouldBe([0.05, 0.25, 0.5, 0.75, 0.95]);
        s.Histogram.Count.ShouldBe(20);
        s.Histogram.Sum(b => b.Rows).ShouldBe(900_000);
        (s.Histogram[0].From, s.Histogram[^1].To).ShouldBe(("1.0", "999.0"));
        s.Frequent[0].ShouldBe(new ValueCount(null, 100_000));
        s.Frequent[1].ShouldBe(new ValueCount("1", 1000));
    }

    [Theory]
    [InlineData("SELECT unnest([3, 1, 2, 10]) AS n")]
    [InlineData("SELECT (hash(range) % 1000003) / 7 AS n FROM range(10007)")]
    [InlineData("SELECT unnest([1.5::DECIMAL(20,3), NULL, 7]) AS n")]
    [InlineData("SELECT unnest(['-inf'::DOUBLE, 1, 2, 'inf'::DOUBLE, 'inf'::DOUBLE]) AS n")]
    [InlineData("SELECT DATE '2024-01-01' + (range % 366)::INTEGER AS n FROM range(5000)")]
    public void The_sql_that_is_shown_gives_the_same_figures(string sql)
    {
        using var test = new TestWorkspace();
        var s = Of(test, sql);
        var quantiles = $"[{string.Join(", ", s.Quantiles.Select(q => q.Value))}]";
        var shown = test.Keep(s.Sql);
        using var page = shown.Page(0, 1);
        (page.Text(0, 0), page.Text(0, 1), page.Text(0, 2), page.Text(0, 3), page.Text(0, 4)).ShouldBe(
            ($"{s.Rows}", $"{s.Rows - s.Missing}", $"{s.Distinct}", s.Min, s.Max)
        );
        if (s.Mean is not null)
            ((double?)page.Value(0, 5)).ShouldBe(s.Mean);
        page.Text(0, page.Columns.Count - 1).ShouldBe(quantiles);
    }

    [Fact]
    public void Dates_have_quantiles_and_a_histogram_of_dates()
    {
        using var test = new TestWorkspace();
        var s = Of(test, "SELECT DATE '2024-01-01' + range::INTEGER AS d FROM range(201)");
        s.Mean.ShouldBeNull();
        s.Quantiles[2].ShouldBe(new Quantile(0.5, "2024-04-10"));
        s.Histogram[0].ShouldBe(new HistogramBar("2024-01-01", "2024-01-11", 10));
        s.Histogram[^1].ShouldBe(new HistogramBar("2024-07-09", "2024-07-19", 11));
    }

    [Fact]
    public void Texts_have_their_most_frequent_values()
    {
        using var test = new TestWorkspace();
        var s = Of(test, "SELECT unnest(['思南', '印江', '思南', NULL, '']) AS t");
        (s.Missing, s.Distinct, s.Min, s.Max, s.Mean).ShouldBe((1, 3, "", "思南", null));
        (s.Quantiles.Count, s.Histogram.Count).ShouldBe((0, 0));
        s.Frequent.ShouldBe([new("思南", 2), new("", 1), new("印江", 1), new(null, 1)]);
    }

    [Fact]
    public void One_value_none_and_no_rows_are_told_apart()
    {
        using var test = new TestWorkspace();
        var one = Of(test, "SELECT unnest([7, 7, NULL]) AS n");
        one.Histogram.ShouldBe([new HistogramBar("7.0", "7.0", 2)]);
        one.Quantiles.ShouldAllBe(q => q.Value == "7.0");
        var none = Of(test, "SELECT NULL::INTEGER AS n FROM range(3)");
        (none.Rows, none.Missing, none.Distinct, none.Min, none.Mean, none.Quantiles.Count).ShouldBe((3, 3, 0, null, null, 0));
        var empty = Of(test, "SELECT 1 AS n WHERE false");
        (empty.Rows, empty.Missing, empty.Min, empty.Frequent.Count).ShouldBe((0, 0, null, 0));
    }

    [Fact]
    public void Every_type_has_statistics()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("FROM test_all_types()");
        for (var column = 0; column < source.Columns.Count; column++)
        {
            var s = test.Workspace.Statistics(source, column);
            (s.Rows, s.Missing).ShouldBe((3, 1), source.Columns[column].Name);
            s.Distinct.ShouldBeInRange(1, 2);
        }
    }

    private static ColumnStatistics Of(TestWorkspace test, string sql) => test.Workspace.Statistics(test.Keep(sql), 0);
}
