using Analytics.Terminal.Cells;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets;

public class TextEditorTests
{
    [Theory]
    [InlineData("ab|", "Enter c", "ab\nc|")]
    [InlineData("  ab|", "Enter c", "  ab\n  c|")]
    [InlineData("ab\n|cd", "Back", "ab|cd")]
    [InlineData("ab|\ncd", "Del", "ab|cd")]
    [InlineData("铜仁\na|b", "^", "|铜仁\nab")]
    [InlineData("铜仁\nab|", "^", "铜|仁\nab")]
    [InlineData("铜仁|\na\nabcdef", "v v", "铜仁\na\nabcd|ef")]
    [InlineData("  ab|", "Home", "  |ab")]
    [InlineData("  |ab", "Home", "|  ab")]
    [InlineData("ab\nc|d", "C-Home", "|ab\ncd")]
    [InlineData("a|b\ncd", "C-End", "ab\ncd|")]
    [InlineData("ab\n|cd", "<", "ab|\ncd")]
    [InlineData("ab|\ncd", ">", "ab\n|cd")]
    [InlineData("SELECT 县, a|", "C-<", "SELECT 县, |a")]
    [InlineData("x|", "Tab", "x   |")]
    [InlineData("a|b\ncd", "S-v Tab", "    ab\n    c|d")]
    [InlineData("    ab|\n", "S-Tab", "ab|\n")]
    [InlineData("a\n|b\nc", "S-v S-Tab", "a\nb\n|c")]
    [InlineData("ab|cd", "C-k", "ab|")]
    [InlineData("ab|\ncd", "C-k", "ab|cd")]
    [InlineData("ab|cd", "C-a x", "x|")]
    [InlineData("a|b\ncd\nef", "S-v S-v Del", "a|f")]
    [InlineData("👨‍👩‍👧|", "Back", "|")]
    public void Keys_edit(string text, string keys, string expected) => Show(Run(Start(text), keys)).ShouldBe(expected);

    [Fact]
    public void Typed_characters_are_undone_word_by_word()
    {
        var editor = Run(TextEditor.Empty, "a b ␠ c d");
        Show(editor.Undo()).ShouldBe("ab |");
        Show(editor.Undo().Undo().Undo()).ShouldBe("|");
        Show(editor.Undo().Undo().Undo().Redo().Redo().Redo()).ShouldBe("ab cd|");
        editor.Undo().Undo().Undo().Undo().Text.ShouldBe("");
    }

    [Fact]
    public void An_edit_after_an_undo_ends_what_could_be_redone()
    {
        var editor = Run(TextEditor.Empty, "a").Undo().Insert("b");
        editor.Redo().ShouldBeSameAs(editor);
    }

    [ForAnyChoices(60)]
    public void Undoing_everything_brings_back_the_beginning_and_redoing_the_end(Choices random)
    {
        string[] keys = ["<", ">", "^", "v", "C-<", "S->", "S-v", "Enter", "Tab", "S-Tab", "Back", "Del", "C-w", "C-k", "x", "中"];
        var start = TextEditor.Of("SELECT 县 FROM figures\n  WHERE “a” = 1\n");
        var editor = start;
        for (var i = 0; i < 60; i++)
        {
            editor =
                random.Next(4) == 0
                    ? editor.Insert(Samples.Text(random, 4) + (random.Next(3) == 0 ? "\n" : ""))
                    : editor.Handle(Press.Of(keys[random.Next(keys.Length)]), 3).ShouldNotBeNull();
            var line = editor.Buffer.Lines[editor.Cursor.Line];
            Terminal.Text.CellText.Snap(line, editor.Cursor.Column).ShouldBe(editor.Cursor.Column);
        }
        var (end, undone) = (editor.Text, editor);
        for (var i = 0; i < 70; i++)
            undone = undone.Undo();
        undone.Text.ShouldBe(start.Text);
        for (var i = 0; i < 70; i++)
            undone = undone.Redo();
        undone.Text.ShouldBe(end);
    }

    [Fact]
    public void Offsets_and_places_are_inverse()
    {
        var editor = TextEditor.Of("ab\n铜仁\n\nx");
        for (var offset = 0; offset <= editor.Text.Length; offset++)
            editor.MoveTo(editor.PositionAt(offset)).CursorOffset.ShouldBe(offset);
    }

    [Fact]
    public void A_comment_mark_comes_and_goes()
    {
        var editor = TextEditor.Of("a\nb").SelectAll().ToggleComment("-- ");
        editor.Text.ShouldBe("-- a\n-- b");
        editor.ToggleComment("-- ").Text.ShouldBe("a\nb");
    }

    [Fact]
    public void The_screen_shows_colours_selection_error_and_line_numbers()
    {
        var editor = TextEditor
            .Of("SELECT 县名\nFROM figurse -- “长长的注释超出”\n\nLIMIT 10")
            .MoveTo(new(2, 0))
            .MoveTo(new(3, 5), extend: true) with
        {
            ErrorMark = new(1, 5),
        };
        var canvas = new CellCanvas(24, 5);
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true, line => line == 0 ? [new(0, 6, Style.Of(Color.Basic(4)))] : []);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "editor.txt");
    }

    [Fact]
    public void A_small_editor_scrolls_both_ways_to_the_cursor()
    {
        var text = string.Join('\n', Enumerable.Range(1, 30).Select(i => $"第{i}行的内容很长很长很长"));
        var canvas = new CellCanvas(14, 3);
        TextEditor.Of(text).MoveTo(new(20, 9)).Draw(canvas, EditorStyles.Plain, hasFocus: true);
        Golden.ShouldMatch(CanvasDump.TextAndStyles(canvas), "editor scrolled.txt");
    }

    private static TextEditor Start(string text)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        var editor = TextEditor.Of(text.Remove(at, 1));
        return editor.MoveTo(editor.PositionAt(at));
    }

    private static TextEditor Run(TextEditor editor, string keys)
    {
        foreach (var key in Press.All(keys))
            editor = editor.Handle(key, 10).ShouldNotBeNull();
        return editor;
    }

    private static string Show(TextEditor editor) => editor.Text.Insert(editor.CursorOffset, "|");
}
