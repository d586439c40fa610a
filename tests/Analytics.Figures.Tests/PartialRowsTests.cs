using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Figures.Tests;

public class PartialRowsTests
{
    [Fact]
    public void A_result_that_is_not_whole_says_so_and_so_do_those_made_of_it()
    {
        using var workspace = Workspace.Open(new SessionOptions(Home.Find(Repository.Root), [], Memory: "200MB"), TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var part = workspace
            .Run(
                "FROM range(1000000000000)",
                growing =>
                {
                    PartialRows.Of(growing)!.En.ShouldMatch("^only the first [0-9,]+ rows \\(still growing\\)$");
                    cancel.Cancel();
                },
                cancel.Token
            )
            .Result!;
        PartialRows.Of(part)!.Zh.ShouldBe($"只有前 {part.Rows} 行（已取消）");
        var child = workspace.Filter(part, "range < 3");
        PartialRows.Of(child)!.En.ShouldBe("stands on a part of the rows of r1");
        PartialRows.Of(workspace.Sort(child, [new SortKey(0)]))!.Zh.ShouldBe("只依据 r1 的一部分行");
        PartialRows.Of(workspace.Run("SELECT 1").Result!).ShouldBeNull();
    }
}
