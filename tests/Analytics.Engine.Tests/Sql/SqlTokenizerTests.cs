using Analytics.DuckDb;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Sql;

public class SqlTokenizerTests
{
    [Theory]
    [InlineData("SELECT value FROM t", "Keyword:SELECT Identifier:value Keyword:FROM Identifier:t")]
    [InlineData("'it''s' E'a\\'b' x'ff' $$a'b$$ $t$ $$ $t$", "Text:'it''s' Text:E'a\\'b' Text:x'ff' Text:$$a'b$$ Text:$t$ $$ $t$")]
    [InlineData("/* a /* b */ c */ 1 -- x", "Comment:/* a /* b */ c */ Number:1 Comment:-- x")]
    [InlineData("$county = ?1 AND $1 <> ?", "Parameter:$county Operator:= Parameter:?1 Keyword:AND Parameter:$1 Operator:<> Parameter:?")]
    [InlineData("a.\"b\"\"c\".end", "Identifier:a Separator:. QuotedIdentifier:\"b\"\"c\" Separator:. Identifier:end")]
    [InlineData("1.5e-3 .5 1_000 1. 2..3", "Number:1.5e-3 Number:.5 Number:1_000 Number:1. Number:2 Separator:. Number:.3")]
    [InlineData("a=-1+b::DOUBLE", "Identifier:a Operator:= Operator:- Number:1 Operator:+ Identifier:b Operator::: Type:DOUBLE")]
    [InlineData("left(x, 1) LEFT JOIN", "Function:left Bracket:( Identifier:x Separator:, Number:1 Bracket:) Keyword:LEFT Keyword:JOIN")]
    [InlineData("x IN (1) count (*)", "Identifier:x Keyword:IN Bracket:( Number:1 Bracket:) Function:count Bracket:( Operator:* Bracket:)")]
    [InlineData(
        "SELECT 1 AS order, year, first",
        "Keyword:SELECT Number:1 Keyword:AS Identifier:order Separator:, Identifier:year Separator:, Identifier:first"
    )]
    [InlineData("ORDER BY a NULLS FIRST", "Keyword:ORDER Keyword:BY Identifier:a Keyword:NULLS Keyword:FIRST")]
    [InlineData("碧江 = '碧江区", "Identifier:碧江 Operator:= Text:'碧江区!")]
    [InlineData("/* open", "Comment:/* open!")]
    [InlineData("\"open", "QuotedIdentifier:\"open!")]
    [InlineData("\\", "Unknown:\\")]
    [InlineData("", "")]
    public void Tokens_are_those_of_the_engine(string sql, string expected) => Show(sql, SqlTokenizer.Read(sql)).ShouldBe(expected);

    [ForAnyChoices(1000)]
    public void Any_text_has_tokens_in_order_that_leave_out_only_white_space(Choices random)
    {
        var sql = AnyText(random);
        var end = 0;
        foreach (var token in SqlTokenizer.Read(sql))
        {
            token.Length.ShouldBeGreaterThan(0);
            sql[end..token.Start].ShouldBeNullOrWhiteSpace();
            end = token.End;
        }
        sql[end..].ShouldBeNullOrWhiteSpace();
    }

    [ForAnyChoices(1000)]
    public void Line_by_line_gives_the_same_stretches_as_the_whole_text(Choices random)
    {
        var sql = AnyText(random);
        var lines = sql.Split('\n');
        var state = default(SqlLineState);
        var found = new List<(int, int, bool)>();
        var start = 0;
        foreach (var line in lines)
        {
            found.AddRange(
                SqlTokenizer.ReadLine(line, ref state).Select(t => (start + t.Start, start + t.End, t.Kind == SqlTokenKind.Text))
            );
            start += line.Length + 1;
        }
        found.ShouldBe(SqlTokenizer.Read(sql).SelectMany(t => CutByLines(sql, t)), sql);
    }

    [Fact]
    public void Kinds_carry_over_line_ends()
    {
        var lines = new[]
        {
            "SELECT a /* one",
            "two */ 'x",
            "y' FROM t WHERE b BETWEEN 1",
            "AND 2 GROUP",
            "BY a; insert",
            "INTO t VALUES (1)",
        };
        var read = SqlLines.Of(lines);
        Show(lines[1], read.Tokens(1)).ShouldBe("Comment:two */ Text:'x!");
        Show(lines[4], read.Tokens(4)).ShouldBe("Keyword:BY Identifier:a Separator:; Keyword:insert");
        Show(lines[5], read.Tokens(5)).ShouldBe("Keyword:INTO Identifier:t Keyword:VALUES Bracket:( Number:1 Bracket:)");
    }

    [Fact]
    public void A_changed_line_is_read_again_with_those_below()
    {
        var before = SqlLines.Of(["SELECT 1", "/*", "x */"]);
        before.Tokens(2)[0].Kind.ShouldBe(SqlTokenKind.Comment);
        var after = SqlLines.Of(["SELECT 1", "", "x */"], before);
        after.Tokens(2)[0].Kind.ShouldBe(SqlTokenKind.Identifier);
        after.Tokens(0).ShouldBeSameAs(before.Tokens(0));
    }

    [Fact]
    public void Reserved_words_are_those_of_the_engine()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'");
        var words = new List<string>();
        while (result.Fetch() is { } chunk)
        {
            using (chunk)
                words.AddRange(Enumerable.Range(0, chunk.RowCount).Select(row => (string)chunk.Column(0).Value(row)!));
        }

        SqlWords.Reserved.ShouldBe(words, ignoreOrder: true);
    }

    /// <summary>A text of the pieces that lexers stumble over.</summary>
    internal static string AnyText(Random random)
    {
        string[] pieces =
        [
            "'",
            "\"",
            "$$",
            "$t$",
            "E'",
            "\\",
            "--",
            "/*",
            "*/",
            "\n",
            ";",
            "select",
            "a",
            "碧",
            "1",
            ".",
            "e",
            "(",
            ")",
            "[",
            "]",
            " ",
            "::",
            "-",
            "+",
            "$x",
            "?",
            "\u3000",
            "x'",
            "U&'",
            "😀",
            ":",
            ",",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static IEnumerable<(int, int, bool)> CutByLines(string sql, SqlToken token)
    {
        var at = token.Start;
        while (at < token.End)
        {
            var end = sql.IndexOf('\n', at, token.End - at);
            end = end < 0 ? token.End : end;
            if (end > at)
                yield return (at, end, token.Kind == SqlTokenKind.Text);
            at = end + 1;
        }
    }

    private static string Show(string sql, IEnumerable<SqlToken> tokens) =>
        string.Join(' ', tokens.Select(t => $"{t.Kind}:{t.In(sql)}{(t.IsClosed ? "" : "!")}"));
}
