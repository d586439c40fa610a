using System.Globalization;

namespace Analytics.Terminal.Text;

/// <summary>How many cells the terminal gives characters of East Asian width "ambiguous" (“ ” … ① and others).</summary>
public enum AmbiguousWidth
{
    /// <summary>One cell, as most terminals do.</summary>
    One,

    /// <summary>Two cells, as terminals set up for older Chinese and Japanese programs do.</summary>
    Two,
}

/// <summary>One grapheme cluster of a text: what a reader takes for one character.</summary>
/// <param name="Start">Index of its first UTF-16 unit in the text.</param>
/// <param name="Length">Number of its UTF-16 units.</param>
/// <param name="Width">Cells it takes: 0, 1 or 2.</param>
/// <param name="IsDisputed">Whether terminals disagree about the width, so that the cursor has to be placed anew after it.</param>
public readonly record struct TextCluster(int Start, int Length, int Width, bool IsDisputed)
{
    /// <summary>Index just after the cluster.</summary>
    public int End => Start + Length;
}

/// <summary>Walks a text cluster by cluster (UAX #29, by .NET's own segmentation, which works without ICU).</summary>
public ref struct ClusterEnumerator
{
    private const int ZeroWidthJoiner = 0x200D,
        TextPresentation = 0xFE0E,
        EmojiPresentation = 0xFE0F,
        Keycap = 0x20E3;

    private readonly ReadOnlySpan<char> _text;
    private readonly AmbiguousWidth _ambiguous;

    internal ClusterEnumerator(ReadOnlySpan<char> text, AmbiguousWidth ambiguous)
    {
        _text = text;
        _ambiguous = ambiguous;
    }

    /// <summary>The cluster reached by the last <see cref="MoveNext"/>.</summary>
    public TextCluster Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly ClusterEnumerator GetEnumerator() => this;

    /// <summary>Steps to the next cluster; false at the end.</summary>
    public bool MoveNext()
    {
        var start = Current.End;
        if (start >= _text.Length)
            return false;
        var rest = _text[start..];
        Current = IsPlainAscii(rest) ? new(start, 1, 1, false) : Measure(start, StringInfo.GetNextTextElementLength(rest));
        return true;
    }

    // An ASCII character followed by ASCII is a cluster by itself, but for CR LF.
    private static bool IsPlainAscii(ReadOnlySpan<char> rest) => rest[0] is >= ' ' and < '\x7F' && (rest.Length == 1 || rest[1] < '\x7F');

    private readonly TextCluster Measure(int start, int length)
    {
        int total = 0,
            widest = 0,
            runes = 0,
            first = 0;
        bool disputed = false,
            picture = false;
        foreach (var rune in _text.Slice(start, length).EnumerateRunes())
        {
            if (runes++ == 0)
                first = rune.Value;
            var width = WidthOf(rune.Value, ref disputed);
            disputed |= rune.Value is ZeroWidthJoiner or TextPresentation or EmojiPresentation or Keycap;
            picture |= rune.Value == EmojiPresentation && WidthTable.IsEmoji(first);
            total += width;
            widest = Math.Max(widest, width);
        }
        disputed |= total != widest || IsRegionalIndicator(first);
        return new(start, length, picture ? 2 : Math.Min(total, 2), disputed);
    }

    private readonly int WidthOf(int codePoint, ref bool disputed)
    {
        var width = WidthTable.ClassOf(codePoint);
        if (width != WidthTable.Ambiguous)
            return width;
        disputed |= !IsLineDrawing(codePoint);
        return _ambiguous == AmbiguousWidth.Two ? 2 : 1;
    }

    // Frames are long runs of these; placing the cursor after each would triple the bytes, and the probe has settled them.
    private static bool IsLineDrawing(int codePoint) => codePoint is >= 0x2500 and <= 0x259F;

    private static bool IsRegionalIndicator(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;
}
