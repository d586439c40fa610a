using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Tests.Widgets.Editing;

public class CompletionTests
{
    private static readonly CompletionItem[] Items =
    [
        new("county", "VARCHAR", "县名（现行区划）。来源：政府工作报告"),
        new("COUNT", "函数", "行数", "count("),
        new("account", "表"),
        new(
            "人口数",
            "BIGINT",
            "年末常住人口，单位：人；来源：统计公报，各县口径不一，见注释；二〇一〇年以前为户籍人口。数字以最近一次发布的为准"
        ),
        new("figures", "表"),
    ];

    [Theory]
    [InlineData("SELECT cou", "county COUNT account")]
    [InlineData("COU", "COUNT county account")]
    [InlineData("SELECT ct", "county COUNT account")]
    [InlineData("人", "人口数")]
    [InlineData("SELECT ", "county COUNT account 人口数 figures")]
    [InlineData("zz", "")]
    public void What_is_typed_narrows_and_orders(string text, string labels) =>
        string.Join(' ', Open(text)?.Matches.Select(item => item.Label) ?? []).ShouldBe(labels);

    [Fact]
    public void It_follows_typing_and_goes_when_the_word_is_left()
    {
        var editor = TextEditor.Of("co").MoveTo(new(0, 2));
        var popup = CompletionPopup.Open(Items, editor).ShouldNotBeNull();
        popup = popup.Follow(editor.Type("u").Type("n").Type("t").Type("y")).ShouldNotBeNull();
        popup.Matches.Count.ShouldBe(1);
        popup.Follow(editor).ShouldNotBeNull().Matches.Count.ShouldBe(3);
        popup.Follow(editor.Type(" ")).ShouldBeNull();
        popup.Follow(editor.Type("z")).ShouldBeNull();
        popup.Follow(editor.NewLine()).ShouldBeNull();
        popup.Follow(editor.MoveTo(default, extend: true)).ShouldBeNull();
    }

    [Fact]
    public void Accepting_replaces_the_word_in_one_undo_step()
    {
        var editor = TextEditor.Of("SELECT 人").MoveTo(new(0, 8));
        var accepted = CompletionPopup.Open(Items, editor).ShouldNotBeNull().Accept(editor);
        accepted.Text.ShouldBe("SELECT 人口数");
        accepted.Undo().Text.ShouldBe("SELECT 人");
        var popup = Open("cou").ShouldNotBeNull().Handle(new KeyEvent(Key.Down)).ShouldNotBeNull();
        popup.Text.ShouldBe("count(");
        popup.Handle(new KeyEvent(Key.Enter)).ShouldBeNull();
    }

    [Theory]
    [InlineData(80, 24, 10, 3, 9, 4)]
    [InlineData(80, 24, 10, 20, 9, 9)]
    [InlineData(80, 24, 78, 3, 40, 4)]
    [InlineData(30, 6, 5, 4, 0, 0)]
    [InlineData(10, 3, 5, 0, 0, 1)]
    public void It_stands_below_the_word_or_above_and_always_within_the_canvas(int width, int height, int x, int y, int left, int top)
    {
        var place = Open("").ShouldNotBeNull().Place(new(width, height), (x, y));
        (place.X, place.Y).ShouldBe((left, top));
        new CellRect(0, 0, width, height).Intersect(place).ShouldBe(place);
        (y >= place.Y && y < place.Bottom).ShouldBeFalse();
    }

    [Fact]
    public void The_popup_shows()
    {
        var editor = TextEditor.Of("SELECT 县,\n  人\nFROM t").MoveTo(new(1, 3));
        var canvas = new CellCanvas(50, 12);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        var popup = CompletionPopup.Open(Items, editor).ShouldNotBeNull();
        popup.Draw(canvas, editor.CellOf(popup.Start), ListStyles.Plain);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "completion.txt");
    }

    private static CompletionPopup? Open(string text) => CompletionPopup.Open(Items, TextEditor.Of(text).MoveTo(new(0, text.Length)));
}
