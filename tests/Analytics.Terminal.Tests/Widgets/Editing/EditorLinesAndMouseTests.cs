using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Terminal.Tests.Widgets.Editing;

public class EditorLinesAndMouseTests
{
    private static readonly CellRect Area = new(5, 2, 20, 4);

    [Fact]
    public void Lines_move_past_their_neighbours_with_the_selection()
    {
        var editor = TextEditor.Of("a\nbb\ncc\nd").Select(new(1, 1), new(2, 1));
        var down = editor.ShiftLines(1);
        (down.Text, down.SelectedText).ShouldBe(("a\nd\nbb\ncc", "b\nc"));
        down.ShiftLines(1).ShouldBeSameAs(down);
        (editor.ShiftLines(-5).Text, down.Undo().Text).ShouldBe(("bb\ncc\na\nd", editor.Text));
        editor.Handle(new KeyEvent(Key.Up, KeyModifiers.Alt), 5).ShouldNotBeNull().Text.ShouldBe("bb\ncc\na\nd");
    }

    [Fact]
    public void Lines_are_copied_and_deleted()
    {
        var editor = TextEditor.Of("a\n铜仁\nc").MoveTo(new(1, 1));
        var (below, above) = (editor.DuplicateLines(), editor.DuplicateLines(below: false));
        (below.Text, below.Cursor, above.Cursor).ShouldBe(("a\n铜仁\n铜仁\nc", new TextPosition(2, 1), new TextPosition(1, 1)));
        (editor.DeleteLines().Text, editor.DeleteLines().Cursor).ShouldBe(("a\nc", new TextPosition(1, 1)));
        editor.SelectAll().DeleteLines().Text.ShouldBe("");
        TextEditor.Of("a\nb").MoveTo(new(1, 0)).DeleteLines().Text.ShouldBe("a");
    }

    [Fact]
    public void A_line_is_gone_to_by_its_number()
    {
        var editor = TextEditor.Of("a\nb\nc").MoveTo(new(0, 1));
        (editor.GoToLine(2).Cursor, editor.GoToLine(99).Cursor.Line, editor.GoToLine(-1).Cursor.Line).ShouldBe(
            (new TextPosition(1, 0), 2, 0)
        );
    }

    [Fact]
    public void A_tab_is_one_indent_to_take_away() => TextEditor.Of("\ta\n  b").SelectAll().Outdent().Text.ShouldBe("a\nb");

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "德江县")]
    [InlineData(3, "SELECT 德江县, x_1\n")]
    public void Clicks_select_a_word_or_a_line(int clicks, string selected)
    {
        var editor = TextEditor.Of("SELECT 德江县, x_1\nb").HandleMouse(Press(17, 2, clicks), Area).ShouldNotBeNull();
        (editor.SelectedText, editor.Anchor.Line).ShouldBe((selected, 0));
    }

    [Fact]
    public void Dragging_selects_by_characters_words_or_lines_and_Shift_extends()
    {
        var editor = TextEditor.Of("ab cd ef\ngh ij");
        Drag(editor.HandleMouse(Press(8, 2, 1), Area)!, 9, 3).SelectedText.ShouldBe("b cd ef\ngh");
        Drag(editor.HandleMouse(Press(11, 2, 2), Area)!, 13, 2).SelectedText.ShouldBe("cd ef");
        Drag(editor.HandleMouse(Press(11, 2, 2), Area)!, 7, 2).SelectedText.ShouldBe("ab cd");
        Drag(editor.HandleMouse(Press(5, 2, 1), Area)!, 5, 3).SelectedText.ShouldBe("ab cd ef\ngh ij");
        editor.HandleMouse(Press(9, 2, 1) with { Modifiers = KeyModifiers.Shift }, Area)!.SelectedText.ShouldBe("ab");
        var released = editor.HandleMouse(Press(8, 2, 1), Area)!.HandleMouse(new(MouseAction.Release, MouseButton.Left, 8, 2), Area)!;
        released.HandleMouse(new(MouseAction.Drag, MouseButton.Left, 9, 3), Area).ShouldBeNull();
        editor.HandleMouse(Press(0, 0, 1), Area).ShouldBeNull();
    }

    [Fact]
    public void The_wheel_turns_the_view_until_the_cursor_moves()
    {
        var editor = TextEditor.Of(string.Join('\n', Enumerable.Range(1, 50)));
        var turned = editor.HandleMouse(new(MouseAction.WheelDown, MouseButton.None, 6, 3), Area).ShouldNotBeNull().Scrolled(20, 4);
        (turned.Top, turned.Cursor).ShouldBe((3, default));
        var canvas = new CellCanvas(20, 4);
        turned.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        (CanvasDump.Text(canvas)[..5], canvas.Cursor).ShouldBe((" 4 4\n", null));
        turned.Handle(new KeyEvent(Key.Down), 4)!.Scrolled(20, 4).Top.ShouldBe(1);
        turned.HandleMouse(Press(8, 2, 1), Area)!.Cursor.Line.ShouldBe(3);
    }

    [Fact]
    public void A_drag_beyond_the_edge_scrolls()
    {
        var editor = TextEditor.Of(string.Join('\n', Enumerable.Range(1, 50))).HandleMouse(Press(9, 3, 1), Area)!;
        for (var i = 0; i < 5; i++)
            editor = Drag(editor, 9, 6).Scrolled(20, 4);
        editor.Top.ShouldBe(5);
    }

    [Fact]
    public void Tabs_reach_to_their_stops_and_show()
    {
        var editor = TextEditor.Of("\ta\nab\t县\t|\n\t\tx") with { TabWidth = 4 };
        var canvas = new CellCanvas(16, 3);
        editor.MoveTo(new(1, 4)).Draw(canvas, EditorStyles.Plain, hasFocus: true);
        CanvasDump.Text(canvas).ShouldBe("1 →   a\n2 ab→ 县→ |\n3 →   →   x\n");
        canvas.Cursor.ShouldBe((8, 1));
        editor.PositionAtCell(5, 0).ShouldBe(new(0, 0));
        editor.PositionAtCell(6, 0).ShouldBe(new(0, 1));
        editor.MoveTo(new(0, 1)).MoveRows(2).Cursor.ShouldBe(new(2, 1));
        editor.Text.ShouldContain('\t');
        Shown(editor, new(16, 3, AmbiguousWidth.Two))[..6].ShouldBe("1 >   ");
    }

    [Fact]
    public void Scrolling_sideways_is_steady_and_never_splits_a_character()
    {
        var editor = TextEditor.Of("0123456789铜仁市碧江区0123456789");
        var left = 0;
        for (var column = 0; column <= 26; column++)
        {
            editor = editor.MoveTo(new(0, column)).Scrolled(12, 2);
            (editor.Left >= left).ShouldBeTrue();
            left = editor.Left;
            var canvas = new CellCanvas(12, 2);
            editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
            var (x, y) = canvas.Cursor.ShouldNotBeNull();
            canvas[x, y].Text.ShouldBe(column < 26 ? editor.Text[column].ToString() : " ");
        }
        editor.MoveTo(new(0, 20)).Scrolled(12, 2).Left.ShouldBe(left);
    }

    private static string Shown(TextEditor editor, CellCanvas canvas)
    {
        editor.Draw(canvas, EditorStyles.Plain, hasFocus: true);
        return CanvasDump.Text(canvas);
    }

    private static MouseEvent Press(int x, int y, int clicks) => new(MouseAction.Press, MouseButton.Left, x, y, Clicks: clicks);

    private static TextEditor Drag(TextEditor editor, int x, int y) =>
        editor.HandleMouse(new(MouseAction.Drag, MouseButton.Left, x, y), Area).ShouldNotBeNull();
}
