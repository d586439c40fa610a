using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>Reference values of charts as the texts of <see cref="NamedValue"/>; several are parted by semicolons.</summary>
public static class ReferenceText
{
    /// <summary>The value with its name; null if the text is not that.</summary>
    public static ChartReference? One(string text) =>
        NamedValue.Of(text) is { } named ? new ChartReference(named.Value, named.Name) { IsShare = named.IsShare } : null;

    /// <summary>All values of a line; null if one of them is none.</summary>
    public static IReadOnlyList<ChartReference>? All(string text)
    {
        var all = Parts(text).Select(One).ToList();
        return all.Contains(null) ? null : [.. all.OfType<ChartReference>()];
    }

    /// <summary>The texts of a line, each of one value.</summary>
    public static IReadOnlyList<string> Parts(string line) =>
        line.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text that gives this value again.</summary>
    public static string Of(ChartReference reference) =>
        new NamedValue(reference.Value, reference.Label) { IsShare = reference.IsShare }.ToString();
}
