using Analytics.Charts;
using Analytics.Engine.Lineage;

namespace Analytics.Figures.Tests.Rows;

/// <summary>What is said of two rows that differ in one thing.</summary>
public class CaveatTests(ChartSession shared) : IClassFixture<ChartSession>
{
    /// <summary>By the code that it leads to: the figure of the second row, changed in one thing.</summary>
    private static readonly Dictionary<string, Func<Observation, Observation>> Changed = new()
    {
        ["measure"] = o => o with { Property = "passed", IndicatorId = "i2", IndicatorEn = "People who passed" },
        ["population"] = o => o with { PopulationId = "p2", PopulationEn = "secretaries" },
        ["unit"] = o => o with { Unit = "人次", UnitEn = "attendances" },
        ["level"] = o => o with { PlaceLevel = "township" },
        ["scope"] = o => o with { Scope = "urban" },
        ["modality"] = o => o with { Modality = "planned" },
        ["criterion"] = o => o with { Criterion = new("35岁以下", "35 or below") },
        ["accounting"] = o => o with { Accounting = "stock" },
        ["period"] = o => o with { Period = new("2023年", "2023"), PeriodStart = "2023-01-01", PeriodEnd = "2023-12-31" },
        ["suspect"] = o => o with { Status = "suspect" },
        ["ambiguous"] = o => o with { Status = "ambiguous" },
        ["bound"] = o => o with { Qualifier = "min" },
        ["denominator"] = o => o with { Denominator = new("基数未载", "the base is not stated") },
        ["date"] = o => o with { PeriodBasis = "inherited" },
    };

    public static TheoryData<string> Codes => [.. Changed.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Two_rows_that_differ_in_one_thing_are_cautioned_with_its_code_alone(string code)
    {
        var other = Row.Of(Changed[code](Row.Other));
        Reasons([Row.Of(Row.Plain), other]).Select(r => r.Code).Distinct().ShouldBe([code]);
    }

    [Fact]
    public void Rows_of_one_kind_need_no_caution() => Reasons([Row.Of(Row.Plain), Row.Of(Row.Other)]).ShouldBeEmpty();

    [Theory]
    [InlineData(Language.En, "a lower bound, not an exact figure: Yi County")]
    [InlineData(Language.Zh, "下限，不是确数：乙县")]
    public void A_caution_names_the_row_it_is_about(Language language, string text) =>
        Reasons([Row.Of(Row.Plain, language), Row.Of(Row.Other with { Qualifier = "min" }, language)], language)
            .Single()
            .Text.ShouldBe(text);

    [Fact]
    public void What_all_rows_carry_is_said_of_all_of_them()
    {
        var third = Row.Other with { Id = "made-by-hand-3", CountyEn = "Bing County", PlaceEn = "Bing County" };
        var rows = new[] { Row.Plain, Row.Other, third }.Select(o => Row.Of(o with { Qualifier = "approx" })).ToArray();
        Reasons(rows).Single().Text.ShouldBe("approximate or an interval, not an exact figure: all rows");
    }

    [Fact]
    public void Cards_stand_beside_those_of_their_own_measure_alone() =>
        Reasons([Row.Of(Row.Plain), Row.Of(Changed["measure"](Row.Other))], kind: ChartKind.Kpi).ShouldBeEmpty();

    [Fact]
    public void Lines_show_their_periods_and_are_not_cautioned_about_them() =>
        Reasons([Row.Of(Row.Plain), Row.Of(Changed["period"](Row.Other))], kind: ChartKind.Line).ShouldBeEmpty();

    [Theory]
    [InlineData(ChartKind.Bar, true)]
    [InlineData(ChartKind.Line, true)]
    [InlineData(ChartKind.Kpi, false)]
    public void A_number_of_the_users_on_one_axis_with_a_figure_is_cautioned(ChartKind kind, bool isCautioned)
    {
        var own = ChartRow.Of(new ChartMark("mine", 50), 50, new NumberStanding(ColumnOwner.User, [], ["survey.csv"]));
        var reasons = Reasons([Row.Of(Row.Plain), own], kind: kind);
        reasons.Select(r => r.Code).ShouldBe(isCautioned ? ["measure"] : []);
        if (isCautioned)
            reasons[0].Text.ShouldBe($"{reasons[0].Brief}: mine");
        Reasons([own]).ShouldBeEmpty();
    }

    [Fact]
    public void Differences_of_kind_keep_rows_apart_and_periods_only_unranked()
    {
        IReadOnlyList<ChartRow> With(string code) => [Row.Of(Row.Plain), Row.Of(Changed[code](Row.Other))];
        foreach (var code in Changed.Keys)
        {
            ChartCaveats.Parting(With(code), ChartKind.Bar, Language.En).Any().ShouldBe(ChartCaveats.Apart.Contains(code), code);
            ChartCaveats.AreRankable(With(code), ChartKind.Bar, Language.En).ShouldBeFalse(code);
        }

        ChartCaveats.AreRankable([Row.Of(Row.Plain), Row.Of(Row.Other)], ChartKind.Bar, Language.En).ShouldBeTrue();
    }

    private IReadOnlyList<ChartCaveats.Reason> Reasons(
        IReadOnlyList<ChartRow> rows,
        Language language = Language.En,
        ChartKind kind = ChartKind.Bar
    ) => ChartCaveats.Reasons(shared.Session, rows, kind, language, head: "");
}
