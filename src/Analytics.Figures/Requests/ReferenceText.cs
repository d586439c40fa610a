using System.Globalization;
using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>Named values as one line of text: <c>35 rule</c>; several are parted by semicolons.</summary>
public static class ReferenceText
{
    /// <summary>A value, of which <c>85%</c> means 0.85, and its name; null if the text is not that.</summary>
    public static ChartReference? One(string text)
    {
        var end = text.IndexOf(' ');
        if (end <= 0 || text[end..].Trim() is not { Length: > 0 } name)
            return null;
        var isShare = text[end - 1] == '%';
        return
            double.TryParse(text[..(isShare ? end - 1 : end)], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? new ChartReference(isShare ? value / 100 : value, name) { IsShare = isShare }
            : null;
    }

    /// <summary>All values of a line; null if one of them is none.</summary>
    public static IReadOnlyList<ChartReference>? All(string text)
    {
        var all = text.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return all.Contains(null) ? null : [.. all.OfType<ChartReference>()];
    }

    /// <summary>The text that gives this value again.</summary>
    public static string Of(ChartReference reference) =>
        reference.IsShare
            ? $"{((decimal)reference.Value * 100).ToString("0.############", CultureInfo.InvariantCulture)}% {reference.Label}"
            : $"{reference.Value.ToString(CultureInfo.InvariantCulture)} {reference.Label}";
}
