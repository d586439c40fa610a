using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Analytics.Charts;

/// <summary>Draws a scene as a one-page PDF: shapes stay vectors, text stays text in the bundled font, embedded in part.</summary>
public static class PdfSurface
{
    /// <summary>CSS pixels are 1/96 inch, points 1/72.</summary>
    private const double PointsPerPixel = 0.75;

    private static readonly Lock Gate = new();

    /// <summary>The whole document.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="subject">A line for the document's properties: sources and the fixed sentence.</param>
    /// <param name="keywords">The batch command that makes the chart again; may be empty.</param>
    public static byte[] Draw(ChartScene scene, string subject, string keywords)
    {
        // PDFsharp keeps fonts in static caches.
        lock (Gate)
        {
            GlobalFontSettings.FontResolver ??= new BundledFonts();
            using var document = new PdfDocument();
            Describe(document, scene, subject, keywords);
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(scene.Width * PointsPerPixel), XUnit.FromPoint(scene.Height * PointsPerPixel));
            using (var graphics = XGraphics.FromPdfPage(page)) new Pen(graphics, scene).DrawAll();
            using var bytes = new MemoryStream();
            document.Save(bytes, closeStream: false);
            return bytes.ToArray();
        }
    }

    /// <summary>Properties; the dates are fixed, so that they say nothing of when the picture was made.</summary>
    private static void Describe(PdfDocument document, ChartScene scene, string subject, string keywords)
    {
        (document.Info.Title, document.Info.Subject, document.Info.Keywords) = (scene.Title, subject, keywords);
        document.Info.CreationDate = document.Info.ModificationDate = DateTime.UnixEpoch;
        document.Language = scene.Language;
    }

    /// <summary>The two weights under the family's name.</summary>
    private sealed class BundledFonts : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "bold" : "regular");

        public byte[] GetFont(string faceName) => File.ReadAllBytes(ChartFonts.PathOf(faceName == "bold"));
    }

    private sealed class Pen(XGraphics graphics, ChartScene scene)
    {
        private readonly Dictionary<(bool, double), XFont> _fonts = [];

        public void DrawAll()
        {
            graphics.ScaleTransform(PointsPerPixel);
            graphics.DrawRectangle(Brush(scene.Background), 0, 0, scene.Width, scene.Height);
            foreach (var item in scene.Items) Draw(item);
        }

        private void Draw(SceneItem item)
        {
            switch (item)
            {
                case RectItem rect: Rect(rect); break;
                case LineItem line: graphics.DrawLines(Stroke(line.Color, line.Width, line.Dashed), Points(line.Points)); break;
                case CircleItem circle: Circle(circle); break;
                case PolygonItem polygon: Closed(polygon.Color, polygon.Fill, polygon.Outline, path => path.AddPolygon(Points(polygon.Points))); break;
                case PointsItem points: Squares(points); break;
                case TextItem text: Text(text); break;
                default: throw new ArgumentOutOfRangeException(nameof(item), item, "unknown scene item");
            }
        }

        private void Rect(RectItem rect)
        {
            var inset = rect.Outline / 2;
            var box = new XRect(rect.Box.X + inset, rect.Box.Y + inset, Math.Max(0, rect.Box.Width - rect.Outline), Math.Max(0, rect.Box.Height - rect.Outline));
            if (rect.Fill == Fill.Solid) graphics.DrawRectangle(Brush(rect.Color), box);
            if (rect.Fill == Fill.Stripes) Striped(rect.Color, new Box(box.X, box.Y, box.Width, box.Height), path => path.AddRectangle(box));
            if (rect.Outline > 0) graphics.DrawRectangle(Stroke(rect.OutlineColor, rect.Outline, rect.Dashed), box);
        }

        private void Circle(CircleItem circle)
        {
            var (r, c) = (circle.Radius, circle.Center);
            Closed(circle.Color, circle.Fill, circle.Outline, path => path.AddEllipse(c.X - r, c.Y - r, 2 * r, 2 * r));
        }

        /// <summary>A hollow shape shows the ground, not what lies behind it.</summary>
        private void Closed(string color, Fill fill, double outline, Action<XGraphicsPath> shape)
        {
            var path = new XGraphicsPath();
            shape(path);
            if (fill == Fill.Stripes) Striped(color, new Box(0, 0, scene.Width, scene.Height), shape);
            else graphics.DrawPath(Brush(fill == Fill.Solid ? color : scene.Background), path);
            if (outline > 0) graphics.DrawPath(Stroke(color, outline, dashed: false), path);
        }

        /// <summary>Slanting lines clipped to a shape, with the period and share of the SVG pattern.</summary>
        private void Striped(string color, Box around, Action<XGraphicsPath> shape)
        {
            var (path, state) = (new XGraphicsPath(), graphics.Save());
            shape(path);
            graphics.IntersectClip(path);
            graphics.DrawRectangle(Brush(scene.Background), around.X, around.Y, around.Width, around.Height);
            var pen = Stroke(color, scene.StripePeriod * 0.44, dashed: false);
            var step = scene.StripePeriod * Math.Sqrt(2);
            var first = Math.Floor((around.X - around.Bottom) / step) * step;
            for (var x = first; x < around.Right - around.Y; x += step) graphics.DrawLine(pen, x + around.Y, around.Y, x + around.Bottom, around.Bottom);
            graphics.Restore(state);
        }

        private void Squares(PointsItem points)
        {
            var brush = Brush(points.Color);
            foreach (var part in points.Points.Chunk(500))
                graphics.DrawRectangles(brush, [.. part.Select(p => new XRect(p.X - points.Side / 2, p.Y - points.Side / 2, points.Side, points.Side))]);
        }

        private void Text(TextItem text)
        {
            var font = Font(text.Bold, text.Size);
            var left = text.Anchor switch { TextAnchor.Start => text.At.X, TextAnchor.Middle => text.At.X - text.Width / 2, _ => text.At.X - text.Width };
            graphics.DrawString(text.Text, font, Brush(text.Color), left, text.At.Y, XStringFormats.BaseLineLeft);
        }

        private XFont Font(bool bold, double size)
        {
            if (!_fonts.TryGetValue((bold, size), out var font))
                _fonts[(bold, size)] = font = new XFont(ChartFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
            return font;
        }

        private static XPen Stroke(string color, double width, bool dashed)
        {
            var pen = new XPen(Color(color), width) { LineJoin = XLineJoin.Miter, LineCap = XLineCap.Flat };
            if (dashed) pen.DashPattern = [3, 2.5];
            return pen;
        }

        private static XSolidBrush Brush(string color) => new(Color(color));

        private static XColor Color(string color) => XColor.FromArgb(unchecked((int)(0xFF000000 | Convert.ToUInt32(color[1..], 16))));

        private static XPoint[] Points(IReadOnlyList<Spot> spots) => [.. spots.Select(s => new XPoint(s.X, s.Y))];
    }
}
