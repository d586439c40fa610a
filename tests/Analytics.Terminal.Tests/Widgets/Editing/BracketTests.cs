using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Tests.Widgets.Editing;

public class BracketTests
{
    [Theory]
    [InlineData("|(a)", 0, 2)]
    [InlineData("(a|)", 2, 0)]
    [InlineData("(a)|", 2, 0)]
    [InlineData("(|a)", 0, 2)]
    [InlineData("|((a)(b))", 0, 7)]
    [InlineData("|([)]", 0, 2)]
    [InlineData("铜|（仁）", 1, 3)]
    [InlineData("《铜仁》|", 3, 0)]
    [InlineData("(\n|{\n}\n)", 2, 4)]
    [InlineData("|(a", -1, -1)]
    [InlineData("a|b", -1, -1)]
    [InlineData("|", -1, -1)]
    public void The_pair_at_the_cursor_is_found(string text, int bracket, int partner)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        var editor = TextEditor.Of(text.Remove(at, 1));
        var pair = Brackets.PairAt(editor.Buffer, editor.PositionAt(at));
        pair.ShouldBe(bracket < 0 ? null : (editor.PositionAt(bracket), editor.PositionAt(partner)));
    }

    [Fact]
    public void Brackets_inside_quotes_do_not_count_where_the_application_says_so()
    {
        var buffer = TextBuffer.Of("(')')");
        bool IsQuoted(TextPosition at) => at.Column is 2;
        Brackets.Partner(buffer, default).ShouldBe(new TextPosition(0, 2));
        Brackets.Partner(buffer, default, IsQuoted).ShouldBe(new TextPosition(0, 4));
        Brackets.Partner(buffer, new(0, 2), IsQuoted).ShouldBeNull();
    }

    [Fact]
    public void The_pair_shows_only_with_the_focus()
    {
        var editor = TextEditor.Of("f(a, (b))").MoveTo(new(0, 1));
        var canvas = new CellCanvas(12, 1);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        new[] { 3, 7, 9, 10 }.Where(x => canvas[x, 0].Style == EditorStyles.Plain.Bracket).ShouldBe([3, 10]);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: false);
        canvas[3, 0].Style.ShouldBe(default);
    }
}
