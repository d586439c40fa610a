using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Actions;

/// <summary>One figure with its sentence and its place in the source, as the view <c>figures</c> tells it.</summary>
/// <param name="Line">1-based line of the source file.</param>
internal sealed record Observation(
    string Id,
    string PlaceZh,
    string PlaceEn,
    string CountyZh,
    string CountyEn,
    string IndicatorZh,
    string IndicatorEn,
    string ValueText,
    string Display,
    string? Period,
    string Modality,
    string Status,
    string? Criterion,
    string? Denominator,
    string? Note,
    string ArticleId,
    string Article,
    string SourceFile,
    long Line,
    string Quote,
    string Sentence,
    string PeriodBasis = "none"
)
{
    private const string Columns = """
        obs_id, place_zh, place_en, coalesce(county_zh, ''), coalesce(county_en, ''), indicator_zh, indicator_en,
        coalesce(value_text, ''), value_display, period_text, modality, obs_status, criterion, denominator_text,
        note, article_id, coalesce(article_title, ''), source_file, line_start, quote, sentence, period_basis
        """;

    /// <summary>The observations with these ids; unknown ids are left out.</summary>
    /// <exception cref="Engine.EngineException">A data file is missing or damaged.</exception>
    public static IReadOnlyList<Observation> Read(AnalyticsSession session, IEnumerable<string> ids)
    {
        using var table = ResultTable.Read(
            session.Run($"SELECT {Columns} FROM figures WHERE obs_id IN ({string.Join(", ", ids.Select(SqlText.Literal))})")
        );
        return [.. Enumerable.Range(0, (int)table.RowCount).Select(row => FromRow(i => table.Text(row, i)))];
    }

    private static Observation FromRow(Func<int, string?> cell) =>
        new(
            cell(0)!,
            cell(1)!,
            cell(2)!,
            cell(3)!,
            cell(4)!,
            cell(5)!,
            cell(6)!,
            cell(7)!,
            cell(8)!,
            cell(9),
            cell(10)!,
            cell(11)!,
            cell(12),
            cell(13),
            cell(14),
            cell(15)!,
            cell(16)!,
            cell(17)!,
            long.Parse(cell(18) ?? "0"),
            cell(19)!,
            cell(20)!,
            cell(21)!
        );
}
