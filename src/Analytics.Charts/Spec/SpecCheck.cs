namespace Analytics.Charts;

/// <summary>What must hold before anything is laid out. Each failure is one sentence with its remedy.</summary>
internal static class SpecCheck
{
    /// <summary>Parts that can still be told apart within one bar.</summary>
    public const int MostParts = 6;

    /// <exception cref="UserException">The spec cannot be drawn.</exception>
    public static void Demand(ChartSpec spec)
    {
        Options(spec);
        if (spec.Marks.Count == 0)
        {
            throw UserException.Failed(
                "没有可画的行：查询结果为空。请放宽条件。",
                "There is nothing to draw: the result has no rows. Widen the query."
            );
        }

        foreach (var mark in spec.Marks)
            Figure(mark);
        if (spec.Marks.All(m => m.Presence != MarkPresence.Figure))
        {
            throw UserException.Failed(
                $"没有可画的数值：{(spec.Marks.Count == 1 ? "仅有的1行" : $"{spec.Marks.Count}行都")}没有数值。"
                    + "请另选数值列，或改用表格列出缺失情况。",
                "There is nothing to draw: "
                    + $"{(spec.Marks.Count == 1 ? "the only row has no figure" : $"none of the {spec.Marks.Count} rows has a figure")}. "
                    + "Choose another value column, or list what is missing in a table."
            );
        }

        SourceNumbers(spec);
        Annotations(spec);
        KindCheck.Demand(spec);
    }

    private static void Options(ChartSpec spec)
    {
        if (spec.Scale is < 1 or > 4)
            throw UserException.Failed($"倍数为{spec.Scale}，只能是1至4。", $"The scale is {spec.Scale}; it can be 1 to 4.");
        if (!Side(spec.Width) || !Side(spec.Height))
        {
            throw UserException.Failed(
                $"图幅为{spec.Width}x{spec.Height}，宽高都要在{ChartSpec.MinSide}至{ChartSpec.MaxSide}之间。",
                $"The size is {spec.Width}x{spec.Height}; width and height can be {ChartSpec.MinSide} to {ChartSpec.MaxSide}."
            );
        }

        if (spec.Title.Trim().Length == 0)
            throw UserException.Failed("图没有标题，请给出标题。", "The chart has no title; give one.");
        if (!double.IsFinite(spec.Unit.Factor) || spec.Unit.Factor <= 0)
        {
            throw UserException.Failed(
                $"单位“{spec.Unit.Text}”的倍率须为正数。",
                $"The factor of unit '{spec.Unit.Text}' must be positive."
            );
        }
    }

    private static bool Side(int pixels) => pixels is >= ChartSpec.MinSide and <= ChartSpec.MaxSide;

    private static void Figure(ChartMark mark)
    {
        foreach (var number in (ReadOnlySpan<double?>)[mark.Value, mark.Low, mark.High, mark.X])
        {
            if (number is { } n && (!double.IsFinite(n) || Math.Abs(n) > 1e300))
            {
                throw UserException.Failed(
                    $"“{mark.Category}”的数值是{Unfit(n, "无穷大")}，画不出来。请在查询中排除。",
                    $"The figure of '{mark.Category}' is {Unfit(n, "infinity")}, which cannot be drawn. Leave it out in the query."
                );
            }
        }

        if (mark.Low > mark.High)
        {
            throw UserException.Failed(
                $"“{mark.Category}”的下端{mark.Low}大于上端{mark.High}，请核对。",
                $"The interval of '{mark.Category}' has its low end {mark.Low} above its high end {mark.High}; check it."
            );
        }

        Interval(mark);
    }

    /// <summary>A figure outside its own interval.</summary>
    private static void Interval(ChartMark mark)
    {
        if (mark.Value is not { } value)
            return;
        if (value < mark.Low)
        {
            throw UserException.Failed(
                $"“{mark.Category}”的数值{value}小于下端{mark.Low}，请核对low列。",
                $"The figure {value} of '{mark.Category}' lies below its low end {mark.Low}; check the column of low."
            );
        }

        if (value > mark.High)
        {
            throw UserException.Failed(
                $"“{mark.Category}”的数值{value}大于上端{mark.High}，请核对high列。",
                $"The figure {value} of '{mark.Category}' lies above its high end {mark.High}; check the column of high."
            );
        }
    }

    private static string Unfit(double number, string infinity) =>
        double.IsInfinity(number) ? (number < 0 ? "−" : "") + infinity : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Annotations(ChartSpec spec)
    {
        if (spec.Annotations.Count == 0)
            return;
        // Names are compared as they are printed.
        var printed = SpecText.Clean(spec);
        if (printed.Annotations.FirstOrDefault(a => !AnnotationNames.Answers(printed, a)) is not { } lost)
            return;
        if (spec.Kind == ChartKind.Histogram)
        {
            var values = AnnotationNames.Values(spec);
            var (low, high) = (NumberText.Plain(values.Min()), NumberText.Plain(values.Max()));
            throw UserException.Failed(
                $"标注“{lost.Text}”指向“{lost.At}”；直方图的标注指向一个值，{low}至{high}。",
                $"The annotation '{lost.Text}' is for '{lost.At}'; in a histogram it is for a value from {low} to {high}."
            );
        }
        var known = printed.Marks.Select(m => m.Category).Where(c => c.Length > 0).Distinct().Take(12).ToList();
        throw UserException.Failed(
            $"标注“{lost.Text}”指向“{lost.At}”，图中没有。可指向：{string.Join("、", known)}。",
            $"The annotation '{lost.Text}' is for '{lost.At}', which the chart does not have. It can be for: {string.Join(", ", known)}."
        );
    }

    private static void SourceNumbers(ChartSpec spec)
    {
        var known = spec.Sources.Select(s => s.Number).ToHashSet();
        foreach (var mark in spec.Marks)
        {
            foreach (var number in mark.Sources)
            {
                if (!known.Contains(number))
                {
                    throw UserException.Failed(
                        $"“{mark.Category}”引用了来源[{number}]，但来源表中没有。",
                        $"'{mark.Category}' refers to source [{number}], which is not in the list of sources."
                    );
                }
            }
        }
    }
}

/// <summary>What each kind asks of its marks.</summary>
internal static class KindCheck
{
    /// <exception cref="UserException">The marks do not suit the kind; the message names one that they suit, or the mend.</exception>
    public static void Demand(ChartSpec spec)
    {
        if (spec.Kind.NeedsSeries() && spec.Marks.Any(m => m.Series.Length == 0))
        {
            throw UserException.Failed(
                $"{Name(spec)}要有series列，把每个类目的数值分开。没有这样的列就用bar。",
                $"A {Name(spec)} chart needs a series column that parts the figures of each category. Without one use bar."
            );
        }

        if (spec.Kind.NeedsSeries() || spec.Kind is ChartKind.Line or ChartKind.Slope)
            OncePerPlace(spec);
        switch (spec.Kind)
        {
            case ChartKind.StackedBar:
                Stack(spec);
                break;
            case ChartKind.DivergingBar:
                Benchmark(spec);
                break;
            case ChartKind.Slope:
                TwoPeriods(spec);
                break;
            case ChartKind.Scatter:
                TwoNumbers(spec);
                break;
            case ChartKind.Line:
                AllInTime(spec);
                break;
            case ChartKind.Histogram or ChartKind.Box:
                EnoughFigures(spec);
                break;
        }
    }

    private static string Name(ChartSpec spec) => ChartKindName.Of(spec.Kind);

    private static void OncePerPlace(ChartSpec spec)
    {
        var twice = spec.Marks.GroupBy(m => (m.Panel, m.Series, m.Category)).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not (_, var series, var category))
            return;
        var place = string.Join(" / ", new[] { category, series }.Where(t => t.Length > 0));
        throw UserException.Failed(
            $"“{place}”有两个数值，{Name(spec)}每处只能有一个。请在查询中汇总、筛选，或用series列分开。",
            $"'{place}' has two figures, and a {Name(spec)} chart has room for one in each place. "
                + "Aggregate or filter in the query, or part them by a series column."
        );
    }

    private static void Stack(ChartSpec spec)
    {
        var parts = spec.Marks.Select(m => m.Series).Distinct().Count();
        if (parts > SpecCheck.MostParts)
        {
            throw UserException.Failed(
                $"堆叠的部分有{parts}个，最多{SpecCheck.MostParts}个才分得清。请合并小项，或用grouped-bar、heatmap。",
                $"The stack has {parts} parts; at most {SpecCheck.MostParts} can be "
                    + "told apart. Merge the small ones, or use grouped-bar or heatmap."
            );
        }

        if (spec.Marks.FirstOrDefault(m => m.Anchor < 0) is { } negative)
        {
            throw UserException.Failed(
                $"“{negative.Category}”有负数，不能堆叠。请用grouped-bar。",
                $"'{negative.Category}' has a negative figure, which cannot be stacked. Use grouped-bar."
            );
        }
    }

    private static void Benchmark(ChartSpec spec)
    {
        if (spec.References.Count == 0)
        {
            throw UserException.Failed(
                "diverging-bar要有一个写明名称的基准值（benchmark），例如某项规定或全市数；各县平均数的平均不是基准。没有就用bar。",
                "A diverging-bar needs a named benchmark value, such as a rule or the "
                    + "prefecture's own figure; a mean of county means is none. Without one use bar."
            );
        }
    }

    private static void TwoPeriods(ChartSpec spec)
    {
        var periods = spec.Marks.Select(m => m.Category).Distinct().Count();
        if (periods != 2)
        {
            // Only what stands in time can be a line instead.
            var asLine = periods > 2 && spec.Marks.All(m => m.X is not null);
            throw UserException.Failed(
                $"slope要正好两个时点，这里有{periods}个。{(asLine ? "请用line。" : "请用dot或bar。")}",
                $"A slope compares exactly two periods; here are {periods}. Use {(asLine ? "line" : "dot or bar")}."
            );
        }
        if (spec.Marks.Count > 2 && spec.Marks.Any(m => m.Series.Length == 0))
            throw UserException.Failed("slope有多条线时要有series列。", "A slope of several strokes needs a series column.");
    }

    private static void AllInTime(ChartSpec spec)
    {
        if (spec.Marks.Any(m => m.X is not null) && spec.Marks.Count(m => m.X is null) is > 0 and var without)
        {
            throw UserException.Failed(
                $"有{without}行没有时间（x为空），排不进线里。请在查询中排除。",
                $"{without} rows have no place in time (x is NULL). Leave them out in the query."
            );
        }
    }

    private static void TwoNumbers(ChartSpec spec)
    {
        if (spec.Marks.Any(m => m.X is null && m.Presence == MarkPresence.Figure))
        {
            throw UserException.Failed(
                "scatter的x也要是数值。请另选x列，或用dot。",
                "A scatter plot needs a number for x in every row. Choose another x column, or use dot."
            );
        }
    }

    private static void EnoughFigures(ChartSpec spec)
    {
        var most = Distribution
            .ByCategory(spec.Kind == ChartKind.Histogram ? spec.Marks.Select(m => m with { Category = "" }) : spec.Marks)
            .Max(d => d.Count);
        if (most < ChartSpec.LeastForBox)
        {
            throw UserException.Failed(
                $"{Name(spec)}至少要{ChartSpec.LeastForBox}个数值才谈得上分布，这里只有{most}个。请用dot。",
                $"A {Name(spec)} needs at least {ChartSpec.LeastForBox} figures to show a distribution; here are {most}. Use dot."
            );
        }
    }
}
