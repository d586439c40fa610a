using Analytics.Charts;
using Analytics.Engine.Queries;
using Analytics.Figures;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;
using Analytics.Tui.App;
using Analytics.Tui.Charts;
using Analytics.Tui.Editor;
using Analytics.Tui.Evidence;
using Analytics.Tui.Results;

namespace Analytics.Tui.Tests;

/// <summary>The parts that can be wrong by themselves: colours, marks, bars, offsets, carets.</summary>
public class PartTests
{
    [Fact]
    public void Colours_of_a_text_over_several_lines_fall_on_each_line()
    {
        var colours = SqlColours.Of(TextBuffer.Of("a /* x\ny */ 'z\n' b"));
        colours.Line(0).ShouldHaveSingleItem().Start.ShouldBe(2);
        colours.Line(1).Count.ShouldBe(2);
        colours.Line(2).ShouldHaveSingleItem().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("共12人，其中2人", "共12人，其中2人", "2", 7)]
    [InlineData("占比 95.55％。", "占比95.55%", "95.55", 3)]
    [InlineData("前文，开展 2 次。", "开展2次", "2", 6)]
    public void The_figure_is_found_in_its_sentence_as_a_number_of_its_own(string sentence, string quote, string value, int at)
    {
        var spans = QuoteMarks.Of(Observation(sentence, quote, value));
        spans.Count.ShouldBe(2);
        spans[1].Start.ShouldBe(at);
        spans[1].Length.ShouldBe(value.Length);
    }

    [Fact]
    public void A_figure_that_is_not_in_the_sentence_marks_nothing() =>
        QuoteMarks.Of(Observation("没有数字。", "别处", "3")).ShouldBeEmpty();

    [Fact]
    public void Offsets_of_anchors_count_code_points()
    {
        var article = ArticleText.Of(Observation("", "", ""), "😀一\r\n二𠀀三四\n五", [(5, 7), (8, 10)], [(1, 1)]);
        article.Lines.ShouldBe(["😀一", "二𠀀三四", "五"]);
        article.Marks.ShouldBe([new ArticleMark(1, 1, 3), new ArticleMark(2, 0, 1)]);
        article.OwnLines.ShouldBe([0]);
    }

    [Fact]
    public void Bars_are_as_long_as_their_figures_to_the_eighth_of_a_cell()
    {
        Bars(new ChartMark("a", 16), new ChartMark("b", 8), new ChartMark("c", 1), new ChartMark("d", 0))
            .ShouldBe(["████████████████", "████████", "█", "▏"]);
        Bars(new ChartMark("a", 128), new ChartMark("b", 67)).ShouldBe(["████████████████", "████████▍"]);
    }

    [Fact]
    public void Open_bounds_are_drawn_open() =>
        Bars(
                new ChartMark("a", 16),
                ChartMark.AtLeast("b", 8),
                new ChartMark("c", 8) { High = 8, Qualifier = MarkQualifier.Max },
                ChartMark.Between("d", 4, 8),
                new ChartMark("e", 4) { Qualifier = MarkQualifier.Approx },
                ChartMark.NotSeen("f")
            )
            .ShouldBe(["████████████████", "████████→", "░░░░░░░░▏", "┄┄┄┄████▏", "▒▒▒▒", ""]);

    [Fact]
    public void Negative_figures_reach_to_the_left_of_zero() =>
        Bars(new ChartMark("a", 8), new ChartMark("b", -8)).ShouldBe(["        ████████", "████████"]);

    [Fact]
    public void A_chart_line_is_never_wider_than_its_panel()
    {
        var spec = new ChartSpec
        {
            Title = "标题很长很长的一张图，看它如何折行",
            Marks =
            [
                ChartMark.AtLeast("印江土家族苗族自治县", 120000) with
                {
                    Label = "≥12万元（含）",
                    Sources = [1],
                },
                ChartMark.NoSource("江口县"),
            ],
            Sources = [new ChartSource(1, "文章标题", "印江土家族苗族自治县", "日期原文件未载")],
        };
        foreach (var width in new[] { 20, 34, 54, 100 })
        {
            foreach (var line in ChartLines.Of(spec, width, Texts.Of(Language.Zh, ConsoleKeys.Map), AmbiguousWidth.One))
                CellText.Width(line.Text).ShouldBeLessThanOrEqualTo(width, line.Text);
        }
    }

    [Theory]
    [InlineData("SELECT x", 7, "       ^")]
    [InlineData("SELECT 铜仁, x", 11, "             ^")]
    [InlineData("SELECT 1,\n  x", 12, "  ^")]
    public void The_caret_stands_under_the_place(string sql, int position, string caret)
    {
        var lines = FailurePanel.Lines(new FailedState(new SqlRequest(sql), Localized.Same("wrong"), position, 0), Language.En, 80);
        lines[^1].Text.ShouldBe("    " + caret);
    }

    [Fact]
    public void The_place_in_a_long_line_is_brought_into_view()
    {
        var sql = "SELECT " + string.Join(", ", Enumerable.Range(0, 60).Select(i => $"列{i}")) + " FROM t";
        var lines = FailurePanel.Lines(
            new FailedState(new SqlRequest(sql), Localized.Same("wrong"), sql.IndexOf("列55", StringComparison.Ordinal), 0),
            Language.En,
            50
        );
        var at = CellText.IndexAt(lines[^2].Text, lines[^1].Text.Length - 1);
        lines[^2].Text[at..].ShouldStartWith("列55");
    }

    [Theory]
    [InlineData(ParameterType.Integer, "1.5", "12")]
    [InlineData(ParameterType.Number, "x", "36.37")]
    [InlineData(ParameterType.Number, "0.12345678901234567890123456789", "0.1234567890123456789012345678")]
    [InlineData(ParameterType.Date, "2025-13-01", "2025-07-01")]
    [InlineData(ParameterType.Text, "", "a")]
    public void A_wrong_value_is_said_at_its_field_and_a_right_one_bound(ParameterType type, string wrong, string right)
    {
        var parameter = new QueryParameter("p", type, null, Required: true, null, new Localized("参", "parameter"), 1);
        var query = new QueryFile("t/q", "q.sql", new("题", "T"), new("述", "S"), [parameter], null, [], "SELECT $p");
        var form = ParameterForm.Of(query, Texts.Of(Language.En, ConsoleKeys.Map), 1);
        var bad = Fill(form, wrong).Checked(Texts.Of(Language.En, ConsoleKeys.Map));
        bad.HasFaults.ShouldBeTrue();
        bad.Form["p"].Error.ShouldNotBeEmpty();
        var good = Fill(form, right).Checked(Texts.Of(Language.En, ConsoleKeys.Map));
        good.HasFaults.ShouldBeFalse();
        good.Values["p"].ShouldBe(right);

        static ParameterForm Fill(ParameterForm form, string value) =>
            form with
            {
                Form = form.Form.With((TextFormField)form.Form["p"] with { Input = TextField.Of(value) }),
            };
    }

    [Theory]
    [InlineData("b", "b", "")]
    [InlineData("c", null, "“c” is none of the values to choose from")]
    [InlineData("", null, "")]
    public void What_was_typed_before_the_list_came_is_kept_or_refused_at_its_field(string typed, string? kept, string error)
    {
        var parameter = new QueryParameter("p", ParameterType.Text, "SELECT 1", Required: false, null, new Localized("参", "parameter"), 1);
        var query = new QueryFile("t/q", "q.sql", new("题", "T"), new("述", "S"), [parameter], null, [], "SELECT $p");
        var texts = Texts.Of(Language.En, ConsoleKeys.Map);
        var form = ParameterForm.Of(query, texts, 1);
        form = form with { Form = form.Form.With((TextFormField)form.Form["p"] with { Input = TextField.Of(typed) }) };
        form = form.WithChoices(new Dictionary<string, IReadOnlyList<FormChoice>> { ["p"] = [Choice("a"), Choice("b")] }, texts);
        (form.Values["p"], form.Form["p"].Error).ShouldBe((kept, error));
    }

    [Fact]
    public void Sql_made_of_a_canned_query_writes_values_as_literals_and_leaves_texts_alone()
    {
        var parameters = new[] { ("a", ParameterType.Text), ("n", ParameterType.Integer), ("d", ParameterType.Date) }
            .Select(p => new QueryParameter(p.Item1, p.Item2, null, false, null, new Localized("", ""), 1))
            .ToArray();
        var query = new QueryFile(
            "t/q",
            "q.sql",
            new("", ""),
            new("", ""),
            parameters,
            null,
            [],
            "/*--- $a ---*/\nSELECT $a, '$a', $n, $d, $d -- $n"
        );
        PlainSql
            .Of(
                query,
                new Dictionary<string, string?>
                {
                    ["a"] = "it's",
                    ["n"] = "3",
                    ["d"] = null,
                }
            )
            .ShouldBe("SELECT 'it''s', '$a', 3, NULL, NULL -- $n");
    }

    private static string[] Bars(params ChartMark[] marks)
    {
        var scale = ChartScale.Of(new ChartSpec { Title = "t", Marks = marks });
        return [.. marks.Select(m => BarGlyphs.For(AmbiguousWidth.One).Bar(m, scale, 17))];
    }

    private static Observation Observation(string sentence, string quote, string value) =>
        new()
        {
            Id = "id",
            ArticleId = "article",
            Qualifier = "exact",
            Status = "normal",
            Display = value,
            Printed = value,
            PrintedEn = value,
            Unit = "人",
            UnitEn = "people",
            UnitKind = "person",
            PeriodKind = "undated",
            PeriodBasis = "none",
            IndicatorId = "indicator",
            IndicatorZh = "指标",
            IndicatorEn = "Indicator",
            Property = "count",
            PopulationId = "population",
            PopulationZh = "人群",
            PopulationEn = "Population",
            Statistic = "count",
            Accounting = "stock",
            Modality = "reported",
            Scope = "all",
            ComparabilityKey = "key",
            PlaceLevel = "county",
            PlaceZh = "地",
            PlaceEn = "Place",
            CountyId = "county",
            CountyZh = "县",
            CountyEn = "County",
            ValueText = value,
            Article = "文章",
            SourceFile = "source.txt",
            Line = 1,
            Quote = quote,
            Sentence = sentence,
        };

    private static FormChoice Choice(string value) => new(new(value, Localized.Same(value)), []);
}
