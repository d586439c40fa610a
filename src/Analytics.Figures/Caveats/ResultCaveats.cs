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
public sealed record ResultCaveat(string Code, IReadOnlyList<long> Rows, IReadOnlyList<string> ObservationIds, string Message)
{
    /// <summary>The columns, 0-based, whose figures it is about; none where the figures are of one cell.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];
}

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
    public static IReadOnlyList<ResultCaveat> Of(AnalyticsSession session, EvidenceQuery query, EvidenceResult result, Language language) =>
        Of(session, result.Table, query.Columns, ChartEvidence.Of(session, query, result), language);

    /// <summary>Of the rows that were kept, by the evidence that was kept with them; the statement does not run again.</summary>
    /// <param name="session">Reads the observations.</param>
    /// <param name="kept">The result; its first <see cref="MostRows"/> rows are judged.</param>
    /// <param name="language">Of the words.</param>
    /// <exception cref="ObjectDisposedException">The result was dropped.</exception>
    public static IReadOnlyList<ResultCaveat> Of(AnalyticsSession session, KeptResult kept, Language language)
    {
        using var rows = kept.Evidence(0, MostRows);
        return Of(session, rows.Table, kept.Lineage.Origins, ChartEvidence.Of(session, kept.Lineage, rows), language);
    }

    private static IReadOnlyList<ResultCaveat> Of(
        AnalyticsSession session,
        ResultTable table,
        IReadOnlyList<ColumnOrigin> origins,
        ChartEvidence evidence,
        Language language
    ) =>
        Grouped(
            Figures(table, origins)
                .SelectMany(column => OfColumn(session, table, evidence, column, language))
                .Concat(Coverage(table, origins, language)),
            language
        );

    /// <summary>Counts of figures by county say what these sources hold: where there is none, that is no zero.</summary>
    private static IEnumerable<ResultCaveat> Coverage(ResultTable table, IReadOnlyList<ColumnOrigin> origins, Language language)
    {
        int[] counts = [.. From("figures").Where(i => table.Columns[i].Type.IsNumeric)];
        int[] rows = [.. Enumerable.Range(0, (int)Math.Min(table.RowCount, MostRows))];
        long[] empty = [.. rows.Where(row => !counts.All(column => Holds(row, column))).Select(row => row + 1L)];
        if (counts.Length == 0 || empty.Length == 0 || From("county_zh", "county_en", "county_id") is not [var county, ..])
            yield break;
        var counties = rows.GroupBy(row => table.Text(row, county))
            .Select(g => g.Any(row => counts.Any(column => Holds(row, column))))
            .ToList();
        var (having, all) = (counties.Count(c => c), counties.Count);
        var text = new Localized(
            $"{all}个县里{having}个在本库来源中有数；空的是没有数字，不是零",
            $"{having} of {all} {Plural.Of(all, "county", "counties")} {Plural.Of(having, "has", "have")} figures in these sources; "
                + "an empty cell is no figure, not zero"
        );
        yield return new ResultCaveat("coverage", empty, [], text.In(language)) { Columns = counts };

        bool Holds(int row, int column) => table.Number(row, column) > 0;

        int[] From(params string[] names) =>
            [
                .. Enumerable
                    .Range(0, Math.Min(table.Columns.Count, origins.Count))
                    .Where(i =>
                        origins[i].Sources.Any(s => s is { Relation: "coverage", Owner: ColumnOwner.Articles } && names.Contains(s.Column))
                    ),
            ];
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
                )
                {
                    Columns = [.. g.SelectMany(c => c.Columns).Distinct().Order()],
                }),
        ];
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
            )
            {
                Columns = [column],
            });
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
