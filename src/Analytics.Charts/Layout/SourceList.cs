using System.Text.RegularExpressions;

namespace Analytics.Charts;

/// <summary>The sources that a footer lists, in the forms that it may take: whole, by date, short.</summary>
internal static partial class SourceList
{
    /// <summary>Characters of a title that stand for it where its county is not known.</summary>
    private const int ShortTitle = 12;

    /// <summary>
    /// The sources that the figures shown cite, in the order of their numbers; all of them where no figure of the chart cites any.
    /// </summary>
    public static IReadOnlyList<ChartSource> Of(ChartSpec spec, IReadOnlyList<ChartMark> shown)
    {
        if (spec.Marks.All(m => m.Sources.Count == 0))
            return spec.Sources;
        var cited = shown.SelectMany(m => m.Sources).ToHashSet();
        return [.. spec.Sources.Where(s => cited.Contains(s.Number)).OrderBy(s => s.Number)];
    }

    /// <summary>One line for each: [1] 《…》，碧江区，2025-01-13.</summary>
    public static IReadOnlyList<string> Whole(IReadOnlyList<ChartSource> sources, Language language) =>
        [.. sources.Select(s => ChartDescription.Source(s, language))];

    /// <summary>What is known of the date said once, the earliest first, those without a date last.</summary>
    public static IReadOnlyList<string> ByDate(IReadOnlyList<ChartSource> sources, Language language) => Dated(sources, language, s => s);

    /// <summary>County and date stand for an article, so that no source is left out for want of room.</summary>
    public static IReadOnlyList<string> Short(IReadOnlyList<ChartSource> sources, Language language) =>
        Dated(
            [.. sources.Select(s => s with { DateBasis = Brackets().Replace(s.DateBasis, "").Trim() })],
            language,
            s => s with { Article = s.County.Length > 0 ? "" : Cut(s.Article) }
        );

    private static IReadOnlyList<string> Dated(IReadOnlyList<ChartSource> sources, Language language, Func<ChartSource, ChartSource> form)
    {
        var words = ChartWords.For(language);
        return
        [
            .. sources
                .GroupBy(s => s.DateBasis)
                .OrderBy(g => Date().Match(g.Key) is { Success: true } date ? date.Value : "~", StringComparer.Ordinal)
                .Select(g =>
                    (g.Key.Length > 0 ? g.Key + words.Colon : "")
                    + string.Join(words.Semicolon, g.Select(s => ChartDescription.Source(form(s) with { DateBasis = "" }, language)))
                ),
        ];
    }

    private static string Cut(string title) =>
        title.EnumerateRunes().Count() <= ShortTitle ? title : string.Concat(title.EnumerateRunes().Take(ShortTitle)) + "…";

    [GeneratedRegex(@"\d{4}(-\d{2})*")]
    private static partial Regex Date();

    [GeneratedRegex(@"\s*[（(][^（）()]*[）)]")]
    private static partial Regex Brackets();
}
