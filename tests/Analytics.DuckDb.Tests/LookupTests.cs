namespace Analytics.DuckDb.Tests;

public sealed class LookupTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Rows_of_a_lookup_have_the_types_that_the_reader_gives_exactly() =>
        _database
            .Connection.Rows(
                "SELECT '铜仁😀', true, 1::UTINYINT, 9223372036854775807, 0.1::DOUBLE, "
                    + "12345678901234567890123456.1234567890::DECIMAL(38, 10)",
                row => (row.Text(0), row.Flag(1), row.Whole(2), row.Whole(3), row.Number(4), row.Decimal(5).ToString())
            )
            .ShouldBe([("铜仁😀", true, 1L, long.MaxValue, 0.1, "12345678901234567890123456.1234567890")]);

    [Fact]
    public void Nulls_are_told_and_never_given_as_a_value() =>
        _database
            .Connection.Rows("SELECT x FROM (VALUES (1, NULL), (2, 'a')) t(i, x) ORDER BY i", row => row.IsNull(0) ? "none" : row.Text(0))
            .ShouldBe(["none", "a"]);

    [Fact]
    public void Many_rows_arrive_in_order() =>
        _database
            .Connection.Rows("SELECT range FROM range(10000)", row => row.Whole(0))
            .ShouldBe(Enumerable.Range(0, 10_000).Select(i => (long)i));

    [Fact]
    public void An_error_of_a_lookup_carries_class_and_position()
    {
        var error = Should.Throw<DuckDbException>(() => _database.Connection.Rows("SELECT '铜仁', zz", row => row.Text(0)));
        (error.Kind, error.Position).ShouldBe((DuckDbErrorKind.Binder, 13));
    }

    [Fact]
    public void A_disposed_connection_runs_nothing()
    {
        var connection = _database.Connect();
        connection.Dispose();
        Should.Throw<ObjectDisposedException>(() => connection.Execute("SELECT 1"));
        Should.Throw<ObjectDisposedException>(() => connection.Rows("SELECT 1", row => row.Whole(0)));
        Should.Throw<ObjectDisposedException>(() => connection.Query("SELECT 1"));
    }
}
