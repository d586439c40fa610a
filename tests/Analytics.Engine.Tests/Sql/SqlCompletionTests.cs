using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Engine.Tests.Sql;

/// <summary>A session, its catalogue and the grammar, made once for the class.</summary>
public sealed class CompletionFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompletionFixture()
    {
        Session = TestHome.Open(safe: false, _folder.File("shops.csv", "shop name,income\na,1\n"));
        Session.Run("CREATE TABLE r1 AS SELECT county_zh, value AS amount FROM figures").Dispose();
        Catalog = CompletionCatalog.Read(Session, ["r1"]);
        Grammar = EngineGrammar.Open();
        Completion = new SqlCompletion(Catalog, Grammar);
    }

    internal AnalyticsSession Session { get; }
    internal CompletionCatalog Catalog { get; }
    internal EngineGrammar Grammar { get; }
    internal SqlCompletion Completion { get; }

    public void Dispose()
    {
        Grammar.Dispose();
        Session.Dispose();
        _folder.Dispose();
    }
}

public class SqlCompletionTests(CompletionFixture fixture) : IClassFixture<CompletionFixture>
{
    [Theory]
    [InlineData("SELECT coun| FROM figures", "county_id county_zh county_en count")]
    [InlineData("SELECT f.val| FROM figures f JOIN place p USING (place_id)", "value value_low value_high")]
    [InlineData("SELECT f.| FROM figures f", "obs_id county_id")]
    [InlineData("SELECT p.gb| FROM figures f JOIN place AS p ON true", "gb_code")]
    [InlineData("SELECT * FROM |", "figures measured")]
    [InlineData("SELECT * FROM fig|", "figures")]
    [InlineData("SELECT * FROM figures |", "WHERE GROUP BY ORDER BY LIMIT JOIN")]
    [InlineData("SELECT * FROM figures gr|", "GROUP BY")]
    [InlineData("|", "SELECT FROM")]
    [InlineData("SEL|", "SELECT")]
    [InlineData("training/sha|", "training/shadowing")]
    [InlineData("学历|", "education/comparable")]
    [InlineData("SELECT x::VAR|", "VARBINARY VARCHAR")]
    [InlineData("SET mem|", "memory_limit")]
    [InlineData("FROM read_csv('a.csv', head|", "header")]
    [InlineData("SELECT sum(value) OVER (PAR|", "PARTITION BY")]
    [InlineData("SELECT round| FROM figures", "round")]
    [InlineData("SELECT (SELECT max(i.lab| FROM indicator i) FROM figures", "label_zh label_en")]
    [InlineData("SELECT * FROM r1 WHERE r1.|", "county_zh amount")]
    [InlineData("SELECT sho| FROM shops", "shop name shops")]
    [InlineData("WITH big AS (SELECT county_zh AS county, sum(value) total FROM figures GROUP BY 1) SELECT | FROM big", "county total big")]
    [InlineData("WITH big(a, b) AS (SELECT 1, 2) SELECT big.| FROM big", "a b")]
    [InlineData("WITH big AS (SELECT 1 AS one) FROM b|", "big")]
    [InlineData("SELECT s.| FROM (SELECT theme AS t, f.* FROM figures f) AS s", "t obs_id")]
    [InlineData("SELECT a.| FROM place a UNION SELECT b.x FROM figures b", "place_id gb_code")]
    [InlineData("UPDATE r1 SET am|", "amount")]
    [InlineData("SELECT 1; SELECT nam| FROM place", "name_zh name_en")]
    [InlineData("SELECT nam| FROM place; SELECT ( FROM", "name_zh name_en")]
    [InlineData("a bad ((( start WHERE county_z|", "county_zh")]
    public void The_first_offers_are(string marked, string expected) =>
        string.Join(' ', At(marked).Select(i => i.Label)).ShouldStartWith(expected);

    [Theory]
    [InlineData("SELECT * FROM figures WHERE county_zh = '|", "德江县")]
    [InlineData("SELECT * FROM figures WHERE county_zh = '碧|'", "碧江区")]
    [InlineData("SELECT * FROM figures WHERE county_zh = '碧|江区' AND theme = 'training'", "碧江区")]
    [InlineData("SELECT * FROM figures WHERE county_zh = 'bij|", "碧江区")]
    [InlineData("SELECT * FROM figures AS f WHERE f.county_zh NOT IN ('德江县', '碧|", "碧江区")]
    [InlineData("SELECT * FROM measured WHERE \"county_zh\" LIKE '%碧|", "碧江区")]
    [InlineData("SELECT * FROM figures WHERE (value > 3 OR (county_zh = '碧|", "碧江区")]
    [InlineData("WITH big AS (SELECT county_zh AS c FROM figures) FROM big WHERE c = '碧|'", "碧江区")]
    [InlineData("SELECT * FROM place WHERE name_zh = '碧江|'", "碧江区")]
    [InlineData("SELECT * FROM figures WHERE indicator_id = 'secretary_reserve_mean|", "secretary_reserve_mean_age")]
    [InlineData("SELECT * FROM figures WHERE indicator_id = '村（社区）党组织书记后备力量平均|", "secretary_reserve_mean_age")]
    [InlineData("SELECT * FROM figures WHERE theme = 'tra|", "training")]
    [InlineData("FROM figures WHERE county_zh = '松桃县|", "松桃苗族自治县")]
    [InlineData("FROM figures WHERE county_zh = 'songtao|", "松桃苗族自治县")]
    [InlineData("FROM figures WHERE county_zh = '520628|", "松桃苗族自治县")]
    [InlineData("FROM figures WHERE place_id = place_id('松桃县|", "松桃县")]
    public void Texts_compared_with_a_column_offer_its_values(string marked, string first) => At(marked)[0].Label.ShouldBe(first);

    [Theory]
    [InlineData("SELECT * FROM figures WHERE county_zh = '碧|", "SELECT * FROM figures WHERE county_zh = '碧江区'")]
    [InlineData("SELECT * FROM figures WHERE county_zh = '碧|'", "SELECT * FROM figures WHERE county_zh = '碧江区'")]
    [InlineData(
        "SELECT * FROM figures WHERE county_zh = '| AND theme = 'training'",
        "SELECT * FROM figures WHERE county_zh = '德江县' AND theme = 'training'"
    )]
    [InlineData("SELECT * FROM figures WHERE 碧江|", "SELECT * FROM figures WHERE '碧江区'")]
    [InlineData("SELECT sho| FROM shops", "SELECT \"shop name\" FROM shops")]
    [InlineData("SELECT val|ue FROM figures", "SELECT value FROM figures")]
    [InlineData("SELECT \"coun| FROM figures", "SELECT \"county_id\" FROM figures")]
    [InlineData("SELECT strin|(a)", "SELECT string_agg(a)")]
    [InlineData("SELECT strin|", "SELECT string_agg(")]
    [InlineData("sel|", "select")]
    public void Taking_the_first_offer_gives(string marked, string expected)
    {
        var (sql, _) = SqlScriptTests.Marked(marked);
        var first = At(marked)[0];
        var (start, end) = (first.Replace.Start.Value, first.Replace.End.Value);
        (sql[..start] + first.InsertText + sql[end..]).ShouldBe(expected);
    }

    [Theory]
    [InlineData("SELECT 1 -- coun|")]
    [InlineData("SELECT /* coun| */ 1")]
    [InlineData("SELECT 12|")]
    [InlineData("SELECT $coun|")]
    [InlineData("SELECT 'free text |'")]
    [InlineData("SELECT nothing_known.|")]
    public void Nothing_is_offered_where_nothing_is_known(string marked) => At(marked).ShouldBeEmpty();

    [Fact]
    public void Offers_say_what_they_are()
    {
        var column = At("SELECT value_lo| FROM figures")[0];
        (column.Detail, column.Description!.En, column.Source).ShouldBe(("DOUBLE", "Lower bound.", "figures"));
        var indicator = At("SELECT * FROM figures WHERE indicator_id = 'secretary_reserve_mean_a|")[0];
        (indicator.Kind, indicator.Unit, indicator.Detail).ShouldBe(
            (CompletionKind.Indicator, "岁", "村（社区）党组织书记后备力量平均年龄")
        );
        indicator.Coverage!.Value.Figures.ShouldBeGreaterThan(0);
        var function = At("SELECT string_ag|")[0];
        (function.Kind, function.Detail).ShouldBe((CompletionKind.Function, "string_agg(str, arg) → VARCHAR"));
        At("FROM sho|")[0].Source!.ShouldEndWith("shops.csv");
        At("FROM r|").First(i => i.Label == "r1").Kind.ShouldBe(CompletionKind.KeptResult);
    }

    [Fact]
    public void A_county_without_source_is_offered_as_one_without_figures() =>
        At("SELECT * FROM figures WHERE county_zh = '江口|")[0].Coverage.ShouldBe(new Coverage(0, 0));

    [Fact]
    public void No_offer_stands_twice()
    {
        foreach (var marked in new[] { "SELECT | FROM figures f JOIN measured m USING (obs_id)", "|", "FROM |", "SELECT c| FROM figures" })
            At(marked).Select(i => i.InsertText.ToLowerInvariant()).ShouldBeUnique();
    }

    [Fact]
    public void Names_are_quoted_exactly_where_the_engine_asks_for_it()
    {
        foreach (var word in Analytics.DuckDb.SqlKeywords.All)
        {
            Should.NotThrow(
                () => fixture.Session.Run($"SELECT {SqlWords.Quoted(word)} FROM (SELECT 1 AS {SqlWords.Quoted(word)}) AS t").Dispose(),
                word
            );
        }

        SqlWords.Quoted("value").ShouldBe("value");
        SqlWords.Quoted("end").ShouldBe("\"end\"");
    }

    [ForAnyChoices(40)]
    public void Any_text_at_any_place_gets_an_answer(Choices random)
    {
        var sql = SqlTokenizerTests.AnyText(random);
        for (var offset = 0; offset <= sql.Length; offset += 3)
            fixture.Completion.At(SqlScript.Read(sql), offset).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("SELECT ((((((((((((((((((((((((((((((a|", "SELECT (a|")]
    [InlineData("SELECT f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(a|", "SELECT f(a|")]
    [InlineData("SELECT CASE WHEN CASE WHEN CASE WHEN CASE WHEN CASE WHEN CASE WHEN a|", "SELECT CASE WHEN a|")]
    public void Deep_nesting_is_answered_as_one_level_is(string deep, string flat) =>
        // The engine's grammar takes twice as long for each open bracket and would never answer the first.
        At(deep).Select(i => i.InsertText).ShouldBe(At(flat).Select(i => i.InsertText));

    [Fact]
    public void Statements_before_in_a_long_script_change_no_offer()
    {
        const string marked = "SELECT coun| FROM figures";
        var many = string.Concat(Enumerable.Repeat("SELECT county_zh FROM figures WHERE theme = 'training';\n", 300));
        At(many + marked).Select(i => i.Label).ShouldBe(At(marked).Select(i => i.Label));
    }

    [Fact]
    public void Attached_databases_and_safe_sessions_are_read_too()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("store.duckdb");
        using (var database = Analytics.DuckDb.DuckDbDatabase.Open(path))
        using (var connection = database.Connect())
        {
            connection.Execute(
                "CREATE TABLE sale (amount INTEGER); COMMENT ON COLUMN sale.amount IS "
                    + "'What was paid.'; CREATE SCHEMA old; CREATE TABLE old.sale (was TEXT)"
            );
        }

        using var session = TestHome.Open(safe: true, path);
        var completion = new SqlCompletion(CompletionCatalog.Read(session), fixture.Grammar);
        IReadOnlyList<CompletionItem> At(string sql) => completion.At(SqlScript.Read(sql), sql.Length);
        At("FROM sal").Select(i => i.InsertText).ShouldBe(["store.sale", "store.old.sale"]);
        At("FROM store.").Select(i => i.Label).ShouldBe(["sale", "main", "old"]);
        At("FROM store.old.").Select(i => i.Label).ShouldBe(["sale"]);
        At("FROM store.sale AS s WHERE s.")[0].Description!.En.ShouldBe("What was paid.");
        At("FROM store.sale AS s WHERE s.")[0].Label.ShouldBe("amount");
        At("FROM store.old.sale AS s WHERE s.")[0].Label.ShouldBe("was");
    }

    [Fact]
    public void Between_two_questions_for_names_others_may_ask_and_change_the_session()
    {
        using var session = TestHome.Open(safe: false);
        var (turns, isTurn) = (0, false);
        var catalog = CompletionCatalog.Read(session, [], Turn);

        catalog.Functions.Count.ShouldBe(fixture.Catalog.Functions.Count);
        catalog.Settings.ShouldBe(fixture.Catalog.Settings);
        catalog.ValuesOf("figures", "county_id").ShouldNotBeEmpty();
        session.Run($"FROM between_{turns}").Dispose();
        turns.ShouldBeGreaterThan(10);

        void Turn(Action question)
        {
            isTurn.ShouldBeFalse();
            isTurn = true;
            question();
            isTurn = false;
            session.Run($"CREATE TABLE between_{++turns} (a INTEGER)").Dispose();
        }
    }

    [Fact]
    public void Without_the_grammar_neighbours_decide()
    {
        var completion = new SqlCompletion(fixture.Catalog);
        var (sql, offset) = SqlScriptTests.Marked("SELECT * FROM fig|");
        completion.At(SqlScript.Read(sql), offset)[0].Label.ShouldBe("figures");
    }

    private IReadOnlyList<CompletionItem> At(string marked)
    {
        var (sql, offset) = SqlScriptTests.Marked(marked);
        return fixture.Completion.At(SqlScript.Read(sql), offset);
    }
}
