namespace Analytics.Charts;

/// <summary>One horizontal row: its label, the figure that stands for it, and the figures drawn in it.</summary>
/// <param name="Label">What stands to the left of the mark.</param>
/// <param name="Mark">The figure that axis and label follow: itself, the whole of a stack, the extremes of a box.</param>
/// <param name="Parts">The figures drawn in the row.</param>
/// <param name="Heading">Name of the group that begins with this row; empty otherwise.</param>
/// <param name="Series">Which colour it has.</param>
internal sealed record ChartRow(string Label, ChartMark Mark, IReadOnlyList<ChartMark> Parts, string Heading = "", int Series = 0)
{
    /// <summary>Whether a mark of the chart is shown in this row.</summary>
    public bool Holds(ChartMark mark, ChartKind kind) =>
        kind is ChartKind.StackedBar or ChartKind.Box
            ? mark.Category == Mark.Category && mark.Panel == Mark.Panel
            : ReferenceEquals(mark, Mark);
}

/// <summary>Makes rows of marks, and tells which marks belong to one row when some have no room.</summary>
internal static class ChartRows
{
    /// <summary>The rows of a chart of rows, in the order of the marks.</summary>
    public static IReadOnlyList<ChartRow> Of(ChartSpec spec, IReadOnlyList<ChartMark> marks) =>
        spec.Kind switch
        {
            ChartKind.GroupedBar => Grouped(spec, marks),
            ChartKind.StackedBar => Stacked(spec, marks),
            ChartKind.Box => [.. marks.GroupBy(m => m.Category).Select(g => Boxed(spec, g.Key, [.. g]))],
            _ => [.. marks.Select(m => new ChartRow(m.Category, m, [m]))],
        };

    /// <summary>
    /// What is left out as a whole where there is no room for all: a mark, a group, a row of a table; null where nothing can be left out
    /// without changing the picture.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ChartMark>>? Units(ChartSpec spec, IReadOnlyList<ChartMark> marks)
    {
        if (spec.Marks.Any(m => m.Panel.Length > 0))
            return By(marks, m => m.Panel);
        return spec.Kind switch
        {
            ChartKind.Heatmap => By(marks, m => m.Series),
            ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.Box => By(marks, m => m.Category),
            _ when spec.Kind.IsPlot() => null,
            _ => [.. marks.Select(m => new[] { m })],
        };
    }

    /// <summary>The series of a chart in the order of their first mark; a chart without any has one, without a name.</summary>
    public static IReadOnlyList<string> Series(ChartSpec spec) => [.. spec.Marks.Select(m => m.Series).Distinct()];

    private static IReadOnlyList<IReadOnlyList<ChartMark>> By(IReadOnlyList<ChartMark> marks, Func<ChartMark, string> key) =>
        [.. marks.GroupBy(key).Select(g => g.ToList())];

    /// <summary>The parts of every stack in the order of the key.</summary>
    private static IReadOnlyList<ChartRow> Stacked(ChartSpec spec, IReadOnlyList<ChartMark> marks)
    {
        var order = Series(spec).Index().ToDictionary(s => s.Item, s => s.Index);
        return [.. marks.GroupBy(m => m.Category).Select(g => Stacked(spec, g.Key, [.. g.OrderBy(m => order[m.Series])]))];
    }

    private static IReadOnlyList<ChartRow> Grouped(ChartSpec spec, IReadOnlyList<ChartMark> marks)
    {
        var series = Series(spec).Index().ToDictionary(s => s.Item, s => s.Index);
        return
        [
            .. marks
                .GroupBy(m => m.Category)
                .SelectMany(g => g.Select((m, i) => new ChartRow(m.Series, m, [m], i == 0 ? g.Key : "", series[m.Series]))),
        ];
    }

    /// <summary>
    /// The whole is written only where every part of the chart has a figure here, be it missing in words or by its absence, and where the
    /// parts add up; a lower bound among the parts makes it one.
    /// </summary>
    private static ChartRow Stacked(ChartSpec spec, string category, IReadOnlyList<ChartMark> parts)
    {
        var figures = parts.Where(p => p.Presence == MarkPresence.Figure).ToList();
        if (figures.Count == 0)
            return new ChartRow(category, parts[0] with { Series = "" }, []);
        var whole = new ChartMark(category, figures.Sum(p => p.Anchor!.Value))
        {
            Qualifier =
                figures.Any(p => p.Qualifier == MarkQualifier.Min) ? MarkQualifier.Min
                : figures.All(p => p.Qualifier == MarkQualifier.Exact) ? MarkQualifier.Exact
                : MarkQualifier.Approx,
            Panel = parts[0].Panel,
            Sources = [.. parts.SelectMany(p => p.Sources).Distinct().Order()],
            Detail = parts[0].Detail,
            Status = figures.Max(p => p.Status),
        };
        var words = ChartWords.For(spec.Language);
        var wanted = Math.Max(parts.Count, Series(spec).Count);
        var label =
            figures.Count == wanted && !spec.PartsDoNotAddUp
                ? words.Total + words.Space + NumberText.Figure(whole, spec.Unit, spec.Language)
                : words.FiguresOf(figures.Count, wanted);
        return new ChartRow(category, whole with { Label = label, Qualifier = MarkQualifier.Exact }, parts);
    }

    private static ChartRow Boxed(ChartSpec spec, string category, IReadOnlyList<ChartMark> points)
    {
        if (Distribution.ByCategory(points).FirstOrDefault() is not { } d)
            return new ChartRow(category, points[0], []);
        var words = ChartWords.For(spec.Language);
        var median = NumberText.Figure(new ChartMark("", Ticks.Round(d.Median)), spec.Unit, spec.Language);
        var mark = ChartMark.Between(category, d.Least, d.Greatest) with
        {
            Label = $"{words.Median}{words.Space}{median}{words.Comma}{words.Figures(d.Count)}",
            Panel = points[0].Panel,
            Sources = [.. points.SelectMany(p => p.Sources).Distinct().Order()],
        };
        return new ChartRow(category, mark, [.. points.Where(p => p.Presence == MarkPresence.Figure)]);
    }
}
