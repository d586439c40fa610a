namespace Analytics.Charts;

/// <summary>What must hold before anything is laid out. Each failure is one sentence with its remedy.</summary>
internal static class SpecCheck
{
    /// <exception cref="ChartException">The spec cannot be drawn.</exception>
    public static void Demand(ChartSpec spec)
    {
        var zh = spec.Language == ChartLanguage.Zh;
        Options(spec, zh);
        if (spec.Marks.Count == 0)
            throw Fail(ChartProblem.NoFigures, zh, "没有可画的行：查询结果为空。请放宽条件。", "There is nothing to draw: the result has no rows. Widen the query.");
        foreach (var mark in spec.Marks) Figure(mark, zh);
        if (spec.Marks.All(m => m.Presence != MarkPresence.Figure))
            throw Fail(ChartProblem.NoFigures, zh, $"没有可画的数值：{spec.Marks.Count}行都没有数值。请另选数值列，或改用表格列出缺失情况。",
                $"There is nothing to draw: none of the {spec.Marks.Count} rows has a figure. Choose another value column, or list what is missing in a table.");
        SourceNumbers(spec, zh);
    }

    private static void Options(ChartSpec spec, bool zh)
    {
        if (spec.Scale is < 1 or > 4)
            throw Fail(ChartProblem.BadOption, zh, $"倍数为{spec.Scale}，只能是1至4。", $"The scale is {spec.Scale}; it can be 1 to 4.");
        if (!Side(spec.Width) || !Side(spec.Height))
            throw Fail(ChartProblem.BadOption, zh, $"图幅为{spec.Width}x{spec.Height}，宽高都要在{ChartSpec.MinSide}至{ChartSpec.MaxSide}之间。",
                $"The size is {spec.Width}x{spec.Height}; width and height can be {ChartSpec.MinSide} to {ChartSpec.MaxSide}.");
        if (spec.Title.Trim().Length == 0)
            throw Fail(ChartProblem.BadOption, zh, "图没有标题，请给出标题。", "The chart has no title; give one.");
        if (!double.IsFinite(spec.Unit.Factor) || spec.Unit.Factor <= 0)
            throw Fail(ChartProblem.BadOption, zh, $"单位“{spec.Unit.Text}”的倍率须为正数。", $"The factor of unit '{spec.Unit.Text}' must be positive.");
    }

    private static bool Side(int pixels) => pixels is >= ChartSpec.MinSide and <= ChartSpec.MaxSide;

    private static void Figure(ChartMark mark, bool zh)
    {
        foreach (var number in (double?[])[mark.Value, mark.Low, mark.High])
            if (number is { } n && (!double.IsFinite(n) || Math.Abs(n) > 1e300))
                throw Fail(ChartProblem.BadFigure, zh, $"“{mark.Category}”的数值是{n}，画不出来。请在查询中排除。", $"The figure of '{mark.Category}' is {n}, which cannot be drawn. Leave it out in the query.");
        if (mark.Low > mark.High)
            throw Fail(ChartProblem.BadFigure, zh, $"“{mark.Category}”的下端{mark.Low}大于上端{mark.High}，请核对。", $"The interval of '{mark.Category}' has its low end {mark.Low} above its high end {mark.High}; check it.");
    }

    private static void SourceNumbers(ChartSpec spec, bool zh)
    {
        var known = spec.Sources.Select(s => s.Number).ToHashSet();
        foreach (var mark in spec.Marks)
            foreach (var number in mark.Sources)
                if (!known.Contains(number))
                    throw Fail(ChartProblem.BadOption, zh, $"“{mark.Category}”引用了来源[{number}]，但来源表中没有。", $"'{mark.Category}' refers to source [{number}], which is not in the list of sources.");
    }

    private static ChartException Fail(ChartProblem problem, bool chinese, string zh, string en) => new(problem, chinese ? zh : en);
}
