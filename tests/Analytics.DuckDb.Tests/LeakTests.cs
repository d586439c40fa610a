using System.Diagnostics;

namespace Analytics.DuckDb.Tests;

/// <summary>Tests that measure the memory of the process, hence run alone.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    [Fact]
    public void Opening_and_closing_databases_does_not_grow()
    {
        OpenAndClose(50);
        var before = ResidentMegabytes();
        OpenAndClose(500);
        (ResidentMegabytes() - before).ShouldBeLessThan(15, "megabytes");
    }

    [Fact]
    public void Connections_statements_results_and_failures_do_not_grow()
    {
        using var database = DuckDbDatabase.Open(options: TestDatabase.Small);
        RunCycles(database, 1_000);
        var before = ResidentMegabytes();
        RunCycles(database, 10_000);
        (ResidentMegabytes() - before).ShouldBeLessThan(15, "megabytes");
    }

    // Large enough to show in the memory of the process when one of 10,000 is not freed.
    private static readonly string Text = new('x', 4000);
    private static readonly string Members = string.Join(
        ", ",
        Enumerable.Range(0, 15).Select(number => $"a_member_with_a_rather_long_name_{number} INTEGER")
    );

    private static void OpenAndClose(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var database = DuckDbDatabase.Open(options: TestDatabase.Small);
            using var connection = database.Connect();
            using var result = connection.Query("SELECT 1");
            result.Fetch()!.Dispose();
        }
    }

    private static void RunCycles(DuckDbDatabase database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var connection = database.Connect();
            using var statement = connection.Prepare(
                $"SELECT $v, repeat('x', 1000), [1, 2], 'b'::ENUM ('a', 'b'), NULL::STRUCT({Members})"
            );
            statement.Bind("v", Text);
            using var result = statement.Execute();
            using var chunk = result.Fetch()!;
            _ = chunk.Column(2).Value(0);
            connection.Extract("SELECT 1 + 2, 'a', 'b', 'c'; SELECT [1, 2, 3, 4]; SELECT max(a) FROM t WHERE b = 1").Dispose();
            switch (i % 4)
            {
                case 0:
                    Should.Throw<DuckDbException>(() => connection.Prepare("SELECT nosuch"));
                    break;
                case 1:
                    Should.Throw<DuckDbException>(() => connection.Extract("SELECT 1 FORM x"));
                    break;
                case 2:
                    Should.Throw<DuckDbException>(() => connection.Query("SELECT error('x')"));
                    break;
                default:
                    connection.TableNames("FROM a, b");
                    break;
            }
        }
    }

    private static double ResidentMegabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }
}
