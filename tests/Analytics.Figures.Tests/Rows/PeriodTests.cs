using Analytics.Charts;

namespace Analytics.Figures.Tests.Rows;

/// <summary>Periods in words, and where a chart says them.</summary>
public class PeriodTests
{
    [Theory]
    [InlineData("2024年", "2024", "year", "stated", "2024年", "2024")]
    [InlineData("2024年以来", "since 2024", "since", "stated", "2024年以来", "since 2024")]
    [InlineData("2024年3月", "March 2024", "month", "stated", "2024年3月", "March 2024")]
    [InlineData("2024年", "2024", "year", "inherited", "2024年（承前推断）", "2024 (inferred from the lines before)")]
    [InlineData("2024年", "2024", "year", "page_inferred", "2024年（据同版推断）", "2024 (inferred from the page)")]
    [InlineData("每年", "every year", "recurring", "stated", "每年（年份未载）", "every year (which year is not stated)")]
    [InlineData("目前", "at present", "as_of", "stated", "“目前”（见报日期未载）", "“at present” (day of printing not stated)")]
    [InlineData("首轮", "the first round", "undated", "stated", "首轮", "the first round")]
    [InlineData(null, null, "undated", "none", "时段未载", "period not stated")]
    public void A_period_is_said_with_what_a_reader_must_know_of_it(
        string? text,
        string? english,
        string kind,
        string basis,
        string zh,
        string en
    )
    {
        var figure = Row.Plain with { Period = text is null ? null : new(text, english!), PeriodKind = kind, PeriodBasis = basis };
        PeriodWords.Of(figure, Language.Zh).Whole(Language.Zh).ShouldBe(zh);
        PeriodWords.Of(figure, Language.En).Whole(Language.En).ShouldBe(en);
    }

    [Theory]
    [InlineData("", "since 2024 (inferred)")]
    [InlineData("village cadres", "village cadres, since 2024 (inferred)")]
    [InlineData("cadres since 2024", "cadres since 2024 (inferred)")]
    [InlineData("cadres since 2024 (inferred)", "cadres since 2024 (inferred)")]
    public void A_text_says_a_period_once_with_its_remark_behind_it(string said, string whole) =>
        new PeriodWords("since 2024", "inferred").Into(said, Language.En, ", ").ShouldBe(whole);

    [Fact]
    public void A_period_that_all_rows_share_stands_above_them()
    {
        ChartRow[] rows = [Row.Of(Row.Plain), Row.Of(Row.Other)];
        RowPeriods.Subtitle("cadres", rows, Language.En).ShouldBe("cadres, 2024");
        RowPeriods.Detailed(rows, ChartKind.Bar, Language.En).ShouldBe(rows);
    }

    [Fact]
    public void Periods_that_differ_stand_in_their_rows_where_the_kind_has_a_place()
    {
        ChartRow[] rows = [Row.Of(Row.Plain), Row.Of(Row.Other with { Period = new("2023年", "2023") })];
        RowPeriods.Subtitle("cadres", rows, Language.En).ShouldBe("cadres");
        RowPeriods.Detailed(rows, ChartKind.Bar, Language.En).Select(r => r.Mark.Detail).ShouldBe(["2024", "2023"]);
        RowPeriods.Detailed(rows, ChartKind.Heatmap, Language.En).ShouldBe(rows);
    }
}
