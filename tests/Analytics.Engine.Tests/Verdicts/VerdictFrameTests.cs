using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Tests.Verdicts;

/// <summary>Frames that the shipped figures do not reach, on two counties of a fixture.</summary>
public class VerdictFrameTests
{
    private static readonly VerdictPlace Jia = County("jia", "甲县", "Jia County", "1"),
        Yi = County("yi", "乙县", "Yi County", "2"),
        Bing = County("bing", "丙县", "Bing County", "3");

    [Fact]
    public void Two_places_that_compare_are_told_apart_by_how_much() =>
        Compared(At(Yi, 90), At(Jia, 120))
            .Medium.ShouldBe(
                new(
                    "可比：甲县120人、乙县90人（同为2024年），甲县多30人。按总数，未按规模折算。",
                    "Comparable: Jia 120, Yi 90 (both 2024); Jia has 30 more. Raw totals, not adjusted for size."
                )
            );

    [Fact]
    public void Three_places_that_compare_stand_in_their_order() =>
        Compared(At(Jia, 60), At(Yi, 90), At(Bing, 75))
            .Medium.ShouldBe(
                new(
                    "可比：甲县60人、乙县90人、丙县75人（同为2024年），从多到少为乙县、丙县、甲县。按总数，未按规模折算。",
                    "Comparable: Jia 60, Yi 90, Bing 75 (all 2024); from most to least Yi, Bing, Jia. Raw totals, not adjusted for size."
                )
            );

    [Fact]
    public void Equal_figures_are_the_same() => Compared(At(Jia, 60), At(Yi, 60)).Medium.Zh.ShouldContain("，两数相同。");

    [Fact]
    public void A_lower_bound_has_no_order()
    {
        var verdict = Compared(At(Jia, 120), At(Yi, 90) with { Qualifier = "min", Printed = new("90余人", "just over 90 people") });
        verdict.Medium.Zh.ShouldBe("可比：甲县120人、乙县90余人（同为2024年），有一数只是下限，不能分先后。按总数，未按规模折算。");
        verdict.Medium.En.ShouldContain("Yi just over 90 (both 2024); one is a lower bound only, so no order can be told.");
    }

    [Fact]
    public void What_does_not_compare_with_the_others_is_counted()
    {
        VerdictFigure[] figures = [At(Jia, 120), At(Yi, 90), At(Bing, 8) with { IndicatorId = "other" }];
        VerdictPair[] pairs =
        [
            new("jia", "yi", true, "comparable", []),
            new("jia", "bing", false, "not", ["population"]),
            new("yi", "bing", false, "not", ["population"]),
        ];
        Verdict.Of(new(figures, pairs)).Medium.Zh.ShouldBe("可比：甲县120人、乙县90人（同为2024年），甲县多30人。另1个数不可比，不在内。");
    }

    [Fact]
    public void Money_keeps_its_printed_unit()
    {
        var verdict = Compared(Money(Jia, "21.4", 214_000), Money(Yi, "20", 200_000));
        verdict.Medium.Zh.ShouldContain("甲县多1.4万元");
        verdict.Medium.En.ShouldContain("Jia has 14000 more");
    }

    [Fact]
    public void Nothing_stated_is_not_zero() =>
        Verdict
            .Of(new([], []) { Missing = new([Jia], [Yi], []) })
            .Medium.ShouldBe(
                new(
                    "没有数：本库来源未见，不是零。1县未见此数，甲县无来源。",
                    "No figure: not in these sources, which is not zero. 1 county does not state it; Jia has no source."
                )
            );

    private static VerdictText Compared(params VerdictFigure[] figures) =>
        Verdict.Of(
            new(
                figures,
                [
                    .. figures.SelectMany(
                        (a, i) => figures.Skip(i + 1).Select(b => new VerdictPair(a.Id, b.Id, true, "comparable", ["size"]))
                    ),
                ]
            )
        );

    private static VerdictPlace County(string id, string zh, string en, string order) =>
        new(id, "county", new(zh, en), id, new(zh, en), order);

    private static VerdictFigure Money(VerdictPlace place, string printed, decimal value) =>
        At(place, value) with
        {
            Printed = new($"{printed}万元", $"{value:#,0} yuan"),
            Unit = "万元",
            UnitKind = "money",
        };

    private static VerdictFigure At(VerdictPlace place, decimal value) =>
        new()
        {
            Id = place.Id,
            Place = place,
            Indicator = new("培训人数", "People trained"),
            IndicatorId = "people_trained",
            Property = "people_trained",
            PopulationId = "cadre",
            Population = new("干部", "cadres"),
            Statistic = "count",
            Accounting = "flow",
            Modality = "reported",
            Scope = "all",
            UnitKind = "person",
            Unit = "人",
            Printed = new($"{value}人", $"{value} people"),
            Value = value,
            Qualifier = "exact",
            Period = new("2024年", "2024"),
            PeriodKind = "year",
            IsDated = true,
            ArticleId = place.Id,
            Status = "normal",
        };
}
