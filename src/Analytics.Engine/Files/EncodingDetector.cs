using System.Text;
using System.Text.Unicode;

namespace Analytics.Engine.Files;

/// <summary>What a text is taken to be encoded in.</summary>
/// <param name="Name">Of <see cref="TextEncoding"/>.</param>
/// <param name="IsCertain">Whether a mark at its beginning says so, or it is valid UTF-8; false for a guess.</param>
/// <param name="Other">Another encoding that fits about as well; null where none does.</param>
internal sealed record DetectedEncoding(string Name, bool IsCertain, string? Other = null);

/// <summary>
/// Tells the encoding of a text from its first bytes: by its mark, by the zero bytes of UTF-16, by validity as UTF-8, and else by how
/// common the characters are that come of reading it as GB18030 or Big5.
/// </summary>
internal static class EncodingDetector
{
    /// <summary>As many bytes as are looked at; what comes behind them is told of when it is read.</summary>
    public const int Sample = 1 << 22;

    /// <summary>As many bytes as are decoded to count characters.</summary>
    private const int Scored = 1 << 18;

    /// <summary>Encodings whose shares of common characters differ by less are both possible.</summary>
    private const double Margin = 0.1;

    /// <summary>A text of Chinese has at least this share of common characters, also with a few damaged bytes.</summary>
    private const double LeastCommon = 0.4;

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], TextEncoding.Utf8),
        ([0xFF, 0xFE, 0, 0], "utf-32"),
        ([0xFF, 0xFE], TextEncoding.Utf16),
        ([0xFE, 0xFF], TextEncoding.Utf16Swapped),
        ([0x84, 0x31, 0x95, 0x33], TextEncoding.Gb18030),
    ];

    private static readonly Encoding Gb = TextEncoding.Get(TextEncoding.Gb18030, DecoderFallback.ReplacementFallback);
    private static readonly Encoding Big5 = TextEncoding.Get(TextEncoding.Big5, DecoderFallback.ReplacementFallback);

    /// <summary>Null where the bytes are no text.</summary>
    /// <param name="bytes">The first ones of a text.</param>
    /// <param name="isWhole">Whether these are all; else the last character may be cut.</param>
    public static DetectedEncoding? Of(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        foreach (var (mark, name) in Marks)
        {
            if (bytes.StartsWith(mark))
                return new(name, IsCertain: true);
        }

        if (bytes.Contains((byte)0))
            return isWhole && bytes.Length % 2 == 1 ? null : Wide(bytes);
        if (IsUtf8(bytes, isWhole))
            return new(TextEncoding.Utf8, IsCertain: true);
        return IsMostlyUtf8(bytes, isWhole) ? new(TextEncoding.Utf8, IsCertain: false) : Narrow(bytes, isWhole);
    }

    /// <summary>UTF-16 without a mark: line ends, separators and digits give a zero in every second byte, always the same one.</summary>
    private static DetectedEncoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        var pairs = bytes.Length / 2;
        return odd > 4 * even && odd * 20 > pairs ? new(TextEncoding.Utf16, IsCertain: false)
            : even > 4 * odd && even * 20 > pairs ? new(TextEncoding.Utf16Swapped, IsCertain: false)
            : null;
    }

    /// <summary>Whether it is UTF-8 without a fault, which the engine reads by itself.</summary>
    /// <inheritdoc cref="Of"/>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        for (var cut = 0; cut <= (isWhole ? 0 : Math.Min(3, bytes.Length)); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is UTF-8 with a few damaged bytes, which no other encoding has by chance.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var (good, bad) = (0, 0);
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !isWhole)
                break;
            good += status == System.Buffers.OperationStatus.Done && length > 1 ? 1 : 0;
            bad += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            rest = rest[length..];
        }

        return bad == 0 || good > 10 * bad;
    }

    private static DetectedEncoding Narrow(ReadOnlySpan<byte> all, bool isWhole)
    {
        var bytes = all[..Math.Min(all.Length, Scored)];
        isWhole = isWhole && bytes.Length == all.Length;
        var (gb, big5) = (Common(Gb, bytes, isWhole, IsCommonInGb), Common(Big5, bytes, isWhole, IsCommonInBig5));
        var isWestern = !bytes.ContainsAny<byte>([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
        if (isWestern && (ArePairsRare(bytes) ? Math.Max(gb, big5) < 0.9 : Math.Max(gb, big5) < LeastCommon))
            return new(TextEncoding.Western, IsCertain: false);
        var other = Math.Abs(gb - big5) < Margin ? (gb >= big5 ? TextEncoding.Big5 : TextEncoding.Gb18030) : null;
        return new(gb >= big5 ? TextEncoding.Gb18030 : TextEncoding.Big5, IsCertain: false, other);
    }

    /// <summary>Letters with accents stand alone between plain ones, Chinese characters are pairs of high bytes.</summary>
    private static bool ArePairsRare(ReadOnlySpan<byte> bytes)
    {
        var (high, pairs) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            high++;
            if (i + 1 < bytes.Length && bytes[i + 1] >= 0x80)
            {
                (high, pairs) = (high + 1, pairs + 1);
                i++;
            }
        }

        return pairs * 2 < high * 0.6;
    }

    /// <summary>The share of common characters among those that are not ASCII, less what is none at all.</summary>
    private static double Common(Encoding encoding, ReadOnlySpan<byte> bytes, bool isWhole, Func<char, bool> isCommon)
    {
        var signs = encoding.GetString(bytes).Where(c => c >= 0x80).ToArray();
        // A sample ends anywhere, also within a character.
        if (!isWhole && signs is [.., '\uFFFD'])
            signs = signs[..^1];
        return signs.Length == 0 ? 0 : signs.Sum(c => Weight(c, isCommon)) / signs.Length;
    }

    private static double Weight(char sign, Func<char, bool> isCommon) =>
        sign switch
        {
            >= '\uE000' and <= '\uF8FF' or '\uFFFD' => -2, // private use, and what is no character
            >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF5E' or '“' or '”' or '—' or '…' => 1,
            >= '\u4E00' and <= '\u9FFF' => isCommon(sign) ? 1 : 0,
            _ => -0.5,
        };

    /// <summary>Level 1 of GB 2312: 3,755 characters, rows B0 to D7.</summary>
    private static bool IsCommonInGb(char sign) => Pair(Gb, sign) is { First: >= 0xB0 and <= 0xD7, Second: >= 0xA1 };

    /// <summary>Level 1 of Big5: 5,401 characters, rows A4 to C6.</summary>
    private static bool IsCommonInBig5(char sign) => Pair(Big5, sign) is { First: >= 0xA4 and <= 0xC6 };

    private static (byte First, byte Second)? Pair(Encoding encoding, char sign)
    {
        Span<byte> bytes = stackalloc byte[4];
        return encoding.TryGetBytes([sign], bytes, out var length) && length == 2 ? (bytes[0], bytes[1]) : null;
    }
}
