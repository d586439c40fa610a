using Analytics.Terminal.Cells;

namespace Analytics.Terminal.Widgets;

/// <summary>Finds what a search marks in a text.</summary>
public static class SearchHighlight
{
    /// <summary>
    /// The stretches equal to the search text without regard to case, left to right, not overlapping; none for an empty search.
    /// </summary>
    public static IReadOnlyList<StyledSpan> Find(string text, string search, Style style)
    {
        if (search.Length == 0)
            return [];
        var found = new List<StyledSpan>();
        for (var at = 0; (at = text.IndexOf(search, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += search.Length)
            found.Add(new(at, search.Length, style));
        return found;
    }
}
