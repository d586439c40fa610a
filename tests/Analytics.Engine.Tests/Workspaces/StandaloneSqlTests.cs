using Analytics.Engine.Results;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public class StandaloneSqlTests
{
    [Fact]
    public void A_chain_of_results_becomes_one_query_that_runs_in_another_session()
    {
        using var test = new TestWorkspace();
        test.Keep("SELECT range AS n, range % 3 AS d, range AS N FROM range(9); -- numbers");
        var filtered = test.Workspace.Filter(test.Workspace.Find("r1")!, "n_1 > 2");
        var sorted = test.Workspace.Sort(filtered, [new SortKey(1, Descending: true), new SortKey(0)]);
        var joined = test.Keep("SELECT r3.n, r1.d FROM r3 JOIN r1 USING (n) ORDER BY r3.d DESC, n;");
        foreach (var result in new[] { filtered, sorted, joined })
        {
            using var session = TestHome.Open();
            using var table = ResultTable.Read(session.Run(result.Source.StandaloneSql!));
            table.Lines().ShouldBe(result.Lines());
        }
    }

    [Fact]
    public void What_stands_alone_is_left_as_it_was_written()
    {
        using var test = new TestWorkspace();
        test.Keep("/* why */ SELECT count(*) AS n FROM figures;").Source.StandaloneSql.ShouldBe("SELECT count(*) AS n FROM figures");
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("FROM mine")]
    [InlineData("FROM r2")]
    public void What_needs_this_session_has_none(string sql)
    {
        using var test = new TestWorkspace();
        test.Workspace.Run("CREATE TABLE mine AS SELECT 1 AS a");
        test.Keep("SELECT 1");
        test.Keep("FROM mine");
        test.Keep(sql).Source.StandaloneSql.ShouldBeNull();
    }
}
