using System.Collections.Immutable;
using Analytics.Terminal.Input;
using Analytics.Terminal.Keys;

namespace Analytics.Tui.Settings;

/// <summary>The bindings with the user's changes.</summary>
/// <param name="Map">Those that hold.</param>
/// <param name="Faults">Changes that do not hold, and why.</param>
/// <param name="Notes">Keys that will not work in many terminals.</param>
internal sealed record EffectiveKeys(KeyMap Map, ImmutableArray<Localized> Faults, ImmutableArray<Localized> Notes);

/// <summary>
/// Lays the keys of a settings file over the default ones. All are laid over first, so that two actions can swap their keys; then, as long
/// as two
/// actions of one context share a key, or nothing is left to quit, to see the help or all commands, the change that causes it is taken
/// back.
/// </summary>
internal sealed class KeyRebinding
{
    /// <summary>Actions that always keep a key which means nothing else anywhere.</summary>
    private static readonly (string Context, ConsoleAction Action)[] Protected =
    [
        (KeyContext.Always, ConsoleAction.Quit),
        (KeyContext.Anywhere, ConsoleAction.Help),
        (KeyContext.Anywhere, ConsoleAction.Palette),
    ];

    /// <summary>Where a character is typed into a text, directly or in what lies within.</summary>
    private static readonly string[] Typing =
    [
        KeyContext.Always,
        KeyContext.Anywhere,
        KeyContext.Editor,
        KeyContext.Form,
        KeyContext.Filter,
        KeyContext.Find,
        KeyContext.Ask,
        KeyContext.Choose,
        KeyContext.Question,
        KeyContext.FilePath,
        KeyContext.Save,
        KeyContext.LoadFile,
        KeyContext.Running,
    ];

    /// <summary>Names that older files may hold, and what they are called now.</summary>
    private static readonly Dictionary<string, string> Renamed = new() { ["always.suspend"] = "browse.suspend" };

    private readonly string _path;
    private readonly IReadOnlyList<KeyBinding> _defaults;
    private readonly KeyBinding[] _bindings;
    private readonly KeyOverride?[] _changes;
    private readonly List<(int Line, Localized Text)> _faults = [];

    private KeyRebinding(IReadOnlyList<KeyBinding> defaults, string path)
    {
        (_path, _defaults) = (path, defaults);
        _bindings = [.. defaults];
        _changes = new KeyOverride?[defaults.Count];
    }

    /// <param name="defaults">The keys without a settings file.</param>
    /// <param name="path">The file that faults name.</param>
    /// <param name="overrides">The user's keys, in the order of the file; all are laid over the defaults before any is judged.</param>
    public static EffectiveKeys Apply(KeyMap defaults, string path, ImmutableArray<KeyOverride> overrides)
    {
        if (overrides.IsEmpty)
            return new(defaults, [], []);
        var rebinding = new KeyRebinding(defaults.Bindings, path);
        foreach (var change in overrides)
            rebinding.Lay(change);
        while (rebinding.Culprit() is var (index, zh, en))
            rebinding.TakeBack(index, zh, en);
        return new(
            new KeyMap(rebinding._bindings),
            [.. rebinding._faults.OrderBy(f => f.Line).Select(f => f.Text)],
            [.. rebinding.Notes()]
        );
    }

    private void Lay(KeyOverride change)
    {
        var names = _defaults.Where(KeyLookup.IsBindable).Select(KeyLookup.NameOf).ToArray();
        var name = Renamed.GetValueOrDefault(change.Name, change.Name);
        var index = Array.FindIndex(_bindings, b => KeyLookup.IsBindable(b) && KeyLookup.NameOf(b) == name);
        if (index < 0)
        {
            Fault(
                change,
                $"没有这个动作{SettingsReader.NearestZh(change.Name, names)}（analytics list keys 列出全部）",
                $"there is no such action{SettingsReader.NearestEn(change.Name, names)} ('analytics list keys' has all)"
            );
        }
        else if (Chords(change, _bindings[index]) is { } chords)
        {
            (_bindings[index], _changes[index]) = (_bindings[index] with { Chords = chords }, change);
        }
    }

    /// <summary>The keys of a change; null where they cannot be had, which has been said.</summary>
    private KeyChord[]? Chords(KeyOverride change, KeyBinding binding)
    {
        try
        {
            KeyChord[] chords = [.. change.Keys.Select(KeyChord.Parse).Distinct()];
            if (chords.Length == 0 && KeyLookup.ActionOf(binding) == ConsoleAction.Back)
            {
                Fault(change, "离开此处至少要有一个键", "there must be a key to leave with");
            }
            else if (Typing.Contains(binding.Context) && Array.FindIndex(chords, IsTyped) is >= 0 and var typed)
            {
                Fault(
                    change,
                    $"{chords[typed]} 在此处是要输入的字符；请用 Ctrl、Alt 或 F 键",
                    $"{chords[typed]} is a character to type here; use Ctrl, Alt or an F key"
                );
            }
            else
            {
                return chords;
            }
        }
        catch (FormatException e)
        {
            Fault(change, $"不认识的按键：{e.Message}", e.Message);
        }
        return null;
    }

    private static bool IsTyped(KeyChord chord) =>
        chord.Key == Key.Character && (chord.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) == 0;

    /// <summary>A change to take back, and why; null when all is well.</summary>
    private (int Index, string Zh, string En)? Culprit() => Conflict() ?? Lockout();

    private (int, string, string)? Conflict()
    {
        var taken = new Dictionary<(string, KeyChord), int>();
        for (var i = 0; i < _bindings.Length; i++)
        {
            foreach (var chord in _bindings[i].Chords)
            {
                if (!taken.TryAdd((_bindings[i].Context, chord), i) && taken[(_bindings[i].Context, chord)] is var other && other != i)
                {
                    var (culprit, kept) = LineOf(i) > LineOf(other) ? (i, other) : (other, i);
                    return (
                        culprit,
                        $"{chord} 已用于{Named(_bindings[kept], Language.Zh)}",
                        $"{chord} already means {Named(_bindings[kept], Language.En)}"
                    );
                }
            }
        }

        return null;
    }

    private (int, string, string)? Lockout()
    {
        foreach (var (context, action) in Protected)
        {
            var index = Array.FindIndex(_bindings, b => b.Context == context && KeyLookup.ActionOf(b) == action);
            var binding = _bindings[index];
            if (binding.Chords.Any(chord => !_bindings.Any(b => b.Action != binding.Action && b.Chords.Contains(chord))))
                continue;
            return (
                _changes[index] is null ? Thief(binding) : index,
                $"{Named(binding, Language.Zh)}在任何地方都要有一个不作他用的键",
                $"{Named(binding, Language.En)} must keep one key that means nothing else anywhere"
            );
        }
        return null;
    }

    /// <summary>Who has taken a key of an action in another context; the change that came last.</summary>
    private int Thief(KeyBinding binding) =>
        Enumerable
            .Range(0, _bindings.Length)
            .Where(i => _bindings[i].Action != binding.Action && _bindings[i].Chords.Intersect(binding.Chords).Any())
            .MaxBy(LineOf);

    private void TakeBack(int index, string zh, string en)
    {
        var keys = _defaults[index].Chords.Count > 0 ? _defaults[index].ChordText : "–";
        Fault(_changes[index]!, $"{zh}；仍用 {keys}", $"{en}; it keeps {keys}");
        (_bindings[index], _changes[index]) = (_defaults[index], null);
    }

    private IEnumerable<Localized> Notes() =>
        from i in Enumerable.Range(0, _bindings.Length)
        where _changes[i] is not null
        from chord in _bindings[i].Chords
        where chord.IsRare
        select SettingsReader.At(
            _path,
            _changes[i]!.Line,
            $"keys.{_changes[i]!.Name}：许多终端把 {chord} 当作别的键，或根本不传",
            $"keys.{_changes[i]!.Name}: many terminals send another key for {chord}, or none"
        );

    /// <summary>0 for what the user has not changed.</summary>
    private int LineOf(int index) => _changes[index]?.Line ?? 0;

    private void Fault(KeyOverride change, string zh, string en) =>
        _faults.Add((change.Line, SettingsReader.At(_path, change.Line, $"keys.{change.Name}：{zh}", $"keys.{change.Name}: {en}")));

    private static string Named(KeyBinding binding, Language language)
    {
        var help = binding.Help.In(language);
        var name = KeyLookup.IsBindable(binding) ? KeyLookup.NameOf(binding) : KeyContext.Heading(binding.Context, language);
        return language == Language.En ? $"{name} ({help})" : $" {name}（{help}）";
    }
}
