using System.CommandLine;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics man</c>: the manual page.</summary>
internal static class ManCommand
{
    public static readonly BatchCommand Definition = new(
        "man",
        "Print the manual page, for man to show",
        (command, options) =>
        {
            command.Add([options.Output, options.Force]);
            return host => ResultPrinter.Write(host, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(Page(host))));
        }
    );

    private static string Page(Host host) => ManPage.Of((RootCommand)host.Parsed.RootCommandResult.Command, host.Language);
}
