namespace Analytics.Curation;

/// <summary>Where a quote stands: a range of a flow's normal form.</summary>
internal sealed record Span(Flow Flow, int Start, int End)
{
    public int RawStart => Flow.Form.Raw(Start);

    /// <summary>Exclusive.</summary>
    public int RawEnd => Flow.Form.Raw(End - 1) + 1;

    public int Line => Flow.Source.LineOf(RawStart);
}

/// <summary>The places where a quote stands in its article. Only one of them may be meant.</summary>
/// <param name="Form">The quote's normal form.</param>
/// <param name="Hits">Every place, in text order.</param>
/// <param name="Occurrence">The 1-based hit that the curator chose; null when the quote must be unique.</param>
internal sealed record QuoteHits(string Form, IReadOnlyList<Span> Hits, int? Occurrence)
{
    /// <summary>The one place that is meant; null when there is none or more than one.</summary>
    public Span? Chosen =>
        Occurrence switch
        {
            null => Hits.Count == 1 ? Hits[0] : null,
            { } n => n >= 1 && n <= Hits.Count ? Hits[n - 1] : null,
        };
}

/// <summary>Finds quotes in their article by normal form, exactly. There is no fuzzy way: a digit is right or the quote is lost.</summary>
internal static class QuoteResolver
{
    public static QuoteHits Resolve(ArticleText article, string quote, int? occurrence)
    {
        var form = NormalForm.Of(quote);
        return new QuoteHits(form, form.Length == 0 ? [] : [.. Hits(article, form)], occurrence);
    }

    private static IEnumerable<Span> Hits(ArticleText article, string form)
    {
        foreach (var flow in article.Flows)
        {
            for (
                var at = flow.Text.IndexOf(form, StringComparison.Ordinal);
                at >= 0;
                at = flow.Text.IndexOf(form, at + 1, StringComparison.Ordinal)
            )
            {
                yield return new Span(flow, at, at + form.Length);
            }
        }
    }
}
