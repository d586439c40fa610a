namespace Analytics.Curation;

/// <summary>What the words around a number say about it. <paramref name="Open"/>: the bound itself is not reached (超, 近).</summary>
/// <param name="Qualifier">The qualifier that the marker calls for.</param>
/// <param name="Open">Whether the bound is strict.</param>
/// <param name="Text">The marker as printed.</param>
internal sealed record Marker(string Qualifier, bool Open, string Text);

/// <summary>
/// Finds the marker that bounds one printed number: before it (超15万元, 近2.5万元), between it and its unit (4万余元, 10多个)
/// or after the unit (2名以上). Words that only look like markers are none: 就近就业288人, 居规民约14个, 大专以上学历, 近两年.
/// </summary>
internal static class MarkerFinder
{
    /// <summary>Markers that stand right before a number.</summary>
    public static readonly IReadOnlyList<Marker> Before =
    [
        new("max", false, "不超过"),
        new("max", false, "不多于"),
        new("max", false, "至多"),
        new("max", true, "不足"),
        new("max", true, "不到"),
        new("min", false, "不低于"),
        new("min", false, "不少于"),
        new("min", false, "不小于"),
        new("min", false, "至少"),
        new("min", true, "超过"),
        new("min", true, "超"),
        new("min", true, "突破"),
        new("min", true, "逾"),
        new("min", true, "高于"),
        new("near_below", true, "将近"),
        new("near_below", true, "接近"),
        new("near_below", true, "近"),
        new("approx", false, "大约"),
        new("approx", false, "约"),
    ];

    /// <summary>Markers that stand right after a number and its unit.</summary>
    public static readonly IReadOnlyList<Marker> After =
    [
        new("min", false, "及以上"),
        new("min", false, "以上"),
        new("max", false, "及以下"),
        new("max", false, "以下"),
        new("max", false, "以内"),
        new("approx", false, "左右"),
        new("approx", false, "上下"),
    ];

    /// <summary>Words that end like a marker in front of a number and are not one.</summary>
    private static readonly string[] FalseBefore =
    [
        "就近",
        "附近",
        "最近",
        "临近",
        "邻近",
        "民约",
        "公约",
        "条约",
        "契约",
        "合约",
        "预约",
        "节约",
        "制约",
        "赶超",
        "反超",
    ];

    /// <summary>The number as it is printed, followed by <paramref name="unit"/>, with its marker if it has one.</summary>
    public static PrintedFigure Find(Span number, PrintedUnit? unit)
    {
        var text = number.Flow.Text;
        var figure = new PrintedFigure(null, number with { End = unit?.End ?? number.End });
        if (unit?.Marker is { Length: > 0 } inside)
            return figure with { Marker = new Marker("min", false, inside) };
        return FindAfter(figure, text) ?? FindBefore(figure, text) ?? figure;
    }

    private static PrintedFigure? FindAfter(PrintedFigure figure, string text)
    {
        var end = figure.Place.End;
        return After.FirstOrDefault(m => string.CompareOrdinal(text, end, m.Text, 0, m.Text.Length) == 0) is { } marker
            ? new PrintedFigure(marker, figure.Place with { End = end + marker.Text.Length })
            : null;
    }

    /// <summary>These may stand before a verb: 至少召开1次.</summary>
    public static readonly IReadOnlyList<Marker> BeforeVerb = [new("min", false, "至少"), new("max", false, "至多")];

    public const int LongestVerb = 2;

    private static PrintedFigure? FindBefore(PrintedFigure figure, string text)
    {
        var before = text.AsSpan(0, figure.Place.Start);
        foreach (var word in FalseBefore)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return null;
        }

        return FindBefore(figure, before, Before, 0) ?? FindBeforeVerb(figure, before);
    }

    private static PrintedFigure? FindBeforeVerb(PrintedFigure figure, ReadOnlySpan<char> before)
    {
        for (var verb = 1; verb <= LongestVerb && before.Length > verb && char.IsLetter(before[^verb]); verb++)
        {
            if (FindBefore(figure, before[..^verb], BeforeVerb, verb) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>A marker that ends <paramref name="between"/> characters (a verb) before the number.</summary>
    private static PrintedFigure? FindBefore(PrintedFigure figure, ReadOnlySpan<char> before, IReadOnlyList<Marker> markers, int between)
    {
        foreach (var marker in markers)
        {
            if (before.EndsWith(marker.Text, StringComparison.Ordinal))
                return new PrintedFigure(marker, figure.Place with { Start = figure.Place.Start - between - marker.Text.Length });
        }

        return null;
    }
}
