using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>A chart as the <c>chart:</c> of a query's header would ask for it.</summary>
public static class ChartHints
{
    /// <summary>
    /// The hint that gives the chart as it was changed. Texts that the query has in both languages keep both; one that was typed stands
    /// for both.
    /// </summary>
    /// <param name="hint">What the query asks for; null where it asks for nothing.</param>
    /// <param name="change">What was changed.</param>
    /// <param name="spec">The chart as drawn.</param>
    /// <param name="x">Its column of categories.</param>
    /// <param name="y">Its column of values.</param>
    /// <param name="ownsTitle">Whether the query has a title of its own, which the chart takes unless it has another.</param>
    public static ChartHint Of(ChartHint? hint, ChartChange change, ChartSpec spec, string? x, string y, bool ownsTitle)
    {
        var kind = ChartKindName.Of(spec.Kind);
        var asked = ChartRules.Of(spec.Kind).Kept((hint?.Values ?? ChartOptionValues<Localized>.None).With("kind", Localized.Same(kind)));
        var values = asked.With(change.Values.As(Localized.Same), Localized.Same("")).With("kind", Localized.Same(kind));
        return new ChartHint(Filled(Filled(Filled(values, "x", x), "y", y), "title", ownsTitle ? null : spec.Title), 0);
    }

    private static ChartOptionValues<Localized> Filled(ChartOptionValues<Localized> values, string key, string? value) =>
        values[key] is null && value is not null ? values.With(key, Localized.Same(value)) : values;
}
