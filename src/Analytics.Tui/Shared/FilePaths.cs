using System.Text;

namespace Analytics.Tui.Shared;

/// <summary>Names of files as users type them.</summary>
internal static class FilePaths
{
    /// <summary>The full path, <c>~/</c> being the user's home.</summary>
    public static string Full(string path) =>
        Path.GetFullPath(
            path.StartsWith("~/", StringComparison.Ordinal)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path.Length == 0 ? "."
            : path.Replace("\0", "")
        );

    /// <summary>A text as a file holds it: its last line is ended too.</summary>
    public static string Ended(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";

    /// <summary>The folder of a path being typed, with its separator, and what follows it.</summary>
    public static (string Folder, string Leaf) Split(string typed)
    {
        var at = OperatingSystem.IsWindows() ? typed.LastIndexOfAny(['/', '\\']) : typed.LastIndexOf('/');
        return (typed[..(at + 1)], typed[(at + 1)..]);
    }

    /// <summary>
    /// The path in what a terminal pastes when a file is dropped on it: bare, in quotes, with backslashes before blanks, or as a
    /// <c>file://</c>
    /// address; null if it is no absolute path.
    /// </summary>
    public static string? Dropped(string pasted)
    {
        var text = pasted.Trim();
        if (text.Length == 0 || text.AsSpan().IndexOfAny('\r', '\n') >= 0)
            return null;
        var plain = Unquoted(text);
        if (plain.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            return Uri.TryCreate(plain, UriKind.Absolute, out var address) ? address.LocalPath : null;
        return Path.IsPathFullyQualified(plain) || plain.StartsWith("~/", StringComparison.Ordinal) ? plain : null;
    }

    /// <summary>Quotes and backslashes as a shell reads them. Windows has no backslash before blanks; it is its separator.</summary>
    private static string Unquoted(string text)
    {
        var plain = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == quote)
                quote = '\0';
            else if (quote == '\0' && text[i] is '\'' or '"')
                quote = text[i];
            else if (text[i] == '\\' && quote != '\'' && i + 1 < text.Length && !OperatingSystem.IsWindows())
                plain.Append(text[++i]);
            else
                plain.Append(text[i]);
        }
        // A quote that never ends is part of the name.
        return quote == '\0' ? plain.ToString() : text;
    }
}
