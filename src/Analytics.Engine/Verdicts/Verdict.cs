using Analytics.Engine.Tables;

namespace Analytics.Engine.Verdicts;

/// <summary>
/// The sentence that stands first where figures are compared: how they stand to each other, which places have them, why, and
/// who is missing.
/// Values are as printed, places in the order of their codes, and no word ranks what does not compare.
/// </summary>
public static class Verdict
{
    /// <summary>Chinese characters of a brief sentence, and of one of medium length.</summary>
    public const int BriefLength = 36,
        MediumLength = 125;

    /// <summary>Above this a full sentence names no single figure any more: nobody reads hundreds of them in one.</summary>
    public const int LongLength = 1500;

    /// <summary>The verdict on the figures of one question.</summary>
    public static VerdictText Of(VerdictCase given)
    {
        VerdictFigure[] figures =
        [
            .. given
                .Figures.OrderBy(f => f.Place.Order, StringComparer.Ordinal)
                .ThenBy(f => f.ArticleId, StringComparer.Ordinal)
                .ThenBy(f => f.At)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];
        var ordered = given with { Figures = figures };
        var standing = StandingOf(ordered);
        var sentences = standing switch
        {
            "no_source" or "none" => NothingFrame.Of(ordered),
            "one" => OnePlaceFrame.Of(ordered),
            "side" or "comparable" => StandingFrame.Of(ordered, standing),
            _ => NotFrame.Of(ordered),
        };
        var codes = CaveatCodes.InOrder(given.Pairs.SelectMany(p => p.Codes));
        return new VerdictText(
            standing,
            Fitting(sentences, BriefLength),
            Fitting(sentences, MediumLength),
            InFull(sentences.FirstOrDefault(s => s.Text.Zh.Length <= LongLength) ?? sentences[^1], codes, ordered),
            codes,
            Ids(ordered)
        );
    }

    /// <summary>Pairs of figures of different places.</summary>
    internal static IReadOnlyList<VerdictPair> Across(VerdictCase given)
    {
        var places = given.Figures.ToDictionary(f => f.Id, f => f.Place.Id);
        return [.. given.Pairs.Where(p => places[p.ObsId] != places[p.OtherObsId])];
    }

    internal static IReadOnlyList<VerdictPlace> Places(IEnumerable<VerdictFigure> figures) =>
        [.. figures.Select(f => f.Place).DistinctBy(p => p.Id)];

    /// <summary>3县的5个数; 5 figures of 3 counties.</summary>
    internal static Localized Count(IReadOnlyList<VerdictFigure> figures)
    {
        var places = PlaceWords.Count(Places(figures));
        return new($"{places.Zh}的{figures.Count}个数", $"{(figures.Count == 1 ? "1 figure" : $"{figures.Count} figures")} of {places.En}");
    }

    /// <summary>碧江、松桃2县的2个数; 2 figures of Bijiang, Songtao.</summary>
    internal static Localized CountByName(IReadOnlyList<VerdictFigure> figures)
    {
        var names = Sentence.Joined(Places(figures).Select(PlaceWords.Short), "、", ", ");
        return new(names.Zh + Count(figures).Zh, $"{figures.Count} figures of {names.En}");
    }

    private static string StandingOf(VerdictCase given)
    {
        if (given.Figures.Count == 0)
            return given.Missing is { NoSource.Count: > 0, NotSeen.Count: 0, LowerOnly.Count: 0 } ? "no_source" : "none";
        if (Places(given.Figures).Count == 1)
            return "one";
        var standings = Across(given).Select(p => p.Standing).ToHashSet();
        return standings.Contains("comparable") ? "comparable"
            : standings.Contains("side") ? "side"
            : "not";
    }

    /// <summary>The first that is short enough in Chinese; the last one always is.</summary>
    internal static Localized Fitting(IReadOnlyList<Sentence> sentences, int longest) =>
        sentences.Select(s => s.Text).FirstOrDefault(t => t.Zh.Length <= longest) ?? sentences[^1].Text;

    private static Localized InFull(Sentence sentence, IReadOnlyList<string> codes, VerdictCase given)
    {
        var tail = sentence.Tail.Where(t => !MissingWords.Of(given.Missing, true, false).Contains(t)).ToList();
        if (codes.Count > 0)
            tail.Add(new($"理由：{Reasons.All(codes).Zh}", $"Reasons: {Reasons.All(codes).En}"));
        if (given.Figures.Count > 0)
            tail.AddRange(MissingWords.Of(given.Missing, true, true));
        return (sentence with { Tail = tail }).Text;
    }

    private static string[] Ids(VerdictCase given) =>
        [
            .. given
                .Figures.Select(f => f.Id)
                .Concat(given.Asides.Select(f => f.Id))
                .Concat(given.Ratios.SelectMany(r => r.ObservationIds))
                .Distinct(),
        ];
}
