using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets;

public class FormAndWindowTests
{
    private static readonly Form Sample = Form.Of(
        new PickFormField(
            "county",
            "县",
            [new(null, "（全部）"), new("碧江区", "碧江区"), new("玉屏侗族自治县", "玉屏侗族自治县"), new("江口县", "江口县")],
            0
        ),
        new TextFormField("limit", "行数", TextField.Of("十"), "不限") { Error = "要一个整数" },
        new ToggleFormField("exact", "只要准数", false)
    );

    [Fact]
    public void A_form_is_edited_field_by_field()
    {
        var form = Run(Sample, "> Tab Back 2 0 Tab ␠");
        form["county"].Value.ShouldBe("碧江区");
        form["limit"].Value.ShouldBe("20");
        form["limit"].Error.ShouldBe("");
        form["exact"].Value.ShouldBe("true");
        Run(form, "Tab").Focus.ShouldBe(0);
    }

    [Fact]
    public void A_pick_list_opens_filtered_by_what_is_typed_and_closes_with_the_choice()
    {
        var open = Run(Sample, "县 v");
        open.IsListOpen.ShouldBeTrue();
        var form = Run(open, "Enter");
        form.IsListOpen.ShouldBeFalse();
        form["county"].Value.ShouldBe("江口县");
        Run(open, "Esc")["county"].Value.ShouldBe("");
        Run(Sample, "无 Enter")["county"].Value.ShouldBe("");
    }

    [Fact]
    public void A_press_focuses_a_field_opens_a_list_and_chooses_in_it()
    {
        var form = Sample.Press(new FieldEvent(1, 0));
        (form.Focus, ((TextFormField)form.Focused!).Input.Cursor).ShouldBe((1, 0));
        var open = form.Press(new FieldEvent(0, null)).Press(new FieldEvent(0, null));
        open.IsListOpen.ShouldBeTrue();
        open.Press(new PickEvent(2))["county"].Value.ShouldBe("玉屏侗族自治县");
        open.Press(new PickEvent(9)).IsListOpen.ShouldBeFalse();
        open.Press(new FieldEvent(2, null)).IsListOpen.ShouldBeFalse();
        form.Press(new FieldEvent(2, null)).Press(new FieldEvent(2, null))["exact"].Value.ShouldBe("true");
    }

    [Fact]
    public void An_unknown_field_is_an_error_that_names_those_there_are() =>
        Should.Throw<ArgumentException>(() => Sample["none"]).Message.ShouldContain("county, limit, exact");

    [Fact]
    public void Help_lists_the_keys_of_the_contexts_in_one_column()
    {
        var map = new KeyMap([
            KeyBinding.Of("grid", "evidence", "Enter", "看原文句子", "Source sentence"),
            KeyBinding.Of("grid", "next", "n F3", "下一处", "Next match"),
            KeyBinding.Of("app", "quit", "Ctrl+Q", "退出", "Quit"),
            KeyBinding.Of("app", "hidden", "", "只在面板", "Palette only"),
        ]);
        var canvas = new CellCanvas(30, 6);
        var lines = HelpPanel
            .Of(map, Language.Zh, ("grid", "表格"), ("app", "全局"))
            .Shown(30, AmbiguousWidth.One, Style.Default.With(TextAttributes.Bold), Style.Of(Color.Basic(6)));
        StyledLines.Draw(canvas, lines, 0);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "help.txt");
    }

    [Fact]
    public void Bars_tabs_and_progress_fit_their_row()
    {
        var canvas = new CellCanvas(30, 5);
        StatusBar.Draw(
            canvas.Region(new(0, 0, 30, 1)),
            "共 128 行；另有很长的说明文字在此",
            "第 1 行",
            Style.Default.With(TextAttributes.Reverse)
        );
        StatusBar.DrawKeys(
            canvas.Region(new(0, 1, 30, 1)),
            [("F5", "运行"), ("Ctrl+S", "保存"), ("F1", "帮助"), ("F10", "退出程序")],
            default,
            Style.Of(Color.Basic(6))
        );
        var tabs = new Tabs(["查询", "文章", "图表", "说明与来源"], 3);
        tabs.Draw(canvas.Region(new(0, 2, 30, 1)), Style.Default.With(TextAttributes.Dim), Style.Default.With(TextAttributes.Bold));
        new Tabs(["查询", "文章"], 0).Draw(canvas.Region(new(0, 3, 30, 1)), default, Style.Default.With(TextAttributes.Bold));
        Progress.DrawBar(canvas.Region(new(0, 4, 30, 1)), 0.5, Style.Of(Color.Basic(2)), Style.Default.With(TextAttributes.Dim));
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "bars.txt");
    }

    [Fact]
    public void A_tab_is_found_under_the_pointer()
    {
        var canvas = new CellCanvas(30, 1);
        var tabs = new Tabs(["查询", "文章"], 0);
        tabs.TabAt(0, canvas).ShouldBe(0);
        tabs.TabAt(5, canvas).ShouldBe(0);
        tabs.TabAt(6, canvas).ShouldBeNull();
        tabs.TabAt(7, canvas).ShouldBe(1);
        tabs.Previous().Active.ShouldBe(1);
    }

    [Theory]
    [InlineData(AmbiguousWidth.One)]
    [InlineData(AmbiguousWidth.Two)]
    public void Every_widget_can_be_drawn_on_every_small_canvas(AmbiguousWidth ambiguous)
    {
        for (var width = 0; width < 12; width++)
        {
            for (var height = 0; height < 6; height++)
            {
                var canvas = new CellCanvas(width, height, ambiguous);
                TextEditor.Of("SELECT 县\n“”").MoveTo(new(1, 2)).Draw(canvas, EditorStyles.Plain, hasFocus: true);
                TextField.Of("铜仁").Draw(canvas, InputStyles.Plain, hasFocus: true);
                Grid.Of(3, [new("县", 6), new("值", 4)]).MoveTo(2, 1).Draw(canvas, (_, _) => new("“值”"), GridStyles.Plain, hasFocus: true);
                ListView.Of(9).Select(8).Draw(canvas, i => new($"第{i}", "细"), ListStyles.Plain, hasFocus: true, "第");
                new Tabs(["查询", "文章"], 1).Draw(canvas, default, default);
                StatusBar.Draw(canvas, "左边", "右边", default);
                canvas.Box(canvas.Bounds, default, "题目");
                Progress.DrawBar(canvas, double.NaN, default, default);
            }
        }
    }

    private static Form Run(Form form, string keys)
    {
        foreach (var key in Press.All(keys))
            form = form.Handle(key).ShouldNotBeNull($"key {key}");
        return form;
    }
}
