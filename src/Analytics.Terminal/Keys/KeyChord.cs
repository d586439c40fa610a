using System.Globalization;
using Analytics.Terminal.Input;

namespace Analytics.Terminal.Keys;

/// <summary>One key with its modifiers, as bound and as printed: <c>Ctrl+S</c>, <c>F5</c>, <c>Alt+Enter</c>, <c>?</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Modifiers">Held keys.</param>
/// <param name="Text">The character, for <see cref="Input.Key.Character"/>; letters with Ctrl are lower case.</param>
public readonly record struct KeyChord(Key Key, KeyModifiers Modifiers = KeyModifiers.None, string Text = "")
{
    private const string SpaceName = "Space";

    private static readonly (string Name, KeyModifiers Modifier)[] Prefixes =
    [
        ("Ctrl", KeyModifiers.Ctrl),
        ("Alt", KeyModifiers.Alt),
        ("Shift", KeyModifiers.Shift),
    ];

    private static readonly (string Name, Key Key)[] Short =
    [
        ("Esc", Key.Escape),
        ("PgUp", Key.PageUp),
        ("PgDn", Key.PageDown),
        ("Del", Key.Delete),
        ("Ins", Key.Insert),
    ];

    /// <summary>The chord of a key event.</summary>
    public static KeyChord Of(KeyEvent key) => new(key.Key, key.Modifiers, key.Text);

    /// <summary>
    /// Whether many terminals send something else for it, or nothing: without one of the newer keyboard protocols, Ctrl goes with letters
    /// and a few
    /// signs only (and Ctrl+H, Ctrl+I, Ctrl+M are Backspace, Tab, Enter), and Enter, Tab, Backspace and Esc hardly take modifiers.
    /// </summary>
    public bool IsRare =>
        Key switch
        {
            Key.Character => (Modifiers & KeyModifiers.Ctrl) != 0
                && ((Modifiers & KeyModifiers.Shift) != 0 || !"abcdefgjklnopqrstuvwxyz @\\]^_".Contains(Text, StringComparison.Ordinal)),
            Key.Enter or Key.Backspace => Modifiers is not (KeyModifiers.None or KeyModifiers.Alt),
            Key.Tab => Modifiers is not (KeyModifiers.None or KeyModifiers.Shift),
            Key.Escape => Modifiers != KeyModifiers.None,
            _ => false,
        };

    /// <summary>
    /// Reads what <see cref="ToString"/> prints; also the long names of keys (<c>PageUp</c>), without regard to case.
    /// A letter beside Alt or Ctrl is the unshifted one, however it is written; Shift asks for the other.
    /// </summary>
    /// <exception cref="FormatException">The text is no chord; the message says which part is not known.</exception>
    public static KeyChord Parse(string text)
    {
        var (modifiers, rest) = (KeyModifiers.None, text);
        while (TakePrefix(rest) is { Name.Length: > 0 } prefix)
            (modifiers, rest) = (modifiers | prefix.Modifier, rest[(prefix.Name.Length + 1)..]);
        if (ParseKey(rest) is { } key)
            return new(key, modifiers);
        if (string.Equals(rest, SpaceName, StringComparison.OrdinalIgnoreCase))
            return new(Key.Character, modifiers, " ");
        if (new StringInfo(rest).LengthInTextElements != 1)
        {
            throw new FormatException(
                $"key '{text}': '{rest}' is neither one character nor the name of a key (such as F5, Enter, PgUp, Space)"
            );
        }

        return OfCharacter(rest, modifiers);
    }

    // As terminals tell it: Shift shows in the letter itself, except beside Ctrl.
    private static KeyChord OfCharacter(string character, KeyModifiers modifiers)
    {
        if ((modifiers & KeyModifiers.Ctrl) != 0)
            return new(Key.Character, modifiers, character.ToLowerInvariant());
        if ((modifiers & KeyModifiers.Shift) != 0)
            return new(Key.Character, modifiers & ~KeyModifiers.Shift, character.ToUpperInvariant());
        return new(Key.Character, modifiers, modifiers == KeyModifiers.Alt ? character.ToLowerInvariant() : character);
    }

    /// <summary>The chord in print.</summary>
    public override string ToString()
    {
        var modifiers =
            Key == Key.Character && Modifiers == KeyModifiers.Alt && Text.Any(char.IsUpper) ? Modifiers | KeyModifiers.Shift : Modifiers;
        var prefix = string.Concat(Prefixes.Where(p => (modifiers & p.Modifier) != 0).Select(p => p.Name + "+"));
        return prefix + KeyName();
    }

    private string KeyName()
    {
        if (Key == Key.Character)
        {
            return Text == " " ? SpaceName
                : (Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) == 0 ? Text
                : Text.ToUpperInvariant();
        }

        foreach (var (name, key) in Short)
        {
            if (key == Key)
                return name;
        }

        return Key switch
        {
            Key.Up => "↑",
            Key.Down => "↓",
            Key.Left => "←",
            Key.Right => "→",
            _ => Key.ToString(),
        };
    }

    private static (string Name, KeyModifiers Modifier) TakePrefix(string text) =>
        Prefixes.FirstOrDefault(p => text.Length > p.Name.Length + 1 && text.StartsWith(p.Name + "+", StringComparison.OrdinalIgnoreCase));

    private static Key? ParseKey(string name)
    {
        foreach (var (known, key) in Short)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                return key;
        }

        return name switch
        {
            "↑" => Key.Up,
            "↓" => Key.Down,
            "←" => Key.Left,
            "→" => Key.Right,
            _ => name.Length > 1
            && Enum.TryParse<Key>(name, ignoreCase: true, out var key)
            && key != Key.Character
            && Enum.IsDefined(key)
            && !char.IsAsciiDigit(name[0])
                ? key
                : null,
        };
    }
}
