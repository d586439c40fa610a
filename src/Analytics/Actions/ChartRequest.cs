using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Actions;

/// <summary>What a chart is to show: the query's hint, as changed by the user. Column names are those of the result.</summary>
/// <param name="X">Column of the categories; null: the first text column.</param>
/// <param name="Y">Column of the values; null: the first numeric column.</param>
/// <param name="Title">Headline; null: that of the query.</param>
/// <param name="Unit">Unit of the values where the observations do not tell it.</param>
/// <param name="Command">The batch command that makes the same picture; kept inside the PNG.</param>
sealed record ChartRequest(
    string? Kind, string? X, string? Y, string? Title, ChartLanguage Language, ChartStyle Style = ChartStyle.Light,
    int Width = 1600, int Height = 900, int Scale = 1, string? Unit = null, string Command = "")
{
    /// <summary>The request of a canned query's header; without a hint, columns are chosen by type.</summary>
    public static ChartRequest For(QueryFile query, string language) => new(
        query.Chart?.Kind,
        query.Chart?.X,
        query.Chart?.Y,
        (query.Chart?.Title ?? query.Title).In(language),
        language == "zh" ? ChartLanguage.Zh : ChartLanguage.En,
        Unit: query.Columns.FirstOrDefault(c => c.Name == query.Chart?.Y)?.Unit);
}
