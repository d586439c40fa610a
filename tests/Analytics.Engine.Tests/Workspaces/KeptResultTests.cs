using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public class KeptResultTests
{
    [Fact]
    public void Results_are_named_in_order_and_can_be_queried()
    {
        using var test = new TestWorkspace();
        test.Keep("SELECT 1 AS id, '碧江' AS county").Name.ShouldBe("r1");
        test.Keep("SELECT 1 AS id, 42 AS value").Name.ShouldBe("r2");
        test.Keep("SELECT county, value FROM r1 JOIN r2 USING (id)").Lines().ShouldBe("碧江|42");
        test.Workspace.Results.Select(r => r.Name).ShouldBe(["r1", "r2", "r3"]);
        test.Workspace.Find("R2")!.Source.Sql.ShouldBe("SELECT 1 AS id, 42 AS value");
    }

    [Fact]
    public void Pages_are_in_order_at_every_size_of_chunk_and_flush()
    {
        using var test = new TestWorkspace();
        foreach (var rows in new[] { 0L, 1, 2047, 2048, 2049, 204_800, 204_801, 700_000 })
        {
            var result = test.Keep($"SELECT range AS n FROM range({rows})");
            (result.Rows, result.State).ShouldBe((rows, KeptState.Complete));
            foreach (var first in new[] { 0, rows / 2, Math.Max(0, rows - 3), rows, rows + 5 })
            {
                using var page = result.Page(first, 4);
                page.Lines().ShouldBe(string.Join('\n', Enumerable.Range(0, 4).Select(i => first + i).Where(n => n < rows)));
            }
        }
    }

    [Fact]
    public void The_first_rows_can_be_read_while_the_query_goes_on()
    {
        using var test = new TestWorkspace();
        var seen = new List<(KeptState State, long Rows)>();
        var result = test
            .Workspace.Run(
                "SELECT range AS n FROM range(1000000)",
                growing =>
                {
                    seen.Add((growing.State, growing.Rows));
                    using var page = growing.Page(growing.Rows - 1, 10);
                    page.Lines().ShouldBe($"{growing.Rows - 1}");
                }
            )
            .Result!;
        seen[0].ShouldBe((KeptState.Growing, 2048));
        seen.Select(s => s.Rows).ShouldBeInOrder();
        result.Progress.ShouldSatisfyAllConditions(p => p.State.ShouldBe(KeptState.Complete), p => p.Rows.ShouldBe(1_000_000));
    }

    [Fact]
    public async Task A_reader_and_a_writer_do_not_disturb_each_other()
    {
        using var test = new TestWorkspace();
        using var started = new ManualResetEventSlim();
        KeptResult? growing = null;
        var writer = Task.Run(() =>
            test.Workspace.Run(
                "SELECT range AS n, range::VARCHAR AS t FROM range(2000000)",
                result =>
                {
                    growing = result;
                    started.Set();
                }
            )
        );
        started.Wait(TimeSpan.FromMinutes(2)).ShouldBeTrue();
        var random = new Random(1);
        do
        {
            var first = random.NextInt64(growing!.Rows);
            using var page = growing.Page(first, 3);
            page.Text(0, 1).ShouldBe($"{first}");
        } while (!writer.IsCompleted);
        (await writer).Result!.Rows.ShouldBe(2_000_000);
    }

    [Fact]
    public void A_cancelled_query_says_so_and_keeps_its_rows()
    {
        using var test = new TestWorkspace();
        using var cancel = new CancellationTokenSource();
        var result = test
            .Workspace.Run(
                "SELECT range AS n FROM range(1000000000000)",
                growing =>
                {
                    if (growing.Rows > 300_000)
                        cancel.Cancel();
                },
                cancel.Token
            )
            .Result!;
        result.State.ShouldBe(KeptState.Cancelled);
        result.Rows.ShouldBeGreaterThan(300_000);
        test.Single("SELECT count(*) = max(n) + 1 FROM r1").ShouldBe("true");
        test.Single($"SELECT count(*) FROM {result.Name}").ShouldBe($"{result.Rows}");
        test.Workspace.Results[^1].Source.PartialSources.ShouldBe(["r1"]);
    }

    [Fact]
    public void A_query_cancelled_before_its_first_row_leaves_nothing()
    {
        using var test = new TestWorkspace();
        test.Workspace.Session.CountProgress();
        test.Workspace.Run(TestHome.MakeNumbers);
        using var cancel = new CancelWhen(() => test.Workspace.Session.Progress.Percentage >= 0);
        Should.Throw<OperationCanceledException>(() => test.Workspace.Run(TestHome.Endless, cancellation: cancel.Token));
        test.Workspace.Results.ShouldBeEmpty();
        test.Keep("SELECT 1").Name.ShouldBe("r1");
    }

    [Fact]
    public void A_query_that_fails_on_the_way_keeps_the_rows_before()
    {
        using var test = new TestWorkspace();
        var result = test.Keep("SELECT CASE WHEN range = 900000 THEN error('spoilt') ELSE range END AS n FROM range(1000000)");
        result.State.ShouldBe(KeptState.Failed);
        result.Progress.Failure!.Message.ShouldContain("spoilt");
        result.Rows.ShouldBeGreaterThan(0);
        test.Single($"SELECT count(*) FROM {result.Name}").ShouldBe($"{result.Rows}");
    }

    [Fact]
    public void A_query_that_fails_at_once_leaves_nothing_and_tells_the_position()
    {
        using var test = new TestWorkspace();
        Should.Throw<DuckDbException>(() => test.Keep("SELECT 1, nowhere")).Position.ShouldBe(10);
        test.Workspace.Results.ShouldBeEmpty();
    }

    [Fact]
    public void A_full_disk_is_said_and_the_rows_so_far_are_kept()
    {
        using var test = new TestWorkspace();
        var result = test
            .Workspace.Run(
                "SELECT range AS n FROM range(100000000)",
                growing =>
                {
                    if (growing.Rows > 500_000)
                        test.Workspace.Store.Reserve = long.MaxValue;
                }
            )
            .Result!;
        result.State.ShouldBe(KeptState.Failed);
        result.Progress.Failure!.Message.ShouldContain("is full");
        result.Rows.ShouldBeInRange(500_000, 2_000_000);
        using (var page = result.Page(result.Rows - 1, 5))
            page.Lines().ShouldBe($"{result.Rows - 1}");
        var count = test.Keep($"SELECT count(*) FROM {result.Name}");
        (count.State, count.Lines()).ShouldBe((KeptState.Complete, $"{result.Rows}"));
    }

    [Fact]
    public void Hundreds_of_small_results_leave_memory_for_queries()
    {
        using var test = new TestWorkspace(memory: "60MB");
        var wide = $"SELECT {string.Join(", ", Enumerable.Range(0, 100).Select(i => $"'v{i}' AS c{i}"))} FROM range(20)";
        for (var i = 0; i < 100; i++)
            test.Keep(wide).Progress.Failure.ShouldBeNull();
        test.Workspace.Find("r7")!.Lines().ShouldStartWith("v0|v1|v2");
        test.Single("SELECT count(*) FROM r1 JOIN r100 USING (c0)").ShouldBe("400");
    }

    [Fact]
    public void Statements_without_rows_keep_nothing()
    {
        using var test = new TestWorkspace();
        test.Workspace.Run("CREATE TABLE t (a INTEGER)").Result.ShouldBeNull();
        var inserted = test.Workspace.Run("INSERT INTO t VALUES (1), (2)");
        (inserted.Result, inserted.RowsChanged).ShouldBe((null, 2));
        test.Keep("INSERT INTO t VALUES (3) RETURNING a").Lines().ShouldBe("3");
        test.Keep("DESCRIBE t").Lines().ShouldStartWith("a|INTEGER");
    }

    [Fact]
    public void Repeated_column_names_are_shown_as_they_are_and_queried_by_number()
    {
        using var test = new TestWorkspace();
        var result = test.Keep("SELECT 1 AS a, 2 AS A, 3 AS a_1, 4 AS rowid, 5 AS \"odd\"\"name\"");
        result.Columns.Select(c => c.Name).ShouldBe(["a", "A", "a_1", "rowid", "odd\"name"]);
        result.ColumnNames.ShouldBe(["a", "A_2", "a_1", "rowid_1", "odd\"name"]);
        using (var page = result.Page(0, 1))
            page.Columns.Select(c => c.Name).ShouldBe(["a", "A", "a_1", "rowid", "odd\"name"]);
        test.Keep("SELECT a_2, rowid_1, \"odd\"\"name\" FROM r1").Lines().ShouldBe("2|4|5");
    }

    [Fact]
    public void Every_type_is_kept_as_it_is()
    {
        using var test = new TestWorkspace();
        var query =
            "SELECT *, [] AS nothing, row(1, NULL) AS unnamed, {'a': [NULL]} AS nested, "
            + "'{\"a\": 1}'::JSON AS json, 1::VARIANT AS variant FROM test_all_types()";
        var result = test.Keep(query);
        result.Progress.Failure.ShouldBeNull();
        using var direct = ResultTable.Read(test.Workspace.Session.Run(query));
        result.Lines().ShouldBe(direct.Lines().Replace("(1, NULL)", "{'v1': 1, 'v2': NULL}"));
    }

    [Fact]
    public void Types_of_the_users_own_are_kept()
    {
        using var test = new TestWorkspace();
        test.Workspace.Run("CREATE TYPE mood AS ENUM ('好', '坏'); CREATE TYPE number AS INTEGER");
        test.Keep("SELECT '好'::mood AS m, 7::number AS n, ['坏'::mood] AS l, NULL AS nothing").Lines().ShouldBe("好|7|[坏]|∅");
    }

    [Fact]
    public void Names_of_the_users_tables_are_left_out()
    {
        using var test = new TestWorkspace();
        test.Workspace.Run("CREATE TABLE R1 AS SELECT 'mine' AS a");
        test.Keep("SELECT a FROM r1").ShouldSatisfyAllConditions(r => r.Name.ShouldBe("r2"), r => r.Lines().ShouldBe("mine"));
    }

    [Fact]
    public void A_dropped_result_is_gone_and_its_name_is_not_used_again()
    {
        using var test = new TestWorkspace();
        var result = test.Keep("SELECT 1");
        test.Workspace.Drop(result);
        test.Workspace.Results.ShouldBeEmpty();
        Should.Throw<ObjectDisposedException>(() => result.Page(0, 1));
        Should.Throw<DuckDbException>(() => test.Keep("FROM r1"));
        test.Keep("SELECT 1").Name.ShouldBe("r2");
    }

    [Fact]
    public void A_result_can_be_dropped_while_a_query_reads_it()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT range AS n FROM range(1500000)");
        var copy = test
            .Workspace.Run(
                "FROM r1",
                growing =>
                {
                    if (test.Workspace.Results.Contains(source))
                        test.Workspace.Drop(source);
                    using var page = growing.Page(growing.Rows - 1, 1);
                    page.Text(0, 0).ShouldBe($"{growing.Rows - 1}");
                }
            )
            .Result!;
        copy.Progress.ShouldSatisfyAllConditions(p => p.Failure.ShouldBeNull(), p => p.Rows.ShouldBe(1_500_000));
        test.Single("SELECT count(DISTINCT n) FROM r2").ShouldBe("1500000");
    }

    [Fact]
    public void The_space_of_dropped_results_is_used_again()
    {
        using var test = new TestWorkspace();
        test.Workspace.Drop(test.Keep("SELECT hash(range) AS n FROM range(1000000)"));
        var used = test.Workspace.DiskUsed;
        for (var i = 0; i < 4; i++)
            test.Workspace.Drop(test.Keep("SELECT hash(range) AS n FROM range(1000000)"));
        test.Workspace.DiskUsed.ShouldBeLessThan(2 * used);
    }

    [Fact]
    public void A_canned_query_is_kept_too()
    {
        using var test = new TestWorkspace();
        var query = test.Workspace.Session.Queries.Get("overview/county");
        var result = test.Workspace.Run(query, new Dictionary<string, string?>()).Result!;
        result.Rows.ShouldBeGreaterThan(0);
        test.Single($"SELECT count(*) FROM {result.Name}").ShouldBe($"{result.Rows}");
    }

    [Fact]
    public void Five_million_rows_lie_on_the_disk_and_not_in_memory()
    {
        using var test = new TestWorkspace(memory: "60MB");
        var result = test.Keep(
            "SELECT range AS i, hash(range) AS h, (range % 97) / 7 AS d, '村' || range AS t, "
                + "DATE '2020-01-01' + (range % 1000)::INTEGER AS day FROM range(5000000)"
        );
        result.Progress.ShouldSatisfyAllConditions(p => p.Failure.ShouldBeNull(), p => p.Rows.ShouldBe(5_000_000));
        test.Workspace.DiskUsed.ShouldBeGreaterThan(60L << 20);
        test.Single("SELECT sum(memory_usage_bytes) < 60000000 FROM duckdb_memory()").ShouldBe("true");
        foreach (var row in new[] { 0, 1_234_567, 2_500_000, 4_999_999 })
        {
            using var page = result.Page(row, 50);
            (page.Text(0, 0), page.Text(0, 3)).ShouldBe(($"{row}", $"村{row}"));
        }
    }
}
