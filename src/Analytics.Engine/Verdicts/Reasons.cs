using Analytics.Engine.Tables;

namespace Analytics.Engine.Verdicts;

/// <summary>What stands between figures, in few words.</summary>
internal static class Reasons
{
    /// <summary>Months between the earliest dates of two articles from which on they are said.</summary>
    private const int FarMonths = 6;

    /// <summary>What differs, by code; the other codes are whole clauses.</summary>
    private static readonly Dictionary<string, Localized> Differing = new()
    {
        ["level"] = new("层级", "levels"),
        ["population"] = new("对象", "populations"),
        ["measure"] = new("指标", "measures"),
        ["unit"] = new("单位", "units"),
        ["accounting"] = new("口径", "ways of counting"),
        ["scope"] = new("覆盖范围", "scopes"),
        ["criterion"] = new("标准", "criteria"),
        ["modality"] = new("性质", "kinds of figure"),
        ["period"] = new("时段", "periods"),
    };

    private static readonly Localized People = new("对象", "people");

    /// <summary>
    /// The one or two reasons that weigh most: those between all pairs first. What a sentence says of single figures (suspect ones) is left
    /// to it, and periods are a reason only where each is printed.
    /// </summary>
    public static IReadOnlyList<string> Main(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<VerdictPair> pairs)
    {
        var isTimed = figures.All(f => f.Period is not null);
        var said = pairs.SelectMany(p => p.Codes).Where(c => c is not "size" and not "suspect" && (c != "period" || isTimed));
        var ordered = CaveatCodes.InOrder(said);
        string[] everywhere = [.. ordered.Where(c => pairs.All(p => p.Codes.Contains(c)))];
        return [.. (everywhere.Length > 0 ? everywhere : ordered).Take(2)];
    }

    /// <summary>对象、时段各不相同; people and periods differ.</summary>
    public static Localized Words(IReadOnlyList<string> codes, IReadOnlyList<VerdictFigure> figures)
    {
        var people = figures.All(f => f.UnitKind is "person" or "attendance");
        var differing = codes.Where(Differing.ContainsKey).Select(c => c == "population" && people ? People : Differing[c]).ToArray();
        var nouns = Sentence.Joined(differing, "、", " and ");
        Localized? differ = differing.Length switch
        {
            0 => null,
            1 => new($"{nouns.Zh}不同", $"{nouns.En} differ"),
            _ => new($"{nouns.Zh}各不相同", $"{nouns.En} differ"),
        };
        var others = codes.Where(c => !Differing.ContainsKey(c)).Select(CaveatCodes.Words);
        return Sentence.Joined(differ is null ? others : others.Prepend(differ), "，", ", ");
    }

    /// <summary>Every reason in full.</summary>
    public static Localized All(IEnumerable<string> codes) =>
        Sentence.Joined(CaveatCodes.InOrder(codes).Select(CaveatCodes.Words), "；", "; ");

    /// <summary>What is to be said of figures that stand side by side, beyond their times as printed; at most two clauses.</summary>
    public static Localized Reservation(IReadOnlyList<VerdictFigure> figures, IReadOnlyList<VerdictPair> pairs)
    {
        var codes = CaveatCodes.InOrder(pairs.SelectMany(p => p.Codes));
        var said = new List<Localized>();
        if (codes.Contains("period") && Times(figures) is { } times)
            said.Add(times);
        said.AddRange(figures.Where(f => f.Status == "ambiguous" && f.Phrases.ContainsKey("reason")).Select(Reading));
        if (said.Count == 0)
            said.AddRange(codes.Where(c => c != "period").Select(CaveatCodes.Words));
        return Sentence.Joined(said.Take(2), "，", ", and ");
    }

    private static Localized Reading(VerdictFigure f)
    {
        var (place, words) = (PlaceWords.Short(f.Place), f.Phrases["reason"]);
        return new(place.Zh + words.Zh, place.En + words.En);
    }

    /// <summary>How times differ; null where the words of the text in brackets say all.</summary>
    private static Localized? Times(IReadOnlyList<VerdictFigure> figures)
    {
        if (figures.All(f => f.IsDated))
            return new("起止不同", "periods differ");
        if (figures.All(f => FigureWords.IsAtDate(f) && !f.IsDated && f.Period is not null))
            return new("时点均未载", "no date stated");
        if (figures is not [{ NotBefore: { } one }, { NotBefore: { } other }])
            return null;
        var months = Months(one < other ? one : other, one < other ? other : one);
        return months < FarMonths ? null : new($"两文见报下限相隔{months}个月", $"the articles' earliest dates are {months} months apart");
    }

    /// <summary>Whole months.</summary>
    private static int Months(DateOnly from, DateOnly to) =>
        (to.Year - from.Year) * 12 + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
