using System.Text;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>Word moves: a word is a run of letters, digits and _, or a run of Chinese characters, or a run of other signs.</summary>
internal static class Words
{
    /// <summary>What a word consists of.</summary>
    public enum Kind
    {
        Blank,
        Letter,
        Wide,
        Sign,
    }

    /// <summary>Start of the word before an index.</summary>
    public static int Previous(string text, int index)
    {
        var at = index;
        while (at > 0 && KindBefore(text, at) == Kind.Blank)
            at = ClusterBreaks.Previous(text, at);
        if (at == 0)
            return 0;
        var kind = KindBefore(text, at);
        while (at > 0 && KindBefore(text, at) == kind)
            at = ClusterBreaks.Previous(text, at);
        return at;
    }

    /// <summary>Start of the word after an index.</summary>
    public static int Next(string text, int index)
    {
        var at = index;
        if (at >= text.Length)
            return text.Length;
        var kind = KindAt(text, at);
        while (at < text.Length && KindAt(text, at) == kind)
            at = ClusterBreaks.Next(text, at);
        while (at < text.Length && KindAt(text, at) == Kind.Blank)
            at = ClusterBreaks.Next(text, at);
        return at;
    }

    /// <summary>
    /// The run of one kind that holds the character at an index (the one before it at the end of the text); empty in an empty text.
    /// </summary>
    public static (int Start, int End) At(string text, int index)
    {
        if (text.Length == 0)
            return (0, 0);
        var start = index >= text.Length ? ClusterBreaks.Previous(text, text.Length) : ClusterBreaks.Snap(text, index);
        var (kind, end) = (KindAt(text, start), start);
        while (start > 0 && KindBefore(text, start) == kind)
            start = ClusterBreaks.Previous(text, start);
        while (end < text.Length && KindAt(text, end) == kind)
            end = ClusterBreaks.Next(text, end);
        return (start, end);
    }

    /// <summary>
    /// Whether a word begins or ends at an index: the characters around it are of two kinds, or it is an end of the text.
    /// </summary>
    public static bool IsEdge(string text, int index) =>
        index <= 0 || index >= text.Length || KindBefore(text, index) != KindAt(text, index);

    private static Kind KindBefore(string text, int index) => KindAt(text, ClusterBreaks.Previous(text, index));

    /// <summary>The kind of the character at an index.</summary>
    public static Kind KindAt(string text, int index)
    {
        var rune = Rune.TryGetRuneAt(text, index, out var found) ? found : Rune.ReplacementChar;
        if (Rune.IsWhiteSpace(rune))
            return Kind.Blank;
        if (!Rune.IsLetterOrDigit(rune))
            return rune.Value == '_' ? Kind.Letter : Kind.Sign;
        return CellText.Width(rune.ToString()) == 2 ? Kind.Wide : Kind.Letter;
    }
}
