using System.Text;

namespace Analytics.Charts.Tests;

public class TextTests
{
    [ReviewedFontFact]
    public void Widths_come_from_the_font()
    {
        ChartFonts.Width("铜仁", 10).ShouldBe(20, 0.001);
        ChartFonts.Width("，", 10).ShouldBe(10, 0.001);
        ChartFonts.Width("i", 10).ShouldBeLessThan(ChartFonts.Width("m", 10));
        ChartFonts.Width("10", 10).ShouldBe(ChartFonts.Width("57", 10), 0.001, "digits are tabular");
        ChartFonts.Width("Word", 10, bold: true).ShouldBeGreaterThan(ChartFonts.Width("Word", 10));
        ChartFonts.Width("", 10).ShouldBe(0);
    }

    [Theory]
    [InlineData("碧江：“头雁”", 6.5)]
    [InlineData("甲”，乙", 3.5)]
    [InlineData("（推算），碧江", 6.5)]
    [InlineData("甲）。（乙", 4)]
    [InlineData("甲，乙", 3)]
    [InlineData("（“甲", 2.5)]
    public void Full_width_marks_that_meet_stand_closer(string text, double ems)
    {
        ChartFonts.Width(text, 10).ShouldBe(ems * 10, 0.001);
        string.Concat(Punctuation.Pieces(text)).ShouldBe(text);
        LineBreaker.Break(text, 10, bold: false, ems * 10 + 0.01).ShouldBe([text]);
        LineBreaker.Break(text, 10, bold: false, ems * 10 - 0.1).Count.ShouldBe(2);
    }

    [Fact]
    public void Every_word_of_the_charts_has_glyphs()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var words = ChartWords.For(language);
            var phrases = typeof(ChartWords)
                .GetProperties()
                .Where(p => p.PropertyType == typeof(string))
                .Select(p => (string)p.GetValue(words)!);
            GlyphCoverage
                .Missing(string.Concat(phrases) + words.RowsLeftOut(1, 2) + words.RemarksLeftOut(4) + "≥≤<>–−…[]《》")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Names_of_all_counties_have_glyphs() =>
        GlyphCoverage
            .Missing("碧江区万山区松桃苗族自治县玉屏侗族自治县印江土家族苗族自治县沿河土家族自治县江口县石阡县思南县德江县铜仁市蓼皋")
            .ShouldBeEmpty();

    [Fact]
    public void Characters_without_a_glyph_are_named_once_each() =>
        GlyphCoverage.Missing("甲😀乙😀\t𓀀").Select(r => r.ToString()).ShouldBe(["😀", "𓀀"]);

    [Fact]
    public void Coverage_reads_all_texts_of_a_chart() =>
        GlyphCoverage.Missing(Samples.Enrolment with { Notes = ["😀"] }).ShouldBe([new Rune(0x1F600)]);

    [Theory]
    [InlineData("村党组织书记后备人选大专及以上学历占比", 60)]
    [InlineData("Reserve candidates with junior-college education or above", 100)]
    [InlineData("Unbreakablewordthatiswiderthantheline", 50)]
    [InlineData("混排 mixed 文字 with 数字12345.67万元，以及（括号）。", 90)]
    public void Lines_keep_all_text_within_the_width(string text, double width)
    {
        foreach (var balanced in new[] { true, false })
        {
            var lines = LineBreaker.Break(text, 10, bold: false, width, balanced);
            lines.ShouldAllBe(l => ChartFonts.Width(l, 10, false) <= width + 0.001);
            string.Concat(lines).Replace(" ", "").ShouldBe(text.Replace(" ", ""));
        }
    }

    [Fact]
    public void Closing_marks_never_begin_a_line_and_opening_ones_never_end_it()
    {
        for (var width = 30.0; width < 200; width += 7)
        {
            var lines = LineBreaker.Break("甲乙丙，丁（戊己）庚“辛壬”癸。子丑：寅卯《辰巳》午", 10, bold: false, width);
            lines.Any(l => "，）”。：》".Contains(l[0]) || "（“《".Contains(l[^1])).ShouldBeFalse(string.Join('/', lines));
        }
    }

    [Fact]
    public void Balanced_lines_differ_little()
    {
        var lines = LineBreaker.Break(new string('村', 21), 10, bold: false, 200);
        lines.Select(l => l.Length).Order().ShouldBe([10, 11]);
    }

    [Fact]
    public void Text_beyond_the_last_line_ends_in_an_ellipsis()
    {
        var lines = LineBreaker.Break(new string('村', 50), 10, bold: false, 100, count: 2);
        lines.Count.ShouldBe(2);
        lines[1].ShouldEndWith("…");
        ChartFonts.Width(lines[1], 10).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void English_charts_use_quotes_of_latin_width_but_leave_chinese_ones()
    {
        var clean = SpecText.Clean(Samples.English with { Notes = ["It’s ‘so’ as “头雁” says"] });
        clean.Title.ShouldEndWith("\"good\"");
        clean.Notes.ShouldBe(["It's 'so' as “头雁” says"]);
    }

    [Fact]
    public void White_space_and_control_characters_become_single_spaces() =>
        SpecText.Clean(Samples.Enrolment with { Title = " 甲\r\n\t乙\u0000丙 " }).Title.ShouldBe("甲 乙 丙");
}
