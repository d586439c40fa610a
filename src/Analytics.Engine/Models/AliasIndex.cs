using Analytics.Engine.Queries;

namespace Analytics.Engine.Models;

/// <summary>What a text found.</summary>
public abstract record AliasMatch
{
    private AliasMatch() { }

    /// <param name="Member">The one.</param>
    public sealed record One(Member Member) : AliasMatch;

    /// <param name="Members">Those that it may mean, which must be asked.</param>
    public sealed record Several(IReadOnlyList<Member> Members) : AliasMatch;

    /// <param name="Near">Names that may have been meant.</param>
    public sealed record None(IReadOnlyList<string> Near) : AliasMatch;
}

/// <summary>
/// Members by what people call them. Full width, tones, blanks and upper case do not matter; the ending of an official name may be left
/// off. A short form that members of several levels share is the widest one's; among equals it is ambiguous.
/// </summary>
public sealed class AliasIndex
{
    private readonly Dictionary<string, List<Member>> _exact = [];
    private readonly Dictionary<string, List<Member>> _loose = [];
    private readonly IReadOnlyList<Member> _members;

    public AliasIndex(IReadOnlyList<Member> members)
    {
        _members = members;
        foreach (var member in members)
        {
            foreach (var text in Texts(member))
                Add(_exact, FoldedName.Of(text), member);
        }

        foreach (var member in members)
        {
            foreach (var text in Texts(member).SelectMany(PlaceNames.Forms))
                Add(_loose, FoldedName.Of(text), member);
        }
    }

    /// <summary>The member that a text means.</summary>
    public AliasMatch Find(string text)
    {
        var folded = FoldedName.Of(text);
        var found = _exact.GetValueOrDefault(folded) ?? _loose.GetValueOrDefault(folded);
        if (found is null)
            return new AliasMatch.None(NearestNames.Of(text, _members.SelectMany(Texts).Distinct()));
        var widest = found.Min(m => m.Depth);
        var members = found.Where(m => m.Depth == widest).ToArray();
        return members is [var one] ? new AliasMatch.One(one) : new AliasMatch.Several(members);
    }

    private static IEnumerable<string> Texts(Member member) =>
        new[] { member.Key, member.Name.Zh, member.Name.En, member.Brief.Zh, member.Brief.En }.Concat(member.Aliases).Distinct();

    private static void Add(Dictionary<string, List<Member>> index, string text, Member member)
    {
        if (!index.TryGetValue(text, out var members))
            index[text] = members = [];
        if (!members.Contains(member))
            members.Add(member);
    }
}
