using Analytics.Terminal.Text;

namespace Analytics.Terminal.Tests.Text;

public class CellTextTests
{
    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("松桃苗族自治县", 8, "松桃苗…")]
    [InlineData("松桃苗族自治县", 9, "松桃苗族…")]
    [InlineData("松桃", 1, "…")]
    [InlineData("松桃", 0, "")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    public void Truncation_counts_cells_and_never_splits_a_cluster(string text, int cells, string expected) =>
        CellText.Truncate(text, cells).ShouldBe(expected);

    [Fact]
    public void An_ellipsis_that_does_not_fit_is_left_out() => CellText.Truncate("abcdef", 2, "...").ShouldBe("ab");

    [Fact]
    public void An_ellipsis_of_ambiguous_width_is_measured_as_the_terminal_shows_it() =>
        CellText.Truncate("abcdef", 4, "…", AmbiguousWidth.Two).ShouldBe("ab…");

    [Theory]
    [InlineData(TextAlignment.Left, "铜仁   ")]
    [InlineData(TextAlignment.Right, "   铜仁")]
    [InlineData(TextAlignment.Center, " 铜仁  ")]
    public void Padding_fills_up_to_the_cells(TextAlignment alignment, string expected) =>
        CellText.Pad("铜仁", 7, alignment).ShouldBe(expected);

    [Fact]
    public void A_fitted_text_takes_exactly_its_cells_even_when_a_wide_character_is_cut_in_half() =>
        CellText.Width(CellText.Fit("铜仁市碧江区", 6)).ShouldBe(6);

    [Theory]
    [InlineData("a\u001b[31mb", "a␛[31mb")]
    [InlineData("line\nnext\r\ttab", "line␊next␍␉tab")]
    [InlineData("\0\u007f", "␀␡")]
    [InlineData("x\u009by", @"x\u009By")]
    [InlineData("evil\u202Etxt", @"evil\u202Etxt")]
    [InlineData("\uFEFFbom\u200B", @"\uFEFFbom\u200B")]
    [InlineData("👨‍👩‍👧❤️", "👨‍👩‍👧❤️")]
    public void Unprintable_characters_are_shown(string text, string expected) => Printable.Of(text).ShouldBe(expected);

    [Fact]
    public void Lone_surrogates_become_the_replacement_character() => Printable.Of("a\uD83Db").ShouldBe("a\uFFFDb");

    [Fact]
    public void Printable_text_is_not_copied()
    {
        const string text = "思南县 👍 abc";
        Printable.Of(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void What_is_measured_is_what_is_shown() => CellText.Width("a\u001bb\u202E").ShouldBe(CellText.Width(@"a␛b\u202E"));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(9, 3)]
    public void A_cell_is_mapped_to_the_character_that_covers_it(int column, int index) =>
        CellText.IndexAt("中a文", column).ShouldBe(index);

    [Fact]
    public void Columns_and_indexes_are_inverse_at_cluster_boundaries()
    {
        const string text = "a铜\t👨‍👩‍👧e\u0301\u202Eb";
        foreach (var cluster in CellText.Clusters(text))
            CellText.IndexAt(text, CellText.ColumnOf(text, cluster.Start)).ShouldBe(cluster.Start);
    }

    [Fact]
    public void Chinese_wraps_anywhere_but_before_closing_and_after_opening_punctuation()
    {
        CellText
            .Wrap("全市村党组织书记后备力量（含大专）共有若干人。", 12)
            .ShouldBe(["全市村党组织", "书记后备力量", "（含大专）共", "有若干人。"]);
        CellText.Wrap("人数为四十五。好", 12).ShouldBe(["人数为四十", "五。好"]);
        CellText.Wrap("据报道《铜仁日", 8).ShouldBe(["据报道", "《铜仁日"]);
    }

    [Fact]
    public void Words_stay_whole_where_they_fit()
    {
        CellText.Wrap("the quick brown fox", 10).ShouldBe(["the quick", "brown fox"]);
        CellText.Wrap("see well-known words", 9).ShouldBe(["see well-", "known", "words"]);
        CellText.Wrap("共1033.12万元", 9).ShouldBe(["共1033.12", "万元"]);
    }

    [Fact]
    public void Too_long_words_are_cut_and_line_ends_and_empty_lines_stay()
    {
        CellText.Wrap("abcdefghij", 4).ShouldBe(["abcd", "efgh", "ij"]);
        CellText.Wrap("a\n\r\nb\n", 4).ShouldBe(["a", "", "b", ""]);
        CellText.Wrap("", 4).ShouldBe([""]);
    }

    [ForAnyChoices(500)]
    public void Wrapping_any_text_loses_only_blanks_and_never_exceeds_the_width(Choices random)
    {
        var cells = random.Next(2, 20);
        var text = Samples.Text(random, 60).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var lines = CellText.Wrap(text, cells);
        lines.ShouldAllBe(line => CellText.Width(line) <= cells);
        Squeeze(string.Concat(lines)).ShouldBe(Squeeze(Printable.Of(text)));
    }

    private static string Squeeze(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
}
