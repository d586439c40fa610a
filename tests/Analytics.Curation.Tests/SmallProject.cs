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
            article_id,source_file,kind,title,title_position,byline,author_role,place_id,date_from,date_to,date_basis,note,title_en,note_en
            a-1,a.txt,article,甲县：抓队伍促发展,before,,unknown,jia,2025-01-13,,page_inferred,,Jia County: strong ranks for development,
            a-2,a.txt,article,乙县：乙镇消息,before,,unknown,yi.zhen,,,none,,Yi County: news of Yi Town,

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
        ["aliases.csv"] = """
            alias,place_id,ambiguous
            某市,city,false
            Some City,city,false
            Some,city,false
            Mǒu Shì,city,false
            990000,city,false
            city,city,false
            甲县,jia,false
            Jia County,jia,false
            Jia,jia,false
            Jiǎ Xiàn,jia,false
            990101,jia,false
            乙县,yi,false
            Yi County,yi,false
            Yi,yi,false
            Yǐ Xiàn,yi,false
            990102,yi,false
            乙镇,yi.zhen,false
            Yi Town,yi.zhen,false
            Yǐ Zhèn,yi.zhen,false
            990102100,yi.zhen,false
            yi.zhen,yi.zhen,false

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
        ["indicators.csv"] = TableFile("indicators.csv"),
        ["observations.csv"] = TableFile("observations.csv"),
        ["exclusions.csv"] = """
            article_id,text,quote,occurrence,value_at,reason,note,note_en
            a-1,2024,2024年以来，甲县成效明显,,,date,,
            a-1,2024,2024年，举办培训班,,,date,,
            a-2,2024,2024年，乙县乙镇,,,date,,

            """,
        ["links.csv"] = """
            kind,from_obs,to_obs,reading,note,reading_en,note_en
            numerator,a-1.college,a-1.college_share,,,,
            denominator,a-1.reserve,a-1.college_share,,,,
            part_of,a-1.college,a-1.reserve,,,,
            same_event,a-1.sessions,a-1.attendances,,,,
            same_event,a-2.sessions,a-2.participants,,,,
            criterion,a-1.threshold,a-1.villages,,,,
            numerator,a-1.villages,a-1.village_share,,,,
            restates,a-1.jobs_again,a-1.jobs,,,,
            possible_overlap,a-1.award,a-1.wages,奖励可能含在工资内，不可相加,原文未说明,may be in the wages; do not add,not told

            """,
        ["totals.csv"] = """
            place_id,what,value,source,note,note_en
            jia,villages,20,made up,,

            """,
        ["phrases.csv"] = """
            obs_id,role,zh,en,cites
            a-1.reserve,measure,后备力量,reserves,
            a-1.college_share,reason,40人中的75%,75% of 40,a-1.reserve

            """,
        ["accepted.csv"] = """
            rule_id,ids,reason,reason_en

            """,
    };

    public SmallProject()
    {
        Home = Directory.CreateTempSubdirectory("curation-").FullName;
        Directory.CreateDirectory(Path.Combine(Home, "seeds"));
        Directory.CreateDirectory(Path.Combine(Home, "data", "curated"));
        Write("seeds/a.txt", Source);
        foreach (var (name, text) in Files)
            Write("data/curated/" + name, text);
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
        var text = Read(name);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{name} does not contain {from}");
        Write(name, text[..at] + to + text[(at + from.Length)..]);
    }

    /// <summary>Records the present sources as the right ones.</summary>
    public void PinSources()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("seeds/a.txt"))));
        Write("data/curated/sources.csv", $"source_file,sha256\na.txt,{hash}\n");
    }

    /// <summary>Every built file with its bytes.</summary>
    public Dictionary<string, byte[]> BuiltFiles() =>
        Directory
            .EnumerateFiles(DataFolder)
            .Where(f => !Path.GetFileName(f).StartsWith("build.lock", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private static string TableFile(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SmallProject", name));
}
