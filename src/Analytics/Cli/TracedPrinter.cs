using Analytics.Engine.Lineage;

namespace Analytics.Cli;

/// <summary>Prints a result whose rows are traced: with the observations behind each, or held against its caveats.</summary>
internal static class TracedPrinter
{
    /// <summary>Whether the command line asks for more than the rows.</summary>
    public static bool IsAskedFor(Host host) =>
        host.Parsed.GetValue(host.Options.ObsIds) || host.Options.StrictCodes(host.Parsed).Count > 0;

    /// <returns>The exit code.</returns>
    public static int Print(Host host, EvidenceQuery query)
    {
        var limit = host.Options.Limit(host.Parsed);
        if (host.Parsed.GetValue(host.Options.ObsIds))
        {
            if (query.Refusal is { } reason)
            {
                throw UserException.Failed($"--obs-ids：查不出依据：{reason.Reason.Zh}。", $"--obs-ids: not traced: {reason.Reason.En}.");
            }

            ResultPrinter.Print(host, query.RunNamed(host.Cancellation));
        }

        if (host.Options.StrictCodes(host.Parsed).Count == 0)
            return ExitCode.Done;
        using var result = query.Run(limit, host.Cancellation);
        if (!host.Parsed.GetValue(host.Options.ObsIds))
            ResultPrinter.Print(host, result.Table);
        return ResultCheck.Strict(host, ResultCheck.Caveats(host, query, result));
    }
}
