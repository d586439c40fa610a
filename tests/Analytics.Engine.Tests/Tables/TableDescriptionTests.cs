using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Engine.Tests.Tables;

public class TableDescriptionTests
{
    [Fact]
    public void Every_table_view_and_column_is_described_in_both_languages()
    {
        using var session = TestHome.Open();
        session.RegisterTables();
        ProductTables.Names.ShouldAllBe(name => session.Descriptions.Of(name) != null);
        foreach (var (table, column) in Columns(session))
        {
            var text = session.Descriptions.Of(table, column).ShouldNotBeNull($"{table}.{column}");
            text.Zh.ShouldContain(c => c > 0x2E80, $"{table}.{column}");
            text.En.ShouldNotBe(text.Zh);
        }
    }

    [Theory]
    [InlineData("zh", "原文")]
    [InlineData("en", "printed")]
    public void Comments_are_in_the_language_of_the_session(string language, string word)
    {
        using var session = AnalyticsSession.Open(
            new SessionOptions(TestHome.Real, [], Memory: "200MB", Language: Languages.Parse(language)!.Value)
        );
        using var comment = ResultTable.Read(
            session.Run("SELECT comment FROM duckdb_columns() WHERE table_name = 'figures' AND column_name = 'value_text'")
        );
        comment.Text(0, 0)!.ShouldContain(word);
    }

    [Fact]
    public void A_table_of_the_users_is_none_of_the_products()
    {
        using var session = TestHome.Open();
        session.Descriptions.Of("mine").ShouldBeNull();
        session.Descriptions.Of("mine", "county_zh").ShouldBeNull();
    }

    private static List<(string Table, string Column)> Columns(AnalyticsSession session)
    {
        using var rows = ResultTable.Read(session.Run("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"));
        return [.. Enumerable.Range(0, (int)rows.RowCount).Select(row => (rows.Text(row, 0)!, rows.Text(row, 1)!))];
    }
}
