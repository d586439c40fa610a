using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Verdicts;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Lineage;

/// <summary>To find out what rows stand on, no statement runs a second time: a sequence tells how often one did.</summary>
public class RunsOnceTests
{
    private const string Three = "SELECT nextval('s') AS n, county_zh, value FROM (SELECT * FROM measured ORDER BY obs_id LIMIT 3) AS m";

    [Fact]
    public void Rows_that_stream_are_judged_by_what_stayed_of_them()
    {
        using var session = Counting();
        using var streamed = EvidenceQuery.Of(session, Three, ParameterValues.None).Stream(2);
        using var taken = ResultTable.Read(streamed.Rows);
        using var first = streamed.First(taken.RowCount)!;
        taken.RowCount.ShouldBe(3);
        first.Table.RowCount.ShouldBe(2);
        taken.Dispose();
        first.Table.Text(1, 1).ShouldNotBeNull();
        first.Row(1).ObservationIds.Count.ShouldBe(1);
        Next(session).ShouldBe("4");
    }

    [Fact]
    public void Rows_that_were_not_taken_are_not_judged()
    {
        using var session = Counting();
        using var streamed = EvidenceQuery.Of(session, Three, ParameterValues.None).Stream(2_000);
        using var taken = ResultTable.Read(streamed.Rows, new RowLimit(1));
        using var first = streamed.First(taken.RowCount)!;
        first.Table.RowCount.ShouldBe(1);
    }

    [Fact]
    public void A_statement_that_cannot_be_traced_acts_once()
    {
        using var session = Counting();
        session.Run("CREATE TABLE t(n BIGINT, v DOUBLE)").Dispose();
        const string Insert = "INSERT INTO t SELECT nextval('s'), value FROM measured LIMIT 3 RETURNING n";
        using var streamed = EvidenceQuery.Of(session, Insert, ParameterValues.None).Stream(2_000);
        using var rows = ResultTable.Read(streamed.Rows);
        streamed.First(rows.RowCount).ShouldBeNull();
        rows.RowCount.ShouldBe(3);
        Text(session, "SELECT count(*) FROM t").ShouldBe("3");
        Next(session).ShouldBe("4");
    }

    [Theory]
    [InlineData("CREATE TABLE t AS " + Three)]
    [InlineData("CREATE TABLE t AS WITH m AS MATERIALIZED (" + Three + ") SELECT n + 1 AS n FROM m")]
    [InlineData("CREATE TABLE t AS SELECT value, (SELECT max(n) FROM (" + Three + ") AS x) AS n FROM measured LIMIT 1")]
    [InlineData("CREATE MACRO another() AS nextval('s'); CREATE TABLE t AS SELECT another() AS n, value FROM measured LIMIT 3")]
    [InlineData("CREATE TABLE t(n BIGINT, v DOUBLE); INSERT INTO t SELECT nextval('s'), value FROM measured LIMIT 3")]
    [InlineData("CREATE VIEW v AS " + Three + "; CREATE TABLE t AS FROM v")]
    public void A_table_of_what_cannot_be_repeated_is_made_once(string script)
    {
        using var session = Counting();
        using (var made = session.Run(script))
            made.Fetch()?.Dispose();
        Next(session).ShouldBe("4");
    }

    [Fact]
    public void A_kept_result_and_its_evidence_come_from_one_run()
    {
        using var workspace = Workspace.Open(new SessionOptions(TestHome.Real, [], Memory: "200MB"), TimeProvider.System);
        workspace.Session.Run("CREATE SEQUENCE s").Dispose();
        var kept = workspace.Run(Three).Result!;
        using var rows = kept.Evidence(0, 10);
        rows.Row(2).ObservationIds.Count.ShouldBe(1);
        workspace.Run("CREATE TABLE t(n BIGINT)");
        workspace.Run("INSERT INTO t SELECT nextval('s') FROM measured LIMIT 2 RETURNING n").Result!.Rows.ShouldBe(2);
        Next(workspace.Session).ShouldBe("6");
    }

    [Fact]
    public void A_verdict_on_the_rows_reads_those_that_there_are()
    {
        using var session = Counting();
        var file = QueryFile.WithHeader(
            "q.sql",
            """
            /*---
            title: {zh: 数, en: Numbers}
            summary: {zh: 数, en: Numbers}
            verdict: {rows: [obs_id]}
            ---*/
            SELECT nextval('s') AS n, obs_id FROM measured WHERE indicator_id = 'secretary_reserve_headcount'
            """
        )!;
        var given = new Dictionary<string, string?>();
        using var result = EvidenceQuery.Of(session, file, given).Run();
        var verdict = CannedVerdict.Of(session, file, given, result.Table)!;
        Enumerable.Range(0, (int)result.Table.RowCount).Select(row => result.Table.Text(row, 1)).ShouldBeSubsetOf(verdict.ObservationIds);
        Next(session).ShouldBe($"{result.Table.RowCount + 1}");
    }

    private static AnalyticsSession Counting()
    {
        var session = TestHome.Open();
        session.Run("CREATE SEQUENCE s").Dispose();
        return session;
    }

    private static string Next(AnalyticsSession session) => Text(session, "SELECT nextval('s')");

    private static string Text(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return table.Text(0, 0)!;
    }
}
