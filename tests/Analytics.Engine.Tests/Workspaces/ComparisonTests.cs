namespace Analytics.Engine.Tests.Workspaces;

public class ComparisonTests
{
    [Fact]
    public void Rows_are_added_removed_or_changed_by_key()
    {
        using var test = new TestWorkspace();
        var before = test.Keep(
            "SELECT * FROM (VALUES ('a', 1, 10, 'x', DATE '2024-01-01'), ('a', 2, 20, 'y', "
                + "NULL), ('b', 1, 0, NULL, NULL), (NULL, 1, 5, 'z', NULL)) AS t(k, part, v, t, d)"
        );
        var after = test.Keep(
            "SELECT * FROM (VALUES ('a', 1, 12.5, 'x', DATE '2024-01-11'), ('b', 1, 3, NULL, "
                + "NULL), ('c', 1, 7, 'new', NULL), (NULL, 1, 5, 'z', NULL)) AS t(K, part, v, t, d)"
        );
        var comparison = test.Workspace.Compare(before, after, ["k", "part"]);
        string.Join(' ', comparison.Rows.ColumnNames)
            .ShouldBe("change k part v_r1 v_r2 v_difference v_percent t_r1 t_r2 d_r1 d_r2 d_difference");
        comparison
            .Rows.Lines()
            .ShouldBe(
                """
                changed|a|1|10|12.5|2.5|25.0|x|x|2024-01-01|2024-01-11|10
                removed|a|2|20|∅|∅|∅|y|∅|∅|∅|∅
                changed|b|1|0|3.0|3.0|∅|∅|∅|∅|∅|∅
                added|c|1|∅|7.0|∅|∅|∅|new|∅|∅|∅
                no key|∅|1|5|∅|∅|∅|z|∅|∅|∅|∅
                no key|∅|1|∅|5.0|∅|∅|∅|z|∅|∅|∅
                """
            );
        (comparison.Added, comparison.Removed, comparison.Changed, comparison.NoKey, comparison.Same).ShouldBe((1, 1, 2, 2, 0));
        var standalone = test.Keep(comparison.Rows.Source.StandaloneSql!);
        string.Join('\n', standalone.Lines().Split('\n').Take(4)).ShouldBe(string.Join('\n', comparison.Rows.Lines().Split('\n').Take(4)));
    }

    [Theory]
    [InlineData("SELECT range AS n, range + 7 AS obs_id FROM range(5)", "obs_id")]
    [InlineData("SELECT range / 2 AS x, 'p' || range AS name FROM range(5)", "name")]
    [InlineData("SELECT range // 2 AS a, range % 2 AS b, 1 AS c, random() AS v FROM range(4)", "a b")]
    [InlineData("FROM (VALUES ('x', 1, 5.0), ('x', 2, 5.0), ('y', 1, 5.0)) t(county, part, v)", "county part")]
    public void The_keys_that_tell_rows_apart_are_proposed(string sql, string keys)
    {
        using var test = new TestWorkspace();
        var (before, after) = (test.Keep(sql), test.Keep(sql));
        string.Join(' ', test.Workspace.ProposeKeys(before, after).Where(k => k.IsProposed).Select(k => k.Name)).ShouldBe(keys);
    }

    [Fact]
    public void More_rows_than_fit_in_memory_are_compared()
    {
        using var test = new TestWorkspace(memory: "128MB");
        var before = test.Keep("SELECT (range * 7919) % 1000003 AS k, repeat('x', 100) || range AS t FROM range(1000000)");
        var after = test.Keep(
            "SELECT (range * 7919) % 1000003 AS k, repeat('x', 100) || range + (range % 100000 = 0)::INT AS t FROM range(10, 1000000)"
        );
        var comparison = test.Workspace.Compare(before, after, ["k"]);
        (comparison.Added, comparison.Removed, comparison.Changed, comparison.Same).ShouldBe((0, 10, 9, 999_981));
    }

    [Fact]
    public void Columns_of_one_side_are_named_and_types_that_differ_compared_as_text()
    {
        using var test = new TestWorkspace();
        var before = test.Keep("SELECT 1 AS k, '5' AS v, 1 AS old");
        var after = test.Keep("SELECT 1 AS k, 5 AS v, 2 AS fresh");
        var comparison = test.Workspace.Compare(before, after, ["k"]);
        (comparison.Rows.Rows, comparison.Same).ShouldBe((0, 1));
        comparison.OnlyBefore.ShouldBe(["old"]);
        comparison.OnlyAfter.ShouldBe(["fresh"]);
    }

    [Fact]
    public void Differences_of_unsigned_and_of_huge_numbers_do_not_fail()
    {
        using var test = new TestWorkspace();
        var before = test.Keep("SELECT 1 AS k, 7::UTINYINT AS u, '-170141183460469231731687303715884105728'::HUGEINT AS h");
        var after = test.Keep("SELECT 1 AS k, 5::UTINYINT AS u, 1::HUGEINT AS h");
        test.Workspace.Compare(before, after, ["k"])
            .Rows.Lines()
            .ShouldBe("changed|1|7|5|-2|-28.571428571428573|-170141183460469231731687303715884105728|1|∅|100.0");
    }

    [Fact]
    public void A_result_is_the_same_as_itself()
    {
        using var test = new TestWorkspace();
        var source = test.Keep("SELECT *, (n % 3) / 0.0 AS nan FROM (SELECT range AS n FROM range(300000))");
        var comparison = test.Workspace.Compare(source, source, ["n"]);
        (comparison.Rows.Rows, comparison.Same).ShouldBe((0, 300_000));
    }

    [Theory]
    [InlineData("k", "2 rows with k = 1")]
    [InlineData("nowhere", "'nowhere' is no column of r1")]
    [InlineData(null, "at least one key")]
    public void Keys_that_do_not_tell_rows_apart_are_wrong_usage(string? key, string problem)
    {
        using var test = new TestWorkspace();
        var before = test.Keep("SELECT unnest([1, 1, 2]) AS k");
        var after = test.Keep("SELECT 1 AS k");
        var failure = Should.Throw<UserException>(() => test.Workspace.Compare(before, after, key is null ? [] : [key]));
        failure.Kind.ShouldBe(FaultKind.Usage);
        failure.Message.ShouldContain(problem);
    }
}
