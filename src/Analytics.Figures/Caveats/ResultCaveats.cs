using Analytics.Charts;
using Analytics.DuckDb;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Workspaces;

namespace Analytics.Figures;

/// <summary>A reason why figures of a result are not comparable as they stand, or do not add up.</summary>
/// <param name="Code">A caveat code.</param>
/// <param name="Rows">The rows that it is about, 1-based.</param>
/// <param name="ObservationIds">What the figures of these rows are, or were worked out from.</param>
/// <param name="Message">In words of the language that was asked for.</param>
public sealed record ResultCaveat(string Code, IReadOnlyList<long> Rows, IReadOnlyList<string> ObservationIds, string Message);

/// <summary>
/// The caveats of any result, judged by lineage on each column that shows figures of the articles: what rows name has no part in it.
/// </summary>
public static class ResultCaveats
{
    /// <summary>Rows that are judged; a reader compares no more.</summary>
    public const int MostRows = 2_000;

    /// <summary>All codes, the most serious first.</summary>
    public static IReadOnlyList<string> Codes => ChartCaveats.Severity;

    /// <summary>One a code, the most serious first.</summary>
    /// <param name="session">Reads the observations.</param>
    /// <param name="query">The statement.</param>
    /// <param name="result">Its rows; the first <see cref="MostRows"/> are judged.</param>
    /// <param name="language">Of the words.</param>
    public static IReadOnlyList<ResultCaveat> Of(AnalyticsSession session, EvidenceQuery query, EvidenceResult result, Language language)
    {
        var evidence = ChartEvidence.Of(session, query, result);
        return Grouped(
            Figures(result.Table, query.Columns).SelectMany(column => OfColumn(session, result.Table, evidence, column, language)),
            language
        );
    }

    /// <summary>What speaks against combining figures in one cell; each figure is a row, 1-based in the order given.</summary>
    /// <param name="session">Reads links between them.</param>
    /// <param name="figures">Those that the cell stands on.</param>
    /// <param name="origin">Where its column comes from: whether it adds or takes a mean.</param>
    /// <param name="language">Of the words.</param>
    public static IReadOnlyList<ResultCaveat> OfCombined(
        AnalyticsSession session,
        IReadOnlyList<Observation> figures,
        ColumnOrigin origin,
        Language language
    )
    {
        var rows = figures
            .Select(o =>
                ChartRow.Of(
                    new ChartMark(language == Language.Zh ? o.PlaceZh : o.PlaceEn, o.Value),
                    o.Value,
                    new(ColumnOwner.Articles, [o], []) { IsCopy = true }
                )
            )
            .ToList();
        var whole = new ChartRow(new ChartMark("", 0), RowBasis.Derived, figures, figures);
        var links = new ObservationLinks(session, figures.Select(o => o.Id));
        var all = Enumerable.Range(0, figures.Count).ToArray();
        var reasons = ChartCaveats
            .Reasons(session, rows, ChartKind.Bar, language, "")
            .Concat(ChartGuards.Additive([whole], links, ChartEvidence.DeclaredBy(origin), language).Select(r => r with { Rows = all }));
        return Grouped(
            reasons.Select(r => new ResultCaveat(r.Code, [.. r.Rows.Select(i => i + 1L)], [.. r.Rows.Select(i => figures[i].Id)], r.Text)),
            language
        );
    }

    /// <summary>One a code, the most serious first.</summary>
    private static IReadOnlyList<ResultCaveat> Grouped(IEnumerable<ResultCaveat> caveats, Language language)
    {
        var joint = language == Language.Zh ? "；" : "; ";
        return
        [
            .. caveats
                .GroupBy(c => c.Code)
                .OrderBy(g => Codes.Index().First(c => c.Item == g.Key).Index)
                .Select(g => new ResultCaveat(
                    g.Key,
                    [.. g.SelectMany(c => c.Rows).Distinct().Order()],
                    [.. g.SelectMany(c => c.ObservationIds).Distinct().Order(StringComparer.Ordinal)],
                    string.Join(joint, g.Select(c => c.Message).Distinct())
                )),
        ];
    }

    /// <summary>Of rows that were kept without their evidence: their statement runs once more. None where it is not traced.</summary>
    /// <param name="session">Runs it, and reads the observations.</param>
    /// <param name="kept">The result.</param>
    /// <param name="language">Of the words.</param>
    /// <exception cref="UserException">The statement cannot be run any more.</exception>
    public static IReadOnlyList<ResultCaveat> Of(AnalyticsSession session, KeptResult kept, Language language)
    {
        if (kept.Source is { PartialSources.Count: > 0 } or { StandaloneSql: null })
            return [];
        var standalone = kept.Source.Standalone;
        var values = ParameterValues.FromText(standalone.Parameters.ToDictionary(p => p.Key, p => (string?)p.Value));
        var query = EvidenceQuery.Of(session, standalone.Sql!, values);
        if (query.MostObservations == 0)
            return [];
        using var result = query.Run(new RowLimit(MostRows));
        return Of(session, query, result, language);
    }

    /// <summary>Numbers that are observations' values, or are worked out from them; of bounds beside a value the value alone.</summary>
    private static List<int> Figures(ResultTable table, IReadOnlyList<ColumnOrigin> origins)
    {
        var figures = Enumerable
            .Range(0, table.Columns.Count)
            .Where(i => i < origins.Count && table.Columns[i].Type.IsNumeric && origins[i].Sources.Any(s => s.IsObservationValue))
            .ToList();
        var values = figures.Where(i => origins[i].Sources.Any(s => s.Column == "value")).ToList();
        return values.Count > 0 ? values : figures;
    }

    private static IEnumerable<ResultCaveat> OfColumn(
        AnalyticsSession session,
        ResultTable table,
        ChartEvidence evidence,
        int column,
        Language language
    )
    {
        evidence.Read(column, Enumerable.Range(0, (int)Math.Min(table.RowCount, MostRows)));
        var rows = Enumerable
            .Range(0, (int)Math.Min(table.RowCount, MostRows))
            .Select(row =>
                ChartRow.Of(
                    new ChartMark(Name(table, row, language), table.Number(row, column)),
                    table.Number(row, column),
                    evidence.Of(row)
                )
            )
            .ToList();
        var links = new ObservationLinks(session, rows.SelectMany(r => r.Behind).Select(o => o.Id).Distinct());
        return ChartCaveats
            .Reasons(session, rows, ChartKind.Bar, language, "")
            .Concat(ChartGuards.Additive(rows, links, evidence.Declared, language))
            .Select(reason => new ResultCaveat(
                reason.Code,
                [.. reason.Rows.Select(r => r + 1L)],
                [.. reason.Rows.SelectMany(r => rows[r].Behind).Select(o => o.Id).Distinct()],
                reason.Text
            ));
    }

    /// <summary>What a row is called: its first text, in the language where the result has it so, else its number.</summary>
    private static string Name(ResultTable table, int row, Language language)
    {
        var text = Enumerable.Range(0, table.Columns.Count).FirstOrDefault(i => table.Columns[i].Type.Id == DuckDbTypeId.Varchar, -1);
        if (text < 0)
            return $"{row + 1}";
        var name = table.Columns[text].Name;
        var stem = name.EndsWith("_zh", StringComparison.Ordinal) ? name[..^3] : name;
        var english = language == Language.En ? table.ColumnIndex(stem + "_en") : -1;
        return table.Text(row, english >= 0 ? english : text) ?? "NULL";
    }
}
