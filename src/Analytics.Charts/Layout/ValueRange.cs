namespace Analytics.Charts;

/// <summary>The values that the marks of a chart cover, in shown units, and the value that their axis starts from.</summary>
internal sealed record ValueRange(double Low, double High, double Origin)
{
    /// <summary>The range of the marks that are shown; the origin is that of all marks.</summary>
    public static ValueRange Of(ChartSpec spec, IEnumerable<ChartMark> shown)
    {
        var origin = OriginOf(spec);
        var ends = shown.Where(m => m.Presence == MarkPresence.Figure).Select(m => Ends(m, spec.Unit)).Append((Low: origin, High: origin)).ToList();
        return new ValueRange(ends.Min(e => e.Low), ends.Max(e => e.High), origin);
    }

    /// <summary>The value that the axis starts from.</summary>
    public static double OriginOf(ChartSpec spec)
    {
        if (spec.Kind != ChartKind.Dot) return 0;
        var ends = spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => Ends(m, spec.Unit)).ToList();
        return DotOrigin(ends.Min(e => e.Low), ends.Max(e => e.High));
    }

    /// <summary>Lowest and highest value drawn for a figure, in shown units.</summary>
    public static (double Low, double High) Ends(ChartMark mark, ChartUnit unit)
    {
        var (low, high) = mark.Qualifier == MarkQualifier.Range ? (mark.Low ?? mark.High, mark.High ?? mark.Low) : (mark.Anchor, mark.Anchor);
        return ((low ?? mark.Anchor ?? 0) * unit.Factor, (high ?? mark.Anchor ?? 0) * unit.Factor);
    }

    /// <summary>Bars start at zero. Dots start at a round number below the least value when all values lie far from zero.</summary>
    private static double DotOrigin(double low, double high)
    {
        if (low < high * 0.5 || low <= 0) return Math.Min(0, low);
        var step = Charts.Ticks.Step(Math.Max((high - low) / 4, high / 100));
        return Math.Floor(low / step - 0.25) * step;
    }
}
