using Analytics.Engine;
using Analytics.Engine.Pages;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>Requests as commands of a POSIX shell, and settings as options.</summary>
internal static class CommandText
{
    private const string Program = "analytics",
        PageCommand = "page",
        Dashes = "--";

    private static readonly string[] PageOptions = [PageSettings.Parameter, PageSettings.Condition, PageSettings.Level, PageSettings.Kind];

    public static CommandSyntax Syntax { get; } = new(Of, Of, ReadPage);

    /// <summary>The command that does what is asked for.</summary>
    public static string Of(BatchRequest request)
    {
        string[] words =
        [
            Program,
            .. Command(request),
            .. request.Parameters.SelectMany(p => Option("param", $"{p.Key}={p.Value}")),
            .. request.Files.SelectMany(file => Option("open", file)),
            .. request.Reading.SelectMany(s => Option(s.Name, s.Value)),
            .. request.Chart is { } chart ? Chart(chart) : [],
        ];
        return string.Join(' ', words.Select(ShellText.Quote));
    }

    /// <summary>The command that opens a page.</summary>
    public static string Of(PageRequest page)
    {
        string[] words = [Program, PageCommand, page.Page, .. page.Settings.SelectMany(s => Option(s.Name, s.Value))];
        return string.Join(' ', words.Select(ShellText.Quote));
    }

    /// <summary>The page that a command opens, by hand or by <see cref="Of(PageRequest)"/>.</summary>
    /// <exception cref="UserException">It is another command, or has options that set nothing on a page.</exception>
    public static PageRequest ReadPage(string command)
    {
        if (ShellText.Words(command) is not [Program, PageCommand, var page, .. var words] || page.StartsWith('-'))
        {
            throw UserException.Usage(
                $"“{command}”应以 {Program} {PageCommand} 和页面的名称开头。",
                $"'{command}' should begin with '{Program} {PageCommand} NAME'."
            );
        }

        var settings = new List<Setting>();
        for (var i = 0; i < words.Length; i++)
        {
            var parts = words[i].Split('=', 2);
            var name = parts[0].StartsWith(Dashes, StringComparison.Ordinal) ? parts[0][Dashes.Length..] : "";
            if (!PageOptions.Contains(name))
            {
                throw UserException.Usage(
                    $"“{command}”：{words[i]} 不能留在书签里。",
                    $"'{command}': {words[i]} is nothing that a bookmark keeps."
                );
            }
            if (parts.Length == 1 && i + 1 == words.Length)
                throw UserException.Usage($"“{command}”：{words[i]} 后面缺少值。", $"'{command}': {words[i]} lacks a value.");
            settings.Add(new(name, parts.Length == 2 ? parts[1] : words[++i]));
        }

        return new PageRequest(page, settings);
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
