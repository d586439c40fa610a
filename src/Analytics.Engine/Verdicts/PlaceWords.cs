namespace Analytics.Engine.Verdicts;

/// <summary>Places as sentences call them.</summary>
internal static class PlaceWords
{
    private static readonly string[] Kinds = ["街道", "社区", "小区"];

    private static readonly Dictionary<string, Localized> Levels = new()
    {
        ["prefecture"] = new("市", "a prefecture"),
        ["county"] = new("县", "a county"),
        ["township"] = new("乡镇", "a township"),
        ["village"] = new("村", "a village"),
        ["compound"] = new("小区", "an estate"),
    };

    /// <summary>With the kind, and the county before a narrower place: 松桃县蓼皋街道, Liaogao, Songtao.</summary>
    public static Localized Long(VerdictPlace place) =>
        IsWide(place)
            ? new(WithKind(place.Name.Zh), First(place.Name.En))
            : new(WithKind(place.County.Zh) + WithKind(place.Name.Zh), $"{Core(place.Name.En)}, {First(place.County.En)}");

    /// <summary>The bare name: 松桃, 蓼皋; Songtao, Liaogao.</summary>
    public static Localized Short(VerdictPlace place) =>
        new(PlaceNames.Brief(PlaceNames.ChineseDivision, place.Name.Zh), IsWide(place) ? First(place.Name.En) : Core(place.Name.En));

    /// <summary>All of a place: 全县, the whole county.</summary>
    public static Localized Whole(VerdictPlace place) =>
        new("全" + Kind(place.Name.Zh), "the whole " + place.Name.En[(place.Name.En.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    /// <summary>Levels, the widest first.</summary>
    public static IEnumerable<string> LevelsInOrder => Levels.Keys;

    /// <summary>A level, or several with blanks between: 村, a village; 乡镇、村, a township and a village.</summary>
    public static Localized Level(string levels) =>
        Sentence.Joined(levels.Split(' ').Select(l => Levels.GetValueOrDefault(l) ?? Localized.Same(l)), "、", " and ");

    /// <summary>How many places: 3县, or 3地 where not all are counties; 3 counties, 3 places.</summary>
    public static Localized Count(IReadOnlyCollection<VerdictPlace> places) =>
        places.All(p => p.Level == "county") ? Counties(places.Count) : new($"{places.Count}地", $"{places.Count} places");

    public static Localized Counties(int count) => new($"{count}县", count == 1 ? "1 county" : $"{count} counties");

    private static bool IsWide(VerdictPlace place) => place.Level is "county" or "prefecture" || place.CountyId.Length == 0;

    private static string WithKind(string name)
    {
        var core = PlaceNames.Brief(PlaceNames.ChineseDivision, name);
        return core.Length == name.Length ? name : core + Kind(name);
    }

    private static string Kind(string name) => Kinds.FirstOrDefault(k => name.EndsWith(k, StringComparison.Ordinal)) ?? name[^1..];

    private static string First(string name) => PlaceNames.Brief(PlaceNames.FirstWord, name);

    private static string Core(string name) => name.LastIndexOf(' ') is > 0 and var at ? name[..at] : name;
}
