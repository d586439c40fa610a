namespace Analytics.Charts;

/// <summary>Five figures of one category's distribution, in shown units.</summary>
/// <param name="Category">The category; empty where all figures are taken together.</param>
/// <param name="Values">All values, from the least to the greatest.</param>
/// <param name="LowerQuartile">By linear interpolation, as <c>quantile_cont</c>.</param>
/// <param name="Median">By linear interpolation.</param>
/// <param name="UpperQuartile">By linear interpolation.</param>
public sealed record ChartSpread(string Category, IReadOnlyList<double> Values, double LowerQuartile, double Median, double UpperQuartile);

/// <summary>
/// What a surface that arranges a spec by itself, as a terminal does, must do in the same way as the pictures: checks, words, round
/// numbers, sums.
/// </summary>
public static class ChartFacts
{
    /// <summary>Strokes that can still be told apart in one plot.</summary>
    private const int MostStrokes = 8;

    /// <summary>The spec with its texts made fit to print, once it is known that it can be drawn.</summary>
    /// <exception cref="UserException">It cannot; the message is the sentence to show.</exception>
    public static ChartSpec Checked(ChartSpec spec)
    {
        SpecCheck.Demand(spec);
        return SpecText.Clean(spec);
    }

    /// <summary>The spec with those of its annotations that have a mark to stand at, and the others.</summary>
    public static (ChartSpec Spec, IReadOnlyList<ChartAnnotation> Lost) WithPlacedAnnotations(ChartSpec spec)
    {
        if (spec.Annotations.Count == 0)
            return (spec, []);
        var printed = SpecText.Clean(spec);
        var isPlaced = printed.Annotations.Select(a => AnnotationNames.Answers(printed, a)).ToList();
        var (placed, lost) = (spec.Annotations.Where((_, i) => isPlaced[i]), spec.Annotations.Where((_, i) => !isPlaced[i]));
        return (spec with { Annotations = [.. placed] }, [.. lost]);
    }

    /// <summary>
    /// What a chart must say of itself, in its language: a ranking that is none, an axis that does not start at zero, figures that are not
    /// drawn or only counted.
    /// </summary>
    public static IReadOnlyList<string> Remarks(ChartSpec spec) => [.. ChartRemarks.Of(spec)];

    /// <summary>The value, as stored, that the axis starts from or, where figures lie below it, goes through.</summary>
    public static double Origin(ChartSpec spec) => ValueRange.OriginOf(spec) / spec.Unit.Factor;

    /// <summary>Strokes of many series in one plot cannot be followed: each gets a small chart of its own, on the same axes.</summary>
    public static ChartSpec Untangled(ChartSpec spec)
    {
        if (
            spec.Kind is not (ChartKind.Line or ChartKind.Slope)
            || spec.Marks.Any(m => m.Panel.Length > 0)
            || spec.Marks.Select(m => m.Series).Distinct().Count() is var strokes && strokes <= MostStrokes
        )
        {
            return spec;
        }

        return spec with
        {
            Marks = [.. spec.Marks.Select(m => m with { Panel = m.Series, Series = "" })],
            Annotations =
            [
                .. spec.Annotations.Select(a =>
                    spec.Marks.FirstOrDefault(a.IsOf) is { } mark ? a with { At = $"{mark.Series} / {mark.Category}" } : a
                ),
            ],
            Notes = [.. spec.Notes, ChartWords.For(spec.Language).Untangled(strokes)],
        };
    }

    /// <summary>Round numbers from <paramref name="low"/> to <paramref name="high"/>, about <paramref name="wanted"/> of them.</summary>
    public static IReadOnlyList<double> RoundNumbers(double low, double high, int wanted) =>
        high > low ? Ticks.Between(low, high, Ticks.Step((high - low) / Math.Max(1, wanted))) : [low];

    /// <summary>A round number on an axis whose greatest is <paramref name="largest"/>: with 万/亿 or K/M.</summary>
    public static string AxisNumber(double value, double largest, Language language) => NumberText.Tick(value, largest, language);

    /// <summary>Intervals of one round width over all figures, in shown units, with how many fall into each.</summary>
    public static IReadOnlyList<(double From, double To, int Count)> Bins(ChartSpec spec) =>
        Together(spec.Marks, spec.Unit) is { } all ? all.Bins() : [];

    /// <summary>The distributions of the categories that have figures, in their order, in shown units.</summary>
    public static IReadOnlyList<ChartSpread> Spreads(IEnumerable<ChartMark> marks, ChartUnit unit) =>
        [
            .. Distribution
                .ByCategory(marks)
                .Select(d => new Distribution(d.Category, [.. d.Sorted.Select(v => v * unit.Factor)]))
                .Select(d => new ChartSpread(d.Category, d.Sorted, d.Quantile(0.25), d.Median, d.Quantile(0.75))),
        ];

    /// <summary>What stands for a missing figure: 本库来源未见, 无来源.</summary>
    public static string Missing(MarkPresence presence, Language language) => ChartWords.For(language).Missing(presence);

    /// <summary>What is said of a doubtful figure; empty for a normal one.</summary>
    public static string Doubt(ChartMark mark, Language language) => ChartDescription.Doubt(mark, language);

    /// <summary>The name of a kind in words: 条形图, Bar chart.</summary>
    public static string KindName(ChartKind kind, Language language) => ChartWords.For(language).KindNames[(int)kind];

    /// <summary>Few values with weights that make the same histogram as very many, see <see cref="ChartMark.Weight"/>.</summary>
    /// <param name="values">At least one; all finite.</param>
    public static IReadOnlyList<(double Value, int Weight)> Summed(IReadOnlyList<double> values) => Distribution.Summed(values);

    private static Distribution? Together(IEnumerable<ChartMark> marks, ChartUnit unit) =>
        Distribution.Of("", marks, unit.Factor) is { Sorted.Count: > 0 } all ? all : null;
}
