using Analytics.Terminal.Input;

namespace Analytics.Tui.Shared;

/// <summary>Scrolling of lines that have no selection.</summary>
internal static class Scroller
{
    /// <summary>The first line after a key or a turn of the wheel; the same where it means nothing.</summary>
    public static int Move(int top, InputEvent input, int page, int count)
    {
        var next = input switch
        {
            KeyEvent { Key: Key.Up } => top - 1,
            KeyEvent { Key: Key.Down } => top + 1,
            KeyEvent { Key: Key.PageUp } => top - Math.Max(1, page - 1),
            KeyEvent { Key: Key.PageDown } => top + Math.Max(1, page - 1),
            KeyEvent { Key: Key.Home } => 0,
            KeyEvent { Key: Key.End } => count,
            MouseEvent { Action: MouseAction.WheelUp } => top - 3,
            MouseEvent { Action: MouseAction.WheelDown } => top + 3,
            _ => top,
        };
        return Math.Clamp(next, 0, Math.Max(0, count - page));
    }
}
