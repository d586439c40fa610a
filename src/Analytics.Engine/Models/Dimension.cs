namespace Analytics.Engine.Models;

/// <summary>What rows can be filtered and grouped by, at one level or several.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Place">In the file.</param>
public abstract record Dimension(string Name, Localized Label, SpecPlace Place)
{
    /// <summary>Words for members by level (its own name where it has none), then by member.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Words>> Words { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Words>>();

    /// <summary>Levels from the widest to the narrowest; empty where it has one only.</summary>
    public virtual IReadOnlyList<string> Levels => [];

    /// <summary>Whether members without a row are shown.</summary>
    public bool ShowsAllMembers { get; init; }

    /// <summary>All that can be filtered or grouped by.</summary>
    public IReadOnlyList<Field> Fields => [.. MakeFields()];

    private protected virtual IEnumerable<Field> MakeFields() => Levels.Select(l => new Field(this, l)).Append(new Field(this, null));
}

/// <summary>What a member is called.</summary>
/// <param name="Name">In full.</param>
/// <param name="Brief">Where there is little room; null: the same.</param>
public sealed record Words(Localized Name, Localized? Brief);

/// <summary>The values of one column.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Column">The column.</param>
/// <param name="Place">In the file.</param>
public sealed record PlainDimension(string Name, Localized Label, string Column, SpecPlace Place) : Dimension(Name, Label, Place)
{
    /// <summary>Columns of the source that name a member; null: the value itself.</summary>
    public (string Zh, string En)? Names { get; init; }
}

/// <summary>The values of one column, some together.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Column">The column.</param>
/// <param name="Groups">Values by the name of their group.</param>
/// <param name="Place">In the file.</param>
public sealed record GroupedDimension(
    string Name,
    Localized Label,
    string Column,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups,
    SpecPlace Place
) : Dimension(Name, Label, Place);

/// <summary>Columns of a table that is joined once by its key.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">Its key, a column of this name in source and table.</param>
/// <param name="LevelColumns">Columns of the levels, the widest first; the narrowest has a name of its own or the dimension's.</param>
/// <param name="Names">Columns that name a member of the narrowest level.</param>
/// <param name="Place">In the file.</param>
public sealed record TableDimension(
    string Name,
    Localized Label,
    string Table,
    string Key,
    IReadOnlyList<(string Level, string Column)> LevelColumns,
    (string Zh, string En)? Names,
    SpecPlace Place
) : Dimension(Name, Label, Place)
{
    public override IReadOnlyList<string> Levels => field ??= LevelColumns is [_] ? [] : [.. LevelColumns.Select(l => l.Level)];

    private protected override IEnumerable<Field> MakeFields() =>
        Levels.Select(l => new Field(this, l)).Concat(Levels is [.., var last] && last != Name ? [] : [new Field(this, null)]);
}

/// <summary>Members of a tree; a row stands at any level of it, and a member holds all below it.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Column">The column of the source.</param>
/// <param name="Tree">The table of the members.</param>
/// <param name="Names">Columns of the full names.</param>
/// <param name="Aliases">Columns of the tree's table whose values find a member.</param>
/// <param name="Also">More names that find a member, by its key.</param>
/// <param name="Place">In the file.</param>
public sealed record TreeDimension(
    string Name,
    Localized Label,
    string Column,
    MemberTree Tree,
    (string Zh, string En) Names,
    IReadOnlyList<string> Aliases,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Also,
    SpecPlace Place
) : Dimension(Name, Label, Place)
{
    /// <summary>The field of the level that a row stands at itself.</summary>
    public const string OwnLevel = "level";

    /// <summary>Column of the order; null: by name.</summary>
    public string? Order { get; init; }

    /// <summary>A table of more names that find a member; null: none.</summary>
    public AliasTable? Named { get; init; }

    /// <summary>How short names are made in Chinese and English; null: none.</summary>
    public (string Zh, string En)? Shortening { get; init; }

    /// <summary>Whether the column has names as people write them, found by their aliases, rather than keys.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The key of each name in the column that was found; others are members of their own.</summary>
    public IReadOnlyDictionary<string, string> Matched { get; init; } = new Dictionary<string, string>();

    public override IReadOnlyList<string> Levels => Tree.Levels;

    private protected override IEnumerable<Field> MakeFields() => base.MakeFields().Append(new Field(this, OwnLevel));
}

/// <summary>A table of what people call the members of a tree.</summary>
/// <param name="Table">The table.</param>
/// <param name="Alias">Column of the names.</param>
/// <param name="Key">Column of the key of the member that each means.</param>
public sealed record AliasTable(string Table, string Alias, string Key);

/// <summary>A table whose rows have parents in it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Column of the key.</param>
/// <param name="Parent">Column of the parent's key.</param>
/// <param name="Level">Column of the level.</param>
/// <param name="Levels">The widest first.</param>
public sealed record MemberTree(string Table, string Key, string Parent, string Level, IReadOnlyList<string> Levels);

/// <summary>Intervals that may be open or unknown: a year takes all that may touch it.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Start">Column of the first day.</param>
/// <param name="End">Column of the last day; NULL is open.</param>
/// <param name="Text">Column of the words.</param>
/// <param name="Undated">What rows without a first and last day are called.</param>
/// <param name="Place">In the file.</param>
public sealed record PeriodDimension(
    string Name,
    Localized Label,
    string Start,
    string End,
    string Text,
    Localized Undated,
    SpecPlace Place
) : Dimension(Name, Label, Place)
{
    public const string Year = "year",
        Period = "period";

    /// <summary>Columns of the source that name a period; null: its words.</summary>
    public (string Zh, string En)? Names { get; init; }

    /// <summary>The key of the member without dates.</summary>
    public const string UndatedKey = "undated";

    public override IReadOnlyList<string> Levels { get; } = [Year, Period];
}

/// <summary>Days of a column, at one grain or several.</summary>
/// <param name="Name">As pages call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Column">A date, a timestamp, or a text that is one.</param>
/// <param name="Grains">Of <c>year quarter month day</c>, the widest first.</param>
/// <param name="Place">In the file.</param>
public sealed record DateDimension(string Name, Localized Label, string Column, IReadOnlyList<string> Grains, SpecPlace Place)
    : Dimension(Name, Label, Place)
{
    public static readonly IReadOnlyList<string> AllGrains = ["year", "quarter", "month", "day"];

    public override IReadOnlyList<string> Levels => Grains;
}

/// <summary>A dimension at a level: what is filtered or grouped by.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Level">Null where it has one level only, or each row's own member is meant.</param>
public sealed record Field(Dimension Dimension, string? Level)
{
    /// <summary>As files write it: <c>place.county</c>, <c>modality</c>.</summary>
    public string Name => Level is null ? Dimension.Name : $"{Dimension.Name}.{Level}";

    /// <summary>A word for one level: that of the words file, else the level's name.</summary>
    public Localized Label =>
        Level is null ? Dimension.Label
        : Dimension.Words.TryGetValue("levels", out var words) && words.TryGetValue(Level, out var word) ? word.Name
        : Level == Dimension.Name ? Dimension.Label
        : OfTime.GetValueOrDefault(Level) ?? Localized.Same(Level);

    // Models over files of users have no words file, and dates have these levels alone.
    private static readonly Dictionary<string, Localized> OfTime = new()
    {
        ["year"] = new("年", "year"),
        ["quarter"] = new("季", "quarter"),
        ["month"] = new("月", "month"),
        ["day"] = new("日", "day"),
    };

    /// <summary>The next narrower (1) or wider (-1) one; null at the end.</summary>
    public Field? Next(int steps) =>
        Level is null || Dimension.Levels.IndexOf(Level) is not (>= 0 and var at) || at + steps < 0 || at + steps >= Dimension.Levels.Count
            ? null
            : Dimension.Fields.First(f => f.Level == Dimension.Levels[at + steps]);

    public bool Equals(Field? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}

internal static class ListExtensions
{
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], item))
                return i;
        }

        return -1;
    }
}
