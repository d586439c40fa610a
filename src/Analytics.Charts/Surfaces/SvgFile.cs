using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>
/// A scene as SVG 1.1: shapes as Skia writes them on a canvas, tidied, and each text whole, at one position. Numbers have at most two
/// decimals, lines end in LF, the same scene is the same bytes. Browsers are told to leave full-width marks as wide as they were measured.
/// </summary>
internal static partial class SvgFile
{
    /// <summary>The whole document, in UTF-8 without a byte order mark.</summary>
    public static byte[] Of(ChartScene scene)
    {
        using var drawn = new MemoryStream();
        IReadOnlyList<TextItem> texts;
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(scene.Width, scene.Height), drawn))
            texts = CanvasSurface.DrawForSvg(canvas, scene, Typefaces.Whole);
        drawn.Position = 0;
        return Encoding.UTF8.GetBytes(Tidied(drawn, scene, texts));
    }

    /// <summary>
    /// Skia writes the characters of glyphs, one position each: it knows no text. So the elements of texts, which come in the order of
    /// drawing, give way to the texts themselves.
    /// </summary>
    private static string Tidied(Stream drawn, ChartScene scene, IReadOnlyList<TextItem> texts)
    {
        var svg = new StringBuilder(16_384);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{scene.Width}\" "
                + $"height=\"{scene.Height}\" viewBox=\"0 0 {scene.Width} {scene.Height}\" "
                + $"xml:lang=\"{scene.Language}\" font-family=\"{ChartFonts.Family}, "
                + $"sans-serif\" role=\"img\" style=\"text-spacing-trim:space-all\">\n"
        );
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(scene.Title)}</title>\n<desc>{Escape(scene.Description)}</desc>\n");
        using var reader = XmlReader.Create(drawn);
        using var text = texts.GetEnumerator();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Name == "svg" || reader.GetAttribute("d") == "")
                continue;
            if (reader.Name == "text" && text.MoveNext())
                Text(svg, text.Current);
            else
                Shape(svg, reader);
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void Shape(StringBuilder svg, XmlReader reader)
    {
        var isCircle = reader.Name == "ellipse" && Rounded(reader.GetAttribute("rx")!) == Rounded(reader.GetAttribute("ry")!);
        svg.Append('<').Append(isCircle ? "circle" : reader.Name);
        while (reader.MoveToNextAttribute())
        {
            switch (reader.Name)
            {
                case "ry" when isCircle:
                    break;
                case "rx" when isCircle:
                    Attribute(svg, "r", reader.Value);
                    break;
                case "stroke-miterlimit":
                    if (reader.Value == N(CanvasSurface.DashedMiter))
                        Attribute(svg, "stroke-dasharray", Dashes(reader.GetAttribute("stroke-width") ?? "1"));
                    break;
                default:
                    Attribute(svg, reader.Name, reader.Value);
                    break;
            }
        }
        reader.MoveToElement();
        svg.Append("/>\n");
    }

    private static void Attribute(StringBuilder svg, string name, string value) =>
        svg.Append(' ').Append(name).Append("=\"").Append(value.StartsWith('#') ? value.ToLowerInvariant() : Rounded(value)).Append('"');

    private static string Dashes(string width)
    {
        var (dash, gap) = CanvasSurface.Dashes(Parsed(width));
        return $"{N(dash)} {N(gap)}";
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

    /// <summary>The text; after a full-width mark the next one moves back, in a span: not all viewers know lists of distances.</summary>
    private static string Squeezed(TextItem text)
    {
        var pieces = Punctuation.Pieces(text.Text);
        return Escape(pieces[0])
            + string.Concat(pieces.Skip(1).Select(p => $"<tspan dx=\"{N(-Punctuation.Half * text.Size)}\">{Escape(p)}</tspan>"));
    }

    private static string Rounded(string numbers) => Number().Replace(numbers, m => N(Parsed(m.Value)));

    private static double Parsed(string number) => double.Parse(number, CultureInfo.InvariantCulture);

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

    [GeneratedRegex(@"-?\d+\.\d+(e[-+]?\d+)?|-?\d+e[-+]?\d+")]
    private static partial Regex Number();
}
