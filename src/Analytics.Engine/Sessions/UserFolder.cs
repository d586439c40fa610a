namespace Analytics.Engine.Sessions;

/// <summary>Where a user's own settings, models and pages lie.</summary>
public static class UserFolder
{
    /// <summary>The environment variable that names another settings file; models and pages lie beside it.</summary>
    public const string Variable = "ANALYTICS_CONFIG";

    private const string XdgVariable = "XDG_CONFIG_HOME";

    /// <summary>The environment variables that may say where the settings file is; the first that is set does.</summary>
    public static IReadOnlyList<string> Variables { get; } = [Variable, XdgVariable];

    private const string SettingsName = "config.yaml";

    /// <summary>Of this process; absolute. It need not be there.</summary>
    public static string Path => System.IO.Path.GetDirectoryName(SettingsFile(Environment.GetEnvironmentVariable))!;

    /// <summary>
    /// The settings file: <see cref="Variable"/>, else by the XDG base directory rules, on Windows the application data. Absolute.
    /// </summary>
    public static string SettingsFile(Func<string, string?> environment)
    {
        var variable = DecidingVariable(environment);
        if (variable == Variable)
            return System.IO.Path.GetFullPath(environment(Variable)!);
        if (OperatingSystem.IsWindows())
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData));
        return Below(
            variable is null
                ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config")
                : environment(variable)!
        );
    }

    /// <summary>The environment variable that says where the settings file is; null for none.</summary>
    public static string? DecidingVariable(Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } ? Variable
        // The rules say that a relative path is to be ignored.
        : !OperatingSystem.IsWindows() && environment(XdgVariable) is { Length: > 0 } xdg && System.IO.Path.IsPathRooted(xdg) ? XdgVariable
        : null;

    private static string Below(string folder) => System.IO.Path.Combine(folder, "analytics", SettingsName);
}
