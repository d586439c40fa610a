namespace Analytics.Curation.Tests;

public class TextTests
{
    [Theory]
    [InlineData("２０２４年，（a）！", "2024年,(a)!")]
    [InlineData(" 交 易\u3000总\n额\t140余 ", "交易总额140余")]
    [InlineData("“好”《规程》、。—…", "“好”《规程》、。—…")]
    [InlineData("①㎡½ﬁ", "①㎡½ﬁ")]
    [InlineData("", "")]
    public void Normal_form_deletes_white_space_and_folds_full_width_forms_and_nothing_else(string text, string expected) =>
        NormalForm.Of(text).ShouldBe(expected);

    [Fact]
    public void Normal_form_knows_where_each_character_stands_in_the_raw_text()
    {
        const string text = "带 动\n增 收２ 1.4万元";
        var form = NormalForm.Of(text, [(0, text.Length)]);
        for (var i = 0; i < form.Text.Length; i++)
            NormalForm.Of(text[form.Raw(i)].ToString()).ShouldBe(form.Text[i].ToString());
    }

    [Fact]
    public void Code_points_count_a_character_outside_the_bmp_once()
    {
        var source = new SourceText("a", "a𠮷b\n😀c", "");
        source.CodePoint(0).ShouldBe(0);
        source.CodePoint(3).ShouldBe(2);
        source.CodePoint(source.Text.IndexOf('c')).ShouldBe(5);
        source.LineOf(source.Text.IndexOf('c')).ShouldBe(2);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\n\nb", 3)]
    public void A_last_line_end_begins_no_line(string text, int lines) => new SourceText("a", text, "").LineCount.ShouldBe(lines);

    [Theory]
    [InlineData("甲。乙3人。丙。", "3", "乙3人。")]
    [InlineData("甲说：“来3次！”乙走了。", "3", "甲说：“来3次！”")]
    [InlineData("“来3次！”，他说。乙走了。", "3", "“来3次！”，他说。")]
    [InlineData("按“快来！”的3条办。乙。", "3", "按“快来！”的3条办。")]
    [InlineData("优化调整\n\n党组织书记38人。", "38", "优化调整党组织书记38人。")]
    [InlineData("交 易 总 额\n140余万元。", "140", "交易总额140余万元。")]
    [InlineData("思想 and 党的3次会议。", "3", "思想 and 党的3次会议。")]
    [InlineData("送 万福 进万家 3 次。", "3", "送万福 进万家3次。")]
    [InlineData("Hello\nworld 3次。", "3", "Hello world 3次。")]
    [InlineData("共3人", "3", "共3人")]
    public void A_sentence_is_whole_and_free_of_layout(string text, string number, string sentence) =>
        Sentence(text, number).ShouldBe(sentence);

    [Fact]
    public void A_heading_ends_a_sentence_and_a_caption_does_not()
    {
        var source = new SourceText("a", "前文没有句号\n标题\n共3人\n图片说明。\n就业。\n", "");
        var flows = Flows(source, (1, "body"), (2, "heading"), (3, "body"), (4, "caption"), (5, "body"));
        flows.ConvertAll(f => f.Role).ShouldBe(["body", "heading", "caption"]);
        var running = flows[0];
        running.Text.ShouldBe("前文没有句号共3人就业。");
        var at = running.Text.IndexOf('3');
        running.Sentences.Reading(at, at + 1).ShouldBe("共3人就业。");
    }

    [Fact]
    public void A_quote_across_a_caption_has_one_raw_range_for_each_side()
    {
        var source = new SourceText("a", "收入10万元以上，占比\n\n图片说明。\n\n 达 25%。\n", "");
        var flow = Flows(source, (1, "body"), (3, "caption"), (5, "body"))[0];
        var quote = QuoteResolver.Resolve(new ArticleText("x", [flow]), "占比达25%", null).Chosen.ShouldNotBeNull();
        flow.RawRanges(quote.Start, quote.End).Select(r => source.Text[r.Start..r.End]).ShouldBe(["占比", "达 25%"]);
        flow.RawText(quote.Start, quote.End).ShouldBe("占比达 25%");
    }

    [Fact]
    public void Lead_and_body_are_one_flow_but_not_one_sentence()
    {
        var source = new SourceText("a", "导语没有句号\n正文3人。\n", "");
        var flow = Flows(source, (1, "lead"), (2, "body"))[0];
        flow.Text.ShouldBe("导语没有句号正文3人。");
        flow.Sentences.Reading(8, 9).ShouldBe("正文3人。");
    }

    internal static List<Flow> Flows(SourceText source, params (int Line, string Role)[] segments)
    {
        var rows = segments.Select(s => new SegmentRow(
            new CsvRow(CuratedSchemas.Segments, "segments.csv", 1, [source.File, s.Line.ToString(), s.Line.ToString(), "x", s.Role])
        ));
        return [.. new FlowBuilder(source).Build(rows).Single().Flows];
    }

    /// <summary>A whole text as one flow.</summary>
    internal static Flow FlowOf(string text) =>
        new(new SourceText("a", text, ""), "x", "body", NormalForm.Of(text, [(0, text.Length)]), []);

    private static string Sentence(string text, string number)
    {
        var flow = FlowOf(text);
        var at = flow.Text.IndexOf(number, StringComparison.Ordinal);
        return flow.Sentences.Reading(at, at + number.Length);
    }
}
