namespace Analytics.Engine.Sql;

/// <summary>Collects what fits the typed prefix, and ranks it.</summary>
internal sealed class CompletionOffers(string prefix)
{
    private readonly Dictionary<string, (int Match, int Weight, int Order, CompletionItem Item)> _offers = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="item">The offer; it is dropped unless its label or another name fits what is typed.</param>
    /// <param name="weight">Of offers that fit the prefix alike, lower ones come first.</param>
    /// <param name="otherNames">Names under which it is found too; these count a little less than the label.</param>
    public void Add(CompletionItem item, int weight, IReadOnlyList<string>? otherNames = null)
    {
        var match = Match(item.Label);
        foreach (var name in otherNames ?? [])
            match = Math.Min(match, Match(name) + 1);
        if (match >= NoMatch)
            return;
        var offer = (match, weight, _offers.Count, item);
        if (!_offers.TryGetValue(item.InsertText, out var known) || (match, weight).CompareTo((known.Match, known.Weight)) < 0)
            _offers[item.InsertText] = offer;
    }

    /// <summary>The best ones, in order.</summary>
    public IReadOnlyList<CompletionItem> Best(int count) =>
        [.. _offers.Values.OrderBy(o => o.Match).ThenBy(o => o.Weight).ThenBy(o => o.Order).Take(count).Select(o => o.Item)];

    private const int NoMatch = 100;

    /// <summary>0: begins with the prefix; 2: a word within does; 4: holds it.</summary>
    private int Match(string name)
    {
        if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return 0;
        var at = name.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (prefix.Length < 2 && char.IsAscii(prefix[0])))
            return NoMatch;
        for (; at >= 0; at = name.IndexOf(prefix, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsLetterOrDigit(name[at - 1]))
                return 2;
        }

        return 4;
    }
}
