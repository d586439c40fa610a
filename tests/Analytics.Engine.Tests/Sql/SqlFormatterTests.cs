using System.Text.RegularExpressions;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Sql;

public partial class SqlFormatterTests
{
    private static readonly QueryCatalog Catalog = new(TestHome.Real.Queries);

    public static TheoryData<string> Queries => [.. Catalog.Names()];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_canned_query_keeps_its_meaning(string name)
    {
        var sql = Catalog.Get(name).Sql;
        using var session = TestHome.Open();
        RequireSame(session, sql);
        RequireSame(session, sql.ToLowerInvariant());
        RequireSame(session, Regex.Replace(sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..], @"\s+", " "));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Canned_queries_differ_from_their_format_in_line_breaks_alone(string name)
    {
        var sql = Catalog.Get(name).Sql;
        Blanks()
            .Replace(SqlFormatter.Format(sql), " ")
            .Replace("( ", "(")
            .Replace(" )", ")")
            .ShouldBe(Blanks().Replace(sql, " ").Replace("( ", "(").Replace(" )", ")"));
    }

    [Fact]
    public void Selects_of_all_shapes_keep_their_meaning()
    {
        using var session = TestHome.Open();
        var changed = 0;
        foreach (var sql in Corpus())
        {
            RequireSame(session, sql);
            if (!sql.StartsWith("create", StringComparison.Ordinal) && !sql.StartsWith("insert", StringComparison.Ordinal))
                Tree(session, sql).ShouldContain("\"error\":false", Case.Sensitive, sql);
            changed += SqlFormatter.Format(sql) == sql ? 0 : 1;
        }
        changed.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Words_that_are_names_keep_their_case()
    {
        using var session = TestHome.Open();
        var changed = new List<string>();
        foreach (var word in Analytics.DuckDb.SqlKeywords.All)
        {
            var name = SqlWords.Quoted(word);
            foreach (
                var sql in new[]
                {
                    $"select {name}, t.{name}, 1 as {word}, 2 as {word} from (select 1 as {word}) t where {name} "
                        + $"= 1 and {name} in (1) group by {name}, {name} order by {name} desc nulls first, {name}",
                    $"select sum({name}) over (partition by {name} order by {name}), cast({name} as varchar), "
                        + $"{name}::int, [{name}], ({name}) from {name} as {name}, {name} x join y on x.{name} = y.{name}",
                    $"select case when {name} then {name} else {name} end, -{name} from {name} where "
                        + $"not {name} or {name} between {name} and {name} having {name} is not null limit 1",
                    $"with {name} as (select 1 as {word}), x as not materialized (from {name}) from {name} select "
                        + $"distinct {name}, {name} + {name} where ({name}) = all (select {name}) union from {name}",
                }
            )
            {
                if (Tree(session, SqlFormatter.Format(sql)) is var tree && tree != Tree(session, sql))
                    changed.Add($"{word}: {SqlFormatter.Format(sql)}");
            }
        }
        changed.ShouldBeEmpty();
    }

    [ForAnyChoices(1000)]
    public void Any_text_keeps_its_tokens_and_a_second_run_changes_nothing(Choices random)
    {
        var text = SqlTokenizerTests.AnyText(random);
        var sql = "select " + text;
        var formatted = SqlFormatter.Format(sql);
        Tokens(formatted).ShouldBe(Tokens(sql), sql);
        SqlFormatter.Format(formatted).ShouldBe(formatted, sql);
    }

    [ForAnyChoices(1000)]
    public void Shuffled_queries_with_comments_keep_their_tokens_and_a_second_run_changes_nothing(Choices random)
    {
        string[] pieces =
        [
            "select",
            "from",
            "a",
            "b.c",
            "where",
            "and",
            "or",
            "(select 1)",
            "(",
            ")",
            ",",
            "'x y'",
            "-- note\n",
            "/* in */",
            "/* two\nlines */",
            "\n",
            "case when a then b else c end",
            "count(*)",
            "sum (x)",
            "between 1 and 2",
            "-1",
            "in (1, 2)",
            "group by",
            "order by",
            "join t on",
            "union all",
            "with x as (select 1)",
            "over (partition by a)",
            "[1, 2]",
            "a very_long_name_that_fills_the_line_quickly_and_more",
        ];
        var sql = "select " + string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
        var formatted = SqlFormatter.Format(sql);
        Tokens(formatted).ShouldBe(Tokens(sql), sql);
        SqlFormatter.Format(formatted).ShouldBe(formatted, sql);
    }

    [Fact]
    public void The_layout_is_that_of_the_canned_queries() =>
        Golden.ShouldMatch(string.Concat(Corpus().Select(sql => SqlFormatter.Format(sql) + ";\n\n")), "language/formatted.sql");

    [Theory]
    [InlineData("set  memory_limit = '1GB'")]
    [InlineData("select 'a'\n'b'")]
    [InlineData("select (1")]
    [InlineData("select 1a")]
    [InlineData("pivot t on  a")]
    [InlineData("select 'open")]
    [InlineData("select f. from figures f")]
    public void What_it_does_not_understand_stays(string sql) => SqlFormatter.Format(sql).ShouldBe(sql);

    [Fact]
    public void Only_the_statements_of_the_range_change() =>
        SqlFormatter.Format("select 1; select  2; select  3", 10..19).ShouldBe("select 1;\nSELECT 2; select  3");

    [Fact]
    public void Each_statement_of_a_long_script_is_formatted_as_if_it_stood_alone()
    {
        const string statement = "select county_zh, sum(value) as total from figures where theme = 'training' group by all;";
        SqlFormatter
            .Format(string.Concat(Enumerable.Repeat(statement + "\n", 300)))
            .ShouldBe(string.Concat(Enumerable.Repeat(SqlFormatter.Format(statement) + "\n", 300)));
    }

    [Fact]
    public void A_list_of_thousands_is_formatted_whole()
    {
        var sql = "select " + string.Join(" , ", Enumerable.Repeat("-a + f (1)", 3000));
        var formatted = SqlFormatter.Format(sql);
        formatted.Split("-a + f(1)").Length.ShouldBe(3001);
        Tokens(formatted).ShouldBe(Tokens(sql));
    }

    private static void RequireSame(AnalyticsSession session, string sql)
    {
        var formatted = SqlFormatter.Format(sql);
        Tokens(formatted).ShouldBe(Tokens(sql), sql);
        SqlFormatter.Format(formatted).ShouldBe(formatted);
        Tree(session, formatted).ShouldBe(Tree(session, sql), $"{sql}\n→\n{formatted}");
    }

    /// <summary>What the engine reads, without the places where it stands.</summary>
    private static string Tree(AnalyticsSession session, string sql)
    {
        using var table = ResultTable.Read(session.Run($"SELECT json_serialize_sql({SqlText.Literal(sql)})"));
        return Places().Replace(table.Text(0, 0)!, "");
    }

    private static IEnumerable<string> Tokens(string sql) =>
        SqlTokenizer
            .Read(sql)
            .Select(t =>
                t.Kind is SqlTokenKind.Keyword or SqlTokenKind.Type ? t.In(sql).ToString().ToUpperInvariant() : t.In(sql).ToString()
            );

    private static IEnumerable<string> Corpus() =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Analytics.Engine.Tests", "Sql", "corpus.sql"))
            .Split("\n\n")
            .Select(sql => sql.Trim().TrimEnd(';'))
            .Where(sql => sql.Length > 0);

    [GeneratedRegex("\"query_location\":\\d+,?|\"position\":\"?\\d+\"?,?")]
    private static partial Regex Places();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
