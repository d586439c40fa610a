using System.Text;

namespace Analytics.Engine.Export;

/// <summary>Values as parts of files' names, the same on every system.</summary>
public static class SafeFileName
{
    /// <summary>More would leave no room in a name of 255 bytes, in which a Chinese character takes three.</summary>
    private const int Longest = 64;

    private const string Refused = "/\\:*?\"<>|";

    /// <summary>Names that are devices on Windows, whatever ending follows.</summary>
    private static readonly string[] Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
    ];

    /// <summary>The text with <c>_</c> for what some system takes in no name; never empty, never a name for a folder.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        foreach (var letter in text.Length > Longest ? Cut(text) : text)
            name.Append(char.IsControl(letter) || Refused.Contains(letter) ? '_' : letter);
        // A dot at the beginning hides a file, one at the end and a blank are lost on Windows.
        var safe = name.ToString().Trim(' ').TrimEnd('.', ' ');
        if (safe.StartsWith('.'))
            safe = "_" + safe[1..];
        return safe.Length == 0 || Devices.Contains(safe.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? "_" + safe : safe;
    }

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
