namespace Analytics.Cli;

/// <summary>Settings as options of the command line.</summary>
internal static class CommandText
{
    /// <summary>The words of an option; a value that begins like an option is tied to its own.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Its value; null where it takes none.</param>
    public static string[] Option(string name, string? value) =>
        value is null ? [$"--{name}"]
        : value.StartsWith('-') ? [$"--{name}={value}"]
        : [$"--{name}", value];
}
