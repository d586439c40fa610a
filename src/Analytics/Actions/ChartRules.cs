using Analytics.Charts;
using Analytics.Engine;

namespace Analytics.Actions;

/// <summary>Which parts of a request a kind of chart has a place for, beside <c>y</c>, <c>panels</c>, titles and notes, which all have.</summary>
/// <param name="Parts">Keys of a query header's <c>chart:</c>.</param>
sealed record ChartRules(ChartKind Kind, IReadOnlyList<string> Parts)
{
    static readonly string[] Rows = ["x", "detail", "order", "references"];

    static readonly ChartRules[] All =
    [
        new(ChartKind.Bar, Rows),
        new(ChartKind.GroupedBar, ["x", "series", "order", "references"]),
        new(ChartKind.StackedBar, ["x", "series", "order", "references"]),
        new(ChartKind.DivergingBar, Rows),
        new(ChartKind.Lollipop, [.. Rows, "low", "high"]),
        new(ChartKind.Dot, [.. Rows, "low", "high"]),
        new(ChartKind.Slope, ["x", "series", "low", "high"]),
        new(ChartKind.Line, ["x", "series", "low", "high", "references"]),
        new(ChartKind.Scatter, ["x", "series", "label", "low", "high", "references"]),
        new(ChartKind.Histogram, []),
        new(ChartKind.Box, ["x", "references"]),
        new(ChartKind.Heatmap, ["x", "series"]),
        new(ChartKind.Kpi, ["x", "detail"]),
    ];

    /// <summary>The rules of a kind.</summary>
    public static ChartRules Of(ChartKind kind) => All[(int)kind];

    /// <summary>Whether a kind has a place for a part.</summary>
    public bool Takes(string part) => Parts.Contains(part);

    /// <exception cref="EngineException">There is no such kind; the message says what to use instead.</exception>
    public static ChartKind Parse(string name, ChartLanguage language)
    {
        try
        {
            return ChartKindName.Parse(name, language);
        }
        catch (ChartException unknown)
        {
            throw new EngineException(EngineErrorKind.Usage, unknown.Message);
        }
    }

    /// <summary>What does not go together in a request, with its mend; null if all does.</summary>
    public static string? Fault(ChartRequest request)
    {
        if (request.Allow.FirstOrDefault(a => !ChartGuards.Codes.Contains(a)) is { } unknown)
            return $"allow '{unknown}' is not known; known are {string.Join(", ", ChartGuards.Codes)}.";
        if (request.Kind is null)
            return null;
        ChartKind kind;
        try
        {
            kind = ChartKindName.Parse(request.Kind, request.Language);
        }
        catch (ChartException none)
        {
            return none.Message;
        }
        var rules = Of(kind);
        if (Given(request).FirstOrDefault(part => !rules.Takes(part)) is { } misplaced)
            return $"a {request.Kind} chart has no place for {misplaced}. {Mend(misplaced)}";
        if (rules.Takes("series") && request.Series is null && kind is ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.Heatmap)
            return $"a {request.Kind} chart needs series, the column that parts the figures of each category. Without one use bar.";
        return kind == ChartKind.DivergingBar && request.References.Count == 0
            ? "a diverging-bar needs a named benchmark as its first reference (references: [{value: 35, label: …}] or --reference '35 rule'); a mean of county means is none. Without one use bar."
            : null;
    }

    static IEnumerable<string> Given(ChartRequest request)
    {
        (string Part, bool IsGiven)[] parts =
        [
            ("x", request.X is not null), ("series", request.Series is not null), ("label", request.Label is not null), ("detail", request.Detail is not null),
            ("low", request.Low is not null), ("high", request.High is not null), ("order", request.Order is not null), ("references", request.References.Count > 0),
        ];
        return parts.Where(p => p.IsGiven).Select(p => p.Part);
    }

    static string Mend(string part) => part switch
    {
        "series" => "Use grouped-bar, line or heatmap, or part it into small charts with panels.",
        "low" or "high" => "Intervals belong to dot, lollipop, line, slope and scatter.",
        "label" => "Names of points belong to scatter; elsewhere x names the marks.",
        "detail" => "A second line belongs to bar, diverging-bar, lollipop, dot and kpi.",
        "order" => "Only rows can be ranked.",
        "references" => "Named values belong to bars, dots, boxes, line and scatter.",
        _ => "It counts the values of y; leave x out, or use box for groups.",
    };
}
