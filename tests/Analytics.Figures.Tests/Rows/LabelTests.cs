using Analytics.Charts;

namespace Analytics.Figures.Tests.Rows;

/// <summary>What rows take from their figures so that each tells what it is.</summary>
public class LabelTests
{
    private static readonly Observation Village = Row.Other with { PlaceLevel = "village", PlaceZh = "东村", PlaceEn = "Dong Village" };

    [Fact]
    public void A_village_takes_the_name_of_its_county_where_rows_mix_counties()
    {
        ChartRow[] rows = [Row.Of(Row.Plain, Language.Zh), Row.Of(Village, Language.Zh, "东村")];
        Told(rows, Language.Zh).Select(r => r.Mark.Category).ShouldBe(["甲县", "东村（乙县）"]);
        Told([rows[1]], Language.Zh).Single().Mark.Category.ShouldBe("东村");
    }

    [Fact]
    public void A_row_named_after_a_county_says_where_its_figure_is_of_a_village() =>
        Told([Row.Of(Row.Plain), Row.Of(Village)]).Select(r => r.Mark.Detail).ShouldBe([null, "Dong Village"]);

    [Fact]
    public void Rows_named_by_places_say_what_they_measure_where_that_differs()
    {
        var passed = Row.Other with { IndicatorId = "i2", IndicatorEn = "People who passed" };
        Told([Row.Of(Row.Plain), Row.Of(passed)]).Select(r => r.Mark.Detail).ShouldBe(["People trained", "People who passed"]);
    }

    [Theory]
    [InlineData(Language.En, "secretaries", "deputies")]
    [InlineData(Language.Zh, "书记", "副书记")]
    public void Rows_that_read_alike_take_the_first_fact_that_parts_them(Language language, params string[] details)
    {
        var secretaries = Row.Plain with { PopulationId = "p2", PopulationZh = "书记", PopulationEn = "secretaries" };
        var deputies = Row.Plain with { Id = "made-by-hand-3", PopulationId = "p3", PopulationZh = "副书记", PopulationEn = "deputies" };
        Told([Row.Of(secretaries, language), Row.Of(deputies, language)], language).Select(r => r.Mark.Detail).ShouldBe(details);
    }

    [Fact]
    public void Rows_that_nothing_parts_are_numbered_in_the_order_of_the_text()
    {
        ChartRow[] rows = [Row.Of(Row.Plain), Row.Of(Row.Plain with { Id = "made-by-hand-3" })];
        Told(rows).Select(r => r.Mark.Detail).ShouldBe(["number 1 in the text", "number 2 in the text"]);
        Told(rows, Language.Zh).Select(r => r.Mark.Detail).ShouldBe(["文中第1处", "文中第2处"]);
    }

    [Fact]
    public void Where_a_kind_has_no_second_line_the_words_stand_behind_the_name() =>
        RowLabels
            .Told([Row.Of(Row.Plain), Row.Of(Row.Plain with { Id = "made-by-hand-3" })], ChartKind.Heatmap, Language.En)
            .Select(r => r.Mark.Category)
            .ShouldBe(["Jia County (number 1 in the text)", "Jia County (number 2 in the text)"]);

    [Fact]
    public void Rows_without_figures_that_read_alike_carry_their_number_in_the_result()
    {
        var own = ChartRow.Of(new ChartMark("a", 1), 1, Row.On());
        RowNumbers.Told([own, own], ChartKind.Bar, Language.En).Select(r => r.Mark.Detail).ShouldBe(["row 1", "row 2"]);
        RowNumbers.Told([own], ChartKind.Bar, Language.En).Single().Mark.Detail.ShouldBeNull();
    }

    private static IReadOnlyList<ChartRow> Told(IReadOnlyList<ChartRow> rows, Language language = Language.En) =>
        RowLabels.Told(rows, ChartKind.Bar, language);
}
