namespace Analytics.Charts;

/// <summary>Something drawn at values of a plot. What has only a place on the page is no mark.</summary>
internal abstract record PlotMark
{
    /// <summary>What it covers, as shapes in pixels.</summary>
    public abstract IEnumerable<SceneItem> Claims(PlotMap map);

    /// <summary>The same in a plot, for marks that reach from edge to edge.</summary>
    public virtual IEnumerable<SceneItem> Claims(PlotItem plot) => Claims(plot.Map);
}

/// <summary>A filled bar from one value to another, level unless upright.</summary>
/// <param name="From">Value at its foot.</param>
/// <param name="To">Value at its end.</param>
/// <param name="Position">Value of its middle on the other axis.</param>
/// <param name="Thickness">In pixels.</param>
/// <param name="Color">Of all of it.</param>
internal sealed record BarMark(double From, double To, double Position, double Thickness, string Color) : PlotMark
{
    public bool IsUpright { get; init; }

    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        var (along, across) = IsUpright ? (map.Y, map.X) : (map.X, map.Y);
        var (from, to, middle) = (along.At(From), along.At(To), across.At(Position));
        var (start, length) = (Math.Min(from, to), Math.Abs(to - from));
        yield return new RectItem(
            IsUpright
                ? new Box(middle - Thickness / 2, start, Thickness, length)
                : new Box(start, middle - Thickness / 2, length, Thickness),
            Color
        );
    }
}

/// <summary>A rectangle between two places that is more than filled: striped, hollow, outlined.</summary>
internal sealed record AreaMark(PlotSpot From, PlotSpot To, string Color, Fill Fill = Fill.Solid) : PlotMark
{
    public double Outline { get; init; }

    public string OutlineColor { get; init; } = Color;

    public bool Dashed { get; init; }

    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        var (from, to) = (map.At(From), map.At(To));
        var box = new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        yield return new RectItem(box, Color, Fill)
        {
            Outline = Outline,
            OutlineColor = OutlineColor,
            Dashed = Dashed,
        };
    }
}

/// <summary>A stroke through places.</summary>
internal sealed record StrokeMark(IReadOnlyList<PlotSpot> Points, string Color, double Width) : PlotMark
{
    public bool Dashed { get; init; }

    public LineRole Role { get; init; }

    public override IEnumerable<SceneItem> Claims(PlotMap map) => [Line(map)];

    public LineItem Line(PlotMap map) => new([.. Points.Select(map.At)], Color, Width) { Dashed = Dashed, Role = Role };
}

/// <summary>A straight line at one value from edge to edge of the plot, level unless upright.</summary>
internal sealed record EdgeToEdgeMark(double Value, string Color, double Width) : PlotMark
{
    public bool IsUpright { get; init; }

    public override IEnumerable<SceneItem> Claims(PlotMap map) => throw new NotSupportedException("it has no ends outside of a plot");

    public override IEnumerable<SceneItem> Claims(PlotItem plot)
    {
        var (area, at) = (plot.Area, IsUpright ? plot.Map.X.At(Value) : plot.Map.Y.At(Value));
        yield return new LineItem(
            IsUpright ? [new(at, area.Y), new(at, area.Bottom)] : [new(area.X, at), new(area.Right, at)],
            Color,
            Width
        );
    }
}

/// <summary>A line between two values that is closed by a stroke across at both ends.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other, on a level or upright.</param>
/// <param name="Half">Half the length of a stroke across, in pixels.</param>
/// <param name="Color">Of all strokes.</param>
/// <param name="Width">Of all strokes.</param>
internal sealed record WhiskerMark(PlotSpot From, PlotSpot To, double Half, string Color, double Width) : PlotMark
{
    public bool IsUpright { get; init; }

    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        var (from, to) = (map.At(From), map.At(To));
        var (dx, dy) = IsUpright ? (Half, 0.0) : (0.0, Half);
        yield return new LineItem([from, to], Color, Width);
        yield return new LineItem([from.Moved(-dx, -dy), from.Moved(dx, dy)], Color, Width);
        yield return new LineItem([to.Moved(-dx, -dy), to.Moved(dx, dy)], Color, Width);
    }
}

/// <summary>A point with a shape by its series.</summary>
/// <param name="At">Its middle.</param>
/// <param name="Radius">In pixels.</param>
/// <param name="Series">Which shape it has.</param>
/// <param name="Color">Of fill and outline.</param>
/// <param name="Fill">Hollow where it is none, which shows the ground.</param>
/// <param name="Outline">Its width, 0 for none.</param>
internal sealed record PointMark(PlotSpot At, double Radius, int Series, string Color, Fill Fill, double Outline) : PlotMark
{
    public override IEnumerable<SceneItem> Claims(PlotMap map) => [Shape(map.At(At))];

    public SceneItem Shape(Spot middle) => PointMarks.Shape(middle, Radius, Series, Color, Fill, Outline);
}

/// <summary>Very many points of one series as small squares.</summary>
/// <param name="Points">Their values.</param>
/// <param name="Side">Of a square, in pixels.</param>
/// <param name="Color">Of all.</param>
internal sealed record CloudMark(IReadOnlyList<PlotSpot> Points, double Side, string Color) : PlotMark
{
    /// <summary>Points that fall on the same quarter of a pixel are one.</summary>
    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        var (seen, spots) = (new HashSet<(int, int)>(Points.Count), new List<Spot>(Points.Count));
        foreach (var point in Points)
        {
            var (x, y) = ((int)Math.Round(map.X.At(point.X) * 4), (int)Math.Round(map.Y.At(point.Y) * 4));
            if (seen.Add((x, y)))
                spots.Add(new Spot(x / 4.0, y / 4.0));
        }
        yield return new PointsItem(spots, Side, Color);
    }
}

/// <summary>The sign of a missing figure.</summary>
/// <param name="At">Left edge and middle.</param>
/// <param name="Presence">Which sign.</param>
/// <param name="Size">Type size beside it.</param>
/// <param name="Palette">Its colours.</param>
internal sealed record MissingMark(PlotSpot At, MarkPresence Presence, double Size, Palette Palette) : PlotMark
{
    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        var at = map.At(At);
        return MarkShapes.Missing(Presence, at.X, at.Y, Size, Palette);
    }
}

/// <summary>Cells of a table in shades: rows from above, columns from the left, each one unit wide and high from 0.</summary>
/// <param name="Shares">By row and column, how much of the ground is mixed into the colour, 0 to 1; NaN leaves a cell out.</param>
/// <param name="Color">Of a cell without ground.</param>
/// <param name="Ground">What is mixed in, and what parts the cells.</param>
/// <param name="Gap">Between cells, in pixels.</param>
internal sealed record CellsMark(double[,] Shares, string Color, string Ground, double Gap) : PlotMark
{
    public override IEnumerable<SceneItem> Claims(PlotMap map)
    {
        for (var row = 0; row < Shares.GetLength(0); row++)
        {
            for (var column = 0; column < Shares.GetLength(1); column++)
            {
                if (!double.IsNaN(Shares[row, column]))
                    yield return new RectItem(Cell(map, row, column), ColorContrast.Mix(Color, Ground, Shares[row, column]));
            }
        }
    }

    private Box Cell(PlotMap map, int row, int column)
    {
        var (from, to) = (map.At(new PlotSpot(column, row)), map.At(new PlotSpot(column + 1, row + 1)));
        return new Box(from.X, from.Y, to.X - from.X, to.Y - from.Y).Grown(-Gap / 2);
    }
}
