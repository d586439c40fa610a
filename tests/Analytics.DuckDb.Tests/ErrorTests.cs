namespace Analytics.DuckDb.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("SELECT 1 FORM ^x", DuckDbErrorKind.Parser)]
    [InlineData("SELECT 'unterminated^", DuckDbErrorKind.Parser, 7)]
    [InlineData("SELECT 1 +^", DuckDbErrorKind.Parser)]
    [InlineData("SELECT '铜仁', ^nosuch FROM range(3)", DuckDbErrorKind.Binder)]
    [InlineData("SELECT '😀𠮷'\n  , ^nosuch\nFROM range(3)", DuckDbErrorKind.Binder)]
    [InlineData("SELECT 1;\r\nSELECT '铜仁😀', ^zz FROM range(3)", DuckDbErrorKind.Binder)]
    [InlineData("FROM ^nope", DuckDbErrorKind.Catalog)]
    [InlineData("SELECT ^nofunction(1)", DuckDbErrorKind.Catalog)]
    [InlineData("SELECT 'a'^::INTEGER", DuckDbErrorKind.Conversion)]
    [InlineData(
        "SELECT '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五"
            + "六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', ^nosuch",
        DuckDbErrorKind.Binder
    )]
    public void Errors_carry_class_and_exact_position(string marked, DuckDbErrorKind kind, int? position = null)
    {
        var expected = position ?? marked.IndexOf('^', StringComparison.Ordinal);
        var error = Should.Throw<DuckDbException>(() => _database.Connection.Execute(marked.Replace("^", "", StringComparison.Ordinal)));
        error.Kind.ShouldBe(kind);
        error.Position.ShouldBe(expected);
        error.Message.ShouldStartWith($"{kind} Error: ");
        error.Message.ShouldNotContain("{");
    }

    [Theory]
    [InlineData("SELECT 1 FORM x", "Parser Error: syntax error at or near \"x\"")]
    [InlineData("SELECT error('\"quoted\" {json}\nline')", "Invalid Input Error: \"quoted\" {json}\nline")]
    [InlineData("SELECT error('{\"exception_type\": \"x\"}')", "Invalid Input Error: {\"exception_type\": \"x\"}")]
    public void Messages_are_those_of_the_engine(string sql, string message) =>
        Should.Throw<DuckDbException>(() => _database.Values(sql)).Message.ShouldBe(message);

    [Fact]
    public void Errors_of_prepare_carry_the_position_too() =>
        Should.Throw<DuckDbException>(() => _database.Connection.Prepare("SELECT '县', zz")).Position.ShouldBe(12);

    [Fact]
    public void Plain_texts_are_read_when_the_user_turned_json_off()
    {
        _database.Connection.Execute("SET errors_as_json = false");
        var error = Should.Throw<DuckDbException>(() => _database.Values("SELECT zz"));
        error.Kind.ShouldBe(DuckDbErrorKind.Binder);
        error.Message.ShouldStartWith("Binder Error: Referenced column \"zz\" was not found");
    }

    [Fact]
    public void Rows_before_an_error_arrive_and_then_the_error()
    {
        using var result = _database.Connection.Query(
            "SELECT CASE WHEN range = 300000 THEN error('boom') ELSE 'ok' END FROM range(1000000)"
        );
        var chunks = 0;
        var error = Should.Throw<DuckDbException>(() =>
        {
            while (result.Fetch() is { } chunk)
            {
                chunk.Dispose();
                chunks++;
            }
        });
        error.Message.ShouldBe("Invalid Input Error: boom");
        chunks.ShouldBeGreaterThan(0);
        result.Fetch().ShouldBeNull();
    }

    [Fact]
    public void The_memory_limit_is_an_error_of_its_own_kind()
    {
        _database.Connection.Execute("SET temp_directory = ''; SET memory_limit = '40MB'");
        var error = Should.Throw<DuckDbException>(() =>
            _database.Values("SELECT count(*) FROM (SELECT DISTINCT range::VARCHAR || repeat('x', 50) AS s FROM range(5000000))")
        );
        error.Kind.ShouldBe(DuckDbErrorKind.OutOfMemory);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (1)", DuckDbErrorKind.Constraint)]
    [InlineData("FROM read_csv('/no/such/file.csv')", DuckDbErrorKind.IO)]
    [InlineData("SET enable_external_access = false; FROM read_csv('x.csv')", DuckDbErrorKind.Permission)]
    [InlineData("SET no_such_setting = 1", DuckDbErrorKind.Catalog)]
    [InlineData("SELECT 1::UTINYINT + 255::UTINYINT", DuckDbErrorKind.OutOfRange)]
    public void Kinds_of_error_are_told_apart(string sql, DuckDbErrorKind kind) =>
        Should.Throw<DuckDbException>(() => _database.Connection.Execute(sql)).Kind.ShouldBe(kind);

    [Fact]
    public void Locked_configuration_keeps_positions_on_new_connections()
    {
        _database.Connection.Execute("SET lock_configuration = true");
        using var other = _database.Connect();
        Should.Throw<DuckDbException>(() => other.Prepare("SELECT zz")).Position.ShouldBe(7);
    }

    [Fact]
    public void Text_with_a_nul_character_is_refused_rather_than_cut()
    {
        var error = Should.Throw<DuckDbException>(() => _database.Connection.Query("SELECT 1\0 FROM nowhere"));
        error.Position.ShouldBe(8);
    }

    [Fact]
    public void Unknown_options_and_unusable_files_are_refused_when_opening()
    {
        Should
            .Throw<DuckDbException>(() => DuckDbDatabase.Open(options: new Dictionary<string, string> { ["no_such"] = "1" }))
            .Message.ShouldContain("no_such");
        Should
            .Throw<DuckDbException>(() => DuckDbDatabase.Open(options: new Dictionary<string, string> { ["memory_limit"] = "much" }))
            .Message.ShouldContain("much");
        var error = Should.Throw<DuckDbException>(() => DuckDbDatabase.Open("/no/such/folder/x.duckdb"));
        error.Kind.ShouldBe(DuckDbErrorKind.IO);
        error.Message.ShouldContain("/no/such/folder/x.duckdb");
    }
}
