namespace Analytics.Charts;

/// <summary>
/// The slanting bands that fill a doubtful mark, as shapes of their own: a pattern is a bitmap to Skia, which SVG loses.
/// </summary>
internal static class Stripes
{
    /// <summary>Width of a band as a part of the distance from band to band.</summary>
    private const double Share = 0.26;

    /// <summary>Corners that stand for a circle.</summary>
    private const int CircleCorners = 36;

    /// <summary>The bands within a shape, each a polygon.</summary>
    /// <param name="shape">Corners in order.</param>
    /// <param name="period">From band to band, across them.</param>
    /// <param name="fill">Which way they slant.</param>
    public static IEnumerable<IReadOnlyList<Spot>> Within(IReadOnlyList<Spot> shape, double period, Fill fill) =>
        fill == Fill.Stripes ? Rising(shape, period) : Rising(Mirrored(shape), period).Select(Mirrored);

    /// <summary>The colour of the bands: paler than the outline, so that doubt does not outshine the other marks.</summary>
    public static string Paler(string color, string ground) => ColorContrast.Mix(color, ground, 0.25);

    private static IReadOnlyList<Spot> Mirrored(IReadOnlyList<Spot> shape) => [.. shape.Select(p => new Spot(-p.X, p.Y))];

    private static IEnumerable<IReadOnlyList<Spot>> Rising(IReadOnlyList<Spot> shape, double period)
    {
        // A band holds the points whose x + y lies between two numbers.
        var step = period * Math.Sqrt(2);
        var (first, last) = (shape.Min(Along), shape.Max(Along));
        for (var from = Math.Floor(first / step) * step; from < last; from += step)
        {
            var band = Cut(Cut(shape, from, 1), from + step * Share, -1);
            if (band.Count > 2)
                yield return band;
        }
    }

    public static IReadOnlyList<Spot> Corners(Box box) =>
        [new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom)];

    public static IReadOnlyList<Spot> Corners(Spot center, double radius) =>
        [
            .. Enumerable
                .Range(0, CircleCorners)
                .Select(i => Math.Tau * i / CircleCorners)
                .Select(turn => new Spot(center.X + radius * Math.Cos(turn), center.Y + radius * Math.Sin(turn))),
        ];

    /// <summary>What of a polygon lies on one side of a line (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).</summary>
    /// <param name="shape">Corners in order.</param>
    /// <param name="at">The x + y of the line.</param>
    /// <param name="side">1 keeps what lies beyond it, -1 what lies before.</param>
    private static List<Spot> Cut(IReadOnlyList<Spot> shape, double at, int side)
    {
        var kept = new List<Spot>(shape.Count + 2);
        for (var i = 0; i < shape.Count; i++)
        {
            var (from, to) = (shape[i], shape[(i + 1) % shape.Count]);
            var (before, after) = ((Along(from) - at) * side, (Along(to) - at) * side);
            if (before >= 0)
                kept.Add(from);
            if (before * after >= 0)
                continue;
            var part = before / (before - after);
            kept.Add(new(from.X + (to.X - from.X) * part, from.Y + (to.Y - from.Y) * part));
        }
        return kept;
    }

    private static double Along(Spot spot) => spot.X + spot.Y;
}
