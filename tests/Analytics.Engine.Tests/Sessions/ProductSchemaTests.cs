using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Sessions;

public sealed class ProductSchemaTests
{
    [Fact]
    public void Tables_and_views_of_the_product_live_in_a_schema_of_their_own()
    {
        using var session = TestHome.Open();
        Single(session, "SELECT DISTINCT schema_name FROM duckdb_tables()").ShouldBe("product");
        Single(session, "SELECT DISTINCT schema_name FROM duckdb_views() WHERE NOT internal").ShouldBe("product");
        Single(session, "SELECT count(*) = (SELECT count(*) FROM product.figures) FROM memory.product.observation").ShouldBe("true");
    }

    [Fact]
    public void A_plain_name_finds_a_table_of_the_users_first_and_views_of_the_product_never_do()
    {
        using var session = TestHome.Open();
        var before = Single(session, "SELECT count(*) FROM figures");
        session.Run("CREATE TABLE place AS SELECT 1 AS mine").Dispose();
        session.Run("CREATE VIEW observation AS SELECT 1 AS mine").Dispose();
        Single(session, "SELECT mine FROM place").ShouldBe("1");
        Single(session, "SELECT mine FROM observation").ShouldBe("1");
        Single(session, "SELECT count(*) FROM figures").ShouldBe(before);
        Single(session, "SELECT count(*) > 0 FROM coverage").ShouldBe("true");
        Single(session, "SELECT count(*) > 10 FROM product.place").ShouldBe("true");
    }

    [Fact]
    public void A_file_may_have_the_name_of_a_table_of_the_products()
    {
        using var folder = new TemporaryFolder();
        using var session = TestHome.Open(open: folder.File("place.csv", "county_zh,households\n思南县,7\n"));
        Single(session, "SELECT households FROM place").ShouldBe("7");
        Single(session, "SELECT count(*) > 0 FROM measured").ShouldBe("true");
    }

    [Theory]
    [InlineData("INSERT INTO place SELECT * FROM place")]
    [InlineData("insert into product.unit from unit")]
    [InlineData("WITH x AS (SELECT 1) INSERT INTO unit FROM unit")]
    [InlineData("UPDATE observation SET value = 1")]
    [InlineData("UPDATE memory.product.observation SET value = 1")]
    [InlineData("EXPLAIN ANALYZE DELETE FROM link")]
    [InlineData("PREPARE p AS DELETE FROM \"link\"")]
    [InlineData("TRUNCATE exclusion")]
    [InlineData("DROP TABLE place")]
    [InlineData("DROP VIEW IF EXISTS figures")]
    [InlineData("DROP SCHEMA product CASCADE")]
    [InlineData("DROP SCHEMA memory.product CASCADE")]
    [InlineData("ALTER TABLE unit RENAME TO units")]
    [InlineData("CREATE OR REPLACE TABLE product.place AS SELECT 1 AS n")]
    [InlineData("CREATE VIEW product.mine AS SELECT 1 AS n")]
    [InlineData("CREATE INDEX i ON observation (obs_id)")]
    [InlineData("COMMENT ON COLUMN place.place_id IS 'x'")]
    [InlineData("MERGE INTO unit USING (SELECT 'x' AS unit) AS n USING (unit) WHEN MATCHED THEN DELETE")]
    [InlineData("USE memory.product; CREATE OR REPLACE TABLE place AS SELECT 1 AS n")]
    [InlineData("SELECT 1; DELETE FROM source; SELECT 2")]
    public void Users_cannot_change_them(string sql)
    {
        using var session = TestHome.Open();
        var before = Single(session, "SELECT count(*) FROM product.place");
        Should.Throw<Exception>(() => session.Run(sql).Dispose()).Message.ShouldContain("can only be read");
        Single(session, "SELECT count(*) FROM product.place").ShouldBe(before);
    }

    [Fact]
    public void Nor_fill_them_from_a_file()
    {
        using var session = TestHome.Open();
        var file = Path.Combine(TestHome.Real.Data, "unit.parquet");
        Should.Throw<UserException>(() => session.Run($"COPY unit FROM '{file}' (FORMAT parquet)"));
        using var folder = new TemporaryFolder();
        session.Run($"COPY unit TO '{Path.Combine(folder.Path, "unit.csv")}'").Dispose();
    }

    [Theory]
    [InlineData("CREATE TABLE place AS SELECT 1 AS n; INSERT INTO place VALUES (2); DROP TABLE place")]
    [InlineData("CREATE TEMP TABLE unit AS SELECT 1 AS n; UPDATE unit SET n = 2; DELETE FROM unit")]
    [InlineData("CREATE TABLE product (n INTEGER); INSERT INTO product VALUES (1)")]
    [InlineData("CREATE TABLE copied AS FROM product.place; INSERT INTO copied FROM place; DELETE FROM copied")]
    [InlineData("EXPLAIN SELECT note AS comment FROM observation")]
    [InlineData("CREATE VIEW mine AS FROM product.figures")]
    public void Their_own_tables_they_can(string sql)
    {
        using var session = TestHome.Open();
        session.Run(sql).Dispose();
        Single(session, "SELECT count(*) > 10 FROM product.place").ShouldBe("true");
    }

    [Fact]
    public void In_safe_mode_they_are_there_as_well()
    {
        using var session = TestHome.Open(safe: true);
        Single(session, "SELECT count(*) > 0 FROM figures").ShouldBe("true");
        Should.Throw<UserException>(() => session.Run("DELETE FROM place"));
    }

    private static string Single(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run(sql));
        return table.Text(0, 0)!;
    }
}
