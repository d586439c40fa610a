using Analytics.Engine.Lineage;

namespace Analytics.Tui.Results;

/// <summary>Whose number a column is, in one word of its head.</summary>
internal static class ColumnMarks
{
    /// <summary>Empty where a column holds no number of anybody's: names, codes, words of the articles.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="standsOnFigures">Whether its rows do, so that counts are counts of figures.</param>
    public static Localized Of(ColumnOrigin origin, bool standsOnFigures) =>
        origin switch
        {
            { Owner: ColumnOwner.User } => Yours,
            { IsObservationValue: true } => Articles,
            { Way: ColumnWay.Copy, Sources.Count: > 0 } when origin.Sources.All(s => s.IsPrintedValue) => Articles,
            { Way: ColumnWay.Count } when standsOnFigures => Computed,
            _ when origin.Sources.Any(s => s.IsObservationValue) => Computed,
            _ => None,
        };

    private static readonly Localized Articles = new("报道", "articles");
    private static readonly Localized Computed = new("计算", "computed");
    private static readonly Localized Yours = new("自有", "yours");
    private static readonly Localized None = new("", "");
}
