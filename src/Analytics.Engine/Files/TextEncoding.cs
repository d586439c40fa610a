using System.Text;

namespace Analytics.Engine.Files;

/// <summary>Encodings of text by their names.</summary>
internal static class TextEncoding
{
    public const string Utf8 = "UTF-8",
        Gb18030 = "GB18030",
        Big5 = "Big5",
        Utf16 = "UTF-16LE",
        Utf16Swapped = "UTF-16BE",
        Western = "windows-1252";

    /// <summary>
    /// Names that are meant in a wider sense: who writes GBK or GB2312 has signs that GB18030 holds as well (GB 18030-2022).
    /// </summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = Utf8,
        ["gbk"] = Gb18030,
        ["gb2312"] = Gb18030,
        ["cp936"] = Gb18030,
        ["cp950"] = Big5,
        ["utf-16"] = Utf16,
        ["utf16"] = Utf16,
        ["utf16le"] = Utf16,
        ["utf16be"] = Utf16Swapped,
        ["cp1252"] = Western,
        ["latin1"] = Western,
        ["latin-1"] = Western,
        ["iso-8859-1"] = Western,
    };

    /// <summary>The name of an encoding as the product writes it.</summary>
    /// <param name="asked">As a user writes it, in any case.</param>
    /// <exception cref="UserException">No encoding is called so.</exception>
    public static string Named(string asked)
    {
        var name = Meant.GetValueOrDefault(asked, asked);
        string[] known = [Utf8, Gb18030, Big5, Utf16, Utf16Swapped, Western];
        if (known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) is { } own)
            return own;
        try
        {
            return Get(name, DecoderFallback.ReplacementFallback).WebName;
        }
        catch (ArgumentException e)
        {
            throw UserException.Usage(
                $"没有叫“{asked}”的编码；可用 {string.Join("、", known)} 等。",
                $"No encoding is called '{asked}'; expected for example {string.Join(", ", known)}.",
                e
            );
        }
    }

    /// <param name="name">Of <see cref="Named"/>.</param>
    /// <param name="fallback">What becomes of bytes that are no character of it.</param>
    public static Encoding Get(string name, DecoderFallback fallback) =>
        name switch
        {
            Utf8 => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback),
            Utf16 => Encoding.GetEncoding("utf-16", EncoderFallback.ReplacementFallback, fallback),
            Utf16Swapped => Encoding.GetEncoding("utf-16BE", EncoderFallback.ReplacementFallback, fallback),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback),
        };
}
