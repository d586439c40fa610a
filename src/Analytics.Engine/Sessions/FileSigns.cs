using System.Text;

namespace Analytics.Engine.Sessions;

/// <summary>Tells by its first bytes whether a file is what its ending says.</summary>
internal static class FileSigns
{
    /// <summary>As many bytes as the signs take.</summary>
    public const int Beginning = 64;

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

    /// <param name="kind">What the ending says.</param>
    /// <param name="path">The file.</param>
    /// <param name="bytes">The first ones, of what is packed in it where it is packed.</param>
    /// <exception cref="UserException">It is empty, or begins as another kind of file does.</exception>
    public static void Require(FileKind kind, string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw FileRefusal.Of(FileFault.Empty, path);
        if (bytes.StartsWith("PARE"u8)) // the magic number of a Parquet file whose footer is encrypted
            throw FileRefusal.Of(FileFault.Encrypted, path);
        foreach (var (offset, sign, name, opened) in Signs)
        {
            if (bytes[Math.Min(offset, bytes.Length)..].StartsWith(Encoding.Latin1.GetBytes(sign)))
            {
                if (opened != kind)
                    throw FileRefusal.Of(FileFault.OtherKind, path, name);
                else
                    return;
            }
        }

        if (kind is FileKind.Parquet or FileKind.Database)
            throw FileRefusal.Of(FileFault.OtherKind, path);
    }
}
