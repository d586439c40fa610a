namespace Analytics.Curation;

/// <summary>
/// Shares against their parts. Printed percentages are rounded or cut off, so one unit of the last printed place is allowed; and heads
/// are whole, so a share of a known base must come from a whole numerator.
/// </summary>
internal static class ShareRules
{
    public static readonly Rule Denominator = new(
        "share.denominator",
        Severity.Critical,
        "A share or change rate says what it is of, or 基数未载.",
        new("填写 denominator_text。", "Fill denominator_text.")
    );

    public static readonly Rule Bounds = new(
        "share.bounds",
        Severity.Warning,
        "A share lies between 0 and 1.",
        new("核对数值，或看 statistic 是否应为 change_rate。", "Check the value, or whether the statistic is a change rate.")
    );

    public static readonly Rule Base = new(
        "share.base",
        Severity.Critical,
        "denominator_value is the value of the observation that is linked as the denominator.",
        new("改正 denominator_value 或联系。", "Correct denominator_value or the link.")
    );

    public static readonly Rule Ratio = new(
        "share.ratio",
        Severity.Warning,
        "A printed share is its numerator over its denominator, within one unit of the last place.",
        new(
            "核对两者；若是原文有误，把此数标为存疑并接受此项。",
            "Check both; if the source is wrong, mark the figure suspect and accept the finding."
        )
    );

    public static readonly Rule Whole = new(
        "share.whole",
        Severity.Warning,
        "Some whole number of heads gives the printed share of its base.",
        new(
            "核对数字；若是原文有误，把此数标为存疑并接受此项。",
            "Check the figures; if the source is wrong, mark the figure suspect and accept the finding."
        )
    );

    public static readonly Rule Implied = new(
        "share.implied_base",
        Severity.Info,
        "Where a share and its numerator are printed without a base, the base follows within limits.",
        new("不必改；可拿这个基数与已知总数相比。", "Nothing; compare the base with known totals.")
    );

    public static readonly Rule Units = new(
        "share.units",
        Severity.Warning,
        "Numerator and denominator of a share are counted in the same unit.",
        new("核对联系：人与人次不同。", "Check the links: 人 and 人次 are not the same.")
    );

    public static readonly IReadOnlyList<Rule> All = [Denominator, Bounds, Base, Ratio, Whole, Implied, Units];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var numerators = scope.Links().Where(l => l.Link.Kind == "numerator").ToLookup(l => l.To.Id, l => l.From);
        var denominators = scope.Links().Where(l => l.Link.Kind == "denominator").ToLookup(l => l.To.Id, l => l.From);
        return scope
            .Observations.Where(o => o.Indicator?.Statistic is "share" or "change_rate")
            .SelectMany(o => CheckShare(o, numerators[o.Id].FirstOrDefault(), denominators[o.Id].FirstOrDefault()));
    }

    private static IEnumerable<Finding> CheckShare(LocatedObservation share, LocatedObservation? numerator, LocatedObservation? denominator)
    {
        var row = share.Row;
        if (row.DenominatorText.Length == 0)
        {
            yield return Denominator.At(
                row,
                new($"{share.Id} 没有写明以什么为基数。", $"{share.Id} does not say what it is a share of."),
                share.Id
            );
        }

        if (share.Indicator!.Statistic == "share" && (share.Low < 0 || share.High > 1))
        {
            yield return Bounds.At(
                row,
                new($"{share.Id} 是 {ValueDisplay.Plain(share.High ?? 0)}。", $"{share.Id} is {ValueDisplay.Plain(share.High ?? 0)}."),
                share.Id
            );
        }

        if (denominator?.Row.Value is { } linked && row.DenominatorValue is { } written && linked != written)
        {
            yield return Base.At(
                row,
                new(
                    $"denominator_value 是 {ValueDisplay.Plain(written)}；{denominator.Id} 是 {ValueDisplay.Plain(linked)}。",
                    $"denominator_value is {ValueDisplay.Plain(written)}; {denominator.Id} is {ValueDisplay.Plain(linked)}."
                ),
                share.Id,
                denominator.Id
            );
        }

        if (numerator?.Indicator is { } n && denominator?.Indicator is { } d && n.Unit != d.Unit)
        {
            yield return Units.At(
                row,
                new(
                    $"{numerator.Id} 的单位是{n.Unit}，{denominator.Id} 的是{d.Unit}。",
                    $"{numerator.Id} is in {n.Unit}, {denominator.Id} in {d.Unit}."
                ),
                share.Id
            );
        }

        if (
            row.Qualifier == "exact"
            && share.Indicator.Statistic == "share"
            && CheckArithmetic(share, Exact(numerator), Exact(denominator) ?? row.DenominatorValue) is { } finding
        )
        {
            yield return finding;
        }
    }

    private static Finding? CheckArithmetic(LocatedObservation share, decimal? numerator, decimal? denominator)
    {
        decimal value = share.Low ?? 0,
            last = share.Factor / Power(share.Row.ValueText);
        return (numerator, denominator) switch
        {
            ({ } n, { } d) => d == 0 || Math.Abs(n / d - value) <= last
                ? null
                : Ratio.At(
                    share.Row,
                    new(
                        $"{ValueDisplay.Plain(d)} 中的 {ValueDisplay.Plain(n)} 是 {n / d:P4}；印出的是 {share.Row.ValueText}%。",
                        $"{ValueDisplay.Plain(n)} of {ValueDisplay.Plain(d)} is {n / d:P4}; printed is {share.Row.ValueText}%."
                    ),
                    share.Id
                ),
            (null, { } d) => HasWhole(value, last, d)
                ? null
                : Whole.At(
                    share.Row,
                    new(
                        $"{ValueDisplay.Plain(d)} 中没有整数恰为 {share.Row.ValueText}%：{Neighbours(value, d).Zh}。",
                        $"No whole number of {ValueDisplay.Plain(d)} is {share.Row.ValueText}%: {Neighbours(value, d).En}."
                    ),
                    share.Id
                ),
            ({ } n, null) when value > 0 => CheckImpliedBase(share, n, value, last),
            _ => null,
        };
    }

    /// <summary>Which whole bases fit a share of which only the numerator is printed.</summary>
    private static Finding CheckImpliedBase(LocatedObservation share, decimal n, decimal value, decimal last)
    {
        decimal low = Math.Max(n, Math.Ceiling(n / (value + last))),
            high = value > last ? Math.Floor(n / (value - last)) : decimal.MaxValue;
        while (low <= high && Math.Abs(n / low - value) > last)
            low++;
        return low > high
            ? Whole.At(
                share.Row,
                new(
                    $"{ValueDisplay.Plain(n)} 不是任何整数的 {share.Row.ValueText}%（100% 是 {ValueDisplay.Plain(n)}）。",
                    $"{ValueDisplay.Plain(n)} is {share.Row.ValueText}% of no whole number (100% is {ValueDisplay.Plain(n)})."
                ),
                share.Id
            )
            : Implied.At(
                share.Row,
                new(
                    $"{ValueDisplay.Plain(n)} 是 {Between(low, high).Zh} 的 {share.Row.ValueText}%，后者没有印出。",
                    $"{ValueDisplay.Plain(n)} is {share.Row.ValueText}% of {Between(low, high).En}, which is not printed."
                ),
                share.Id
            );
    }

    private static Localized Between(decimal low, decimal high) =>
        low == high
            ? Localized.Same(ValueDisplay.Plain(low))
            : new($"{ValueDisplay.Plain(low)} 至 {ValueDisplay.Plain(high)}", $"{ValueDisplay.Plain(low)} to {ValueDisplay.Plain(high)}");

    private static bool HasWhole(decimal value, decimal last, decimal d) =>
        Math.Floor(d * (value + last)) >= Math.Ceiling(d * (value - last)) && Math.Floor(d * (value + last)) >= 0;

    private static Localized Neighbours(decimal value, decimal d)
    {
        var whole = Math.Floor(value * d);
        var (below, above) = (ValueDisplay.Plain(whole), ValueDisplay.Plain(whole + 1));
        var (less, more) = ($"{whole / d * 100:0.0000}%", $"{(whole + 1) / d * 100:0.0000}%");
        return new($"{below} 是 {less}，{above} 是 {more}", $"{below} is {less}, {above} is {more}");
    }

    private static decimal? Exact(LocatedObservation? o) => o?.Row.Qualifier == "exact" ? o.Row.Value : null;

    /// <summary>10 to the number of printed decimals.</summary>
    private static decimal Power(string printed)
    {
        var point = printed.IndexOf('.');
        decimal power = 1;
        for (var i = point < 0 ? printed.Length : point + 1; i < printed.Length; i++)
            power *= 10;
        return power;
    }
}
