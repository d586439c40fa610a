namespace Analytics.Charts;

/// <summary>Where a mark stands in a plot of rows: values along its axis, <paramref name="At"/> being its anchor.</summary>
/// <param name="Zero">The value that lengths start from.</param>
/// <param name="At">Its figure.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end of its interval.</param>
/// <param name="Y">Middle of its row, in pixels, which are the values of the other axis.</param>
/// <param name="Thickness">Height of a bar, in pixels.</param>
/// <param name="Stroke">Width of a thin stroke, in pixels.</param>
/// <param name="Em">Type size beside the mark: arrows are as long, however high the row.</param>
internal sealed record MarkPlace(double Zero, double At, double Low, double High, double Y, double Thickness, double Stroke, double Em)
{
    /// <summary>Pixels of a unit of value.</summary>
    public double PerUnit { get; init; } = 1;

    public double Top => Y - Thickness / 2;
    public double Bottom => Y + Thickness / 2;

    /// <summary>How far an open end reaches beyond its bound: no value, hence the same for every mark of a chart.</summary>
    public double Arrow => Em;

    /// <summary>The end of a bar that is at least so many pixels long.</summary>
    public double End(double from, double to, double least) =>
        Math.Abs(to - from) * PerUnit < least ? Math.Min(from, to) + least / PerUnit : to;
}

/// <summary>The shapes that bars and dots share: arrows, caps and the signs of missing figures.</summary>
internal static class MarkShapes
{
    /// <summary>A mark's ink: a doubtful one is grey, and quieter than a sure one; the word beside it says why.</summary>
    public static string Color(ChartMark mark, Palette palette) => mark.Status == MarkStatus.Normal ? palette.Data : palette.Axis;

    /// <summary>What a mark's area is filled with: stripes where the figure is in doubt, by the kind of doubt.</summary>
    public static Fill FillOf(ChartMark mark, Fill firm) =>
        mark.Status switch
        {
            MarkStatus.Suspect => Fill.Stripes,
            MarkStatus.Ambiguous => Fill.BackStripes,
            _ => firm,
        };

    /// <summary>How far beyond its bound a mark reaches to the left and to the right, in pixels.</summary>
    /// <param name="mark">The figure.</param>
    /// <param name="kind">How it is drawn.</param>
    /// <param name="thickness">Height of a bar.</param>
    /// <param name="em">Type size beside it, which arrows are as long as.</param>
    /// <param name="origin">The stored value that lengths start from.</param>
    public static (double Left, double Right) Overhang(ChartMark mark, ChartKind kind, double thickness, double em, double origin = 0)
    {
        if (kind is ChartKind.Box or ChartKind.StackedBar)
            return (DotMarks.Radius(thickness), DotMarks.Radius(thickness));
        var dots = !kind.IsBars();
        var dot = dots ? DotMarks.Radius(thickness) : 0;
        return mark.Qualifier switch
        {
            MarkQualifier.Min => (dot, em + dot),
            MarkQualifier.Max or MarkQualifier.NearBelow when dots || mark.Anchor <= origin => (em + dot, dot),
            _ => (dot, dot),
        };
    }

    /// <summary>An open arrow from <paramref name="from"/>; a negative length in pixels points left.</summary>
    public static IEnumerable<PlotMark> Arrow(double from, double length, MarkPlace place, string color)
    {
        var head = Math.Min(Math.Abs(length) * 0.55, place.Thickness * 0.45) * Math.Sign(length);
        var (width, start) = (place.Stroke * 1.5, new PlotSpot(from, place.Y));
        var end = start with { Right = length };
        yield return new StrokeMark([start, end], color, width);
        yield return new StrokeMark(
            [
                start with
                {
                    Right = length - head,
                    Down = -Math.Abs(head) * 0.8,
                },
                end,
                start with
                {
                    Right = length - head,
                    Down = Math.Abs(head) * 0.8,
                },
            ],
            color,
            width
        );
    }

    /// <summary>A short upright line that closes a bound.</summary>
    public static StrokeMark Cap(double x, MarkPlace place, string color) =>
        new([new(x, place.Top), new(x, place.Bottom)], color, place.Stroke * 2);

    /// <summary>The sign before a missing figure's words: a hollow ring where articles exist, a cross where none does.</summary>
    public static IEnumerable<SceneItem> Missing(MarkPresence presence, double x, double y, double size, Palette palette)
    {
        var radius = size * 0.26;
        if (presence != MarkPresence.NoSource)
            return [new CircleItem(new(x + radius, y), radius, palette.Axis, Fill.None) { Outline = size * 0.09 }];
        return
        [
            new LineItem([new(x, y - radius), new(x + 2 * radius, y + radius)], palette.Axis, size * 0.1),
            new LineItem([new(x, y + radius), new(x + 2 * radius, y - radius)], palette.Axis, size * 0.1),
        ];
    }

    /// <summary>Width of that sign with the space after it.</summary>
    public static double MissingWidth(double size) => size * 0.9;
}

/// <summary>Bars from zero. What a text leaves open is drawn open: outlines, arrows and dashes instead of a closed bar.</summary>
internal static class BarMarks
{
    public static IEnumerable<PlotMark> Paint(ChartMark mark, MarkPlace place, Palette palette)
    {
        var color = MarkShapes.Color(mark, palette);
        return mark.Qualifier switch
        {
            MarkQualifier.Min => AtLeast(mark, place, color, palette),
            MarkQualifier.Max => AtMost(mark, place, color),
            MarkQualifier.Range when mark is { Low: not null, High: not null } => Interval(mark, place, color),
            MarkQualifier.Approx => [Dashed(mark, place, color, palette)],
            MarkQualifier.NearBelow => [Dashed(mark, place, color, palette), MarkShapes.Cap(place.At, place, color)],
            _ when mark.Status == MarkStatus.Normal => [new BarMark(place.Zero, End(place), place.Y, place.Thickness, color)],
            _ => [Area(mark, place, color, color) with { Outline = place.Stroke * 1.5 }],
        };
    }

    /// <summary>A written zero keeps a sliver, so that it is not mistaken for a missing figure.</summary>
    private static double End(MarkPlace place) => place.End(place.Zero, place.At, place.Stroke * 1.5);

    private static AreaMark Area(ChartMark mark, MarkPlace place, string color, string fill) =>
        new(
            new(place.Zero, place.Top),
            new(End(place), place.Bottom),
            mark.Status == MarkStatus.Normal ? fill : color,
            MarkShapes.FillOf(mark, Fill.Solid)
        )
        {
            OutlineColor = color,
        };

    private static AreaMark Dashed(ChartMark mark, MarkPlace place, string color, Palette palette) =>
        Area(mark, place, color, palette.Pale) with
        {
            Outline = place.Stroke * 1.5,
            Dashed = true,
        };

    /// <summary>A positive lower bound is certain up to its bound, then open; any other is only an arrow from its bound.</summary>
    private static IEnumerable<PlotMark> AtLeast(ChartMark mark, MarkPlace place, string color, Palette palette)
    {
        var arrow = MarkShapes.Arrow(place.At, place.Arrow, place, color);
        if (place.At <= place.Zero)
            return [MarkShapes.Cap(place.At, place, color), .. arrow];
        return
        [
            Area(mark, place, color, palette.Pale),
            new StrokeMark(
                [new(place.At, place.Top), new(place.Zero, place.Top), new(place.Zero, place.Bottom), new(place.At, place.Bottom)],
                color,
                place.Stroke * 1.5
            ),
            .. arrow,
        ];
    }

    /// <summary>An upper bound is an empty box up to a closed end, with an arrow that points back.</summary>
    private static IEnumerable<PlotMark> AtMost(ChartMark mark, MarkPlace place, string color)
    {
        var length = place.Arrow;
        var arrow = MarkShapes.Arrow(place.At, -length, place, color);
        if (place.At <= place.Zero)
            return [MarkShapes.Cap(place.At, place, color), .. arrow];
        var area = Area(mark, place, color, color);
        area = area with { Fill = MarkShapes.FillOf(mark, Fill.None), Outline = place.Stroke * 1.5, Dashed = true };
        return [area, MarkShapes.Cap(place.At, place, color), .. (place.At - place.Zero) * place.PerUnit > length * 1.3 ? arrow : []];
    }

    /// <summary>A slimmer bar between two caps, tied to zero by a dashed line.</summary>
    private static IEnumerable<PlotMark> Interval(ChartMark mark, MarkPlace place, string color)
    {
        var near = place.Low > place.Zero ? place.Low : Math.Min(place.High, place.Zero);
        var (end, slim) = (place.End(place.Low, place.High, place.Stroke), place with { Thickness = place.Thickness * 0.56 });
        if (Math.Abs(near - place.Zero) * place.PerUnit > place.Stroke)
            yield return new StrokeMark([new(place.Zero, place.Y), new(near, place.Y)], color, place.Stroke) { Dashed = true };
        if (mark.Status == MarkStatus.Normal)
            yield return new BarMark(place.Low, end, place.Y, slim.Thickness, color);
        else
            yield return new AreaMark(new(place.Low, slim.Top), new(end, slim.Bottom), color, MarkShapes.FillOf(mark, Fill.Solid));
        yield return MarkShapes.Cap(place.Low, place, color);
        yield return MarkShapes.Cap(place.High, place, color);
    }
}

/// <summary>Dots with intervals, tied to their label by a quiet line.</summary>
internal static class DotMarks
{
    public static double Radius(double thickness) => thickness * 0.34;

    /// <summary>The stem of a lollipop, from its origin to its dot, dashed where the figure is not exact.</summary>
    public static StrokeMark Stem(ChartMark mark, MarkPlace place, Palette palette) =>
        new([new(place.Zero, place.Y), new(place.At, place.Y)], MarkShapes.Color(mark, palette), place.Stroke * 2)
        {
            Dashed = mark.Qualifier != MarkQualifier.Exact,
        };

    public static IEnumerable<PlotMark> Paint(ChartMark mark, MarkPlace place, Palette palette)
    {
        var (color, radius) = (MarkShapes.Color(mark, palette), Radius(place.Thickness));
        var slim = place with { Thickness = place.Thickness * 0.6 };
        if (mark is { Qualifier: MarkQualifier.Range, Low: not null, High: not null })
            return [Whisker(slim, color)];
        var fill = MarkShapes.FillOf(mark, mark.Qualifier == MarkQualifier.Exact ? Fill.Solid : Fill.None);
        var dot = new PointMark(new(place.At, place.Y), radius, 0, color, fill, fill == Fill.Solid ? 0 : place.Stroke * 1.8);
        var length = radius + place.Arrow;
        return mark.Qualifier switch
        {
            MarkQualifier.Min => [.. HalfWhisker(place.Low, place, slim, color), .. MarkShapes.Arrow(place.At, length, place, color), dot],
            MarkQualifier.Max or MarkQualifier.NearBelow =>
            [
                .. HalfWhisker(place.High, place, slim, color),
                .. MarkShapes.Arrow(place.At, -length, place, color),
                dot,
            ],
            _ when (place.High - place.Low) * place.PerUnit > radius * 0.2 => [Whisker(slim, color), dot],
            _ => [dot],
        };
    }

    /// <summary>The closed end of an interval that is open on the other side.</summary>
    private static IEnumerable<PlotMark> HalfWhisker(double end, MarkPlace place, MarkPlace slim, string color) =>
        Math.Abs(end - place.At) * place.PerUnit <= Radius(place.Thickness) * 0.2
            ? []
            : [new StrokeMark([new(end, place.Y), new(place.At, place.Y)], color, place.Stroke * 2), MarkShapes.Cap(end, slim, color)];

    private static WhiskerMark Whisker(MarkPlace slim, string color) =>
        new(new(slim.Low, slim.Y), new(slim.High, slim.Y), slim.Thickness / 2, color, slim.Stroke * 2);
}
