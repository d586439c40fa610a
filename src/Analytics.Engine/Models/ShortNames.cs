namespace Analytics.Engine.Models;

/// <summary>Names of divisions without what they officially end with.</summary>
public static class ShortNames
{
    /// <summary>松桃苗族自治县 → 松桃.</summary>
    public const string ChineseDivision = "cn-division";

    /// <summary>Songtao Miao Autonomous County → Songtao.</summary>
    public const string FirstWord = "first-word";

    private static readonly string[] Autonomous = ["自治县", "自治州", "自治区", "自治旗"];

    /// <summary>The longest first.</summary>
    private static readonly string[] Suffixes = ["街道", "社区", "小区", "区", "县", "市", "镇", "乡", "村"];

    private static readonly string[] Peoples =
    [
        .. "侗族 土家族 苗族 彝族 布依族 水族 仡佬族 瑶族 壮族 回族 畲族 白族 毛南族 满族 蒙古族".Split(' '),
    ];

    /// <summary>The short name by a rule; the name itself where nothing can be left off.</summary>
    public static string Of(string rule, string name) => rule == FirstWord ? name.Split(' ')[0] : OfDivision(name);

    private static string OfDivision(string name)
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
