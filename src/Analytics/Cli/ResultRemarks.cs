using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>
/// What is said beside the rows of a result: why there are none, and which do not compare. Worked out after the rows are written, so that
/// they stream as they come; on standard error, and below the rows in formats that people read.
/// </summary>
/// <param name="host">Its session has run the statement.</param>
/// <param name="sql">The statement or script.</param>
/// <param name="parameters">Of the statement.</param>
/// <param name="values">Values of its parameters as text, which may name counties.</param>
internal sealed class ResultRemarks(Host host, string sql, ParameterValues parameters, IEnumerable<string?> values)
{
    private ILookup<Language, ResultCaveat>? _caveats;

    /// <summary>The lines below the rows of a format.</summary>
    public IReadOnlyList<string> Below(ExportFormat format, long rows) =>
        rows == 0 ? (Missing is { } missing ? [missing.Text.In(host.Language)] : [])
        : format.Name == "table" ? []
        : [.. Caveats[host.Language].Select(c => c.Message)];

    /// <summary>Says it on standard error; <c>--quiet</c> keeps it back.</summary>
    public void Say(long rows)
    {
        if (host.Parsed.GetValue(host.Options.Quiet))
            return;
        if (rows == 0 && Missing is { Code: not "no_match" } missing)
            host.Messages.Note(missing.Text.In(host.MessageLanguage));
        foreach (var (code, message) in rows == 0 ? [] : Caveats[host.MessageLanguage].Select(c => (c.Code, c.Message)))
        {
            host.Messages.Note(new Localized($"注意（{code}）：{message}", $"Caveat {code}: {message}").In(host.MessageLanguage));
        }
    }

    private MissingFigures? Missing => TracedPrinter.Missing(host, sql, values);

    /// <summary>By the language of their words: standard error and the rows may speak different ones.</summary>
    private ILookup<Language, ResultCaveat> Caveats => _caveats ??= Judged().ToLookup(c => c.Language, c => c.Caveat);

    /// <summary>The statement once more, as far as rows are judged. What the engine refuses now was no figures of the articles.</summary>
    private List<(Language Language, ResultCaveat Caveat)> Judged()
    {
        try
        {
            var query = EvidenceQuery.AfterRun(host.Session, sql, parameters);
            if (query is not { Mode: EvidenceMode.WithRows, MostObservations: > 0 })
                return [];
            using var result = query.Run(new RowLimit(ResultCaveats.MostRows), host.Cancellation);
            return
            [
                .. new[] { host.Language, host.MessageLanguage }
                    .Distinct()
                    .SelectMany(language => ResultCaveats.Of(host.Session, query, result, language).Select(c => (language, c))),
            ];
        }
        catch (DuckDbException)
        {
            return [];
        }
    }
}
