using System.CommandLine;
using System.CommandLine.Help;

namespace Analytics.Cli;

/// <summary>What there is to say of a command, from its declaration, in a language; each part as names and words.</summary>
/// <param name="Description">In a sentence.</param>
/// <param name="Usage">How it is typed.</param>
/// <param name="Arguments">What it takes.</param>
/// <param name="Options">Its own.</param>
/// <param name="CommonOptions">Those that every command has.</param>
/// <param name="Commands">Those below it.</param>
/// <param name="Examples">Command lines that work.</param>
internal sealed record CommandHelp(
    string Description,
    string Usage,
    IReadOnlyList<(string Names, string Words)> Arguments,
    IReadOnlyList<(string Names, string Words)> Options,
    IReadOnlyList<(string Names, string Words)> CommonOptions,
    IReadOnlyList<(string Names, string Words)> Commands,
    IReadOnlyList<CommandExample> Examples
)
{
    public static CommandHelp Of(Command command, Language language)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        IReadOnlyList<Option> visible = [.. command.Options.Where(o => !o.Hidden)];
        List<Option> common = [.. (parent?.Options ?? []).Concat(visible).Where(o => o.Recursive && !o.Hidden)];
        var own = visible.Where(o => !o.Recursive).Concat(common.Where(o => o is HelpOption));
        return new(
            Words(command.Description),
            UsageOf(command, parent is null ? "" : parent.Name + " ", language),
            [.. command.Arguments.Select(a => ($"<{Name(a)}>", Words(a.Description)))],
            [.. own.Select(o => (Names(o), Words(o.Description)))],
            [.. common.Where(o => o is not HelpOption).Select(o => (Names(o), Words(o.Description)))],
            [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (UsageOf(c, "", language), Words(c.Description)))],
            CommandExamples.Of(parent is null ? "" : command.Name)
        );

        string Words(string? english) => language == Language.Zh ? HelpZh.Of(english) : english ?? "";
    }

    private static string UsageOf(Command command, string path, Language language)
    {
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[<{Name(a)}>]" : $"<{Name(a)}>");
        string[] words =
        [
            path + command.Name,
            .. command.Subcommands.Count > 0 ? [new Localized("[命令]", "[command]").In(language)] : Array.Empty<string>(),
            .. arguments,
            .. path.Length > 0 || command.Parents.All(p => p is not Command)
                ? [new Localized("[选项]", "[options]").In(language)]
                : Array.Empty<string>(),
        ];
        return string.Join(' ', words);
    }

    private static string Name(Argument argument) => argument.HelpName ?? argument.Name;

    /// <summary>Its names, as they are typed here: those that begin with a slash are of another system.</summary>
    private static string Names(Option option)
    {
        var names = option.Aliases.Append(option.Name).Where(n => n.StartsWith('-')).Distinct().OrderBy(n => n.Length);
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? string.Join(", ", names)
            : $"{string.Join(", ", names)} <{option.HelpName ?? option.Name.TrimStart('-')}>";
    }
}
