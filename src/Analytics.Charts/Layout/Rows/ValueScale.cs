namespace Analytics.Charts;

/// <summary>What one mark asks of the axis: its values, and the pixels beside them for arrows and label.</summary>
/// <param name="Low">Lowest value drawn.</param>
/// <param name="High">Highest value drawn.</param>
/// <param name="Left">Pixels needed to the left of the lowest value.</param>
/// <param name="Right">Pixels needed to the right of the highest value.</param>
internal readonly record struct Reach(double Low, double High, double Left, double Right);

/// <summary>A linear axis from the left edge 0 to <paramref name="Width"/>: pixel of a value, and its round ticks.</summary>
/// <param name="Origin">The value that bars start from; 0 for bars.</param>
/// <param name="OriginX">Its pixel.</param>
/// <param name="PerUnit">Pixels per unit.</param>
/// <param name="Width">Pixels of the whole axis, room for arrows and labels included.</param>
internal sealed record ValueScale(double Origin, double OriginX, double PerUnit, double Width)
{
    public double X(double value) => OriginX + (value - Origin) * PerUnit;

    /// <summary>The same scale from a left edge, in a plot.</summary>
    public AxisScale From(double left)
    {
        var unit = PerUnit > 0 ? PerUnit : 1;
        return new AxisScale(Origin - OriginX / unit, Origin + (Width - OriginX) / unit, left, left + Width);
    }

    /// <summary>
    /// The largest scale at which every mark, its arrow and its label fit into the width; null when even the labels alone do not.
    /// Needed width grows with the scale, so halving finds it; a fixed number of steps keeps it the same everywhere.
    /// </summary>
    public static ValueScale? Fit(IReadOnlyList<Reach> reaches, double origin, double width)
    {
        var span = Math.Max(reaches.Max(r => r.High), origin) - Math.Min(reaches.Min(r => r.Low), origin);
        if (span <= 0)
            span = 1;
        var (low, high) = (0.0, width / span);
        if (Needed(low) > width)
            return null;
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            if (Needed(middle) > width)
                high = middle;
            else
                low = middle;
        }
        return new ValueScale(origin, LeftOf(low), low, width);

        double Needed(double perUnit) => LeftOf(perUnit) + RightOf(perUnit);
        double LeftOf(double perUnit) => Math.Max(0, reaches.Max(r => (origin - r.Low) * perUnit + r.Left));
        double RightOf(double perUnit) => Math.Max(0, reaches.Max(r => (r.High - origin) * perUnit + r.Right));
    }

    /// <summary>
    /// Round ticks over the values, and one beyond them where there is room, at least <paramref name="spacing"/> pixels and
    /// <paramref name="least"/> apart.
    /// </summary>
    public IReadOnlyList<double> Ticks(double low, double high, double spacing, double least = 0)
    {
        var step = Charts.Ticks.Step(Math.Max(least, Math.Max(spacing / PerUnit, (high - low) / 8)));
        var last = X(Math.Ceiling(high / step - 1e-9) * step) + spacing / 2 <= Width ? Math.Ceiling(high / step - 1e-9) * step : high;
        var first = X(Math.Floor(low / step + 1e-9) * step) - spacing / 2 >= 0 ? Math.Floor(low / step + 1e-9) * step : low;
        return Charts.Ticks.Between(first, last, step);
    }
}
