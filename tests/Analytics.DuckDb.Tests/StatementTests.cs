namespace Analytics.DuckDb.Tests;

public sealed class StatementTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("SELECT 1", "SELECT 1")]
    [InlineData("  -- note; note\n SELECT 1 ; ; /* a; /* b; */ c */ SELECT ';' -- end;", "SELECT 1", "SELECT ';'")]
    [InlineData(
        "SELECT $$ ; $$; SELECT $t$ ; $$ $t$; SELECT $a;SELECT $b",
        "SELECT $$ ; $$",
        "SELECT $t$ ; $$ $t$",
        "SELECT $a",
        "SELECT $b"
    )]
    [InlineData("SELECT $1;SELECT $2, ?", "SELECT $1", "SELECT $2, ?")]
    [InlineData(
        "SELECT 'it''s;', e'a\\';b', \"a;\"\"b\" FROM (SELECT 1 AS \"a;\"\"b\")",
        "SELECT 'it''s;', e'a\\';b', \"a;\"\"b\" FROM (SELECT 1 AS \"a;\"\"b\")"
    )]
    [InlineData("SELECT 'x\\'; SELECT 2", "SELECT 'x\\'", "SELECT 2")]
    [InlineData("SELECT 1 AS 铜仁;SELECT 2 AS a$b", "SELECT 1 AS 铜仁", "SELECT 2 AS a$b")]
    [InlineData("SELECT 1--2\n;SELECT 4/*;*/- -3", "SELECT 1", "SELECT 4/*;*/- -3")]
    [InlineData(
        "CREATE TABLE t (a INTEGER);INSERT INTO t VALUES (1);\u00a0FROM t;\u3000",
        "CREATE TABLE t (a INTEGER)",
        "INSERT INTO t VALUES (1)",
        "FROM t"
    )]
    [InlineData("CREATE MACRO f(a) AS a || ';'; SELECT f('b')", "CREATE MACRO f(a) AS a || ';'", "SELECT f('b')")]
    [InlineData("SELECT x'41', b'0;1', 1e1, E'\\\\';SELECT 1", "SELECT x'41', b'0;1', 1e1, E'\\\\'", "SELECT 1")]
    [InlineData("-- nothing\n/* at all; */ ;;")]
    [InlineData("")]
    public void Scripts_are_split_as_the_engine_splits_them(string script, params string[] statements)
    {
        using var set = _database.Connection.Extract(script);
        set.Count.ShouldBe(statements.Length);
        for (var i = 0; i < set.Count; i++)
        {
            set.Text(i).ShouldBe(statements[i]);
        }
    }

    [ForAnyChoices(200)]
    public void Random_scripts_are_split_as_the_engine_splits_them(Choices random)
    {
        string[] statements =
        [
            "SELECT 1",
            "SELECT ';'",
            "SELECT 'a''; --'",
            "SELECT $$;$$",
            "SELECT $x$;$$;$x$",
            "SELECT \"a;\" FROM (SELECT 1 AS \"a;\")",
            "SELECT e'\\';'",
            "SELECT '\\'",
            "SELECT 1 /* ; */ + 1",
            "SELECT 1 -- ;\n + 1",
            "SELECT $p",
            "VALUES (1), ('铜;仁')",
            "FROM 表",
            "SELECT a$b FROM t",
            "SELECT 1 - -1",
            "SELECT [1, 2][1:2]",
            "SELECT 'x'::VARCHAR",
            "SET x = 'y;z'",
            "SELECT 4/2*3",
        ];
        string[] between = [";", " ;; ", ";\n", "; -- it's; $$\n", ";/* ' /* ; */ \" */", "\u3000;\t", ";\r\n\r\n"];
        var chosen = random.GetItems(statements, random.Next(1, 6));
        var script = string.Concat(chosen.Select(statement => statement + between[random.Next(between.Length)]));
        using var set = _database.Connection.Extract(script);
        Enumerable.Range(0, set.Count).Select(set.Text).ShouldBe(chosen, script);
    }

    [Fact]
    public void Statements_made_of_one_share_its_range()
    {
        const string Pivot = "PIVOT sales ON county USING sum(v)";
        _database.Connection.Execute("CREATE TABLE sales AS SELECT 'c' || range % 3 AS county, range AS v FROM range(9)");
        using var set = _database.Connection.Extract($"SELECT 1; {Pivot}; SELECT 2");
        set.Count.ShouldBeGreaterThan(3);
        set.Text(0).ShouldBe("SELECT 1");
        for (var i = 1; i < set.Count - 1; i++)
        {
            set.Text(i).ShouldBe(Pivot);
        }

        set.Text(set.Count - 1).ShouldBe("SELECT 2");
        _database.Texts(Pivot).ShouldHaveSingleItem().ShouldBe(["9", "12", "15"]);
    }

    [Fact]
    public void Statements_are_prepared_after_those_before_them_ran()
    {
        using var set = _database.Connection.Extract("CREATE TABLE late AS SELECT 5 AS a; SELECT a FROM late");
        using (var create = set.Prepare(0))
        using (var done = create.Execute())
        {
            create.Kind.ShouldBe(StatementKind.Create);
            done.ReturnsRows.ShouldBeFalse();
        }

        using var select = set.Prepare(1);
        using var result = select.Execute();
        TestDatabase.Rows(result, static (column, row) => column.Value(row)).ShouldHaveSingleItem().ShouldBe([5]);
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2", 10)]
    [InlineData("-- nothing", null)]
    public void Query_wants_exactly_one_statement(string sql, int? position) =>
        Should.Throw<DuckDbException>(() => _database.Connection.Query(sql)).Position.ShouldBe(position);

    /// <summary>One statement of each kind that the engine's parser makes, in an order in which all of them run.</summary>
    private static readonly (string Sql, StatementKind Kind)[] OneOfEachKind =
    [
        ("SELECT 1", StatementKind.Select),
        ("CREATE TABLE t (a INTEGER)", StatementKind.Create),
        ("INSERT INTO t VALUES (1)", StatementKind.Insert),
        ("UPDATE t SET a = 1", StatementKind.Update),
        ("MERGE INTO t USING (SELECT 2 AS a) s ON t.a = s.a WHEN NOT MATCHED THEN INSERT", StatementKind.MergeInto),
        ("DELETE FROM t", StatementKind.Delete),
        ("EXPLAIN SELECT 1", StatementKind.Explain),
        ("PREPARE p AS SELECT 1", StatementKind.Prepare),
        ("EXECUTE p", StatementKind.Execute),
        ("ALTER TABLE t ADD COLUMN b INTEGER", StatementKind.Alter),
        ("BEGIN", StatementKind.Transaction),
        ("COMMIT", StatementKind.Transaction),
        ("COPY (SELECT 1) TO '{folder}/t.csv'", StatementKind.Copy),
        ("EXPORT DATABASE '{folder}/export'", StatementKind.Export),
        ("SET threads = 1", StatementKind.Set),
        ("PRAGMA disable_progress_bar", StatementKind.Pragma),
        ("VACUUM", StatementKind.Vacuum),
        ("CALL pragma_version()", StatementKind.Call),
        ("LOAD json", StatementKind.Load),
        ("UPDATE EXTENSIONS", StatementKind.UpdateExtensions),
        ("ATTACH ':memory:' AS other", StatementKind.Attach),
        ("COPY FROM DATABASE memory TO other", StatementKind.CopyDatabase),
        ("DETACH other", StatementKind.Detach),
        ("DROP TABLE t", StatementKind.Drop),
    ];

    [Fact]
    public void Kinds_of_statement_are_those_of_the_engine_before_and_after_the_run()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb");
        _database.Connection.Execute($"SET extension_directory = '{folder.FullName}'"); // extensions of this machine are left alone
        foreach (var (sql, kind) in OneOfEachKind)
        {
            using var set = _database.Connection.Extract(sql.Replace("{folder}", folder.FullName, StringComparison.Ordinal));
            var kinds = new HashSet<StatementKind>();
            for (var index = 0; index < set.Count; index++)
            {
                using var statement = set.Prepare(index);
                using var result = statement.Execute();
                result.Kind.ShouldBe(statement.Kind, sql);
                kinds.Add(statement.Kind);
            }

            kinds.ShouldContain(kind, sql);
        }

        folder.Delete(recursive: true);
        StatementKind[] neverMadeByTheParser =
        [
            StatementKind.Invalid,
            StatementKind.Analyze, // runs as a VACUUM
            StatementKind.VariableSet, // runs as a SET
            StatementKind.CreateFunction, // runs as a CREATE
            StatementKind.Relation,
            StatementKind.Extension,
            StatementKind.LogicalPlan,
            StatementKind.Multi, // divided when it is extracted
        ];
        Enum.GetValues<StatementKind>().Except(OneOfEachKind.Select(one => one.Kind)).ShouldBe(neverMadeByTheParser);
    }

    [Fact]
    public void Changed_rows_are_counted()
    {
        _database.Connection.Execute("CREATE TABLE t (a INTEGER)");
        using var insert = _database.Connection.Query("INSERT INTO t SELECT range FROM range(3000)");
        (insert.RowsChanged, insert.ReturnsRows).ShouldBe((3000, false));
        using var delete = _database.Connection.Query("DELETE FROM t WHERE a < 10");
        delete.RowsChanged.ShouldBe(10);
        using var select = _database.Connection.Query("FROM t");
        (select.RowsChanged, select.ReturnsRows).ShouldBe((0, true));
    }

    [Fact]
    public void Columns_are_known_before_the_run()
    {
        using var statement = _database.Connection.Prepare("SELECT 1 AS a, [1.5] AS a, $p::DATE AS \"日期\"");
        statement
            .Columns()
            .Select(column => (column.Name, column.Type.ToString()))
            .ShouldBe([("a", "INTEGER"), ("a", "DECIMAL(2,1)[]"), ("日期", "DATE")]);
    }

    [Fact]
    public void Tables_that_a_query_reads_are_named()
    {
        _database
            .Connection.TableNames("WITH c AS (SELECT * FROM base) SELECT * FROM c JOIN s.other o ON c.x = o.x")
            .ShouldBe(["base", "other"]);
        _database.Connection.TableNames("SELECT * FROM s.other", qualified: true).ShouldBe(["s.other"]);
        _database.Connection.TableNames("SELECT 1").ShouldBe([]);
        _database.Connection.TableNames("SELEC").ShouldBeNull();
    }

    [Fact]
    public void Another_statement_ends_the_stream_before_it()
    {
        using var first = _database.Connection.Query("FROM range(1000000)");
        first.Fetch()!.Dispose();
        _database.Connection.Execute("SELECT 1");
        Should.Throw<DuckDbException>(() =>
        {
            while (first.Fetch() is { } chunk)
            {
                chunk.Dispose();
            }
        });
    }
}
