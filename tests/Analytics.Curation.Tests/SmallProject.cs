using System.Security.Cryptography;
using System.Text;

namespace Analytics.Curation.Tests;

/// <summary>
/// A small valid project in a temporary folder. Its two made-up articles hold what real pages do to figures: numbers cut from their units
/// by lines and empty lines, a caption in the middle of a sentence, blanks beside digits, a character outside the BMP before every anchor.
/// </summary>
internal sealed class SmallProject : IDisposable
{
    private const string Source = """
        甲县：抓队伍促发展

        近年来，甲县𠮷村一带抓队伍建设。2024年以来，甲县成效明显。

        聚焦队伍建设
        目前，储备后备力量 40 名，平均年
        龄36.5岁，大专及以上学历30人，占比75%。
        2024年，举办培训班10期200余
        人次。

        甲县培训现场。

        全县5个村实现集体经济收入10万元以上，占比

        甲县茶园。

        达25%。发放工资 1.2

        万元，近3万元用于奖励，设三个站点。
        本县就近就业8人，带动就业的8人均已增收。

        乙县：乙镇消息
        2024年，乙县乙镇举办培训班3期，参训120人，收入按10%-20%的比例留存，每月补助最多
        不超过500元。

        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["articles.csv"] = """
            article_id,source_file,kind,title,title_position,byline,author_role,place_id,date_from,date_to,date_basis,note
            a-1,a.txt,article,甲县：抓队伍促发展,before,,unknown,jia,2025-01-13,,page_inferred,
            a-2,a.txt,article,乙县：乙镇消息,before,,unknown,yi.zhen,,,none,

            """,
        ["segments.csv"] = """
            source_file,line_from,line_to,article_id,role
            a.txt,1,1,a-1,title
            a.txt,3,3,a-1,lead
            a.txt,5,5,a-1,heading
            a.txt,6,9,a-1,body
            a.txt,11,11,a-1,caption
            a.txt,13,13,a-1,body
            a.txt,15,15,a-1,caption
            a.txt,17,20,a-1,body
            a.txt,22,22,a-2,title
            a.txt,23,24,a-2,body

            """,
        ["places.csv"] = """
            place_id,gb_code,name_zh,name_en,pinyin,level,parent_id,county_id
            city,990000,某市,Some City,Mǒu Shì,prefecture,,
            jia,990101,甲县,Jia County,Jiǎ Xiàn,county,city,jia
            yi,990102,乙县,Yi County,Yǐ Xiàn,county,city,yi
            yi.zhen,990102100,乙镇,Yi Town,Yǐ Zhèn,township,yi,yi

            """,
        ["units.csv"] = """
            unit,label_zh,label_en,kind,base_unit,factor
            元,元,yuan,money,元,1
            万元,万元,ten thousand yuan,money,元,10000
            人,人,people,person,人,1
            名,名,people,person,人,1
            人次,人次,attendances,attendance,人次,1
            岁,岁,years of age,age,岁,1
            1,比例,share,share,1,1
            %,百分之,per cent,share,1,0.01
            个,个,items,count,个,1
            期,期,course runs,event,期,1

            """,
        ["indicators.csv"] = """
            indicator_id,theme,label_zh,label_en,definition,definition_en,population_id,population_zh,population_en,property,statistic,accounting,unit,additive_place,additive_time,notes
            reserve_headcount,cadre_count,后备力量人数,Reserve headcount,后备力量的人数,Number of reserve candidates,reserve,后备力量,reserve candidates,headcount,count,stock,人,true,false,
            reserve_mean_age,cadre_age,后备力量平均年龄,Mean age of the reserve,后备力量的平均年龄,Mean age of reserve candidates,reserve,后备力量,reserve candidates,age,mean,none,岁,false,false,
            reserve_college_headcount,education,大专以上后备力量人数,Reserve with junior college,大专及以上的人数,Reserve candidates with junior college,reserve,后备力量,reserve candidates,junior_college_headcount,count,stock,人,true,false,
            reserve_college_share,education,大专以上后备力量占比,Share of reserve with junior college,大专及以上的占比,Share with junior college,reserve,后备力量,reserve candidates,junior_college,share,none,1,false,false,
            training_sessions,training,培训期数,Training sessions,举办培训班的期数,Course runs held,cadre,干部,cadres,training_sessions,count,flow,期,true,true,
            training_attendances,training,培训人次,Training attendances,参加培训的人次,Attendances at training,cadre,干部,cadres,training_attendances,count,flow,人次,true,true,
            training_participants,training,参训人数,People trained,参加培训的人数,People who took part,cadre,干部,cadres,training_participants,count,flow,人,true,false,
            village_threshold_count,collective_income,达标村数,Villages over the threshold,集体经济收入达标的村数,Villages whose income reached the threshold,village,村,villages,income_threshold_reached,count,flow,个,true,false,
            village_threshold_share,collective_income,达标村占比,Share of villages over the threshold,集体经济收入达标的村占比,Share of villages over the threshold,village,村,villages,income_threshold_reached,share,none,1,false,false,
            village_income_threshold,collective_income,村集体收入门槛,Village income threshold,要求达到的集体经济收入,Income that a village had to reach,village,村,villages,income,threshold,none,元,false,false,
            wages_paid,village_enterprise,发放工资,Wages paid,发放的工资,Wages paid out,worker,务工人员,workers,wages,total,flow,元,true,true,
            award_paid,spending,奖励支出,Awards paid,用于奖励的资金,Money for awards,worker,务工人员,workers,awards,total,flow,元,true,true,
            station_count,public_service,站点数,Stations,设立的站点数,Stations set up,station,站点,stations,number,count,stock,个,true,false,
            jobs,employment,就业人数,Jobs,就业的人数,People in work,worker,务工人员,workers,jobs,count,flow,人,true,false,
            retained_share,collective_income,收入留存比例,Share of income retained,规定留存的比例,Share to be retained,village_income,村集体收入,village income,retained,share,none,1,false,false,
            subsidy_maximum,spending,补助上限,Highest subsidy,每月补助的上限,Highest subsidy a month,worker,务工人员,workers,subsidy,maximum,none,元,false,false,

            """,
        ["observations.csv"] = """
            obs_id,article_id,place_id,scope,indicator_id,modality,value_text,unit_text,value,qualifier,quote,occurrence,value_at,criterion,per_time,per_entity,denominator_text,denominator_value,period_text,period_kind,period_start,period_end,period_basis,obs_status,note
            a-1.reserve,a-1,jia,all,reserve_headcount,reported,40,名,40,exact,储备后备力量40名，平均年龄36.5岁,,,,,,,,目前,as_of,,,stated,normal,
            a-1.age,a-1,jia,all,reserve_mean_age,reported,36.5,岁,36.5,exact,储备后备力量40名，平均年龄36.5岁,,,,,,,,目前,as_of,,,stated,normal,
            a-1.college,a-1,jia,all,reserve_college_headcount,reported,30,人,30,exact,大专及以上学历30人,,,,,,,,目前,as_of,,,stated,normal,
            a-1.college_share,a-1,jia,all,reserve_college_share,reported,75,%,0.75,exact,大专及以上学历30人，占比75%,,,,,,40名后备力量,40,目前,as_of,,,stated,normal,
            a-1.sessions,a-1,jia,all,training_sessions,reported,10,期,10,exact,举办培训班10期200余人次,,,,,,,,2024年,year,2024-01-01,2024-12-31,stated,normal,
            a-1.attendances,a-1,jia,all,training_attendances,reported,200,人次,200,min,举办培训班10期200余人次,,,,,,,,2024年,year,2024-01-01,2024-12-31,stated,normal,
            a-1.villages,a-1,jia,all,village_threshold_count,reported,5,个,5,exact,全县5个村实现集体经济收入10万元以上,,,收入≥10万元,,,,,2024年以来,since,2024-01-01,,inherited,normal,
            a-1.threshold,a-1,jia,all,village_income_threshold,threshold,10,万元,100000,min,全县5个村实现集体经济收入10万元以上,,,,,village,,,,undated,,,none,normal,
            a-1.village_share,a-1,jia,all,village_threshold_share,reported,25,%,0.25,exact,全县5个村实现集体经济收入10万元以上，占比达25%,,,收入≥10万元,,,基数未载,,2024年以来,since,2024-01-01,,inherited,normal,
            a-1.wages,a-1,jia,all,wages_paid,reported,1.2,万元,12000,exact,发放工资1.2万元,,,,,,,,,undated,,,none,normal,
            a-1.award,a-1,jia,all,award_paid,reported,3,万元,30000,near_below,近3万元用于奖励,,,,,,,,,undated,,,none,normal,
            a-1.stations,a-1,jia,all,station_count,reported,三,个,3,exact,设三个站点,,,,,,,,,undated,,,none,normal,
            a-1.jobs,a-1,jia,all,jobs,reported,8,人,8,exact,本县就近就业8人，带动就业的8人均已增收,,1,,,,,,,undated,,,none,normal,
            a-1.jobs_again,a-1,jia,all,jobs,reported,8,人,8,exact,本县就近就业8人，带动就业的8人均已增收,,2,,,,,,,undated,,,none,normal,
            a-2.sessions,a-2,yi.zhen,all,training_sessions,reported,3,期,3,exact,乙县乙镇举办培训班3期，参训120人,,,,,,,,2024年,year,2024-01-01,2024-12-31,stated,normal,
            a-2.participants,a-2,yi.zhen,all,training_participants,reported,120,人,120,exact,乙县乙镇举办培训班3期，参训120人,,,,,,,,2024年,year,2024-01-01,2024-12-31,stated,normal,
            a-2.retained,a-2,yi.zhen,all,retained_share,quota,10%-20%,%,,range,收入按10%-20%的比例留存,,,,,,基数未载,,,undated,,,none,ambiguous,基数不明
            a-2.subsidy,a-2,yi.zhen,all,subsidy_maximum,entitlement,500,元,500,max,每月补助最多不超过500元,,,,month,person,,,每月,recurring,,,stated,normal,

            """,
        ["exclusions.csv"] = """
            article_id,text,quote,occurrence,value_at,reason,note
            a-1,2024,2024年以来，甲县成效明显,,,date,
            a-1,2024,2024年，举办培训班,,,date,
            a-2,2024,2024年，乙县乙镇,,,date,

            """,
        ["links.csv"] = """
            kind,from_obs,to_obs,reading,note
            numerator,a-1.college,a-1.college_share,,
            denominator,a-1.reserve,a-1.college_share,,
            part_of,a-1.college,a-1.reserve,,
            same_event,a-1.sessions,a-1.attendances,,
            same_event,a-2.sessions,a-2.participants,,
            criterion,a-1.threshold,a-1.villages,,
            numerator,a-1.villages,a-1.village_share,,
            restates,a-1.jobs_again,a-1.jobs,,
            possible_overlap,a-1.award,a-1.wages,奖励可能含在工资内，不可相加,原文未说明

            """,
        ["totals.csv"] = """
            place_id,what,value,source,note
            jia,villages,20,made up,

            """,
        ["accepted.csv"] = """
            rule_id,ids,reason

            """,
    };

    public SmallProject()
    {
        Home = Directory.CreateTempSubdirectory("curation-").FullName;
        Directory.CreateDirectory(Path.Combine(Home, "seeds"));
        Directory.CreateDirectory(Path.Combine(Home, "data", "curated"));
        Write("seeds/a.txt", Source);
        foreach (var (name, text) in Files) Write("data/curated/" + name, text);
        PinSources();
    }

    public string Home { get; }

    public string DataFolder => PathOf("data");

    public static IEnumerable<string> CuratedFiles => Files.Keys;

    public CurationProject Load() => CurationProject.Load(Home);

    public IReadOnlyList<Finding> Check() => Load().Check();

    public BuildReport Build() => Load().Build();

    public string PathOf(string name) => Path.Combine(Home, name.Replace('/', Path.DirectorySeparatorChar));

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));

    public void WriteBytes(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    /// <summary>Changes one thing: the first place of a text, which must be there.</summary>
    public void Change(string name, string from, string to)
    {
        string text = Read(name);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{name} does not contain {from}");
        Write(name, text[..at] + to + text[(at + from.Length)..]);
    }

    /// <summary>Records the present sources as the right ones.</summary>
    public void PinSources()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("seeds/a.txt"))));
        Write("data/curated/sources.csv", $"source_file,sha256\na.txt,{hash}\n");
    }

    /// <summary>Every built file with its bytes.</summary>
    public Dictionary<string, byte[]> BuiltFiles() => Directory.EnumerateFiles(DataFolder)
        .Where(f => !Path.GetFileName(f).StartsWith("build.lock", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
