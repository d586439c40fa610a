using System.Text;
using Analytics.Terminal.Input;
using Terminal.Gui.Drivers;
using GuiKey = Terminal.Gui.Input.Key;

namespace Analytics.Terminal.Host;

/// <summary>Our keys as Terminal.Gui's and back, without loss.</summary>
internal static class GuiKeys
{
    private const KeyCode Masks = KeyCode.ShiftMask | KeyCode.AltMask | KeyCode.CtrlMask;

    // In the order of our keys, from Enter on.
    private static readonly KeyCode[] Named =
    [
        KeyCode.Enter,
        KeyCode.Tab,
        KeyCode.Backspace,
        KeyCode.Esc,
        KeyCode.CursorUp,
        KeyCode.CursorDown,
        KeyCode.CursorLeft,
        KeyCode.CursorRight,
        KeyCode.Home,
        KeyCode.End,
        KeyCode.PageUp,
        KeyCode.PageDown,
        KeyCode.Insert,
        KeyCode.Delete,
        KeyCode.F1,
        KeyCode.F2,
        KeyCode.F3,
        KeyCode.F4,
        KeyCode.F5,
        KeyCode.F6,
        KeyCode.F7,
        KeyCode.F8,
        KeyCode.F9,
        KeyCode.F10,
        KeyCode.F11,
        KeyCode.F12,
    ];

    public static GuiKey Of(KeyEvent key)
    {
        var modifiers = MaskOf(key.Modifiers);
        return new(key.Key == Key.Character ? CodeOf(Rune.GetRuneAt(key.Text, 0), modifiers) : Named[key.Key - Key.Enter] | modifiers);
    }

    /// <summary>Null for a key that we do not have.</summary>
    public static KeyEvent? Of(GuiKey key)
    {
        var (code, modifiers) = (key.KeyCode & ~Masks, ModifiersOf(key.KeyCode));
        var named = Array.IndexOf(Named, code);
        if (named >= 0)
            return new(Key.Enter + named, modifiers);
        return Rune.IsValid((uint)code) && (uint)code >= ' ' ? Typed(new Rune((uint)code), modifiers) : null;
    }

    // Terminal.Gui writes a letter as its capital, with Shift where it is one.
    private static KeyCode CodeOf(Rune rune, KeyCode modifiers) =>
        rune.Value switch
        {
            >= 'a' and <= 'z' => (KeyCode)(rune.Value - 'a' + 'A') | modifiers,
            >= 'A' and <= 'Z' => (KeyCode)rune.Value | modifiers | KeyCode.ShiftMask,
            _ => (KeyCode)rune.Value | modifiers,
        };

    // Ours is the character that was typed; beside Ctrl it is the small letter, and Shift stays.
    private static KeyEvent Typed(Rune rune, KeyModifiers modifiers)
    {
        if (rune.Value is not (>= 'A' and <= 'Z'))
            return KeyEvent.Typed(rune.ToString(), modifiers);
        var isCapital = (modifiers & (KeyModifiers.Shift | KeyModifiers.Ctrl)) == KeyModifiers.Shift;
        return isCapital
            ? KeyEvent.Typed(rune.ToString(), modifiers & ~KeyModifiers.Shift)
            : KeyEvent.Typed(Rune.ToLowerInvariant(rune).ToString(), modifiers);
    }

    private static KeyCode MaskOf(KeyModifiers modifiers) =>
        ((modifiers & KeyModifiers.Shift) != 0 ? KeyCode.ShiftMask : 0)
        | ((modifiers & KeyModifiers.Alt) != 0 ? KeyCode.AltMask : 0)
        | ((modifiers & KeyModifiers.Ctrl) != 0 ? KeyCode.CtrlMask : 0);

    private static KeyModifiers ModifiersOf(KeyCode code) =>
        ((code & KeyCode.ShiftMask) != 0 ? KeyModifiers.Shift : 0)
        | ((code & KeyCode.AltMask) != 0 ? KeyModifiers.Alt : 0)
        | ((code & KeyCode.CtrlMask) != 0 ? KeyModifiers.Ctrl : 0);
}
