using Analytics.DuckDb;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public class OperationTests
{
    [Fact]
    public void Sorting_takes_several_columns_puts_null_last_and_keeps_the_order_of_ties()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT * FROM (VALUES (2, 'b', 1), (NULL, 'c', 2), (1, 'a', 3), (2, 'a', 4), (2, 'b', 5)) AS t(n, t, k)");
        var sorted = test.Workspace.Sort(source, [new SortKey(0, Descending: true), new SortKey(1)]);
        sorted.Lines().ShouldBe("2|a|4\n2|b|1\n2|b|5\n1|a|3\n∅|c|2");
        (sorted.Name, sorted.Source.Origin).ShouldBe(("r2", KeptOrigin.Sort));
        sorted.Source.Sql.ShouldBe("""FROM r1 ORDER BY "n" DESC NULLS LAST, "t" ASC NULLS LAST""");
        source.Lines().ShouldStartWith("2|b|1");
    }

    [Fact]
    public void Sorting_takes_the_whole_of_a_large_result_and_its_ties_in_order()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range % 7 AS d, range AS n FROM range(1500000)");
        test.Workspace.Sort(source, [new SortKey(0)]);
        test.Single(
                "SELECT count(*) FROM (SELECT d, n, lag(d) OVER (ORDER BY rowid) AS pd, lag(n) OVER "
                    + "(ORDER BY rowid) AS pn FROM kept_results.r2) WHERE d < pd OR (d = pd AND n < pn)"
            )
            .ShouldBe("0");
        test.Single("SELECT count(*) FROM r2").ShouldBe("1500000");
    }

    [Fact]
    public void Filtering_by_an_expression_says_where_it_is_wrong()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n FROM range(300000)");
        var filtered = test.Workspace.Filter(source, "n % 100000 = 7 -- every so often");
        filtered.Lines().ShouldBe("7\n100007\n200007");
        var failure = Should.Throw<DuckDbException>(() => test.Workspace.Filter(source, "n > nowhere"));
        (failure.Position, failure.Sql).ShouldBe((4, "n > nowhere"));
        Should.Throw<DuckDbException>(() => test.Workspace.Filter(source, "true); DROP VIEW r1; SELECT (1"));
        test.Single("SELECT count(*) FROM r1").ShouldBe("300000");
    }

    [Theory]
    [InlineData("SELECT unnest([1, 2, NULL, 2]) AS a", "\"a\" IS NOT DISTINCT FROM 2", "2\n2", "1\n∅")]
    [InlineData("SELECT unnest(['x', 'it''s', NULL]) AS a", "\"a\" IS NOT DISTINCT FROM 'it''s'", "it's", "x\n∅")]
    [InlineData("SELECT unnest([0.5, 1.25::DECIMAL(9,2)]) AS a", "\"a\" IS NOT DISTINCT FROM CAST('1.25' AS DECIMAL(9,2))", "1.25", "0.50")]
    [InlineData("SELECT unnest([1, 'nan'::DOUBLE, NULL]) AS a", "\"a\" IS NOT DISTINCT FROM CAST('nan' AS DOUBLE)", "nan", "1.0\n∅")]
    [InlineData("SELECT unnest([1::DOUBLE, NULL]) AS a", "\"a\" IS NULL", "∅", "1.0")]
    [InlineData("SELECT unnest([[1], [2, NULL]]) AS a", "CAST(\"a\" AS VARCHAR) IS NOT DISTINCT FROM '[2, NULL]'", "[2, NULL]", "[1]")]
    [InlineData("SELECT unnest(['a'::BLOB, '\\xFF'::BLOB]) AS a", "\"a\" IS NOT DISTINCT FROM CAST('\\xFF' AS BLOB)", "\\xFF", "a")]
    public void Filtering_by_a_cell_keeps_or_leaves_out_its_value(string sql, string condition, string kept, string others)
    {
        using var test = new TestWorkspace();
        var source = test.Keep(sql);
        var filtered = test.Workspace.FilterByCells(source, 1, [0]);
        filtered.Source.Sql.ShouldBe($"FROM r1 WHERE (\n{condition}\n)");
        filtered.Lines().ShouldBe(kept);
        test.Workspace.FilterByCells(source, 1, [0], exclude: true).Lines().ShouldBe(others);
    }

    // The engine cannot read back its own text of the largest TIMESTAMPTZ.
    [Fact]
    public void A_column_is_derived_and_another_cast_and_errors_count_in_what_was_written()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n, '0' || range AS t FROM range(3)");
        var derived = test.Workspace.Derive(source, "twice n", "n * 2 -- doubled");
        derived.ColumnNames.ShouldBe(["n", "t", "twice n"]);
        using (var page = derived.Page(0, 3))
            Enumerable.Range(0, 3).Select(row => page.Text(row, 2)).ShouldBe(["0", "2", "4"]);
        var cast = test.Workspace.Cast(derived, 1, "DOUBLE");
        cast.Columns.Select(c => c.Type.ToString()).ShouldBe(["BIGINT", "DOUBLE", "BIGINT"]);
        var failure = Should.Throw<DuckDbException>(() => test.Workspace.Derive(source, "x", "n + nowhere"));
        (failure.Sql, failure.Position).ShouldBe(("n + nowhere", 4));
        Should.Throw<DuckDbException>(() => test.Workspace.Cast(test.Keep("SELECT 'x' AS t"), 0, "INTEGER"));
        Should.Throw<DuckDbException>(() => test.Workspace.Cast(source, 1, "INTEGER)); DROP VIEW r1; SELECT ((1"));
    }

    [Fact]
    public void Every_cell_finds_its_own_row()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT * EXCLUDE timestamp_tz FROM test_all_types()");
        for (var column = 0; column < source.Columns.Count; column++)
        {
            for (var row = 0; row < 3; row++)
            {
                var found = test.Workspace.FilterByCells(source, row, [column]);
                found.Rows.ShouldBeGreaterThan(0, $"{source.Columns[column].Name}, row {row}: {found.Source.Sql}");
                test.Workspace.Drop(found);
            }
        }
    }

    [Fact]
    public void Groups_are_counted_the_most_frequent_first()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT CASE WHEN range % 4 = 3 THEN NULL ELSE '县' || range % 2 END AS \"rows\", 1 AS one FROM range(8)");
        test.Workspace.CountGroups(source, [0]).Lines().ShouldBe("县0|4|50.0\n县1|2|25.0\n∅|2|25.0");
        test.Workspace.CountGroups(source, [0, 1]).Lines().ShouldBe("县0|1|4|50.0\n县1|1|2|25.0\n∅|1|2|25.0");
    }

    [Fact]
    public void Rows_are_grouped_by_several_columns_with_sums_and_means_and_name_their_observations()
    {
        using var test = new TestWorkspace();
        var source = test.Keep(
            "SELECT * FROM (VALUES ('b', 1, 10, 'o1'), ('a', 1, 2, 'o2'), ('b', 1, NULL, 'o3'), (NULL, 2, 5, 'o4')) AS t(c, k, v, obs_id)"
        );
        var grouped = test.Workspace.Group(
            source,
            new Grouping([0, 1], [new MeasuredColumn(2, GroupMeasure.Sum), new MeasuredColumn(2, GroupMeasure.Mean)])
        );
        grouped.ColumnNames.ShouldBe(["c", "k", "rows", "sum_v", "mean_v", "obs_ids"]);
        test.Single(
                $"SELECT string_agg(c || k || \"rows\" || sum_v || mean_v || len(obs_ids), ' ') FROM {grouped.Name} WHERE c IS NOT NULL"
            )
            .ShouldBe("a1122.01 b121010.02");
        test.Workspace.Group(source, new Grouping([], [new MeasuredColumn(2, GroupMeasure.Sum)])).Lines().ShouldStartWith("4|17|");
        grouped.Source.Standalone.Sql.ShouldNotBeNull();
    }

    [Fact]
    public void Values_of_a_column_become_columns_missing_and_empty_ones_too()
    {
        using var test = new TestWorkspace();
        var source = test.Keep(
            "SELECT * FROM (VALUES ('x', 'p', 1), ('x', '', 2), ('y', 'p', 4), ('y', NULL, 8), ('y', 'p', 16)) AS t(r, c, v)"
        );
        var pivot = test.Workspace.Group(source, new Grouping([0], [new MeasuredColumn(2, GroupMeasure.Sum)], Across: 1));
        pivot.ColumnNames.ShouldBe(["r", "rows", "(empty)", "p", "NULL"]);
        pivot.Lines().ShouldBe("x|2|2|1|∅\ny|3|∅|20|8");
        test.Workspace.Group(source, new Grouping([0], [], Across: 1)).Lines().ShouldBe("x|2|1|1|0\ny|3|0|2|1");
        var many = test.Keep("SELECT range AS n FROM range(61)");
        Should
            .Throw<UserException>(() => test.Workspace.Group(many, new Grouping([], [], Across: 0)))
            .Message.ShouldContain("more than 60");
    }

    [Fact]
    public void Operations_act_on_the_rows_so_far_or_refuse_what_still_grows_and_mark_what_stands_on_a_part()
    {
        using var test = new TestWorkspace();
        using var cancel = new CancellationTokenSource();
        var source = test
            .Workspace.Run(
                "FROM range(1000000000000)",
                growing =>
                {
                    Should.Throw<UserException>(() => test.Workspace.Statistics(growing, 0)).Message.ShouldContain("r1 still grows");
                    var part = test.Workspace.Sort(growing, [new SortKey(0, Descending: true)]);
                    (part.State, part.Rows).ShouldBe((KeptState.Complete, growing.Rows));
                    part.Source.PartialSources.ShouldBe(["r1"]);
                    Should.Throw<UserException>(() => test.Workspace.Drop(growing));
                    cancel.Cancel();
                },
                cancel.Token
            )
            .Result!;
        var child = test.Workspace.CountGroups(source, [0]);
        child.Source.PartialSources.ShouldBe(["r1"]);
        test.Workspace.Sort(child, [new SortKey(0)]).Source.PartialSources.ShouldBe(["r1"], "a child of a part is a part");
    }

    [Fact]
    public void A_cancelled_operation_leaves_nothing_and_the_workspace_goes_on()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n FROM range(10)");
        test.Workspace.Run(TestHome.MakeNumbers);
        using var cancel = new CancelWhen(() => test.Workspace.OperationProgress.Percentage >= 0);
        Should.Throw<OperationCanceledException>(() => test.Workspace.Filter(source, $"n < ({TestHome.Endless})", null, cancel.Token));
        test.Workspace.Results.Count.ShouldBe(1);
        test.Workspace.Filter(source, "false").Rows.ShouldBe(0);
    }

    [Fact]
    public void An_operation_neither_waits_for_the_running_query_nor_ends_it()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n FROM range(10)");
        KeptResult? sorted = null;
        var running = test
            .Workspace.Run(
                "SELECT range AS n FROM range(500000)",
                _ => sorted ??= test.Workspace.Sort(source, [new SortKey(0, Descending: true)])
            )
            .Result!;
        sorted!.Lines().ShouldStartWith("9\n8");
        (running.Rows, running.State).ShouldBe((500_000, KeptState.Complete));
    }

    [Fact]
    public void Text_is_found_in_any_column_forward_and_backward()
    {
        using var test = new TestWorkspace();
        var source = test.Keep(
            "SELECT range AS n, CASE range WHEN 5 THEN '松桃 Alpha' WHEN 2300000 THEN 'ALPHA' END AS t, [range] AS l FROM range(2400000)"
        );
        Find("alpha", 0).ShouldBe(5);
        Find("alpha", 6).ShouldBe(2_300_000);
        Find("alpha", 2_300_001).ShouldBeNull();
        Find("alpha", 2_299_999, backward: true).ShouldBe(5);
        Find("alpha", 4, backward: true).ShouldBeNull();
        Find("ALPHA", 0, matchCase: true).ShouldBe(2_300_000);
        Find("松桃", 0).ShouldBe(5);
        Find("2399999", 0).ShouldBe(2_399_999);
        Find("[17]", 0).ShouldBe(17);
        Find("%", 0).ShouldBeNull();

        long? Find(string text, long from, bool backward = false, bool matchCase = false) =>
            test.Workspace.FindText(source, new TextSearch(text, matchCase, backward), from);
    }

    [Fact]
    public void A_search_tells_how_far_it_is_and_can_be_cancelled()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n FROM range(2500000)");
        var told = new List<long>();
        test.Workspace.FindText(source, new TextSearch("-"), 0, told.Add);
        told.ShouldBe([2_000_000, 2_500_000]);
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            test.Workspace.FindText(source, new TextSearch("-"), 0, _ => cancel.Cancel(), cancel.Token)
        );
    }

    [Fact]
    public void Words_are_not_looked_for_in_empty_results_or_whole_numbers()
    {
        using var test = new TestWorkspace();
        test.Workspace.FindText(test.Keep("SELECT 1 AS a WHERE false"), new TextSearch("1"), 0).ShouldBeNull();
        test.Workspace.FindText(test.Keep("SELECT 1 AS a"), new TextSearch("word"), 0).ShouldBeNull();
    }
}
