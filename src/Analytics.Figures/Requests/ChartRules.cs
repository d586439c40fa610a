using Analytics.Charts;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>
/// Which options a kind of chart has a place for, of those that not every kind has.
/// </summary>
/// <param name="Kind">The kind that has them.</param>
/// <param name="Parts">Keys of <see cref="ChartOption"/>.</param>
public sealed record ChartRules(ChartKind Kind, IReadOnlyList<string> Parts)
{
    private static readonly string[] Rows = ["x", "detail", "order", "references"];

    private static readonly ChartRules[] All =
    [
        new(ChartKind.Bar, Rows),
        new(ChartKind.GroupedBar, ["x", "series", "order", "references"]),
        new(ChartKind.StackedBar, ["x", "series", "order", "references"]),
        new(ChartKind.DivergingBar, Rows),
        new(ChartKind.Lollipop, [.. Rows, "low", "high"]),
        new(ChartKind.Dot, [.. Rows, "low", "high"]),
        new(ChartKind.Slope, ["x", "series", "low", "high", "references"]),
        new(ChartKind.Line, ["x", "series", "low", "high", "references"]),
        new(ChartKind.Scatter, ["x", "series", "label", "low", "high", "references"]),
        new(ChartKind.Histogram, ["references"]),
        new(ChartKind.Box, ["x", "references"]),
        new(ChartKind.Heatmap, ["x", "series"]),
        new(ChartKind.Kpi, ["x", "detail"]),
    ];

    private static readonly HashSet<string> NotEverywhere = [.. All.SelectMany(rules => rules.Parts)];

    /// <summary>The rules of a kind.</summary>
    public static ChartRules Of(ChartKind kind) => All[(int)kind];

    /// <summary>Whether a kind has a place for a part.</summary>
    public bool Takes(string part) => Parts.Contains(part) || !NotEverywhere.Contains(part);

    /// <summary>What the kind has a place for. A series that it has none for becomes a detail, if that has one and none is named.</summary>
    public ChartOptionValues<T> Kept<T>(ChartOptionValues<T> values)
        where T : class
    {
        var kept = values.Given.Where(o => !Takes(o.Key)).Aggregate(values, (all, option) => all.Without(option.Key));
        return Takes("detail") && !Takes("series") && values.One("detail") is null ? kept.With("detail", values.One("series")) : kept;
    }

    /// <exception cref="UserException">There is no such kind; the message says what to use instead.</exception>
    public static ChartKind Parse(string name)
    {
        try
        {
            return ChartKindName.Parse(name);
        }
        catch (UserException unknown)
        {
            var message = Unknown(name, unknown);
            throw new UserException(FaultKind.Usage, message);
        }
    }

    /// <summary>That there is no such kind, and which one may be meant where nothing better is said.</summary>
    private static Localized Unknown(string name, UserException unknown) =>
        !ChartKindName.IsLeftOut(name) && NearestNames.Of(name, ChartKindName.All) is [var nearest, ..]
            ? new(unknown.Text.Zh + $"是否指 {nearest}？", $"{unknown.Message} Did you mean {nearest}?")
            : unknown.Text;

    /// <summary>What does not go together in a request, with its mend; null if all does.</summary>
    public static Localized? Fault(ChartRequest request)
    {
        if (request.Allow.FirstOrDefault(a => !ChartGuards.Codes.Contains(a)) is { } unknown)
        {
            return new(
                $"没有 allow “{unknown}”；有 {string.Join("、", ChartGuards.Codes)}。",
                $"allow '{unknown}' is not known; known are {string.Join(", ", ChartGuards.Codes)}."
            );
        }

        if (request.Values.One("size") is { } size && ChartSize.Parse(size) is null)
            return ChartSize.Fault(size);
        if (request.Kind is null)
            return null;
        try
        {
            return KindFault(request, ChartKindName.Parse(request.Kind));
        }
        catch (UserException none)
        {
            return Unknown(request.Kind, none);
        }
    }

    private static Localized? KindFault(ChartRequest request, ChartKind kind)
    {
        var rules = Of(kind);
        if (Misplaced(request.Values, rules) is { } misplaced)
        {
            return new(
                $"{request.Kind} 图没有 {misplaced} 的位置。{Mend(misplaced).Zh}",
                $"A {request.Kind} chart has no place for {misplaced}. {Mend(misplaced).En}"
            );
        }

        if (kind is ChartKind.GroupedBar or ChartKind.StackedBar or ChartKind.Heatmap && request.Series is null)
        {
            return new(
                $"{request.Kind} 图要有 series 列，把每个类目的数值分开；没有就用 bar。",
                $"A {request.Kind} chart needs series, the column that parts the figures of each category. Without one use bar."
            );
        }

        if (kind != ChartKind.DivergingBar || request.References.Count > 0)
            return null;
        return new(
            "diverging-bar 要有写明名称的基准，作为第一个 references（references: [{value: 35, "
                + "label: …}]）；各县平均数的平均不是基准。没有就用 bar。",
            "A diverging-bar needs a named benchmark as its first reference (references: [{value: 35, "
                + "label: …}]); a mean of county means is none. Without one use bar."
        );
    }

    private static string? Misplaced(ChartOptionValues<string> values, ChartRules rules) =>
        values.Given.FirstOrDefault(o => values[o.Key]!.Count > 0 && !rules.Takes(o.Key))?.Key;

    private static (string Zh, string En) Mend(string part) =>
        part switch
        {
            "series" => (
                "请用 grouped-bar、line 或 heatmap，或用 panels 分成小图。",
                "Use grouped-bar, line or heatmap, or part it into small charts with panels."
            ),
            "low" or "high" => (
                "区间属于 dot、lollipop、line、slope、scatter。",
                "Intervals belong to dot, lollipop, line, slope and scatter."
            ),
            "label" => ("点的名称属于 scatter；其他图由 x 命名。", "Names of points belong to scatter; elsewhere x names the marks."),
            "detail" => (
                "第二行文字属于 bar、diverging-bar、lollipop、dot、kpi。",
                "A second line belongs to bar, diverging-bar, lollipop, dot and kpi."
            ),
            "order" => ("只有横行的图可以排序。", "Only rows can be ranked."),
            "references" => ("参照值要有数轴，kpi 和 heatmap 没有。", "Named values need an axis, which kpi and heatmap do not have."),
            _ => ("它清点 y 的数值；不要给 x，分组请用 box。", "It counts the values of y; leave x out, or use box for groups."),
        };
}
