namespace Analytics.Curation;

/// <summary>A figure is a bound or an approximation exactly when the text says so.</summary>
internal static class QualifierRules
{
    public static readonly Rule MarkerDropped = new(
        "qualifier.marker_dropped",
        Severity.Critical,
        "A marker in the text (余, 多, 超, 以上, 近, 约 …) shows in the qualifier.",
        new("把 qualifier 设为该字词所指的。", "Set the qualifier that the marker calls for.")
    );

    public static readonly Rule Unmarked = new(
        "qualifier.unmarked",
        Severity.Critical,
        "A qualifier other than exact has a marker in the text; 就近, 居规民约, 大专以上, 近两年 are none.",
        new("把 qualifier 设为 exact。", "Set the qualifier to exact.")
    );

    public static readonly Rule Contradicted = new(
        "qualifier.contradicted",
        Severity.Critical,
        "The qualifier is the one that the marker calls for.",
        new("把 qualifier 设为该字词所指的。", "Set the qualifier that the marker calls for.")
    );

    public static readonly IReadOnlyList<Rule> All = [MarkerDropped, Unmarked, Contradicted];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        from o in scope.Observations
        where o.Number is not null
        let finding = Check(o)
        where finding is not null
        select finding;

    private static Finding? Check(LocatedObservation o)
    {
        var says = o.Row.Qualifier;
        if (says == "range")
            return null;
        return (says, o.Marker) switch
        {
            ("exact", { } marker) => MarkerDropped.At(
                o.Row,
                new(
                    $"{Excerpt.Of(marker.Text)}说{o.Row.ValueText}{o.Row.UnitText}是 {marker.Qualifier}；qualifier 写的是 exact。",
                    $"{Excerpt.Of(marker.Text)} marks {o.Row.ValueText}{o.Row.UnitText} as {marker.Qualifier}; qualifier says exact."
                ),
                o.Id
            ),
            ("exact", null) => null,
            (_, null) => Unmarked.At(
                o.Row,
                new(
                    $"文中没有字词限定{o.Row.ValueText}{o.Row.UnitText}；qualifier 写的是 {says}。",
                    $"Nothing marks {o.Row.ValueText}{o.Row.UnitText} in the text; qualifier says {says}."
                ),
                o.Id
            ),
            (_, { } marker) when marker.Qualifier != says => Contradicted.At(
                o.Row,
                new(
                    $"{Excerpt.Of(marker.Text)}应为 {marker.Qualifier}；qualifier 写的是 {says}。",
                    $"{Excerpt.Of(marker.Text)} calls for {marker.Qualifier}; qualifier says {says}."
                ),
                o.Id
            ),
            _ => null,
        };
    }
}
