using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The two weights that a picture is drawn with: whole where pixels are drawn, cut where the file carries its fonts.</summary>
internal sealed record Typefaces(SKTypeface Regular, SKTypeface Bold)
{
    public static Typefaces Whole => new(ChartFonts.Of(bold: false).Typeface, ChartFonts.Of(bold: true).Typeface);

    /// <summary>Cut to the characters of a scene.</summary>
    public static Typefaces Of(ChartScene scene)
    {
        return new(Part(bold: false), Part(bold: true));

        SKTypeface Part(bool bold) =>
            ChartFonts
                .Of(bold)
                .Part(
                    scene
                        .Flat.OfType<TextItem>()
                        .Where(t => t.Bold == bold)
                        .SelectMany(t => t.Text.EnumerateRunes())
                        .Select(r => r.Value)
                        .Append(' ')
                );
    }

    public SKTypeface Of(bool bold) => bold ? Bold : Regular;
}
