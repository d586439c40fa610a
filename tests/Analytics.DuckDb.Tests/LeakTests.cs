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
            using var statement = connection.Prepare("SELECT $v, repeat('x', 1000), [1, 2], 'b'::ENUM ('a', 'b')");
            statement.Bind("v", "a text that does not fit into the vector itself");
            using var result = statement.Execute();
            using var chunk = result.Fetch()!;
            _ = chunk.Column(2).Value(0);
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
