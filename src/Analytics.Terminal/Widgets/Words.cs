using System.Text;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>Word moves: a word is a run of letters, digits and _, or a run of Chinese characters, or a run of other signs.</summary>
internal static class Words
{
    private enum Kind { Blank, Letter, Wide, Sign }

    /// <summary>Start of the word before an index.</summary>
    public static int Previous(string text, int index)
    {
        var at = index;
        while (at > 0 && KindBefore(text, at) == Kind.Blank)
            at = CellText.Previous(text, at);
        if (at == 0)
            return 0;
        var kind = KindBefore(text, at);
        while (at > 0 && KindBefore(text, at) == kind)
            at = CellText.Previous(text, at);
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
            at = CellText.Next(text, at);
        while (at < text.Length && KindAt(text, at) == Kind.Blank)
            at = CellText.Next(text, at);
        return at;
    }

    private static Kind KindBefore(string text, int index) => KindAt(text, CellText.Previous(text, index));

    private static Kind KindAt(string text, int index)
    {
        var rune = Rune.TryGetRuneAt(text, index, out var found) ? found : Rune.ReplacementChar;
        if (Rune.IsWhiteSpace(rune))
            return Kind.Blank;
        if (!Rune.IsLetterOrDigit(rune))
            return rune.Value == '_' ? Kind.Letter : Kind.Sign;
        return CellText.Width(rune.ToString()) == 2 ? Kind.Wide : Kind.Letter;
    }
}

/// <summary>Where clusters end.</summary>
internal static class ClusterBreaks
{
    /// <summary>The cluster boundary at or after an index.</summary>
    public static int AtOrAfter(string text, int index)
    {
        var boundary = CellText.Snap(text, index);
        return boundary == index ? index : CellText.Next(text, boundary);
    }
}
