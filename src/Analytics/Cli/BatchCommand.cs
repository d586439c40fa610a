using System.CommandLine;
using Analytics.DuckDb;

namespace Analytics.Cli;

/// <summary>A command of the batch side.</summary>
/// <param name="Name">What is typed for it.</param>
/// <param name="Description">One sentence for the help.</param>
/// <param name="Declare">Adds its arguments and options and returns what runs it.</param>
internal sealed record BatchCommand(string Name, string Description, Func<Command, CommonOptions, Func<Host, int>> Declare)
{
    public Command Build(CommonOptions options, Task<DuckDbDatabase>? warmDatabase)
    {
        var command = new Command(Name, Description);
        var run = Declare(command, options);
        command.SetAction(parsed => Host.Run(parsed, options, warmDatabase, host => Watch.Run(host, run)));
        return command;
    }
}

internal static class CommandExtensions
{
    public static void Add(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
    }
}
