using System.Numerics;

namespace Analytics.DuckDb.Tests;

public sealed class ParameterTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    public static TheoryData<object?, string, string> Kinds() =>
        new()
        {
            { true, "BOOLEAN", "true" },
            { (sbyte)-128, "TINYINT", "-128" },
            { (short)-32768, "SMALLINT", "-32768" },
            { int.MinValue, "INTEGER", "-2147483648" },
            { long.MinValue, "BIGINT", "-9223372036854775808" },
            { byte.MaxValue, "UTINYINT", "255" },
            { ushort.MaxValue, "USMALLINT", "65535" },
            { uint.MaxValue, "UINTEGER", "4294967295" },
            { ulong.MaxValue, "UBIGINT", "18446744073709551615" },
            { Int128.MinValue, "HUGEINT", "-170141183460469231731687303715884105728" },
            { UInt128.MaxValue, "UHUGEINT", "340282366920938463463374607431768211455" },
            { -BigInteger.Pow(10, 50), "BIGNUM", "-1" + new string('0', 50) },
            { BigInteger.Zero, "BIGNUM", "0" },
            { 1.5f, "FLOAT", "1.5" },
            { -0.0, "DOUBLE", "-0.0" },
            { 1033.12m, "DECIMAL(38,2)", "1033.12" },
            { decimal.MinValue, "DECIMAL(38,0)", "-79228162514264337593543950335" },
            { 0.0000000000000000000000000001m, "DECIMAL(38,28)", "0.0000000000000000000000000001" },
            { new DuckDbDecimal(-5, 4, 3), "DECIMAL(4,3)", "-0.005" },
            {
                new DuckDbDecimal(Int128.Parse("12345678901234567890123456789012345678"), 38, 10),
                "DECIMAL(38,10)",
                "1234567890123456789012345678.9012345678"
            },
            { "铜仁😀\0x", "VARCHAR", "铜仁😀\0x" },
            { "", "VARCHAR", "" },
            { new byte[] { 0, 65, 255 }, "BLOB", "\\x00A\\xFF" },
            { Array.Empty<byte>(), "BLOB", "" },
            { DuckDbBits.Parse("10101010101"), "BIT", "10101010101" },
            { DuckDbBits.Parse("11110000"), "BIT", "11110000" },
            { Guid.Parse("80112233-4455-6677-8899-aabbccddeeff"), "UUID", "80112233-4455-6677-8899-aabbccddeeff" },
            { new DateOnly(1, 1, 1), "DATE", "0001-01-01" },
            { new DuckDbDate(-DuckDbDate.Infinity), "DATE", "-infinity" },
            { new TimeOnly(23, 59, 59, 999, 999), "TIME", "23:59:59.999999" },
            { new DuckDbTime(86_400_000_000), "TIME", "24:00:00" },
            { new DuckDbTimeNs(1), "TIME_NS", "00:00:00.000000001" },
            { new DuckDbTimeTz(0, -3600), "TIME WITH TIME ZONE", "00:00:00-01" },
            { new DateTime(1960, 2, 29, 1, 2, 3, 4, 5), "TIMESTAMP", "1960-02-29 01:02:03.004005" },
            { new DateTimeOffset(2020, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)), "TIMESTAMP WITH TIME ZONE", "2020-01-01 00:00:00+00" },
            { new DuckDbTimestamp(1, DuckDbTimestampUnit.Seconds), "TIMESTAMP_S", "1970-01-01 00:00:01" },
            { new DuckDbTimestamp(1, DuckDbTimestampUnit.Milliseconds), "TIMESTAMP_MS", "1970-01-01 00:00:00.001" },
            { new DuckDbTimestamp(1, DuckDbTimestampUnit.Nanoseconds), "TIMESTAMP_NS", "1970-01-01 00:00:00.000000001" },
            {
                new DuckDbTimestamp(1, DuckDbTimestampUnit.Microseconds, IsUtc: true),
                "TIMESTAMP WITH TIME ZONE",
                "1970-01-01 00:00:00.000001+00"
            },
            { TimeSpan.FromSeconds(-1.5), "INTERVAL", "-00:00:01.5" },
            { new DuckDbInterval(-13, 1, 0), "INTERVAL", "-1 year -1 month 1 day" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_arrive_with_their_type_and_return_unchanged(object? value, string type, string text)
    {
        _database.Connection.Execute("SET TimeZone = 'UTC'");
        using var statement = _database.Connection.Prepare("SELECT typeof($v), $v::VARCHAR, $v");
        statement.Bind("v", value);
        using var result = statement.Execute();
        var row = TestDatabase.Rows(result, static (column, row) => column.Value(row))[0];
        row[0].ShouldBe(type);
        row[1].ShouldBe(text);
        DuckDbValues.ToText(row[2]).ShouldBe(text);
    }

    [Fact]
    public void Null_binds_as_null() => Run("SELECT $v IS NULL", ("v", null)).ShouldBe([true]);

    [Fact]
    public void Names_are_listed_once_in_the_order_of_the_engine_and_matched_without_case()
    {
        using var statement = _database.Connection.Prepare("SELECT $county, $year, $county");
        statement.ParameterNames.ShouldBe(["county", "year"]);
        statement.Bind("COUNTY", "思南");
        statement.Bind("year", 2020);
        using var result = statement.Execute();
        TestDatabase.Rows(result, static (column, row) => column.Value(row))[0].ShouldBe(["思南", 2020, "思南"]);
    }

    [Fact]
    public void Positional_parameters_are_named_by_number()
    {
        using var statement = _database.Connection.Prepare("SELECT ? + ?");
        statement.ParameterNames.ShouldBe(["1", "2"]);
        Run("SELECT ? || ?", ("1", "a"), ("2", "b")).ShouldBe(["ab"]);
    }

    [Fact]
    public void Expected_types_are_told_where_the_engine_knows_them()
    {
        using var statement = _database.Connection.Prepare("SELECT $a FROM range(3) t(i) WHERE i = $c");
        statement.ParameterType("c").ToString().ShouldBe("BIGINT");
        statement.ParameterType("a").Id.ShouldBe(DuckDbTypeId.Invalid);
    }

    [Fact]
    public void Statements_run_again_with_other_values()
    {
        using var statement = _database.Connection.Prepare("SELECT $v::INTEGER * 2");
        foreach (var value in new[] { 1, 21 })
        {
            statement.Bind("v", value);
            using var result = statement.Execute();
            TestDatabase.Rows(result, static (column, row) => column.Value(row))[0].ShouldBe([value * 2]);
        }
    }

    [Fact]
    public void Missing_unknown_and_unbindable_parameters_are_named()
    {
        using var statement = _database.Connection.Prepare("SELECT $county, $year");
        Should
            .Throw<DuckDbException>(() => statement.Bind("place", 1))
            .Message.ShouldBe("Invalid Input Error: the statement has no parameter 'place'; it has county, year");
        Should.Throw<DuckDbException>(() => statement.Bind("year", new object())).Message.ShouldContain("System.Object");
        Should.Throw<DuckDbException>(() => statement.Bind("year", new DuckDbDecimal(1, 50, 60))).Message.ShouldContain("refused");
        statement.Bind("year", 1);
        Should.Throw<DuckDbException>(() => statement.Execute()).Message.ShouldContain("county");
    }

    private object?[] Run(string sql, params (string Name, object? Value)[] parameters)
    {
        using var statement = _database.Connection.Prepare(sql);
        foreach (var (name, value) in parameters)
        {
            statement.Bind(name, value);
        }

        using var result = statement.Execute();
        return TestDatabase.Rows(result, static (column, row) => column.Value(row))[0];
    }
}
