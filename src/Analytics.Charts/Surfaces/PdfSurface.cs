using System.Text;
using static Analytics.Charts.PdfObjects;

namespace Analytics.Charts;

/// <summary>
/// Draws a scene as a one-page PDF: shapes stay vectors, text stays text in the bundled font, of which the glyphs used are
/// embedded. The same scene is the same bytes.
/// </summary>
public static class PdfSurface
{
    /// <summary>CSS pixels are 1/96 inch, points 1/72.</summary>
    private const double PointsPerPixel = 0.75;

    /// <summary>The whole file.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="properties">Names (ASCII letters) and texts of the document's properties; empty texts are left out.</param>
    public static byte[] Draw(ChartScene scene, IReadOnlyList<(string Name, string Text)> properties)
    {
        var (objects, page) = (new PdfObjects(), new Page(scene));
        var content = objects.AddStream(Encoding.ASCII.GetBytes(page.Content()));
        var fonts = string.Concat(page.Fonts.Where(f => f.IsUsed).Select(f => $"{f.Name} {f.AddTo(objects)} 0 R "));
        var pages = objects.Reserve();
        var (width, height) = (N(scene.Width * PointsPerPixel), N(scene.Height * PointsPerPixel));
        var only = objects.Add(
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {width} {height}] "
                + $"/Resources << /Font << {fonts}>> >> /Contents {content} 0 R >>"
        );
        objects.Fill(pages, $"<< /Type /Pages /Kids [{only} 0 R] /Count 1 >>");
        var root = objects.Add(
            $"<< /Type /Catalog /Pages {pages} 0 R /Lang {PdfObjects.Text(scene.Language)} "
                + "/ViewerPreferences << /DisplayDocTitle true >> >>"
        );
        var info = objects.Add(
            $"<< {string.Concat(properties.Where(p => p.Text.Length > 0).Select(p => $"/{p.Name} {PdfObjects.Text(p.Text)} "))}>>"
        );
        return objects.Write(root, info);
    }

    private sealed class Page(ChartScene scene)
    {
        private readonly StringBuilder _operators = new();
        private readonly PdfFont _regular = new(bold: false),
            _bold = new(bold: true);

        public IEnumerable<PdfFont> Fonts => [_regular, _bold];

        /// <summary>All drawing operators, in CSS pixels from the top left corner.</summary>
        public string Content()
        {
            Op($"{N(PointsPerPixel)} 0 0 {N(-PointsPerPixel)} 0 {N(scene.Height * PointsPerPixel)} cm");
            Op($"{Color(scene.Background)} rg 0 0 {scene.Width} {scene.Height} re f");
            foreach (var item in scene.Items)
                Draw(item);
            return _operators.ToString();
        }

        private void Draw(SceneItem item)
        {
            switch (item)
            {
                case RectItem rect:
                    Rect(rect);
                    break;
                case LineItem line:
                    Stroke(Path(line.Points), line.Color, line.Width, line.Dashed);
                    break;
                case CircleItem circle:
                    Closed(
                        Circle(circle.Center, circle.Radius),
                        Stripes.Corners(circle.Center, circle.Radius),
                        circle.Color,
                        circle.Fill,
                        circle.Outline
                    );
                    break;
                case PolygonItem polygon:
                    Closed(Path(polygon.Points) + " h", polygon.Points, polygon.Color, polygon.Fill, polygon.Outline);
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
            var box = rect.Within;
            if (rect.Fill != Fill.None)
                Op($"{Color(rect.Fill == Fill.Solid ? rect.Color : scene.Background)} rg {Path(box)} f");
            if (rect.Outline > 0)
                Stroke(Path(box), rect.OutlineColor, rect.Outline, rect.Dashed);
            if (rect.Fill.IsStriped())
                Striped(Stripes.Corners(box), rect.Color, rect.Fill);
        }

        /// <summary>A hollow shape shows the ground, not what lies behind it.</summary>
        private void Closed(string path, IReadOnlyList<Spot> corners, string color, Fill fill, double outline)
        {
            Op($"{Color(fill == Fill.Solid ? color : scene.Background)} rg {path} f");
            if (outline > 0)
                Stroke(path, color, outline, dashed: false);
            if (fill.IsStriped())
                Striped(corners, color, fill);
        }

        private void Striped(IReadOnlyList<Spot> corners, string color, Fill fill) =>
            Op(
                $"{Color(Stripes.Paler(color, scene.Background))} rg "
                    + $"{string.Join(' ', Stripes.Within(corners, scene.StripePeriod, fill).Select(band => Path(band) + " h"))} f"
            );

        private void Stroke(string path, string color, double width, bool dashed)
        {
            var dash = dashed ? $"[{N(width * 3)} {N(width * 2.5)}] 0 d" : "[] 0 d";
            Op($"{Color(color)} RG {N(width)} w {dash} {path} S");
        }

        private void Squares(PointsItem points)
        {
            Op($"{Color(points.Color)} rg");
            foreach (var part in points.Points.Chunk(500))
            {
                Op(
                    string.Join(
                        ' ',
                        part.Select(p => Path(new Box(p.X - points.Side / 2, p.Y - points.Side / 2, points.Side, points.Side)))
                    ) + " f"
                );
            }
        }

        private void Text(TextItem text)
        {
            var font = text.Bold ? _bold : _regular;
            Op($"BT {Color(text.Color)} rg {font.Name} {N(text.Size)} Tf {Place(text)} Tm {Shown(font, text.Text)} ET");
        }

        /// <summary>A text; marks that meet move together by so many thousandths of the type size (ISO 32000-1, §9.4.3).</summary>
        private static string Shown(PdfFont font, string text) =>
            Punctuation.Pieces(text) is { Count: > 1 } pieces
                ? $"[{string.Join($" {N(Punctuation.Half * 1000)} ", pieces.Select(font.Encode))}] TJ"
                : $"{font.Encode(text)} Tj";

        /// <summary>Where a text begins and which way it runs; letters stand upside down in the flipped page, hence the −1.</summary>
        private static string Place(TextItem text) =>
            text.Upright ? $"0 -1 -1 0 {N(text.At.X)} {N(text.At.Y)}" : $"1 0 0 -1 {N(text.Box.X)} {N(text.At.Y)}";

        private void Op(string text) => _operators.Append(text).Append('\n');

        private static string Path(Box box) => $"{N(box.X)} {N(box.Y)} {N(box.Width)} {N(box.Height)} re";

        private static string Path(IReadOnlyList<Spot> points) =>
            string.Join(' ', points.Select((p, i) => $"{N(p.X)} {N(p.Y)} {(i == 0 ? "m" : "l")}"));

        /// <summary>Four Bézier curves; 0.5523 is the distance of the control points that comes nearest to a circle.</summary>
        private static string Circle(Spot center, double radius)
        {
            var (x, y, r, k) = (center.X, center.Y, radius, radius * 0.5523);
            return $"{N(x + r)} {N(y)} m {Curve(x + r, y + k, x + k, y + r, x, y + r)} {Curve(x - k, y + r, x - r, y + k, x - r, y)} "
                + $"{Curve(x - r, y - k, x - k, y - r, x, y - r)} {Curve(x + k, y - r, x + r, y - k, x + r, y)} h";
        }

        private static string Curve(params ReadOnlySpan<double> numbers)
        {
            var curve = new StringBuilder();
            foreach (var number in numbers)
                curve.Append(N(number)).Append(' ');
            return curve.Append('c').ToString();
        }

        /// <summary><c>#rrggbb</c> as three numbers from 0 to 1.</summary>
        private static string Color(string color) =>
            string.Join(' ', new[] { 1, 3, 5 }.Select(at => N(Convert.ToInt32(color.Substring(at, 2), 16) / 255.0)));
    }
}
