namespace Analytics.Terminal.Keys;

/// <summary>A key binding with its own help, from which footers, help and palette are made, so that they cannot drift.</summary>
/// <param name="Context">Where it holds, for example <c>grid</c>; names are the application's.</param>
/// <param name="Action">What it does, as an identifier of the application.</param>
/// <param name="Help">What it does, in words.</param>
/// <param name="Chords">The keys, any of which does it; the first is shown in footers. None for actions that only the palette
/// reaches.</param>
/// <param name="InFooter">Whether footers show it.</param>
public sealed record KeyBinding(string Context, string Action, Localized Help, IReadOnlyList<KeyChord> Chords, bool InFooter = false)
{
    /// <summary>A binding with its keys in print, separated by blanks: <c>"Ctrl+Enter F5"</c>.</summary>
    /// <exception cref="FormatException">A key is not known.</exception>
    public static KeyBinding Of(string context, string action, string keys, string zh, string en, bool inFooter = false) =>
        new(context, action, new(zh, en), [.. keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyChord.Parse)], inFooter);

    /// <summary>The keys in print, separated by <c> / </c>.</summary>
    public string ChordText => string.Join(" / ", Chords);
}
