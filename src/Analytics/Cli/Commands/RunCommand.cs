using System.CommandLine;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics run NAME [--param k=v]...</c></summary>
internal static class RunCommand
{
    public static readonly BatchCommand Definition = new(
        "run",
        "Run a canned query",
        (command, options) =>
        {
            var name = new Argument<string>("NAME") { Description = "A name of 'analytics list queries'" };
            command.Arguments.Add(name);
            command.Options.Add(options.Param);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(name)!);
        }
    );

    private static int Run(Host host, string name)
    {
        ResultPrinter.FormatOf(host);
        var query = host.Query(name);
        return ResultPrinter.Print(host, host.Session.Run(query, host.Options.Parameters(host.Parsed), host.Cancellation));
    }
}
