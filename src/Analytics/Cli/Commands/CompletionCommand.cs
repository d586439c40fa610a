using System.CommandLine;
using Analytics.Cli.Completion;
using Analytics.DuckDb;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics completion SHELL</c>, and the hidden <c>analytics suggest LINE</c> that the scripts ask.</summary>
internal static class CompletionCommand
{
    public static readonly BatchCommand Definition = new(
        "completion",
        "Print the completion of a shell: names of commands, queries, parameters and their values, formats, columns",
        (command, _) =>
        {
            var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
            shell.AcceptOnlyFromAmong([.. ShellScripts.All.Keys]);
            command.Arguments.Add(shell);
            return host => Print(ShellScripts.All[host.Parsed.GetValue(shell)!]);
        }
    );

    public static readonly BatchCommand Suggest = new(
        "suggest",
        "What may stand at the end of a command line; asked by the completion of a shell",
        (command, options) =>
        {
            var line = new Argument<string>("LINE") { Description = "The command line up to the cursor" };
            command.Arguments.Add(line);
            command.Hidden = true;
            return host => Answer(host, options, host.Parsed.GetValue(line)!);
        }
    );

    private static int Answer(Host host, CommonOptions options, string line)
    {
        var offers = "";
        try
        {
            var root = (RootCommand)host.Parsed.RootCommandResult.Command;
            var all = CommandCompletion.Of(root, line, (parsed, text) => InLanguage(options.LanguageOf(parsed), text));
            // A line each: what a value or its description has beyond one would be taken for another offer.
            offers = string.Concat(
                all.Where(o => !o.Label.Contains('\n')).Select(o => $"{o.Label}\t{FirstLine(o.Detail)}".TrimEnd('\t') + "\n")
            );
        }
        catch (Exception e) when (e is UserException or DuckDbException or IOException or UnauthorizedAccessException)
        {
            // Whoever is typing wants no message between the letters; the command will say it.
        }

        return Print(offers);
    }

    private static string InLanguage(Language language, string? text) => language == Language.Zh ? HelpZh.Of(text) : text ?? "";

    private static string FirstLine(string? text) => text?.Split('\n')[0] ?? "";

    private static int Print(string text)
    {
        using var output = StandardOutput.Open();
        output.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return ExitCode.Done;
    }
}
