using System.CommandLine;
using Analytics.Cli.Completion;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Cli.Commands;

/// <summary><c>analytics caveats --run NAME | --sql SQL</c>: why figures of a result do not compare, one line a code.</summary>
internal static class CaveatsCommand
{
    public static readonly BatchCommand Definition = new(
        "caveats",
        "Say why the figures of a result are not comparable as they stand: code, rows, observations, words",
        (command, options) =>
        {
            var run = new Option<string>("--run") { Description = "A canned query", HelpName = "NAME" };
            var sql = new Option<string>("--sql") { Description = "SQL", HelpName = "SQL" };
            run.CompletionSources.Add(Offers.Queries(options));
            command.Add([run, sql, options.Param, options.Strict]);
            command.Add(options.Printing);
            return host => Run(host, host.Parsed.GetValue(run), host.Parsed.GetValue(sql));
        }
    );

    private static int Run(Host host, string? name, string? sql)
    {
        ResultPrinter.FormatOf(host);
        if (name is null == sql is null)
            throw UserException.Usage("请给出 --run 名称或 --sql SQL，二者取一。", "Give one of --run NAME and --sql SQL.");
        var given = host.Options.Parameters(host.Parsed);
        var query = name is null
            ? EvidenceQuery.Of(host.Session, host.Script(sql!), ParameterValues.FromText(given), host.Cancellation)
            : EvidenceQuery.Of(host.Session, host.Query(name), given, host.Cancellation);
        using var result = query.Run(cancellation: host.Cancellation);
        var caveats = ResultCheck.Caveats(host, query, result);
        ResultPrinter.Print(
            host,
            Listing.OfTexts(
                ["code", "rows", "obs_ids", "message"],
                caveats.Select(c =>
                    (IReadOnlyList<string?>)[c.Code, string.Join(',', c.Rows), string.Join(',', c.ObservationIds), c.Message]
                )
            )
        );
        return ResultCheck.Strict(host, caveats);
    }
}
