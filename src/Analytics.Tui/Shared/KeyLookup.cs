using System.Collections.Immutable;
using System.Text;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;

namespace Analytics.Tui.Shared;

/// <summary>What the bindings that hold say: of a key, of an action, for the footer.</summary>
internal static class KeyLookup
{
    /// <summary>What footers show after everything else, where there is room: the most useful first.</summary>
    private static readonly ImmutableArray<string> AtTheEnd =
    [
        nameof(ConsoleAction.Sort),
        nameof(ConsoleAction.SearchRows),
        nameof(ConsoleAction.KeptResults),
        nameof(ConsoleAction.Compare),
        nameof(ConsoleAction.Beside),
        nameof(ConsoleAction.OtherPane),
        nameof(ConsoleAction.FilterRows),
        nameof(ConsoleAction.CopyAs),
    ];

    /// <summary>The key that the help of an action names first; null where it has none.</summary>
    public static string? FirstKey(this KeyMap map, string context, ConsoleAction action) =>
        map.Bindings.FirstOrDefault(b => b.Context == context && ActionOf(b) == action && b.Chords.Count > 0)?.Chords[0].ToString();

    /// <summary>What the footer shows in these contexts: keys, and their help up to its first parenthesis.</summary>
    public static IReadOnlyList<(string Key, string Help)> FooterOf(this KeyMap map, Language language, IReadOnlyList<string> contexts) =>
        [.. FooterBindings(map, contexts).Select(b => (FooterKey(b), FooterHelp(b.Help.In(language))))];

    /// <summary>The first key of the binding that stands at a place of the footer.</summary>
    public static KeyEvent FooterChord(this KeyMap map, IReadOnlyList<string> contexts, int index)
    {
        var chord = FooterBindings(map, contexts).ElementAt(index).Chords[0];
        return new KeyEvent(chord.Key, chord.Modifiers, chord.Text);
    }

    private static IEnumerable<KeyBinding> FooterBindings(KeyMap map, IReadOnlyList<string> contexts) =>
        map.Reachable([.. contexts])
            .Where(b => b.Chords.Count > 0)
            .Select(b => (Binding: b, Place: b.InFooter ? 0 : AtTheEnd.IndexOf(b.Action) + 1))
            .Where(b => b.Binding.InFooter || b.Place > 0)
            .OrderBy(b => b.Place)
            .Select(b => b.Binding);

    /// <summary>What a key does in these contexts, innermost first; null for nothing.</summary>
    public static ConsoleAction? Find(this KeyMap map, KeyEvent key, IReadOnlyList<string> contexts) =>
        map.Find(key, [.. contexts]) is { } binding ? ActionOf(binding) : null;

    /// <summary>
    /// The panel that a key leads to out of a window with these contexts, a key of the window's own excepted; null for
    /// none.
    /// </summary>
    public static ConsoleAction? PanelOutOf(this KeyMap map, IReadOnlyList<string> window, KeyEvent key) =>
        (Find(map, key, window) ?? Find(map, key, [KeyContext.Anywhere])) is { } action && IsOfPanel(action) ? action : null;

    /// <summary>Whether an action leads to a panel.</summary>
    public static bool IsOfPanel(ConsoleAction action) =>
        action is ConsoleAction.FocusCatalogue or ConsoleAction.FocusSql or ConsoleAction.FocusResult;

    public static ConsoleAction ActionOf(KeyBinding binding) => ActionOf(binding.Action);

    /// <summary>The action of that name.</summary>
    public static ConsoleAction ActionOf(string name) => Enum.Parse<ConsoleAction>(name);

    /// <summary>Whether a setting can give it other keys; what widgets do for themselves has its keys built in.</summary>
    public static bool IsBindable(KeyBinding binding) => ActionOf(binding) != ConsoleAction.Widget;

    /// <summary>What the settings file calls a binding: <c>grid.sort-more</c>.</summary>
    public static string NameOf(KeyBinding binding)
    {
        var name = new StringBuilder(binding.Context).Append('.');
        for (var i = 0; i < binding.Action.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(binding.Action[i]))
                name.Append('-');
            name.Append(char.ToLowerInvariant(binding.Action[i]));
        }
        return name.ToString();
    }

    /// <summary>What a binding does, up to the first parenthesis.</summary>
    public static string ShortHelp(KeyBinding binding, Language language) => FooterHelp(binding.Help.In(language));

    /// <summary>The first key; of arrows the pair.</summary>
    private static string FooterKey(KeyBinding binding) =>
        binding.Chords is [{ Key: Key.Up or Key.Left } first, var second, ..] ? $"{first}{second}" : binding.Chords[0].ToString();

    private static string FooterHelp(string help) => help.AsSpan().IndexOfAny('（', '(') is > 0 and var end ? help[..end].TrimEnd() : help;
}
