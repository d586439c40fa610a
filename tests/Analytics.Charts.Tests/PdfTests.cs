using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Charts.Tests;

public partial class PdfTests
{
    [Fact]
    public void The_same_spec_is_the_same_bytes() =>
        ChartFile.Render(Samples.Bounds, ChartFormat.Pdf).ShouldBe(ChartFile.Render(Samples.Bounds, ChartFormat.Pdf));

    [Fact]
    public void The_page_has_the_size_of_the_canvas_at_96_pixels_an_inch() =>
        Text(Samples.Enrolment).ShouldContain("/MediaBox [0 0 1200 675]");

    [Fact]
    public void Every_offset_of_the_table_points_at_its_object()
    {
        var bytes = ChartFile.Render(Samples.Suspect, ChartFormat.Pdf);
        var text = Encoding.Latin1.GetString(bytes);
        var table = int.Parse(StartXref().Match(text).Groups[1].Value);
        var offsets = Entry().Matches(text[table..]).Select(m => int.Parse(m.Groups[1].Value)).ToList();
        offsets.Count.ShouldBeGreaterThan(8);
        foreach (var (i, offset) in offsets.Index())
            text[offset..].ShouldStartWith($"{i + 1} 0 obj\n");
    }

    [Fact]
    public void Text_is_text_that_maps_back_to_its_characters()
    {
        var spec = Samples.Enrolment;
        var streams = Streams(ChartFile.Render(spec, ChartFormat.Pdf));
        var maps = streams
            .Where(s => s.Contains("beginbfchar"))
            .SelectMany(s => Pair().Matches(s))
            .ToLookup(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var shown = Shown()
            .Matches(streams[0])
            .Select(m =>
                string.Concat(
                    m.Groups[1]
                        .Value.Chunk(4)
                        .Select(g => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(maps[new string(g)].First())))
                )
            )
            .ToList();
        shown.ShouldContain(spec.Title);
        shown.ShouldContain("松桃苗族自治县");
        shown.ShouldContain("125人");
    }

    [Fact]
    public void Marks_that_meet_move_together_within_one_text()
    {
        var content = Streams(ChartFile.Render(Samples.Enrolment with { Title = "甲：“乙”（丙）" }, ChartFormat.Pdf))[0];
        Together().Matches(content).ShouldContain(m => m.Value.Split(" 500 ").Length == 3 && m.Value.Count(char.IsAsciiHexDigit) >= 8 * 4);
    }

    [Fact]
    public void Only_the_glyphs_used_are_embedded() =>
        ChartFile.Render(Samples.Enrolment, ChartFormat.Pdf).Length.ShouldBeLessThan(200_000, "two whole weights take 20 MB");

    [Fact]
    public void Every_gallery_picture_becomes_a_page()
    {
        foreach (var spec in Gallery.Kinds.Values)
            Text(spec).ShouldContain("/Type /Page ");
    }

    [Fact]
    public void A_composite_glyph_brings_its_parts()
    {
        var accented = ChartFonts.Of(bold: false).Glyph('é');
        var plain = FontSubset.Of(ChartFonts.PathOf(bold: false), [0]);
        FontSubset.Of(ChartFonts.PathOf(bold: false), [accented]).Length.ShouldBeGreaterThan(plain.Length);
    }

    private static string Text(ChartSpec spec) => Encoding.Latin1.GetString(ChartFile.Render(spec, ChartFormat.Pdf));

    /// <summary>The decompressed streams, as Latin-1.</summary>
    private static List<string> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return
        [
            .. Stream()
                .Matches(text)
                .Select(m =>
                {
                    using var inflate = new ZLibStream(
                        new MemoryStream(pdf, m.Index + m.Length, int.Parse(m.Groups[1].Value)),
                        CompressionMode.Decompress
                    );
                    using var all = new MemoryStream();
                    inflate.CopyTo(all);
                    return Encoding.Latin1.GetString(all.ToArray());
                }),
        ];
    }

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex Pair();

    [GeneratedRegex(@"<([0-9A-F]+)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\[(<[0-9A-F]+>( 500 )?)+\] TJ")]
    private static partial Regex Together();

    [GeneratedRegex(@"<< /Length (\d+) /Filter /FlateDecode [^\n]*>>\nstream\n")]
    private static partial Regex Stream();
}
