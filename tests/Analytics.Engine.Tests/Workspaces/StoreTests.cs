using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Engine.Tests.Workspaces;

public class StoreTests
{
    [Fact]
    public void Nothing_is_left_on_the_disk_afterwards()
    {
        using var folder = new TemporaryFolder();
        using (var workspace = Workspace.Open(new SessionOptions(TestHome.Real, [], Memory: "200MB"), TimeProvider.System, folder.Path))
        {
            workspace.Run("FROM range(1000000)");
            Directory.GetFileSystemEntries(folder.Path).ShouldNotBeEmpty();
        }
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void What_dead_processes_left_is_deleted_and_what_living_ones_use_is_not()
    {
        using var folder = new TemporaryFolder();
        var dead = folder.File("analytics-results-dead/results.duckdb", "rows");
        folder.File("analytics-results-dead.lock", "");
        var other = folder.File("mine/results.duckdb", "rows");
        using var living = TemporaryStore.Create(folder.Path);
        using var next = TemporaryStore.Create(folder.Path);
        File.Exists(dead).ShouldBeFalse();
        File.Exists(dead[..^"/results.duckdb".Length] + ".lock").ShouldBeFalse();
        Directory.Exists(living.Folder).ShouldBeTrue();
        File.Exists(other).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        var failure = Should.Throw<UserException>(() => TemporaryStore.Create("/nowhere/at/all"));
        failure.Message.ShouldContain("/nowhere/at/all");
        failure.Message.ShouldContain("TMPDIR");
    }

    [Fact]
    public void A_session_that_cannot_be_opened_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<UserException>(() =>
            Workspace.Open(new SessionOptions(TestHome.Real, ["none.csv"]), TimeProvider.System, folder.Path)
        );
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_safe_session_keeps_large_results_spills_and_still_reaches_no_file()
    {
        using var test = new TestWorkspace(safe: true, memory: "50MB");
        var result = test.Keep("SELECT hash(range) AS h, '村' || range AS t FROM range(1500000)");
        result.Progress.ShouldSatisfyAllConditions(p => p.Failure.ShouldBeNull(), p => p.Rows.ShouldBe(1_500_000));
        var sorted = test.Workspace.Sort(result, [new SortKey(0)]);
        sorted.Progress.ShouldSatisfyAllConditions(p => p.Failure.ShouldBeNull(), p => p.Rows.ShouldBe(1_500_000));
        test.Workspace.Drop(result);
        test.Single("SELECT count(*) > 0 FROM figures").ShouldBe("true");
        using var outside = new TemporaryFolder();
        Should.Throw<UserException>(() => test.Keep($"COPY (SELECT 1) TO '{outside.File("out.csv")}'"));
        Should.Throw<UserException>(() => test.Keep($"FROM read_csv('{outside.File("in.csv", "a\n1\n")}')"));
        Should.Throw<UserException>(() => test.Keep("SET enable_external_access = true"));
    }
}
