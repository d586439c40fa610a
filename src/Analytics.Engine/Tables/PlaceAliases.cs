using Analytics.Engine.Queries;

namespace Analytics.Engine.Tables;

/// <summary>What people call the places, as the table <c>alias</c> has it. Immutable.</summary>
public sealed class PlaceAliases
{
    private readonly ILookup<string, string> _places;
    private readonly ILookup<string, string> _names;

    /// <param name="rows">Each name with the place that it means.</param>
    internal PlaceAliases(IReadOnlyCollection<(string Alias, string PlaceId)> rows)
    {
        _places = rows.ToLookup(r => FoldedName.Of(r.Alias), r => r.PlaceId);
        _names = rows.ToLookup(r => r.PlaceId, r => r.Alias);
    }

    /// <summary>All names of the place that a text means, itself among them; none where it means none or several.</summary>
    public IReadOnlyList<string> NamesOf(string text) => Places(text) is [var place] ? [.. _names[place]] : [];

    /// <summary>Those of some values that mean a place which a text may mean; each side may be any name of it.</summary>
    public IReadOnlyList<string> Meant(string text, IEnumerable<string> values)
    {
        var places = Places(text);
        return places.Count == 0 ? [] : [.. values.Where(v => Places(v).Intersect(places).Any())];
    }

    /// <summary>Those of some values one of whose names is nearly a text, the nearest first.</summary>
    public IReadOnlyList<string> Near(string text, IReadOnlyCollection<string> values)
    {
        var folded = FoldedName.Of(text);
        var names = values
            .SelectMany(v => NamesOf(v).Append(v).Select(n => (Name: FoldedName.Of(n), Value: v)))
            .Where(n => n.Name.Any(folded.Contains))
            .DistinctBy(n => n.Name)
            .ToDictionary(n => n.Name, n => n.Value);
        return [.. NearestNames.Of(folded, names.Keys).Select(n => names[n]).Distinct()];
    }

    private IReadOnlyList<string> Places(string text) => [.. _places[FoldedName.Of(text)].Distinct()];
}
