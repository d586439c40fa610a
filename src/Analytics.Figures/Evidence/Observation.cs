using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>One figure with its sentence and its place in the source, as the view <c>figures</c> tells it.</summary>
/// <param name="Id">As in column <c>obs_id</c>.</param>
/// <param name="PlaceZh">Chinese name of the place that the figure is of.</param>
/// <param name="PlaceEn">The same in English.</param>
/// <param name="CountyZh">Chinese name of the county around it; empty where there is none.</param>
/// <param name="CountyEn">The same in English.</param>
/// <param name="IndicatorZh">Chinese name of what was counted or measured.</param>
/// <param name="IndicatorEn">The same in English.</param>
/// <param name="ValueText">The figure as the sentence writes it; empty where it gives none.</param>
/// <param name="Display">The figure with qualifier and unit, as the view writes it for reading.</param>
/// <param name="Period">The time as the article words it; null if it names none.</param>
/// <param name="Modality"><c>reported</c> for a measurement; plans, quotas, rules and the like are none.</param>
/// <param name="Status">Whether the printed figure is in doubt: <c>normal</c>, <c>suspect</c> or <c>ambiguous</c>.</param>
/// <param name="Criterion">What had to be met to be counted; null if none is named.</param>
/// <param name="Denominator">What a share is of, in the article's words; null if that is not said.</param>
/// <param name="Note">The curators' remark; null without one.</param>
/// <param name="ArticleId">Id of the article in its source.</param>
/// <param name="Article">The article's title; empty where it has none.</param>
/// <param name="SourceFile">Name of the source's file below <c>seeds/</c>.</param>
/// <param name="Line">1-based line of the source file.</param>
/// <param name="Quote">The words that carry the figure, exactly as in the source.</param>
/// <param name="Sentence">The whole sentence around the quote.</param>
/// <param name="PeriodBasis">Where the period is from: <c>stated</c>, <c>inherited</c>, <c>page_inferred</c> or <c>none</c>.</param>
public sealed record Observation(
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
    /// <exception cref="UserException">A data file is missing or damaged.</exception>
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
