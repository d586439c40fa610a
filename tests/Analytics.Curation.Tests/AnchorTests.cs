namespace Analytics.Curation.Tests;

public class AnchorTests
{
    private static readonly ArticleText Article = new(
        "x",
        [TextTests.FlowOf("发放工资\n1183.62 万元 ，带动就业1178人。带动就业 1178 人，共120人、20人。")]
    );

    [Theory]
    [InlineData("发放工资1183.62万元", 0)]
    [InlineData("工 资1183．62万元，带动", 2)]
    public void A_quote_is_found_whatever_the_layout(string quote, int start) =>
        QuoteResolver.Resolve(Article, quote, null).Chosen.ShouldNotBeNull().Start.ShouldBe(start);

    [Fact]
    public void A_repeated_quote_needs_its_occurrence()
    {
        QuoteResolver.Resolve(Article, "带动就业1178人", null).Chosen.ShouldBeNull();
        QuoteResolver.Resolve(Article, "带动就业1178人", 2).Chosen.ShouldNotBeNull().Start.ShouldBe(24);
        QuoteResolver.Resolve(Article, "带动就业1178人", 3).Chosen.ShouldBeNull();
    }

    [Fact]
    public void Digits_are_never_matched_loosely()
    {
        QuoteResolver.Resolve(Article, "发放工资1183.63万元", null).Hits.ShouldBeEmpty();
        NearestText.Find(Article, "发放工资1183.63万元").ShouldNotBeNull().Start.ShouldBe(0);
        NearestText.Find(Article, "毫不相干的话").ShouldBeNull();
    }

    [Theory]
    [InlineData("共120人、20人", "20", 1)]
    [InlineData("共120.5人、20人", "20", 1)]
    [InlineData("共20.5人", "20", 0)]
    [InlineData("共0.20人", "20", 0)]
    [InlineData("到2024.", "2024", 1)]
    [InlineData("十三个三个", "三", 1)]
    [InlineData("三十个", "三", 0)]
    [InlineData("8人和8人", "8", 2)]
    public void A_number_is_found_whole(string text, string number, int places)
    {
        var flow = TextTests.FlowOf(text);
        ValueFinder.Find(new Span(flow, 0, flow.Text.Length), number).Count.ShouldBe(places);
    }
}
