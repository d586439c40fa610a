using System.Buffers.Binary;
using System.Text;

namespace Analytics.Charts;

/// <summary>
/// Puts texts into a PNG as uncompressed <c>iTXt</c> chunks in UTF-8, and its size on paper as <c>pHYs</c> (PNG specification,
/// https://www.w3.org/TR/png-3/), right after the header chunk.
/// </summary>
internal static class PngText
{
    /// <summary>Signature (8) and header chunk (4 + 4 + 13 + 4): where our chunks go.</summary>
    private const int AfterHeader = 33;

    /// <summary>72 pixels per inch, in pixels per metre.</summary>
    private const int PixelsPerMetre = 2835;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(i => CrcOf((uint)i))];

    /// <summary>The picture with one chunk for each text that is not empty. A finer picture is no larger on paper.</summary>
    /// <param name="png">A whole PNG.</param>
    /// <param name="scale">Pixels for each point (1/72 inch) of paper.</param>
    /// <param name="language">BCP 47 tag of the texts.</param>
    /// <param name="texts">Keyword (Latin-1, at most 79 characters) and text.</param>
    public static byte[] Insert(byte[] png, int scale, string language, IEnumerable<(string Keyword, string Text)> texts)
    {
        using var whole = new MemoryStream(png.Length + 4096);
        whole.Write(png.AsSpan(0, AfterHeader));
        Chunk(whole, "pHYs"u8, Size(scale * PixelsPerMetre));
        foreach (var (keyword, text) in texts)
        {
            if (text.Length > 0)
                Chunk(whole, "iTXt"u8, Encoding.UTF8.GetBytes($"{keyword}\0\0\0{language}\0\0{text}"));
        }

        foreach (var (type, chunk) in Chunks(png))
        {
            if (type != "pHYs")
                whole.Write(png.AsSpan(chunk));
        }

        return whole.ToArray();
    }

    /// <summary>Both sides in pixels per metre.</summary>
    private static byte[] Size(int pixels)
    {
        var data = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(data, pixels);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), pixels);
        data[8] = 1;
        return data;
    }

    /// <summary>The chunks behind the header, whole.</summary>
    private static IEnumerable<(string Type, Range Chunk)> Chunks(byte[] png)
    {
        var at = AfterHeader;
        while (at < png.Length)
        {
            var end = at + 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), at..end);
            at = end;
        }
    }

    private static void Chunk(MemoryStream whole, ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] typed = [.. type, .. data];
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        whole.Write(word);
        whole.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc(typed));
        whole.Write(word);
    }

    /// <summary>CRC-32 of ISO 3309, as PNG uses it.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint CrcOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
