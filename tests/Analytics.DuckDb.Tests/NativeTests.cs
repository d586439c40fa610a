using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Analytics.DuckDb.Native;

namespace Analytics.DuckDb.Tests;

public sealed class NativeTests
{
    [Fact]
    public void The_library_is_the_version_that_the_binding_is_written_for() => DuckDbLibrary.Version.ShouldBe("v1.5.5");

    [Fact]
    public void Every_declared_function_exists_in_the_library()
    {
        var names = typeof(NativeMethods).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.Name).Where(name => name.StartsWith("duckdb_", StringComparison.Ordinal)).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(80);
        var library = NativeLibrary.Load(DuckDbLibrary.FilePath);
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
    public void A_missing_library_is_one_clear_error()
    {
        var error = Should.Throw<DuckDbException>(() => DuckDbLibrary.LoadFrom("/no/such/libduckdb.so"));
        error.Kind.ShouldBe(DuckDbErrorKind.Library);
        error.Message.ShouldContain("/no/such/libduckdb.so");
        error.Message.ShouldContain("There is no such file");
        error.Message.ShouldContain(DuckDbLibrary.PathVariable);
    }

    [Fact]
    public void A_file_that_is_no_library_is_one_clear_error()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "no library");
        try
        {
            Should.Throw<DuckDbException>(() => DuckDbLibrary.LoadFrom(path)).Message.ShouldContain("cannot be loaded");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Opening_and_closing_databases_does_not_grow()
    {
        OpenAndClose(50);
        var before = ResidentMegabytes();
        OpenAndClose(500);
        (ResidentMegabytes() - before).ShouldBeLessThan(40);
    }

    [Fact]
    public void Connections_statements_results_and_failures_do_not_grow()
    {
        using var database = DuckDbDatabase.Open(options: TestDatabase.Small);
        RunCycles(database, 1_000);
        var before = ResidentMegabytes();
        RunCycles(database, 10_000);
        (ResidentMegabytes() - before).ShouldBeLessThan(20);
    }

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

    private static void OpenAndClose(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var database = DuckDbDatabase.Open(options: TestDatabase.Small);
            using var connection = database.Connect();
            using var result = connection.Query("SELECT 1");
            result.Fetch()!.Dispose();
        }
    }

    private static void RunCycles(DuckDbDatabase database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var connection = database.Connect();
            using var statement = connection.Prepare("SELECT $v, repeat('x', 1000), [1, 2], 'b'::ENUM ('a', 'b')");
            statement.Bind("v", "a text that does not fit into the vector itself");
            using var result = statement.Execute();
            using var chunk = result.Fetch()!;
            _ = chunk.Column(2).Value(0);
            switch (i % 4)
            {
                case 0:
                    Should.Throw<DuckDbException>(() => connection.Prepare("SELECT nosuch"));
                    break;
                case 1:
                    Should.Throw<DuckDbException>(() => connection.Extract("SELECT 1 FORM"));
                    break;
                case 2:
                    Should.Throw<DuckDbException>(() => connection.Query("SELECT error('x')"));
                    break;
                default:
                    connection.TableNames("FROM a, b");
                    break;
            }
        }
    }

    private static double ResidentMegabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }
}
