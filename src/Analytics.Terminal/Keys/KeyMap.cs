using Analytics.Terminal.Input;

namespace Analytics.Terminal.Keys;

/// <summary>
/// All key bindings of an application. Looked up through a stack of contexts, innermost first, so that a field may hide a page's key.
/// </summary>
public sealed class KeyMap
{
    private readonly Dictionary<(string Context, KeyChord Chord), KeyBinding> _byChord = [];

    /// <summary>A map of these bindings.</summary>
    /// <exception cref="ArgumentException">Two bindings of one context share a key; the message names all such pairs.</exception>
    public KeyMap(IEnumerable<KeyBinding> bindings)
    {
        Bindings = [.. bindings];
        var conflicts = new List<string>();
        foreach (var binding in Bindings)
        {
            foreach (var chord in binding.Chords)
            {
                if (!_byChord.TryAdd((binding.Context, chord), binding))
                {
                    conflicts.Add(
                        $"{chord} in '{binding.Context}' means both '{_byChord[(binding.Context, chord)].Action}' and '{binding.Action}'"
                    );
                }
            }
        }

        if (conflicts.Count > 0)
            throw new ArgumentException($"key bindings clash: {string.Join("; ", conflicts)}", nameof(bindings));
    }

    /// <summary>The bindings in the order given.</summary>
    public IReadOnlyList<KeyBinding> Bindings { get; }

    /// <summary>The binding of a key in the first of the contexts that has one; null when none has.</summary>
    public KeyBinding? Find(KeyEvent key, params ReadOnlySpan<string> contexts)
    {
        foreach (var context in contexts)
        {
            if (_byChord.TryGetValue((context, KeyChord.Of(key)), out var binding))
                return binding;
        }

        return null;
    }

    /// <summary>The action of a key in the first of the contexts that binds it; null when none does.</summary>
    public string? ActionOf(KeyEvent key, params ReadOnlySpan<string> contexts) => Find(key, contexts)?.Action;

    /// <summary>
    /// The bindings in reach with these contexts, innermost first; those whose every key is hidden by an inner context are left out.
    /// </summary>
    public IReadOnlyList<KeyBinding> Reachable(params IReadOnlyList<string> contexts)
    {
        var taken = new HashSet<KeyChord>();
        var reachable = new List<KeyBinding>();
        foreach (var context in contexts)
        {
            var here = Bindings.Where(b => b.Context == context).ToArray();
            reachable.AddRange(here.Where(b => b.Chords.Count == 0 || b.Chords.Any(c => !taken.Contains(c))));
            taken.UnionWith(here.SelectMany(b => b.Chords));
        }
        return reachable;
    }

    /// <summary>What a footer shows with these contexts: first key and help of the bindings marked for it.</summary>
    public IReadOnlyList<(string Key, string Help)> Footer(Language language, params IReadOnlyList<string> contexts) =>
        [.. Reachable(contexts).Where(b => b.InFooter && b.Chords.Count > 0).Select(b => (b.Chords[0].ToString(), b.Help.In(language)))];
}
