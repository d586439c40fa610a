namespace Analytics.Terminal.Input;

/// <summary>
/// What came from the terminal. A closed family: key, paste, mouse, focus, resize, cursor report, graphics report, menu, window, tick,
/// resumed, terminated.
/// </summary>
public abstract record InputEvent;

/// <summary>A key.</summary>
/// <param name="Key">Which one; <see cref="Input.Key.Character"/> for those that type something.</param>
/// <param name="Modifiers">Held keys. Shift is not given for characters that already show it (<c>A</c>, <c>?</c>) unless Ctrl is held
/// too.</param>
/// <param name="Text">The character typed (lower case with Ctrl), empty for other keys.</param>
public sealed record KeyEvent(Key Key, KeyModifiers Modifiers = KeyModifiers.None, string Text = "") : InputEvent
{
    /// <summary>A typed character.</summary>
    public static KeyEvent Typed(string text, KeyModifiers modifiers = KeyModifiers.None) => new(Key.Character, modifiers, text);

    /// <summary>The events of typing a text, one a code point, as the decoder reports them.</summary>
    public static IEnumerable<KeyEvent> Typing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            yield return Typed(rune.ToString());
    }

    /// <summary>Whether the key puts <see cref="Text"/> into a text field: a character without Ctrl and Alt.</summary>
    public bool IsTyping => Key == Key.Character && (Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) == 0;
}

/// <summary>Text pasted in one go (bracketed paste). Line ends are LF.</summary>
public sealed record PasteEvent(string Text) : InputEvent;

/// <summary>The mouse.</summary>
/// <param name="Action">What it did.</param>
/// <param name="Button">With which button; <see cref="MouseButton.None"/> for moves and the wheel.</param>
/// <param name="X">Column, from 0.</param>
/// <param name="Y">Row, from 0.</param>
/// <param name="Modifiers">Held keys.</param>
/// <param name="Clicks">For a press: 1 for a single, 2 for a double click, 3 for a triple one.</param>
public sealed record MouseEvent(
    MouseAction Action,
    MouseButton Button,
    int X,
    int Y,
    KeyModifiers Modifiers = KeyModifiers.None,
    int Clicks = 1
) : InputEvent;

/// <summary>The terminal's window got or lost the focus.</summary>
public sealed record FocusEvent(bool HasFocus) : InputEvent;

/// <summary>The terminal has a new size, in cells.</summary>
public sealed record ResizeEvent(int Width, int Height) : InputEvent;

/// <summary>The terminal's answer to the question where its cursor stands (CSI 6 n); both counted from 0.</summary>
public sealed record CursorReportEvent(int X, int Y) : InputEvent;

/// <summary>
/// An answer about pictures (see <see cref="Graphics.GraphicsSupport"/>). A closed family; numbers are as the terminal told them, whatever
/// they are.
/// </summary>
public abstract record GraphicsReport : InputEvent;

/// <summary>Primary device attributes (CSI c).</summary>
/// <param name="ShowsSixel">Whether 4 is among them.</param>
public sealed record AttributesReport(bool ShowsSixel) : GraphicsReport;

/// <summary>The size of a cell in pixels (CSI 16 t).</summary>
public sealed record CellSizeReport(int Width, int Height) : GraphicsReport;

/// <summary>The size of the text area in pixels (CSI 14 t), or as the system knows it.</summary>
public sealed record WindowSizeReport(int Width, int Height) : GraphicsReport;

/// <summary>How many colours a sixel picture can have (XTSMGRAPHICS, item 1).</summary>
public sealed record SixelColorsReport(int Count) : GraphicsReport;

/// <summary>How large a sixel picture can be, in pixels (XTSMGRAPHICS, item 2).</summary>
public sealed record SixelSizeReport(int Width, int Height) : GraphicsReport;

/// <summary>The colour of the terminal's own background (OSC 11), 0xRRGGBB.</summary>
public sealed record BackgroundReport(int Rgb) : GraphicsReport;

/// <summary>The open menu was closed.</summary>
/// <param name="Chosen">The id of the entry that was chosen; null for none.</param>
public sealed record MenuEvent(string? Chosen) : InputEvent;

/// <summary>What the mouse did in the window that is open. A closed family: button, row, field, entry, scrolling, file.</summary>
public abstract record WindowEvent : InputEvent;

/// <summary>A button was pressed.</summary>
/// <param name="Index">Which one, from 0.</param>
public sealed record ButtonEvent(int Index) : WindowEvent;

/// <summary>A row was pressed.</summary>
/// <param name="Row">Which one, from 0.</param>
/// <param name="Clicks">1 for a single, 2 for a double click.</param>
public sealed record RowEvent(int Row, int Clicks) : WindowEvent;

/// <summary>A field was pressed.</summary>
/// <param name="Field">Which one of the form, from 0; 0 where there is no form.</param>
/// <param name="Cursor">Where in its text, as a UTF-16 index; null for a field without text.</param>
public sealed record FieldEvent(int Field, int? Cursor) : WindowEvent;

/// <summary>An entry of an open pick-list was pressed.</summary>
/// <param name="Entry">Which one of those that match, from 0; null beside all of them.</param>
public sealed record PickEvent(int? Entry) : WindowEvent;

/// <summary>A file was named in the file dialog.</summary>
/// <param name="Path">As it was typed or picked.</param>
public sealed record FileEvent(string Path) : WindowEvent;

/// <summary>The scroll bar was moved.</summary>
/// <param name="Top">First line or row in view now.</param>
/// <param name="Count">How many are in view.</param>
public sealed record ScrollEvent(int Top, int Count) : WindowEvent;

/// <summary>The time a program asked to be woken at (for spinners and the like).</summary>
public sealed record TickEvent : InputEvent;

/// <summary>The program was stopped and goes on; the screen has been cleared meanwhile.</summary>
public sealed record ResumedEvent : InputEvent;

/// <summary>A signal asked the program to end, or the terminal is gone. The terminal has already been restored.</summary>
public sealed record TerminatedEvent(Termination Cause) : InputEvent;

/// <summary>Why a program was ended from outside; the values are the usual exit codes (128 + signal).</summary>
public enum Termination
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>SIGHUP, or the terminal closed.</summary>
    HungUp = 129,

    /// <summary>SIGINT.</summary>
    Interrupted = 130,

    /// <summary>SIGQUIT.</summary>
    Quit = 131,

    /// <summary>SIGTERM.</summary>
    Terminated = 143,
}

/// <summary>Keys held with another.</summary>
[Flags]
public enum KeyModifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1,

    /// <summary>Alt, or Option, or a preceding Esc.</summary>
    Alt = 2,

    /// <summary>Ctrl.</summary>
    Ctrl = 4,
}

/// <summary>What the mouse did.</summary>
public enum MouseAction
{
    /// <summary>A button went down.</summary>
    Press,

    /// <summary>A button came up.</summary>
    Release,

    /// <summary>It moved with a button held.</summary>
    Drag,

    /// <summary>It moved with no button held (only where the terminal reports that).</summary>
    Move,

    /// <summary>The wheel turned away from the user.</summary>
    WheelUp,

    /// <summary>The wheel turned towards the user.</summary>
    WheelDown,

    /// <summary>The wheel was pushed left.</summary>
    WheelLeft,

    /// <summary>The wheel was pushed right.</summary>
    WheelRight,
}

/// <summary>A button of the mouse.</summary>
public enum MouseButton
{
    /// <summary>None.</summary>
    None,

    /// <summary>The left one.</summary>
    Left,

    /// <summary>The middle one.</summary>
    Middle,

    /// <summary>The right one.</summary>
    Right,
}

/// <summary>A key of the keyboard.</summary>
public enum Key
{
    /// <summary>A key that types a character, given as text.</summary>
    Character,

    /// <summary>Enter.</summary>
    Enter,

    /// <summary>Tab; with Shift, back-tab.</summary>
    Tab,

    /// <summary>Backspace.</summary>
    Backspace,

    /// <summary>Esc.</summary>
    Escape,

    /// <summary>Arrow up.</summary>
    Up,

    /// <summary>Arrow down.</summary>
    Down,

    /// <summary>Arrow left.</summary>
    Left,

    /// <summary>Arrow right.</summary>
    Right,

    /// <summary>Home.</summary>
    Home,

    /// <summary>End.</summary>
    End,

    /// <summary>Page up.</summary>
    PageUp,

    /// <summary>Page down.</summary>
    PageDown,

    /// <summary>Insert.</summary>
    Insert,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>F1.</summary>
    F1,

    /// <summary>F2.</summary>
    F2,

    /// <summary>F3.</summary>
    F3,

    /// <summary>F4.</summary>
    F4,

    /// <summary>F5.</summary>
    F5,

    /// <summary>F6.</summary>
    F6,

    /// <summary>F7.</summary>
    F7,

    /// <summary>F8.</summary>
    F8,

    /// <summary>F9.</summary>
    F9,

    /// <summary>F10.</summary>
    F10,

    /// <summary>F11.</summary>
    F11,

    /// <summary>F12.</summary>
    F12,
}
