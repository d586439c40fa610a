namespace Analytics.Curation;

/// <summary>Every quote stands in its article, in one place, and the printed number stands in the quote, in one place.</summary>
internal static class AnchorRules
{
    /// <summary>
    /// Looking for the nearest text takes time for each lost quote; after a replaced source it would take too long for all.
    /// </summary>
    private const int MostNearest = 100;

    public static readonly Rule NotFound = new(
        "anchor.not_found",
        Severity.Critical,
        "Each quote stands in its article (white space and full-width forms aside).",
        new("照原文抄录；数字从不模糊匹配。", "Copy the clause from the source exactly; digits are never matched loosely.")
    );

    public static readonly Rule Ambiguous = new(
        "anchor.ambiguous",
        Severity.Critical,
        "Each quote stands in its article once, or says which occurrence is meant.",
        new("延长引文，或写明第几处（occurrence）。", "Extend the quote, or give its occurrence.")
    );

    public static readonly Rule Occurrence = new(
        "anchor.occurrence",
        Severity.Critical,
        "An occurrence is given only where a quote repeats, and exists.",
        new("改正或删去 occurrence。", "Correct or delete the occurrence.")
    );

    public static readonly Rule ValueMissing = new(
        "anchor.value_missing",
        Severity.Critical,
        "The number as printed stands inside the quote as a whole number.",
        new("改正 value_text，或延长引文。", "Correct value_text, or extend the quote.")
    );

    public static readonly Rule ValueAmbiguous = new(
        "anchor.value_ambiguous",
        Severity.Critical,
        "The number as printed stands inside the quote once, or value_at says which is meant.",
        new("缩短引文，或写明 value_at。", "Shorten the quote, or give value_at.")
    );

    public static readonly Rule ValueAt = new(
        "anchor.value_at",
        Severity.Critical,
        "value_at is given only where the number repeats in the quote, and exists.",
        new("改正或删去 value_at。", "Correct or delete value_at.")
    );

    public static readonly IReadOnlyList<Rule> All = [NotFound, Ambiguous, Occurrence, ValueMissing, ValueAmbiguous, ValueAt];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var searches = 0;
        foreach (var observation in scope.Observations)
        {
            if (Check(observation, observation.Row.Quote, observation.Row.ValueText, observation.Row.ValueAt, ref searches) is { } finding)
                yield return finding;
        }

        foreach (var exclusion in scope.Exclusions)
        {
            if (Check(exclusion, exclusion.Row.Quote, exclusion.Row.Text, exclusion.Row.ValueAt, ref searches) is { } finding)
                yield return finding;
        }
    }

    private static Finding? Check(Located located, string quote, string number, int? valueAt, ref int searches)
    {
        var hits = located.Hits.Hits.Count;
        if (located.Article.Flows.Count == 0)
        {
            return NotFound.At(
                located.Source,
                new($"{located.Id} 的报道没有文字。", $"The article of {located.Id} has no text."),
                located.Id
            );
        }

        if (hits == 0)
            return Lost(located, quote, searches++ < MostNearest);
        if (located.Hits.Occurrence is { } n && (hits == 1 || located.Quote is null))
        {
            return Occurrence.At(
                located.Source,
                new(
                    $"写了 occurrence {n}；{Excerpt.Of(quote)}在 {located.Article.ArticleId} 里有 {hits} 处。",
                    $"Occurrence {n} is given; {Excerpt.Of(quote)} stands {hits} times in {located.Article.ArticleId}."
                ),
                located.Id
            );
        }

        if (located.Quote is null)
        {
            return Ambiguous.At(
                located.Source,
                new(
                    $"{Excerpt.Of(quote)}在 {located.Article.ArticleId} 里有 {hits} 处：{Places(located.Hits.Hits)}。",
                    $"{Excerpt.Of(quote)} stands {hits} times in {located.Article.ArticleId}: {Places(located.Hits.Hits)}."
                ),
                located.Id
            );
        }

        return CheckNumber(located, quote, number, valueAt);
    }

    private static Finding Lost(Located located, string quote, bool search)
    {
        var nearest = search ? NearestText.Find(located.Article, located.Hits.Form) : null;
        var instead =
            !search ? new("（只为最先找不到的引文找最近的文字）", " (the nearest text is looked for only for the first lost quotes)")
            : nearest is null ? new("，也没有相近的文字", "; nothing like it stands there")
            : Near(Excerpt.Of(nearest.Flow.Text[nearest.Start..nearest.End]), Places([nearest]));
        return NotFound.At(
            located.Source,
            new(
                $"{located.Article.ArticleId} 里没有{Excerpt.Of(quote)}{instead.Zh}。",
                $"{Excerpt.Of(quote)} does not stand in {located.Article.ArticleId}{instead.En}."
            ),
            located.Id
        );
    }

    private static Localized Near(string text, string place) =>
        new($"；最近的文字是{text}，{place}", $"; the nearest text is {text}, {place}");

    private static Finding? CheckNumber(Located located, string quote, string number, int? valueAt)
    {
        var numbers = located.Numbers.Count;
        if (numbers == 0)
        {
            return ValueMissing.At(
                located.Source,
                new(
                    $"{Excerpt.Of(quote)}里没有完整的数字{Excerpt.Of(number)}。",
                    $"{Excerpt.Of(number)} does not stand as a whole number in {Excerpt.Of(quote)}."
                ),
                located.Id
            );
        }

        if (valueAt is { } at && (numbers == 1 || located.Number is null))
        {
            return ValueAt.At(
                located.Source,
                new(
                    $"写了 value_at {at}；{Excerpt.Of(number)}在{Excerpt.Of(quote)}里有 {numbers} 处。",
                    $"value_at {at} is given; {Excerpt.Of(number)} stands {numbers} times in {Excerpt.Of(quote)}."
                ),
                located.Id
            );
        }

        return located.Number is null
            ? ValueAmbiguous.At(
                located.Source,
                new(
                    $"{Excerpt.Of(number)}在{Excerpt.Of(quote)}里有 {numbers} 处。",
                    $"{Excerpt.Of(number)} stands {numbers} times in {Excerpt.Of(quote)}."
                ),
                located.Id
            )
            : null;
    }

    private static string Places(IReadOnlyList<Span> spans) =>
        string.Join(", ", spans.Select(s => $"{ProjectFiles.SourceName(s.Flow.Source.File)}:{s.Line}"));
}
