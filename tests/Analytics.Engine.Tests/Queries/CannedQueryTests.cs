using System.Text;
using Analytics.Engine.Export;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Queries;

/// <summary>Every shipped query: its header holds, it runs on the shipped data, and its result is the reviewed one.</summary>
public class CannedQueryTests
{
    private static readonly QueryCatalog Catalog = new(TestHome.Real.Queries);

    public static TheoryData<string> Names => [.. Catalog.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Result_is_the_reviewed_one(string name)
    {
        using var session = TestHome.Open();
        var query = Catalog.Get(name);
        var stream = new MemoryStream();
        using (var running = session.Run(query, Values(query)))
            new CsvWriter(stream, new WriteOptions()).WriteAll(running);
        Golden.ShouldMatch(Encoding.UTF8.GetString(stream.ToArray()), $"queries/{name}.csv");
    }

    [Fact]
    public void A_canned_query_reads_the_product_whatever_the_names_of_opened_files()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["figures", "measured", "place", "link", "coverage", "ranking", "comparison", "article", "indicator"];
        using var session = AnalyticsSession.Open(
            new SessionOptions(TestHome.Real, [.. names.Select(name => folder.File(name + ".csv", "a,b\n1,2\n"))], Memory: "200MB")
        );
        foreach (var query in Catalog.Names().Select(Catalog.Get))
        {
            using var table = ResultTable.Read(session.Run(query, Values(query)));
            table.Columns.Count.ShouldBeGreaterThan(2, query.Name);
            foreach (var parameter in query.Parameters)
                session.Choices(parameter)?.ShouldNotBeEmpty(query.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_leads_to_its_observations(string name)
    {
        using var session = TestHome.Open();
        var query = Catalog.Get(name);
        using var table = ResultTable.Read(session.Run(query, Values(query)));
        if (name == "overview/coverage")
            return; // counts over all themes, whose observations the coverage queries list
        (table.ColumnIndex("obs_id") >= 0 || table.ColumnIndex("obs_ids") >= 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("cadre_age")]
    [InlineData("education")]
    [InlineData("training")]
    [InlineData("collective_income")]
    public void Each_main_theme_has_coverage_comparable_county_and_lookalikes(string theme) =>
        new[] { "coverage", "comparable", "county", "lookalikes" }.ShouldAllBe(q => Catalog.Names().Contains($"{theme}/{q}"));

    [Theory]
    [InlineData("eduction/shares", "education/shares")]
    [InlineData("receipts", "collective_income/receipts")]
    [InlineData("training/shadwoing", "training/shadowing")]
    public void An_unknown_name_gets_the_nearest_ones(string wrong, string right) =>
        Should.Throw<UserException>(() => Catalog.Get(wrong)).Message.ShouldContain(right);

    [Theory]
    [InlineData("SELECT $x AS a", "uses $x, which the header does not declare")]
    [InlineData("SELECT 1 AS a, $p AS b WHERE $p IS NULL", null)]
    [InlineData("SELECT 1 AS a", "parameter p is declared and the query does not use $p")]
    [InlineData("SELECT $p AS b", "columns names 'a', which the query does not return")]
    [InlineData("SELECT $p AS a; SELECT 2", "holds one statement")]
    public void Header_and_statement_must_fit(string sql, string? problem)
    {
        using var folder = new TemporaryFolder();
        folder.File(
            "t/q.sql",
            """
            /*---
            title: {zh: 题, en: t}
            summary: {zh: 述, en: s}
            params: {p: {type: text, default: null, label: {zh: 参, en: p}}}
            columns: {a: {decimals: 1}}
            ---*/

            """ + sql
        );
        using var session = TestHome.Open();
        var query = new QueryCatalog(folder.Path).Get("t/q");
        var run = () => session.Run(query, new Dictionary<string, string?>()).Dispose();
        if (problem is null)
            run.ShouldNotThrow();
        else
            run.ShouldThrow<UserException>().Message.ShouldContain(problem);
    }

    /// <summary>A county with few figures keeps the goldens small.</summary>
    private static Dictionary<string, string?> Values(QueryFile query) =>
        query.Parameters.Any(p => p.Name == "county") ? new() { ["county"] = "沿河土家族自治县" } : [];
}
