using Analytics.Terminal.Input;

namespace Analytics.Terminal.Tests.Widgets;

/// <summary>
/// Keys in short: arrows <c>&lt; &gt; ^ v</c>, <c>Back</c>, <c>Del</c>, <c>Home</c> …; prefixes <c>C-</c> and <c>S-</c>; other text types
/// itself, <c>␠</c> a blank.
/// </summary>
internal static class Press
{
    public static KeyEvent Of(string key)
    {
        var modifiers = KeyModifiers.None;
        for (; key.Length > 2 && key[1] == '-'; key = key[2..])
            modifiers |= key[0] == 'C' ? KeyModifiers.Ctrl : KeyModifiers.Shift;
        return key switch
        {
            "<" => new(Key.Left, modifiers),
            ">" => new(Key.Right, modifiers),
            "^" => new(Key.Up, modifiers),
            "v" => new(Key.Down, modifiers),
            "Back" => new(Key.Backspace, modifiers),
            "Del" => new(Key.Delete, modifiers),
            "Esc" => new(Key.Escape, modifiers),
            "␠" => KeyEvent.Typed(" ", modifiers),
            _ => Enum.TryParse<Key>(key, out var named) && key.Length > 1 ? new(named, modifiers) : KeyEvent.Typed(key, modifiers),
        };
    }

    public static IEnumerable<KeyEvent> All(string keys) => keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of);
}
