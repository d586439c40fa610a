using System.Data;
using System.Reflection;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.DuckDb.Tests;

/// <summary>
/// Where the package's ADO.NET layer is wrong without a word or cannot read a type, and that this layer is not. A test that fails because
/// the package was mended says that a way round it can go.
/// </summary>
public sealed class PackageTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly DuckDBConnection _ado = new("DataSource=:memory:;errors_as_json=true;threads=2");

    public PackageTests() => _ado.Open();

    public void Dispose()
    {
        _ado.Dispose();
        _database.Dispose();
    }

    [Theory]
    [InlineData("12345678901234567890123456.1234567890")]
    [InlineData("9999999999999999999999999999.9999999999")]
    public void A_decimal_of_38_digits_is_rounded_by_the_reader_and_exact_here(string digits)
    {
        var sql = $"SELECT {digits}::DECIMAL(38, 10)";
        Read(sql, reader => reader.GetDecimal(0)).ShouldNotBe(0);
        Read(sql, reader => reader.GetValue(0).ToString()).ShouldNotBe(digits);
        _database.Texts(sql)[0].ShouldBe([digits]);
        DuckDbValues.ToText(_database.Connection.Rows(sql, row => row.Decimal(0))[0]).ShouldBe(digits);
    }

    [Fact]
    public void A_timestamp_of_nanoseconds_is_cut_by_the_reader_and_exact_here()
    {
        const string Sql = "SELECT '2262-04-11 23:47:16.854775806'::TIMESTAMP_NS";
        Read(Sql, reader => reader.GetDateTime(0).Ticks % TimeSpan.TicksPerMicrosecond * 100).ShouldNotBe(806);
        _database.Texts(Sql)[0].ShouldBe(["2262-04-11 23:47:16.854775806"]);
    }

    [Fact]
    public void Text_with_a_nul_is_whole_in_results_but_not_in_a_command()
    {
        const string Sql = "SELECT 'x' || chr(0) || 'y'";
        Read(Sql, reader => reader.GetString(0)).ShouldBe("x\0y");
        _database.Connection.Rows(Sql, row => row.Text(0)).ShouldBe(["x\0y"]);
        Read("SELECT 1\0 FROM nowhere", reader => reader.GetInt32(0)).ShouldBe(1);
        Should.Throw<DuckDbException>(() => _database.Connection.Rows("SELECT 1\0 FROM nowhere", row => row.Whole(0)));
    }

    [Theory]
    [InlineData("SELECT 1::UNION(i INTEGER, s VARCHAR)", "1")]
    [InlineData("SELECT 1::VARIANT", "1")]
    [InlineData("SELECT '12:00:00.000000001'::TIME_NS", "12:00:00.000000001")]
    [InlineData("SELECT 'POINT (1 2)'::GEOMETRY", "POINT (1 2)")]
    public void Types_that_the_reader_refuses_are_read_here(string sql, string text)
    {
        Should.Throw<ArgumentException>(() => Read(sql, reader => reader.GetValue(0)));
        _database.Texts(sql)[0].ShouldBe([text]);
    }

    [Theory]
    [InlineData("SELECT [1, NULL, 3]", "[1, NULL, 3]")]
    [InlineData("SELECT [1, NULL, 3]::INTEGER[3]", "[1, NULL, 3]")]
    [InlineData("SELECT {'a': [1, NULL]}", "{'a': [1, NULL]}")]
    public void Lists_with_null_are_refused_by_the_reader_and_read_here(string sql, string text)
    {
        Should.Throw<InvalidCastException>(() => Read(sql, reader => reader.GetValue(0)));
        _database.Texts(sql)[0].ShouldBe([text]);
    }

    [Fact]
    public void Nested_values_are_built_by_reflection_in_the_reader_and_never_here()
    {
        // Where code is compiled at run time the reader gives collections of these classes; a native program has no
        // code for them and throws, so nothing of the product reads nested values through it.
        Read("SELECT {'a': 1}", reader => reader.GetValue(0)).ShouldBeOfType<Dictionary<string, object>>();
        Read("SELECT MAP {'a': [1]}", reader => reader.GetValue(0)).ShouldBeOfType<Dictionary<string, List<int>>>();
        _database.Value("SELECT {'a': 1}").ShouldBeOfType<DuckDbStruct>();
        _database.Value("SELECT MAP {'a': [1]}").ShouldBeOfType<DuckDbMap>();
    }

    [Fact]
    public void Text_is_bound_by_the_package_only_up_to_a_nul_and_whole_here()
    {
        Bound("x\0y", "SELECT length($v)").ShouldBe(1L);
        Own("SELECT length($v)", "x\0y").ShouldBe(3L);
    }

    [Fact]
    public void Large_integers_and_intervals_are_bound_as_text_by_the_package_and_as_themselves_here()
    {
        Bound((Int128)1, "SELECT typeof($v)").ShouldBe("VARCHAR");
        Own("SELECT typeof($v)", (Int128)1).ShouldBe("HUGEINT");
        Bound(new DuckDBInterval(1, 2, 3), "SELECT typeof($v)").ShouldBe("VARCHAR");
        Own("SELECT typeof($v)", new DuckDbInterval(1, 2, 3)).ShouldBe("INTERVAL");
    }

    [Fact]
    public void A_parameter_that_the_statement_does_not_have_is_ignored_by_the_package_and_refused_here()
    {
        using var command = _ado.CreateCommand();
        command.CommandText = "SELECT $county";
        command.Parameters.Add(new DuckDBParameter("county", "思南"));
        command.Parameters.Add(new DuckDBParameter("place", "江口"));
        command.ExecuteScalar().ShouldBe("思南");
        using var statement = _database.Connection.Prepare("SELECT $county");
        Should.Throw<DuckDbException>(() => statement.Bind("place", "江口")).Message.ShouldContain("place");
    }

    [Fact]
    public void Preparing_does_nothing_in_the_package_and_finds_errors_here()
    {
        using var command = _ado.CreateCommand();
        command.CommandText = "SELEC nonsense";
        Should.NotThrow(command.Prepare);
        Should.Throw<DuckDbException>(() => _database.Connection.Prepare("SELEC nonsense")).Kind.ShouldBe(DuckDbErrorKind.Parser);
    }

    [Fact]
    public void Asking_for_columns_alone_runs_the_statement_in_the_package_and_not_here()
    {
        const string Sql = "SELECT nextval('ran') AS n";
        Run("CREATE SEQUENCE ran");
        using (var command = _ado.CreateCommand())
        {
            command.CommandText = Sql;
            command.ExecuteReader(CommandBehavior.SchemaOnly).Dispose();
        }

        Read(Sql, reader => reader.GetInt64(0)).ShouldBe(2);
        _database.Connection.Execute("CREATE SEQUENCE ran");
        using (var statement = _database.Connection.Prepare(Sql))
        {
            statement.Columns()[0].ShouldBe(new ResultColumn("n", new DuckDbType { Id = DuckDbTypeId.BigInt }));
        }

        _database.Value(Sql).ShouldBe(1L);
    }

    [Theory]
    [InlineData("SELEC 1", DuckDbErrorKind.Parser)]
    [InlineData("SELECT zz", DuckDbErrorKind.Binder)]
    [InlineData("FROM nowhere", DuckDbErrorKind.Catalog)]
    public void Errors_before_the_run_have_no_class_in_the_package_and_have_one_here(string sql, DuckDbErrorKind kind)
    {
        Should.Throw<DuckDBException>(() => Read(sql, reader => reader.GetValue(0))).ErrorType.ShouldBe(DuckDBErrorType.Invalid);
        Should.Throw<DuckDbException>(() => _database.Connection.Execute(sql)).Kind.ShouldBe(kind);
        Should.Throw<DuckDbException>(() => _database.Connection.Rows(sql, row => row.Text(0))).Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_file_opened_twice_by_the_package_has_the_first_options_and_is_opened_once_here()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb");
        var path = Path.Combine(folder.FullName, "x.duckdb");
        using (var first = new DuckDBConnection($"DataSource={path};threads=1"))
        using (var second = new DuckDBConnection($"DataSource={path};threads=2"))
        {
            first.Open();
            second.Open();
            using var command = second.CreateCommand();
            command.CommandText = "SELECT current_setting('threads')";
            command.ExecuteScalar().ShouldBe(1L);
        }

        var one = new Dictionary<string, string> { ["threads"] = "1" };
        var two = new Dictionary<string, string> { ["threads"] = "2" };
        var database = DuckDbDatabase.Open(path, one);
        var connection = database.Connect();
        database.Dispose();
        Should.Throw<DuckDbException>(() => DuckDbDatabase.Open(path, two)).Message.ShouldContain(path);
        Should.Throw<DuckDbException>(() => DuckDbDatabase.Open(path.ToUpperInvariant(), two)).Message.ShouldContain(path);
        connection.Dispose();
        using (var again = DuckDbDatabase.Open(path, two))
        using (var other = again.Connect())
        {
            other.Rows("SELECT current_setting('threads')", row => row.Whole(0)).ShouldBe([2L]);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Kinds_of_statement_are_one_off_in_the_package_from_18_on()
    {
        ((int)DuckDBStatementType.Vacuum).ShouldBe((int)StatementKind.Vacuum + 1);
        ((int)DuckDBStatementType.Detach).ShouldBe((int)StatementKind.Detach + 1);
        ((int)DuckDBStatementType.Pragma).ShouldBe((int)StatementKind.Pragma);
    }

    [Fact]
    public void Types_of_the_packages_own_stay_within_this_layer() =>
        typeof(DuckDbDatabase)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(member => IsSeenFromOutside(member) && Types(member).Any(IsOfThePackage))
            .Select(member => $"{member.DeclaringType}.{member.Name}")
            .ShouldBeEmpty();

    private static bool IsSeenFromOutside(MemberInfo member) =>
        member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            _ => false, // a property or an event is seen by its methods
        };

    private static IEnumerable<Type> Types(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            MethodBase constructor => constructor.GetParameters().Select(p => p.ParameterType),
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    private static bool IsOfThePackage(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("DuckDB.NET", StringComparison.Ordinal)
        || (type.HasElementType && IsOfThePackage(type.GetElementType()!))
        || type.GenericTypeArguments.Any(IsOfThePackage);

    private void Run(string sql)
    {
        using var command = _ado.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private T Read<T>(string sql, Func<DuckDBDataReader, T> value)
    {
        using var command = _ado.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        return value(reader);
    }

    private object? Bound(object value, string sql)
    {
        using var command = _ado.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new DuckDBParameter("v", value));
        return command.ExecuteScalar();
    }

    private object? Own(string sql, object value)
    {
        using var statement = _database.Connection.Prepare(sql);
        statement.Bind("v", value);
        using var result = statement.Execute();
        return TestDatabase.Rows(result, static (column, row) => column.Value(row))[0][0];
    }
}
