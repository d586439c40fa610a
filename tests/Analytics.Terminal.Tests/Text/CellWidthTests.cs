using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Text;

public class CellWidthTests
{
    /// <summary>Samples with the width that current terminals (xterm, kitty, WezTerm, Windows Terminal) and UAX #11 agree on.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("铜仁市", 6)]
    [InlineData("玉屏侗族自治县", 14)]
    [InlineData("，。：《》（）％", 16)]
    [InlineData("　", 2)]
    [InlineData("ｱｲｳ", 3)]
    [InlineData("ｶﾞ", 2)]
    [InlineData("ＡＢＣ", 6)]
    [InlineData("한국어", 6)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("z\u0300\u0316\u0334", 1)]
    [InlineData("か\u3099", 2)]
    [InlineData("👍", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("🏳️‍🌈", 2)]
    [InlineData("🇨🇳", 2)]
    [InlineData("🇨🇳🇺🇸", 4)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("⌚", 2)]
    [InlineData("葛󠄀", 2)]
    [InlineData("𠀀𪚥", 4)]
    [InlineData("עברית", 5)]
    [InlineData("עִברִית", 5)]
    [InlineData("العربية", 7)]
    [InlineData("ไทย", 3)]
    [InlineData("น้ำ", 2)]
    [InlineData("हिन्दी", 5)]
    [InlineData("☰", 2)]
    [InlineData("⚊", 2)]
    [InlineData("“”…①—", 5)]
    [InlineData("┌─┐│", 4)]
    [InlineData("⠋", 1)]
    [InlineData("\u0301", 0)]
    public void Known_samples_have_their_width(string text, int cells) => CellText.Width(text).ShouldBe(cells);

    [Theory]
    [InlineData("“”…①—", 10)]
    [InlineData("≥4万元", 7)]
    [InlineData("┌─┐│", 8)]
    [InlineData("铜仁abc", 7)]
    [InlineData("é", 2)]
    [InlineData("e\u0301", 1)]
    public void Ambiguous_characters_take_two_cells_where_the_terminal_says_so(string text, int cells) =>
        CellText.Width(text, AmbiguousWidth.Two).ShouldBe(cells);

    [Theory]
    [InlineData("a", false)]
    [InlineData("中", false)]
    [InlineData("─", false)]
    [InlineData("e\u0301", false)]
    [InlineData("👍", false)]
    [InlineData("“", true)]
    [InlineData("①", true)]
    [InlineData("❤️", true)]
    [InlineData("👍🏽", true)]
    [InlineData("👩‍🔬", true)]
    [InlineData("🇨🇳", true)]
    [InlineData("1️⃣", true)]
    [InlineData("ｶﾞ", true)]
    public void Clusters_on_which_terminals_disagree_are_known(string cluster, bool disputed)
    {
        var clusters = new List<TextCluster>();
        foreach (var found in CellText.Clusters(cluster))
            clusters.Add(found);
        clusters.ShouldHaveSingleItem().IsDisputed.ShouldBe(disputed);
    }

    [Fact]
    public void Every_code_point_takes_at_most_two_cells_and_the_ideographs_take_two()
    {
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            if (c is >= 0xD800 and <= 0xDFFF)
                continue;
            var text = char.ConvertFromUtf32(c);
            if (!Printable.IsPrintable(text))
                continue;
            var width = CellText.Width(text);
            width.ShouldBeInRange(0, 2, $"U+{c:X4}");
            if (
                c
                is >= 0x4E00
                    and <= 0x9FFF
                    or >= 0x3400
                    and <= 0x4DBF
                    or >= 0x20000
                    and <= 0x2FFFD
                    or >= 0x30000
                    and <= 0x3FFFD
                    or >= 0xAC00
                    and <= 0xD7A3
                    or >= 0xFF01
                    and <= 0xFF60
            )
            {
                width.ShouldBe(2, $"U+{c:X4}");
            }

            if (c is >= 0x20 and <= 0x7E or >= 0x400 and <= 0x482)
                width.ShouldBe(1, $"U+{c:X4}");
        }
    }

    [Fact]
    public void The_table_is_of_a_named_unicode_version() => CellText.UnicodeVersion.ShouldBe("17.0.0");
}
