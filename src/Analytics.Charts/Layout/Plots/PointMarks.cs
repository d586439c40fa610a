namespace Analytics.Charts;

/// <summary>Where a point stands in a plot, in values, with the ends of its interval.</summary>
/// <param name="X">Along the plot.</param>
/// <param name="Y">Up the plot.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Radius">In pixels.</param>
/// <param name="Stroke">Width of a thin stroke, in pixels.</param>
internal sealed record PointPlace(double X, double Y, double Low, double High, double Radius, double Stroke)
{
    /// <summary>Pixels of a unit up the plot.</summary>
    public double PerUnit { get; init; } = 1;

    public PlotSpot Spot => new(X, Y);

    /// <summary>What the mark covers, for labels to keep off.</summary>
    public Box Extent(ChartMark mark, PlotMap map)
    {
        var (arrow, at) = (Radius + PointMarks.ArrowLength(Radius), map.At(Spot));
        var (low, high) = (Math.Max(Radius, map.Y.At(Low) - at.Y), Math.Max(Radius, at.Y - map.Y.At(High)));
        var (up, down) = mark.Qualifier switch
        {
            MarkQualifier.Min => (arrow, low),
            MarkQualifier.Max or MarkQualifier.NearBelow => (high, arrow),
            _ => (high, low),
        };
        return new Box(at.X - Radius, at.Y - up, 2 * Radius, up + down);
    }

    /// <summary>A mark's place in a plot.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="x">Along the plot.</param>
    /// <param name="map">Its scales.</param>
    /// <param name="unit">The unit of the figures.</param>
    /// <param name="sizes">Sizes.</param>
    public static PointPlace Of(ChartMark mark, double x, PlotMap map, ChartUnit unit, Sizes sizes)
    {
        var (low, high) = ValueRange.Ends(mark, unit);
        return new PointPlace(x, (mark.Anchor ?? 0) * unit.Factor, low, high, sizes.Row * 0.27, sizes.Stroke) { PerUnit = map.Y.PerUnit };
    }
}

/// <summary>
/// Points of plots. Series differ in shape as well as colour; bounds have upright arrows, intervals upright whiskers, doubt has stripes.
/// </summary>
internal static class PointMarks
{
    /// <summary>How far an open end reaches beyond the point.</summary>
    public static double ArrowLength(double radius) => Math.Max(8, radius * 2.2);

    public static IEnumerable<PlotMark> Paint(ChartMark mark, PointPlace place, int series, Palette palette)
    {
        var color = mark.Status == MarkStatus.Normal ? palette.Of(series).Data : palette.Axis;
        if (mark is { Qualifier: MarkQualifier.Range, Low: not null, High: not null })
            return [Whisker(place, color)];
        var fill = MarkShapes.FillOf(mark, mark.Qualifier == MarkQualifier.Exact ? Fill.Solid : Fill.None);
        var point = new PointMark(place.Spot, place.Radius, series, color, fill, fill == Fill.Solid ? 0 : place.Stroke * 1.5);
        return mark.Qualifier switch
        {
            MarkQualifier.Min => [.. HalfWhisker(place, place.Low, color), .. Arrow(place, -1, color), point],
            MarkQualifier.Max or MarkQualifier.NearBelow => [.. HalfWhisker(place, place.High, color), .. Arrow(place, 1, color), point],
            _ when Math.Abs(place.High - place.Low) * place.PerUnit > place.Radius * 0.4 => [Whisker(place, color), point],
            _ => [point],
        };
    }

    /// <summary>Whether the points of a series are circles.</summary>
    public static bool IsRound(int series) => series % 4 == 0;

    /// <summary>Circle, square, triangle, diamond, then the same again.</summary>
    public static SceneItem Shape(Spot at, double radius, int series, string color, Fill fill, double outline)
    {
        var (x, y, r) = (at.X, at.Y, radius);
        return (series % 4) switch
        {
            1 => new PolygonItem(
                [
                    new(x - r * 0.9, y - r * 0.9),
                    new(x + r * 0.9, y - r * 0.9),
                    new(x + r * 0.9, y + r * 0.9),
                    new(x - r * 0.9, y + r * 0.9),
                ],
                color,
                fill
            )
            {
                Outline = outline,
            },
            2 => new PolygonItem([new(x, y - r * 1.15), new(x + r * 1.1, y + r * 0.85), new(x - r * 1.1, y + r * 0.85)], color, fill)
            {
                Outline = outline,
            },
            3 => new PolygonItem([new(x, y - r * 1.25), new(x + r * 1.25, y), new(x, y + r * 1.25), new(x - r * 1.25, y)], color, fill)
            {
                Outline = outline,
            },
            _ => new CircleItem(at, r, color, fill) { Outline = outline },
        };
    }

    /// <summary>An arrow from the edge of the point, down where the direction is 1.</summary>
    private static IEnumerable<PlotMark> Arrow(PointPlace place, int direction, string color)
    {
        var (from, length) = (direction * place.Radius, direction * ArrowLength(place.Radius));
        var (end, head) = (from + length, length * 0.5);
        var (width, side) = (place.Stroke * 1.5, Math.Abs(head) * 0.8);
        yield return new StrokeMark([place.Spot with { Down = from }, place.Spot with { Down = end }], color, width);
        yield return new StrokeMark(
            [
                place.Spot with
                {
                    Right = -side,
                    Down = end - head,
                },
                place.Spot with
                {
                    Down = end,
                },
                place.Spot with
                {
                    Right = side,
                    Down = end - head,
                },
            ],
            color,
            width
        );
    }

    /// <summary>The closed end of an interval that is open on the other side.</summary>
    private static IEnumerable<PlotMark> HalfWhisker(PointPlace place, double end, string color)
    {
        if (Math.Abs(end - place.Y) * place.PerUnit <= place.Radius * 0.4)
            yield break;
        var (closed, half) = (new PlotSpot(place.X, end), place.Radius * 0.8);
        yield return new StrokeMark([closed, place.Spot], color, place.Stroke * 2);
        yield return new StrokeMark([closed with { Right = -half }, closed with { Right = half }], color, place.Stroke * 2);
    }

    private static WhiskerMark Whisker(PointPlace place, string color) =>
        new(new(place.X, place.Low), new(place.X, place.High), place.Radius * 0.8, color, place.Stroke * 2) { IsUpright = true };
}
