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
        "Copy the clause from the source exactly; digits are never matched loosely."
    );

    public static readonly Rule Ambiguous = new(
        "anchor.ambiguous",
        Severity.Critical,
        "Each quote stands in its article once, or says which occurrence is meant.",
        "Extend the quote, or give its occurrence."
    );

    public static readonly Rule Occurrence = new(
        "anchor.occurrence",
        Severity.Critical,
        "An occurrence is given only where a quote repeats, and exists.",
        "Correct or delete the occurrence."
    );

    public static readonly Rule ValueMissing = new(
        "anchor.value_missing",
        Severity.Critical,
        "The number as printed stands inside the quote as a whole number.",
        "Correct value_text, or extend the quote."
    );

    public static readonly Rule ValueAmbiguous = new(
        "anchor.value_ambiguous",
        Severity.Critical,
        "The number as printed stands inside the quote once, or value_at says which is meant.",
        "Shorten the quote, or give value_at."
    );

    public static readonly Rule ValueAt = new(
        "anchor.value_at",
        Severity.Critical,
        "value_at is given only where the number repeats in the quote, and exists.",
        "Correct or delete value_at."
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
            return NotFound.At(located.Source, $"The article of {located.Id} has no text.", located.Id);
        if (hits == 0)
            return Lost(located, quote, searches++ < MostNearest);
        if (located.Hits.Occurrence is { } n && (hits == 1 || located.Quote is null))
        {
            return Occurrence.At(
                located.Source,
                $"Occurrence {n} is given; {Excerpt.Of(quote)} stands {hits} times in {located.Article.ArticleId}.",
                located.Id
            );
        }

        if (located.Quote is null)
        {
            return Ambiguous.At(
                located.Source,
                $"{Excerpt.Of(quote)} stands {hits} times in {located.Article.ArticleId}: {Places(located.Hits.Hits)}.",
                located.Id
            );
        }

        return CheckNumber(located, quote, number, valueAt);
    }

    private static Finding Lost(Located located, string quote, bool search)
    {
        var nearest = search ? NearestText.Find(located.Article, located.Hits.Form) : null;
        var instead =
            !search ? " (the nearest text is looked for only for the first lost quotes)"
            : nearest is null ? "; nothing like it stands there"
            : $"; the nearest text is {Excerpt.Of(nearest.Flow.Text[nearest.Start..nearest.End])}, {Places([nearest])}";
        return NotFound.At(located.Source, $"{Excerpt.Of(quote)} does not stand in {located.Article.ArticleId}{instead}.", located.Id);
    }

    private static Finding? CheckNumber(Located located, string quote, string number, int? valueAt)
    {
        var numbers = located.Numbers.Count;
        if (numbers == 0)
        {
            return ValueMissing.At(
                located.Source,
                $"{Excerpt.Of(number)} does not stand as a whole number in {Excerpt.Of(quote)}.",
                located.Id
            );
        }

        if (valueAt is { } at && (numbers == 1 || located.Number is null))
        {
            return ValueAt.At(
                located.Source,
                $"value_at {at} is given; {Excerpt.Of(number)} stands {numbers} times in {Excerpt.Of(quote)}.",
                located.Id
            );
        }

        return located.Number is null
            ? ValueAmbiguous.At(located.Source, $"{Excerpt.Of(number)} stands {numbers} times in {Excerpt.Of(quote)}.", located.Id)
            : null;
    }

    private static string Places(IReadOnlyList<Span> spans) =>
        string.Join(", ", spans.Select(s => $"{ProjectFiles.SourceName(s.Flow.Source.File)}:{s.Line}"));
}
