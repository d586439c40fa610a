using Analytics.Engine;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>Requests as commands of a POSIX shell, and settings as options.</summary>
internal static class CommandText
{
    /// <summary>The command that does what is asked for.</summary>
    public static string Of(BatchRequest request)
    {
        string[] words =
        [
            "analytics",
            .. Command(request),
            .. request.Parameters.SelectMany(p => Option("param", $"{p.Key}={p.Value}")),
            .. request.Files.SelectMany(file => Option("open", file)),
            .. request.Chart is { } chart ? Chart(chart) : [],
        ];
        return string.Join(' ', words.Select(ShellText.Quote));
    }

    /// <summary>The words of an option; a value that begins like an option is tied to its own.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Its value; null where it takes none.</param>
    public static string[] Option(string name, string? value) =>
        value is null ? [$"--{name}"]
        : value.StartsWith('-') ? [$"--{name}={value}"]
        : [$"--{name}", value];

    private static string[] Command(BatchRequest request) =>
        (request.Chart, request.Query) switch
        {
            (null, { } name) => ["run", name],
            (null, null) => ["query", request.Sql!],
            (_, { } name) => ["chart", name],
            _ => ["chart", .. Option("sql", request.Sql)],
        };

    private static IEnumerable<string> Chart(BatchChart chart) =>
        [.. chart.Change.Settings().SelectMany(s => Option(s.Name, s.Value)), .. Option("lang", chart.Language.Code()), "-o", chart.File];
}
