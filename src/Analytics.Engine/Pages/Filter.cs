using System.Collections.Immutable;
using System.Text;
using Analytics.Engine.Models;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Pages;

/// <summary>How a filter takes its members.</summary>
public enum FilterKind
{
    /// <summary>Rows of one of the members; of a tree's level: of the member and all below it.</summary>
    In,

    /// <summary>All other rows.</summary>
    NotIn,

    /// <summary>Of a tree: rows of the members, of whatever level, and of all below them.</summary>
    Within,

    /// <summary>Of a tree: rows that stand at the members themselves, not below.</summary>
    At,
}

/// <summary>A condition on one field.</summary>
/// <param name="Field">What it looks at.</param>
/// <param name="Kind">How.</param>
/// <param name="Members">Keys; at least one.</param>
public sealed record Filter(Field Field, FilterKind Kind, ImmutableSortedSet<string> Members)
{
    public static Filter In(Field field, params IEnumerable<string> members) => new(field, FilterKind.In, Keys(members));

    /// <summary>Keys in the order in which they are compared and written.</summary>
    public static ImmutableSortedSet<string> Keys(IEnumerable<string> members) => members.ToImmutableSortedSet(StringComparer.Ordinal);

    public bool Equals(Filter? other) =>
        other is not null && Field.Equals(other.Field) && Kind == other.Kind && Members.SequenceEqual(other.Members);

    public override int GetHashCode() => HashCode.Combine(Field, Kind, Members.Count, Members[0]);
}

/// <summary>A mark of a visual that is chosen or left out: all its conditions hold together.</summary>
/// <param name="Parts">Its conditions, one for each field that the visual emits.</param>
/// <param name="IsExcluded">Whether rows of it are left out.</param>
public sealed record MarkFilter(ImmutableArray<Filter> Parts, bool IsExcluded)
{
    public bool Equals(MarkFilter? other) => other is not null && IsExcluded == other.IsExcluded && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(IsExcluded, Parts.Length, Parts.Length > 0 ? Parts[0] : null);
}

/// <summary>Conditions that hold together, and marks of which one must hold.</summary>
/// <param name="All">Each must hold.</param>
/// <param name="Marks">By visual: one of those chosen must hold, none of those left out may.</param>
public sealed record FilterSet(ImmutableArray<Filter> All, ImmutableArray<ImmutableArray<MarkFilter>> Marks)
{
    public static readonly FilterSet None = new([], []);

    /// <summary>The conditions as one text, the same for the same conditions.</summary>
    internal string Key =>
        $"{string.Join('&', All.Select(KeyOf))}&{string.Join('&', Marks.Select(m => string.Join('|', m.Select(KeyOf))))}";

    public bool IsEmpty => All.IsEmpty && Marks.All(m => m.IsEmpty);

    /// <summary>
    /// Whether rows of a member can be among the chosen ones, as far as conditions on its own dimension go: of one that is filtered out
    /// nothing may be said, not that it has no figure either.
    /// </summary>
    public bool Admits(Field field, string key, ModelMembers members) =>
        All.All(f => Admits(f, field, key, members))
        && Marks.All(m =>
            m.Where(k => !k.IsExcluded).ToArray() is not { Length: > 0 } chosen
            || chosen.Any(k => k.Parts.All(p => Admits(p, field, key, members)))
        );

    internal static string KeyOf(MarkFilter mark) => $"{(mark.IsExcluded ? "!" : "")}({string.Join('&', mark.Parts.Select(KeyOf))})";

    private static string KeyOf(Filter filter) => $"{filter.Field.Name} {filter.Kind} {string.Join('\u001f', filter.Members)}";

    private static bool Admits(Filter filter, Field field, string key, ModelMembers members)
    {
        if (filter.Field.Dimension.Name != field.Dimension.Name || filter.Field.Level == TreeDimension.OwnLevel)
            return true;
        return filter.Kind switch
        {
            FilterKind.NotIn => !filter.Field.Equals(field) || !filter.Members.Contains(key),
            FilterKind.In when filter.Field.Equals(field) => filter.Members.Contains(key),
            _ => filter.Members.Contains(key) || Holds(filter, field, key, members),
        };
    }

    /// <summary>Whether a member holds one of the filter's, or is held by one.</summary>
    private static bool Holds(Filter filter, Field field, string key, ModelMembers members) =>
        filter.Members.Any(m =>
            members.HoldersOf(filter.Field, m, field).Contains(key)
            || members.HoldersOf(field, key, filter.Field).Contains(m)
            || members.HoldersOf(field with { Level = null }, key, filter.Field).Contains(m)
        );

    /// <summary>Without the conditions on a dimension.</summary>
    public FilterSet Without(Dimension dimension) =>
        new(
            [.. All.Where(f => f.Field.Dimension.Name != dimension.Name)],
            [
                .. Marks
                    .Select(m => m.Where(k => k.Parts.All(p => p.Field.Dimension.Name != dimension.Name)).ToImmutableArray())
                    .Where(m => !m.IsEmpty),
            ]
        );
}

/// <summary>The only way from filters to SQL and to words.</summary>
public static class FilterSql
{
    /// <summary>
    /// The condition on columns named by <see cref="ModelSql"/>; values go to the parameters. Null where nothing is filtered.
    /// </summary>
    internal static string? Where(FilterSet filters, SqlParameterList parameters)
    {
        var all = filters.All.Select(f => Condition(f, parameters)).Concat(filters.Marks.SelectMany(m => Marks(m, parameters))).ToArray();
        return all.Length == 0 ? null : string.Join(" AND ", all);
    }

    /// <summary>A line of words for each condition: <c>县 = 松桃</c>, <c>县 ≠ 松桃、碧江</c>.</summary>
    /// <param name="filters">The conditions.</param>
    /// <param name="members">What members are called.</param>
    /// <param name="language">Of the words.</param>
    public static IReadOnlyList<string> Words(FilterSet filters, ModelMembers members, Language language) =>
        [
            .. filters.All.Select(f => Words(f, members, language)),
            .. filters.Marks.SelectMany(m => m).Select(m => Words(m, members, language)),
        ];

    /// <summary>One condition in words.</summary>
    public static string Words(Filter filter, ModelMembers members, Language language)
    {
        var names = string.Join(
            language == Language.Zh ? "、" : ", ",
            filter.Members.Select(k => NameOf(filter.Field, k, members, language))
        );
        var label = filter.Field.Label.In(language);
        return filter.Kind switch
        {
            FilterKind.NotIn => $"{label} ≠ {names}",
            FilterKind.Within => language == Language.Zh ? $"{label} 在 {names} 内" : $"{label} within {names}",
            FilterKind.At => language == Language.Zh ? $"{label} 本级 {names}" : $"{label} {names} itself",
            _ => $"{label} = {names}",
        };
    }

    /// <summary>A mark in words: <c>松桃 × 培训</c>, or with ≠ before it where it is left out.</summary>
    public static string Words(MarkFilter mark, ModelMembers members, Language language)
    {
        if (mark.Parts is [var only])
            return Words(mark.IsExcluded ? only with { Kind = FilterKind.NotIn } : only, members, language);
        var parts = mark.Parts.Select(p => string.Join('/', p.Members.Select(k => NameOf(p.Field, k, members, language))));
        return (mark.IsExcluded ? "≠ " : "") + string.Join(" × ", parts);
    }

    /// <summary>Places by their short names, all else in full.</summary>
    private static string NameOf(Field field, string key, ModelMembers members, Language language) =>
        field.Dimension is TreeDimension ? members.NameOf(field, key, language) : members.FullNameOf(field, key, language);

    private static IEnumerable<string> Marks(ImmutableArray<MarkFilter> marks, SqlParameterList parameters)
    {
        var chosen = marks.Where(m => !m.IsExcluded).Select(m => Mark(m, parameters)).ToArray();
        if (chosen.Length > 0)
            yield return chosen is [var only] ? only : $"({string.Join(" OR ", chosen)})";
        foreach (var excluded in marks.Where(m => m.IsExcluded))
            yield return $"NOT coalesce({Mark(excluded, parameters)}, FALSE)";
    }

    private static string Mark(MarkFilter mark, SqlParameterList parameters) =>
        $"({string.Join(" AND ", mark.Parts.Select(p => Condition(p, parameters)))})";

    private static string Condition(Filter filter, SqlParameterList parameters)
    {
        var condition = filter.Field.Dimension switch
        {
            PeriodDimension period when filter.Field.Level == PeriodDimension.Year => Touches(period, filter.Members, parameters),
            TreeDimension tree when filter.Kind == FilterKind.Within => Within(tree, filter.Members, parameters),
            TreeDimension tree when filter.Kind == FilterKind.At => OneOf(
                ModelSql.Column(new Field(tree, null)),
                filter.Members,
                parameters
            ),
            _ => OneOf(ModelSql.Column(filter.Field), filter.Members, parameters),
        };
        return filter.Kind == FilterKind.NotIn ? $"NOT coalesce({condition}, FALSE)" : condition;
    }

    private static string OneOf(string column, IEnumerable<string> members, SqlParameterList parameters)
    {
        var keys = members.Where(m => m != Member.NullKey).Select(parameters.Add).ToArray();
        var named = keys switch
        {
            [] => null,
            [var only] => $"{column} = {only}",
            _ => $"{column} IN ({string.Join(", ", keys)})",
        };
        var withNull = members.Contains(Member.NullKey) ? $"{column} IS NULL" : null;
        return named is null ? withNull!
            : withNull is null ? named
            : $"({named} OR {withNull})";
    }

    private static string Within(TreeDimension tree, ImmutableSortedSet<string> members, SqlParameterList parameters) =>
        "(" + string.Join(" OR ", tree.Levels.Select(l => OneOf(ModelSql.Column(new Field(tree, l)), members, parameters))) + ")";

    /// <summary>A year takes every interval that may touch it; one without both ends is undated.</summary>
    private static string Touches(PeriodDimension period, IEnumerable<string> members, SqlParameterList parameters)
    {
        var (start, end) = (SqlText.Identifier(period.Start), SqlText.Identifier(period.End));
        var undated = $"({start} IS NULL AND {end} IS NULL)";
        string[] conditions =
        [
            .. members.Select(m =>
                m == PeriodDimension.UndatedKey
                    ? undated
                    : $"(NOT {undated} AND coalesce(year({start}) <= {Year(m)}, TRUE) AND coalesce(year({end}) >= {Year(m)}, TRUE))"
            ),
        ];
        return conditions is [var only] ? only : $"({string.Join(" OR ", conditions)})";

        string Year(string member) => $"CAST({parameters.Add(member)} AS INTEGER)";
    }
}

/// <summary>Values of a statement that is being written, each bound once.</summary>
internal sealed class SqlParameterList
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>By name, without the sign.</summary>
    public IReadOnlyDictionary<string, string?> Values => _names.ToDictionary(n => n.Value, n => (string?)n.Key);

    /// <summary>The parameter of a value, as it is written in SQL.</summary>
    public string Add(string value)
    {
        if (!_names.TryGetValue(value, out var name))
            _names[value] = name = $"p{_names.Count + 1}";
        return "$" + name;
    }
}

/// <summary>A statement and the values of its parameters: what is run, and the key by which its result is kept.</summary>
/// <param name="Text">SQL with <c>$p1</c>, <c>$p2</c> …</param>
/// <param name="Parameters">By name, without the sign.</param>
public sealed record BoundSql(string Text, IReadOnlyDictionary<string, string?> Parameters)
{
    /// <summary>The same as one text that runs by itself.</summary>
    /// <param name="comments">Lines that stand before it.</param>
    public string Written(params IEnumerable<string> comments)
    {
        var text = new StringBuilder();
        foreach (var comment in comments)
            text.Append("-- ").Append(comment).Append('\n');
        return text.Append(ParameterPattern.Replace(Text, Literal)).ToString();

        string Literal(System.Text.RegularExpressions.Match match) =>
            Parameters.TryGetValue(match.Groups[1].Value, out var value)
                ? value is null
                    ? "NULL"
                    : SqlText.Literal(value)
                : match.Value;
    }

    private static readonly System.Text.RegularExpressions.Regex ParameterPattern = new(@"\$(p\d+|base)\b");

    public bool Equals(BoundSql? other) =>
        other is not null
        && Text == other.Text
        && Parameters.Count == other.Parameters.Count
        && Parameters.All(p => other.Parameters.TryGetValue(p.Key, out var value) && value == p.Value);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
