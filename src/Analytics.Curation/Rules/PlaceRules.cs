namespace Analytics.Curation;

/// <summary>Places form a tree whose levels narrow downwards, and every article and figure is at a place that its text names.</summary>
internal static class PlaceRules
{
    public static readonly Rule Cycle = new(
        "place.cycle",
        Severity.Critical,
        "Going from a place to its parent ends at the prefecture.",
        new("改正 parent_id。", "Correct parent_id.")
    );

    public static readonly Rule ParentLevel = new(
        "place.parent_level",
        Severity.Critical,
        "A place has a parent of a wider level; only a prefecture has none.",
        new("改正 level 或 parent_id。", "Correct level or parent_id.")
    );

    public static readonly Rule County = new(
        "place.county",
        Severity.Critical,
        "county_id is the county above the place (the county itself for a county, empty for a prefecture).",
        new("改正 county_id 或 parent_id。", "Correct county_id or parent_id.")
    );

    public static readonly Rule Code = new(
        "place.gb_code",
        Severity.Critical,
        "Codes are unique, have 6 digits (county), 9 (township) or 12 (village), and begin like the county's.",
        new("改正代码，或留空。", "Correct the code, or leave it empty.")
    );

    public static readonly Rule OtherCounty = new(
        "place.other_county",
        Severity.Critical,
        "A figure belongs to the county of its article, unless its sentence names another.",
        new("改正 place_id。", "Correct place_id.")
    );

    public static readonly Rule Unnamed = new(
        "place.unnamed",
        Severity.Critical,
        "The text of an article names the article's place.",
        new("改正报道的 place_id，或它的各段。", "Correct place_id of the article, or its segments.")
    );

    public static readonly Rule FigureUnnamed = new(
        "place.figure_unnamed",
        Severity.Warning,
        "A place narrower than its article's is named in the article.",
        new("改正 place_id。", "Correct place_id.")
    );

    public static readonly Rule Localized = new(
        "place.wording",
        Severity.Warning,
        "A quote that says 全县, 该镇, 全村 … belongs to a place of that level.",
        new("改正 place_id，或写明理由接受此项。", "Correct place_id, or accept the finding with the reason.")
    );

    public static readonly IReadOnlyList<Rule> All = [Cycle, ParentLevel, County, Code, OtherCounty, Unnamed, FigureUnnamed, Localized];

    private static readonly (string Word, string Level)[] LevelWords =
    [
        ("全县", "county"),
        ("全区", "county"),
        ("该县", "county"),
        ("该区", "county"),
        ("全镇", "township"),
        ("全乡", "township"),
        ("该镇", "township"),
        ("该乡", "township"),
        ("该街道", "township"),
        ("全村", "village"),
        ("该村", "village"),
        ("该小区", "compound"),
    ];

    private static readonly string[] Honours = ["优秀", "先进", "文明", "示范", "民主", "民族"];

    private static readonly string[] Endings =
    [
        "土家族苗族自治县",
        "土家族自治县",
        "苗族自治县",
        "侗族自治县",
        "自治县",
        "侗族乡",
        "土家族乡",
        "苗族乡",
        "街道",
        "社区",
        "小区",
        "市",
        "县",
        "区",
        "镇",
        "乡",
        "村",
    ];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        [
            .. scope.Data.Places.SelectMany(p => CheckPlace(p, scope.Data)),
            .. RepeatedCodes(scope.Data),
            .. scope.Data.Articles.Select(a => CheckArticle(a, scope)).OfType<Finding>(),
            .. scope.Observations.SelectMany(o => CheckFigure(o, scope)),
        ];

    private static IEnumerable<Finding> CheckPlace(PlaceRow place, CuratedData data)
    {
        var above = Ancestors(place, data).ToList();
        if (above.Count > 0 && ReferenceEquals(above[^1], place))
        {
            yield return Cycle.At(
                place,
                new(
                    $"{place.PlaceId} 在自己之内：{string.Join(" → ", above.Select(p => p.PlaceId))}。",
                    $"{place.PlaceId} lies in itself: {string.Join(" → ", above.Select(p => p.PlaceId))}."
                ),
                place.PlaceId
            );
            yield break;
        }
        if (above.Count == 0 ? place.Level != "prefecture" && place.ParentId.Length == 0 : Rank(above[0]) >= Rank(place))
        {
            yield return ParentLevel.At(
                place,
                new(
                    $"{place.PlaceId} 是 {place.Level}，"
                        + $"{(above.Count == 0 ? "没有上级" : $"上级是 {above[0].Level} {above[0].PlaceId}")}。",
                    $"{place.PlaceId} is a {place.Level}; its parent is "
                        + $"{(above.Count == 0 ? "missing" : $"the {above[0].Level} {above[0].PlaceId}")}."
                ),
                place.PlaceId
            );
        }

        var county = above.Prepend(place).FirstOrDefault(p => p.Level == "county")?.PlaceId ?? "";
        if (place.CountyId != county)
        {
            yield return County.At(
                place,
                new(
                    $"{place.PlaceId} {(county.Length > 0 ? "在 " + county : "不在县内")}；county_id 写的是{Excerpt.Of(place.CountyId)}。",
                    $"{place.PlaceId} lies in {(county.Length > 0 ? county : "no county")}; county_id says {Excerpt.Of(place.CountyId)}."
                ),
                place.PlaceId
            );
        }

        if (place.GbCode.Length > 0 && !IsCode(place, data.PlaceById.GetValueOrDefault(county)))
        {
            yield return Code.At(
                place,
                new($"{place.GbCode} 不是 {county} 的 {place.Level} 代码。", $"{place.GbCode} is no code of a {place.Level} in {county}."),
                place.PlaceId
            );
        }
    }

    /// <summary>Parents upwards; stops at the place itself when there is a cycle.</summary>
    private static IEnumerable<PlaceRow> Ancestors(PlaceRow place, CuratedData data)
    {
        var seen = new HashSet<string>();
        for (var at = place; data.PlaceById.TryGetValue(at.ParentId, out var parent) && seen.Add(parent.PlaceId); at = parent)
        {
            yield return parent;
            if (parent.PlaceId == place.PlaceId)
                yield break;
        }
    }

    private static int Rank(PlaceRow place) => Array.IndexOf(Vocabulary.PlaceLevel, place.Level);

    private static bool IsCode(PlaceRow place, PlaceRow? county)
    {
        var length = place.Level switch
        {
            "prefecture" or "county" => 6,
            "township" => 9,
            "village" => 12,
            _ => 0,
        };
        return place.GbCode.Length == length
            && place.GbCode.All(char.IsAsciiDigit)
            && (county is null || place.GbCode.StartsWith(county.GbCode, StringComparison.Ordinal));
    }

    private static IEnumerable<Finding> RepeatedCodes(CuratedData data) =>
        from place in data.Places
        where place.GbCode.Length > 0
        group place by place.GbCode into same
        where same.Count() > 1
        select Code.At(
            same.Last(),
            new(
                $"代码 {same.Key} 同时指 {string.Join("、", same.Select(p => p.PlaceId))}。",
                $"Code {same.Key} stands for {string.Join(" and ", same.Select(p => p.PlaceId))}."
            ),
            [.. same.Select(p => p.PlaceId)]
        );

    private static Finding? CheckArticle(ArticleRow article, CheckScope scope)
    {
        var text = scope.Corpus.Article(article.ArticleId);
        if (text.Flows.Count == 0 || !scope.Data.PlaceById.TryGetValue(article.PlaceId, out var place) || Names(text, place))
            return null;
        return Unnamed.At(
            article,
            new(
                $"{article.ArticleId} 标为{place.NameZh}的报道，文中没有“{Stem(place.NameZh)}”。",
                $"{article.ArticleId} is said to be about {place.NameZh}; its text never says {Stem(place.NameZh)}."
            ),
            article.ArticleId
        );
    }

    private static IEnumerable<Finding> CheckFigure(LocatedObservation o, CheckScope scope)
    {
        if (o.Place is not { } place || !scope.Data.ArticleById.TryGetValue(o.Row.ArticleId, out var article))
            yield break;
        string? county = scope.Data.CountyOf(place.PlaceId),
            home = scope.Data.CountyOf(article.PlaceId);
        if (county is not null && home is not null && county != home && !SentenceNames(o, scope.Data.PlaceById[county]))
        {
            yield return OtherCounty.At(
                o.Row,
                new(
                    $"{o.Id} 归在 {county}；报道 {article.ArticleId} 说的是 {home}，句中没有 {county} 的名字。",
                    $"{o.Id} is placed in {county}; its article {article.ArticleId} is about {home} "
                        + $"and the sentence does not name {county}."
                ),
                o.Id
            );
        }
        else if (place.PlaceId != article.PlaceId && Rank(place) > 1 && !Names(o.Article, place))
        {
            yield return FigureUnnamed.At(
                o.Row,
                new(
                    $"{o.Id} 归在{place.NameZh}，{article.ArticleId} 没有这个地名。",
                    $"{o.Id} is placed in {place.NameZh}, which {article.ArticleId} does not name."
                ),
                o.Id
            );
        }

        if (o.Quote is not null)
        {
            foreach (var (word, level) in LevelWords)
            {
                if (level != place.Level && Says(o.Hits.Form, word))
                {
                    yield return Localized.At(
                        o.Row,
                        new(
                            $"引文说“{word}”；{place.PlaceId} 是 {place.Level}。",
                            $"The quote says {word}; {place.PlaceId} is a {place.Level}."
                        ),
                        o.Id
                    );
                }
            }
        }
    }

    /// <summary>Not in 健全村级制度, which is cut otherwise, and not in 全县优秀共产党员, which is an honour.</summary>
    private static bool Says(string quote, string word)
    {
        for (var at = quote.IndexOf(word, StringComparison.Ordinal); at >= 0; at = quote.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (
                !(at > 0 && "健安完齐保".Contains(quote[at - 1]))
                && !Array.Exists(Honours, h => string.CompareOrdinal(quote, at + word.Length, h, 0, h.Length) == 0)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool SentenceNames(LocatedObservation o, PlaceRow place) =>
        o.Quote is { } quote && quote.Flow.Sentences.Reading(quote.Start, quote.End).Contains(Stem(place.NameZh), StringComparison.Ordinal);

    private static bool Names(ArticleText text, PlaceRow place) =>
        text.Flows.Any(f => f.Text.Contains(Stem(place.NameZh), StringComparison.Ordinal));

    /// <summary>A name as texts use it: 印江 for 印江土家族苗族自治县, 缠溪 for 缠溪镇.</summary>
    public static string Stem(string name)
    {
        var ending = Array.Find(Endings, e => name.Length - e.Length >= 2 && name.EndsWith(e, StringComparison.Ordinal));
        return NormalForm.Of(ending is null ? name : name[..^ending.Length]);
    }
}
