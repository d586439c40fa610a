using System.Text;
using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Export;

/// <summary>The engine writes a statement's file itself, or one of rows that were fetched; both are the same.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly AnalyticsSession _session = TestHome.Open();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string> AllTypes()
    {
        using var session = TestHome.Open();
        using var columns = ResultTable.Read(session.Run("SELECT column_name FROM (DESCRIBE FROM test_all_types())"));
        return [.. Enumerable.Range(0, (int)columns.RowCount).Select(row => columns.Text(row, 0)!)];
    }

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Statement_and_rows_of_every_type_make_the_same_file(string column)
    {
        var sql = $"SELECT \"{column}\" FROM test_all_types()";
        var (byEngine, ofRows) = (Made(Prepared(sql)), Made(_session.Run(sql)));
        (byEngine as Exception)?.Message.ShouldBe((ofRows as Exception)?.Message);
        (byEngine as byte[]).ShouldBe(ofRows as byte[]);
    }

    [Theory]
    [InlineData("SELECT i, i % 7 AS k, 'text ' || i AS t FROM range(300000) r(i)")]
    [InlineData("SELECT i FROM range(300000) r(i) ORDER BY hash(i)")]
    [InlineData("SELECT 1 AS a WHERE false")]
    [InlineData("SELECT 1 AS a, 2 AS a, 3 AS A")]
    [InlineData("SELECT NULL AS nothing")]
    [InlineData("SELECT sum(i) AS huge FROM range(10) r(i)")]
    [InlineData("DESCRIBE SELECT 1 AS a")]
    [InlineData("PIVOT (FROM (VALUES ('x', 1), ('y', 2)) t(k, v)) ON k USING sum(v)")]
    [InlineData("CREATE TYPE mood AS ENUM ('good'); SELECT 'good'::mood AS m;")]
    [InlineData("SELECT 1 AS a -- the last line")]
    public void Statement_and_rows_read_the_same(string sql)
    {
        File.WriteAllBytes(_folder.File("a.parquet"), (byte[])Made(Prepared(sql)));
        File.WriteAllBytes(_folder.File("b.parquet"), (byte[])Made(_session.Run(sql.Replace("CREATE", "CREATE OR REPLACE"))));
        Text($"FROM '{_folder.File("a.parquet")}'").ShouldBe(Text($"FROM '{_folder.File("b.parquet")}'"));
        Text($"DESCRIBE FROM '{_folder.File("a.parquet")}'").ShouldBe(Text($"DESCRIBE FROM '{_folder.File("b.parquet")}'"));
    }

    [Fact]
    public void A_statement_runs_once_whichever_way_it_takes()
    {
        _session.Run("CREATE SEQUENCE taken").Dispose();
        Made(Prepared("SELECT nextval('taken') AS n FROM range(10)"));
        Made(Prepared("SELECT nextval('taken')::HUGEINT AS n FROM range(10)"));
        Text("SELECT currval('taken')").ShouldBe("currval('taken')\n20\n");
    }

    [Fact]
    public void An_error_while_the_engine_writes_tells_its_place_in_the_script()
    {
        const string Script = "SELECT 1;\nSELECT CASE WHEN i < 5000 THEN i ELSE ('铜' || i)::INTEGER END AS n FROM range(10000) r(i);";
        var error = Made(Prepared(Script)).ShouldBeOfType<DuckDbException>();
        error.Kind.ShouldBe(DuckDbErrorKind.Conversion);
        error.Sql.ShouldBe(Script);
        Script[error.Position!.Value..].ShouldStartWith("::INTEGER");
    }

    [Fact]
    public void Where_the_script_forbids_files_the_rows_are_fetched()
    {
        var file = Made(Prepared("SET enable_external_access = false; SELECT 42 AS answer"));
        using var other = TestHome.Open();
        Made(other.Run("SELECT 42 AS answer")).ShouldBe(file);
    }

    [Fact]
    public async Task Cancelling_ends_the_writing_and_leaves_no_file()
    {
        using var cancellation = new CancellationTokenSource();
        using var query = _session.Prepare("FROM range(1000000000000)", ParameterValues.None, cancellation.Token);
        var cancelling = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => Directory.GetFiles(_folder.Path, "*.part").Any(file => new FileInfo(file).Length > 0));
            cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() =>
            OutputFile.Write(
                _folder.File("out.parquet"),
                overwrite: false,
                stream =>
                {
                    using var writer = new ParquetWriter(stream);
                    return writer.WriteAll(query);
                }
            )
        );
        await cancelling;
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT i + 1 AS j FROM range(10) r(i) WHERE i > 3", true)]
    [InlineData("SELECT row_number() OVER () FROM range(10) UNION ALL SELECT 1", true)]
    [InlineData("SELECT DISTINCT i % 2 FROM range(10) r(i)", false)]
    [InlineData("FROM range(10) r(i) ORDER BY hash(i)", false)]
    [InlineData("FROM range(10) a(i) JOIN range(20) b(j) ON i = j", false)]
    [InlineData("SELECT list(i) FROM range(10) r(i)", false)]
    public void Only_a_query_that_collects_no_rows_is_held_to_less_memory(string sql, bool keepsNothing)
    {
        using var query = Prepared(sql);
        query.Copy!.KeepsNothing().ShouldBe(keepsNothing);
    }

    [Fact]
    public void What_needs_more_memory_is_done_once_more_under_the_limit_of_before()
    {
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["memory_limit"] = "1GiB" });
        using var connection = database.Connect();
        var limits = new List<string>();
        MemoryLimit
            .Within(
                connection,
                200L << 20,
                () =>
                {
                    limits.Add(Limit());
                    return limits.Count == 2 ? 7 : throw new DuckDbException("short", DuckDbErrorKind.OutOfMemory);
                }
            )
            .ShouldBe(7);
        limits.ShouldBe(["200.0 MiB", "1.0 GiB"]);
        MemoryLimit.Within(connection, 200L << 20, Limit).ShouldBe("200.0 MiB");
        MemoryLimit.Within(connection, 2L << 30, Limit).ShouldBe("1.0 GiB");
        Limit().ShouldBe("1.0 GiB");

        string Limit() => connection.Rows("SELECT current_setting('memory_limit')", row => row.Text(0))[0];
    }

    private RunningQuery Prepared(string sql) => _session.Prepare(sql, ParameterValues.None);

    /// <summary>The bytes of the file, or what was thrown.</summary>
    private static object Made(RunningQuery query)
    {
        using (query)
        {
            var stream = new MemoryStream();
            using var writer = new ParquetWriter(stream);
            try
            {
                writer.WriteAll(query);
                return stream.ToArray();
            }
            catch (DuckDbException e)
            {
                return e;
            }
        }
    }

    private string Text(string sql)
    {
        using var query = _session.Run(sql);
        var stream = new MemoryStream();
        using var writer = new CsvWriter(stream, new WriteOptions());
        writer.WriteAll(query);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
