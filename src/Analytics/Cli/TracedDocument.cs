using Analytics.Engine.Documents;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Verdicts;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>Writes a result that stands on figures as a document: rows lead to their sentences, which come with them.</summary>
internal static class TracedDocument
{
    /// <summary>The format of documents that is asked for; null for another one, or where more is asked for than a document says.</summary>
    public static DocumentFormat? FormatOf(Host host)
    {
        var isOther = host.Parsed.GetValue(host.Options.ObsIds) || host.Parsed.GetValue(host.Options.Envelope);
        var name = ResultPrinter.FormatOf(host).Name;
        return isOther ? null : DocumentFormat.OfResults.FirstOrDefault(f => f.Name == name);
    }

    /// <param name="host">Says what is asked for.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="query">The statement.</param>
    /// <param name="values">Of its parameters, as text.</param>
    /// <param name="verdict">Says what it is on all rows of a query that compares; null for one that does not.</param>
    /// <returns>The exit code.</returns>
    public static int Write(
        Host host,
        DocumentFormat format,
        EvidenceQuery query,
        IReadOnlyDictionary<string, string?> values,
        Func<ResultTable, VerdictText?>? verdict = null
    )
    {
        var limit = host.Options.Limit(host.Parsed);
        using var all = query.Run(verdict is null ? limit : default, host.Cancellation);
        var said = verdict?.Invoke(all.Table);
        using var result = all.Take(limit);
        var caveats = ResultCheck.Caveats(host, query, result);
        var part = new ResultPart(query, result, host.Language)
        {
            Canned = host.Canned,
            IsOurs = host.Canned is not null,
            Verdict = said?.Medium,
            Caveats = caveats,
            Missing = Missing(host, query, result, values),
            Null = host.Options.Write(host.Parsed).NullText ?? "–",
        };
        var sentences = new SentenceNumbers(host.Session, host.Language);
        var written = part.Of(host.Language == Language.Zh ? "数据" : "data", "", sentences);
        var document = new Document(Title(host, values), host.Language, [written])
        {
            Lead = part.StandsOnFigures ? [DocumentWords.AsStated.In(host.Language)] : [],
            Sources = sentences.All,
            About = DocumentAbout.Of(host),
        };
        ResultPrinter.Write(
            host,
            stream =>
            {
                foreach (var remark in format.Write(document, stream).Remarks)
                    Messages.Warn(remark.In(host.MessageLanguage));
            }
        );
        new ResultRemarks(host, query.Sql, values.Values, query, _ => result).Say(result.Table.RowCount);
        if (result.Table.IsTruncated)
            ResultPrinter.WarnOfTruncation(host, result.Table.RowCount);
        return ResultCheck.Of(host, caveats, result.Table);
    }

    private static MissingFigures? Missing(
        Host host,
        EvidenceQuery query,
        EvidenceResult result,
        IReadOnlyDictionary<string, string?> values
    ) =>
        result.Table.RowCount == 0 || query.MostObservations > 0 && result.StandsOnNothing
            ? TracedPrinter.Missing(host, query.Sql, values.Values)
            : null;

    private static string Title(Host host, IReadOnlyDictionary<string, string?> values) =>
        host.Canned is { } canned ? host.Session.Title(canned, values).In(host.Language)
        : host.Language == Language.Zh ? "查询结果"
        : "Result of a query";
}
