using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Runtime;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Host;

/// <summary>Windows that a program describes, as Terminal.Gui shows them and tells of the mouse in them.</summary>
public class WindowTests
{
    private static readonly WindowStyles Styles = new(
        default,
        Style.Of(Color.Basic(6)),
        Style.Default.With(TextAttributes.Bold),
        default,
        Style.Default.With(TextAttributes.Bold),
        Style.Default.With(TextAttributes.Reverse),
        Style.Of(Color.Basic(1)),
        InputStyles.Plain with
        {
            Text = Style.Default.With(TextAttributes.Underline),
        },
        ListStyles.Plain
    );

    private static readonly Form Fields = Form.Of(
        new PickFormField("county", "县", [new(null, "（全部）"), new("a", "碧江区"), new("b", "玉屏侗族自治县")], 0),
        new TextFormField("limit", "行数", TextField.Of("十"), "不限") { Error = "要一个整数" },
        new ToggleFormField("exact", "只要_准数", false)
    );

    [Fact]
    public void A_question_has_a_frame_a_wrapped_message_and_buttons() =>
        Golden.ShouldMatch(
            Dump(
                Window("覆盖文件？", TextPart.Of("文件 report.png 已经存在。覆盖它，还是换一个名字保存“报告”？")) with
                {
                    Buttons = ["覆盖(_R)", "取消(_C)"],
                    Button = 1,
                }
            ),
            "question.txt"
        );

    [Fact]
    public void A_form_has_its_fields_errors_and_the_list_that_drops_down()
    {
        Golden.ShouldMatch(Dump(Window("选项", new FormPart(Fields))), "form.txt");
        var open = Fields.Handle(new KeyEvent(Key.Enter)).ShouldNotBeNull();
        Golden.ShouldMatch(Dump(Window("选项", new FormPart(open))), "form with open list.txt");
    }

    [Fact]
    public void Rows_lines_and_a_field_share_a_window_that_is_too_low_for_all()
    {
        var rows = new RowsPart(ListView.Of(30).Select(20), i => new($"第{i}行_铜仁", $"{i}")) { Search = "铜" };
        Golden.ShouldMatch(
            Dump(Window("a_b 很长的题目很长的题目很长的题目", new FieldPart("名：", TextField.Of("铜仁")), new RulePart(), rows)),
            "rows.txt"
        );
    }

    [Fact]
    public void What_the_mouse_does_is_told_by_what_it_does_it_to()
    {
        Told(
                Window("题", new FieldPart("名：", TextField.Of("铜仁")), new RowsPart(ListView.Of(30), i => new($"{i}"))) with
                {
                    Buttons = ["_OK", "_Cancel"],
                },
                "仁",
                "3",
                "Cancel",
                "▼"
            )
            .ShouldBe([new FieldEvent(0, 1), new RowEvent(3, 1), new ButtonEvent(1), new ScrollEvent(1, 7)]);
        Told(Window("题", new FormPart(Fields)), "只", "☐", "（全").ShouldBe([new FieldEvent(2, null), new FieldEvent(0, null)]);
        var open = Fields.Handle(new KeyEvent(Key.Enter)).ShouldNotBeNull();
        Told(Window("题", new FormPart(open)), "玉屏").ShouldBe([new PickEvent(2)]);
    }

    [Theory]
    [InlineData(AmbiguousWidth.One)]
    [InlineData(AmbiguousWidth.Two)]
    public void Windows_are_aligned_on_every_screen_however_small(AmbiguousWidth ambiguous)
    {
        for (var width = 1; width < 40; width += 3)
        {
            for (var height = 1; height < 14; height += 3)
            {
                var room = new CellRect(0, 0, width, height);
                foreach (
                    var window in new[]
                    {
                        Window("题“目”", TextPart.Of("文件…")) with
                        {
                            Buttons = ["好(_O)", "不(_N)"],
                            Button = 0,
                            Room = room,
                        },
                        Window("题“目”", new FormPart(Fields)) with
                        {
                            Room = room,
                        },
                        Window(
                            "题",
                            new FieldPart("名“：", TextField.Of("“铜仁”")),
                            new RowsPart(ListView.Of(9), i => new("“①”", "…"))
                        ) with
                        {
                            Room = room,
                        },
                    }
                )
                {
                    AssertAligned(Shown(window, width, height, ambiguous));
                }
            }
        }
    }

    private static ProgramDialog Window(string title, params WindowPart[] parts) =>
        new(title, [.. parts], Styles) { Room = new(0, 0, 44, 12), Width = 34 };

    private static string Dump(ProgramWindow window) => CanvasDump.TextAndStyles(Shown(window, 44, 13, AmbiguousWidth.One));

    private static CellCanvas Shown(ProgramWindow window, int width, int height, AmbiguousWidth ambiguous)
    {
        using var run = Run(window, new(width, height), ambiguous);
        return run.Frame();
    }

    /// <summary>What is told of clicks on texts, one after another.</summary>
    private static List<InputEvent> Told(ProgramWindow window, params string[] texts)
    {
        using var run = Run(window, new(44, 13), AmbiguousWidth.One);
        foreach (var text in texts)
        {
            var lines = CanvasDump.Text(run.Frame()).Split('\n');
            var y = Array.FindLastIndex(lines, l => l.Contains(text, StringComparison.Ordinal));
            var x = CellText.Width(lines[y][..lines[y].LastIndexOf(text, StringComparison.Ordinal)]);
            run.Send(
                new MouseEvent(MouseAction.Press, MouseButton.Left, x, y),
                new MouseEvent(MouseAction.Release, MouseButton.Left, x, y)
            );
        }
        return [.. run.State.OfType<WindowEvent>()];
    }

    private static HeadlessRun<IReadOnlyList<InputEvent>, InputEvent, string> Run(
        ProgramWindow window,
        CellSize size,
        AmbiguousWidth ambiguous
    ) =>
        new(
            new()
            {
                Start = _ => new([], []),
                Update = (state, input) => new([.. state, input], []),
                Draw = (_, canvas) =>
                {
                    for (var y = 0; y < canvas.Height; y++)
                        canvas.Write(0, y, new string('文', canvas.Width / 2));
                },
                FromInput = input => input,
                Perform = (_, _) => { },
                IsOver = _ => false,
                Window = (_, _) => window,
            },
            size,
            ambiguous
        );

    private static void AssertAligned(CellCanvas screen)
    {
        for (var y = 0; y < screen.Height; y++)
        {
            var row = string.Concat(Enumerable.Range(0, screen.Width).Select(x => screen[x, y].Text));
            CellText.Width(row, screen.Ambiguous).ShouldBe(screen.Width, row);
        }
    }
}
