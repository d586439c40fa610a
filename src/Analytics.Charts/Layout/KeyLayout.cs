namespace Analytics.Charts;

/// <summary>The key: one sample and its meaning for each way of drawing that needs explaining. Plain bars need none.</summary>
internal static class KeyLayout
{
    public static Block Arrange(ChartSpec spec, Sizes sizes, double width)
    {
        if (spec.Kind == ChartKind.Kpi) return Block.Empty;
        var palette = Palette.For(spec.Style);
        var items = new List<SceneItem>();
        var (x, y, line, bottom) = (0.0, 0.0, sizes.Small * 1.5, 0.0);
        foreach (var (mark, text) in Entries(spec))
        {
            var indent = sizes.Small * (mark.Presence == MarkPresence.Figure ? 3.7 : 1.3);
            var lines = LineBreaker.Break(text, sizes.Small, bold: false, width - indent);
            var needed = indent + lines.Max(l => ChartFonts.Width(l, sizes.Small));
            if (x > 0 && x + needed > width) (x, y) = (0, bottom);
            items.AddRange(Sample(mark, spec, sizes, palette).Select(i => i.Moved(x, y + line / 2)));
            var stack = new TextStack(y + (line - TextMetrics.Height(1, sizes.Small)) / 2);
            stack.Add(lines, sizes.Small, palette.Soft, x: x + indent);
            items.AddRange(stack.Items);
            (x, bottom) = (x + needed + sizes.Small * 1.6, Math.Max(bottom, y + line + (lines.Count - 1) * TextMetrics.Leading * sizes.Small));
        }
        return items.Count == 0 ? Block.Empty : new Block(bottom, items);
    }

    private static IEnumerable<(ChartMark, string)> Entries(ChartSpec spec)
    {
        var words = ChartWords.For(spec.Language);
        var figures = spec.Marks.Where(m => m.Presence == MarkPresence.Figure).ToList();
        foreach (var (qualifier, text) in Qualifiers(words))
            if (figures.Any(m => m.Qualifier == qualifier)) yield return (new ChartMark("", 1) { Qualifier = qualifier, Low = 0.4, High = 1 }, text);
        foreach (var (status, text) in ((MarkStatus, string)[])[(MarkStatus.Suspect, words.KeySuspect), (MarkStatus.Ambiguous, words.KeyAmbiguous)])
            if (figures.Any(m => m.Status == status)) yield return (new ChartMark("", 1) { Status = status }, text);
        foreach (var (missing, text) in ((MarkPresence, string)[])[(MarkPresence.NotSeen, $"{words.NotSeen}{words.Colon}{words.KeyNotSeen}"), (MarkPresence.NoSource, $"{words.NoSource}{words.Colon}{words.KeyNoSource}")])
            if (spec.Marks.Any(m => m.Presence == missing)) yield return (new ChartMark("", null) { Missing = missing }, text);
    }

    private static IEnumerable<(MarkQualifier, string)> Qualifiers(ChartWords words) =>
        [(MarkQualifier.Min, words.KeyMin), (MarkQualifier.Max, words.KeyMax), (MarkQualifier.Approx, words.KeyApprox), (MarkQualifier.NearBelow, words.KeyNear), (MarkQualifier.Range, words.KeyRange)];

    /// <summary>A mark drawn small, from x 0 and around y 0.</summary>
    private static IEnumerable<SceneItem> Sample(ChartMark mark, ChartSpec spec, Sizes sizes, Palette palette)
    {
        var small = sizes.Small;
        if (mark.Presence != MarkPresence.Figure) return MarkShapes.Missing(mark.Presence, 0, 0, small, palette);
        var (thickness, stroke) = (small * 0.85, Math.Max(1, small * 0.09));
        var (left, right) = MarkShapes.Overhang(mark, spec.Kind, thickness);
        var end = small * 3.2 - right;
        var place = new MarkPlace(0, end, Math.Max(left, end * 0.35), end, 0, thickness, stroke);
        if (spec.Kind == ChartKind.Bar) return BarMarks.Paint(mark, place, palette);
        return DotMarks.Paint(mark, place with { At = mark.Qualifier == MarkQualifier.Exact ? small * 1.6 : Math.Max(left, DotMarks.Radius(thickness)) }, palette);
    }
}
