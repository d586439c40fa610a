using Analytics.Charts;

namespace Analytics.Figures.Tests;

/// <summary>Pictures of own SQL that would mislead: what is drawn instead, what is refused, and what is said.</summary>
public class ChartHonestyTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private const string Enrolled =
        "SELECT county_zh, value FROM measured WHERE indicator_id IN "
        + "('village_cadre_qualification_enrolment', 'village_cadre_and_reserve_qualification_enrolment')";

    private static readonly ChartRequest Plain = new(null, null, null, "t", Language.Zh);

    [Fact]
    public void Rows_that_do_not_compare_are_cards_in_their_order_and_say_why()
    {
        var spec = Build(Enrolled + " ORDER BY value");
        (spec.Kind, spec.Order).ShouldBe((ChartKind.Kpi, MarkOrder.Given));
        spec.Marks.Select(m => m.Value).ShouldBe([44, 69, 125]);
        spec.Caveats[0].ShouldBe("各行不可比（对象不同），逐项列出，不比长短");
        spec.CaveatsAbove.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("bar")]
    [InlineData("lollipop")]
    public void A_kind_of_lengths_is_refused_for_them_until_their_code_is_demanded(string kind)
    {
        var refused = Should.Throw<UserException>(() => Build(Enrolled, Plain with { Kind = kind }));
        (refused.Kind, refused.Mend).ShouldBe((FaultKind.Usage, new Setting("allow", "population")));
        refused.Text.Zh.ShouldContain("各行不可比，长短不能相比（对象不同）。请用 kpi");
        var drawn = Build(Enrolled + " ORDER BY value", Plain with { Kind = kind, Allow = ["population"] });
        drawn.Order.ShouldBe(MarkOrder.Given);
        drawn.Caveats[0].ShouldStartWith("对象不同");
        drawn.CaveatsAbove.ShouldBe(1);
    }

    [Fact]
    public void Cells_that_do_not_compare_are_a_table_without_shades()
    {
        var table = Plain with { Kind = "heatmap", X = "county_zh", Series = "indicator_zh", Y = "value" };
        Build(Enrolled.Replace("county_zh,", "county_zh, indicator_zh,"), table).IsShaded.ShouldBeFalse();
        Build("SELECT county_zh, theme AS indicator_zh, count(*) AS value FROM measured GROUP BY ALL", table).IsShaded.ShouldBeTrue();
    }

    [Fact]
    public void Different_units_share_an_axis_only_on_demand_and_each_figure_then_says_its_own()
    {
        const string Sql = "SELECT indicator_zh, value FROM measured WHERE obs_id IN ('000-1.reserve_count', '000-1.reserve_mean_age')";
        var refused = Should.Throw<UserException>(() => Build(Sql, Plain with { Kind = "dot" }));
        refused.Mend.ShouldBe(new Setting("allow", "unit"));
        Build(Sql, Plain with { Kind = "dot", Allow = ["unit"] })
            .Marks.Select(m => m.Label)
            .ShouldBe(["232名", "36.37岁"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("SELECT theme, len(reasons) AS n FROM comparison WHERE theme = 'cadre_age'")]
    [InlineData("SELECT theme, char_start AS n FROM measured WHERE theme = 'cadre_age'")]
    public void A_number_about_observations_is_no_figure_of_theirs(string sql)
    {
        var spec = Build(sql, Plain with { Title = null });
        spec.Unit.ShouldBe(ChartUnit.None);
        spec.Caveats.ShouldBeEmpty();
        spec.Marks.ShouldAllBe(m => m.Origin == FigureOrigins.Computed);
        spec.Title.ShouldBe("数字条数，按 theme 列");
    }

    [Fact]
    public void A_second_column_of_numbers_is_named_unless_somebody_chose_the_first()
    {
        const string Sql = "SELECT * FROM (VALUES ('a', 1, 2), ('b', 3, 4)) AS t(k, v, w)";
        Build(Sql).Notes.ShouldContain("未画的数值列：w（用 y 选取）");
        Build(Sql, Plain with { Y = "v" }).Notes.ShouldNotContain(n => n.Contains("未画"));
    }

    [Fact]
    public void A_line_of_thousands_of_points_keeps_its_outline_and_says_so()
    {
        var spec = Build(
            "SELECT i AS second, CASE i WHEN 7000 THEN 99 WHEN 7001 THEN -99 ELSE i % 7 END AS level FROM range(9000) AS t(i)",
            Plain with
            {
                Kind = "line",
                X = "second",
                Y = "level",
            }
        );
        spec.Marks.Count.ShouldBeLessThanOrEqualTo(2000);
        (spec.Marks.Max(m => m.Value), spec.Marks.Min(m => m.Value)).ShouldBe((99, -99));
        spec.Marks.Select(m => m.X).ShouldBeInOrder();
        spec.Notes.ShouldContain(n => n.StartsWith("共9000个点"));
        ChartLayout.Arrange(spec).Items.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_histogram_of_very_many_rows_counts_them_all()
    {
        var spec = Build("SELECT i % 1000 AS v FROM range(200000) AS t(i)", Plain with { Kind = "histogram" });
        spec.Marks.Count.ShouldBeLessThan(100);
        ChartFacts.Bins(spec).Sum(b => b.Count).ShouldBe(200_000);
        spec.Notes.ShouldContain("共200000个数，按区间清点");
        spec.IsOwnData.ShouldBeTrue();
    }

    private ChartSpec Build(string sql, ChartRequest? request = null) => shared.Build(sql, request ?? Plain);
}
