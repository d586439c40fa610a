using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>
/// Boundaries between grapheme clusters near an index. As those of <see cref="CellText"/>, but without walking the line from its
/// beginning: between two characters that never join others there is always a boundary (UAX #29, GB999), so the walk begins at such a
/// place.
/// </summary>
internal static class ClusterBreaks
{
    /// <summary>The boundary at or before an index.</summary>
    public static int Snap(string text, int index) => index >= text.Length ? text.Length : Around(text, index).Start;

    /// <summary>The boundary at or after an index.</summary>
    public static int AtOrAfter(string text, int index)
    {
        var boundary = Snap(text, index);
        return boundary == index ? index : Next(text, boundary);
    }

    /// <summary>The boundary one cluster before an index, or 0.</summary>
    public static int Previous(string text, int index) => index <= 0 ? 0 : Around(text, Math.Min(index, text.Length) - 1).Start;

    /// <summary>The boundary one cluster after an index, or the end.</summary>
    public static int Next(string text, int index) => index >= text.Length ? text.Length : Around(text, index).End;

    /// <summary>Whether an index stands between clusters.</summary>
    public static bool IsBoundary(string text, int index) => Snap(text, index) == index;

    // The cluster that holds the UTF-16 unit at an index.
    private static (int Start, int End) Around(string text, int index)
    {
        var start = index;
        while (start > 0 && !(StandsAlone(text[start - 1]) && StandsAlone(text[start])))
            start--;
        foreach (var cluster in CellText.Clusters(text.AsSpan(start)))
        {
            if (start + cluster.End > index)
                return (start + cluster.Start, start + cluster.End);
        }

        return (text.Length, text.Length);
    }

    /// <summary>Whether a character never joins what stands before it: ASCII and Chinese characters.</summary>
    public static bool StandsAlone(char c) => c is >= ' ' and < '\x7F' or >= '\u4E00' and <= '\u9FFF';
}
