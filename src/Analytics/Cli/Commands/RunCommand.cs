using System.CommandLine;
using Analytics.Cli.Completion;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
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
            name.CompletionSources.Add(Offers.Queries(options));
            command.Arguments.Add(name);
            command.Add([
                options.Param,
                options.ObsIds,
                options.Envelope,
                options.Strict,
                options.FailIfEmpty,
                options.Each,
                options.Watch,
            ]);
            command.Add(options.Printing);
            return host => EachOutput.Run(host, one => Run(one, one.Parsed.GetValue(name)!));
        }
    );

    private static int Run(Host host, string name)
    {
        ResultPrinter.FormatOf(host);
        var query = host.Query(name);
        var given = host.Options.Parameters(host.Parsed);
        if (TracedDocument.FormatOf(host) is { } document)
            return TracedDocument.Write(host, document, Traced(), given, query.Compares ? Said : null);
        if (query.Compares || TracedPrinter.IsAskedFor(host))
            return TracedPrinter.Print(host, Traced(), given.Values, query.Compares ? Said : null);
        return ResultRemarks.AreWanted(host)
            ? TracedPrinter.Stream(host, Traced(), given.Values)
            : ResultPrinter.Print(
                host,
                host.Session.Run(query, given, host.Cancellation),
                new ResultRemarks(host, query.Statement, given.Values)
            );

        EvidenceQuery Traced() => EvidenceQuery.Of(host.Session, query, given, host.Cancellation);

        VerdictText? Said(ResultTable rows)
        {
            var verdict = CannedVerdict.Of(host.Session, query, given, rows);
            if (verdict is not null)
                host.Messages.Note(verdict.Medium.In(host.MessageLanguage));
            return verdict;
        }
    }
}
