namespace Analytics.Engine.Tests.Workspaces;

public class NameTests
{
    [Fact]
    public void A_renamed_result_is_queried_by_its_new_name_and_its_number_until_it_is_dropped()
    {
        using var test = new TestWorkspace();
        var first = test.Keep("SELECT 42 AS a");
        test.Workspace.Rename(first, "wide_villages");
        test.Single("FROM wide_villages JOIN r1 USING (a)").ShouldBe("42");
        test.Workspace.Find("Wide_Villages").ShouldBe(first);
        test.Workspace.Rename(first, "村");
        test.Single("FROM 村").ShouldBe("42");
        test.Keep("SELECT a + 1 AS b FROM 村").Source.StandaloneSql!.ShouldContain("42");
        test.Keep("SELECT 1 AS x").ShouldNotBeNull();
        test.Workspace.Rename(test.Workspace.Find("r2")!, "wide_villages");
        test.Workspace.Drop(first);
        Should.Throw<DuckDb.DuckDbException>(() => test.Single("FROM 村"));
        test.Workspace.Find("村").ShouldBeNull();
    }

    [Theory]
    [InlineData("select", "keyword")]
    [InlineData("a b", "letter")]
    [InlineData("", "letter")]
    [InlineData("1st", "letter")]
    [InlineData("R7", "next results")]
    [InlineData("figures", "table or view")]
    [InlineData("own", "table or view")]
    [InlineData("taken", "another result")]
    public void A_name_that_cannot_be_had_is_refused_with_the_reason(string name, string reason)
    {
        using var test = new TestWorkspace();
        test.Workspace.Run("CREATE TABLE own AS SELECT 1");
        var result = test.Keep("SELECT 1");
        test.Workspace.Rename(test.Keep("SELECT 2"), "taken");
        Should.Throw<UserException>(() => test.Workspace.Rename(result, name)).Message.ShouldContain(reason);
        result.Label.ShouldBe("r1");
    }

    [Fact]
    public void The_size_of_a_large_result_is_about_what_the_file_grew_by()
    {
        using var test = new TestWorkspace();
        var before = test.Workspace.DiskUsed;
        test.Keep("SELECT hash(range) AS h, md5(range::VARCHAR) AS t FROM range(2000000)");
        var size = test.Workspace.Sizes()["r1"];
        size.ShouldBeInRange(30_000_000, 2 * (test.Workspace.DiskUsed - before));
    }
}
