using Analytics.DuckDb;
using Analytics.Engine.Export;
using Analytics.Engine.Lineage;
using Analytics.Figures;

namespace Analytics.Cli;

/// <summary>
/// What is said beside the rows of a result: why there are none, and which do not compare. Worked out after the rows are written, so that
/// they stream as they come; on standard error, and below the rows in formats that people read.
/// </summary>
/// <param name="host">Its session has run the statement, which does not run again.</param>
/// <param name="sql">The statement or script.</param>
/// <param name="values">Values of its parameters as text, which may name counties.</param>
/// <param name="query">What rows stand on; null where they stand on no figures.</param>
/// <param name="judged">The first of so many rows that were written, with their evidence; null where that is not there.</param>
internal sealed class ResultRemarks(
    Host host,
    string sql,
    IEnumerable<string?> values,
    EvidenceQuery? query = null,
    Func<long, EvidenceResult?>? judged = null
)
{
    private readonly Dictionary<Language, IReadOnlyList<ResultCaveat>> _caveats = [];

    /// <summary>Whether anything of the figures is said at all: on standard error, or below the rows.</summary>
    public static bool AreWanted(Host host) => !host.Parsed.GetValue(host.Options.Quiet) || ResultPrinter.FormatOf(host).Name == "markdown";

    /// <summary>The lines below the rows of a format.</summary>
    public IReadOnlyList<string> Below(ExportFormat format, long rows) =>
        WhyNone(rows) is { } none && (rows == 0 || none.IsOfPlaces) ? [none.Text.In(host.Language)]
        : format.Name == "table" ? []
        : [.. Caveats(rows, host.Language).Select(c => c.Message)];

    /// <summary>Says it on standard error; <c>--quiet</c> keeps it back.</summary>
    public void Say(long rows)
    {
        if (host.Parsed.GetValue(host.Options.Quiet))
            return;
        if (WhyNone(rows) is { IsOfPlaces: true } none)
            host.Messages.Note(none.Text.In(host.MessageLanguage));
        foreach (var caveat in Caveats(rows, host.MessageLanguage))
        {
            host.Messages.Note(
                new Localized($"注意（{caveat.Code}）：{caveat.Message}", $"Caveat {caveat.Code}: {caveat.Message}").In(
                    host.MessageLanguage
                )
            );
        }
    }

    /// <summary>Why there is no row, or none that stands on a figure, so that a count of 0 is not taken for one.</summary>
    private MissingFigures? WhyNone(long rows) =>
        rows == 0 || Judged(rows) is { StandsOnNothing: true } ? TracedPrinter.Missing(host, sql, values) : null;

    private EvidenceResult? Judged(long rows) =>
        rows > 0 && query is { MostObservations: > 0 } && judged?.Invoke(rows) is { IsTraced: true } result ? result : null;

    /// <summary>In a language: standard error and the rows may speak different ones. What the engine refuses now is left out.</summary>
    private IReadOnlyList<ResultCaveat> Caveats(long rows, Language language)
    {
        if (_caveats.TryGetValue(language, out var known))
            return known;
        try
        {
            return _caveats[language] = Judged(rows) is { } result ? ResultCaveats.Of(host.Session, query!, result, language) : [];
        }
        catch (DuckDbException)
        {
            return _caveats[language] = [];
        }
    }
}
