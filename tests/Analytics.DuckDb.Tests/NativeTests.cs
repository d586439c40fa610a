using System.Reflection;
using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;
using DuckDB.NET.Native;

namespace Analytics.DuckDb.Tests;

public sealed class NativeTests
{
    [Fact]
    public void The_library_is_the_version_that_the_binding_is_written_for() => DuckDbDatabase.EngineVersion.ShouldBe("v1.5.6");

    [Fact]
    public void Every_declared_function_exists_in_the_library()
    {
        var names = typeof(MissingMethods)
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.Name)
            .Where(name => name.StartsWith("duckdb_", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        names.Count.ShouldBe(26);
        var library = NativeLibrary.Load("duckdb", typeof(MissingMethods).Assembly, null);
        names.Where(name => !NativeLibrary.TryGetExport(library, name, out _)).ShouldBeEmpty();
    }

    [Fact]
    public unsafe void Structures_that_vectors_hold_have_the_engines_sizes()
    {
        sizeof(DuckDbInterval).ShouldBe(16);
        sizeof(DuckDBHugeInt).ShouldBe(16);
        sizeof(DuckDBUHugeInt).ShouldBe(16);
        sizeof(DuckDBListEntry).ShouldBe(16);
        sizeof(DuckDBResult).ShouldBe(48);
        sizeof(BitBytes).ShouldBe(16);
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
