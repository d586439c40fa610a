namespace Analytics;

/// <summary>A language of the interface.</summary>
public enum Language
{
    Zh,
    En,
}

/// <summary>Languages as headers, options and settings write them.</summary>
public static class Languages
{
    /// <summary>Every code, <c>zh</c> and <c>en</c>.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["zh", "en"];

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.Zh ? "zh" : "en";

    /// <summary>The language as documents name it (BCP 47): simplified characters, whatever region reads them.</summary>
    public static string Tag(this Language language) => language == Language.Zh ? "zh-Hans" : "en";

    /// <summary>The language of a code; null if it is none.</summary>
    public static Language? Parse(string? code) =>
        code switch
        {
            "zh" => Language.Zh,
            "en" => Language.En,
            _ => null,
        };

    /// <summary>The language of the user's locale: Chinese if the first set of LC_ALL, LC_MESSAGES, LANG names it, else English.</summary>
    public static Language OfLocale()
    {
        var locale = LocaleVariable() is { } variable ? Environment.GetEnvironmentVariable(variable) : null;
        return locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Zh : Language.En;
    }

    /// <summary>The environment variables that name the locale; the first that is set decides.</summary>
    public static IReadOnlyList<string> LocaleVariables { get; } = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The one that decides; null where none is set.</summary>
    public static string? LocaleVariable() =>
        LocaleVariables.FirstOrDefault(v => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)));
}
