using System.Text;

namespace Analytics.Charts;

/// <summary>
/// One weight of the bundled font as used on a page: text becomes glyph numbers, and the glyphs used are embedded with their characters,
/// so that text can be searched and copied.
/// </summary>
internal sealed class PdfFont(bool bold)
{
    private readonly TrueTypeFont _font = ChartFonts.Of(bold);
    private readonly SortedDictionary<int, int> _characters = [];

    /// <summary>Whether anything was written in this weight.</summary>
    public bool IsUsed => _characters.Count > 0;

    /// <summary>Name of the font among the page's resources.</summary>
    public string Name => bold ? "/B" : "/R";

    /// <summary>A text as a string object of glyph numbers.</summary>
    public string Encode(string text)
    {
        var glyphs = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = _font.Glyph(rune.Value);
            _characters.TryAdd(glyph, rune.Value);
            glyphs.Append($"{glyph:X4}");
        }
        return glyphs.Append('>').ToString();
    }

    /// <summary>Adds the font with its outlines, widths and characters; returns its number.</summary>
    public int AddTo(PdfObjects objects)
    {
        var subset = FontSubset.Of(ChartFonts.PathOf(bold), _characters.Keys);
        var file = objects.AddStream(subset, $"/Length1 {subset.Length} ");
        // Six letters before the name say that the font is a part (ISO 32000-1, §9.6.4).
        var name = bold ? "/AAAAAB+NotoSansSC-Bold" : "/AAAAAA+NotoSansSC-Regular";
        var (rise, drop) = (PdfObjects.N(_font.Ascent * 1000), PdfObjects.N(-_font.Descent * 1000));
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [-1000 -500 3000 1500] /ItalicAngle "
                + $"0 /Ascent {rise} /Descent {drop} /CapHeight 733 /StemV {(bold ? 140 : 80)} /FontFile2 {file} 0 R >>"
        );
        var widths = string.Join(' ', _characters.Select(c => $"{c.Key} [{PdfObjects.N(_font.Advance(c.Value) * 1000)}]"));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDSystemInfo << /Registry (Adobe) /Ordering "
                + $"(Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [{widths}] /CIDToGIDMap /Identity >>"
        );
        var unicode = objects.AddStream(Encoding.ASCII.GetBytes(CharacterMap()));
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
                + $"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
        );
    }

    /// <summary>Which character each glyph stands for (ISO 32000-1, §9.10.3), in the blocks of at most 100 that it demands.</summary>
    private string CharacterMap()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n"
                + "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        );
        foreach (var block in _characters.Chunk(100))
        {
            map.Append(block.Length).Append(" beginbfchar\n");
            foreach (var (glyph, character) in block)
                map.Append($"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(character).ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
