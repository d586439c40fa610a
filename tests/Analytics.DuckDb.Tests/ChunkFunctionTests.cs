namespace Analytics.DuckDb.Tests;

public sealed class ChunkFunctionTests : IDisposable
{
    private readonly TestDatabase _source = new();
    private readonly TestDatabase _target = new();

    public void Dispose()
    {
        _target.Dispose();
        _source.Dispose();
    }

    public static TheoryData<string> AllTypes() => [.. TestDatabase.AllTypeColumns];

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Values_of_every_type_come_over_from_another_database(string column)
    {
        var query = $"SELECT \"{column}\" AS x FROM test_all_types()";
        using var function = ChunkFunction.Add(_target.Connection, "source", ["x"], Chunks(query));
        function!.Execute("CREATE TABLE taken AS FROM source()");
        _target.Texts("FROM taken").ShouldBe(_source.Texts(query));
    }

    [Fact]
    public void Rows_keep_their_order_and_strings_their_memory_after_their_chunks_are_gone()
    {
        const string Query = "SELECT i, repeat('长', (i % 50)::INTEGER) AS t FROM range(50000) r(i)";
        using var function = ChunkFunction.Add(_target.Connection, "source", ["i", "t"], Chunks(Query));
        function!.Execute("CREATE TABLE taken AS FROM source()");
        _target.Texts("FROM taken").ShouldBe(_source.Texts(Query));
    }

    [Fact]
    public void Only_the_first_rows_of_a_chunk_are_read_where_that_is_asked()
    {
        using var function = ChunkFunction.Add(
            _target.Connection,
            "source",
            ["i"],
            Chunks("FROM range(10000)").Select(c => (c.Chunk, c.Rows / 1000))
        );
        function!.Execute("CREATE TABLE taken AS FROM source()");
        _target.Value("SELECT count(*) || ' ' || max(i) FROM taken").ShouldBe("9 8192");
    }

    [Fact]
    public void No_chunk_gives_no_function() =>
        ChunkFunction.Add(_target.Connection, "source", ["i"], Chunks("FROM range(0)")).ShouldBeNull();

    [Fact]
    public void What_taking_the_chunks_throws_comes_out_as_it_was_and_the_connection_lives()
    {
        var defect = new InvalidDataException();
        using var function = ChunkFunction.Add(
            _target.Connection,
            "source",
            ["i"],
            Chunks("FROM range(10000)").Select((c, i) => i < 2 ? c : throw defect)
        );
        Should.Throw<InvalidDataException>(() => function!.Execute("CREATE TABLE taken AS FROM source()")).ShouldBeSameAs(defect);
        _target.Value("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public void A_failing_statement_says_what_failed()
    {
        using var function = ChunkFunction.Add(_target.Connection, "source", ["i"], Chunks("FROM range(10000)"));
        Should
            .Throw<DuckDbException>(() => function!.Execute("SELECT CASE WHEN i = 5000 THEN error('here') ELSE i END FROM source()"))
            .Message.ShouldContain("here");
    }

    private IEnumerable<(DataChunk Chunk, int Rows)> Chunks(string query)
    {
        using var result = _source.Connection.Query(query);
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
            {
                yield return (chunk, chunk.RowCount);
            }
        }
    }
}
