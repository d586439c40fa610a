namespace Analytics.Tui.Editing;

/// <summary>Names of files as users type them.</summary>
static class FilePaths
{
    /// <summary>The full path, <c>~/</c> being the user's home.</summary>
    public static string Full(string path) => Path.GetFullPath(path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path);

    /// <summary>A text as a file holds it: its last line is ended too.</summary>
    public static string Ended(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
}
