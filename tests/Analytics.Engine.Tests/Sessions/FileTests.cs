using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Sessions;

public class FileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_csv_shows_columns_types_separator_rows_and_first_rows()
    {
        var seen = FileInspector.Inspect(_folder.File("人数.csv", "县;人数;日期\n碧江区;12;2024-01-02\n\"松桃;县\";;\n"));
        seen.Tables.Single().Name.ShouldBe("人数");
        seen.Tables[0].Columns.Select(c => $"{c.Name} {c.Type}").ShouldBe(["县 VARCHAR", "人数 BIGINT", "日期 DATE"]);
        seen.Tables[0].Rows.ShouldBe(2);
        seen.Csv.ShouldBe(new CsvDialect(";", "\"", HasHeader: true, 0, HasByteOrderMark: false));
        seen.FirstRows[1].ShouldBe(["松桃;县", null, null]);
    }

    [Fact]
    public void A_parquet_file_tells_its_rows_and_a_json_file_its_fields()
    {
        var parquet = Path.Combine(TestHome.Real.Data, "place.parquet");
        var seen = FileInspector.Inspect(parquet);
        seen.Tables[0].Rows!.Value.ShouldBeGreaterThan(10);
        seen.Layout!.Columns.Select(c => c.Name).ShouldBe(seen.Tables[0].Columns.Select(c => c.Name));
        seen.LayoutFault.ShouldBeNull();
        var json = FileInspector.Inspect(_folder.File("a.json", """[{"a": 1, "b": {"c": "x"}}]"""));
        json.Tables[0].Columns.Select(c => c.Type).ShouldBe(["BIGINT", "STRUCT(c VARCHAR)"]);
    }

    [Fact]
    public void A_database_shows_its_tables_and_stays_as_it_is()
    {
        var path = Database("mine.duckdb");
        var seen = FileInspector.Inspect(path);
        seen.Tables.Select(t => $"{t.Name} {t.IsView} {t.Rows} {string.Join(',', t.Columns.Select(c => c.Name))}")
            .ShouldBe(["t False 3 n", "v True  n"]);
    }

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "empty.csv", [], "is empty" },
            { "zeros.csv", [1, 0, 2], "no text file" },
            { "book.csv", [.. "PK\x03\x04"u8, 1, 2], "not what its ending says but ZIP / XLSX" },
            { "text.parquet", [.. "a,b\n1,2\n"u8], "does not begin as such a file does" },
            { "cut.parquet", [.. "PAR1xxxxPAR1"u8], "Footer" },
            { "secret.parquet", [.. "PARExxxxPARE"u8], "encrypted and cannot be read without its key" },
            { "cut.json", [.. "[{\"a\": 1}, {\"a\""u8], "Malformed JSON" },
            { "no.duckdb", [.. "hello"u8], "does not begin as such a file does" },
            { "lite.db", [.. "SQLite format 3\0aaaa"u8], "but SQLite" },
            { "notes.docx", [1], "The ending “.docx” is not known" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_opened_says_why(string name, byte[] content, string reason)
    {
        var path = _folder.File(name);
        File.WriteAllBytes(path, content);
        var refused = Should.Throw<UserException>(() => FileInspector.Inspect(path));
        refused.Message.ShouldContain(reason);
        refused.Message.ShouldNotContain("Possible Solution");
        refused.Text.Zh.ShouldContain(c => c > 0x2E80);
    }

    [Fact]
    public void Missing_files_and_folders_are_told_apart()
    {
        Should.Throw<UserException>(() => FileInspector.Inspect(_folder.File("none.csv"))).Message.ShouldContain("no such file");
        Should.Throw<UserException>(() => FileInspector.Inspect(_folder.Path)).Message.ShouldContain("is a folder");
    }

    [Fact]
    public void A_wrong_value_far_down_is_found_with_its_line()
    {
        var lines = string.Concat(Enumerable.Repeat("1\n", 30_000));
        var refused = Should.Throw<UserException>(() => FileInspector.Inspect(_folder.File("far.csv", "n\n" + lines + "x\n")));
        refused.Message.ShouldContain("cannot be read (line 30,002)");
    }

    [Fact]
    public void A_file_is_opened_queried_completed_and_closed_again()
    {
        using var session = TestHome.Open();
        var file = session.OpenFile(_folder.File("a.csv", "x\n1\n2\n"), "my figures");
        Sum(session, "x", "\"my figures\"").ShouldBe("3");
        CompletionCatalog.Read(session).Tables.Single(t => t.Kind == CompletionKind.OpenedFile).Source.ShouldBe(file.Path);
        session.CloseFile(file);
        session.Opened.ShouldBeEmpty();
        Should.Throw<DuckDbException>(() => Sum(session, "x", "\"my figures\""));
    }

    [Fact]
    public void A_database_is_attached_read_only_and_detached()
    {
        using var session = TestHome.Open();
        var file = session.OpenFile(Database("mine.duckdb"), "other");
        Sum(session, "n", "other.t").ShouldBe("6");
        Should.Throw<DuckDbException>(() => session.Run("INSERT INTO other.t VALUES (8)").Dispose());
        session.CloseFile(file);
        session.OpenFile(file.Path, "other");
    }

    [Theory]
    [InlineData("Product")]
    [InlineData("mine")]
    [InlineData("Temp")]
    [InlineData("")]
    public void A_name_that_is_taken_is_refused(string name)
    {
        using var session = TestHome.Open();
        session.Run("CREATE TABLE mine AS SELECT 1").Dispose();
        Should.Throw<UserException>(() => session.OpenFile(_folder.File("a.csv", "x\n1\n"), name)).Kind.ShouldBe(FaultKind.Usage);
        session.Opened.ShouldBeEmpty();
    }

    [Fact]
    public void A_safe_session_opens_nothing_later()
    {
        using var session = TestHome.Open(safe: true);
        Should.Throw<UserException>(() => session.OpenFile(_folder.File("a.csv", "x\n1\n"), "a")).Message.ShouldContain("safe mode");
    }

    [Fact]
    public void A_file_can_be_opened_under_a_name_of_its_own_from_the_start()
    {
        var path = _folder.File("figures.csv", "x\n5\n");
        using var session = TestHome.Open(open: "mine=" + path);
        Sum(session, "x", "mine").ShouldBe("5");
        session.Opened.Single().Argument.ShouldBe("mine=" + path);
        var odd = _folder.File("a=b.csv", "x\n7\n");
        using var other = TestHome.Open(open: odd);
        other.Opened.Single().Name.ShouldBe("a=b");
    }

    private string Database(string name)
    {
        var path = _folder.File(name);
        using var made = DuckDbDatabase.Open(path);
        using var connection = made.Connect();
        connection.Execute("CREATE TABLE t AS SELECT unnest([1, 2, 3]) AS n; CREATE VIEW v AS FROM t");
        return path;
    }

    private static string? Sum(AnalyticsSession session, string column, string table)
    {
        using var rows = ResultTable.Read(session.Run($"SELECT sum({column}) FROM {table}"));
        return rows.Text(0, 0);
    }
}
