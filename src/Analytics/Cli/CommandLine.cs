using System.CommandLine;
using System.CommandLine.Help;
using Analytics.Cli.Commands;
using Analytics.DuckDb;
using Analytics.Engine.Pages;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;
using Analytics.Terminal.Terminals;

namespace Analytics.Cli;

/// <summary>What the command line knows of the console.</summary>
/// <param name="Start">
/// Runs it, in the language that was asked for, if any, on the page that was asked for, if any, or on SQL; returns the exit code.
/// </param>
/// <param name="Keys">Its bindable keys, with their help in a language.</param>
/// <param name="Language">The language that its settings file names, if any.</param>
/// <param name="Settings">Its settings, each with where it comes from.</param>
/// <param name="Screen">A page as it shows it on a screen of some size.</param>
internal sealed record ConsoleEntry(
    Func<SessionOptions, Language?, PageRequest?, bool, int> Start,
    Func<Language, Listing> Keys,
    Func<SessionOptions, Language, PageRequest, (int Width, int Height), string> Screen,
    Func<Language?> Language,
    Func<Listing> Settings
);

/// <summary>The batch side of the program: from arguments to an exit code.</summary>
internal static class CommandLine
{
    /// <summary>How arguments are read. Response files are off: an argument that begins with @ is text.</summary>
    internal static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(string[] args, ConsoleEntry console)
    {
        // The very first thing: opening the engine takes longer than everything else until the query starts.
        var warmDatabase = NeedsEngine(args) ? OpenAhead() : null;
        var options = new CommonOptions();
        var root = Root(options, console, warmDatabase, LanguageOf);
        var parsed = root.Parse(args, Parsing);
        return parsed.Errors.Count > 0
            ? WrongUsage(parsed, options, LanguageOf(parsed))
            : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });

        // Help and wrong usage are read by people: in the language asked for here, or else in the settings file.
        Language LanguageOf(ParseResult result) => options.GivenLanguage(result) ?? console.Language() ?? Language.En;
    }

    /// <summary>Opens the engine on a thread of its own, which starts sooner than the first of the thread pool.</summary>
    private static Task<DuckDbDatabase> OpenAhead() =>
        Task.Factory.StartNew(
            () => DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    /// <summary>All commands with their arguments and options.</summary>
    internal static RootCommand Root(
        CommonOptions options,
        ConsoleEntry console,
        Task<DuckDbDatabase>? warmDatabase,
        Func<ParseResult, Language> languageOf
    )
    {
        var root = new RootCommand(
            "Figures from newspaper articles about the counties of Tongren, each tied to its sentence. Without a command: the console."
        );
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpInLanguage(languageOf);
        foreach (var option in options.Global)
            root.Options.Add(option);
        var page = new Option<string>("--page")
        {
            Description = "The console's first screen is this page, or the page of this bookmark.",
            HelpName = "NAME",
        };
        var sql = new Option<bool>("--sql") { Description = "The console's first screen is the SQL editor." };
        root.Options.Add(page);
        root.Options.Add(sql);
        foreach (var command in Commands(console))
            root.Subcommands.Add(command.Build(options, warmDatabase));
        root.SetAction(parsed =>
            Host.Run(
                parsed,
                options,
                null,
                host => StartConsole(host, console, host.Parsed.GetValue(page), host.Parsed.GetValue(sql)),
                isBatch: false
            )
        );
        return root;
    }

    /// <summary>Without a command: the console, if there is a terminal for it.</summary>
    private static int StartConsole(Host host, ConsoleEntry console, string? page, bool startsWithSql)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            throw UserException.Usage(
                "控制台要用终端作标准输入和输出；脚本用的命令见 analytics --help。",
                "The console needs a terminal on standard input and output; 'analytics --help' shows the commands for scripts."
            );
        }

        var options = host.Options.Session(host.Parsed);
        // A file that is not there is wrong usage, said before the console takes the screen.
        OpenedFile.All(options.Open);
        var first = page is null ? null : PageOf(options.Home, page);
        try
        {
            return console.Start(options, host.Options.GivenLanguage(host.Parsed), first, startsWithSql);
        }
        catch (TerminalException e)
        {
            throw UserException.Usage(e.Message, e.Message, e);
        }
    }

    /// <summary>The page of a name, or else that of a bookmark.</summary>
    private static PageRequest PageOf(Home home, string name)
    {
        var catalog = PageCatalog.Of(home);
        var isBookmark = !catalog.Names().Contains(name) && Bookmarks.OfUser.All().Any(b => b.Name == name);
        var request = isBookmark ? CommandText.ReadPage(Bookmarks.OfUser.Command(name)) : new PageRequest(name, []);
        catalog.Read(request.Page).Get();
        return request;
    }

    private static IEnumerable<BatchCommand> Commands(ConsoleEntry console) =>
        [
            QueryCommand.Definition,
            RunCommand.Definition,
            ListCommand.Definition(console.Keys),
            DescribeCommand.Definition,
            ChartCommand.Definition,
            EvidenceCommand.Definition,
            CaveatsCommand.Definition,
            PageCommand.Definition(console.Screen),
            ReportCommand.Definition,
            ReportCommand.Verify,
            ConfigCommand.Definition(console.Settings),
            CurationCommands.Build,
            CurationCommands.Check,
            CurationCommands.ExportAnnotations,
            CompletionCommand.Definition,
            ManCommand.Definition,
            CompletionCommand.Suggest,
        ];

    /// <summary>Whether to open the engine on a worker while the arguments are parsed.</summary>
    private static bool NeedsEngine(string[] args) =>
        args.Length > 1
        && args[0] is "query" or "run" or "list" or "describe" or "chart" or "evidence" or "caveats" or "page" or "report" or "config"
        && !(args[0] == "describe" && DescribeCommand.IsParquet(args[1]));

    private static int WrongUsage(ParseResult parsed, CommonOptions options, Language language)
    {
        var command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        if (UnknownOption(parsed, options) is { } unknown)
        {
            Messages.Error(unknown.In(language));
        }
        else
        {
            foreach (var error in parsed.Errors)
                Messages.Error(language == Language.Zh ? UsageErrorZh.Of(error.Message) : error.Message);
        }

        Messages.Error(language == Language.Zh ? $"用法见 analytics {command}--help。" : $"'analytics {command}--help' shows the usage.");
        return ExitCode.Usage;
    }

    /// <summary>
    /// An option that the command does not have is taken for an argument by the parser, whose own message then names its value.
    /// </summary>
    private static Localized? UnknownOption(ParseResult parsed, CommonOptions options)
    {
        string[] known = [.. parsed.CommandResult.Command.Options.Concat(options.Global).Select(o => o.Name), "--help", "--version"];
        var name = parsed
            .Tokens.Where(t =>
                t.Type == System.CommandLine.Parsing.TokenType.Argument
                && t.Value.StartsWith("--", StringComparison.Ordinal)
                && t.Value.Length > 2
            )
            .Select(t => t.Value.Split('=')[0])
            .FirstOrDefault(n => !known.Contains(n) && !n.Contains(' ', StringComparison.Ordinal));
        if (name is null)
            return null;
        var nearest = NearestNames.Of(name, known) is [var near, ..] ? near : null;
        return new(
            $"没有选项 {name}{(nearest is null ? "" : $"；是否指 {nearest}？")}",
            $"There is no option {name}{(nearest is null ? "" : $"; did you mean {nearest}?")}"
        );
    }
}
