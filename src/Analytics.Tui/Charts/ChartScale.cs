using Analytics.Charts;

namespace Analytics.Tui.Charts;

/// <summary>From values, as stored, to cells.</summary>
/// <param name="From">Value at the left edge.</param>
/// <param name="To">Value at the right end of the room.</param>
/// <param name="Zero">The value that bars begin at.</param>
/// <param name="IsDots">Whether places count, not lengths.</param>
internal sealed record ChartScale(double From, double To, double Zero, bool IsDots)
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
            ChartKind.Dot or ChartKind.Box when high > low => new ChartScale(StartOf(spec, low), high, low, IsDots: true),
            ChartKind.DivergingBar => new ChartScale(low, high, spec.References[0].Value, IsDots: false),
            _ => new ChartScale(Math.Min(0, low), Math.Max(0, high), 0, spec.Kind is ChartKind.Dot or ChartKind.Lollipop),
        };
        return scale with { HasStem = spec.Kind == ChartKind.Lollipop, Factor = spec.Unit.Factor };
    }

    /// <summary>
    /// The cells that values lie in, of so many: one is kept for the arrow beyond a lower bound, which at dots stands after the cell of
    /// the value.
    /// </summary>
    public int Room(int cells) => IsDots ? cells - 2 : cells - 1;

    /// <summary>How many cells from the left a value lies.</summary>
    public double Cells(double value, int width) => To > From ? (value - From) / (To - From) * width : 0;

    /// <summary>
    /// Where an axis of places starts whose least value that is: at zero where the pictures' does, else at that value, since cells are few.
    /// </summary>
    public static double StartOf(ChartSpec spec, double low) =>
        ChartFacts.Origin(spec) is var origin && origin > 0 ? low : Math.Min(low, origin);

    private static (double Low, double High) Ends(ChartSpec spec)
    {
        var values =
            spec.Kind == ChartKind.StackedBar
                ? spec.Marks.GroupBy(m => (m.Panel, m.Category)).Select(g => g.Sum(m => m.Anchor ?? 0))
                : spec.Marks.SelectMany(m => new[] { m.Value, m.Low, m.High }).OfType<double>();
        var all = values.Concat(spec.References.Select(r => r.Value)).DefaultIfEmpty(0).ToArray();
        return all is [0] ? (0, 1) : (all.Min(), all.Max());
    }
}
