using Analytics.Engine.Verdicts;

namespace Analytics.Engine.Tests.Verdicts;

/// <summary>Twelve questions that researchers ask of the shipped figures, with the sentences that answer them.</summary>
public class VerdictExampleTests
{
    [Fact]
    public void One_place_that_states_it_is_named_with_who_does_not() =>
        Asked(
                new()
                {
                    Property = "mean_age",
                    PopulationId = "secretary_reserve",
                    Level = "county",
                }
            )
            .ShouldBe(
                new(
                    "不能比：只有碧江区载有村（社区）党组织书记后备力量的平均年龄（36.37岁，见报不早于2025-01-13）；松桃县蓼皋街道的2"
                        + "8岁是社区工作者。另8县未见此数，江口县无来源。",
                    "Cannot be compared: only Bijiang states the mean age of reserve candidates for village secretary (36.37 "
                        + "years, not before 2025-01-13); the 28 years of Liaogao, Songtao, are of community workers. 8 counties "
                        + "do not state it; Jiangkou has no source."
                )
            );

    [Fact]
    public void Attendances_of_different_people_are_listed_and_not_ranked() =>
        Asked(
                new()
                {
                    Theme = "training",
                    Property = "training_attendances",
                    Level = "county",
                }
            )
            .ShouldBe(
                new(
                    "不能排名：碧江区1870人次（乡村干部）、4550人次（农村党员）、860余人次（社区工作者），沿河县38人次（选调生），"
                        + "松桃县4000余人次（书记后备力量）；对象、时段各不相同，人次不是人数。德江县只有村级的，另5县未见此数，"
                        + "江口县无来源。",
                    "Cannot be ranked: Bijiang 1870 attendances (rural cadres), 4550 (rural Party members), just over 860 "
                        + "(community workers), Yanhe 38 (selected graduates), Songtao just over 4000 (reserve candidates); people "
                        + "and periods differ, and attendances are not people. Dejiang only for a village, 5 counties not at all; "
                        + "Jiangkou has no source."
                )
            );

    [Fact]
    public void Different_measures_are_said_place_by_place() =>
        Among(
                "000-1.idle_project_collective_gain",
                "000-1.workshop_collective_gain",
                "002-1.income_threshold_village_share",
                "000-3.community_collective_income"
            )
            .ShouldBe(
                new(
                    "不可比：碧江区是增收额（21.4万元、240.7万元），思南县是达标村占比（33.39%），德江县是14个城市社区的年平均收入（超"
                        + "15万元）；没有两个县载同一指标。",
                    "Not comparable: Bijiang states gains (214,000 and 2,407,000 yuan), Sinan a share of villages over a "
                        + "threshold (33.39%), Dejiang a yearly mean of 14 urban communities (more than 150,000 yuan); no two counties "
                        + "state the same measure."
                )
            );

    [Fact]
    public void Stocks_without_a_date_stand_side_by_side_with_what_is_known_of_it_and_per_village() =>
        Among("000-1.reserve_count", "003-1.reserve_count")
            .ShouldBe(
                new(
                    "可并列，不排名：书记后备力量碧江区232名（“目前”，见报不早于2025-01-13）、松桃县1139人（“截至目前”，不早于2025-04"
                        + "-04）；时点均未载。每村（社区）：碧江2名以上（原文）、松桃2.30名（推算）。",
                    "Side by side, not ranked: Bijiang 232 (\"at present\", not before 2025-01-13), Songtao 1139 (\"up to "
                        + "now\", not before 2025-04-04); no date stated. Per village: Bijiang 2 or more (stated), Songtao 2.30 "
                        + "(derived)."
                )
            );

    [Fact]
    public void A_figure_with_two_readings_says_so_and_one_of_other_people_is_left_out() =>
        Among("000-1.village_cadre_qualification_upgrade", "003-1.village_cadre_qualification_enrolment")
            .ShouldBe(
                new(
                    "可并列，不排名：村干部参加学历提升碧江区125名（2024年以来）、松桃县69名（时间未载）；碧江的125名是否都指学历，"
                        + "原文可作两解。思南县44名含后备力量，不在内。",
                    "Side by side: village cadres enrolled for a higher qualification, Bijiang 125 (since 2024), Songtao "
                        + "69 (undated); Bijiang's can be read in two ways. Sinan's 44 include reserves and are left out."
                )
            );

    [Fact]
    public void Flows_of_different_times_say_that_these_differ() =>
        Among("000-1.shadowing_elsewhere", "003-2.shadowing_other_prefectures")
            .ShouldBe(
                new(
                    "可并列，不排名：村干部及后备力量赴外地跟岗碧江区35名（2024年以来）、思南县22名（2024年）；起止不同。"
                        + "松桃县10名只含书记后备力量，不在内。",
                    "Side by side: sent elsewhere on work-shadowing, Bijiang 35 (since 2024), Sinan 22 (2024); periods differ. "
                        + "Songtao's 10 are reserve candidates only and left out."
                )
            );

    [Fact]
    public void Articles_far_apart_in_time_are_said_to_be() =>
        Among("002-1.secretary_reserve_training_sessions", "003-1.special_training_sessions")
            .ShouldBe(
                new(
                    "可并列，不排名：书记后备力量培训思南县4期（时间未载）、松桃县30期（2024年来）；两文见报下限相隔11个月，"
                        + "思南原文只写“村”，未写“社区”。",
                    "Side by side: course runs for reserve candidates, Sinan 4 (undated), Songtao 30 (since 2024); the articles' "
                        + "earliest dates are 11 months apart, and Sinan's text says \"village\", not \"community\"."
                )
            );

    [Fact]
    public void Raw_totals_are_said_to_be_when_nothing_weightier_is() =>
        Among("000-1.workshops", "003-2.workshop_count")
            .ShouldBe(
                new(
                    "可并列，不排名：强村富民工坊碧江区27个（“截至目前”，见报不早于2025-01-13）、思南县60个（时间未载，不早于2025-04-"
                        + "04）；是总数，未按规模折算。",
                    "Side by side: workshops, Bijiang 27 (\"up to now\", not before 2025-01-13), Sinan 60 (undated, not before "
                        + "2025-04-04); raw totals, not adjusted for size."
                )
            );

    [Fact]
    public void Scopes_that_differ_are_said_of_each_figure() =>
        Among("002-1.grid_count", "000-3.grids")
            .ShouldBe(
                new(
                    "不可比：网格数思南县1665个是全县，德江县227个只数城镇；覆盖范围不同。",
                    "Not comparable: grids, Sinan's 1665 are the whole county, Dejiang's 227 urban only; scopes differ."
                )
            );

    [Fact]
    public void Shares_say_whom_they_are_of_and_which_is_suspect() =>
        Among(
                "000-1.reserve_junior_college_share",
                "001-1.community_worker_junior_college_share",
                "001-4.village_reserve_junior_college_share"
            )
            .ShouldBe(
                new(
                    "不能比：大专及以上占比碧江区85.78%说书记后备力量、92.3%说社区工作者，万山区95.55%说村级后备力量且存疑（312人中无"
                        + "整数可得）；对象不同。",
                    "Cannot be compared: share with junior college or more, Bijiang 85.78% of reserve candidates and 92.3% "
                        + "of community workers, Wanshan 95.55% of all village reserves, itself suspect (no whole number of 312 "
                        + "gives it)."
                )
            );

    [Fact]
    public void A_measure_whose_criterion_moved_is_no_growth() =>
        Among(
                "003-2.threshold_village_count",
                "003-2.threshold_village_share",
                "002-1.income_threshold_village_count",
                "002-1.income_threshold_village_share"
            )
            .ShouldBe(
                new(
                    "不能当作增长：思南县165个村（31.85%）按年经营收入45万元以上、收益20万元以上，173个村（33.39%）按55万元以上或25万"
                        + "元以上；门槛不同。",
                    "No growth can be read: Sinan's 165 villages (31.85%) meet 450,000 yuan of revenue, 200,000 of proceeds, "
                        + "its 173 (33.39%) meet 550,000 or 250,000; the criterion moved."
                )
            );

    [Fact]
    public void A_county_without_a_source_is_not_zero() =>
        Asked(
                new()
                {
                    Theme = "training",
                    Level = "county",
                    Counties = ["jiangkou"],
                }
            )
            .ShouldBe(
                new("江口县：本库没有来源，不是零；另9县有报道。", "Jiangkou: no source here, which is not zero; 9 counties have articles.")
            );

    private static Localized Asked(VerdictQuestion question)
    {
        using var session = TestHome.Open();
        return new VerdictReader(session).Of(question).Medium;
    }

    private static Localized Among(params string[] ids)
    {
        using var session = TestHome.Open();
        return new VerdictReader(session).Of(ids).Medium;
    }
}
