using System.IO.Compression;
using ZstdSharp;

namespace Analytics.Engine.Files;

/// <summary>Files that may be packed, as their content.</summary>
internal static class PackedFile
{
    /// <summary>The endings of packed files, behind that of what is in them.</summary>
    public static readonly IReadOnlyList<string> Endings = [".gz", ".zst"];

    /// <summary>The path without the ending that says it is packed.</summary>
    public static string Unpacked(string path) =>
        Endings.FirstOrDefault(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending ? path[..^ending.Length] : path;

    /// <summary>
    /// The content of a file, whose ending says whether it is packed, as the engine has it. The caller disposes the stream.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".gz" => new GZipStream(file, CompressionMode.Decompress),
            ".zst" => new DecompressionStream(file, leaveOpen: false),
            _ => file,
        };
    }

    /// <summary>Whether it says that what is packed is damaged or cut off, which shows only where it is read.</summary>
    public static bool IsDamage(Exception e) => e is InvalidDataException or ZstdException;

    /// <summary>The first bytes of the content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">As many at most.</param>
    /// <exception cref="InvalidDataException">What is packed in it is damaged.</exception>
    /// <inheritdoc cref="Open"/>
    public static byte[] Beginning(string path, int most)
    {
        using var stream = Open(path);
        try
        {
            var bytes = new byte[most];
            var read = stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false);
            return bytes[..read];
        }
        catch (ZstdException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
