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
    private static readonly Marker[] Before =
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

    private static readonly Marker[] After =
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

    /// <summary>
    /// The marker of the number that ends at <paramref name="number"/>.End and is followed by <paramref name="unit"/>; null without one.
    /// </summary>
    public static Marker? Find(Span number, PrintedUnit? unit)
    {
        var text = number.Flow.Text;
        if (unit?.Marker is { Length: > 0 } inside)
            return new Marker("min", false, inside);
        return FindAfter(text, unit?.End ?? number.End) ?? FindBefore(text, number.Start);
    }

    private static Marker? FindAfter(string text, int at) =>
        Array.Find(After, m => string.CompareOrdinal(text, at, m.Text, 0, m.Text.Length) == 0);

    /// <summary>These may stand before a verb: 至少召开1次.</summary>
    private static readonly Marker[] BeforeVerb = [new("min", false, "至少"), new("max", false, "至多")];

    private const int LongestVerb = 2;

    private static Marker? FindBefore(string text, int end)
    {
        var before = text.AsSpan(0, end);
        foreach (var word in FalseBefore)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return null;
        }

        foreach (var marker in Before)
        {
            if (before.EndsWith(marker.Text, StringComparison.Ordinal))
                return marker;
        }

        return FindBeforeVerb(before);
    }

    private static Marker? FindBeforeVerb(ReadOnlySpan<char> before)
    {
        for (var verb = 1; verb <= LongestVerb && before.Length > verb && char.IsLetter(before[^verb]); verb++)
        {
            foreach (var marker in BeforeVerb)
            {
                if (before[..^verb].EndsWith(marker.Text, StringComparison.Ordinal))
                    return marker;
            }
        }

        return null;
    }
}
