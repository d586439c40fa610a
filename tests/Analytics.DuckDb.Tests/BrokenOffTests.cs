namespace Analytics.DuckDb.Tests;

/// <summary>When one of its threads fails, the engine interrupts the others; which of the two it reports first is a race.</summary>
public sealed class BrokenOffTests
{
    private const string Interrupted = """{"exception_type":"INTERRUPT","exception_message":"Interrupted!"}""";

    [Fact]
    public void An_interruption_that_was_asked_for_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var error = EngineError.ReadOrCancelled(Interrupted, "SELECT 1", cancellation.Token);
        error.ShouldBeOfType<OperationCanceledException>().CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public void An_interruption_that_nobody_asked_for_is_a_failure_and_says_so()
    {
        var error = EngineError.ReadOrCancelled(Interrupted, "SELECT 1", CancellationToken.None).ShouldBeOfType<DuckDbException>();
        error.Kind.ShouldBe(DuckDbErrorKind.Interrupt);
        error.Message.ShouldContain("does not name");
    }

    [Fact]
    public void A_query_that_fails_in_one_of_many_threads_is_never_called_cancelled()
    {
        using var database = new TestDatabase();
        for (var run = 0; run < 50; run++)
        {
            Should.Throw<DuckDbException>(() =>
                database.Connection.Execute(
                    "SELECT CAST(CASE WHEN range < 700000 THEN '1' ELSE 'no number' END AS INTEGER) AS a FROM range(1000000)",
                    CancellationToken.None
                )
            );
        }
    }
}
