using System.Text;

namespace Analytics.Engine.Sessions;

/// <summary>Tells by its first bytes whether a file is what its ending says.</summary>
internal static class FileSigns
{
    /// <summary>As much of a text as is searched for bytes that are no UTF-8; the rest is left to the engine.</summary>
    private const int Sample = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Offset and bytes (magic numbers of the formats' specifications; that of DuckDB's header stands behind its checksum).
    private static readonly (int Offset, string Sign, string Kind, FileKind? Opened)[] Signs =
    [
        (0, "PAR1", "Parquet", FileKind.Parquet),
        (8, "DUCK", "DuckDB", FileKind.Database),
        (0, "SQLite format 3", "SQLite", null),
        (0, "PK\x03\x04", "ZIP / XLSX", null),
        (0, "\x1F\x8B", "gzip", null),
        (0, "%PDF", "PDF", null),
    ];

    /// <exception cref="UserException">It is empty, of another kind, or no UTF-8 text where a text is needed.</exception>
    public static void Require(FileKind kind, string path, Stream stream)
    {
        var bytes = new byte[Math.Min(Sample, stream.Length)];
        stream.ReadExactly(bytes);
        if (bytes.Length == 0)
            throw FileRefusal.Of(FileFault.Empty, path);
        if (bytes.AsSpan().StartsWith("PARE"u8)) // the magic number of a Parquet file whose footer is encrypted
            throw FileRefusal.Of(FileFault.Encrypted, path);
        foreach (var (offset, sign, name, opened) in Signs)
        {
            if (bytes.AsSpan(Math.Min(offset, bytes.Length)).StartsWith(Encoding.Latin1.GetBytes(sign)))
            {
                if (opened != kind)
                    throw FileRefusal.Of(FileFault.OtherKind, path, name);
                else
                    return;
            }
        }

        if (kind is FileKind.Parquet or FileKind.Database)
            throw FileRefusal.Of(FileFault.OtherKind, path);
        RequireUtf8(bytes, path, isWhole: stream.Length <= Sample);
    }

    private static void RequireUtf8(byte[] bytes, string path, bool isWhole)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw FileRefusal.Of(FileFault.Encoding, path, "UTF-16");
        if (bytes.AsSpan().IndexOf((byte)0) >= 0)
            throw FileRefusal.Of(FileFault.Binary, path);
        // A sample ends anywhere, also within a character.
        var text = isWhole ? bytes : bytes[..(Array.LastIndexOf(bytes, (byte)'\n') + 1)];
        try
        {
            Utf8.GetCharCount(text);
        }
        catch (DecoderFallbackException e)
        {
            var line = text.AsSpan(0, e.Index).Count((byte)'\n') + 1;
            throw FileRefusal.Of(FileFault.Encoding, path, IsGb18030(text) ? "GB18030" : "", line, e);
        }
    }

    /// <summary>Whether all of it can be read so, and the better part of what is not ASCII is then Chinese.</summary>
    private static bool IsGb18030(byte[] bytes)
    {
        try
        {
            var gb = CodePagesEncodingProvider.Instance.GetEncoding(
                "GB18030",
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!;
            var signs = gb.GetString(bytes).Where(c => c > 0x7F).ToArray();
            return signs.Count(c => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or >= '\uFF00') > signs.Length / 2;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
