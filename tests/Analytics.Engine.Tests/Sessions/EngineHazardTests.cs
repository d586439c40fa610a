using System.IO.Compression;
using System.Text;
using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Sessions;

/// <summary>What would end the engine, and the process with it.</summary>
public sealed class EngineHazardTests
{
    [Theory]
    [InlineData("[", "]", 100_000)]
    [InlineData("{\"a\":", "}", 20_000)]
    public void A_json_file_of_too_many_levels_is_refused_wherever_it_is_named(string open, string close, int levels)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("deep.json", Nested(open, close, levels));
        using var session = TestHome.Open();
        Should.Throw<UserException>(() => TestHome.Open(open: path)).Message.ShouldContain("more than 1000 levels");
        Should.Throw<UserException>(() => session.OpenFile(path, "deep")).Message.ShouldContain(path);
        string[] readings = [$"FROM '{path}'", $"FROM read_json('{path}')", $"SELECT * FROM read_json_auto(['{folder.Path}/d*.json'])"];
        foreach (var sql in readings)
            Should.Throw<UserException>(() => session.Run(sql), sql).Text.Zh.ShouldContain("层");
    }

    [Fact]
    public void A_compressed_file_is_looked_into()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("deep.json.gz");
        using (var file = new GZipStream(File.Create(path), CompressionMode.Compress))
            file.Write(Encoding.UTF8.GetBytes(Nested("[", "]", 20_000)));
        using var session = TestHome.Open();
        Should.Throw<UserException>(() => session.Run($"FROM '{path}'"));
    }

    [Fact]
    public void Brackets_in_texts_are_no_levels()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("flat.json", $$"""[{"a": "{{new string('[', 5_000)}}\"{{new string('{', 5_000)}}"}, {"a": "\\"}]""");
        using var session = TestHome.Open(open: path);
        using var rows = ResultTable.Read(session.Run("SELECT count(*) FROM flat"));
        rows.Text(0, 0).ShouldBe("2");
    }

    [Fact]
    public void Many_levels_that_the_engine_reads_are_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("levels.json", Nested("{\"a\":", "}", 300));
        using var session = TestHome.Open(open: path);
        using var rows = ResultTable.Read(session.Run("FROM levels"));
        rows.Text(0, 0)!.ShouldContain("'a': 1");
    }

    [Theory]
    [InlineData("CALL enable_logging('QueryLog', storage='file', storage_path='/proc/none/x')")]
    [InlineData("CALL enable_logging(storage_config={'path': '/proc/none/x'}, storage='file')")]
    [InlineData("SELECT 1; SELECT * FROM enable_logging(storage := 'file', storage_path := 'x')")]
    public void A_log_straight_to_a_file_is_refused_with_the_way_to_have_it(string sql)
    {
        using var session = TestHome.Open();
        Should.Throw<UserException>(() => session.Run(sql)).Message.ShouldContain("COPY (FROM duckdb_logs)");
    }

    [Fact]
    public void A_log_in_memory_can_be_kept_and_written()
    {
        using var folder = new TemporaryFolder();
        using var session = TestHome.Open();
        var path = folder.File("log.csv");
        session.Run($"CALL enable_logging('QueryLog'); SELECT 41 + 1; COPY (FROM duckdb_logs) TO '{path}'").Dispose();
        File.ReadAllText(path).ShouldContain("41 + 1");
    }

    private static string Nested(string open, string close, int levels)
    {
        var text = new StringBuilder();
        text.Insert(0, open, levels).Append('1');
        return text.Insert(text.Length, close, levels).ToString();
    }
}
