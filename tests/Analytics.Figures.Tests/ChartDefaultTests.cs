using Analytics.Charts;

namespace Analytics.Figures.Tests;

/// <summary>What a result suggests where nothing is named, and what is refused because it would mislead.</summary>
public class ChartDefaultTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private const string Workshops = "FROM measured WHERE indicator_id = 'strong_village_workshop_count'";

    private const string Counties = Workshops + " AND place_level = 'county'";

    private static readonly ChartRequest Plain = new(null, null, null, null, Language.Zh);

    [Theory]
    [InlineData("SELECT * " + Counties, "bar", "强村富民工坊数", "思南县")]
    [InlineData("SELECT denominator_value, line_start, value, county_zh, obs_id " + Counties, "bar", "强村富民工坊数", "思南县")]
    [InlineData("FROM measured WHERE place_zh = '碧江区' AND theme = 'training'", "kpi", "7项指标的数字", "乡村干部培训人次")]
    [InlineData("SELECT * FROM (VALUES ('甲', NULL::INT, 3), ('乙', NULL, 4)) AS t(a, v, w)", "bar", "查询中的数：w，按 a 列", "甲")]
    [InlineData("SELECT i AS 长, i * i AS 宽 FROM range(9) AS t(i)", "scatter", "宽与长", "")]
    [InlineData("SELECT i * i AS n, 2018 + i AS year FROM range(5) AS t(i)", "line", "查询中的数：n，按 year 列", "2018")]
    [InlineData(
        "SELECT i * i AS n, 2018 + i AS 年份, c AS county FROM range(5) AS t(i), (VALUES ('a'), ('b')) AS u(c)",
        "line",
        "查询中的数：n，按 年份 列",
        "2018"
    )]
    [InlineData("SELECT * FROM (VALUES ('2024年3月', 2), ('2024年1月', 3)) AS t(p, n)", "line", "查询中的数：n，按 p 列", "2024年3月")]
    [InlineData(
        "SELECT * FROM (VALUES ('甲', '一', 2), ('甲', '二', 3), ('乙', '一', 5), ('乙', '二', 6)) AS t(a, b, n)",
        "grouped-bar",
        "查询中的数：n，按 a 列",
        "甲"
    )]
    [InlineData(
        "SELECT * FROM (VALUES ('甲', '一', 2), ('甲', '二', 3), ('乙', '三', 5)) AS t(a, b, n)",
        "bar",
        "查询中的数：n，按 b 列",
        "一"
    )]
    [InlineData(
        "SELECT i > 4 AS big, count(*) AS n FROM range(9) AS t(i) GROUP BY 1 ORDER BY 1",
        "bar",
        "查询中的数：n，按 big 列",
        "false"
    )]
    [InlineData("SELECT county_zh, count(*) AS n FROM measured GROUP BY 1", "bar", "数字条数，按 county_zh 列", "思南县")]
    [InlineData("SELECT county_zh, count(*) AS 条数 FROM measured GROUP BY 1", "bar", "条数", "思南县")]
    [InlineData(
        "SELECT theme, sum(value) AS v " + Counties + " GROUP BY 1",
        "bar",
        "强村富民工坊数（相加），按 theme 列",
        "village_enterprise"
    )]
    public void Columns_that_say_something_are_chosen(string sql, string kind, string title, string category)
    {
        var spec = Build(sql, Plain);
        (ChartKindName.Of(spec.Kind), spec.Title).ShouldBe((kind, title));
        spec.Marks.ShouldContain(m => m.Category == category);
    }

    [Fact]
    public void What_is_named_for_one_axis_is_not_taken_for_the_other()
    {
        var spec = Build("SELECT i AS a, i * i AS b FROM range(5) AS t(i)", Plain with { Kind = "line", X = "b" });
        spec.Marks.Select(m => (m.X, m.Value)).ShouldBe([(0, 0), (1, 1), (4, 2), (9, 3), (16, 4)]);
    }

    [Theory]
    [InlineData("SELECT * FROM (VALUES ('甲', '45.5%')) AS t(a, v)", null, "请在查询中写成 replace(\"v\", '%', '')::DOUBLE / 100")]
    [InlineData("SELECT * FROM (VALUES ('甲', '1,234', 1)) AS t(a, v, w)", "v", "replace(\"v\", ',', '')::DOUBLE")]
    [InlineData("SELECT * FROM (VALUES ('甲', NULL::INT, 3)) AS t(a, v, w)", "v", "请为 y 另选数值列：w")]
    public void Values_that_are_no_figures_are_told_with_their_mend(string sql, string? y, string mend) =>
        Should.Throw<UserException>(() => Build(sql, Plain with { Y = y })).Text.Zh.ShouldContain(mend);

    [Fact]
    public void Rows_that_nothing_tells_apart_carry_their_number() =>
        Build("SELECT * FROM (VALUES ('甲', 3), ('甲', 4), ('乙', 5)) AS t(a, n)", Plain)
            .Marks.Select(m => m.Detail)
            .ShouldBe(["第1行", "第2行", null]);

    [Theory]
    [InlineData("line", "SELECT county_zh, value, obs_id " + Workshops, "county_zh")]
    [InlineData("slope", "SELECT * FROM (VALUES ('a', 2), ('b', 3), ('c', 5)) AS t(n, v)", "n")]
    public void Names_without_order_are_not_joined(string kind, string sql, string x)
    {
        var refusal = Should.Throw<UserException>(() => Build(sql, Plain with { Kind = kind, X = x })).Text.Zh;
        refusal.ShouldContain("没有次序");
        refusal.ShouldContain("请用 bar 或 dot");
    }

    [Theory]
    [InlineData("2024", 2024)]
    [InlineData("2024年", 2024)]
    [InlineData("2024-07", 2024.5)]
    [InlineData("2024年7月", 2024.5)]
    [InlineData("2024年第三季度", 2024.5)]
    [InlineData("2024Q3", 2024.5)]
    [InlineData("2024年下半年", 2024.5)]
    [InlineData("第三季度", 3)]
    [InlineData("十二月", 12)]
    [InlineData("March", 3)]
    [InlineData("第十二轮", 12)]
    [InlineData("培训后", 1)]
    public void A_period_in_words_has_a_place_in_time(string text, double at) => ChartPeriod.Of(text)!.Value.At.ShouldBe(at, 1e-9);

    [Theory]
    [InlineData("2024年13月")]
    [InlineData("截至目前")]
    [InlineData("石阡县")]
    [InlineData("55431")]
    [InlineData("")]
    public void What_is_no_period_has_none(string text) => ChartPeriod.Of(text).ShouldBeNull();

    [Fact]
    public void Periods_of_different_scales_have_no_common_order() => ChartPeriod.Of(["2024年", "第一季度"]).ShouldBeNull();

    [Fact]
    public void An_interval_with_one_NULL_end_is_open_on_that_side()
    {
        const string Sql =
            "SELECT * FROM (VALUES ('a', 5, 3, NULL), ('b', 6, NULL, 9), ('c', 4, 2, 8), ('d', NULL, 2, NULL)) AS t(n, v, lo, hi)";
        var spec = Build(Sql, Plain with { Y = "v", Low = "lo", High = "hi" });
        spec.Marks.Select(m => m.Qualifier).ShouldBe([MarkQualifier.Min, MarkQualifier.Max, MarkQualifier.Exact, MarkQualifier.Min]);
        spec.Marks.Select(m => ChartDescription.Reading(m, spec)).ShouldBe(["5（≥3）", "6（≤9）", "4", "≥2"]);
    }

    [Theory]
    [InlineData("(5, 6, 9)", "“a”的数值5小于下端6")]
    [InlineData("(5, 1, 4)", "“a”的数值5大于上端4")]
    public void A_figure_outside_its_interval_is_named(string row, string message) =>
        Should
            .Throw<UserException>(() =>
                ChartFacts.Checked(
                    Build($"SELECT 'a' AS n, * FROM (VALUES {row}) AS t(v, lo, hi)", Plain with { Y = "v", Low = "lo", High = "hi" })
                )
            )
            .Text.Zh.ShouldContain(message);

    [Fact]
    public void A_reference_in_per_cent_belongs_to_shares()
    {
        var percent = Plain with { References = [ReferenceText.One("50% 目标")!] };
        Should
            .Throw<UserException>(() => Build("SELECT county_zh, value, obs_id " + Counties, percent))
            .Text.Zh.ShouldContain("图中数值的单位是“个”");
        Build("SELECT 'a' AS n, 45.0 AS v, '%' AS unit", percent with { Kind = "bar" }).References[0].Value.ShouldBe(50);
        Build("SELECT 'a' AS n, 0.45 AS v, '1' AS unit", percent with { Kind = "bar" }).References[0].Value.ShouldBe(0.5);
    }

    [Fact]
    public void A_reference_far_outside_is_said_instead_of_drawn()
    {
        var spec = Build("SELECT county_zh, value, obs_id " + Counties, Plain with { References = [new(99999, "目标"), new(40, "规划")] });
        spec.References.ShouldBe([new ChartReference(40, "规划")]);
        spec.Notes.ShouldContain("目标 9.9999万个 远在图外，未画");
    }

    [Fact]
    public void Parts_of_different_measures_are_stacked_only_on_demand_and_without_a_total()
    {
        const string Sql = """
            SELECT county_zh AS x, if(indicator_id = 'strong_village_workshop_count', '工坊', '公司')
                AS s, sum(value) AS value, list(obs_id) AS obs_ids FROM measured
            WHERE place_level = 'county' AND theme = 'village_enterprise' AND accounting = 'stock' AND unit = '个' GROUP BY ALL
            """;
        var request = Plain with { Kind = "stacked-bar", X = "x", Series = "s" };
        var refused = Should.Throw<UserException>(() => Build(Sql, request));
        refused.Text.Zh.ShouldContain("allow: [stack, ");
        Build(Sql, request with { Allow = [refused.Mend!.Value!] }).PartsDoNotAddUp.ShouldBeTrue();
    }

    [Fact]
    public void Parts_that_the_sources_link_to_one_whole_are_stacked_with_their_total() =>
        Build(
            "SELECT county_zh AS x, indicator_zh AS s, value, obs_id FROM measured WHERE starts_with(obs_id, "
                + "'000-1.village_leading_group_') AND obs_id <> '000-1.village_leading_group_evaluated'",
            Plain with
            {
                Kind = "stacked-bar",
                X = "x",
                Series = "s",
            }
        )
            .PartsDoNotAddUp.ShouldBeFalse();

    [Fact]
    public void A_part_beside_its_whole_is_not_added()
    {
        const string Sql =
            "SELECT county_zh, sum(value) AS value, list(obs_id) AS obs_ids FROM "
            + "measured WHERE starts_with(obs_id, '000-1.village_leading_group_') GROUP BY 1";
        Should.Throw<UserException>(() => Build(Sql, Plain)).Text.Zh.ShouldContain("allow: [sum]");
    }

    [Theory]
    [InlineData("SELECT 'a' AS n, NULL::INT AS v UNION ALL SELECT 'b', 2 ORDER BY n DESC", true)]
    [InlineData("WITH place AS (SELECT 'a' AS n, 1 AS v) FROM place", true)]
    [InlineData("SELECT county_zh, value FROM measured WHERE unit = '元' AND per_time IS NULL LIMIT 3", false)]
    [InlineData("SELECT count(*) AS n FROM 'data/observation.parquet'", false)]
    public void Data_that_touches_no_table_of_the_product_is_the_users_own(string sql, bool isOwn)
    {
        var spec = Build(sql.Replace("data/observation.parquet", Path.Combine(shared.Session.Home.Data, "observation.parquet")), Plain);
        spec.IsOwnData.ShouldBe(isOwn);
        spec.Disclaimer.ShouldStartWith(
            isOwn ? "数据来自使用者提供的文件或查询"
            : sql.Contains("count(") ? "由报道数字推算，原文未载"
            : "数据照录报道原文"
        );
        if (spec.Marks.FirstOrDefault(m => m.Presence != MarkPresence.Figure) is { } missing)
            ChartDescription.Reading(missing, spec).ShouldBe("无数值");
    }

    [Fact]
    public void Figures_keep_their_sources_and_bounds_whether_or_not_the_query_names_them()
    {
        var (plain, named) = (
            Build("SELECT county_zh, value " + Workshops, Plain),
            Build("SELECT county_zh, value, obs_id " + Workshops, Plain)
        );
        plain.Sources.ShouldBe(named.Sources);
        plain.Caveats.ShouldBe(named.Caveats);
        plain.Marks.Select(m => (m.Label, m.Qualifier)).ShouldBe(named.Marks.Select(m => (m.Label, m.Qualifier)));
    }

    private ChartSpec Build(string sql, ChartRequest request) => shared.Build(sql, request);
}
