using System.Text.RegularExpressions;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Queries;

/// <summary>What the engine plans for shipped SQL: work that grows with the square, or that nobody asked for, is not there.</summary>
public partial class PlanTests
{
    [Fact]
    public void Sessions_and_attendances_compare_no_row_with_every_other()
    {
        using var session = TestHome.Open();
        var query = new QueryCatalog(TestHome.Real.Queries).Get("training/sessions_and_attendances");
        EachWithEach().IsMatch(Plan(session, query.Statement)).ShouldBeFalse();
        // The plan does say so where that is done.
        EachWithEach()
            .IsMatch(
                Plan(session, "SELECT 1 FROM product.link AS a JOIN product.link AS b ON a.from_obs = b.to_obs OR a.to_obs = b.from_obs")
            )
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("county_zh, obs_ids", true)]
    [InlineData("theme, county_zh, figures, rules, standing_zh", false)]
    [InlineData("count(*)", false)]
    public void Coverage_collects_ids_only_when_asked(string columns, bool collects)
    {
        using var session = TestHome.Open();
        Plan(session, $"SELECT {columns} FROM product.coverage").Contains("array_agg").ShouldBe(collects);
    }

    private static string Plan(AnalyticsSession session, string sql)
    {
        using var plan = ResultTable.Read(session.Run("EXPLAIN " + sql));
        return plan.Text(0, 1).ShouldNotBeNull();
    }

    [GeneratedRegex("NESTED_LOOP|NL_JOIN|CROSS_PRODUCT|IE_JOIN|MERGE_JOIN")]
    private static partial Regex EachWithEach();
}
