using System.Text;

namespace Analytics.Charts;

/// <summary>The two bundled weights of Noto Sans SC, read once. Never another font.</summary>
internal static class ChartFonts
{
    public const string Family = "Noto Sans SC";

    private static readonly Lazy<FontFile> Regular = new(() => new FontFile(PlaceOf(bold: false)));
    private static readonly Lazy<FontFile> Bold = new(() => new FontFile(PlaceOf(bold: true)));

    public static FontFile Of(bool bold) => (bold ? Bold : Regular).Value;

    /// <summary>Width of one line in the unit of <paramref name="size"/>.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var font = Of(bold);
        var ems = 0.0;
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            ems += font.Advance(rune.Value) - (before is { } b ? Punctuation.Squeeze(b, rune) : 0);
            before = rune;
        }
        return ems * size;
    }

    /// <summary>Where a weight is looked for: beside the program.</summary>
    private static FontPlace PlaceOf(bool bold) =>
        new(Path.Combine(AppContext.BaseDirectory, "fonts", bold ? "NotoSansSC-Bold.ttf" : "NotoSansSC-Regular.ttf"));
}

/// <summary>Which characters the bundled font lacks, so that no chart shows empty boxes unnoticed.</summary>
public static class GlyphCoverage
{
    /// <summary>
    /// The characters of <paramref name="text"/> that the font has no glyph for, each once, in order of appearance; white space and
    /// control characters do not count.
    /// </summary>
    public static IReadOnlyList<Rune> Missing(string text)
    {
        var missing = new List<Rune>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune) && ChartFonts.Of(bold: false).Glyph(rune.Value) == 0 && !missing.Contains(rune))
                missing.Add(rune);
        }

        return missing;
    }

    /// <summary>The characters of all texts of a chart that the font lacks.</summary>
    public static IReadOnlyList<Rune> Missing(ChartSpec spec) => Missing(string.Concat(Texts(spec)));

    private static IEnumerable<string> Texts(ChartSpec spec) =>
        [
            spec.Title,
            spec.Subtitle,
            spec.Unit.Text,
            spec.XTitle,
            spec.YTitle,
            spec.Coverage,
            .. spec.References.Select(r => r.Label),
            .. spec.Annotations.Select(a => a.Text),
            .. spec.Caveats,
            .. spec.Notes,
            .. spec.Marks.SelectMany(m => new[] { m.Category, m.Series, m.Panel, m.Label ?? "", m.Detail ?? "" }),
            .. spec.Sources.SelectMany(s => new[] { s.Article, s.County, s.DateBasis }),
        ];

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
}
