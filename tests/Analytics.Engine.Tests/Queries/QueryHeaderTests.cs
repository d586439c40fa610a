using Analytics.Engine.Queries;

namespace Analytics.Engine.Tests.Queries;

public class QueryHeaderTests
{
    private const string Good = """
        /*---
        title: {zh: 题, en: Title}
        summary: {zh: 述, en: Summary}
        params:
          county: {type: text, from: "SELECT 'a'", default: null, label: {zh: 县, en: county}}
          year: {type: integer, label: {zh: 年, en: year}}
        chart: {kind: bar, x: name, y: value}
        columns:
          value: {unit: 岁, decimals: 2}
        ---*/
        SELECT 1
        """;

    [Fact]
    public void A_header_gives_title_parameters_chart_and_columns()
    {
        var query = Parse(Good);
        query.Title.ShouldBe(new Localized("题", "Title"));
        query
            .Parameters.Select(p => (p.Name, p.Type, p.Required, p.From))
            .ShouldBe([("county", ParameterType.Text, false, "SELECT 'a'"), ("year", ParameterType.Integer, true, null)]);
        (query.Chart!.Kind, query.Chart.Word("x"), query.Chart.Y, query.Chart.Line).ShouldBe(("bar", "name", "value", 7));
        query.Columns.Single().ShouldBe(new ColumnDisplay("value", "岁", 2, null, 9));
    }

    [Fact]
    public void A_chart_names_columns_references_and_what_it_may_show()
    {
        var chart = Parse(
            Good.Replace(
                "{kind: bar, x: name, y: value}",
                "{kind: diverging-bar, x: name, y: value, panels: year, order: given, references: [{value: "
                    + "0.5, label: {zh: 规定, en: rule}}], allow: [criterion], notes: {zh: 注, en: note}}"
            )
        ).Chart!;
        chart.Columns.ShouldBe([("x", "name"), ("y", "value"), ("panels", "year")]);
        chart.Values["references"]!.ShouldBe([new Localized("0.5 规定", "0.5 rule")]);
        (chart.Word("order"), chart.Word("allow"), chart.Word("notes")).ShouldBe(("given", "criterion", "note"));
    }

    [Fact]
    public void A_verdict_names_the_question_it_answers()
    {
        Parse(Good).Verdict.ShouldBeNull();
        Parse(Good.Replace("columns:", "verdict: {theme: training, property: training_attendances, level: county}\ncolumns:"))
            .Verdict.ShouldBe(
                new()
                {
                    Theme = "training",
                    Property = "training_attendances",
                    Level = "county",
                }
            );
    }

    [Fact]
    public void An_annotation_names_its_mark_once_or_in_each_language()
    {
        var chart = Parse(
            Good.Replace(
                "y: value}",
                "y: value, annotations: [{at: {zh: 碧江区, en: Bijiang}, text: {zh: 注, en: note}}, {at: 2020, text: {zh: 变, en: moved}}]}"
            )
        ).Chart!;
        chart.Values["annotations"]!.ShouldBe([new Localized("碧江区=注", "Bijiang=note"), new Localized("2020=变", "2020=moved")]);
    }

    [Theory]
    [InlineData("y: value}", "y: value, annotations: [{at: a, txt: {zh: 注, en: n}}]}", 7, "unknown key 'txt'")]
    [InlineData("y: value}", "y: value, colour: red}", 7, "unknown key 'colour' in header.chart; allowed: kind, x, y, series")]
    [InlineData("y: value}", "y: value, order: best}", 7, "expected one of ranked, given")]
    [InlineData("y: value}", "y: value, allow: stack}", 7, "must be a list")]
    [InlineData(
        "y: value}",
        "y: value, references: [{value: high, label: {zh: 规, en: r}}]}",
        7,
        "references[1].value is 'high'; expected a number"
    )]
    [InlineData("title:", "titel:", 2, "unknown key 'titel' in header")]
    [InlineData("summary: {zh: 述, en: Summary}", "", 2, "lacks 'summary'")]
    [InlineData("type: integer", "type: int", 6, "expected one of text, integer, number, boolean, date")]
    [InlineData("type: text, from", "type: text, form", 5, "unknown key 'form'")]
    [InlineData("decimals: 2", "decimals: two", 9, "expected a whole number from 0 to 15")]
    [InlineData("{zh: 题, en: Title}", "Title", 2, "must hold keys and values")]
    [InlineData("{zh: 题, en: Title}", "{zh: 题}", 2, "lacks 'en'")]
    [InlineData("zh: 述", "zh: data/*.parquet", 3, "contains /* or */")]
    [InlineData("zh: 述", "zh: [", 3, "not YAML")]
    [InlineData("---*/", "", 1, "not closed")]
    [InlineData("/*---", "/*--", 1, "must begin with a header")]
    public void A_fault_is_named_with_its_line(string good, string bad, int line, string problem)
    {
        var fault = Should.Throw<UserException>(() => Parse(Good.Replace(good, bad)));
        fault.Message.ShouldContain(problem);
        fault.Place!.Line.ShouldBeInRange(line, line + 1);
        fault.Message.ShouldStartWith($"queries/t/q.sql:{fault.Place.Line}: ");
    }

    private static QueryFile Parse(string sql) => QueryHeader.Parse("t/q", "queries/t/q.sql", sql);
}
