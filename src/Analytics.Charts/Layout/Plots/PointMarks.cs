namespace Analytics.Charts;

/// <summary>Where a point stands in a plot, with the ends of its interval.</summary>
internal sealed record PointPlace(Spot At, double LowY, double HighY, double Radius, double Stroke)
{
    /// <summary>What the mark covers, for labels to keep off.</summary>
    public Box Extent(ChartMark mark)
    {
        var arrow = Radius + PointMarks.ArrowLength(Radius);
        var (up, down) = mark.Qualifier switch
        {
            MarkQualifier.Min => (arrow, Math.Max(Radius, LowY - At.Y)),
            MarkQualifier.Max or MarkQualifier.NearBelow => (Math.Max(Radius, At.Y - HighY), arrow),
            _ => (Math.Max(Radius, At.Y - HighY), Math.Max(Radius, LowY - At.Y)),
        };
        return new Box(At.X - Radius, At.Y - up, 2 * Radius, up + down);
    }

    /// <summary>A mark's place on the scales of a plot.</summary>
    public static PointPlace Of(ChartMark mark, double x, PlotFrame frame, ChartUnit unit, Sizes sizes)
    {
        var (low, high) = ValueRange.Ends(mark, unit);
        return new PointPlace(
            new Spot(x, frame.Y.At((mark.Anchor ?? 0) * unit.Factor)),
            frame.Y.At(low),
            frame.Y.At(high),
            sizes.Row * 0.27,
            sizes.Stroke
        );
    }
}

/// <summary>
/// Points of plots. Series differ in shape as well as colour; bounds have upright arrows, intervals upright whiskers, doubt has stripes.
/// </summary>
internal static class PointMarks
{
    /// <summary>How far an open end reaches beyond the point.</summary>
    public static double ArrowLength(double radius) => Math.Max(8, radius * 2.2);

    public static IEnumerable<SceneItem> Paint(ChartMark mark, PointPlace place, int series, Palette palette)
    {
        var color = mark.Status == MarkStatus.Normal ? palette.Of(series).Data : palette.Doubt;
        if (mark is { Qualifier: MarkQualifier.Range, Low: not null, High: not null })
            return Whisker(place, color);
        var fill = MarkShapes.FillOf(mark, mark.Qualifier == MarkQualifier.Exact ? Fill.Solid : Fill.None);
        var point = Shape(place.At, place.Radius, series, color, fill, fill == Fill.Solid ? 0 : place.Stroke * 1.5);
        return mark.Qualifier switch
        {
            MarkQualifier.Min => [.. HalfWhisker(place, place.LowY, color), .. Arrow(place, -1, color), point],
            MarkQualifier.Max or MarkQualifier.NearBelow => [.. HalfWhisker(place, place.HighY, color), .. Arrow(place, 1, color), point],
            _ when place.LowY - place.HighY > place.Radius * 0.4 => [.. Whisker(place, color), point],
            _ => [point],
        };
    }

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

    private static IEnumerable<SceneItem> Arrow(PointPlace place, int direction, string color)
    {
        var (x, from) = (place.At.X, place.At.Y + direction * place.Radius);
        var end = from + direction * ArrowLength(place.Radius);
        var head = direction * ArrowLength(place.Radius) * 0.5;
        yield return new LineItem([new(x, from), new(x, end)], color, place.Stroke * 1.5);
        yield return new LineItem(
            [new(x - Math.Abs(head) * 0.8, end - head), new(x, end), new(x + Math.Abs(head) * 0.8, end - head)],
            color,
            place.Stroke * 1.5
        );
    }

    /// <summary>The closed end of an interval that is open on the other side.</summary>
    private static IEnumerable<SceneItem> HalfWhisker(PointPlace place, double end, string color)
    {
        if (Math.Abs(end - place.At.Y) <= place.Radius * 0.4)
            yield break;
        var (x, half) = (place.At.X, place.Radius * 0.8);
        yield return new LineItem([new(x, end), new(x, place.At.Y)], color, place.Stroke * 2);
        yield return new LineItem([new(x - half, end), new(x + half, end)], color, place.Stroke * 2);
    }

    private static IEnumerable<SceneItem> Whisker(PointPlace place, string color)
    {
        var (x, half) = (place.At.X, place.Radius * 0.8);
        yield return new LineItem([new(x, place.LowY), new(x, place.HighY)], color, place.Stroke * 2);
        yield return new LineItem([new(x - half, place.LowY), new(x + half, place.LowY)], color, place.Stroke * 2);
        yield return new LineItem([new(x - half, place.HighY), new(x + half, place.HighY)], color, place.Stroke * 2);
    }
}
