using System.Reflection;
using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb.Tests;

public sealed class NativeTests
{
    [Fact]
    public void The_library_is_the_version_that_the_binding_is_written_for() => DuckDbDatabase.EngineVersion.ShouldBe("v1.5.6");

    [Fact]
    public void Every_declared_function_exists_in_the_library()
    {
        var names = typeof(NativeMethods)
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.Name)
            .Where(name => name.StartsWith("duckdb_", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        names.Count.ShouldBeGreaterThan(80);
        var library = NativeLibrary.Load("duckdb", typeof(NativeMethods).Assembly, null);
        names.Where(name => !NativeLibrary.TryGetExport(library, name, out _)).ShouldBeEmpty();
    }

    [Fact]
    public unsafe void Structs_have_the_sizes_of_the_header()
    {
        sizeof(duckdb_hugeint).ShouldBe(16);
        sizeof(duckdb_uhugeint).ShouldBe(16);
        sizeof(duckdb_decimal).ShouldBe(24);
        sizeof(duckdb_interval).ShouldBe(16);
        sizeof(DuckDbInterval).ShouldBe(16);
        sizeof(duckdb_list_entry).ShouldBe(16);
        sizeof(duckdb_query_progress_type).ShouldBe(24);
        sizeof(duckdb_string_t).ShouldBe(16);
        sizeof(duckdb_bit).ShouldBe(16);
        sizeof(duckdb_bignum).ShouldBe(24);
        sizeof(duckdb_result).ShouldBe(48);
    }

    [Fact]
    public void Native_declarations_are_not_public() =>
        typeof(DuckDbConnection).Assembly.GetExportedTypes().Where(type => type.Namespace != "Analytics.DuckDb").ShouldBeEmpty();

    [Fact]
    public void Databases_close_when_the_last_object_on_them_is_disposed()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("duckdb").FullName, "x.duckdb");
        var database = DuckDbDatabase.Open(path, TestDatabase.Small);
        var connection = database.Connect();
        connection.Execute("CREATE TABLE t AS SELECT 1 AS a");
        var result = connection.Query("FROM t");
        var chunk = result.Fetch()!;
        database.Dispose();
        connection.Dispose();
        result.Dispose();
        chunk.Column(0).Values<int>()[0].ShouldBe(1);
        File.Exists(path + ".wal").ShouldBeTrue();
        chunk.Dispose();
        File.Exists(path + ".wal").ShouldBeFalse(); // merged into the file when the database closed
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
