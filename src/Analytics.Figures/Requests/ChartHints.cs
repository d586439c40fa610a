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
        var request = change.Of(Request(hint));
        var columns = Columns(request, x is not null && request.X is null ? x : request.X, request.Y ?? y);
        var takes = ChartRules.Of(spec.Kind);
        return new ChartHint(
            kind,
            columns.GetValueOrDefault("x"),
            columns["y"],
            Both(change.Title) ?? hint?.Title ?? (ownsTitle ? null : Both(spec.Title)),
            0
        )
        {
            Columns = columns,
            Subtitle = Both(change.Subtitle) ?? hint?.Subtitle,
            Notes = change.Notes is "" ? null : Both(change.Notes) ?? hint?.Notes,
            Order = ChartChange.OrderWord(request.Order),
            References =
                change.References is { } references ? [.. references.Select(r => new ChartReferenceHint(r.Value, Both(r.Label)!))]
                : takes.Takes("references") ? hint?.References ?? []
                : [],
            Annotations = change.Annotations is { } annotations
                ? [.. annotations.Select(a => new ChartAnnotationHint(Both(a.At)!, Both(a.Text)!))]
                : hint?.Annotations ?? [],
            Allow = request.Allow,
            Style = request.Style == ChartStyle.Dark ? ChartChange.StyleWord(request.Style) : null,
            Size = change.Size is { } size ? ChartSize.Of(size) : hint?.Size,
            Scale = change.Scale ?? hint?.Scale,
        };
    }

    /// <summary>The columns and options of a hint; its texts do not matter here.</summary>
    private static ChartRequest Request(ChartHint? hint)
    {
        var plain = new ChartRequest(hint?.Kind, hint?.X, hint?.Y, null, Language.Zh);
        return hint is null ? plain : plain.With(hint, Language.Zh);
    }

    private static Dictionary<string, string> Columns(ChartRequest request, string? x, string y) =>
        new (string Key, string? Name)[]
        {
            ("x", x),
            ("y", y),
            ("series", request.Series),
            ("panels", request.Panels),
            ("label", request.Label),
            ("detail", request.Detail),
            ("low", request.Low),
            ("high", request.High),
        }
            .Where(c => c.Name is not null)
            .ToDictionary(c => c.Key, c => c.Name!);

    private static Localized? Both(string? text) => text is null ? null : Localized.Same(text);
}
