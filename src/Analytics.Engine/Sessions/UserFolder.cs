namespace Analytics.Engine.Sessions;

/// <summary>Where a user's own settings, models and pages lie.</summary>
public static class UserFolder
{
    /// <summary>The environment variable that names another settings file; models and pages lie beside it.</summary>
    public const string Variable = "ANALYTICS_CONFIG";

    private const string SettingsName = "config.yaml";

    /// <summary>Of this process; absolute. It need not be there.</summary>
    public static string Path => System.IO.Path.GetDirectoryName(SettingsFile(Environment.GetEnvironmentVariable))!;

    /// <summary>
    /// The settings file: <see cref="Variable"/>, else by the XDG base directory rules, on Windows the application data. Absolute.
    /// </summary>
    public static string SettingsFile(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } chosen)
            return System.IO.Path.GetFullPath(chosen);
        if (OperatingSystem.IsWindows())
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData));
        // The rules say that a relative path is to be ignored.
        return Below(
            environment("XDG_CONFIG_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathRooted(xdg)
                ? xdg
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config")
        );
    }

    private static string Below(string folder) => System.IO.Path.Combine(folder, "analytics", SettingsName);
}
