namespace Analytics.Actions;

/// <summary>The language of the user's locale.</summary>
internal static class Locale
{
    /// <summary>"zh" if the first set of LC_ALL, LC_MESSAGES, LANG names Chinese, else "en".</summary>
    public static string Language()
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh" : "en";
    }
}
