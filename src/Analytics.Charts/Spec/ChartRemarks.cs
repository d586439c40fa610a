namespace Analytics.Charts;

/// <summary>What a chart says of itself in its footer.</summary>
internal static class ChartRemarks
{
    /// <summary>A ranking that is none, an axis that does not start at zero, figures that are not drawn or only counted.</summary>
    public static IEnumerable<string> Of(ChartSpec spec)
    {
        var (kind, words) = (spec.Kind, ChartWords.For(spec.Language));
        var figures = spec.Marks.Count(m => m.Presence == MarkPresence.Figure);
        if (kind.IsRanked() && spec.Order == MarkOrder.Ranked && figures < 3)
            yield return words.FewFigures;
        if (kind.MayLeaveZero() && ValueRange.OriginOf(spec) > 0)
            yield return kind.IsPlot() ? words.AxisFromY : words.AxisFrom;
        if (kind is ChartKind.Line or ChartKind.Slope && spec.Marks.Any(m => !LineLayout.IsFirm(m) && m.Presence == MarkPresence.Figure))
            yield return words.Dashed;
        if (kind.IsDistribution() && spec.Marks.Any(m => m.Presence == MarkPresence.Figure && m.Qualifier != MarkQualifier.Exact))
            yield return words.BoundsCounted;
        if (kind.IsPlot() && figures < spec.Marks.Count)
            yield return words.PointsLeftOut(spec.Marks.Count - figures);
    }
}
