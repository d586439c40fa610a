using Analytics.Engine.Lineage;

namespace Analytics.Tui.Results;

/// <summary>Whose number a column is, in one word of its head.</summary>
internal static class ColumnMarks
{
    /// <summary>Empty where a column holds no number of anybody's: names, codes, words of the articles.</summary>
    public static Localized Of(ColumnOrigin origin) =>
        origin switch
        {
            { Owner: ColumnOwner.User } => Yours,
            { IsObservationValue: true } => Articles,
            { Way: ColumnWay.Count } => Computed,
            _ when origin.Sources.Any(s => s.IsObservationValue) => Computed,
            _ => None,
        };

    private static readonly Localized Articles = new("报道", "articles");
    private static readonly Localized Computed = new("计算", "computed");
    private static readonly Localized Yours = new("自有", "yours");
    private static readonly Localized None = new("", "");
}
