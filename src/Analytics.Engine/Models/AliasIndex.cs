using System.Text;
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
                Add(_exact, Folded(text), member);
        }

        foreach (var member in members)
        {
            foreach (var text in Texts(member).SelectMany(Shortened))
                Add(_loose, Folded(text), member);
        }
    }

    /// <summary>The member that a text means.</summary>
    public AliasMatch Find(string text)
    {
        var folded = Folded(text);
        var found = _exact.GetValueOrDefault(folded) ?? _loose.GetValueOrDefault(folded);
        if (found is null)
            return new AliasMatch.None(NearestNames.Of(text, _members.SelectMany(Texts).Distinct()));
        var widest = found.Min(m => m.Depth);
        var members = found.Where(m => m.Depth == widest).ToArray();
        return members is [var one] ? new AliasMatch.One(one) : new AliasMatch.Several(members);
    }

    private static IEnumerable<string> Texts(Member member) =>
        new[] { member.Key, member.Name.Zh, member.Name.En, member.Brief.Zh, member.Brief.En }.Concat(member.Aliases).Distinct();

    /// <summary>A name without its official ending, with and without the name of a people.</summary>
    private static IEnumerable<string> Shortened(string text)
    {
        var core = ShortNames.Of(ShortNames.ChineseDivision, text);
        if (core != text)
        {
            yield return core;
            if (text.EndsWith("自治县", StringComparison.Ordinal))
                yield return core + "县";
        }

        if (text.Contains(' ', StringComparison.Ordinal))
            yield return ShortNames.Of(ShortNames.FirstWord, text);
    }

    private static void Add(Dictionary<string, List<Member>> index, string text, Member member)
    {
        if (!index.TryGetValue(text, out var members))
            index[text] = members = [];
        if (!members.Contains(member))
            members.Add(member);
    }

    /// <summary>The form in which texts are compared.</summary>
    internal static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var plain = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            if (!char.IsWhiteSpace(plain) && plain is not ('\'' or '’'))
                folded.Append(WithoutTone(char.ToLowerInvariant(plain)));
        }

        return folded.ToString();
    }

    /// <summary>A letter of pinyin without its tone.</summary>
    private static char WithoutTone(char letter)
    {
        const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";
        const string Plain = "aaaaeeeeiiiioooouuuuvvvvv";
        return Toned.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : letter;
    }
}
