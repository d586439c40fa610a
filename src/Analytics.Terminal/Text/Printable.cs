using System.Buffers;
using System.Text;

namespace Analytics.Terminal.Text;

/// <summary>
/// Makes text safe to send to a terminal: control characters, and format characters that hide or reorder text, become visible.
/// C0 controls and DEL turn into their pictures (␛ ␊ ␉ ␡), other such characters into <c>\u202E</c> form, lone surrogates into U+FFFD.
/// Joiners, variation selectors and emoji tags stay, since they shape characters.
/// </summary>
public static class Printable
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    /// <summary>The text itself when nothing in it is unprintable, else a copy with such characters shown.</summary>
    public static string Of(string text) => text.AsSpan().IndexOfAny(Suspects) < 0 ? text : Rewrite(text);

    /// <summary>Whether the text holds anything that <see cref="Of"/> would change.</summary>
    public static bool IsPrintable(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Suspects) < 0)
            return true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnprintable(rune.Value))
                return false;
        }

        return !HasLoneSurrogate(text);
    }

    private static string Rewrite(string text)
    {
        if (IsPrintable(text))
            return text;
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            AppendVisible(result, rune);
        return result.ToString();
    }

    private static void AppendVisible(StringBuilder result, Rune rune)
    {
        var value = rune.Value;
        if (value < 0x20)
            result.Append((char)(0x2400 + value));
        else if (value == 0x7F)
            result.Append('\u2421');
        else if (IsUnprintable(value))
            result.Append(value > 0xFFFF ? $@"\U{value:X8}" : $@"\u{value:X4}");
        else
            result.Append(rune.ToString());
    }

    private static bool IsUnprintable(int value) =>
        value
            is < 0x20
                or (>= 0x7F and <= 0x9F)
                or 0xAD
                or 0x61C
                or 0x180E
                or 0x200B
                or 0x200E
                or 0x200F
                or (>= 0x2028 and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0xFEFF
                or (>= 0xFFF9 and <= 0xFFFB)
                or 0xE0001;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done)
                return true;
            text = text[consumed..];
        }
        return false;
    }

    // Surrogates are only suspects: most are halves of proper pairs, which Rewrite finds out.
    private static string SuspectCharacters() =>
        string.Concat(Enumerable.Range(0, 0x10000).Where(c => IsUnprintable(c) || char.IsSurrogate((char)c)).Select(c => (char)c));
}
