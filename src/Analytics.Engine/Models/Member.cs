using System.Collections.Frozen;

namespace Analytics.Engine.Models;

/// <summary>One value of a field.</summary>
/// <param name="Key">As conditions and files have it.</param>
/// <param name="Name">In full.</param>
/// <param name="Brief">Where there is little room.</param>
/// <param name="Aliases">More texts that find it, besides key and names.</param>
public sealed record Member(string Key, Localized Name, Localized Brief, IReadOnlyList<string> Aliases)
{
    /// <summary>The key of rows that have no value.</summary>
    public const string NullKey = "∅";

    /// <summary>Its level, of a tree; the narrower the greater.</summary>
    public int Depth { get; init; }

    /// <summary>The members that hold it at each level from the widest to its own; none, at levels that it is not in.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Holders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>The members of a field in their order.</summary>
/// <param name="Field">The field.</param>
/// <param name="All">In order.</param>
public sealed record MemberList(Field Field, IReadOnlyList<Member> All)
{
    private FrozenDictionary<string, Member>? _byKey;
    private FrozenDictionary<string, int>? _places;

    /// <summary>How they are found by what people call them.</summary>
    public AliasIndex Aliases => field ??= new AliasIndex(All);

    /// <summary>Null where there is none.</summary>
    public Member? this[string key] => (_byKey ??= All.ToFrozenDictionary(m => m.Key)).GetValueOrDefault(key);

    /// <summary>Where a member stands in the order; after all others where there is none.</summary>
    public int PlaceOf(string key) =>
        (_places ??= All.Select((m, i) => (m.Key, i)).ToFrozenDictionary(m => m.Key, m => m.i)).TryGetValue(key, out var place)
            ? place
            : int.MaxValue;
}

/// <summary>The members of all fields of a model, as they were read.</summary>
public sealed class ModelMembers
{
    private readonly FrozenDictionary<string, MemberList> _lists;

    internal ModelMembers(IEnumerable<MemberList> lists) => _lists = lists.ToFrozenDictionary(l => l.Field.Name);

    /// <summary>None, for a model that was not opened.</summary>
    public static ModelMembers None { get; } = new([]);

    /// <summary>The members of a field; none where it was not read.</summary>
    public MemberList Of(Field field) => _lists.GetValueOrDefault(field.Name) ?? new MemberList(field, []);

    /// <summary>The short name of a member; the key where it has none.</summary>
    public string NameOf(Field field, string key, Language language) =>
        key == Member.NullKey ? (language == Language.Zh ? "（空）" : "(empty)")
        : Of(field)[key] is { } member ? member.Brief.In(language)
        : key;

    /// <summary>The full name of a member; the key where it has none.</summary>
    public string FullNameOf(Field field, string key, Language language) =>
        Of(field)[key] is { } member ? member.Name.In(language) : NameOf(field, key, language);

    /// <summary>The keys of the members of a wider level that hold a member: a measure may belong to two themes.</summary>
    public IReadOnlyList<string> HoldersOf(Field field, string key, Field wider) =>
        field.Dimension.Name == wider.Dimension.Name && wider.Level is { } level && Of(field)[key] is { } member
            ? member.Holders.GetValueOrDefault(level, [])
            : [];
}
