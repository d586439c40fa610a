namespace Analytics.Charts;

/// <summary>An upright rectangle in CSS pixels, from its top left corner.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The same rectangle elsewhere.</summary>
    public Box Moved(double dx, double dy) => this with { X = X + dx, Y = Y + dy };

    /// <summary>Whether two boxes share more than <paramref name="slack"/> of width and height.</summary>
    public bool Overlaps(Box other, double slack = 0) =>
        Math.Min(Right, other.Right) - Math.Max(X, other.X) > slack && Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y) > slack;

    /// <summary>The rectangle with so much more on each side; less where <paramref name="by"/> is negative.</summary>
    public Box Grown(double by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    /// <summary>The point in it that is nearest to <paramref name="spot"/>.</summary>
    public Spot Nearest(Spot spot) => new(Math.Clamp(spot.X, X, Right), Math.Clamp(spot.Y, Y, Bottom));

    /// <summary>Whether a straight line passes through the inside (Liang and Barsky, ACM TOG 3, 1984).</summary>
    public bool Meets(Spot from, Spot to)
    {
        var (enter, leave) = (0.0, 1.0);
        return Clip(from.X, to.X - from.X, X, Right) && Clip(from.Y, to.Y - from.Y, Y, Bottom);

        bool Clip(double at, double by, double low, double high)
        {
            if (by == 0)
                return at > low && at < high;
            var (first, second) = ((low - at) / by, (high - at) / by);
            (enter, leave) = (Math.Max(enter, Math.Min(first, second)), Math.Min(leave, Math.Max(first, second)));
            return enter < leave;
        }
    }

    /// <summary>Whether <paramref name="other"/> lies inside, give or take <paramref name="slack"/>.</summary>
    public bool Holds(Box other, double slack = 0) =>
        other.X >= X - slack && other.Y >= Y - slack && other.Right <= Right + slack && other.Bottom <= Bottom + slack;
}

/// <summary>A point in CSS pixels.</summary>
public readonly record struct Spot(double X, double Y)
{
    /// <summary>The same point elsewhere.</summary>
    public Spot Moved(double dx, double dy) => new(X + dx, Y + dy);
}

/// <summary>How an area is filled.</summary>
public enum Fill
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With one colour.</summary>
    Solid,

    /// <summary>With stripes of the colour on the ground that rise to the right: a suspect figure, told apart without colour.</summary>
    Stripes,

    /// <summary>With stripes that fall to the right: a figure that can be read in two ways.</summary>
    BackStripes,
}

/// <summary>What surfaces ask of a fill.</summary>
public static class Fills
{
    /// <summary>Whether it has stripes.</summary>
    public static bool IsStriped(this Fill fill) => fill is Fill.Stripes or Fill.BackStripes;
}

/// <summary>Which end of a text stands at its X.</summary>
public enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>One thing to draw, in absolute CSS pixels. Colours are <c>#rrggbb</c>.</summary>
public abstract record SceneItem
{
    /// <summary>The same item elsewhere.</summary>
    public abstract SceneItem Moved(double dx, double dy);
}

/// <summary>A rectangle with an optional outline of its colour, drawn inside its box.</summary>
public sealed record RectItem(Box Box, string Color, Fill Fill = Fill.Solid) : SceneItem
{
    /// <summary>Width of the outline, 0 for none.</summary>
    public double Outline { get; init; }

    /// <summary>Colour of the outline.</summary>
    public string OutlineColor { get; init; } = Color;

    /// <summary>Where the outline runs: its outer edge is that of the box.</summary>
    public Box Within => new(Box.X + Outline / 2, Box.Y + Outline / 2, Math.Max(0, Box.Width - Outline), Math.Max(0, Box.Height - Outline));

    /// <summary>Whether the outline is dashed.</summary>
    public bool Dashed { get; init; }

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { Box = Box.Moved(dx, dy) };
}

/// <summary>What a stroke is for. Surfaces draw all alike; the layout keeps ties and references off texts.</summary>
public enum LineRole
{
    /// <summary>A mark, an axis, a rule.</summary>
    Plain,

    /// <summary>A named value across the plot.</summary>
    Reference,

    /// <summary>It ties a text to its mark.</summary>
    Tie,
}

/// <summary>A stroke through points.</summary>
public sealed record LineItem(IReadOnlyList<Spot> Points, string Color, double Width) : SceneItem
{
    /// <summary>Whether the stroke is dashed.</summary>
    public bool Dashed { get; init; }

    /// <summary>What it is for.</summary>
    public LineRole Role { get; init; }

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { Points = [.. Points.Select(p => p.Moved(dx, dy))] };
}

/// <summary>A circle; hollow when <paramref name="Fill"/> is none.</summary>
public sealed record CircleItem(Spot Center, double Radius, string Color, Fill Fill = Fill.Solid) : SceneItem
{
    /// <summary>Width of the outline of the same colour, 0 for none.</summary>
    public double Outline { get; init; }

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { Center = Center.Moved(dx, dy) };
}

/// <summary>A closed shape of straight sides; hollow when <paramref name="Fill"/> is none, which surfaces fill with the ground.</summary>
public sealed record PolygonItem(IReadOnlyList<Spot> Points, string Color, Fill Fill = Fill.Solid) : SceneItem
{
    /// <summary>Width of the outline of the same colour, 0 for none.</summary>
    public double Outline { get; init; }

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { Points = [.. Points.Select(p => p.Moved(dx, dy))] };
}

/// <summary>Very many equal small squares around points, for what would be too much as single circles.</summary>
public sealed record PointsItem(IReadOnlyList<Spot> Points, double Side, string Color) : SceneItem
{
    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { Points = [.. Points.Select(p => p.Moved(dx, dy))] };
}

/// <summary>One line of text, measured with the bundled font.</summary>
/// <param name="Text">A single line; it is never broken here.</param>
/// <param name="At">Where the anchor stands on the baseline.</param>
/// <param name="Size">Size of the type in pixels of the scene.</param>
/// <param name="Color">Colour of the letters, as SVG writes it.</param>
public sealed record TextItem(string Text, Spot At, double Size, string Color) : SceneItem
{
    /// <summary>Weight 700 rather than 400.</summary>
    public bool Bold { get; init; }

    /// <summary>Which end stands at <see cref="At"/>.</summary>
    public TextAnchor Anchor { get; init; }

    /// <summary>Whether it runs from <see cref="At"/> upwards, turned to the left by a right angle; its anchor is then its start.</summary>
    public bool Upright { get; init; }

    /// <inheritdoc/>
    public override SceneItem Moved(double dx, double dy) => this with { At = At.Moved(dx, dy) };

    /// <summary>Measured width.</summary>
    public double Width => ChartFonts.Width(Text, Size, Bold);

    /// <summary>The box that the letters need: from the top of Chinese characters to the foot of descenders (0.88 em and 0.2 em).</summary>
    public Box Box
    {
        get
        {
            var width = Width;
            if (Upright)
                return new Box(At.X - TextMetrics.Rise * Size, At.Y - width, (TextMetrics.Rise + TextMetrics.Drop) * Size, width);
            var left = Anchor switch
            {
                TextAnchor.Start => At.X,
                TextAnchor.Middle => At.X - width / 2,
                _ => At.X - width,
            };
            return new Box(left, At.Y - TextMetrics.Rise * Size, width, (TextMetrics.Rise + TextMetrics.Drop) * Size);
        }
    }
}

/// <summary>Vertical measures of Noto Sans SC in em, as its glyphs use them (its line metrics are much wider).</summary>
internal static class TextMetrics
{
    /// <summary>From the baseline to the top of a Chinese character.</summary>
    public const double Rise = 0.88;

    /// <summary>From the baseline to the foot of a descender.</summary>
    public const double Drop = 0.2;

    /// <summary>From baseline to baseline within one text.</summary>
    public const double Leading = 1.32;

    /// <summary>Height of n lines of text.</summary>
    public static double Height(int lines, double size) => lines == 0 ? 0 : (lines - 1) * Leading * size + (Rise + Drop) * size;
}

/// <summary>What plots are made of, for whoever looks at single shapes.</summary>
internal static class Flattening
{
    public static IEnumerable<SceneItem> Flat(this IEnumerable<SceneItem> items) =>
        items.SelectMany(i => i is PlotItem plot ? plot.Claims : [i]);
}

/// <summary>Items laid out from the corner (0, 0), to be moved into place.</summary>
internal sealed record Block(double Height, IReadOnlyList<SceneItem> Items)
{
    public static readonly Block Empty = new(0, []);

    public IEnumerable<SceneItem> At(double x, double y) => Items.Select(i => i.Moved(x, y));
}

/// <summary>
/// A chart laid out: what stands where, independent of the file that it is drawn for.
/// </summary>
public sealed record ChartScene
{
    /// <summary>Width in CSS pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in CSS pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Colour of the ground.</summary>
    public required string Background { get; init; }

    /// <summary>Distance from stripe to stripe in striped areas, in CSS pixels.</summary>
    public required double StripePeriod { get; init; }

    /// <summary>What to draw, from back to front.</summary>
    public required IReadOnlyList<SceneItem> Items { get; init; }

    /// <summary>The same with plots taken apart into what each part of them covers.</summary>
    public IEnumerable<SceneItem> Flat => Items.Flat();

    /// <summary>The headline, whole even where the picture has no room for all of it.</summary>
    public required string Title { get; init; }

    /// <summary>The chart in words.</summary>
    public required string Description { get; init; }

    /// <summary>BCP 47 tag of the language of the text.</summary>
    public required string Language { get; init; }

    /// <summary>Rows that had no room; the picture says so too.</summary>
    public int RowsLeftOut { get; init; }
}
