namespace Analytics.Charts;

/// <summary>The values that the marks of a chart cover, in shown units, and the value that their axis starts from.</summary>
internal sealed record ValueRange(double Low, double High, double Origin)
{
    /// <summary>The range of the marks that are shown, and of the references; the origin is that of all marks.</summary>
    public static ValueRange Of(ChartSpec spec, IEnumerable<ChartMark> shown)
    {
        var origin = OriginOf(spec);
        var ends = EndsOf(spec, shown).Append((Low: origin, High: origin)).ToList();
        return new ValueRange(ends.Min(e => e.Low), ends.Max(e => e.High), origin);
    }

    /// <summary>The value that the axis starts from.</summary>
    public static double OriginOf(ChartSpec spec)
    {
        if (spec.Kind == ChartKind.DivergingBar)
            return spec.References[0].Value * spec.Unit.Factor;
        if (!spec.Kind.MayLeaveZero())
            return 0;
        var ends = EndsOf(spec, spec.Marks).ToList();
        return RoundOrigin(ends.Min(e => e.Low), ends.Max(e => e.High));
    }

    /// <summary>Lowest and highest value drawn for a figure, in shown units.</summary>
    public static (double Low, double High) Ends(ChartMark mark, ChartUnit unit)
    {
        var anchor = mark.Anchor ?? 0;
        var closed =
            mark is { Low: not null, High: not null, Qualifier: MarkQualifier.Range or MarkQualifier.Exact or MarkQualifier.Approx };
        // An interval that one side leaves open reaches from its closed end to the figure.
        if (mark is { Qualifier: MarkQualifier.Min, Low: { } from } && from < anchor)
            return (from * unit.Factor, anchor * unit.Factor);
        if (mark is { Qualifier: MarkQualifier.Max, High: { } to } && to > anchor)
            return (anchor * unit.Factor, to * unit.Factor);
        var (low, high) =
            closed ? (Math.Min(mark.Low!.Value, anchor), Math.Max(mark.High!.Value, anchor))
            : mark.Qualifier == MarkQualifier.Range ? (mark.Low ?? anchor, mark.High ?? anchor)
            : (anchor, anchor);
        return (low * unit.Factor, high * unit.Factor);
    }

    private static IEnumerable<(double Low, double High)> EndsOf(ChartSpec spec, IEnumerable<ChartMark> marks) =>
        marks
            .Where(m => m.Presence == MarkPresence.Figure)
            .Select(m => Ends(m, spec.Unit))
            .Concat(spec.References.Select(r => (r.Value * spec.Unit.Factor, r.Value * spec.Unit.Factor)));

    /// <summary>Values are far from zero where the least is more than this part of the greatest.</summary>
    private const double LeastAway = 0.6;

    /// <summary>Lengths start at zero. Places start at a round number below the least value when all values lie far from zero.</summary>
    private static double RoundOrigin(double low, double high)
    {
        if (low <= high * LeastAway || low <= 0 || high <= low)
            return Math.Min(0, low);
        var step = Charts.Ticks.Step(Math.Max((high - low) / 4, high / 100));
        return Math.Floor(low / step - 0.25) * step;
    }
}
