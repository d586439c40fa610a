using System.CommandLine;
using Analytics.Cli.Commands;
using Analytics.DuckDb;
using Analytics.Engine;
using Analytics.Engine.Sessions;
using Analytics.Terminal.Terminals;
using Analytics.Tui;
using Analytics.Tui.Settings;

namespace Analytics.Cli;

/// <summary>The batch side of the program: from arguments to an exit code.</summary>
static class CommandLine
{
    public static int Run(string[] args)
    {
        // The very first thing: opening the engine takes longer than everything else until the query starts.
        var warmDatabase = NeedsEngine(args) ? OpenAhead() : null;
        var options = new CommonOptions();
        var root = Root(options, warmDatabase);
        // Response files are off: an argument that begins with @ is text.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0 ? WrongUsage(parsed) : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>Opens the engine on a thread of its own, which starts sooner than the first of the thread pool.</summary>
    static Task<DuckDbDatabase> OpenAhead() => Task.Factory.StartNew(
        () => DuckDbDatabase.Open(null, AnalyticsSession.DatabaseSettings),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    static RootCommand Root(CommonOptions options, Task<DuckDbDatabase>? warmDatabase)
    {
        var root = new RootCommand("Figures from newspaper articles about the counties of Tongren, each tied to its sentence. Without a command: the console.");
        foreach (var option in options.Global)
            root.Options.Add(option);
        foreach (var command in Commands())
            root.Subcommands.Add(command.Build(options, warmDatabase));
        root.SetAction(parsed => Host.Run(parsed, options, null, host => StartConsole(host)));
        return root;
    }

    /// <summary>Without a command: the console, if there is a terminal for it.</summary>
    static int StartConsole(Host host)
    {
        var options = host.Options.Session(host.Parsed);
        // A file that is not there is wrong usage, said before the console takes the screen.
        OpenedFile.All(options.Open);
        try
        {
            return ConsoleStart.Run(options, host.Options.GivenLanguage(host.Parsed));
        }
        catch (TerminalException e)
        {
            throw new EngineException(EngineErrorKind.Usage, e.Message, e);
        }
    }

    static IEnumerable<BatchCommand> Commands() =>
    [
        QueryCommand.Definition, RunCommand.Definition, ListCommand.Definition(KeyList.Read), DescribeCommand.Definition,
        ChartCommand.Definition, EvidenceCommand.Definition, CurationCommands.Build, CurationCommands.Check, CurationCommands.ExportAnnotations,
    ];

    /// <summary>Whether to open the engine on a worker while the arguments are parsed.</summary>
    static bool NeedsEngine(string[] args) =>
        args.Length > 1 && args[0] is "query" or "run" or "list" or "describe" or "chart" or "evidence";

    static int WrongUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Messages.Error(error.Message);
        Messages.Error($"'analytics {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help' shows the usage.");
        return ExitCode.Usage;
    }
}
