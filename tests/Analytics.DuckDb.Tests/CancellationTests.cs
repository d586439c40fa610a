namespace Analytics.DuckDb.Tests;

public sealed class CancellationTests : IDisposable
{
    // Hours of work when nobody stops it; on a table, since the engine tells no progress of a join of functions.
    private const string Long = "SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.range + b.range + c.range = -1";

    private readonly TestDatabase _database = new();

    public CancellationTests() =>
        _database.Connection.Execute(
            "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0; "
                + "CREATE TABLE numbers AS FROM range(20000)"
        );

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Cancelling_stops_a_running_query()
    {
        using var cancellation = CancelWhileRunning();
        var stopped = Should.Throw<OperationCanceledException>(() => _database.Connection.Query(Long, cancellation.Token));
        stopped.CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public void Cancelling_stops_a_stream_between_chunks()
    {
        using var cancellation = new CancellationTokenSource();
        using var result = _database.Connection.Query("FROM range(100000000000)", cancellation.Token);
        result.Fetch()!.Dispose();
        cancellation.Cancel();
        Should.Throw<OperationCanceledException>(() => result.Fetch());
    }

    [Fact]
    public void Cancelling_stops_a_stream_inside_a_fetch()
    {
        var rows = 0;
        using var cancellation = new CancelWhen(() => Volatile.Read(ref rows) > 0);
        using var result = _database.Connection.Query(
            "SELECT a.range FROM range(100000000) a, range(1000) b WHERE a.range < 10000 OR a.range + b.range = -1",
            cancellation.Token
        );
        Should.Throw<OperationCanceledException>(() =>
        {
            while (result.Fetch() is { } chunk)
            {
                Volatile.Write(ref rows, chunk.RowCount);
                chunk.Dispose();
            }
        });
    }

    [Fact]
    public void A_cancelled_token_runs_nothing()
    {
        _database.Connection.Execute("CREATE SEQUENCE ran");
        Should.Throw<OperationCanceledException>(() =>
            _database.Connection.Query("SELECT nextval('ran')", new CancellationToken(canceled: true))
        );
        _database.Value("SELECT nextval('ran')").ShouldBe(1L);
    }

    [Fact]
    public void A_connection_works_on_after_a_cancellation()
    {
        using (var cancellation = CancelWhileRunning())
        {
            Should.Throw<OperationCanceledException>(() => _database.Connection.Query(Long, cancellation.Token));
        }

        _database.Value("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public void A_cancellation_after_the_end_does_not_touch_the_next_query()
    {
        using var cancellation = new CancellationTokenSource();
        using (var first = _database.Connection.Query("SELECT 1", cancellation.Token))
        {
            while (first.Fetch() is { } chunk)
            {
                chunk.Dispose();
            }

            using var second = _database.Connection.Query("SELECT count(*) FROM range(10000000)");
            cancellation.Cancel();
            TestDatabase.Rows(second, static (column, row) => column.Value(row))[0].ShouldBe([10_000_000L]);
        }
    }

    [Fact]
    public void Cancelling_a_result_whose_connection_is_gone_does_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var connection = _database.Connect();
        using var result = connection.Query("FROM range(100000)", cancellation.Token);
        connection.Dispose();
        cancellation.Cancel();
        Should.Throw<OperationCanceledException>(() => result.Fetch());
    }

    [Fact]
    public async Task Progress_is_told_while_a_query_runs()
    {
        _database.Connection.Progress.Percentage.ShouldBe(double.NaN);
        using var cancellation = new CancellationTokenSource();
        var running = Task.Run(() => _database.Connection.Execute(Long, cancellation.Token));
        while (double.IsNaN(_database.Connection.Progress.Percentage) && !running.IsCompleted)
            await Task.Delay(1);

        _database.Connection.Progress.Percentage.ShouldBeInRange(0, 100);
        await cancellation.CancelAsync();
        await running.ShouldThrowAsync<OperationCanceledException>();
    }

    private CancelWhen CancelWhileRunning() => new(() => !double.IsNaN(_database.Connection.Progress.Percentage));

    [Fact]
    public async Task Connections_work_at_the_same_time()
    {
        var workers = Enumerable
            .Range(0, 4)
            .Select(worker =>
                Task.Run(() =>
                {
                    using var connection = _database.Connect();
                    for (var round = 0; round < 50; round++)
                    {
                        using var result = connection.Query($"SELECT sum(range) + {worker} FROM range({1000 + round})");
                        var sum = (Int128)TestDatabase.Rows(result, static (column, row) => column.Value(row))[0][0]!;
                        sum.ShouldBe((Int128)(1000 + round) * (999 + round) / 2 + worker);
                    }
                })
            );
        await Task.WhenAll(workers);
    }
}
