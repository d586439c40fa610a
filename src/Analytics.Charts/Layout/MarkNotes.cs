namespace Analytics.Charts;

/// <summary>What kinds that have a text at each mark write into it: remarks, and the numbers of those in the footer.</summary>
internal sealed record MarkNotes(IReadOnlyList<string> Texts, string Signs)
{
    public static readonly MarkNotes None = new([], "");

    /// <summary>
    /// The remarks on those marks that a text is for. An annotation belongs to the first mark that answers to it; where its part of a
    /// stack is meant, it says so.
    /// </summary>
    public static MarkNotes Of(ChartSpec spec, Func<ChartMark, bool> isFor)
    {
        if (spec.Annotations.Count == 0)
            return None;
        var own = spec
            .Annotations.Select(a => (Annotation: a, Mark: spec.Marks.FirstOrDefault(a.IsOf)))
            .Where(a => a.Mark is not null && isFor(a.Mark))
            .ToList();
        return own.Count == 0
            ? None
            : new(
                [
                    .. own.Where(a => a.Annotation.Place == NotePlace.Beside)
                        .Select(a =>
                            IsOfPart(spec, a.Annotation, a.Mark!)
                                ? a.Mark!.Series + ChartWords.For(spec.Language).Colon + a.Annotation.Text
                                : a.Annotation.Text
                        ),
                ],
                string.Concat(own.Select(a => a.Annotation.Sign))
            );
    }

    private static bool IsOfPart(ChartSpec spec, ChartAnnotation annotation, ChartMark mark) =>
        spec.Kind == ChartKind.StackedBar
        && mark.Series.Length > 0
        && annotation.At.EndsWith(" / " + mark.Series, StringComparison.Ordinal);
}
