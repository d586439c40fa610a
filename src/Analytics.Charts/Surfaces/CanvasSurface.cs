using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a scene on a Skia canvas: the one drawing code of all pictures, whatever becomes of the canvas.</summary>
/// <param name="canvas">Where to draw, in CSS pixels.</param>
/// <param name="scene">What to draw.</param>
/// <param name="faces">Its fonts.</param>
/// <param name="marksDashes">Whether dashed strokes are only marked as such, for SVG, where Skia makes a stroke of each dash.</param>
internal sealed class CanvasSurface(SKCanvas canvas, ChartScene scene, Typefaces faces, bool marksDashes)
{
    /// <summary>
    /// Miter limit of strokes that are marked as dashed; others have Skia's own, 4. It changes nothing: no corner of a dashed stroke is
    /// sharper than a right angle.
    /// </summary>
    public const double DashedMiter = 5;

    private readonly List<TextItem> _texts = [];

    /// <summary>All of it.</summary>
    public static void Draw(SKCanvas canvas, ChartScene scene, Typefaces faces) =>
        new CanvasSurface(canvas, scene, faces, marksDashes: false).DrawAll();

    /// <summary>All of it, with dashed strokes marked; returns the texts in the order of drawing.</summary>
    public static IReadOnlyList<TextItem> DrawForSvg(SKCanvas canvas, ChartScene scene, Typefaces faces)
    {
        var surface = new CanvasSurface(canvas, scene, faces, marksDashes: true);
        surface.DrawAll();
        return surface._texts;
    }

    /// <summary>Length of dashes and of the gaps between them, for a stroke's width.</summary>
    public static (double Dash, double Gap) Dashes(double width) => (width * 3, width * 2.5);

    private void DrawAll()
    {
        canvas.Clear(SKColor.Parse(scene.Background));
        foreach (var item in scene.Items)
            Draw(item);
    }

    /// <summary>Colour of the ground, which hollow shapes show.</summary>
    public string Ground => scene.Background;

    /// <summary>A stroke in ScottPlot's terms.</summary>
    public ScottPlot.LineStyle LineStyle(string color, double width, bool isDashed)
    {
        var (dash, gap) = Dashes(width);
        return new((float)width, ScottPlot.Color.FromHex(color))
        {
            Pattern = isDashed && !marksDashes ? new ScottPlot.LinePattern([(float)dash, (float)gap], 0, "") : ScottPlot.LinePattern.Solid,
            StrokeMiter = isDashed && marksDashes ? (float)DashedMiter : 4,
        };
    }

    /// <summary>One item.</summary>
    public void Draw(SceneItem item)
    {
        switch (item)
        {
            case PlotItem plot:
                HousePlot.Draw(plot, this, canvas);
                break;
            case RectItem rect:
                Rect(rect);
                break;
            case LineItem line:
                Line(line);
                break;
            case CircleItem circle:
                Circle(circle);
                break;
            case PolygonItem polygon:
                Polygon(polygon);
                break;
            case PointsItem points:
                Squares(points);
                break;
            case TextItem text:
                Text(text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item, "unknown scene item");
        }
    }

    private void Rect(RectItem rect)
    {
        var box = SKRect.Create((float)rect.Within.X, (float)rect.Within.Y, (float)rect.Within.Width, (float)rect.Within.Height);
        if (rect.Fill != Fill.None)
            Painted(Paint(rect.Fill == Fill.Solid ? rect.Color : scene.Background), paint => canvas.DrawRect(box, paint));
        Striped(Stripes.Corners(rect.Within), rect.Color, rect.Fill);
        if (rect.Outline > 0)
            Painted(Stroke(rect.OutlineColor, rect.Outline, rect.Dashed), paint => canvas.DrawRect(box, paint));
    }

    private void Line(LineItem line)
    {
        using var path = Path(line.Points, isClosed: false);
        Painted(Stroke(line.Color, line.Width, line.Dashed), paint => canvas.DrawPath(path, paint));
    }

    /// <summary>A hollow shape shows the ground, not what lies behind it.</summary>
    private void Circle(CircleItem circle)
    {
        var (x, y, radius) = ((float)circle.Center.X, (float)circle.Center.Y, (float)circle.Radius);
        Painted(Paint(circle.Fill == Fill.Solid ? circle.Color : scene.Background), paint => canvas.DrawCircle(x, y, radius, paint));
        Striped(Stripes.Corners(circle.Center, circle.Radius), circle.Color, circle.Fill);
        if (circle.Outline > 0)
            Painted(Stroke(circle.Color, circle.Outline, isDashed: false), paint => canvas.DrawCircle(x, y, radius, paint));
    }

    private void Polygon(PolygonItem polygon)
    {
        using var path = Path(polygon.Points, isClosed: true);
        Painted(Paint(polygon.Fill == Fill.Solid ? polygon.Color : scene.Background), paint => canvas.DrawPath(path, paint));
        Striped(polygon.Points, polygon.Color, polygon.Fill);
        if (polygon.Outline > 0)
            Painted(Stroke(polygon.Color, polygon.Outline, isDashed: false), paint => canvas.DrawPath(path, paint));
    }

    private void Striped(IReadOnlyList<Spot> corners, string color, Fill fill)
    {
        if (!fill.IsStriped())
            return;
        using var path = Bands(Stripes.Within(corners, scene.StripePeriod, fill));
        Painted(Paint(Stripes.Paler(color, scene.Background)), paint => canvas.DrawPath(path, paint));
    }

    private void Squares(PointsItem points)
    {
        var paint = Stroke(points.Color, points.Side, isDashed: false);
        paint.StrokeCap = SKStrokeCap.Square;
        paint.IsAntialias = false;
        Painted(paint, p => canvas.DrawPoints(SKPointMode.Points, [.. points.Points.Select(Point)], p));
    }

    /// <summary>Each glyph where it was measured to be, marks that meet half an em nearer, as one run.</summary>
    private void Text(TextItem text)
    {
        if (text.Text.Length == 0)
            return;
        _texts.Add(text);
        using var font = new SKFont(faces.Of(text.Bold), (float)text.Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
        using var run = Run(text, font);
        var (x, y) = ((float)(text.Upright ? text.At.X : text.Box.X), (float)text.At.Y);
        canvas.Save();
        canvas.Translate(x, y);
        if (text.Upright)
            canvas.RotateDegrees(-90);
        Painted(Paint(text.Color), paint => canvas.DrawText(run, 0, 0, paint));
        canvas.Restore();
    }

    private static SKTextBlob Run(TextItem text, SKFont font)
    {
        var glyphs = font.GetGlyphs(text.Text);
        var places = new float[glyphs.Length];
        var ems = 0.0;
        System.Text.Rune? before = null;
        foreach (var (i, rune) in text.Text.EnumerateRunes().Index())
        {
            ems -= before is { } b ? Punctuation.Squeeze(b, rune) : 0;
            places[i] = (float)(ems * text.Size);
            ems += ChartFonts.Of(text.Bold).Advance(rune.Value);
            before = rune;
        }
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(glyphs, font, places, 0);
        return builder.Build()!;
    }

    private static void Painted(SKPaint paint, Action<SKPaint> draw)
    {
        using (paint)
            draw(paint);
    }

    private static SKPaint Paint(string color) => new() { Color = SKColor.Parse(color), IsAntialias = true };

    private SKPaint Stroke(string color, double width, bool isDashed)
    {
        var (dash, gap) = Dashes(width);
        return new()
        {
            Color = SKColor.Parse(color),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = (float)width,
            StrokeMiter = isDashed && marksDashes ? (float)DashedMiter : 4,
            PathEffect = isDashed && !marksDashes ? SKPathEffect.CreateDash([(float)dash, (float)gap], 0) : null,
        };
    }

    private static SKPath Path(IReadOnlyList<Spot> points, bool isClosed)
    {
        using var path = new SKPathBuilder();
        path.AddPoly([.. points.Select(Point)], isClosed);
        return path.Detach();
    }

    private static SKPath Bands(IEnumerable<IReadOnlyList<Spot>> bands)
    {
        using var path = new SKPathBuilder();
        foreach (var band in bands)
            path.AddPoly([.. band.Select(Point)], true);
        return path.Detach();
    }

    private static SKPoint Point(Spot spot) => new((float)spot.X, (float)spot.Y);
}
