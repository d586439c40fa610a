using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>Marks of figures whose ends stand in columns of the result.</summary>
internal static class ChartInterval
{
    /// <summary>
    /// The mark of a row; null where it has neither a figure nor an end. Where both ends are asked for and one is NULL, the figure is open
    /// on that side;
    /// where one is asked for, the figure itself is the other.
    /// </summary>
    /// <param name="category">Its name.</param>
    /// <param name="value">The figure.</param>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end.</param>
    /// <param name="hasBoth">Whether both ends are asked for.</param>
    public static ChartMark? Of(string category, double? value, double? low, double? high, bool hasBoth) =>
        (value, low, high) switch
        {
            (null, null, null) => null,
            (null, { } from, { } to) => ChartMark.Between(category, from, to),
            (null, { } from, null) => ChartMark.AtLeast(category, from),
            (null, null, { } to) => new ChartMark(category, to) { High = to, Qualifier = MarkQualifier.Max },
            ({ } figure, { } from, null) when hasBoth => new ChartMark(category, figure) { Low = from, Qualifier = MarkQualifier.Min },
            ({ } figure, null, { } to) when hasBoth => new ChartMark(category, figure) { High = to, Qualifier = MarkQualifier.Max },
            ({ } figure, _, _) => new ChartMark(category, figure) { Low = low ?? figure, High = high ?? figure },
        };

    /// <summary>What a figure with an open side reads as: the figure, then the bound: 5（≥3）. Null where one number says it.</summary>
    public static string? Label(ChartMark mark, ChartUnit unit, Language language)
    {
        var bound = mark.Qualifier switch
        {
            MarkQualifier.Min => mark.Low,
            MarkQualifier.Max => mark.High,
            _ => null,
        };
        if (mark.Value is not { } value || bound is not { } end || end == value)
            return null;
        var (figure, limit) = (
            ChartDescription.Figure(new ChartMark("", value), unit, language),
            ChartDescription.Figure(new ChartMark("", end) { Qualifier = mark.Qualifier }, unit, language)
        );
        return language == Language.Zh ? $"{figure}（{limit}）" : $"{figure} ({limit})";
    }
}
