using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>Holds a result against the caveats that the command line does not accept.</summary>
internal static class ResultCheck
{
    /// <summary>The caveats of a result; on standard error what keeps them from being whole.</summary>
    public static IReadOnlyList<ResultCaveat> Caveats(Host host, EvidenceQuery query, EvidenceResult result)
    {
        if ((result.Reason ?? query.Refusal) is { } reason)
        {
            Messages.Warn(
                new Localized(
                    $"查不出依据，注意事项不全：{reason.Reason.Zh}。",
                    $"Not traced, so caveats may be missing: {reason.Reason.En}."
                ).In(host.MessageLanguage)
            );
        }

        if (result.Table.RowCount > ResultCaveats.MostRows)
        {
            Messages.Warn(
                new Localized($"只看了前 {ResultCaveats.MostRows} 行。", $"Only the first {ResultCaveats.MostRows} rows were judged.").In(
                    host.MessageLanguage
                )
            );
        }

        return ResultCaveats.Of(host.Session, query, result, host.Language);
    }

    /// <summary>The exit code of so many rows: whether there are none where <c>--fail-if-empty</c> wants some.</summary>
    /// <param name="host">Says what is wanted.</param>
    /// <param name="rows">Those that were written.</param>
    /// <param name="isTruncated">Whether there were more, so that even none written is not an empty result.</param>
    public static int Empty(Host host, long rows, bool isTruncated)
    {
        if (rows > 0 || isTruncated || !host.Parsed.GetValue(host.Options.FailIfEmpty))
            return ExitCode.Done;
        host.Fail("结果没有行（--fail-if-empty）。", "The result has no rows (--fail-if-empty).");
        return ExitCode.Empty;
    }

    /// <inheritdoc cref="Empty(Host, long, bool)"/>
    public static int Empty(Host host, ResultTable rows) => Empty(host, rows.RowCount, rows.IsTruncated);

    /// <summary>
    /// The exit code of a result that was judged: a caveat of <c>--strict</c> is about rows, so it and emptiness never hold together.
    /// </summary>
    public static int Of(Host host, IReadOnlyList<ResultCaveat> caveats, ResultTable rows) =>
        Strict(host, caveats) is not ExitCode.Done and var strict ? strict : Empty(host, rows);

    /// <summary>The exit code: whether one of the caveats is of a code of <c>--strict</c>, which standard error then names.</summary>
    public static int Strict(Host host, IReadOnlyList<ResultCaveat> caveats)
    {
        var strict = host.Options.StrictCodes(host.Parsed);
        var held = caveats.Where(c => strict.Contains(c.Code)).ToList();
        foreach (var caveat in held)
        {
            Messages.Error($"--strict {caveat.Code}: {caveat.Message}");
        }

        return held.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }
}
