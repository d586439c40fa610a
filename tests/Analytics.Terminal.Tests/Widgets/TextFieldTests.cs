using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets;

public class TextFieldTests
{
    [Theory]
    [InlineData("铜仁", "<", "铜|仁")]
    [InlineData("👨‍👩‍👧x", "< <", "|👨‍👩‍👧x")]
    [InlineData("e\u0301", "Back", "|")]
    [InlineData("铜仁 abc", "C-<", "铜仁 |abc")]
    [InlineData("铜仁 abc", "C-< C-<", "|铜仁 abc")]
    [InlineData("铜仁abc", "C-<", "铜仁|abc")]
    [InlineData("铜仁 abc", "Home C->", "铜仁 |abc")]
    [InlineData("a.b_c", "C-<", "a.|b_c")]
    [InlineData("铜仁 abc", "C-w", "铜仁 |")]
    [InlineData("abc", "< C-u", "|c")]
    [InlineData("abc", "Home > C-k", "a|")]
    [InlineData("abc", "Home Del", "|bc")]
    [InlineData("abc", "C-a x", "x|")]
    [InlineData("abc", "S-< S-< x", "ax|")]
    [InlineData("abc", "S-< S-< <", "a|bc")]
    [InlineData("abc", "S-< Back", "ab|")]
    [InlineData("e", "\u0301 x", "e\u0301x|")]
    [InlineData("", "👨 \u200D 👩 Back", "|")]
    public void Editing_goes_by_what_a_reader_takes_for_characters(string text, string keys, string expected)
    {
        var field = TextField.Of(text);
        foreach (var key in keys.Split(' '))
            field = field.Handle(Press.Of(key)).ShouldNotBeNull();
        field.Text.Insert(field.Cursor, "|").ShouldBe(expected);
    }

    [Fact]
    public void Pasted_lines_become_one() => TextField.Of("x").Handle(new PasteEvent("a\nb")).ShouldNotBeNull().Text.ShouldBe("xa b");

    [Fact]
    public void Keys_without_meaning_are_left_to_the_application()
    {
        TextField.Empty.Handle(new KeyEvent(Key.Enter)).ShouldBeNull();
        TextField.Empty.Handle(new KeyEvent(Key.F5)).ShouldBeNull();
        TextField.Empty.Handle(KeyEvent.Typed("s", KeyModifiers.Ctrl)).ShouldBeNull();
    }

    [Theory]
    [InlineData("德江县沿河县", "沿河县", 6)]
    [InlineData("x德江县沿河县", "沿河县", 6)]
    [InlineData("德江县沿河县x", " 河县x", 6)]
    [InlineData("短", "短", 2)]
    public void A_text_wider_than_the_field_scrolls_to_the_cursor(string text, string shown, int cursor)
    {
        var canvas = new CellCanvas(7, 1);
        TextField.Of(text).Draw(canvas, InputStyles.Plain, hasFocus: true);
        CanvasDump.Text(canvas).ShouldBe(shown + "\n");
        canvas.Cursor.ShouldBe((cursor, 0));
    }

    [Fact]
    public void A_wide_character_under_the_cursor_shows_whole()
    {
        var canvas = new CellCanvas(6, 1);
        TextField.Of("x德江县沿河县").Handle(Press.Of("<"))!.Handle(Press.Of("<"))!.Draw(canvas, InputStyles.Plain, hasFocus: true);
        CanvasDump.Text(canvas).ShouldBe("县沿河\n");
        canvas.Cursor.ShouldBe((4, 0));
    }

    [Fact]
    public void A_click_goes_to_the_character_under_it() => TextField.Of("铜仁市").ClickAt(3, 20).Cursor.ShouldBe(1);

    [ForAnyChoices(60)]
    public void The_cursor_always_stands_between_characters_whatever_is_typed(Choices random)
    {
        string[] keys = ["<", ">", "C-<", "C->", "S-<", "S->", "Home", "End", "Back", "Del", "C-w", "C-k"];
        var field = TextField.Empty;
        while (!random.AreUsedUp)
        {
            field =
                random.Next(2) == 0
                    ? field.Insert(Samples.Text(random, 3))
                    : field.Handle(Press.Of(keys[random.Next(keys.Length)])).ShouldNotBeNull();
            Terminal.Text.CellText.Snap(field.Text, field.Cursor).ShouldBe(field.Cursor, field.Text);
            field.SelectedText.Length.ShouldBe(Math.Abs(field.Cursor - field.Anchor));
            if (field.Text.Length > 60)
                field = TextField.Empty;
        }
    }
}
