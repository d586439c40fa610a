using Analytics.Terminal.Input;

namespace Analytics.Tui.Shared;

/// <summary>Keys that go to the buttons of a window.</summary>
internal static class WindowKeys
{
    /// <summary>
    /// The window with the focus moved, or the button that was pressed; null for a key that is not for buttons. Enter and Space press the
    /// one with the focus, Tab and arrows move on, and its letter presses a button, with Alt where letters are text.
    /// </summary>
    public static (Window Window, int? Pressed)? Handle(Window window, KeyEvent key, Texts texts)
    {
        var buttons = window.Buttons(texts);
        if (buttons.IsEmpty || window.TakesEveryKey)
            return null;
        if (Lettered(buttons, key, isText: !window.HasButtonsOnly && window.Button is null) is { } lettered)
            return (window, lettered);
        return window.Button is { } at ? OnButton(window, key, at, buttons.Length) : OffButtons(window, key, buttons.Length);
    }

    private static (Window, int?)? OffButtons(Window window, KeyEvent key, int count) =>
        key switch
        {
            { Key: Key.Tab, Modifiers: KeyModifiers.None } when window.LeadsToButtons(forward: true) => (window with { Button = 0 }, null),
            { Key: Key.Tab, Modifiers: KeyModifiers.Shift } when window.LeadsToButtons(forward: false) => (
                window with
                {
                    Button = count - 1,
                },
                null
            ),
            _ => null,
        };

    private static (Window, int?)? OnButton(Window window, KeyEvent key, int at, int count) =>
        key switch
        {
            { Key: Key.Enter } or { IsTyping: true, Text: " " } => (window, at),
            { Key: Key.Right or Key.Down } or { Key: Key.Tab, Modifiers: KeyModifiers.None } => (Turned(window, at + 1, count), null),
            { Key: Key.Left or Key.Up } or { Key: Key.Tab } => (Turned(window, at - 1, count), null),
            _ => null,
        };

    /// <summary>Beyond the ends the rest of the window has the focus, where it can.</summary>
    private static Window Turned(Window window, int to, int count) =>
        to >= 0 && to < count ? window with { Button = to }
        : window.HasButtonsOnly ? window with { Button = (to + count) % count }
        : window with { Button = null };

    private static int? Lettered(IReadOnlyList<string> buttons, KeyEvent key, bool isText)
    {
        if (key.Key != Key.Character || key.Modifiers != (isText ? KeyModifiers.Alt : key.Modifiers & KeyModifiers.Alt))
            return null;
        for (var i = 0; i < buttons.Count; i++)
        {
            var mark = buttons[i].IndexOf('_', StringComparison.Ordinal);
            if (mark >= 0 && string.Equals(buttons[i].Substring(mark + 1, 1), key.Text, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return null;
    }
}
