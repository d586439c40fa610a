using System.Security.Cryptography;
using System.Text;

namespace Analytics.Curation;

/// <summary>A text file as decoded, with the hash of its bytes.</summary>
internal sealed record DecodedFile(string Text, string Sha256);

/// <summary>Reads text files strictly: what is not plain UTF-8 with LF line ends is said, with its line.</summary>
internal static class StrictTextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null when nothing of it can be used (then a finding says why).</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">What findings call it.</param>
    /// <param name="findings">Receives what is wrong with the file.</param>
    public static DecodedFile? Read(string path, string name, List<Finding> findings)
    {
        var bytes = ReadBytes(path, name, findings);
        if (bytes is null)
            return null;
        var text = Decode(bytes, name, findings);
        if (text is null)
            return null;
        CheckBeginning(text, name, findings);
        CheckLineEnds(text, name, findings);
        return new DecodedFile(text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static byte[]? ReadBytes(string path, string name, List<Finding> findings)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Add(
                TextFileRules.Missing.At(name, null, new($"没有 {name}（找的是 {path}）。", $"{name} does not exist (looked for {path})."))
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(
                TextFileRules.Unreadable.At(name, null, new($"读不了 {path}：{e.Message}", $"{path} cannot be read: {e.Message}"))
            );
        }
        return null;
    }

    private static string? Decode(byte[] bytes, string name, List<Finding> findings)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var at = FirstInvalidByte(bytes);
            var line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            var found = Convert.ToHexString(e.BytesUnknown ?? []);
            findings.Add(
                TextFileRules.Encoding.At(
                    name,
                    line,
                    new($"第 {line} 行的第 {at} 个字节（0x{found}）不是 UTF-8。", $"Byte {at} (0x{found}) on line {line} is not UTF-8.")
                )
            );
            return null;
        }
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static void CheckBeginning(string text, string name, List<Finding> findings)
    {
        if (text.StartsWith('\uFEFF'))
        {
            findings.Add(
                TextFileRules.ByteOrderMark.At(
                    name,
                    1,
                    new($"{name} 以字节顺序标记（EF BB BF）开头。", $"{name} begins with a byte order mark (EF BB BF).")
                )
            );
        }
    }

    private static void CheckLineEnds(string text, string name, List<Finding> findings)
    {
        var at = text.IndexOf('\r');
        if (at < 0)
            return;
        var line = 1 + text.AsSpan(0, at).Count('\n');
        findings.Add(
            TextFileRules.LineEnding.At(
                name,
                line,
                new(
                    $"{name} 有 {text.AsSpan().Count('\r')} 个回车符，第一个在第 {line} 行。",
                    $"{name} has {text.AsSpan().Count('\r')} carriage returns, the first on line {line}."
                )
            )
        );
    }
}
