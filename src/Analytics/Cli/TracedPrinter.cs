using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Verdicts;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>Prints a result whose rows are traced: with the observations of each, in an envelope, or held against its caveats.</summary>
internal static class TracedPrinter
{
    /// <summary>Whether the command line asks for more than the rows.</summary>
    public static bool IsAskedFor(Host host) =>
        host.Parsed.GetValue(host.Options.ObsIds)
        || host.Parsed.GetValue(host.Options.Envelope)
        || host.Options.StrictCodes(host.Parsed).Count > 0;

    /// <param name="host">Says what is asked for.</param>
    /// <param name="query">The statement.</param>
    /// <param name="values">Of its parameters, as text.</param>
    /// <param name="verdict">Says what it is on all rows of a query that compares; null for one that does not.</param>
    /// <returns>The exit code.</returns>
    public static int Print(Host host, EvidenceQuery query, IEnumerable<string?> values, Func<ResultTable, VerdictText?>? verdict = null)
    {
        var (named, enveloped) = (host.Parsed.GetValue(host.Options.ObsIds), host.Parsed.GetValue(host.Options.Envelope));
        if (enveloped)
            RequireJson(host, named);
        else if (named)
            RequireTraced(query);
        if (named && verdict is null && host.Options.StrictCodes(host.Parsed).Count == 0)
            return ResultPrinter.Print(host, query.RunNamed(host.Cancellation));
        var limit = host.Options.Limit(host.Parsed);
        // A verdict is on all rows, however many are shown.
        using var all = Read(host, query, named, verdict is null ? limit : default);
        var said = verdict?.Invoke(all.Table);
        using var result = all.Take(limit);
        if (enveloped)
            return Enveloped(host, query, result, values, said);
        if (!IsAskedFor(host))
            return ResultPrinter.Print(host, result.Table, new ResultRemarks(host, query.Sql, values, query, _ => result));
        var printed = ResultPrinter.Print(host, result.Table);
        return ResultCheck.Strict(host, ResultCheck.Caveats(host, query, result)) is not ExitCode.Done and var strict ? strict : printed;
    }

    /// <summary>Prints the rows as they come, and what there is to say of them.</summary>
    /// <returns>The exit code.</returns>
    public static int Stream(Host host, EvidenceQuery query, IEnumerable<string?> values)
    {
        using var streamed = query.Stream(ResultCaveats.MostRows, host.Cancellation);
        EvidenceResult? first = null;
        try
        {
            return ResultPrinter.Print(host, streamed.Rows, Remarks(rows => first ??= streamed.First(rows)));
        }
        finally
        {
            first?.Dispose();
        }

        ResultRemarks Remarks(Func<long, EvidenceResult?> judged) => new(host, query.Sql, values, query, judged);
    }

    private static EvidenceResult Read(Host host, EvidenceQuery query, bool named, RowLimit limit) =>
        named ? query.ReadNamed(limit, host.Cancellation) : query.Run(limit, host.Cancellation);

    /// <summary>Why there are no rows, as far as the places asked for tell; null where the product's tables cannot be reached.</summary>
    public static MissingFigures? Missing(Host host, string sql, IEnumerable<string?> values)
    {
        try
        {
            return MissingFigures.Of(host.Session, sql, values);
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    private static void RequireTraced(EvidenceQuery query)
    {
        if (query.Refusal is { } reason)
            throw UserException.Failed($"--obs-ids：查不出依据：{reason.Reason.Zh}。", $"--obs-ids: not traced: {reason.Reason.En}.");
    }

    private static void RequireJson(Host host, bool named)
    {
        if (ResultPrinter.FormatOf(host).Name != "json" || named)
        {
            throw UserException.Usage(
                "--envelope 要用 --format json，不与 --obs-ids 同用。",
                "--envelope goes with --format json, and not with --obs-ids."
            );
        }
    }

    private static int Enveloped(Host host, EvidenceQuery query, EvidenceResult result, IEnumerable<string?> values, VerdictText? verdict)
    {
        var caveats = ResultCheck.Caveats(host, query, result);
        var missing =
            result.Table.RowCount == 0 || query.MostObservations > 0 && result.StandsOnNothing ? Missing(host, query.Sql, values) : null;
        if (result.Table.RowCount > 0 && missing is { IsOfPlaces: false })
            missing = null;
        verdict ??= host.Canned is null ? VerdictOf(host, result) : null;
        ResultPrinter.Write(host, stream => ResultEnvelope.Write(host, stream, query, result, caveats, missing, verdict));
        return ResultCheck.Of(host, caveats, result.Table);
    }

    /// <summary>
    /// The verdict on the observations that rows of somebody's SQL stand on; null where they are not traced or stand on none. A canned
    /// query says itself what it compares: its rows may stand on bases and wholes too.
    /// </summary>
    private static VerdictText? VerdictOf(Host host, EvidenceResult result)
    {
        if (result.Reason is not null || !result.IsTraced)
            return null;
        var ids = Enumerable.Range(0, (int)result.Table.RowCount).SelectMany(row => result.Row(row).ObservationIds).Distinct().ToArray();
        return ids.Length == 0 ? null : new VerdictReader(host.Session).Of(ids);
    }
}
