using System.Text;
using System.Text.Json;
using Analytics.Charts;
using Analytics.Engine.Lineage;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;

namespace Analytics.Figures.Tests;

/// <summary>What stands around the figures of a chart, on the real data: coverage, cautions, periods, notes, names, sources.</summary>
public class ChartEvidenceTests(ChartSession shared) : IClassFixture<ChartSession>
{
    private const string Reserves =
        "SELECT county_zh, place_zh, value, obs_id FROM measured WHERE indicator_id = 'secretary_reserve_headcount'";

    private const string Receipts =
        "SELECT place_zh, value, obs_id FROM measured WHERE theme = "
        + "'collective_income' AND unit = '元' ORDER BY place_level, county_zh, obs_id";

    [Fact]
    public void Coverage_counts_all_the_data_and_not_the_rows_drawn()
    {
        Sql(Reserves + " AND county_zh = '碧江区'")
            .Coverage.ShouldBe("本库来源中，10个县里2个有此数字，另有2个县只有乡镇或村的；本图只列碧江区");
        Sql(Reserves + " AND county_zh = '碧江区'", Language.En)
            .Coverage.ShouldBe(
                "2 of 10 counties have a figure in these sources, 2 more only for a township or village; shown here: Bijiang District"
            );
        Sql("SELECT county_zh, value, obs_id FROM measured WHERE indicator_id = 'village_reserve_headcount'", Language.En)
            .Coverage.ShouldBe("1 of 10 counties has a figure in these sources");
    }

    [Fact]
    public void Coverage_tells_townships_and_villages_from_counties()
    {
        Sql(Reserves + " AND place_level = 'township'")
            .Coverage.ShouldBe("本库来源中，10个县里2个有此数字，另有2个县只有乡镇或村的；本图只列石阡县、印江土家族苗族自治县");
        Query("cadre_age/coverage").Coverage.ShouldBe("图中数字出自10个县里的2个，其中松桃苗族自治县只有乡镇或村的数字");
        Query("cadre_pay/liaogao_grades").Coverage.ShouldStartWith("图中只有松桃苗族自治县蓼皋街道的数字，不是全县的");
    }

    [Fact]
    public void Coverage_of_several_measures_does_not_count_counties_of_one()
    {
        Query("collective_income/receipts").Coverage.ShouldBe("图中数字出自10个县里的3个，其中玉屏侗族自治县只有乡镇或村的数字");
        Query("cadre_age/bijiang_reserves")
            .Coverage.ShouldBe("图中只有碧江区的数字；各项指标在本库来源中见于10个县里的1至2个，只计全县的数字");
    }

    [Theory]
    [InlineData("village_enterprise/bijiang_workshops", "原文有两解：收益、发放工资、带动集体增收")]
    [InlineData("cadre_count/reserves_per_village", "下限，不是确数：碧江区")]
    [InlineData("cadre_count/reserves_per_village", "对象不同：碧江区、松桃苗族自治县为村（社区）党组织书记后备力量，万山区为村级后备力量")]
    [InlineData("education/wanshan_reserve_shares", "存疑（核算不符，照录）：大专以上学历")]
    [InlineData("education/qualification_enrolment", "对象不同：村干部、村干部及后备力量（见各行）")]
    [InlineData("village_enterprise/companies_beside_workshops", "碧江区 公司为区（县）级强村富民公司、乡级强村富民公司")]
    public void A_caution_names_the_rows_it_is_about(string query, string part) =>
        Query(query).Caveats.ShouldContain(c => c.Contains(part), string.Join('\n', Query(query).Caveats));

    [Fact]
    public void Cautions_inform_in_four_lines_the_most_serious_first()
    {
        var caveats = Sql(Receipts, kind: "dot").Caveats;
        caveats.Count.ShouldBe(4);
        caveats[0].ShouldStartWith("指标不同");
        caveats[^1].ShouldStartWith("另外：");
    }

    [Theory]
    [InlineData("cadre_age/bijiang_reserves")]
    [InlineData("party_org/mid_term_evaluation")]
    [InlineData("cadre_pay/liaogao_grades")]
    [InlineData("overview/county_by_theme")]
    public void Cards_of_one_population_parts_of_a_whole_and_tallies_are_not_cautioned(string query) =>
        Query(query).Caveats.ShouldBeEmpty();

    [Fact]
    public void A_number_that_no_text_states_is_cautioned()
    {
        Sql("SELECT county_zh, value * 2 AS v, obs_id FROM measured WHERE indicator_id = 'village_reserve_headcount'")
            .Caveats.ShouldBe(["推算，原文未载此数：万山区"]);
        Sql("SELECT county_zh, value, obs_id FROM measured WHERE indicator_id = 'village_reserve_headcount'").Caveats.ShouldBeEmpty();
    }

    [Fact]
    public void A_doubtful_share_gives_its_reason_in_English_words() =>
        Query("education/wanshan_reserve_shares", "en")
            .Caveats.ShouldContain(
                "suspect, a check failed, kept as printed: Junior college or above (no whole number of 312 gives 95.55%)"
            );

    /// <summary>The chart and the view agree on every pair that the view holds, apart from what a chart knows better.</summary>
    [Fact]
    public void Cautions_between_two_bars_have_the_codes_of_the_comparison()
    {
        using var pairs = ResultTable.Read(
            shared.Session.Run(
                "SELECT obs_id, other_obs_id, array_to_string(reasons, ' ') FROM comparison "
                    + "WHERE standing <> 'comparable' ORDER BY hash(obs_id, other_obs_id) LIMIT 60"
            )
        );
        for (var row = 0; row < pairs.RowCount; row++)
        {
            var read = Observation.Read(shared.Session, [pairs.Text(row, 0)!, pairs.Text(row, 1)!]).ToArray();
            var rows = read.Select(
                    (o, i) => ChartRow.Of(new ChartMark($"row {i}", o.Value), o.Value, new NumberStanding(ColumnOwner.Articles, [o], []))
                )
                .ToArray();
            var codes = ChartCaveats.Reasons(shared.Session, rows, ChartKind.Bar, Language.En, "").Select(r => r.Code).ToHashSet();
            var expected = pairs.Text(row, 2)!.Split(' ').ToHashSet();
            // One text that counts one population tells its parts; a criterion belongs to its measure; what has no accounting differs in
            // none; words of one article are one time; lengths are no ranking, so sizes are not told of them.
            expected
                .Except(codes)
                .Except(["measure", "criterion", "accounting", "period", "size"])
                .ShouldBeEmpty(string.Join(' ', read.Select(o => o.Id)));
            codes.Except(expected).ShouldBeEmpty(string.Join(' ', read.Select(o => o.Id)));
        }
    }

    [Fact]
    public void Rows_of_differing_periods_each_say_theirs_and_where_it_is_from()
    {
        Query("training/shadowing")
            .Marks.Select(m => m.Detail!.Split(" · ")[^1])
            .ShouldBe(["2024年以来（承前推断）", "2024年", "时段未载"]);
        Query("training/shadowing", "en")
            .Marks.Select(m => m.Detail!.Split(" · ")[^1])
            .ShouldBe(["since 2024 (inferred from the lines before)", "2024", "period not stated"]);
    }

    [Fact]
    public void A_period_that_all_rows_share_stands_in_the_subtitle_once()
    {
        Query("cadre_pay/bijiang_pay").Subtitle.ShouldContain("时段未载");
        Query("party_org/mid_term_evaluation").Subtitle.ShouldContain("2024年以来（承前推断）");
        Query("cadre_pay/liaogao_grades").Subtitle.Split("2022年").Length.ShouldBe(2);
        Sql(Reserves + " AND county_zh = '碧江区'")
            .Subtitle.ShouldBe("村（社区）党组织书记后备力量人数，“目前”（见报不早于2025-01-13），单位：人");
    }

    [Theory]
    [InlineData("，目前", "，“目前”（见报不早于2025-01-13）")]
    [InlineData("，“目前”的数", "，“目前”（见报不早于2025-01-13）的数")]
    [InlineData("，见报不早于2025-01-13的目前", "，见报不早于2025-01-13的目前")]
    [InlineData("", "，“目前”（见报不早于2025-01-13）")]
    public void At_present_is_never_left_without_its_day(string given, string shown) =>
        new PeriodWords("“目前”", "见报不早于2025-01-13").Into("人数" + given, Language.Zh, "，").ShouldBe("人数" + shown);

    [Fact]
    public void Notes_stand_under_the_names_of_their_rows_and_are_said_once()
    {
        var notes = Query("village_enterprise/bijiang_workshops").Notes;
        notes.ShouldContain("收益、发放工资、带动集体增收：前有“截至目前”“年”，本数是年度数还是累计数未明");
        notes.ShouldContain("经营性收入（年）：“年”未载是哪一年；工坊收入，非村集体收入");
        Query("cadre_pay/bijiang_pay").Notes.ShouldContain(n => n.StartsWith("社区书记、主任“一肩挑”：") && n.Contains("原句未再写“平均”"));
        Query("collective_income/receipts").Notes.ShouldContain(n => n.Contains("不是集体收入总额"));
        Query("collective_income/receipts").Notes.ShouldContain(n => n.Contains("不是村集体总收入"));
    }

    [Fact]
    public void Rows_on_several_observations_print_the_notes_of_all() =>
        Query("village_enterprise/companies_beside_workshops").Notes.ShouldContain("碧江区 公司（12家）：不含区级1家，村级公司数未载");

    [Fact]
    public void Many_rows_print_the_notes_of_doubtful_figures_and_count_the_others()
    {
        var notes = Sql("SELECT obs_id AS name, value, obs_id FROM measured WHERE unit = '人' ORDER BY obs_id LIMIT 30").Notes;
        notes.Count.ShouldBeInRange(2, 7);
        notes[^1].ShouldMatch("^另有[0-9]+条说明，见数据的 note 列$");
    }

    [Fact]
    public void A_note_names_articles_by_their_number_on_the_chart() =>
        Query("cadre_pay/bijiang_pay").Notes.ShouldContain(n => n.Contains("与[1]村（社区）“两委”平均报酬"));

    [Fact]
    public void Rows_that_read_alike_take_what_parts_them_from_the_observations()
    {
        var marks = Sql(Receipts).Marks;
        marks.Select(m => (m.Category, m.Detail)).Distinct().Count().ShouldBe(marks.Count);
        marks
            .Where(m => m.Category == "碧江区")
            .Select(m => m.Detail!.Split(" · ")[1])
            .ShouldBe(["盘活闲置低效项目带动", "强村富民工坊带动"]);
        var cards = Query("collective_income/village_thresholds").Marks;
        cards.Select(m => (m.Category, m.Detail)).Distinct().Count().ShouldBe(cards.Count);
        Sql("SELECT county_zh, value, obs_id FROM measured WHERE theme = 'education' AND statistic = 'share'")
            .Marks.ShouldAllBe(m => m.Detail!.Contains("占比"));
    }

    [Fact]
    public void Rows_that_nothing_parts_are_numbered_in_the_order_of_the_text()
    {
        var marks = Sql(
            "SELECT 'x' AS name, value, obs_id FROM measured JOIN (VALUES (1), "
                + "(2)) AS twice(n) ON true WHERE obs_id = '000-1.reserve_count'"
        ).Marks;
        marks.Select(m => m.Detail).ShouldBe(["文中第1处", "文中第2处"]);
    }

    [Fact]
    public void A_village_takes_the_name_of_its_county_where_rows_mix_counties()
    {
        Sql(Receipts).Marks.Select(m => m.Category).ShouldContain("台头村（德江县）");
        Sql(Receipts, Language.En)
            .Marks.Select(m => m.Category)
            .ShouldBe([
                "Dejiang County",
                "Bijiang District",
                "Bijiang District",
                "Taitou Village (Dejiang County)",
                "Taitou Village (Dejiang County)",
                "Maoping Village (Yuping Dong Autonomous County)",
            ]);
        Sql("SELECT place_zh, value, obs_id FROM measured WHERE obs_id = '002-3.collective_dividends'")
            .Marks[0]
            .Category.ShouldBe("台头村");
    }

    [Fact]
    public void A_row_named_after_a_county_says_where_its_figure_is_of_a_township() =>
        Sql(Reserves).Marks.Where(m => m.Category == "石阡县").Select(m => m.Detail).ShouldBe(["国荣乡 · 时段未载"]);

    [Fact]
    public void An_annotation_follows_its_row_to_its_other_name()
    {
        var request = new ChartRequest("dot", "place_zh", "value", "t", Language.En) { Annotations = [new("台头村", "here")] };
        var spec = shared.Build(
            "SELECT place_zh, value, obs_id FROM measured WHERE theme = "
                + "'collective_income' AND unit = '元' AND obs_id <> '002-3.collective_dividends'",
            request
        );
        spec.Annotations[0].At.ShouldBe("Taitou Village (Dejiang County)");
    }

    [Fact]
    public void Sources_are_numbered_as_a_reader_meets_them()
    {
        foreach (var name in new[] { "collective_income/receipts", "training/shadowing", "training/coverage", "education/shares" })
        {
            var spec = Query(name);
            MarkOrdering.Of(spec).SelectMany(m => m.Sources).Distinct().ShouldBe(Enumerable.Range(1, spec.Sources.Count));
        }
    }

    [Fact]
    public void A_day_before_which_nothing_was_printed_says_what_it_is()
    {
        var sources = Query("overview/county_by_theme").Sources;
        sources
            .Select(s => s.DateBasis)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                [
                    "见报不早于2025-01-13（据同版图片说明推断）",
                    "见报不早于2025-01-13（据文中日期）",
                    "见报不早于2025-04-04（据同版推断）",
                    "见报不早于2025-07-01（据同版另文推断）",
                    "见报不早于2025-07-01（据文中日期）",
                    "见报不早于2026-03-11（据同版图片说明推断）",
                    "见报不早于2026-03-11（据文中日期）",
                    "见报日期未载",
                ],
                ignoreOrder: true
            );
        sources.Count(s => s.Article == "（图片说明，无标题）").ShouldBe(2);
        sources.Count(s => s.Article == "（标题缺）").ShouldBe(1);
    }

    [Fact]
    public void The_sidecar_tells_detail_period_and_note_of_each_mark()
    {
        var spec = Query("cadre_pay/bijiang_pay");
        using var json = new MemoryStream();
        ChartSidecar.Write(json, spec, shared.Session);
        var mark = JsonDocument.Parse(Encoding.UTF8.GetString(json.ToArray())).RootElement.GetProperty("marks")[1];
        (mark.GetProperty("detail").GetString(), mark.GetProperty("period_basis").GetString()).ShouldBe(("最高", "none"));
        mark.GetProperty("note").GetString()!.ShouldContain("非平均");
    }

    private QueryCatalog Catalog => new(shared.Session.Home.Queries);

    private ChartSpec Query(string name, string language = "zh") => shared.Build(Catalog.Get(name), language);

    private ChartSpec Sql(string sql, Language language = Language.Zh, string? kind = null) =>
        shared.Build(sql, new ChartRequest(kind, null, null, "t", language));
}
