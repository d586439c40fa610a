using System.CommandLine;
using Analytics.Engine.Lineage;
using Analytics.Engine.Verdicts;

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
            command.Add([options.Param, options.ObsIds, options.Envelope, options.Strict]);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(name)!);
        }
    );

    private static int Run(Host host, string name)
    {
        ResultPrinter.FormatOf(host);
        var query = host.Query(name);
        var given = host.Options.Parameters(host.Parsed);
        var verdict = CannedVerdict.Of(host.Session, query, given, host.Cancellation);
        if (verdict is not null)
            host.Messages.Note(verdict.Medium.In(host.MessageLanguage));
        if (TracedPrinter.IsAskedFor(host))
            return TracedPrinter.Print(host, EvidenceQuery.Of(host.Session, query, given, host.Cancellation), given.Values, verdict);
        // Before the rows stream: to look up what a parameter may be is a query of its own.
        var (sql, values) = host.Session.Bound(query, given);
        return ResultPrinter.Print(
            host,
            host.Session.Run(query, given, host.Cancellation),
            new ResultRemarks(host, sql, values, given.Values)
        );
    }
}
