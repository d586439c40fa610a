namespace Analytics.Curation.Tests;

/// <summary>One thing is changed at a time: the check names it, and the tables that were built before stay as they are.</summary>
public sealed class TamperTests : IClassFixture<TamperTests.BuiltProject>
{
    private const string Observations = "data/curated/observations.csv";
    private const string Segments = "data/curated/segments.csv";
    private const string Places = "data/curated/places.csv";
    private const string Aliases = "data/curated/aliases.csv";
    private const string Units = "data/curated/units.csv";
    private const string Indicators = "data/curated/indicators.csv";
    private const string Links = "data/curated/links.csv";
    private const string Articles = "data/curated/articles.csv";
    private const string Exclusions = "data/curated/exclusions.csv";
    private const string Accepted = "data/curated/accepted.csv";
    private const string Totals = "data/curated/totals.csv";
    private const string Phrases = "data/curated/phrases.csv";
    private const string Seed = "seeds/a.txt";

    private const string AgeRow =
        "a-1.age,a-1,jia,all,reserve_mean_age,reported,36.5,岁,36.5,exact,储备后备力量40名，"
        + "平均年龄36.5岁,,,,,,,,目前,as_of,,,stated,normal,,,,at present,\n";

    private const string StationRow =
        "a-1.stations,a-1,jia,all,station_count,reported,三,个,3,exact,设三个站点,,,,,,,,,undated,,,none,normal,,,,,\n";

    private readonly BuiltProject _built;

    public TamperTests(BuiltProject built) => _built = built;

    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            // sources
            { Seed, "36.5", "36.6", "source.sha256" },
            { Seed, "聚焦", "聚\r焦", "file.line_ending" },
            { Seed, "甲县：抓", "\uFEFF甲县：抓", "file.bom" },
            { "data/curated/sources.csv", "a.txt", "b.txt", "file.missing" },
            { "data/curated/sources.csv", "a.txt", "b.txt", "source.unlisted" },
            // form of the curated files
            { Observations, "a-1.reserve,a-1", "a-1.reser\"ve,a-1", "csv.quote" },
            { Observations, "a-1.reserve,", "\"a-1.reserve,", "csv.line_break" },
            { Observations, ",储备后备力量40名", ",\"储备后备\"力量40名", "csv.quote" },
            { Observations, ",note,", ",", "csv.column_missing" },
            { Observations, "note_en\n", "note_en,extra\n", "csv.column_unknown" },
            { Observations, ",period_text,", ",note,", "csv.column_duplicate" },
            { Observations, "a-1.reserve,a-1,", "a-1.reserve,", "csv.field_count" },
            { Observations, "a-1.reserve,", "\na-1.reserve,", "csv.field_count" },
            { Observations, "a-1.reserve,", "a-1.reserve ,", "csv.whitespace" },
            { Observations, "占比75%", "占比\u001b75%", "csv.control_character" },
            { Observations, "obs_id", "\uFEFFobs_id", "file.bom" },
            { Observations, "note_en\n", "note_en\r\n", "file.line_ending" },
            // fields
            { Observations, "jia,all,reserve_headcount", "jia,,reserve_headcount", "field.required" },
            { Observations, "jia,all,reserve_headcount", "jia,everything,reserve_headcount", "field.choice" },
            { Observations, "名,40,exact", "名,4e1,exact", "field.number" },
            { Observations, ",,1,,,,,,,undated", ",,0,,,,,,,undated", "field.integer" },
            { Observations, "2024-12-31", "2024-02-30", "field.date" },
            { Observations, "a-1.reserve,", "储备,", "field.id" },
            { Indicators, "人,true,false", "人,yes,false", "field.flag" },
            { Totals, "villages,20", "villages,twenty", "field.number" },
            // keys and references
            { Observations, AgeRow, AgeRow + AgeRow, "key.duplicate" },
            { Observations, AgeRow, AgeRow + "a-1.age2" + AgeRow["a-1.age".Length..], "numeral.claimed_twice" },
            { Exclusions, "a-1,2024,2024年，举办培训班", "a-1,2024,2024年以来，甲县", "numeral.claimed_twice" },
            { Observations, "a-1.age,a-1,jia", "a-1.age,a-1,bing", "key.reference" },
            { Observations, "reserve_mean_age", "reserve_median_age", "key.reference" },
            { Observations, "a-1.age,a-1", "a-1.age,a-9", "key.reference" },
            { Observations, "36.5,岁", "36.5,周岁", "key.reference" },
            { Links, "a-1.award,a-1.wages", "a-1.award,a-1.wage", "key.reference" },
            { Places, "township,yi,yi", "township,bing,yi", "key.reference" },
            { Indicators, "reserve_headcount,", "other_headcount,", "key.reference" },
            { Units, "期,期,", "轮,轮,", "key.reference" },
            { Units, "元,元,yuan", "角,角,jiao,money,元,0.1\n元,元,yuan", "key.unused" },
            // segments
            { Segments, "3,3,a-1,lead", "3,5,a-1,lead", "segment.overlap" },
            { Segments, "a.txt,5,5,a-1,heading\n", "", "segment.uncovered" },
            { Segments, "23,24,a-2", "23,44,a-2", "segment.range" },
            { Segments, "6,9,a-1", "9,6,a-1", "segment.range" },
            { Segments, "22,22,a-2,title", "22,22,a-2,kicker", "segment.title" },
            { Articles, "乙县：乙镇消息", "乙县：丙镇消息", "segment.title" },
            { Articles, "before,,unknown,jia", "before,张三,unknown,jia", "segment.byline" },
            { Segments, "15,15,a-1,caption", "15,15,a-1,body", "anchor.not_found" },
            // anchors
            { Observations, "储备后备力量40名，平均年龄36.5岁", "储备后备力量41名，平均年龄36.5岁", "anchor.not_found" },
            { Observations, "发放工资1.2万元", "发放工资1.3万元", "anchor.not_found" },
            { Observations, "本县就近就业8人，带动就业的8人均已增收,,1", "就业,,1", "anchor.ambiguous" },
            { Observations, "36.5岁,,,", "36.5岁,2,,", "anchor.occurrence" },
            { Observations, "reported,36.5,岁", "reported,6.5,岁", "anchor.value_missing" },
            { Observations, "均已增收,,1,", "均已增收,,,", "anchor.value_ambiguous" },
            { Observations, "均已增收,,1,", "均已增收,,3,", "anchor.value_at" },
            { Exclusions, "2024年，乙县乙镇", "2025年，乙县乙镇", "anchor.not_found" },
            // values and units
            { Observations, "36.5,岁,36.5", "36.5,岁,36.6", "value.mismatch" },
            { Observations, "1.2,万元,12000", "1.2,万元,120000", "value.mismatch" },
            { Units, "元,10000", "元,1000", "value.mismatch" },
            { Units, "元,10000", "元,9999", "unit.factor" },
            { Units, "万元,万元,ten thousand yuan,money,元,10000", "万元,万元,ten thousand yuan,money,人,10000", "unit.base" },
            { Observations, "三,个,3,exact", "三个,个,3,exact", "value.unparsed" },
            { Observations, "%,,range", "%,0.1,range", "value.range" },
            { Observations, "40,名,40", "40,个,40", "value.unit_place" },
            { Observations, "200,人次,200", "200,人,200", "value.unit_cut" },
            { Indicators, "junior_college_headcount,count,stock,人", "junior_college_headcount,count,stock,个", "value.indicator_unit" },
            { Observations, "1.2,万元,12000", "1.2,万元,120000", "value.printed" },
            { Observations, "200,人次,200,min", "200,人次,200,exact", "value.printed" },
            { Observations, "200,人次,200,min", "200,,200,min", "value.printed" },
            { Observations, "min,举办培训班10期200余人次", "min,举办培训班10期200余", "value.printed" },
            // markers
            { Observations, "200,人次,200,min", "200,人次,200,exact", "qualifier.marker_dropped" },
            { Observations, "10,万元,100000,min", "10,万元,100000,exact", "qualifier.marker_dropped" },
            { Observations, "36.5,岁,36.5,exact", "36.5,岁,36.5,min", "qualifier.unmarked" },
            { Observations, "8,人,8,exact", "8,人,8,near_below", "qualifier.unmarked" },
            { Observations, "30000,near_below", "30000,approx", "qualifier.contradicted" },
            // numerals
            { Observations, AgeRow, "", "numeral.unclaimed" },
            { Observations, StationRow, "", "numeral.chinese_unclaimed" },
            { Exclusions, "a-2,2024,2024年，乙县乙镇,,,date,,\n", "", "numeral.unclaimed" },
            // places and articles
            { Observations, "a-1.age,a-1,jia", "a-1.age,a-1,yi", "place.other_county" },
            { Articles, "unknown,jia", "unknown,yi", "place.unnamed" },
            { Places, "county,city,yi", "county,yi.zhen,yi", "place.cycle" },
            { Places, "township,yi,yi", "township,,yi", "place.parent_level" },
            { Places, "township,yi,yi", "township,yi,jia", "place.county" },
            { Places, "990102100", "990101100", "place.gb_code" },
            { Places, "990102,", "990101,", "place.gb_code" },
            { Articles, "unknown,yi.zhen,,,none", "unknown,yi.zhen,2025-02-01,2025-01-01,stated", "article.date_order" },
            { Articles, "2025-01-13,,page_inferred", "2025-01-13,,none", "article.date_basis" },
            { Articles, "before,,unknown,jia", "missing,,unknown,jia", "article.title" },
            // indicators
            { Indicators, "mean,none,岁,false,false", "mean,none,岁,true,false", "indicator.additive" },
            { Indicators, "headcount,count,stock,人,true,false", "headcount,count,stock,人,true,true", "indicator.additive" },
            { Indicators, "junior_college,share,none,1", "junior_college,count,none,1", "indicator.unit" },
            { Observations, "village_income_threshold,threshold", "village_income_threshold,reported", "indicator.modality" },
            { Indicators, "Mean age of the reserve,", "后备力量平均年龄,", "indicator.label" },
            { Indicators, "后备力量平均年龄,", "Mean age,", "indicator.label" },
            { Indicators, "后备力量,reserve candidates,age", "储备力量,reserve candidates,age", "indicator.population" },
            { Indicators, "后备力量平均年龄,", "甲县后备力量平均年龄,", "indicator.place_name" },
            { Indicators, "training_participants,count,flow,人", "training_sessions,count,flow,期", "indicator.same_parts" },
            // periods and doubts
            { Observations, "2024-01-01,2024-12-31", "2024-12-31,2024-01-01", "period.order" },
            { Observations, "2024-01-01,2024-12-31", "2024-01-01,2024-11-30", "period.dates" },
            { Observations, "since,2024-01-01,", "since,2024-01-01,2024-12-31", "period.dates" },
            { Observations, "目前,as_of,,,stated", "目前,as_of,,,none", "period.basis" },
            { Observations, "目前,as_of", "截至目前,as_of", "period.text" },
            { Observations, "2024-01-01,2024-12-31", "2023-01-01,2023-12-31", "period.year" },
            { Observations, "ambiguous,10%-20%可读作一个区间，也可读作两档", "ambiguous,", "status.unexplained" },
            { Observations, "ambiguous,10%-20%可读作", "normal,10%-20%可读作", "status.two_readings" },
            { Observations, "可读作一个区间，也可读作两档", "基数不明", "status.two_readings" },
            { Indicators, "income_threshold_reached,count,flow", "income_threshold_reached,count,stock", "period.stock" },
            { Observations, ",,month,person", ",,,person", "period.recurring" },
            { Units, "元,元,yuan,money,元,1\n", "元,元,yuan,money,元,1\n元/月,元每月,yuan a month,money,元,1\n", "key.unused" },
            // known totals
            { Totals, "villages,20", "villages,20.5", "total.whole" },
            { Totals, "villages,20,made up", "villages,6,a-1.villages", "total.observation" },
            { Totals, "jia,villages,20,made up", "yi,villages,5,a-1.villages", "total.observation" },
            { Totals, "villages,20,made up", "villages,20,a-1.hamlets", "key.reference" },
            // translations
            { Observations, "income ≥100,000 yuan", "income ≥100,001 yuan", "translation.number" },
            { Observations, "\"income ≥100,000 yuan\"", "", "translation.missing" },
            { Observations, "40 reserve candidates", "41 reserve candidates", "translation.number" },
            { Observations, "10%-20% can be read as a range", "10%-20%可读作 a range", "translation.language" },
            { Observations, "normal,,,,monthly,", "normal,,,,,", "translation.missing" },
            { Links, ",not told", ",", "translation.missing" },
            { Articles, "Jia County: strong ranks for development", "", "translation.missing" },
            // aliases
            { Aliases, "乙县,yi,false\n", "", "alias.missing" },
            { Aliases, "990101,jia,false\n", "", "alias.missing" },
            { Aliases, "Jia,jia,false\n", "", "alias.missing" },
            { Aliases, "Jia,jia,false", "Jia,jia,true", "alias.lone" },
            { Aliases, "Yi,yi,false", "Yi,yi,false\nJIA,yi,false", "alias.shared" },
            { Aliases, "Yi,yi,false", "Yi,yi,true\nYi,yi.zhen,true", "alias.shared" },
            { Aliases, "990101,jia", "990101,jiaa", "key.reference" },
            // phrases
            { Phrases, "后备力量,", "后备力量就是将来可能担任村党组织书记的储备人选,", "phrase.length" },
            { Phrases, "40人中的75%", "41人中的75%", "phrase.number" },
            { Phrases, "75% of 40", "75% of 41", "phrase.number" },
            { Phrases, ",a-1.reserve", ",", "phrase.number" },
            { Phrases, ",a-1.reserve", ",a-1.reserves", "key.reference" },
            { Phrases, "后备力量,reserves", "后备力量更多,reserves", "phrase.ranking" },
            { Phrases, "后备力量,reserves", "后备力量,most reserves", "phrase.ranking" },
            // shares
            { Observations, "40名后备力量,40", ",40", "share.denominator" },
            { Observations, "40名后备力量,40", "40名后备力量,41", "share.base" },
            // links
            { Links, "restates,a-1.jobs_again,a-1.jobs", "restates,a-1.jobs,a-1.jobs", "link.self" },
            { Links, "numerator,a-1.villages,a-1.village_share", "numerator,a-1.village_share,a-1.villages", "link.share" },
            { Links, "criterion,a-1.threshold,a-1.villages", "criterion,a-1.villages,a-1.threshold", "link.criterion" },
            { Links, "criterion,a-1.threshold,a-1.villages,,,,\n", "", "link.threshold" },
            { Links, "same_event,a-1.sessions,a-1.attendances,,,,\n", "", "link.event" },
            {
                Links,
                "restates,a-1.jobs_again,a-1.jobs",
                "restates,a-1.jobs,a-1.jobs_again,,,,\nrestates,a-1.jobs_again,a-1.jobs",
                "link.restates"
            },
            { Links, "restates,a-1.jobs_again,a-1.jobs", "restates,a-1.jobs_again,a-1.stations", "link.restates_differs" },
            { Links, "奖励可能含在工资内，不可相加", "", "link.reading" },
            { Links, "part_of,a-1.college,a-1.reserve", "part_of,a-1.jobs,a-2.participants", "link.county" },
            {
                Links,
                "part_of,a-1.college,a-1.reserve",
                "part_of,a-1.reserve,a-1.college,,,,\npart_of,a-1.college,a-1.reserve",
                "link.part_cycle"
            },
            { Links, "part_of,a-1.college,a-1.reserve", "part_of,a-1.reserve,a-1.college", "link.part_exceeds" },
            { Links, "part_of,a-1.college,a-1.reserve", "part_of,a-1.college,a-1.attendances", "link.part_unit" },
            { Links, "same_event,a-2.sessions,a-2.participants", "same_event,a-1.attendances,a-1.sessions", "link.repeated" },
            // acceptances
            { Accepted, "reason_en\n", "reason_en\nkey.unused,jia,没有,none\n", "accepted.unmatched" },
            { Accepted, "reason_en\n", "reason_en\nvalue.mismatch,a-1.age,没有,none\n", "accepted.critical" },
            { Accepted, "reason_en\n", "reason_en\nvalue.mismatched,a-1.age,没有,none\n", "accepted.unknown_rule" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_named_and_overwrites_nothing(string file, string from, string to, string rule)
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.Change(file, from, to);
        ExpectNamed(project, rule);
    }

    [Fact]
    public void A_digit_changed_in_a_newly_pinned_source_loses_the_anchor_and_shows_the_nearest_text()
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.Change(Seed, "36.5", "36.6");
        project.PinSources();
        ExpectNamed(project, "anchor.not_found").Message.En.ShouldContain("平均年龄36.6岁");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_line()
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.WriteBytes(Observations, [.. File.ReadAllBytes(project.PathOf(Observations)), 0x61, 0xFF, 0x0A]);
        var finding = ExpectNamed(project, "file.encoding");
        finding.Line.ShouldBe(20);
        finding.Message.En.ShouldContain("0xFF");
    }

    [Fact]
    public void A_source_cut_inside_a_character_is_not_utf8()
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.WriteBytes(Seed, File.ReadAllBytes(project.PathOf(Seed))[..^2]);
        ExpectNamed(project, "file.encoding");
    }

    [Theory]
    [InlineData("seeds/a.txt")]
    [InlineData("data/curated/observations.csv")]
    [InlineData("data/curated/accepted.csv")]
    public void A_missing_file_is_named(string file)
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        File.Delete(project.PathOf(file));
        ExpectNamed(project, "file.missing").File.ShouldBe(file);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.Write(Links, "");
        ExpectNamed(project, "csv.column_missing");
    }

    [Fact]
    public void A_second_source_and_a_misspelt_curated_file_are_named()
    {
        using var project = new SmallProject();
        project.Write("seeds/b.txt", "b");
        project.Write("data/curated/observation.csv", "b\n");
        ExpectNamed(project, "source.unlisted");
        ExpectNamed(project, "csv.unknown_file");
    }

    [Fact]
    public void A_file_whose_last_line_was_cut_is_named()
    {
        using var project = new SmallProject();
        project.Write(Links, project.Read(Links).TrimEnd('\n'));
        ExpectNamed(project, "csv.final_newline");
    }

    [Fact]
    public void A_share_that_its_parts_do_not_give_is_named()
    {
        using var project = new SmallProject();
        ChangePrintedShare(project, "75%", "77%");
        project.Change(Observations, "reported,75,%,0.75,exact", "reported,77,%,0.77,exact");
        ExpectNamed(project, "share.ratio").Ids.ShouldBe(["a-1.college_share"]);
    }

    [Fact]
    public void A_share_cut_off_in_its_last_place_is_accepted()
    {
        using var project = new SmallProject();
        ChangePrintedShare(project, "75%", "74%");
        project.Change(Observations, "reported,75,%,0.75,exact", "reported,74,%,0.74,exact");
        project.Check().ShouldNotContain(f => f.RuleId == "share.ratio");
    }

    [Fact]
    public void A_share_that_no_whole_number_of_its_base_gives_is_named()
    {
        using var project = new SmallProject();
        ChangePrintedShare(project, "75%", "76.1%");
        project.Change(Observations, "reported,75,%,0.75,exact", "reported,76.1,%,0.761,exact");
        project.Change(Links, "numerator,a-1.college,a-1.college_share,,,,\n", "");
        ExpectNamed(project, "share.whole").Message.En.ShouldContain("30 is 75.0000%, 31 is 77.5000%");
    }

    [Fact]
    public void A_numerator_whose_share_fits_no_base_is_named()
    {
        using var project = new SmallProject();
        ChangePrintedShare(project, "25%", "97.9%");
        project.Change(
            Observations,
            "25,%,0.25,exact,全县5个村实现集体经济收入10万元以上，占比达25%",
            "97.9,%,0.979,exact,全县5个村实现集体经济收入10万元以上，占比达97.9%"
        );
        ExpectNamed(project, "share.whole");
    }

    [Fact]
    public void The_same_figure_of_another_article_must_be_linked()
    {
        using var project = new SmallProject();
        project.Change(Observations, "jia,all,station_count,reported,三,个,3,exact", "jia,all,training_sessions,reported,三,个,3,exact");
        project.Change(Observations, "a-1.stations,a-1,jia", "a-1.stations,a-1,yi.zhen");
        ExpectNamed(project, "repeat.unlinked");
    }

    [Fact]
    public void Two_values_of_one_key_and_period_are_named()
    {
        using var project = new SmallProject();
        project.Change(Observations, "jia,all,award_paid,reported", "jia,all,wages_paid,reported");
        project.Change(
            Links,
            "possible_overlap,a-1.award,a-1.wages,奖励可能含在工资内，不可相加,原文未说明," + "may be in the wages; do not add,not told\n",
            ""
        );
        ExpectNamed(project, "repeat.inconsistent").IdText.ShouldBe("a-1.wages a-1.award");
    }

    [Fact]
    public void A_repeated_sentence_with_figures_counts_once()
    {
        using var project = new SmallProject();
        project.Change(Seed, "均已增收。\n", "均已增收。本县就近就业8人，带动就业的8人均已增收。\n");
        project.PinSources();
        project.Change(Observations, "均已增收,,1", "均已增收,1,1");
        project.Change(Observations, "均已增收,,2", "均已增收,2,2");
        project.Change(Links, "restates,a-1.jobs_again,a-1.jobs", "same_event,a-1.stations,a-1.jobs");
        project.Check().ShouldContain(f => f.RuleId == "repeat.sentence");
        ExpectNamed(project, "repeat.sentence_counted").IdText.ShouldBe("a-1.jobs a-1.jobs_again");
    }

    [Theory]
    [InlineData("“五岗十级”", 2)]
    [InlineData("“六项条件”", 1)]
    [InlineData("“五个过硬”", 0)]
    [InlineData("“一人一档”", 0)]
    public void A_quoted_ladder_or_list_is_a_figure_and_a_quoted_name_is_none(string quoted, int missing)
    {
        using var project = new SmallProject();
        project.Change(Seed, "设三个站点", "设三个站点、" + quoted);
        project.PinSources();
        project.Check().Count(f => f.RuleId == "numeral.chinese_unclaimed").ShouldBe(missing);
    }

    [Fact]
    public void Digits_with_white_space_between_them_are_named()
    {
        using var project = new SmallProject();
        project.Change(Seed, "40 名", "4 0 名");
        project.PinSources();
        ExpectNamed(project, "numeral.joined");
    }

    [Fact]
    public void A_quote_that_says_the_whole_county_is_not_a_townships()
    {
        using var project = new SmallProject();
        project.Change(Seed, "乙县乙镇举办", "乙县全县举办");
        project.Change(Seed, "收入按", "乙镇收入按");
        project.PinSources();
        var text = project.Read(Observations).Replace("乙县乙镇举办", "乙县全县举办");
        project.Write(Observations, text);
        project.Change(Exclusions, "2024年，乙县乙镇", "2024年，乙县全县");
        ExpectNamed(project, "place.wording").Ids.ShouldBe(["a-2.sessions"]);
    }

    [Fact]
    public void A_place_that_the_article_never_names_is_named()
    {
        using var project = new SmallProject();
        project.Change(Places, "yi.zhen,", "yi.bing,,丙镇,Bing Town,Bǐng Zhèn,township,yi,yi\nyi.zhen,");
        project.Change(Observations, "a-2.subsidy,a-2,yi.zhen", "a-2.subsidy,a-2,yi.bing");
        ExpectNamed(project, "place.figure_unnamed").Ids.ShouldBe(["a-2.subsidy"]);
    }

    [Theory]
    [InlineData("month", false)]
    [InlineData("day", true)]
    public void A_unit_by_time_needs_the_same_base(string perTime, bool named)
    {
        using var project = new SmallProject();
        project.Change(Seed, "500元", "500元/月");
        project.PinSources();
        project.Change(Units, "元,元,yuan,money,元,1\n", "元,元,yuan,money,元,1\n元/月,元每月,yuan a month,money,元,1\n");
        project.Change(
            Observations,
            "500,元,500,max,每月补助最多不超过500元,,,,month",
            $"500,元/月,500,max,每月补助最多不超过500元/月,,,,{perTime}"
        );
        project.Check().Any(f => f.RuleId == "period.rate").ShouldBe(named);
    }

    [Fact]
    public void An_accepted_warning_becomes_information_with_its_reason()
    {
        using var project = new SmallProject();
        project.Change(Observations, "ambiguous,10%-20%可读作一个区间，也可读作两档", "ambiguous,");
        project.Change(Observations, "10%-20% can be read as a range or as two steps", "");
        project.Change(Accepted, "reason_en\n", "reason_en\nstatus.unexplained,a-2.retained,一望而知,plain to see\n");
        var finding = ExpectNamed(project, "status.unexplained");
        finding.Severity.ShouldBe(Severity.Info);
        finding.Message.En.ShouldContain("plain to see");
        project.Check().ShouldNotContain(f => f.RuleId == "accepted.unmatched");
    }

    [Fact]
    public void Every_rule_is_listed_once_and_described()
    {
        var rules = RuleCatalog.All;
        rules.Select(r => r.Id).ShouldBeUnique();
        rules.ShouldAllBe(r => r.Description.EndsWith('.') && r.Remedy.En.Length > 0 && r.Id.Contains('.'));
    }

    [Fact]
    public void An_article_without_text_anchors_nothing()
    {
        using var project = new SmallProject();
        _built.CopyTo(project);
        project.Change(Segments, "22,22,a-2,title", "22,22,a-1,title");
        project.Change(Segments, "23,24,a-2,body", "23,24,a-1,body");
        ExpectNamed(project, "anchor.not_found").Message.En.ShouldContain("has no text");
    }

    private static void ChangePrintedShare(SmallProject project, string from, string to)
    {
        project.Change(Seed, from, to);
        project.PinSources();
        project.Write(Observations, project.Read(Observations).Replace($"占比{from}", $"占比{to}"));
    }

    /// <summary>The finding is there, all in both languages; a critical one stops the build, and what was built keeps its bytes.</summary>
    private static Finding ExpectNamed(SmallProject project, string rule)
    {
        var before = project.BuiltFiles();
        var findings = project.Check();
        var finding = findings.FirstOrDefault(f => f.RuleId == rule);
        finding.ShouldNotBeNull($"expected {rule}; found {string.Join("\n", findings)}");
        foreach (var found in findings)
        {
            foreach (var text in new[] { found.Message, found.Remedy })
            {
                text.Zh.ShouldMatch("[\u4e00-\u9fff]");
                text.Zh.ShouldNotEndWith(".");
                text.Zh.ShouldNotContain(text.En);
            }
        }

        if (findings.Any(f => f.Severity == Severity.Critical))
        {
            project.Build().Built.ShouldBeFalse();
            var after = project.BuiltFiles();
            after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
            foreach (var (name, bytes) in before)
                after[name].AsSpan().SequenceEqual(bytes).ShouldBeTrue(name);
        }
        return finding;
    }

    /// <summary>Tables of the untouched project, built once.</summary>
    public sealed class BuiltProject : IDisposable
    {
        private readonly SmallProject _project = new();

        public BuiltProject() => _project.Build().Built.ShouldBeTrue();

        internal void CopyTo(SmallProject other)
        {
            foreach (var (name, bytes) in _project.BuiltFiles())
                other.WriteBytes("data/" + name, bytes);
        }

        public void Dispose() => _project.Dispose();
    }
}
