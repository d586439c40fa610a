using System.Globalization;
using System.Text;

namespace Analytics.Charts;

/// <summary>
/// Writes a scene as SVG 1.1: text stays text, numbers have at most two decimals, lines end in LF. The same scene is the
/// same bytes on every machine. Browsers are told to leave full-width marks as wide as they were measured.
/// </summary>
public static class SvgSurface
{
    /// <summary>The whole document.</summary>
    public static string Draw(ChartScene scene)
    {
        var svg = new StringBuilder(16_384);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{scene.Width}\" "
                + $"height=\"{scene.Height}\" viewBox=\"0 0 {scene.Width} {scene.Height}\" "
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"xml:lang=\"{scene.Language}\" font-family=\"{ChartFonts.Family}, "
                + $"sans-serif\" role=\"img\" style=\"text-spacing-trim:space-all\">\n"
        );
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(scene.Title)}</title>\n<desc>{Escape(scene.Description)}</desc>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect width=\"{scene.Width}\" height=\"{scene.Height}\" fill=\"{scene.Background}\"/>\n"
        );
        foreach (var item in scene.Items)
            Item(svg, item, scene);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Item(StringBuilder svg, SceneItem item, ChartScene scene)
    {
        switch (item)
        {
            case RectItem rect:
                Rect(svg, rect, scene);
                break;
            case LineItem line:
                Line(svg, line);
                break;
            case CircleItem circle:
                Circle(svg, circle, scene);
                break;
            case PolygonItem polygon:
                Polygon(svg, polygon, scene);
                break;
            case PointsItem points:
                Points(svg, points);
                break;
            case TextItem text:
                Text(svg, text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item, "unknown scene item");
        }
    }

    private static void Rect(StringBuilder svg, RectItem rect, ChartScene scene)
    {
        var box = rect.Within;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\""
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $" fill=\"{Paint(rect.Fill, rect.Color, rect.Fill.IsStriped() ? scene.Background : "none")}\""
        );
        if (rect.Outline > 0)
            Stroke(svg, rect.OutlineColor, rect.Outline, rect.Dashed);
        svg.Append("/>\n");
        if (rect.Fill.IsStriped())
            Striped(svg, Stripes.Corners(box), rect.Color, rect.Fill, scene);
    }

    private static void Line(StringBuilder svg, LineItem line)
    {
        var points = string.Join(' ', line.Points.Select(p => $"{N(p.X)},{N(p.Y)}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\"");
        Stroke(svg, line.Color, line.Width, line.Dashed);
        svg.Append("/>\n");
    }

    private static void Circle(StringBuilder svg, CircleItem circle, ChartScene scene)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{N(circle.Center.X)}\" cy=\"{N(circle.Center.Y)}\" "
                + $"r=\"{N(circle.Radius)}\" fill=\"{Paint(circle.Fill, circle.Color, scene.Background)}\""
        );
        if (circle.Outline > 0)
            Stroke(svg, circle.Color, circle.Outline, dashed: false);
        svg.Append("/>\n");
        if (circle.Fill.IsStriped())
            Striped(svg, Stripes.Corners(circle.Center, circle.Radius), circle.Color, circle.Fill, scene);
    }

    private static void Polygon(StringBuilder svg, PolygonItem polygon, ChartScene scene)
    {
        var points = string.Join(' ', polygon.Points.Select(p => $"{N(p.X)},{N(p.Y)}"));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<polygon points=\"{points}\" fill=\"{Paint(polygon.Fill, polygon.Color, scene.Background)}\""
        );
        if (polygon.Outline > 0)
            Stroke(svg, polygon.Color, polygon.Outline, dashed: false);
        svg.Append("/>\n");
        if (polygon.Fill.IsStriped())
            Striped(svg, polygon.Points, polygon.Color, polygon.Fill, scene);
    }

    /// <summary>The bands of a doubtful mark, over its shape in the colour of the ground.</summary>
    private static void Striped(StringBuilder svg, IReadOnlyList<Spot> corners, string color, Fill fill, ChartScene scene)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{Stripes.Paler(color, scene.Background)}\" d=\"");
        foreach (var band in Stripes.Within(corners, scene.StripePeriod, fill))
            svg.Append('M').AppendJoin('L', band.Select(p => $"{N(p.X)} {N(p.Y)}")).Append('z');
        svg.Append("\"/>\n");
    }

    /// <summary>Points to a path: few enough that a rasteriser does not slow down, many enough that the file stays small.</summary>
    private const int PointsInPath = 500;

    private static void Points(StringBuilder svg, PointsItem points)
    {
        var (half, side) = (points.Side / 2, N(points.Side));
        foreach (var part in points.Points.Chunk(PointsInPath))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{points.Color}\" d=\"");
            foreach (var point in part)
                svg.Append(CultureInfo.InvariantCulture, $"M{N(point.X - half)} {N(point.Y - half)}h{side}v{side}h-{side}z");
            svg.Append("\"/>\n");
        }
    }

    private static void Text(StringBuilder svg, TextItem text)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{N(text.At.X)}\" y=\"{N(text.At.Y)}\" font-size=\"{N(text.Size)}\" fill=\"{text.Color}\""
        );
        if (text.Bold)
            svg.Append(" font-weight=\"700\"");
        if (text.Anchor != TextAnchor.Start)
            svg.Append(text.Anchor == TextAnchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (text.Upright)
            svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate(-90 {N(text.At.X)} {N(text.At.Y)})\"");
        svg.Append(CultureInfo.InvariantCulture, $">{Squeezed(text)}</text>\n");
    }

    /// <summary>
    /// The text; after a full-width mark the next one moves back, in a span of its own, since librsvg knows no lists of distances.
    /// </summary>
    private static string Squeezed(TextItem text)
    {
        var pieces = Punctuation.Pieces(text.Text);
        return Escape(pieces[0])
            + string.Concat(pieces.Skip(1).Select(p => $"<tspan dx=\"{N(-Punctuation.Half * text.Size)}\">{Escape(p)}</tspan>"));
    }

    private static void Stroke(StringBuilder svg, string color, double width, bool dashed)
    {
        svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{color}\" stroke-width=\"{N(width)}\"");
        if (dashed)
            svg.Append(CultureInfo.InvariantCulture, $" stroke-dasharray=\"{N(width * 3)} {N(width * 2.5)}\"");
    }

    private static string Paint(Fill fill, string color, string other) => fill == Fill.Solid ? color : other;

    /// <summary>At most two decimals; never an exponent, never minus zero.</summary>
    private static string N(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Escapes for XML and drops what XML 1.0 cannot carry: control characters and lone surrogates.</summary>
    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(
                rune.Value switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    0xFFFD or 0xFFFE or 0xFFFF => "",
                    < 0x20 or (>= 0x7F and <= 0x9F) => "",
                    _ => rune.ToString(),
                }
            );
        }

        return safe.ToString();
    }
}
