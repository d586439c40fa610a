using System.Numerics;
using System.Text;

namespace Analytics.DuckDb.Tests;

public sealed class VectorTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void Every_row_arrives_once_and_in_order(int rows)
    {
        using var result = _database.Connection.Query($"SELECT range, 'v' || range, [range, range + 1] FROM range({rows})");
        var next = 0L;
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
            {
                chunk.RowCount.ShouldBeInRange(1, DataChunk.Capacity);
                var numbers = chunk.Column(0).Values<long>();
                var lists = chunk.Column(2);
                for (var row = 0; row < chunk.RowCount; row++, next++)
                {
                    numbers[row].ShouldBe(next);
                    chunk.Column(1).Text(row).ShouldBe($"v{next}");
                    var (start, count) = lists.Entry(row);
                    lists.Child(0).Values<long>().Slice(start, count).ToArray().ShouldBe([next, next + 1]);
                }
            }
        }

        next.ShouldBe(rows);
        result.Fetch().ShouldBeNull();
    }

    [Fact]
    public void The_vector_size_is_that_of_the_engine() => DataChunk.Capacity.ShouldBe(2048);

    [Theory]
    [InlineData("INTEGER")]
    [InlineData("VARCHAR")]
    [InlineData("DECIMAL(38,10)")]
    [InlineData("INTEGER[]")]
    [InlineData("INTEGER[3]")]
    [InlineData("STRUCT(a INTEGER, b VARCHAR[])")]
    [InlineData("MAP(VARCHAR, INTEGER)")]
    [InlineData("UNION(a INTEGER, b VARCHAR)")]
    [InlineData("VARIANT")]
    [InlineData("GEOMETRY")]
    public void Columns_of_only_nulls_read_as_null(string type)
    {
        var values = _database.Values($"SELECT NULL::{type} FROM range(2049)");
        values.Count.ShouldBe(2049);
        values.ShouldAllBe(row => row[0] == null);
    }

    [Fact]
    public void Untyped_null_reads_as_null()
    {
        using var result = _database.Connection.Query("SELECT NULL");
        using var chunk = result.Fetch()!;
        chunk.Column(0).Value(0).ShouldBeNull();
    }

    [Fact]
    public void Validity_words_mark_nulls_and_are_empty_when_there_are_none()
    {
        using var result = _database.Connection.Query("SELECT range, CASE WHEN range % 3 <> 0 THEN range END FROM range(100)");
        using var chunk = result.Fetch()!;
        chunk.Column(0).Validity.IsEmpty.ShouldBeTrue();
        var words = chunk.Column(1).Validity;
        words.Length.ShouldBe(2);
        for (var row = 0; row < 100; row++)
        {
            (words[row / 64] >> (row % 64) & 1).ShouldBe(row % 3 == 0 ? 0UL : 1UL);
            chunk.Column(1).IsNull(row).ShouldBe(row % 3 == 0);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456789012")]
    [InlineData("1234567890123")]
    [InlineData("铜仁市思南县")]
    [InlineData("大专😀𠮷")]
    [InlineData("a\0b")]
    [InlineData("long enough to lie outside of the vector\0with a NUL inside")]
    public void Strings_arrive_byte_for_byte(string text)
    {
        using var statement = _database.Connection.Prepare("SELECT $text, $text || '' FROM range(3)");
        statement.Bind("text", text);
        using var result = statement.Execute();
        using var chunk = result.Fetch()!;
        for (var row = 0; row < 3; row++)
        {
            chunk.Column(0).Text(row).ShouldBe(text);
            chunk.Column(1).Utf8(row).ToArray().ShouldBe(Encoding.UTF8.GetBytes(text));
            chunk.Column(0).Value(row).ShouldBe(text);
        }
    }

    [Fact]
    public void Values_are_decoded_to_the_documented_classes()
    {
        var row = _database.Values(
            """
            SELECT true, -1::TINYINT, -2::SMALLINT, -3, -4::BIGINT, 1::UTINYINT, 2::USMALLINT, 3::UINTEGER,
                4::UBIGINT, -5::HUGEINT, 5::UHUGEINT, -300::BIGNUM,
              1.5::FLOAT, 2.5::DOUBLE, 12.340::DECIMAL(9,3), 'x', '\xAA'::BLOB, '0101'::BIT, DATE '1970-01-02',
                  TIME '00:00:01', TIME_NS '00:00:00.000000001',
              TIMETZ '00:00:01+01:30', TIMESTAMP '1970-01-01 00:00:01', TIMESTAMPTZ '1970-01-01 00:00:01+00',
                  INTERVAL '1 month 2 days 3 microseconds',
              '00112233-4455-6677-8899-aabbccddeeff'::UUID, 'b'::ENUM ('a', 'b'), union_value(k := 7)
            """
        )[0];
        row.ShouldBe([
            true,
            (sbyte)-1,
            (short)-2,
            -3,
            -4L,
            (byte)1,
            (ushort)2,
            3u,
            4UL,
            (Int128)(-5),
            (UInt128)5,
            new BigInteger(-300),
            1.5f,
            2.5,
            new DuckDbDecimal(12340, 9, 3),
            "x",
            new byte[] { 0xAA },
            DuckDbBits.Parse("0101"),
            new DuckDbDate(1),
            new DuckDbTime(1_000_000),
            new DuckDbTimeNs(1),
            new DuckDbTimeTz(1_000_000, 5400),
            new DuckDbTimestamp(1_000_000, DuckDbTimestampUnit.Microseconds),
            new DuckDbTimestamp(1_000_000, DuckDbTimestampUnit.Microseconds, IsUtc: true),
            new DuckDbInterval(1, 2, 3),
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            "b",
            new DuckDbUnion("k", 7),
        ]);
    }

    [Fact]
    public void Nested_values_keep_their_order_and_nulls()
    {
        var row = _database.Values(
            "SELECT [1, NULL], {'a': 'x', 'b': NULL}, MAP {'k': 1, 'j': NULL}, "
                + "[3, 4]::INTEGER[2], {'v': [1::VARIANT, 'x'::VARIANT]::VARIANT}"
        )[0];
        ((DuckDbList)row[0]!).ShouldBe([1, null]);
        ((DuckDbStruct)row[1]!).Members.ShouldBe([new("a", "x"), new("b", null)]);
        ((DuckDbMap)row[2]!).Entries.ShouldBe([new("k", 1), new("j", null)]);
        ((DuckDbList)row[3]!).ShouldBe([3, 4]);
        ((DuckDbStruct)row[4]!).Members[0].Value.ShouldBeOfType<DuckDbVariant>().ToString().ShouldBe("[1, x]");
    }

    [Fact]
    public void Constant_and_dictionary_vectors_inside_structs_are_flat_when_they_arrive()
    {
        var rows = _database.Texts(
            "SELECT {'c': 'same', 'l': [1, 2], 'n': NULL, 'r': range, 'e': "
                + "CASE range % 2 WHEN 0 THEN 'even' ELSE 'odd' END} FROM range(3000)"
        );
        rows[2500][0].ShouldBe("{'c': same, 'l': [1, 2], 'n': NULL, 'r': 2500, 'e': even}");
        rows[2999][0].ShouldBe("{'c': same, 'l': [1, 2], 'n': NULL, 'r': 2999, 'e': odd}");
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public void Enums_of_every_size_give_their_values(int size)
    {
        _database.Connection.Execute($"CREATE TYPE big AS ENUM (SELECT 'v' || range FROM range({size}) ORDER BY range)");
        _database.Values($"SELECT 'v0'::big, 'v{size - 1}'::big")[0].ShouldBe(["v0", $"v{size - 1}"]);
    }

    [Fact]
    public void Spans_of_the_wrong_size_are_refused()
    {
        using var result = _database.Connection.Query("SELECT 1, 'x'");
        using var chunk = result.Fetch()!;
        Should.Throw<InvalidOperationException>(() => chunk.Column(0).Values<long>().Length).Message.ShouldContain("INTEGER");
        Should.Throw<InvalidOperationException>(() => chunk.Column(0).Utf8(0).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => chunk.Column(0).IsNull(1));
    }

    [Fact]
    public void A_chunk_outlives_its_result_statement_and_connection()
    {
        DataChunk chunk;
        using (var other = _database.Connect())
        using (var result = other.Query("SELECT repeat('x', 100) FROM range(5)"))
        {
            chunk = result.Fetch()!;
        }

        using (chunk)
        {
            chunk.Column(0).Text(4).ShouldBe(new string('x', 100));
        }

        Should.Throw<ObjectDisposedException>(() => chunk.Column(0).Length);
    }

    [Fact]
    public void Types_are_named_as_the_engine_names_them()
    {
        var columns = string.Join(", ", TestDatabase.AllTypeColumns.Select(column => $"\"{column}\""));
        using var result = _database.Connection.Query($"SELECT {columns} FROM test_all_types()");
        var names = _database
            .Connect()
            .Query(
                $"SELECT unnest([{string.Join(", ", TestDatabase.AllTypeColumns.Select(column => $"typeof(\"{column}\")"))}]) "
                    + $"FROM test_all_types() LIMIT {TestDatabase.AllTypeColumns.Count}"
            );
        result
            .Columns.Select(column => column.Type.ToString())
            .ShouldBe(TestDatabase.Rows(names, static (column, row) => column.Text(row)).Select(row => row[0]));
    }

    [Theory]
    [InlineData("{'a': 1, 'Ab': 2, 'select': 3, 'key': 4, 'x y': 5, '铜仁': 6, 'a\"b': 7, '1a': 8}")]
    [InlineData("row(1, 'x')")]
    [InlineData("'{}'::JSON")]
    [InlineData("['{}'::JSON]")]
    [InlineData("'b'::ENUM ('a''s', 'b')")]
    [InlineData("union_value(\"order\" := 1)")]
    [InlineData("1::VARIANT")]
    [InlineData("MAP {'a': [1.5]}")]
    public void Awkward_types_are_named_as_the_engine_names_them(string expression)
    {
        using var result = _database.Connection.Query($"SELECT {expression}, typeof({expression})");
        using var chunk = result.Fetch()!;
        result.Columns[0].Type.ToString().ShouldBe(chunk.Column(1).Text(0));
    }

    [Fact]
    public void Keywords_are_those_of_the_engine() =>
        _database.Texts("SELECT keyword_name FROM duckdb_keywords() ORDER BY 1").Select(row => row[0]).ShouldBe(SqlKeywords.All);
}
