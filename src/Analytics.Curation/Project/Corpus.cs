namespace Analytics.Curation;

/// <summary>The sources with their articles as flows of text.</summary>
internal sealed class Corpus
{
    private static readonly ArticleText Nothing = new("", []);
    private readonly Dictionary<string, ArticleText> _articles = new(StringComparer.Ordinal);

    public Corpus(IReadOnlyDictionary<string, SourceText> sources, CuratedData data)
    {
        Sources = sources;
        foreach (var segments in data.Segments.GroupBy(s => s.SourceFile))
        {
            if (!sources.TryGetValue(segments.Key, out var source))
                continue;
            var usable = segments.Where(s => SegmentRules.IsInside(s, source) && s.ArticleId.Length > 0);
            foreach (var article in new FlowBuilder(source).Build(usable))
                _articles.TryAdd(article.ArticleId, article);
        }
    }

    public IReadOnlyDictionary<string, SourceText> Sources { get; }

    public IEnumerable<ArticleText> Articles => _articles.Values;

    /// <summary>The text of an article; without any flow when nothing of it is known.</summary>
    public ArticleText Article(string articleId) => _articles.GetValueOrDefault(articleId, Nothing);
}
