using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tests.Workspaces;

namespace Analytics.Engine.Tests.Lineage;

public sealed class TracingTests
{
    private const string Faulty = "SELECT count(*) FROM place a CROSS JOIN unit u RIGHT JOIN article b ON b.kind = u.unit";

    [Theory]
    [InlineData(Faulty)]
    [InlineData("SELECT 1e10 AS x")]
    public void A_fault_of_the_engines_printer_is_seen_and_what_we_print_has_none(string sql)
    {
        using var lineage = new LineageSession();
        var session = lineage.Session;
        var tree = session.Shadow.Text.Read(sql);
        using var printed = ResultTable.Read(session.Run($"SELECT json_deserialize_sql(json_serialize_sql({SqlText.Literal(sql)}))"));
        TreeDifference.Between(tree["node"], session.Shadow.Text.Read(printed.Text(0, 0)!)["node"]).ShouldNotBeNull();

        var mended = session.Shadow.Text.Print(tree.Copy());
        using var plain = ResultTable.Read(session.Run(sql));
        using var ours = ResultTable.Read(session.Run(mended));
        ours.Lines().ShouldBe(plain.Lines());
        ours.Columns[0].Type.ToString().ShouldBe(plain.Columns[0].Type.ToString());
    }

    [Fact]
    public void A_table_of_the_users_is_not_the_products_of_the_same_name()
    {
        using var lineage = new LineageSession();
        lineage.Execute("CREATE SCHEMA own; CREATE TABLE own.measured (obs_id VARCHAR, value INT)");
        lineage.Execute("INSERT INTO own.measured VALUES ('fake', 1)");
        lineage.Execute("CREATE TEMP TABLE measured AS FROM own.measured");
        foreach (var sql in new[] { "FROM own.measured", "FROM temp.measured", "FROM measured", "SELECT count(*) FROM measured" })
        {
            using var result = lineage.Query(sql).Run();
            var row = result.Row(0);
            row.State.ShouldBe(EvidenceState.NotTraced, sql);
            row.ObservationIds.ShouldBeEmpty();
            row.Reason!.Reason.En.ShouldContain("measured");
            lineage.Query(sql).Columns[0].Owner.ShouldNotBe(ColumnOwner.Articles, sql);
        }

        using var real = lineage.Query("FROM memory.product.measured WHERE theme = 'cadre_age'").Run();
        real.Row(0).State.ShouldBe(EvidenceState.Observations);
    }

    [Fact]
    public void The_function_that_finds_places_is_known_as_soon_as_it_is_there()
    {
        using var lineage = new LineageSession();
        using var before = lineage.Query("SELECT value FROM measured LIMIT 1").Run();
        before.Row(0).State.ShouldBe(EvidenceState.Observations);
        using var after = lineage.Query("SELECT obs_id, value FROM measured WHERE place_id = place_id('松桃县') LIMIT 1").Run();
        after.Row(0).State.ShouldBe(EvidenceState.Observations);
        after.Row(0).ObservationIds.ShouldBe([after.Table.Text(0, 0)!]);
    }

    [Fact]
    public void A_common_table_of_the_users_is_not_the_products_of_the_same_name()
    {
        using var lineage = new LineageSession();
        using var result = lineage.Query("WITH measured AS (SELECT 'x' AS obs_id) FROM measured").Run();
        result.Row(0).State.ShouldBe(EvidenceState.None);
        using var view = lineage
            .Query("WITH measured AS (SELECT 1) SELECT count(*) n, any_value(obs_id) o FROM v_training JOIN figures ON false")
            .Run();
        view.Row(0).State.ShouldBe(EvidenceState.None);
        using var inside = lineage.Query("WITH measured AS (SELECT 1) SELECT count(*) FROM v_training").Run();
        inside.Table.Text(0, 0).ShouldBe("29");
        inside.Row(0).ObservationIds.Count.ShouldBe(29);
    }

    [Theory]
    [InlineData("CREATE TABLE z AS SELECT 1", "statement")]
    [InlineData(
        "WITH RECURSIVE t(o, n) USING KEY (o) AS (SELECT obs_id, 1 FROM measured UNION SELECT o, n + 1 FROM t WHERE n < 3) FROM t",
        "recursion"
    )]
    [InlineData(
        "WITH RECURSIVE t(o) AS (SELECT count(*) FROM measured UNION (SELECT count(*) + 1 FROM t WHERE o < 3 GROUP BY o)) FROM t",
        "recursion"
    )]
    [InlineData("SET VARIABLE which = 'FROM measured'; FROM query(getvariable('which'))", "table")]
    public void What_cannot_be_traced_is_named_and_the_plain_statement_runs(string sql, string code)
    {
        using var lineage = new LineageSession();
        var query = lineage.Query(sql);
        query.Mode.ShouldBe(EvidenceMode.None);
        query.Refusal!.Code.ShouldBe(code);
        query.Refusal.Reason.Zh.ShouldContain(c => c > 0x2E80);
        using var result = query.Run();
        if (result.Table.RowCount > 0)
            result.Row(0).State.ShouldBe(EvidenceState.NotTraced);
        query.MostObservations.ShouldBe(sql.Contains("measured") ? 455 : 0);
    }

    [Fact]
    public void Rows_of_a_table_made_in_the_session_are_not_traced_and_others_beside_them_are()
    {
        using var lineage = new LineageSession();
        lineage.Execute("CREATE TABLE made (county_zh VARCHAR, n INT); INSERT INTO made VALUES ('碧江区', 5)");
        using var result = lineage
            .Query("SELECT m.value, n FROM measured m LEFT JOIN made USING (county_zh) WHERE theme = 'cadre_age' ORDER BY 1")
            .Run();
        result.Row(0).State.ShouldBe(EvidenceState.Observations);
        result.Row(1).State.ShouldBe(EvidenceState.NotTraced);
        result.Row(1).ObservationIds.ShouldBe(["001-1.community_worker_mean_age"]);
    }

    private const string Ages =
        "CREATE TABLE ages AS SELECT county_zh, max(value) AS hi, count(*) AS n FROM measured WHERE theme = 'cadre_age' GROUP BY 1";

    [Fact]
    public void A_table_made_by_a_query_keeps_the_evidence_of_its_rows_and_cells()
    {
        using var lineage = new LineageSession();
        lineage.Execute(Ages);
        lineage.Execute("CREATE TEMP TABLE again (place, hi) AS SELECT county_zh, hi FROM ages WHERE n = 2");
        foreach (var sql in new[] { "SELECT hi FROM ages WHERE n = 2", "SELECT max(hi) FROM again" })
        {
            var query = lineage.Query(sql);
            using var result = query.Run();
            result.Row(0).ObservationIds.ShouldBe(["000-1.reserve_mean_age", "001-1.community_worker_mean_age"], sql);
            result.Cell(0, 0).ObservationIds.ShouldBe(["000-1.reserve_mean_age"], sql);
            query.Columns[0].Owner.ShouldBe(ColumnOwner.Articles);
            query.Columns[0].Functions.ShouldContain("max");
        }

        using var described = lineage.Query("DESCRIBE ages").Run();
        described.Table.RowCount.ShouldBe(3);
        lineage.Session.RelationColumns().Select(c => c.Relation.Schema).ShouldNotContain(MadeTables.Schema);
    }

    [Theory]
    [InlineData("UPDATE ages SET hi = 40 WHERE n = 2")]
    [InlineData("INSERT INTO ages VALUES ('碧江区', 99, 1)")]
    [InlineData("INSERT INTO ages (hi, n) SELECT 99, 2")]
    [InlineData("INSERT INTO ages BY NAME SELECT 99 AS hi, 2 AS n")]
    [InlineData("DROP TABLE ages; CREATE TABLE ages (county_zh VARCHAR, hi DOUBLE, n INT); INSERT INTO ages VALUES ('碧江区', 36.37, 2)")]
    [InlineData("CREATE OR REPLACE TABLE ages AS SELECT county_zh, random() AS hi, 2 AS n FROM measured")]
    [InlineData("WITH x AS (SELECT 1) DELETE FROM ages WHERE n = 1")]
    public void A_table_whose_rows_were_changed_is_not_traced_and_says_how_many_figures_at_most(string change)
    {
        using var lineage = new LineageSession();
        lineage.Execute(Ages);
        lineage.Query("FROM ages").Run().Dispose();
        lineage.Execute(change);
        var query = lineage.Query("SELECT hi FROM ages WHERE n = 2");
        using var result = query.Run();
        result.Row(0).State.ShouldBe(EvidenceState.NotTraced);
        result.Row(0).Reason!.Reason.En.ShouldContain("ages");
        query.MostObservations.ShouldBe(455);
    }

    [Fact]
    public void A_table_filled_by_queries_keeps_the_evidence_of_all_of_them()
    {
        using var lineage = new LineageSession();
        lineage.Execute("CREATE TABLE filled (hi DOUBLE, county VARCHAR)");
        lineage.Execute("INSERT INTO filled SELECT max(value), county_zh FROM measured WHERE theme = 'cadre_age' GROUP BY 2");
        using var first = lineage.Query("SELECT hi FROM filled WHERE county = '碧江区'").Run();
        first.Row(0).ObservationIds.ShouldBe(["000-1.reserve_mean_age", "001-1.community_worker_mean_age"]);
        first.Cell(0, 0).ObservationIds.ShouldBe(["000-1.reserve_mean_age"]);

        const string More = "INSERT INTO filled (county, hi) SELECT county_zh, households FROM mine WHERE households < 70000";
        var query = lineage.Query($"{More}; SELECT * FROM filled ORDER BY hi");
        using var all = query.Run();
        all.Reason.ShouldBeNull();
        all.Row(0).ObservationIds.ShouldBe(["002-4.community_worker_mean_age"]);
        all.Row(1).ObservationIds.Count.ShouldBe(2);
        all.Row(2).ObservationIds.ShouldBeEmpty();
        all.Row(2).OwnRows.ShouldBe([new OwnRow("mine", 4)]);
        query.Columns[0].Owner.ShouldBe(ColumnOwner.Both);

        lineage.Execute("INSERT INTO filled VALUES (1, '别处')");
        using var changed = lineage.Query("FROM filled").Run();
        changed.Row(0).State.ShouldBe(EvidenceState.NotTraced);
    }

    [Fact]
    public void Numbers_typed_into_a_new_table_stand_on_nothing_and_what_is_rolled_back_leaves_no_evidence()
    {
        using var lineage = new LineageSession();
        lineage.Execute("CREATE TABLE own AS SELECT '碧江区' AS county_zh, 36.37 AS hi");
        using var own = lineage.Query("SELECT hi FROM own").Run();
        own.Row(0).State.ShouldBe(EvidenceState.None);
        lineage.Execute("BEGIN; " + Ages);
        lineage.Query("FROM ages").Run().Dispose();
        lineage.Execute("ROLLBACK; CREATE TABLE ages (hi DOUBLE); INSERT INTO ages VALUES (36.37)");
        using var after = lineage.Query("SELECT hi FROM ages").Run();
        after.Row(0).State.ShouldBe(EvidenceState.NotTraced);
    }

    [Fact]
    public void Hidden_columns_show_in_no_name_no_export_and_no_description()
    {
        using var lineage = new LineageSession();
        using var result = lineage.Query("SELECT county_zh, count(*) n FROM measured GROUP BY ALL ORDER BY n LIMIT 1").Run();
        result.Table.Columns.Select(c => c.Name).ShouldBe(["county_zh", "n"]);
        var stream = new MemoryStream();
        using (var writer = new CsvWriter(stream, new WriteOptions()))
            writer.WriteAll(result.Table);
        Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[1].Split(',').Length.ShouldBe(2);
        foreach (var sql in new[] { "DESCRIBE FROM r1", "DESCRIBE SELECT * FROM (FROM r1) JOIN (FROM r1) USING (theme)" })
        {
            using var description = lineage.Query(sql).Run();
            description.Table.Lines().ShouldNotContain("__ev");
        }
    }

    [Theory]
    [InlineData("SELECT count(*) FROM measured WHERE theme = $theme", "29")]
    [InlineData("SELECT $theme AS t, max(value) IS NOT NULL AS v FROM measured WHERE theme = $theme OR $theme IS NULL", "training|true")]
    public void Parameters_are_bound(string sql, string expected)
    {
        using var lineage = new LineageSession();
        var query = lineage.Query(sql, ("theme", "training"));
        using var result = query.Run();
        result.Reason.ShouldBeNull();
        result.Table.Lines().ShouldBe(expected);
        result.Row(0).ObservationIds.Count.ShouldBe(29);
        query.OfRow(result.Table, 0).ObservationIds.Count.ShouldBe(29);
    }

    [Fact]
    public void Of_a_script_the_last_statement_is_traced_after_the_others_ran()
    {
        using var lineage = new LineageSession();
        const string Script = "CREATE VIEW ages AS FROM measured WHERE theme = 'cadre_age'; SELECT count(*) FROM ages WHERE value > $least";
        using var result = lineage.Query(Script, ("least", "30")).Run();
        result.Row(0).ObservationIds.Count.ShouldBe(2);
    }

    [Fact]
    public void With_many_observations_evidence_is_asked_for_row_by_row()
    {
        using var lineage = new LineageSession();
        lineage.Execute("SELECT count(*) FROM figures");
        lineage.Change("INSERT INTO observation SELECT o.* REPLACE (o.obs_id || '-' || i AS obs_id) FROM observation o, range(120) r(i)");
        var query = lineage.Query("SELECT county_zh, value, obs_id FROM measured WHERE theme = 'cadre_age' ORDER BY obs_id");
        query.Mode.ShouldBe(EvidenceMode.OnDemand);
        query.MostObservations.ShouldBeGreaterThan(EvidenceQuery.MostWithRows);
        using var result = query.Run();
        result.Reason.ShouldBeNull();
        result.Table.RowCount.ShouldBe(363);
        query.OfRow(result.Table, 200).ObservationIds.ShouldBe([result.Table.Text(200, 2)!]);
        var groups = lineage.Query("SELECT county_zh, count(*) n FROM measured WHERE theme = 'cadre_age' GROUP BY 1 ORDER BY n");
        using var table = groups.Run();
        groups.OfRow(table.Table, 0).ObservationIds.Count.ShouldBe(121);
    }

    [Fact]
    public void A_file_of_the_products_tables_is_known_by_its_path()
    {
        using var lineage = new LineageSession();
        var path = Path.Combine(TestHome.Real.Data, "observation.parquet");
        using var result = lineage.Query($"SELECT obs_id FROM '{path}' ORDER BY 1 LIMIT 1").Run();
        result.Row(0).ObservationIds.ShouldBe([result.Table.Text(0, 0)!]);
        using var call = lineage.Query($"SELECT obs_id FROM read_parquet('{path}') ORDER BY 1 LIMIT 1").Run();
        call.Row(0).ObservationIds.ShouldBe([call.Table.Text(0, 0)!]);
    }

    [Fact]
    public void An_error_of_the_statement_is_the_engines_own() =>
        Should
            .Throw<DuckDbException>(() =>
            {
                using var lineage = new LineageSession();
                lineage.Query("SELECT nope FROM measured");
            })
            .Message.ShouldContain("nope");
}
