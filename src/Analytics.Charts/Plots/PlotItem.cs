namespace Analytics.Charts;

/// <summary>A linear scale from values to pixels; values that are all equal lie in its middle.</summary>
/// <param name="Low">Value at <paramref name="From"/>.</param>
/// <param name="High">Value at <paramref name="To"/>.</param>
/// <param name="From">In pixels.</param>
/// <param name="To">In pixels.</param>
internal sealed record AxisScale(double Low, double High, double From, double To)
{
    /// <summary>Pixels are values.</summary>
    public static readonly AxisScale Same = new(0, 1, 0, 1);

    public double At(double value) => High == Low ? (From + To) / 2 : From + (value - Low) / (High - Low) * (To - From);

    /// <summary>The value at a pixel.</summary>
    public double Value(double pixel) => Low + (pixel - From) / (To - From) * (High - Low);

    /// <summary>Pixels of a unit, positive.</summary>
    public double PerUnit => Math.Abs((To - From) / (High - Low));

    /// <summary>The same scale where values may differ: what lay in the middle lies there still.</summary>
    public AxisScale Spanned => High == Low ? this with { Low = Low - 0.5, High = High + 0.5 } : this;

    /// <summary>The same values elsewhere.</summary>
    public AxisScale Moved(double by) => this with { From = From + by, To = To + by };
}

/// <summary>A place in a plot: the values on its axes, and how many pixels to the right and below it lies.</summary>
internal readonly record struct PlotSpot(double X, double Y, double Right = 0, double Down = 0)
{
    /// <summary>Whether it is a place by its values alone.</summary>
    public bool IsExact => Right == 0 && Down == 0;
}

/// <summary>Both scales of a plot.</summary>
internal sealed record PlotMap(AxisScale X, AxisScale Y)
{
    /// <summary>For marks outside of plots, as the samples of a key.</summary>
    public static readonly PlotMap Pixels = new(AxisScale.Same, AxisScale.Same);

    public Spot At(PlotSpot spot) => new(X.At(spot.X) + spot.Right, Y.At(spot.Y) + spot.Down);

    /// <summary>The place in values of a place in pixels.</summary>
    public PlotSpot Of(Spot spot) => new(X.Value(spot.X), Y.Value(spot.Y));
}

/// <summary>One axis of a plot.</summary>
internal sealed record PlotAxis
{
    public static readonly PlotAxis None = new();

    /// <summary>Values that have a grid line, or a stroke at the foot.</summary>
    public IReadOnlyList<double> Ticks { get; init; } = [];

    /// <summary>The names of values, where they stand in the body: broken into lines and kept off each other by the layout.</summary>
    public IReadOnlyList<TextItem> Labels { get; init; } = [];

    /// <summary>Width of the lines.</summary>
    public double Width { get; init; } = 1;

    /// <summary>How far strokes at the foot reach below it, where they stand for grid lines; 0 for grid lines.</summary>
    public double Foot { get; init; }
}

/// <summary>
/// What stands on axes. The layout says where and what; ScottPlot draws it into exactly that area (<see cref="HousePlot"/>). The claims say
/// what every part of it covers, for whoever looks for a free place and for the tests.
/// </summary>
internal sealed record PlotItem : SceneItem
{
    /// <summary>Where the axes run; marks and labels may reach beyond it.</summary>
    public required Box Area { get; init; }

    /// <summary>From values to the pixels of the area.</summary>
    public required PlotMap Map { get; init; }

    public PlotAxis Bottom { get; init; } = PlotAxis.None;

    public PlotAxis Left { get; init; } = PlotAxis.None;

    /// <summary>Colour of grid lines.</summary>
    public string GridColor { get; init; } = "#000000";

    /// <summary>What is drawn, from back to front, over the grid.</summary>
    public required IReadOnlyList<PlotMark> Marks { get; init; }

    /// <summary>Everything that is drawn as shapes and texts in pixels.</summary>
    public IEnumerable<SceneItem> Claims => [.. Grid(), .. Bottom.Labels, .. Left.Labels, .. Marks.SelectMany(m => m.Claims(this))];

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) =>
        this with
        {
            Area = Area.Moved(dx, dy),
            Map = new PlotMap(Map.X.Moved(dx), Map.Y.Moved(dy)),
            Bottom = Bottom with { Labels = [.. Bottom.Labels.Select(l => (TextItem)l.Moved(dx, dy))] },
            Left = Left with { Labels = [.. Left.Labels.Select(l => (TextItem)l.Moved(dx, dy))] },
        };

    private IEnumerable<LineItem> Grid()
    {
        foreach (var tick in Bottom.Ticks)
        {
            var (x, from) = (Map.X.At(tick), Bottom.Foot > 0 ? Area.Bottom : Area.Y);
            yield return new LineItem([new(x, from), new(x, Area.Bottom + Bottom.Foot)], GridColor, Bottom.Width);
        }
        foreach (var tick in Left.Ticks)
        {
            var y = Map.Y.At(tick);
            yield return new LineItem([new(Area.X, y), new(Area.Right, y)], GridColor, Left.Width);
        }
    }
}
