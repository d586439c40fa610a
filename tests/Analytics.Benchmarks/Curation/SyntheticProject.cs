using System.Security.Cryptography;
using System.Text;

namespace Analytics.Benchmarks;

/// <summary>
/// Made-up sources with curated rows in a temporary folder, in the format of <c>data/curated</c> and free of critical
/// findings. The same seed and size give the same bytes. Eight articles a source and about 500 characters an article,
/// as in the real ones; each article is about a township of its own.
/// </summary>
internal sealed class SyntheticProject : IDisposable
{
    private const int ArticlesOfSource = 8,
        TownshipsOfCounty = 40;

    private readonly Dictionary<string, StreamWriter> _files = [];
    private readonly Random _random;

    public SyntheticProject(int articles, int seed)
    {
        _random = new Random(seed);
        Home = Directory.CreateTempSubdirectory("analytics-synthetic-").FullName;
        Directory.CreateDirectory(Path.Combine(Home, "seeds"));
        Directory.CreateDirectory(Path.Combine(Home, "data", "curated"));
        foreach (var (file, head) in SyntheticTables.Heads)
            (_files[file] = File.CreateText(Path.Combine(Home, "data", "curated", file))).Write(head);
        AddRow("places.csv", "city", "990000", "合成市", "Synthetic City", "Héchéng Shì", "prefecture", "", "");
        for (var first = 0; first < articles; first += ArticlesOfSource)
            AddSource(first, Math.Min(articles, first + ArticlesOfSource));
        foreach (var file in _files.Values)
            file.Dispose();
    }

    public string Home { get; }

    public int Observations { get; private set; }

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private void AddSource(int first, int end)
    {
        var file = $"s{first / ArticlesOfSource:00000}.txt";
        var text = new StringBuilder();
        var line = 1;
        for (var number = first; number < end; number++)
        {
            var article = new SyntheticArticle(number, Place(number), _random);
            AddArticle(article, file, line);
            foreach (var printed in article.Lines)
                text.Append(printed).Append('\n');
            line += article.Lines.Count;
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        File.WriteAllBytes(Path.Combine(Home, "seeds", file), bytes);
        AddRow("sources.csv", file, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The township of an article; its county comes with the first of its townships.</summary>
    private SyntheticPlace Place(int article)
    {
        var county = article / TownshipsOfCounty;
        var place = new SyntheticPlace(county, article);
        if (article % TownshipsOfCounty == 0)
        {
            AddRow(
                "places.csv",
                place.CountyId,
                place.CountyCode,
                place.CountyName + "县",
                $"County {county}",
                $"Xiàn {county}",
                "county",
                "city",
                place.CountyId
            );
        }

        AddRow(
            "places.csv",
            place.Id,
            $"{place.CountyCode}{article % TownshipsOfCounty + 100}",
            place.Name + "镇",
            $"Town {article}",
            $"Zhèn {article}",
            "township",
            place.CountyId,
            place.CountyId
        );
        return place;
    }

    private void AddArticle(SyntheticArticle article, string file, int firstLine)
    {
        AddRow("articles.csv", article.Id, file, "article", article.Title, "before", "", "unknown", article.Place.Id, "", "", "none", "");
        foreach (var (from, to, role) in article.Segments)
            AddRow("segments.csv", file, $"{firstLine + from}", $"{firstLine + to}", article.Id, role);
        AddRow("exclusions.csv", article.Id, "2024", "2024年，举办培训班", "", "", "date", "");
        foreach (var figure in article.Figures)
            AddRow("observations.csv", SyntheticTables.Observation(article, figure));
        foreach (var (kind, from, to) in SyntheticTables.Links)
            AddRow("links.csv", kind, $"{article.Id}.{from}", $"{article.Id}.{to}", "", "");
        Observations += article.Figures.Count;
    }

    /// <summary>No field of the made-up rows needs quotation marks.</summary>
    private void AddRow(string file, params string[] fields) => _files[file].Write(string.Join(',', fields) + "\n");
}

/// <summary>A made-up township and its county. Names are two characters that stand in no other word of the texts.</summary>
internal sealed record SyntheticPlace(int County, int Township)
{
    private const string Characters =
        "岑峦峪岭崇嵩巍岚屿岛峡峰泉溪潭湖泊涧沧渊涵澜潇湘沅淮汾渭洛漳榆槐桐梓楠柏杉枫桦椿棠梨杏桃樱兰芷蕙菱荷莲萱茜莹璋琮璧琼瑶珂珞";

    public string Id => $"{CountyId}.t{Township}";
    public string CountyId => $"c{County}";
    public string CountyCode => $"{100000 + County}";
    public string Name => NameOf(Township);
    public string CountyName => "邑" + NameOf(County);

    private static string NameOf(int number) =>
        $"{Characters[number / (Characters.Length * Characters.Length) % Characters.Length]}"
        + $"{Characters[number / Characters.Length % Characters.Length]}{Characters[number % Characters.Length]}";
}
