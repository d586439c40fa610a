namespace Analytics.Engine.Verdicts;

/// <summary>One place has figures: nothing to hold them against, or the same measure in two articles, which is no growth.</summary>
internal static class OnePlaceFrame
{
    private static readonly Localized Opening = new("不能比", "Cannot be compared"),
        NoGrowth = new("不能当作增长", "No growth can be read");

    public static IReadOnlyList<Sentence> Of(VerdictCase given)
    {
        var repeated = Repeated(given);
        return repeated.Count > 0 ? Growth(given, repeated) : Only(given);
    }

    private static IReadOnlyList<Sentence> Only(VerdictCase given)
    {
        var place = given.Figures[0].Place;
        var (name, brief) = (PlaceWords.Long(place), PlaceWords.Short(place));
        var asides = Sentence.Joined(given.Asides.Select(Aside), "，", ", ");
        var missing = MissingWords.Of(given.Missing, areOthers: true, byName: false);
        Localized count = new($"{given.Figures.Count}个数", given.Figures.Count == 1 ? "1 figure" : $"{given.Figures.Count} figures");
        Sentence[] counted =
        [
            new(Opening, Having(given, name, $"（{count.Zh}）", $" ({count.En})"), Sentence.Nothing, missing),
            new(Opening, Having(given, brief, $"（{count.Zh}）", $" ({count.En})"), Sentence.Nothing, []),
        ];
        if (given.Figures is not [var only])
            return [new(Opening, All(given, name), asides, missing), .. counted];
        var value = new Localized(only.Printed.Zh, FigureWords.English([only]));
        return
        [
            new(Opening, Stated(only, name), asides, missing),
            new(Opening, Stated(only, name), Sentence.Nothing, missing),
            new(Opening, new($"只有{brief.Zh}载有（{value.Zh}）", $"only {brief.En} states it ({value.En})"), Sentence.Nothing, []),
            .. counted,
        ];
    }

    /// <summary>只有碧江区载有…的平均年龄（36.37岁，见报不早于2025-01-13）.</summary>
    private static Localized Stated(VerdictFigure f, Localized place)
    {
        var what =
            f.Phrases.ContainsKey("measure") && f.Phrases.ContainsKey("people")
                ? new Localized(
                    $"{FigureWords.People(f).Zh}的{FigureWords.Measure(f).Zh}",
                    $"the {FigureWords.Measure(f).En} of {FigureWords.People(f).En}"
                )
                : FigureWords.Named(f);
        var when = When(f);
        return new(
            $"只有{place.Zh}载有{what.Zh}（{f.Printed.Zh}{Led("，", when.Zh)}）",
            $"only {place.En} states {what.En} ({FigureWords.English([f])}{Led(", ", when.En)})"
        );
    }

    /// <summary>
    /// That the place alone has figures; of figures that nobody asked for by a question only that they are all of the place.
    /// </summary>
    private static Localized Having(VerdictCase given, Localized place, string zh, string en) =>
        given.CountiesWithArticles > 0
            ? new($"只有{place.Zh}有数{zh}", $"only {place.En} has figures{en}")
            : new($"都是{place.Zh}的数{zh}", $"all figures are of {place.En}{en}");

    private static Localized All(VerdictCase given, Localized place)
    {
        var figures = given.Figures;
        var measures = Sentence.Joined(
            figures.GroupBy(f => FigureWords.Among(f, figures)).Select(g => NotFrame.Measured(g.Key, [.. g])),
            "、",
            ", "
        );
        return Having(given, place, $"：{measures.Zh}", $": {measures.En}");
    }

    private static Localized When(VerdictFigure f) =>
        FigureWords.OnlyNotBefore(f) is { } day ? new($"见报不早于{FigureWords.Day(day)}", $"not before {FigureWords.Day(day)}")
        : f.Period is null ? Sentence.Nothing
        : FigureWords.Period(f);

    /// <summary>松桃县蓼皋街道的28岁是社区工作者.</summary>
    private static Localized Aside(VerdictFigure f)
    {
        var (place, words) = (PlaceWords.Long(f.Place), f.Phrases["aside"]);
        return new($"{place.Zh}的{f.Printed.Zh}{words.Zh}", $"the {FigureWords.English([f])} of {place.En}, {words.En}");
    }

    /// <summary>Figures of the articles that state one indicator each for itself, by article, the earliest first.</summary>
    private static IReadOnlyList<VerdictFigure[]> Repeated(VerdictCase given)
    {
        var articles = given
            .Figures.GroupBy(f => f.IndicatorId)
            .Where(g => g.Select(f => f.ArticleId).Distinct().Count() > 1)
            .SelectMany(g => g)
            .GroupBy(f => f.ArticleId)
            .OrderBy(g => g.Min(f => f.NotBefore))
            .ThenBy(g => g.Key, StringComparer.Ordinal);
        return [.. articles.Select(g => g.OrderBy(f => f.Statistic is "share" or "mean").ThenBy(f => f.At).ToArray())];
    }

    private static IReadOnlyList<Sentence> Growth(VerdictCase given, IReadOnlyList<VerdictFigure[]> articles)
    {
        var shown = articles.SelectMany(a => a).Select(f => f.Id).ToHashSet();
        var pairs = given.Pairs.Where(p => p.SameIndicator && shown.Contains(p.ObsId) && shown.Contains(p.OtherObsId)).ToArray();
        var codes = Reasons.Main([.. articles.SelectMany(a => a)], pairs);
        var why = codes.Contains("criterion") ? new Localized("门槛不同", "the criterion moved") : Reasons.Words(codes, given.Figures);
        var (name, brief) = (PlaceWords.Long(given.Figures[0].Place), PlaceWords.Short(given.Figures[0].Place));
        var stated = Sentence.Joined(articles.Select((a, i) => Article(a, brief, i == 0)), "，", ", ");
        var count = given.Figures.Count;
        return
        [
            new(NoGrowth, stated with { Zh = name.Zh + stated.Zh }, why, []),
            new(
                NoGrowth,
                new($"{brief.Zh}的{count}个数见于{articles.Count}文", $"{brief.En}'s {count} figures are of {articles.Count} articles"),
                why,
                []
            ),
            new(
                NoGrowth,
                new($"{brief.Zh}的{count}个数见于{articles.Count}文", $"{brief.En}'s {count} figures are of {articles.Count} articles"),
                Sentence.Nothing,
                []
            ),
        ];
    }

    /// <summary>165个村（31.85%）按年经营收入45万元以上.</summary>
    private static Localized Article(VerdictFigure[] figures, Localized place, bool isFirst)
    {
        var first = figures[0];
        var what = first.Phrases.GetValueOrDefault("people") ?? FigureWords.Named(first);
        var rest = figures.Length == 1 ? Sentence.Nothing : Values(figures[1..]);
        var criterion = first.Phrases.GetValueOrDefault("criterion");
        return new(
            first.Printed.Zh + what.Zh + Bracketed(rest.Zh, "（", "）") + Led("按", criterion?.Zh ?? first.Criterion ?? ""),
            $"{(isFirst ? $"{place.En}'s" : "its")} {FigureWords.Number(first)}{(isFirst ? " " + what.En : "")}"
                + Bracketed(rest.En, " (", ")")
                + Led(" meet ", criterion?.En ?? "")
        );
    }

    private static Localized Values(VerdictFigure[] figures) =>
        new(string.Join('、', figures.Select(f => f.Printed.Zh)), FigureWords.English(figures));

    private static string Bracketed(string text, string open, string close) => text.Length == 0 ? "" : open + text + close;

    private static string Led(string by, string text) => text.Length == 0 ? "" : by + text;
}
