using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Tests.Verdicts;

/// <summary>The verdicts that stand before the rows of the shipped queries.</summary>
public class CannedVerdictTests
{
    private static readonly QueryCatalog Catalog = new(TestHome.Real.Queries);

    [Fact]
    public void A_query_that_compares_nothing_has_none() => Of("overview/overlaps").ShouldBeNull();

    [Fact]
    public void A_verdict_on_the_rows_leaves_out_what_they_only_divide_by()
    {
        var verdict = Of("training/mentoring");
        verdict!.Full.Zh.ShouldContain("思南县是落实导师帮带的后备力量人数（1759名）");
        verdict.Full.Zh.ShouldNotContain("530个");
    }

    [Fact]
    public void Rules_beside_rules_differ_in_whom_they_are_about_and_in_nothing_measured()
    {
        var verdict = Of("cadre_pay/ladders");
        verdict!.Medium.ShouldBe(
            new("不可比：5地的9个数；层级、对象各不相同。", "Not comparable: 9 figures of 5 places; levels and populations differ.")
        );
        verdict.Full.Zh.ShouldContain("数目由规定比例决定");
    }

    [Fact]
    public void Rows_of_a_question_say_who_is_missing_beside_them()
    {
        var verdict = Of("training/attendances");
        verdict!.Full.Zh.ShouldContain("万山区2500余人次（听宣讲的农村党员）");
        verdict.Full.Zh.ShouldContain("德江县只有村级的，玉屏、石阡、思南、印江未见此数，江口县无来源");
    }

    [Fact]
    public void A_parameter_narrows_the_verdict_to_the_rows_that_it_leaves()
    {
        var verdict = Of("training/lookalikes", ("county", "松桃"));
        verdict!.Full.Zh.ShouldContain("松桃县10名只含书记后备力量");
        verdict.ObservationIds.Count.ShouldBeLessThan(Of("training/lookalikes")!.ObservationIds.Count);
        Of("training/lookalikes", ("county", "江口")).ShouldBeNull();
    }

    [Fact]
    public void Two_articles_on_the_county_asked_for_are_no_growth() =>
        Of("overview/between_articles", ("county", "思南"))!.Medium.Zh.ShouldStartWith("不能当作增长：思南");

    [Fact]
    public void Figures_that_a_query_found_in_one_place_are_not_said_to_be_the_only_ones() =>
        Of("overview/between_articles", ("county", "碧江"))!
            .Medium.ShouldBe(new("不能比：都是碧江区的数（11个数）。", "Cannot be compared: all figures are of Bijiang (11 figures)."));

    [Fact]
    public void Levels_below_the_county_are_all_named() =>
        Of("grid_governance/grids_and_workers")!
            .Medium.En.ShouldContain("Yuping only for a township and a village, Shiqian only for a township");

    [Fact]
    public void Figures_of_one_kind_and_other_people_are_told_apart() =>
        Of("cadre_age/ages")!.Medium.Zh.ShouldContain("村（社区）党组织书记后备力量平均年龄（36.37岁）、社区工作者平均年龄（35.5岁）");

    [Fact]
    public void A_column_that_the_rows_do_not_have_is_an_error_of_the_header()
    {
        using var session = TestHome.Open();
        var file = Catalog.Get("training/placements") with { VerdictRows = ["obs_idd"] };
        Should
            .Throw<UserException>(() => session.Run(file, new Dictionary<string, string?>()).Dispose())
            .Text.En.ShouldContain("did you mean obs_id?");
    }

    private static VerdictText? Of(string name, params (string Name, string Value)[] given)
    {
        using var session = TestHome.Open();
        var (file, values) = (Catalog.Get(name), given.ToDictionary(g => g.Name, g => (string?)g.Value));
        using var rows = ResultTable.Read(session.Run(file, values));
        return CannedVerdict.Of(session, file, values, rows);
    }
}
