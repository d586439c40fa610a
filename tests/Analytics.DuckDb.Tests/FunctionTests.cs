namespace Analytics.DuckDb.Tests;

public sealed class FunctionTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Rows_of_the_program_are_read_in_order_with_null_and_any_text()
    {
        string?[] texts = ["", null, "𠮷", "'\"\n", new string('长', 100)];
        _database.Connection.AddFunction(
            "mine",
            ["Row", "text"],
            5000,
            (column, row) => column == 0 ? $"{row}" : texts[row % texts.Length]
        );
        foreach (var (row, values) in _database.Values("FROM mine()").Index())
        {
            values[0].ShouldBe($"{row}");
            values[1].ShouldBe(texts[row % texts.Length]);
        }

        _database
            .Texts("SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM mine())")
            .ShouldBe([
                ["Row VARCHAR"],
                ["text VARCHAR"],
            ]);
    }

    [Fact]
    public void Rows_are_asked_for_as_a_query_goes_on()
    {
        var asked = 0;
        _database.Connection.AddFunction("mine", ["row"], int.MaxValue, (_, row) => $"{asked = row}");
        _database.Values("FROM mine() LIMIT 3").Count.ShouldBe(3);
        asked.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_function_without_rows_gives_empty_one()
    {
        _database.Connection.AddFunction("empty_one", ["row"], 0, (_, _) => "x");
        _database.Values("FROM empty_one()").ShouldBeEmpty();
    }

    [Fact]
    public void What_a_cell_throws_fails_the_query_and_the_connection_goes_on()
    {
        _database.Connection.AddFunction("bad", ["row"], 9, (_, row) => row == 7 ? throw new InvalidDataException("no seventh row") : "x");
        Should
            .Throw<DuckDbException>(() => _database.Connection.Execute("CREATE TABLE t AS FROM bad()"))
            .Message.ShouldContain("no seventh row");
        _database.Value("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public void The_character_nul_is_refused_rather_than_cut_at()
    {
        _database.Connection.AddFunction("cut", ["text"], 1, (_, _) => "a\0b");
        Should.Throw<DuckDbException>(() => _database.Connection.Execute("FROM cut()")).Message.ShouldContain("NUL");
    }
}
