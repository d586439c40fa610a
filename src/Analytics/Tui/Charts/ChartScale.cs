using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>From values, as stored, to cells.</summary>
/// <param name="Zero">The value that bars begin at.</param>
/// <param name="IsDots">Whether places count, not lengths.</param>
sealed record ChartScale(double From, double To, double Zero, bool IsDots)
{
    /// <summary>Whether dots stand on stems from zero.</summary>
    public bool HasStem { get; init; }

    /// <summary>What stored values are multiplied with for show.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The scale that all rows of a chart share, those of its small charts too.</summary>
    public static ChartScale Of(ChartSpec spec)
    {
        var (low, high) = Ends(spec);
        var scale = spec.Kind switch
        {
            ChartKind.Dot or ChartKind.Box when high > low => new ChartScale(low, high, low, IsDots: true),
            ChartKind.DivergingBar => new ChartScale(low, high, spec.References[0].Value, IsDots: false),
            _ => new ChartScale(Math.Min(0, low), Math.Max(0, high), 0, spec.Kind is ChartKind.Dot or ChartKind.Lollipop),
        };
        return scale with { HasStem = spec.Kind == ChartKind.Lollipop, Factor = spec.Unit.Factor };
    }

    /// <summary>How many cells from the left a value lies.</summary>
    public double Cells(double value, int width) => To > From ? (value - From) / (To - From) * width : 0;

    static (double Low, double High) Ends(ChartSpec spec)
    {
        IEnumerable<double> values = spec.Kind == ChartKind.StackedBar
            ? spec.Marks.GroupBy(m => (m.Panel, m.Category)).Select(g => g.Sum(m => m.Anchor ?? 0))
            : spec.Marks.SelectMany(m => new[] { m.Value, m.Low, m.High }).OfType<double>();
        var all = values.Concat(spec.References.Select(r => r.Value)).DefaultIfEmpty(0).ToArray();
        return all is [0] ? (0, 1) : (all.Min(), all.Max());
    }
}
