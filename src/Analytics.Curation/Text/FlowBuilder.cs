namespace Analytics.Curation;

/// <summary>Assembles the flows of one source from its segments.</summary>
internal sealed class FlowBuilder(SourceText source)
{
    /// <summary>The flows of the articles of this source, in the order of their first lines. Segments must lie inside the source.</summary>
    public IEnumerable<ArticleText> Build(IEnumerable<SegmentRow> segments) =>
        from segment in segments
        orderby segment.LineFrom
        group segment by segment.ArticleId into article
        select new ArticleText(article.Key, [.. Flows(article.Key, [.. article])]);

    private IEnumerable<Flow> Flows(string article, List<SegmentRow> segments)
    {
        if (segments.Exists(s => s.IsRunningText))
            yield return RunningText(article, segments);
        foreach (var segment in segments.Where(s => !s.IsRunningText))
            yield return new Flow(source, article, segment.Role, NormalForm.Of(source.Text, [Range(segment)]), []);
    }

    private Flow RunningText(string article, List<SegmentRow> segments)
    {
        var ranges = new List<(int, int)>();
        var breaks = new List<int>();
        var length = 0;
        SegmentRow? before = null;
        foreach (var segment in segments)
        {
            if (segment.IsRunningText)
            {
                if (before is not null && !RunsOn(before, segment))
                    breaks.Add(length);
                ranges.Add(Range(segment));
                length += NormalLength(Range(segment));
                before = segment;
            }
            else if (!Interrupts(segment))
            {
                before = segment;
            }
        }
        return new Flow(source, article, "body", NormalForm.Of(source.Text, ranges), breaks);
    }

    /// <summary>A caption or a credit may stand in the middle of a sentence; a heading or a title may not.</summary>
    private static bool Interrupts(SegmentRow segment) => segment.Role is "caption" or "credit";

    private static bool RunsOn(SegmentRow before, SegmentRow after) => before.Role == after.Role;

    private (int Start, int End) Range(SegmentRow segment) => (source.Line(segment.LineFrom).Start, source.Line(segment.LineTo).End);

    private int NormalLength((int Start, int End) range)
    {
        var length = 0;
        for (var i = range.Start; i < range.End; i++)
        {
            if (!char.IsWhiteSpace(source.Text[i]))
                length++;
        }

        return length;
    }
}
