using Analytics.Engine.Lineage;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public sealed class KeptEvidenceTests : IDisposable
{
    private const string Age1 = "000-1.reserve_mean_age"; // 碧江区, 36.37
    private const string Age2 = "001-1.community_worker_mean_age"; // 碧江区, 35.5
    private const string Age3 = "002-4.community_worker_mean_age"; // 松桃苗族自治县, 28
    private const string Ages = "SELECT county_zh, value FROM measured WHERE theme = 'cadre_age' ORDER BY value";

    private readonly TestWorkspace _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rows_and_evidence_are_of_one_execution()
    {
        var kept = _test.Keep("SELECT obs_id FROM observation ORDER BY random() LIMIT 20");
        using var rows = kept.Evidence(0, 100);
        rows.Table.RowCount.ShouldBe(20);
        for (var row = 0; row < 20; row++)
            rows.Row(row).ObservationIds.ShouldBe([rows.Table.Text(row, 0)!]);
        kept.Lineage.Dependences.ShouldContain(new Dependence(DependenceKind.Chance));
    }

    [Fact]
    public void What_is_made_of_a_result_stands_on_what_its_rows_stand_on()
    {
        var ages = _test.Keep(Ages);
        Evidence(ages).ShouldBe($"28.0 <- {Age3}\n35.5 <- {Age2}\n36.37 <- {Age1}");
        Evidence(_test.Workspace.Sort(ages, [new SortKey(1, Descending: true)]))
            .ShouldBe($"36.37 <- {Age1}\n35.5 <- {Age2}\n28.0 <- {Age3}");
        Evidence(_test.Workspace.Filter(ages, "value < 36 AND COLUMNS(*) IS NOT NULL")).ShouldBe($"28.0 <- {Age3}\n35.5 <- {Age2}");
        var doubled = _test.Workspace.Derive(ages, "twice", "value * 2");
        Evidence(_test.Workspace.Cast(doubled, 1, "INTEGER"), column: 2).ShouldBe($"56.0 <- {Age3}\n71.0 <- {Age2}\n72.74 <- {Age1}");
        Evidence(_test.Workspace.CountGroups(ages, [0])).ShouldBe($"2 <- {Age1} {Age2}\n1 <- {Age3}");
        Evidence(_test.Keep($"SELECT max(value) m, count(*) n FROM {ages.Name}"), column: 0).ShouldBe($"36.37 <- {Age1}");
        _test.Workspace.Drop(ages);
        Evidence(doubled).ShouldBe($"28.0 <- {Age3}\n35.5 <- {Age2}\n36.37 <- {Age1}", "what a result stands on outlives its source");
    }

    [Fact]
    public void A_comparison_stands_on_both_sides()
    {
        var before = _test.Keep("SELECT county_zh, min(value) v FROM measured WHERE theme = 'cadre_age' GROUP BY 1");
        var after = _test.Keep("SELECT county_zh, max(value) v FROM measured WHERE theme = 'cadre_age' AND value > 30 GROUP BY 1");
        var rows = _test.Workspace.Compare(before, after, ["county_zh"]).Rows;
        using var evidence = rows.Evidence(0, 10);
        var changed = Enumerable.Range(0, 2).Single(row => evidence.Table.Text(row, 0) == "changed");
        evidence.Row(changed).ObservationIds.ShouldBe([Age1, Age2]);
        evidence.Row(1 - changed).ObservationIds.ShouldBe([Age3]);
        rows.Lineage.Origins[3].Owner.ShouldBe(ColumnOwner.Articles);
    }

    [Fact]
    public void Hidden_columns_show_nowhere()
    {
        var kept = _test.Keep("SELECT county_zh, max(value) m, count(*) n FROM measured GROUP BY 1");
        _test.Workspace.Rename(kept, "counties");
        foreach (var name in new[] { "r1", "counties" })
        {
            _test.Single($"SELECT string_agg(column_name, ' ') FROM (DESCRIBE {name})").ShouldBe("county_zh m n");
            _test
                .Single(
                    $"SELECT string_agg(column_name, ' ') FROM duckdb_columns() WHERE database_name = 'memory' AND table_name = '{name}'"
                )
                .ShouldBe("county_zh m n");
            _test.Keep($"FROM {name}").ColumnNames.ShouldBe(["county_zh", "m", "n"]);
        }

        using var page = kept.Page(0, 1);
        page.Columns.Select(c => c.Name).ShouldBe(["county_zh", "m", "n"]);
        _test.Workspace.Derive(kept, "x", "len(COLUMNS(c -> c = 'county_zh'))").ColumnNames.ShouldBe(["county_zh", "m", "n", "x"]);
    }

    [Fact]
    public void Names_that_look_hidden_are_the_users_own()
    {
        var kept = _test.Keep("SELECT obs_id AS \"evidence 1\" FROM measured WHERE theme = 'cadre_age' ORDER BY value");
        using var rows = kept.Evidence(0, 1);
        rows.Row(0).ObservationIds.ShouldBe([Age3]);
        _test.Keep($"FROM {kept.Name}").ColumnNames.ShouldBe(["evidence 1"]);
    }

    [Fact]
    public void What_is_not_traced_is_kept_plain_and_says_why()
    {
        var kept = _test.Keep(
            "WITH RECURSIVE t(o, n) USING KEY (o) AS (SELECT obs_id, 1 FROM measured UNION SELECT o, n + 1 FROM t WHERE n < 3) FROM t"
        );
        kept.Lineage.IsKept.ShouldBeFalse();
        kept.Lineage.Reason!.Code.ShouldBe("recursion");
        using var rows = kept.Evidence(0, 1);
        rows.Row(0).State.ShouldBe(EvidenceState.NotTraced);
        var of = _test.Keep($"SELECT count(*) FROM {kept.Name}");
        of.Lineage.Reason!.Code.ShouldBe("kept");
        _test.Single($"SELECT count(*) FROM {kept.Name}").ShouldBe(kept.Rows.ToString());
    }

    [Fact]
    public void Of_rows_of_a_large_file_evidence_is_asked_for_one_by_one()
    {
        var path = Path.Combine(_test.Folder, "large.csv");
        _test.Workspace.Session.Run($"COPY (SELECT i AS id, repeat('x', 60) AS filler FROM range(80000) r(i)) TO '{path}'").Dispose();
        _test.Workspace.Session.OpenFile(path, "large");
        var kept = _test.Keep("SELECT id FROM large WHERE id % 1000 = 7");
        (kept.Lineage.IsKept, kept.Lineage.Reason).ShouldBe((false, null));
        _test.Workspace.EvidenceOf(kept, 3).OwnRows.ShouldBe([new OwnRow("large", 3008)]);
    }

    [Fact]
    public void An_error_in_a_script_stands_where_the_script_has_it()
    {
        const string Script = "CREATE VIEW v AS SELECT 1 AS a; SELECT nope FROM v";
        var error = Should.Throw<Analytics.DuckDb.DuckDbException>(() => _test.Keep(Script));
        (error.Sql, error.Position).ShouldBe((Script, Script.IndexOf("nope", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_statement_in_a_failed_transaction_is_the_engines_affair()
    {
        _test.Workspace.Run("BEGIN");
        Should.Throw<Analytics.DuckDb.DuckDbException>(() => _test.Keep("SELECT CAST('x' AS INTEGER)"));
        _test.Workspace.Run("ROLLBACK").Result.ShouldBeNull();
        _test.Single("SELECT 5").ShouldBe("5");
    }

    private static string Evidence(KeptResult result, int column = 1)
    {
        using var rows = result.Evidence(0, 100);
        return string.Join(
            '\n',
            Enumerable
                .Range(0, (int)rows.Table.RowCount)
                .Select(row => $"{rows.Table.Text(row, column)} <- {string.Join(' ', rows.Cell(row, column).ObservationIds)}")
        );
    }
}
