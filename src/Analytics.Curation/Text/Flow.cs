namespace Analytics.Curation;

/// <summary>
/// A stretch of text that reads in one go: the running text of an article (its lead and body, whatever interrupts them), or a
/// title, heading, caption, … by itself. Positions in a flow are positions in its normal form.
/// </summary>
internal sealed class Flow(SourceText source, string articleId, string role, NormalForm form, IReadOnlyList<int> breaks)
{
    private SentenceBoundaries? _sentences;

    public SourceText Source { get; } = source;

    public string ArticleId { get; } = articleId;

    /// <summary><c>body</c> for running text, else the segment's role.</summary>
    public string Role { get; } = role;

    public NormalForm Form { get; } = form;

    public string Text => Form.Text;

    /// <summary>Positions where a new thought begins for certain: after a heading, or where the lead ends.</summary>
    public IReadOnlyList<int> Breaks { get; } = breaks;

    public SentenceBoundaries Sentences => _sentences ??= new SentenceBoundaries(this);

    /// <summary>The raw UTF-16 ranges of [start, end): more than one where something foreign stands in between.</summary>
    public IEnumerable<(int Start, int End)> RawRanges(int start, int end)
    {
        var from = Form.Raw(start);
        for (var i = start + 1; i < end; i++)
        {
            if (Follows(Form.Raw(i - 1), Form.Raw(i)))
                continue;
            yield return (from, Form.Raw(i - 1) + 1);
            from = Form.Raw(i);
        }
        yield return (from, Form.Raw(end - 1) + 1);
    }

    /// <summary>The raw text of [start, end), foreign stretches left out.</summary>
    public string RawText(int start, int end) => string.Concat(RawRanges(start, end).Select(r => Source.Text[r.Start..r.End]));

    private bool Follows(int before, int after)
    {
        for (var i = before + 1; i < after; i++)
        {
            if (!char.IsWhiteSpace(Source.Text[i]))
                return false;
        }

        return true;
    }
}

/// <summary>All flows of one article.</summary>
internal sealed record ArticleText(string ArticleId, IReadOnlyList<Flow> Flows);
