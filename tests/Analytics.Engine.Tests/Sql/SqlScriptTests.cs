using Analytics.DuckDb;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Sql;

public class SqlScriptTests
{
    [Theory]
    [InlineData("SELECT ';'; SELECT 2 -- ;\n;; /* ; */ SELECT $$;$$")]
    [InlineData("SELECT 1;\n-- only a comment\n")]
    [InlineData("SELECT E'\\';' AS a; FROM (VALUES (1)) t(\";\")")]
    [InlineData("/* a /* ; */ ; */ SELECT 1; SELECT '碧江区；;'")]
    public void Statements_are_divided_as_the_engine_does(string sql)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var statements = connection.Extract(sql);
        SqlScript.Read(sql).Statements.ShouldBe(Enumerable.Range(0, statements.Count).Select(i => statements.Range(i)!.Value));
    }

    [Fact]
    public void Wherever_the_engine_reads_a_random_text_it_finds_the_same_statements()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        var (random, read) = (new Random(20250701), 0);
        for (var i = 0; i < 8000; i++)
        {
            var sql = "SELECT " + SqlTokenizerTests.AnyText(random).Replace(";", ";SELECT 1 ");
            try
            {
                using var statements = connection.Extract(sql);
                SqlScript.Read(sql).Statements.Count.ShouldBe(statements.Count, sql);
                read++;
            }
            catch (DuckDbException) { }
        }
        read.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("|SELECT 1;  SELECT 2", "SELECT 1")]
    [InlineData("SELECT 1|;  SELECT 2", "SELECT 1")]
    [InlineData("SELECT 1; | SELECT 2", "SELECT 1")]
    [InlineData("SELECT 1;\n|\nSELECT 2", "SELECT 2")]
    [InlineData("SELECT 1;\n\nSELECT 2;\n\n-- end |", "SELECT 2")]
    [InlineData("SELECT 1; SELECT (2 + |", "SELECT (2 +")]
    [InlineData("SELECT '|;' ; SELECT 2", "SELECT ';'")]
    [InlineData("-- only | a comment", null)]
    public void The_statement_under_the_cursor_is_the_one_that_a_reader_would_run(string marked, string? expected)
    {
        var (sql, offset) = Marked(marked);
        var range = SqlScript.Read(sql).StatementAt(offset);
        (range is { } r ? sql[r] : null).ShouldBe(expected);
    }

    [ForAnyChoices(500)]
    public void Reading_on_from_an_earlier_version_gives_the_same_as_reading_anew(Choices random)
    {
        var text = SqlTokenizerTests.AnyText(random);
        var before = SqlScript.Read("SELECT 1; " + text);
        var at = random.Next(before.Text.Length + 1);
        var after = before.Text.Insert(at, "'; x");
        SqlScript.Read(after, before).Tokens.ShouldBe(SqlTokenizer.Read(after), after);
    }

    [Fact]
    public void A_change_in_a_long_script_moves_only_the_statements_behind_it()
    {
        var before = SqlScript.Read(string.Concat(Enumerable.Repeat("SELECT a FROM t; -- 培训\n", 300)));
        var after = SqlScript.Read(before.Text.Insert(before.Statements[200].Start.Value + 7, "b, "), before);
        after.Statements.Count.ShouldBe(300);
        after.Statements.Take(200).ShouldBe(before.Statements.Take(200));
        after.Statements.Skip(201).ShouldBe(before.Statements.Skip(201).Select(s => (s.Start.Value + 3)..(s.End.Value + 3)));
        after.Tokens.ShouldBe(SqlTokenizer.Read(after.Text));
    }

    /// <summary>A text with its cursor, which is written as a bar.</summary>
    internal static (string Sql, int Offset) Marked(string marked) => (marked.Replace("|", ""), marked.IndexOf('|'));
}
