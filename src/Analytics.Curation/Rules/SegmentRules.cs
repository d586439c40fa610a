namespace Analytics.Curation;

/// <summary>Every line of every source belongs to one article, once.</summary>
internal static class SegmentRules
{
    public static readonly Rule Range = new(
        "segment.range",
        Severity.Critical,
        "Segments lie inside their source, first line before last.",
        new("改正行号。", "Correct the line numbers.")
    );

    public static readonly Rule Overlap = new(
        "segment.overlap",
        Severity.Critical,
        "Segments of a source do not overlap.",
        new("改正行号，使每一行只属一篇。", "Correct the line numbers so that each line has one owner.")
    );

    public static readonly Rule Uncovered = new(
        "segment.uncovered",
        Severity.Critical,
        "Every line of a source that is not blank lies in a segment.",
        new("延长一段，或加一段。", "Extend a segment, or add one.")
    );

    public static readonly Rule Source = new(
        "segment.source",
        Severity.Critical,
        "The segments of an article lie in the article's source.",
        new("改正 source_file 或 article_id。", "Correct source_file or article_id.")
    );

    public static readonly Rule Title = new(
        "segment.title",
        Severity.Critical,
        "The title of an article is what its title segments say.",
        new("照原文抄录标题，或改正各段。", "Copy the title as printed, or correct the segments.")
    );

    public static readonly Rule Byline = new(
        "segment.byline",
        Severity.Warning,
        "The byline of an article stands in its text.",
        new("照原文抄录署名。", "Copy the byline as printed.")
    );

    public static readonly IReadOnlyList<Rule> All = [Range, Overlap, Uncovered, Source, Title, Byline];

    public static bool IsInside(SegmentRow segment, SourceText source) =>
        segment.LineFrom >= 1 && segment.LineFrom <= segment.LineTo && segment.LineTo <= source.LineCount;

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var finding in WrongSources(scope.Data))
            yield return finding;
        var segments = scope.Data.Segments.ToLookup(s => s.SourceFile);
        foreach (var source in scope.Corpus.Sources.Values)
        {
            foreach (var finding in CheckSource(source, segments[source.File]))
                yield return finding;
        }

        foreach (var article in scope.Data.Articles)
        {
            foreach (var finding in CheckNames(article, scope.Corpus.Article(article.ArticleId)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> WrongSources(CuratedData data) =>
        from segment in data.Segments
        where data.ArticleById.TryGetValue(segment.ArticleId, out var article) && article.SourceFile != segment.SourceFile
        select Source.At(
            segment,
            new(
                $"报道 {segment.ArticleId} 在 {data.ArticleById[segment.ArticleId].SourceFile}，这一段在 {segment.SourceFile}。",
                $"Article {segment.ArticleId} is in {data.ArticleById[segment.ArticleId].SourceFile}, the segment in {segment.SourceFile}."
            ),
            segment.ArticleId
        );

    private static IEnumerable<Finding> CheckSource(SourceText source, IEnumerable<SegmentRow> segments)
    {
        var owners = new SegmentRow?[source.LineCount + 1];
        foreach (var segment in segments)
        {
            if (!IsInside(segment, source))
            {
                yield return Range.At(
                    segment,
                    new(
                        $"第 {segment.LineFrom}–{segment.LineTo} 行：{source.File} 只有第 1–{source.LineCount} 行。",
                        $"Lines {segment.LineFrom}–{segment.LineTo}: {source.File} has lines 1–{source.LineCount}."
                    ),
                    segment.ArticleId
                );
            }
            else if (Claim(owners, segment) is { } owner)
            {
                yield return Overlap.At(
                    segment,
                    new(
                        $"第 {segment.LineFrom}–{segment.LineTo} 行与 {owner.ArticleId} 的第 {owner.LineFrom}–{owner.LineTo} 行重叠。",
                        $"Lines {segment.LineFrom}–{segment.LineTo} overlap lines {owner.LineFrom}–{owner.LineTo} of {owner.ArticleId}."
                    ),
                    segment.ArticleId
                );
            }
        }
        for (var line = 1; line <= source.LineCount; line++)
        {
            if (owners[line] is null && !IsBlank(source, line))
            {
                yield return Uncovered.At(
                    ProjectFiles.SourceName(source.File),
                    line,
                    new(
                        $"没有一段包含这一行：{Excerpt.Of(TextOf(source, line))}。",
                        $"No segment holds this line: {Excerpt.Of(TextOf(source, line))}."
                    )
                );
            }
        }
    }

    /// <summary>Takes the segment's lines; returns the segment that owned one of them before.</summary>
    private static SegmentRow? Claim(SegmentRow?[] owners, SegmentRow segment)
    {
        SegmentRow? owner = null;
        for (var line = segment.LineFrom; line <= segment.LineTo; line++)
        {
            owner ??= owners[line];
            owners[line] = segment;
        }
        return owner;
    }

    private static IEnumerable<Finding> CheckNames(ArticleRow article, ArticleText text)
    {
        // Some pages come as Markdown: the number signs of a heading are layout, not words of the title.
        var printed = string.Concat(text.Flows.Where(f => f.Role == "title").Select(f => f.Text.TrimStart('#')));
        if (printed != NormalForm.Of(article.Title))
        {
            yield return Title.At(
                article,
                new(
                    $"标题写的是{Excerpt.Of(article.Title)}；标题各段是{Excerpt.Of(printed)}。",
                    $"Title {Excerpt.Of(article.Title)}; the title segments say {Excerpt.Of(printed)}."
                ),
                article.ArticleId
            );
        }

        var byline = NormalForm.Of(article.Byline);
        if (
            byline.Length > 0
            && !text.Flows.Any(f => f.Text.Contains(byline, StringComparison.Ordinal))
            && !SpreadOver(text, article.Byline)
        )
        {
            yield return Byline.At(
                article,
                new($"报道里没有署名{Excerpt.Of(article.Byline)}。", $"Byline {Excerpt.Of(article.Byline)} does not stand in the article."),
                article.ArticleId
            );
        }
    }

    /// <summary>Two names may stand apart: each of them must be there.</summary>
    private static bool SpreadOver(ArticleText text, string byline) =>
        byline
            .Split([' ', '、', ',', '，'], StringSplitOptions.RemoveEmptyEntries)
            .All(name => text.Flows.Any(f => f.Text.Contains(NormalForm.Of(name), StringComparison.Ordinal)));

    private static bool IsBlank(SourceText source, int line) => string.IsNullOrWhiteSpace(TextOf(source, line));

    private static string TextOf(SourceText source, int line)
    {
        var (start, end) = source.Line(line);
        return source.Text[start..end];
    }
}
