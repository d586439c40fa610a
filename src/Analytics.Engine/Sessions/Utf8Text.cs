using System.Text;

namespace Analytics.Engine.Sessions;

/// <summary>Text that must be UTF-8: a wrong encoding is said, never replaced by question marks.</summary>
public static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UserException">The file is not UTF-8.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string ReadFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <param name="stream">Read from where it stands to its end; not closed.</param>
    /// <param name="name">What the stream is called in an error.</param>
    public static string Read(Stream stream, string name)
    {
        try
        {
            return new StreamReader(stream, Strict).ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            var bytes = string.Join(' ', e.BytesUnknown!.Select(b => $"0x{b:X2}"));
            throw UserException.Failed(
                $"{name} 不是 UTF-8，其中有 {bytes}。请另存为 UTF-8（不读 GBK 和 UTF-16）。",
                $"{name} is not UTF-8: it contains {bytes}. Save it as UTF-8 (GBK and UTF-16 are not read).",
                e
            );
        }
    }
}
