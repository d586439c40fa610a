namespace Analytics.Curation;

/// <summary>Every place is found by what people call it, and no name means two places unless it says so.</summary>
internal static class AliasRules
{
    public static readonly Rule Missing = new(
        "alias.missing",
        Severity.Critical,
        "Every place is found by its names, its short names, its code and its id.",
        new("在 aliases.csv 里为这个名称加一行。", "Add a line for the name to aliases.csv.")
    );

    public static readonly Rule Shared = new(
        "alias.shared",
        Severity.Critical,
        "A name means one place. One that places of one level share is marked ambiguous in all its lines; else the widest has it alone.",
        new(
            "删去较小地方的那一行，或在每一行把 ambiguous 设为 true。",
            "Delete the line of the narrower place, or set ambiguous to true in each."
        )
    );

    public static readonly Rule Lone = new(
        "alias.lone",
        Severity.Critical,
        "A name that is marked ambiguous means several places.",
        new("把 ambiguous 设为 false，或补上其他地方。", "Set ambiguous to false, or add the other places.")
    );

    public static readonly IReadOnlyList<Rule> All = [Missing, Shared, Lone];

    public static IEnumerable<Finding> Check(CuratedData data)
    {
        var byName = data.Aliases.ToLookup(a => a.Folded);
        return [.. data.Places.SelectMany(p => MissingOf(p, byName, data)), .. byName.SelectMany(names => Faults([.. names], data))];
    }

    /// <summary>Names that no line has, neither for the place nor for a wider one.</summary>
    private static IEnumerable<Finding> MissingOf(PlaceRow place, ILookup<string, AliasRow> byName, CuratedData data) =>
        from name in NamesOf(place).DistinctBy(FoldedName.Of)
        where
            !byName[FoldedName.Of(name)].Any(a => a.PlaceId == place.PlaceId || IsWider(data.PlaceById.GetValueOrDefault(a.PlaceId), place))
        select Missing.At(
            place,
            new($"用{Excerpt.Of(name)}找不到 {place.PlaceId}。", $"{Excerpt.Of(name)} does not find {place.PlaceId}."),
            place.PlaceId
        );

    private static IEnumerable<string> NamesOf(PlaceRow place) =>
        new[] { place.NameZh, place.NameEn }
            .SelectMany(name => PlaceNames.Forms(name).Prepend(name))
            .Concat([place.Pinyin, place.GbCode, place.PlaceId])
            .Where(name => name.Length > 0);

    private static IEnumerable<Finding> Faults(AliasRow[] lines, CuratedData data)
    {
        var places = lines.Select(a => a.PlaceId).Distinct().Select(data.PlaceById.GetValueOrDefault).OfType<PlaceRow>().ToArray();
        var isShared = places.Length > 1;
        var isOfOneLevel = places.All(p => p.Level == places[0].Level);
        foreach (var line in lines)
        {
            if (isShared && !(line.IsAmbiguous && isOfOneLevel))
            {
                var names = string.Join(", ", places.Select(p => $"{p.PlaceId} ({p.Level})"));
                yield return Shared.At(
                    line,
                    new($"{Excerpt.Of(line.Alias)}指 {names}。", $"{Excerpt.Of(line.Alias)} means {names}."),
                    line.PlaceId
                );
            }
            else if (!isShared && line.IsAmbiguous)
            {
                yield return Lone.At(
                    line,
                    new($"{Excerpt.Of(line.Alias)}只指 {line.PlaceId}。", $"{Excerpt.Of(line.Alias)} means {line.PlaceId} alone."),
                    line.PlaceId
                );
            }
        }
    }

    private static bool IsWider(PlaceRow? place, PlaceRow than) =>
        place is not null && Array.IndexOf(Vocabulary.PlaceLevel, place.Level) < Array.IndexOf(Vocabulary.PlaceLevel, than.Level);
}
