namespace Analytics.DuckDb.Tests;

public sealed class TextTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    public static TheoryData<string> AllTypes()
    {
        using var database = new TestDatabase();
        return [.. database.Values("SELECT column_name FROM (DESCRIBE FROM test_all_types())").Select(row => (string)row[0]!)];
    }

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Text_of_every_type_is_the_text_of_the_engine(string column)
    {
        _database.Connection.Execute("SET TimeZone = 'UTC'");
        var rows = _database.Texts($"SELECT \"{column}\", COALESCE(\"{column}\"::VARCHAR, '') FROM test_all_types()");
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row[0] == row[1]);
    }
}
