using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Tables;

public sealed class PlaceFunctionTests
{
    [Theory]
    [InlineData("松桃", "songtao")]
    [InlineData("松桃县", "songtao")]
    [InlineData("松桃自治县", "songtao")]
    [InlineData("松桃苗族自治县", "songtao")]
    [InlineData("Songtao", "songtao")]
    [InlineData("songtao county", "songtao")]
    [InlineData("ＳŌNGTÁO　Xiàn", "songtao")]
    [InlineData("520628", "songtao")]
    [InlineData("５２０６２８", "songtao")]
    [InlineData("蓼皋", "songtao.liaogao")]
    [InlineData("Dejiang", "dejiang")]
    [InlineData("德江印象", "dejiang.dejiangyinxiang")]
    [InlineData("铜仁地区", "tongren")]
    [InlineData("新县", null)]
    [InlineData("", null)]
    public void A_place_is_found_by_what_people_call_it_and_nothing_is_guessed(string name, string? id) =>
        One($"SELECT place_id('{name}')").ShouldBe(id);

    [Fact]
    public void Sql_the_check_and_pages_fold_names_alike()
    {
        using var session = TestHome.Open();
        using var aliases = ResultTable.Read(session.Run("SELECT alias, folded, place_id(upper(alias)) = place_id FROM alias"));
        aliases.RowCount.ShouldBeGreaterThan(200);
        for (var row = 0; row < aliases.RowCount; row++)
        {
            FoldedName.Of(aliases.Text(row, 0)!).ShouldBe(aliases.Text(row, 1));
            aliases.Text(row, 2).ShouldBe("true", aliases.Text(row, 0));
        }
    }

    [Fact]
    public void A_file_of_the_users_joins_by_the_names_in_it_and_keeps_what_is_not_found()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.File("mine.csv", "县,n\n松桃县,1\nBijiang,2\n520621,3\n不知道,4\n");
        using var session = TestHome.Open(safe: false, csv);
        using var rows = ResultTable.Read(
            session.Run("SELECT n, p.name_zh FROM mine LEFT JOIN place AS p ON place_id(mine.县) = p.place_id ORDER BY n")
        );
        Enumerable.Range(0, 4).Select(row => rows.Text(row, 1)).ShouldBe(["松桃苗族自治县", "碧江区", "江口县", null]);
    }

    [Fact]
    public void A_join_by_names_keeps_its_evidence()
    {
        using var folder = new TemporaryFolder();
        using var session = TestHome.Open(safe: true, folder.File("mine.csv", "县\n松桃县\n"));
        using var query = EvidenceQuery
            .Of(
                session,
                "SELECT m.县, f.value FROM mine AS m JOIN measured AS f ON place_id(m.县) = f.place_id WHERE f.theme = 'training'",
                ParameterValues.None
            )
            .Run();
        query.Reason.ShouldBeNull();
        query.Table.RowCount.ShouldBeGreaterThan(0);
        query.Row(0).ObservationIds.Count.ShouldBe(1);
    }

    [Fact]
    public void What_several_places_are_called_is_an_error_that_names_them()
    {
        using var database = DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings);
        using var connection = database.Connect();
        connection.Execute(
            AnalyticsSession.SchemaSql
                + "CREATE TABLE product.alias AS FROM (VALUES ('新城', 'a'), ('新城', 'b'), ('新城镇', 'a')) AS t(folded, place_id);"
        );
        _ = PlaceFunction.Create(connection);
        connection.Rows("SELECT product.place_id(' 新城镇 ')", row => row.Text(0)).ShouldBe(["a"]);
        var failure = Should.Throw<DuckDbException>(() => connection.Rows("SELECT product.place_id('新城')", row => row.Text(0)));
        failure.Message.ShouldContain("may be a or b");
        failure.Message.ShouldContain("可指 a、b");
    }

    [Fact]
    public void The_function_is_the_products_and_a_users_own_comes_first()
    {
        using var session = TestHome.Open();
        session.Run("SELECT place_id('松桃')").Dispose();
        Should.Throw<UserException>(() => session.Run("DROP MACRO place_id")).Text.En.ShouldContain("is the product's own");
        session.Run("CREATE MACRO place_id(name) AS 'mine'").Dispose();
        using var own = ResultTable.Read(session.Run("SELECT place_id('松桃'), product.place_id('松桃')"));
        (own.Text(0, 0), own.Text(0, 1)).ShouldBe(("mine", "songtao"));
        session.Run("DROP MACRO place_id").Dispose();
        using var again = ResultTable.Read(session.Run("SELECT place_id('松桃')"));
        again.Text(0, 0).ShouldBe("songtao");
    }

    private static string? One(string sql)
    {
        using var session = TestHome.Open();
        using var table = ResultTable.Read(session.Run(sql));
        return table.Text(0, 0);
    }
}
