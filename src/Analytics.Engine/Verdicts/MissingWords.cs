namespace Analytics.Engine.Verdicts;

/// <summary>Who has no such figure, and why.</summary>
internal static class MissingWords
{
    /// <param name="missing">Who.</param>
    /// <param name="areOthers">Whether figures of other places stand before.</param>
    /// <param name="byName">Whether all are named; else those with articles are counted.</param>
    public static IReadOnlyList<Localized> Of(VerdictMissing missing, bool areOthers, bool byName)
    {
        var lower = missing.LowerOnly.GroupBy(l => l.Level).Select(g => Lower(g.Key, [.. g.Select(l => l.Place)])).ToArray();
        var seen = missing.NotSeen.Count == 0 ? Sentence.Nothing : NotSeen(missing.NotSeen, areOthers, byName, lower.Length > 0);
        var none = missing.NoSource.Count == 0 ? Sentence.Nothing : NoSource(missing.NoSource);
        var stated = Sentence.Joined([.. lower, seen], "，", ", ");
        var all = Sentence.Joined([stated, none], "，", "; ");
        return all.Zh.Length == 0 ? [] : [all];
    }

    private static Localized Lower(string level, IReadOnlyList<VerdictPlace> places) =>
        new(
            $"{Names(places, PlaceWords.Long).Zh}只有{PlaceWords.Level(level).Zh}级的",
            $"{Names(places, PlaceWords.Long).En} only for {PlaceWords.Level(level).En}"
        );

    private static Localized NotSeen(IReadOnlyList<VerdictPlace> places, bool areOthers, bool byName, bool isListed)
    {
        var counted = PlaceWords.Counties(places.Count);
        var named = Names(places, PlaceWords.Short);
        var verb =
            isListed ? "not at all"
            : places.Count == 1 ? "does not state it"
            : "do not state it";
        return byName
            ? new($"{named.Zh}未见此数", $"{named.En} {verb}")
            : new($"{(areOthers ? "另" : "")}{counted.Zh}未见此数", $"{counted.En} {verb}");
    }

    private static Localized NoSource(IReadOnlyList<VerdictPlace> places) =>
        new(
            $"{Names(places, PlaceWords.Long).Zh}无来源",
            $"{Names(places, PlaceWords.Long).En} {(places.Count == 1 ? "has" : "have")} no source"
        );

    private static Localized Names(IReadOnlyList<VerdictPlace> places, Func<VerdictPlace, Localized> name) =>
        Sentence.Joined(places.Select(name), "、", ", ");
}
