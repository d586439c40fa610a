using System.Text;

namespace Analytics.Charts;

/// <summary>
/// The two weights that pictures are drawn with, read once: those of Noto Sans SC beside the program, which every built and shipped program
/// has, else those of a Chinese font of the system.
/// </summary>
internal static class ChartFonts
{
    private static readonly Lazy<FontPair> Places = new(() => Bundled ?? SystemFonts.Find(SystemFonts.Folders) ?? throw None());
    private static readonly Lazy<FontFile> Regular = new(() => new FontFile(Places.Value.Regular));
    private static readonly Lazy<FontFile> Bold = new(() => new FontFile(Places.Value.Bold));

    /// <summary>Whether the font is the one that pictures are made for; another gives other line breaks and other bytes.</summary>
    public static bool AreBundled => Bundled is not null;

    /// <summary>The family's name.</summary>
    public static string Family => Regular.Value.Typeface.FamilyName;

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

    private static FontPair? Bundled =>
        new FontPair(Beside("NotoSansSC-Regular.ttf"), Beside("NotoSansSC-Bold.ttf")) is var pair
        && File.Exists(pair.Regular.Path)
        && File.Exists(pair.Bold.Path)
            ? pair
            : null;

    private static FontPlace Beside(string file) => new(Path.Combine(AppContext.BaseDirectory, "fonts", file));

    private static UserException None() =>
        UserException.Failed(
            "找不到中文字体：程序旁的 fonts/ 和本系统中都没有。请安装一种，例如 fonts-noto-cjk（Debian、Ubuntu）或 "
                + "google-noto-sans-cjk-fonts（Fedora）；或安装 Node.js 后重新构建，npm 会带来 Noto Sans SC。",
            "No Chinese font was found, neither in fonts/ beside the program nor on this system. Install one, for example fonts-noto-cjk "
                + "(Debian, Ubuntu) or google-noto-sans-cjk-fonts (Fedora), or install Node.js and build again: npm brings Noto Sans SC."
        );
}

/// <summary>Which characters the font lacks, so that no chart shows empty boxes unnoticed.</summary>
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
