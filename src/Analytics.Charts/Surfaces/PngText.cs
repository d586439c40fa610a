using System.Buffers.Binary;
using System.Text;

namespace Analytics.Charts;

/// <summary>Puts texts into a PNG as uncompressed <c>iTXt</c> chunks in UTF-8 (PNG specification, https://www.w3.org/TR/png-3/#11iTXt), right after the header chunk.</summary>
internal static class PngText
{
    /// <summary>Signature (8) and header chunk (4 + 4 + 13 + 4): where our chunks go.</summary>
    private const int AfterHeader = 33;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(i => CrcOf((uint)i))];

    /// <summary>The picture with one chunk for each text that is not empty.</summary>
    /// <param name="png">A whole PNG.</param>
    /// <param name="language">BCP 47 tag of the texts.</param>
    /// <param name="texts">Keyword (Latin-1, at most 79 characters) and text.</param>
    public static byte[] Insert(byte[] png, string language, IEnumerable<(string Keyword, string Text)> texts)
    {
        using var whole = new MemoryStream(png.Length + 4096);
        whole.Write(png.AsSpan(0, AfterHeader));
        foreach (var (keyword, text) in texts)
            if (text.Length > 0) Chunk(whole, Encoding.UTF8.GetBytes($"{keyword}\0\0\0{language}\0\0{text}"));
        whole.Write(png.AsSpan(AfterHeader));
        return whole.ToArray();
    }

    private static void Chunk(MemoryStream whole, byte[] data)
    {
        byte[] typed = [.. "iTXt"u8, .. data];
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
        foreach (var one in bytes) crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint CrcOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
