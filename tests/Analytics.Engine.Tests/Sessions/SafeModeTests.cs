using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Tests.Sessions;

/// <summary>What SQL of a stranger's may do in a safe session.</summary>
public sealed class SafeModeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalyticsSession _session;
    private readonly string _database;
    private readonly byte[] _before;

    public SafeModeTests()
    {
        _database = Path.Combine(_folder.Path, "theirs.duckdb");
        using (var made = DuckDbDatabase.Open(_database))
        using (var connection = made.Connect())
            connection.Execute("CREATE TABLE t AS SELECT 42 AS a");
        File.WriteAllText(Path.Combine(_folder.Path, "secret.csv"), "word\nhidden\n");
        _before = File.ReadAllBytes(_database);
        _session = TestHome.Open(safe: true, _database);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_attempt_at_files_databases_settings_logs_or_secrets_is_refused_and_leaves_nothing_behind()
    {
        var attempts = SafeModeAttempts.All(_folder.Path, _database);
        attempts.Count.ShouldBeGreaterThanOrEqualTo(200);
        var (settings, files) = (Settings(), Files());
        var got = attempts.Where(sql => !IsRefused(sql)).ToArray();
        got.ShouldBeEmpty();
        Settings().ShouldBe(settings);
        Files().ShouldBe(files);
        File.ReadAllBytes(_database).ShouldBe(_before);
        Rows("SELECT database_name FROM duckdb_databases() WHERE NOT internal ORDER BY 1").ShouldBe("memory|theirs");
        Directory.Exists(".tmp").ShouldBeFalse();
    }

    [Fact]
    public void Reading_computing_and_tables_views_and_macros_in_memory_are_allowed()
    {
        string[] allowed =
        [
            "SELECT count(*) FROM figures",
            "SELECT 'COPY t TO ''x'' (SET); read_csv(' AS said, \"read_csv\" FROM (SELECT 1 AS read_csv)",
            "/* COPY */ FROM theirs.t -- PRAGMA",
            "(SELECT 1) UNION ALL (SELECT 2)",
            "WITH a AS (SELECT 1 AS x) FROM a",
            "CREATE TABLE mine AS SELECT * FROM range(10) AS r(i)",
            "INSERT INTO mine VALUES (11)",
            "UPDATE mine SET i = 12 WHERE i = 11",
            "DELETE FROM mine WHERE i = 12",
            "MERGE INTO mine USING (SELECT 3 AS i) AS n ON mine.i = n.i WHEN MATCHED THEN DELETE",
            "ALTER TABLE mine ADD COLUMN note VARCHAR",
            "CREATE VIEW seen AS FROM mine",
            "CREATE MACRO twice(x) AS 2 * x",
            "CREATE MACRO upto(n) AS TABLE FROM range(n)",
            "SELECT twice(21), (SELECT count(*) FROM upto(3))",
            "CREATE TEMP TABLE short AS FROM upto(2)",
            "CREATE TYPE mood AS ENUM ('ok')",
            "CREATE SCHEMA own",
            "CREATE TABLE own.copy AS SELECT 1 AS attach",
            "COMMENT ON TABLE mine IS 'PRAGMA'",
            "DESCRIBE mine",
            "SUMMARIZE mine",
            "SHOW TABLES",
            "EXPLAIN SELECT 1",
            "EXPLAIN (FORMAT json) SELECT 1",
            "EXPLAIN ANALYZE SELECT 1",
            "PIVOT (SELECT 'a' AS k, 1 AS v) ON k USING sum(v)",
            "UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b",
            "PREPARE p AS SELECT $1 + 1",
            "EXECUTE p(1)",
            "DEALLOCATE p",
            "SET VARIABLE v = 42",
            "SELECT getvariable('v')",
            "RESET VARIABLE v",
            "BEGIN",
            "ROLLBACK",
            "SELECT name FROM duckdb_settings() LIMIT 1",
            "SELECT json_extract('{\"a\":1}', '$.a'), list_transform([1], lambda x: x + 1), repeat('a', 2)",
            "SELECT * FROM unnest([1, 2]), json_each('[1]'), generate_series(2)",
            "VALUES (1)",
            "TABLE mine",
            "DROP TABLE mine CASCADE",
        ];
        foreach (var sql in allowed)
            Should.NotThrow(() => Drain(sql), sql);
    }

    [Fact]
    public void A_refusal_names_what_is_not_allowed_and_why_in_both_languages()
    {
        var refusal = Should.Throw<UserException>(() => Drain("SELECT 1; COPY figures TO 'x.csv'"));
        refusal.Text.En.ShouldBe(
            "Safe mode does not allow COPY: it reaches files. Reading and computing are allowed, and tables, views and macros in memory."
        );
        refusal.Text.Zh.ShouldBe("安全模式不允许 COPY：会读写文件。可以查询、计算，也可以在内存中建表、视图和宏。");
        Should.Throw<UserException>(() => Drain("SELECT * FROM read_text('x')")).Message.ShouldContain("read_text: it reaches files");
    }

    [Fact]
    public void Each_function_of_the_engine_that_does_more_than_compute_was_judged()
    {
        using var database = DuckDbDatabase.Open();
        using var connection = database.Connect();
        var tables = connection.Rows(SafeStatements.TableFunctionsSql, row => row.Text(0)).ToHashSet();
        SafeStatements.AllowedTableFunctions.Where(name => !tables.Contains(name)).ShouldBeEmpty("the engine has no such table function");
        var acting = connection.Rows(
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = 'scalar' AND has_side_effects ORDER BY 1",
            row => row.Text(0)
        );
        // Each computes, or counts in memory; a later engine's new ones must be looked at.
        string[] harmless =
        [
            "currval",
            "current_connection_id",
            "current_query",
            "current_query_id",
            "current_transaction_id",
            "error",
            "gen_random_uuid",
            "nextval",
            "random",
            "setseed",
            "sleep_ms",
            "stats",
            "uuid",
            "uuidv4",
            "uuidv7",
        ];
        acting.Where(name => !SafeStatements.RefusedFunctions.Contains(name) && !harmless.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_of_a_table_is_not_taken_for_the_file_of_an_opened_database()
    {
        Rows("SELECT a FROM theirs.t").ShouldBe("42");
        Rows("SELECT a FROM theirs.main.t").ShouldBe("42");
    }

    private bool IsRefused(string sql)
    {
        try
        {
            Drain(sql);
            return false;
        }
        catch (UserException)
        {
            return true;
        }
        catch (DuckDbException e)
        {
            // Files that nobody opened, and databases that are read-only, the engine itself keeps closed.
            return e.Kind is DuckDbErrorKind.Permission or DuckDbErrorKind.Catalog
                || e.Message.Contains("read-only", StringComparison.Ordinal);
        }
    }

    private void Drain(string sql)
    {
        using var running = _session.Run(sql, ParameterValues.None);
        while (running.Fetch() is { } chunk)
            chunk.Dispose();
    }

    private string Rows(string sql)
    {
        using var table = ResultTable.Read(_session.Run(sql, ParameterValues.None));
        return string.Join('|', Enumerable.Range(0, (int)table.RowCount).Select(row => table.Text(row, 0)));
    }

    private string Settings() => Rows("SELECT name || '=' || coalesce(value, '') FROM duckdb_settings() ORDER BY name");

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
