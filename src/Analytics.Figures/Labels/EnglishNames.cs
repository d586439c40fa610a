using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>English names for an English chart of a result that has only Chinese ones; a Chinese chart keeps every text.</summary>
internal sealed class EnglishNames(AnalyticsSession session, Language language)
{
    private readonly Lazy<Dictionary<string, string>> _places = new(() => ReadPlaces(session));

    /// <summary>
    /// The name for a cell of a row that names observations: of their places, measures or populations. Other texts stay as they are.
    /// </summary>
    public string Of(string text, IReadOnlyList<Observation> named)
    {
        if (!IsChinese(text))
            return text;
        foreach (var o in named)
        {
            foreach (
                var (zh, en) in new[]
                {
                    (o.PlaceZh, o.PlaceEn),
                    (o.CountyZh, o.CountyEn),
                    (o.IndicatorZh, o.IndicatorEn),
                    (o.PopulationZh, o.PopulationEn),
                }
            )
            {
                if (zh == text)
                    return en;
            }
        }

        return Of(text);
    }

    /// <summary>The English name of a place; other texts stay as they are.</summary>
    public string Of(string text) => IsChinese(text) ? _places.Value.GetValueOrDefault(text, text) : text;

    private bool IsChinese(string text) => language == Language.En && text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static Dictionary<string, string> ReadPlaces(AnalyticsSession session)
    {
        using var t = ResultTable.Read(session.Run("SELECT name_zh, any_value(name_en) FROM product.place GROUP BY name_zh"));
        return Enumerable.Range(0, (int)t.RowCount).ToDictionary(row => t.Text(row, 0)!, row => t.Text(row, 1)!);
    }
}
