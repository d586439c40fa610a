namespace Analytics.Engine.Verdicts;

/// <summary>Nothing is stated: there is no source, or no article has it.</summary>
internal static class NothingFrame
{
    public static IReadOnlyList<Sentence> Of(VerdictCase given)
    {
        var missing = given.Missing;
        return missing is { NoSource: { Count: > 0 } places, NotSeen.Count: 0, LowerOnly.Count: 0 }
            ? NoSource(places, given.CountiesWithArticles)
            : [NotSeen(MissingWords.Of(missing, areOthers: false, byName: false)), NotSeen([])];
    }

    private static IReadOnlyList<Sentence> NoSource(IReadOnlyList<VerdictPlace> places, int withArticles)
    {
        var names = Sentence.Joined(places.Select(PlaceWords.Long), "、", ", ");
        var body = new Localized("本库没有来源，不是零", "no source here, which is not zero");
        var others = PlaceWords.Counties(withArticles);
        var are = withArticles == 1 ? "has" : "have";
        return
        [
            new Sentence(names, body, new($"另{others.Zh}有报道", $"{others.En} {are} articles"), []),
            new Sentence(names, body, Sentence.Nothing, []),
        ];
    }

    private static Sentence NotSeen(IReadOnlyList<Localized> tail) =>
        new(new("没有数", "No figure"), new("本库来源未见，不是零", "not in these sources, which is not zero"), Sentence.Nothing, tail);
}
