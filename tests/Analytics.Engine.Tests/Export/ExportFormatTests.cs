using System.Text;
using Analytics.Engine.Export;
using Analytics.Engine.Results;

namespace Analytics.Engine.Tests.Export;

public class ExportFormatTests
{
    /// <summary>One row of everything that is hard to write, one of NULLs, one of the empty and the strange.</summary>
    private const string HardRows = """
        SELECT * FROM (VALUES
            (1, 'a,b "c"', 1033.12::DECIMAL(18,2), 0.1::DOUBLE, true, DATE '2024-01-31', [1, NULL, 3],
                {'x': 1, 'y': '引“号”'}, MAP {'k': 2}, '\xAA\x00'::BLOB, 170141183460469231731687303715884105727::HUGEINT),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (-5, '', -0.50, 'inf'::DOUBLE, false, DATE '0001-01-01', [], {'x': NULL, 'y': ''}, MAP {}, ''::BLOB, -1),
            (9223372036854775807, E'line\nbreak\ttab|pipe\\', 0.00, 'nan'::DOUBLE, true, DATE '9999-12-31',
                [0], {'x': 2, 'y': 'NULL'}, MAP {'a|b': 1}, 'abc'::BLOB, 0)
        ) AS t(whole, text, money, real, flag, day, list, record, map, bytes, huge)
        """;

    private const string Largest = "170141183460469231731687303715884105727";

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void Hard_values_are_written_as_reviewed(string format) => Golden.ShouldMatch(Write(HardRows, format), $"formats/hard.{format}");

    [Fact]
    public void Csv_tells_null_from_empty_text() => Write("SELECT NULL AS a, '' AS b", "csv").ShouldBe("a,b\n,\"\"\n");

    [Fact]
    public void Csv_quotes_a_text_that_reads_like_the_chosen_null() =>
        Write("SELECT NULL AS a, 'NA' AS b", "csv", new WriteOptions(NullText: "NA")).ShouldBe("a,b\nNA,\"NA\"\n");

    [Fact]
    public void Csv_without_header_and_with_mark_is_for_excel() =>
        Write("SELECT '碧江区'", "csv", new WriteOptions(Header: false, ByteOrderMark: true)).ShouldBe("\uFEFF碧江区\n");

    [Fact]
    public void Json_numbers_repeated_column_names() =>
        Write("SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS A", "json").ShouldBe("[\n{\"a\":1,\"a_2\":2,\"a_1\":3,\"A_3\":4}\n]\n");

    [Fact]
    public void Json_of_no_rows_is_an_empty_array() => Write("SELECT 1 AS a WHERE false", "json").ShouldBe("[]\n");

    [Fact]
    public void Csv_of_no_rows_is_the_header() => Write("SELECT 1 AS a WHERE false", "csv").ShouldBe("a\n");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    public void Every_row_is_written_once_across_chunks(int rows) =>
        Write($"SELECT range AS n FROM range({rows})", "csv", new WriteOptions(Header: false))
            .ShouldBe(string.Concat(Enumerable.Range(0, rows).Select(n => $"{n}\n")));

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void Many_chunks_are_written_in_the_order_of_the_query(string format)
    {
        const int Rows = 200_000;
        // Every 17th chunk takes longer to format than its neighbours.
        var lines = Write(
                $"SELECT i AS n, repeat('铜,\"仁', CASE WHEN i // 2048 % 17 = 0 THEN 40 ELSE i % 3 END) AS t FROM range({Rows}) r(i)",
                format
            )
            .Split('\n');
        var numbers = lines.Select(l => new string([.. l.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]));
        numbers.Where(n => n.Length > 0).Select(int.Parse).ShouldBe(Enumerable.Range(0, Rows));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("parquet")]
    public void A_query_that_fails_after_many_rows_leaves_no_file(string format)
    {
        using var folder = new TemporaryFolder();
        using var session = TestHome.Open();
        using var query = session.Run("SELECT CASE WHEN i < 300000 THEN i ELSE error('on row ' || i) END AS n FROM range(400000) t(i)");
        var failure = Should.Throw<DuckDb.DuckDbException>(() =>
            OutputFile.Write(
                folder.File($"out.{format}"),
                overwrite: false,
                stream =>
                {
                    using var writer = ExportFormats.All.Single(f => f.Name == format).Open(stream, new WriteOptions());
                    return writer.WriteAll(query);
                }
            )
        );
        failure.Message.ShouldContain("on row 300000");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void A_reader_that_goes_away_ends_the_writing_and_lets_go_of_the_query(string format)
    {
        using var session = TestHome.Open();
        using (var query = session.Run("SELECT * FROM range(100000000000)"))
        using (var writer = ExportFormats.All.Single(f => f.Name == format).Open(new ClosingStream(1_000_000), new WriteOptions()))
            Should.Throw<IOException>(() => writer.WriteAll(query)).Message.ShouldBe(ClosingStream.Reason);
        using var next = session.Run("SELECT 42");
        next.Fetch()!.RowCount.ShouldBe(1);
    }

    [Fact]
    public void Cancelling_ends_the_writing()
    {
        using var session = TestHome.Open();
        using var cancellation = new CancellationTokenSource();
        using var query = session.Run("SELECT * FROM range(100000000000)", cancellation.Token);
        using var stream = new ClosingStream(1_000_000, cancellation.Cancel);
        using var writer = new CsvWriter(stream, new WriteOptions());
        Should.Throw<OperationCanceledException>(() => writer.WriteAll(query));
    }

    [Fact]
    public void Characters_of_two_units_are_whole_wherever_they_stand_in_a_long_text() =>
        Write("SELECT i, repeat('x', i % 7) || repeat('😀', 30) AS t FROM range(2000) r(i)", "csv", new WriteOptions(Header: false))
            .ShouldBe(string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i},{new string('x', i % 7)}{Repeat("😀", 30)}\n")));

    [Fact]
    public void A_limit_stops_inside_a_chunk_and_says_so()
    {
        using var session = TestHome.Open();
        var stream = new MemoryStream();
        using var query = session.Run("FROM range(5000)");
        var report = new CsvWriter(stream, new WriteOptions()).WriteAll(query, new RowLimit(2050));
        report.ShouldBe(new WriteReport(2050, IsTruncated: true));
        Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Length.ShouldBe(2052);
    }

    [Fact]
    public void A_limit_of_exactly_the_rows_is_no_truncation()
    {
        using var session = TestHome.Open();
        using var query = session.Run("FROM range(10)");
        new CsvWriter(new MemoryStream(), new WriteOptions()).WriteAll(query, new RowLimit(10)).IsTruncated.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parquet_keeps_every_value_also_in_a_safe_session(bool safe)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("hard.parquet");
        using var session = TestHome.Open(safe);
        OutputFile
            .Write(
                path,
                overwrite: false,
                stream =>
                {
                    using var query = session.Run(HardRows.Replace(Largest, "99999999999999999999999999999999999999"));
                    using var writer = new ParquetWriter(stream);
                    return writer.WriteAll(query);
                }
            )
            .Rows.ShouldBe(4);
        Write($"FROM read_parquet('{path}')", "csv")
            .ShouldBe(Write(HardRows, "csv").Replace(Largest, "99999999999999999999999999999999999999"));
    }

    [Fact]
    public void A_number_that_parquet_cannot_hold_is_an_error_and_not_rounded()
    {
        using var session = TestHome.Open();
        using var query = session.Run($"SELECT {Largest}::HUGEINT AS huge");
        using var writer = new ParquetWriter(new MemoryStream());
        Should.Throw<DuckDb.DuckDbException>(() => writer.WriteAll(query)).Message.ShouldContain("DECIMAL(38,0)");
    }

    [Fact]
    public void Parquet_keeps_the_first_rows_under_a_limit()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("few.parquet");
        using var session = TestHome.Open();
        OutputFile.Write(
            path,
            overwrite: false,
            stream =>
            {
                using var query = session.Run("FROM range(5000)");
                using var writer = new ParquetWriter(stream);
                return writer.WriteAll(query, new RowLimit(3));
            }
        );
        Write($"FROM read_parquet('{path}')", "csv").ShouldBe("range\n0\n1\n2\n");
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Write(string sql, string format, WriteOptions? options = null)
    {
        using var session = TestHome.Open();
        using var query = session.Run(sql);
        var stream = new MemoryStream();
        using (var writer = ExportFormats.All.Single(f => f.Name == format).Open(stream, options ?? new WriteOptions()))
            writer.WriteAll(query);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Takes so many bytes, and then fails as a closed pipe does, or does something else once.</summary>
    private sealed class ClosingStream(long bytes, Action? onFull = null) : MemoryStream
    {
        public const string Reason = "Broken pipe";

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if ((bytes -= buffer.Length) >= 0)
                return;
            if (onFull is null)
                throw new IOException(Reason);
            onFull();
        }
    }
}
