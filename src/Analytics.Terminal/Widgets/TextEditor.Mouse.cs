using Analytics.Terminal.Input;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

public sealed partial record TextEditor
{
    private const int WheelLines = 3,
        WheelColumns = 6;

    private enum DragUnit
    {
        Character,
        Word,
        Line,
    }

    // What the press that began a drag selected by itself, and by what it grows.
    private sealed record Drag(TextPosition From, TextPosition To, DragUnit Unit);

    private Drag? Dragged { get; init; }

    /// <summary>
    /// The editor after the mouse: a click places the cursor, Shift extends the selection; a double click selects a word, a triple click or
    /// one on a line number a line; dragging extends by the same units and scrolls at the edges; the wheel turns the view and leaves the
    /// cursor.
    /// Null when it has no meaning here. Needs the scroll position kept, see <see cref="Scrolled"/>.
    /// </summary>
    /// <param name="mouse">What the mouse did.</param>
    /// <param name="area">Where the editor was drawn, in the coordinates of the event.</param>
    /// <param name="ambiguous">Width of ambiguous characters on the terminal.</param>
    public TextEditor? HandleMouse(MouseEvent mouse, CellRect area, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var (x, y, isInside) = (mouse.X - area.X, mouse.Y - area.Y, area.Contains(mouse.X, mouse.Y));
        return mouse switch
        {
            { Action: MouseAction.Press, Button: MouseButton.Left } when isInside => Press(
                mouse,
                PositionAtCell(x, y, ambiguous),
                x < GutterWidth
            ),
            { Action: MouseAction.Drag, Button: MouseButton.Left } when Dragged is { } drag => DragTo(
                drag,
                PositionAtCell(x, y, ambiguous)
            ),
            { Action: MouseAction.Release, Button: MouseButton.Left } when Dragged is not null => this with { Dragged = null },
            { Action: MouseAction.WheelUp } when isInside => ScrollBy(-WheelLines, 0),
            { Action: MouseAction.WheelDown } when isInside => ScrollBy(WheelLines, 0),
            { Action: MouseAction.WheelLeft } when isInside => ScrollBy(0, -WheelColumns),
            { Action: MouseAction.WheelRight } when isInside => ScrollBy(0, WheelColumns),
            _ => null,
        };
    }

    /// <summary>
    /// Turns the view by rows and columns and leaves the cursor where it is; the next move or edit brings the view back to it.
    /// </summary>
    public TextEditor ScrollBy(int rows, int columns) =>
        WithTop(Walk(FirstRow, rows)) with
        {
            Left = IsInRows ? 0 : Math.Max(0, Left + columns),
        };

    /// <summary>Selects the word at a place: letters, Chinese characters, signs or blanks in a row.</summary>
    public TextEditor SelectWord(TextPosition at)
    {
        var (from, to) = UnitAt(at, DragUnit.Word);
        return Select(from, to);
    }

    private TextEditor Press(MouseEvent mouse, TextPosition at, bool onNumber)
    {
        if ((mouse.Modifiers & KeyModifiers.Shift) != 0)
            return MoveTo(at, extend: true) with { Dragged = new(Anchor, Anchor, DragUnit.Character) };
        var unit =
            onNumber || mouse.Clicks == 3 ? DragUnit.Line
            : mouse.Clicks == 2 ? DragUnit.Word
            : DragUnit.Character;
        var (from, to) = UnitAt(at, unit);
        return Select(from, to) with { Dragged = new(from, to, unit) };
    }

    private TextEditor DragTo(Drag drag, TextPosition at)
    {
        var (from, to) = UnitAt(at, drag.Unit);
        return (at < drag.From ? Select(drag.To, from) : Select(drag.From, to < drag.To ? drag.To : to)) with { Dragged = drag };
    }

    private (TextPosition From, TextPosition To) UnitAt(TextPosition at, DragUnit unit)
    {
        if (unit == DragUnit.Character)
            return (at, at);
        if (unit == DragUnit.Line)
            return (new(at.Line, 0), After(new(at.Line, Buffer.Lines[at.Line].Length)));
        var (start, end) = Words.At(Buffer.Lines[at.Line], at.Column);
        return (new(at.Line, start), new(at.Line, end));
    }
}
