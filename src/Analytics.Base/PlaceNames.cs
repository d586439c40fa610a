namespace Analytics;

/// <summary>Official names of divisions, and what people make of them.</summary>
public static class PlaceNames
{
    /// <summary>The rule of Chinese names: 松桃苗族自治县 → 松桃.</summary>
    public const string ChineseDivision = "cn-division";

    /// <summary>The rule of English names: Songtao Miao Autonomous County → Songtao.</summary>
    public const string FirstWord = "first-word";

    private static readonly string[] Autonomous = ["自治县", "自治州", "自治区", "自治旗"];

    /// <summary>The longest first.</summary>
    private static readonly string[] Suffixes = ["街道", "社区", "小区", "区", "县", "市", "镇", "乡", "村"];

    private static readonly string[] Peoples =
    [
        .. "侗族 土家族 苗族 彝族 布依族 水族 仡佬族 瑶族 壮族 回族 畲族 白族 毛南族 满族 蒙古族".Split(' '),
    ];

    /// <summary>Words of English names that say what kind of place it is.</summary>
    private static readonly HashSet<string> Kinds =
    [
        .. "City District County Town Township Subdistrict Village Community Estate Autonomous Dong Tujia Miao and".Split(' '),
    ];

    /// <summary>The short name by a rule; the name itself where nothing can be left off.</summary>
    public static string Brief(string rule, string name) => rule == FirstWord ? name.Split(' ')[0] : ShortDivision(name);

    /// <summary>
    /// What people write for an official name: without its ending, and without the peoples that it names: 松桃, 松桃自治县, 松桃县.
    /// </summary>
    public static IEnumerable<string> Forms(string name) => name.Any(char.IsAsciiLetter) ? EnglishForms(name) : ChineseForms(name);

    private static IEnumerable<string> ChineseForms(string name)
    {
        var core = ShortDivision(name);
        if (core == name)
            yield break;
        yield return core;
        if (name.EndsWith("自治县", StringComparison.Ordinal))
            yield return core + "自治县";
        if (core + Suffixes.First(s => name.EndsWith(s, StringComparison.Ordinal)) is var plain && plain != name)
            yield return plain;
    }

    private static IEnumerable<string> EnglishForms(string name)
    {
        var words = name.Split(' ');
        var core = string.Join(' ', words.Take(words.Length - words.Reverse().TakeWhile(Kinds.Contains).Count()));
        if (core.Length == 0 || core == name)
            yield break;
        yield return core;
        if ($"{core} {words[^1]}" is var plain && plain != name)
            yield return plain;
    }

    private static string ShortDivision(string name)
    {
        if (Autonomous.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal)) is { } autonomous)
            return WithoutPeoples(name[..^autonomous.Length]) is { Length: >= 2 } core ? core : name;
        var suffix = Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal) && name.Length - s.Length >= 2);
        return suffix is null ? name : WithoutPeoples(name[..^suffix.Length]);
    }

    private static string WithoutPeoples(string name)
    {
        while (Peoples.FirstOrDefault(p => name.EndsWith(p, StringComparison.Ordinal) && name.Length - p.Length >= 2) is { } people)
            name = name[..^people.Length];
        return name;
    }
}
