namespace Analytics.Curation;

/// <summary>The value is what the printed words say, read again.</summary>
internal static class ValueRules
{
    private const decimal MostDigits = 9_999_999_999_999_999m;

    public static readonly Rule Unparsed = new(
        "value.unparsed",
        Severity.Critical,
        "value_text is a number: digits, Chinese numerals, or a range.",
        new("只写印出的数字，不带单位和“余”“超”等字。", "Give the printed number alone, without unit or marker.")
    );

    public static readonly Rule Mismatch = new(
        "value.mismatch",
        Severity.Critical,
        "value is value_text times the factor of the unit, exactly.",
        new("改正 value、value_text 或 unit_text。", "Correct value, value_text or unit_text.")
    );

    public static readonly Rule Range = new(
        "value.range",
        Severity.Critical,
        "A range has the qualifier range and no single value.",
        new("把 qualifier 设为 range 并清空 value，或只写一个数。", "Set qualifier to range and empty value, or give one number.")
    );

    public static readonly Rule UnitPlace = new(
        "value.unit_place",
        Severity.Critical,
        "unit_text follows the printed number in the text.",
        new("照原文写单位，不带“余”等字（4万余元：4 和 万元）。", "Give the unit as printed, without the marker (4万余元: 4 and 万元).")
    );

    public static readonly Rule UnitCut = new(
        "value.unit_cut",
        Severity.Critical,
        "unit_text is the whole unit: no longer unit of the list stands at its place (人次 is not 人, 万元 not 万).",
        new("写全单位。", "Give the whole unit.")
    );

    public static readonly Rule IndicatorUnit = new(
        "value.indicator_unit",
        Severity.Critical,
        "The base unit of an observation is the unit of its indicator.",
        new("选用以此单位计的指标，或改正单位。", "Choose the indicator that counts in this unit, or correct the unit.")
    );

    public static readonly Rule Precision = new(
        "value.precision",
        Severity.Critical,
        "A value has at most ten decimals and sixteen digits before the point.",
        new("核对数值和单位的倍数。", "Check the value and the factor of its unit.")
    );

    public static readonly Rule Printed = new(
        "value.printed",
        Severity.Critical,
        "The figure as printed, with marker and unit, lies inside the quote and says value, unit_text and qualifier when read by itself.",
        new("把引文延长到“余”等字和单位，或改正不符之处。", "Extend the quote to the marker and the unit, or correct what disagrees.")
    );

    public static readonly IReadOnlyList<Rule> All = [Unparsed, Mismatch, Range, UnitPlace, UnitCut, IndicatorUnit, Precision, Printed];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        var units = scope.Data.Units.Select(u => u.Unit).ToArray();
        foreach (var observation in scope.Observations)
        {
            if (CheckNumber(observation) is { } number)
                yield return number;
            if (CheckUnit(observation, units) is { } unit)
                yield return unit;
            if (CheckIndicator(observation) is { } indicator)
                yield return indicator;
            if (CheckPrinted(observation) is { } printed)
                yield return printed;
        }
    }

    private static Finding? CheckNumber(LocatedObservation o)
    {
        if (o.Printed is not { } printed)
        {
            return Unparsed.At(
                o.Row,
                new($"{Excerpt.Of(o.Row.ValueText)}不是数字。", $"{Excerpt.Of(o.Row.ValueText)} is no number."),
                o.Id
            );
        }

        if (printed.IsRange != (o.Row.Qualifier == "range") || (printed.IsRange && o.Row.Value is not null))
        {
            return Range.At(
                o.Row,
                new(
                    $"{Excerpt.Of(o.Row.ValueText)}的 qualifier 是 {o.Row.Qualifier}，value {ShownZh(o.Row.Value)}。",
                    $"{Excerpt.Of(o.Row.ValueText)} with qualifier {o.Row.Qualifier} and value {Shown(o.Row.Value)}."
                ),
                o.Id
            );
        }

        if (!printed.IsRange && o.Row.Value != o.Low)
        {
            return Mismatch.At(
                o.Row,
                new(
                    $"{o.Row.ValueText}{o.Row.UnitText}是 {Shown(o.Low)}；value {ShownZh(o.Row.Value)}。",
                    $"{o.Row.ValueText}{o.Row.UnitText} is {Shown(o.Low)}; value says {Shown(o.Row.Value)}."
                ),
                o.Id
            );
        }

        return Math.Abs(o.High ?? 0) > MostDigits || (o.High ?? 0).Scale > 10
            ? Precision.At(o.Row, new($"{Shown(o.High)} 放不下。", $"{Shown(o.High)} does not fit."), o.Id)
            : null;
    }

    private static Finding? CheckUnit(LocatedObservation o, string[] units)
    {
        if (o.Number is null || o.Row.UnitText.Length == 0)
            return null;
        if (o.PrintedUnit is not { } printed)
        {
            return UnitPlace.At(
                o.Row,
                new(
                    $"{o.Row.ValueText} 之后是{Excerpt.Of(After(o.Number))}；应为{Excerpt.Of(o.Row.UnitText)}。",
                    $"After {o.Row.ValueText} stands {Excerpt.Of(After(o.Number))}; expected {Excerpt.Of(o.Row.UnitText)}."
                ),
                o.Id
            );
        }

        var longer = Array.Find(
            units,
            u => u.Length > o.Row.UnitText.Length && PrintedUnit.Read(o.Number, u) is { } other && other.End > printed.End
        );
        return longer is null
            ? null
            : UnitCut.At(
                o.Row,
                new(
                    $"印出的单位是{Excerpt.Of(longer)}；unit_text 写的是{Excerpt.Of(o.Row.UnitText)}。",
                    $"The printed unit is {Excerpt.Of(longer)}; unit_text says {Excerpt.Of(o.Row.UnitText)}."
                ),
                o.Id
            );
    }

    private static Finding? CheckIndicator(LocatedObservation o) =>
        o.Unit is { } unit && o.Indicator is { } indicator && unit.BaseUnit != indicator.Unit
            ? IndicatorUnit.At(
                o.Row,
                new(
                    $"{unit.Unit}的基本单位是{unit.BaseUnit}；指标 {indicator.IndicatorId} 以{indicator.Unit}计。",
                    $"{unit.Unit} has base unit {unit.BaseUnit}; indicator {indicator.IndicatorId} counts in {indicator.Unit}."
                ),
                o.Id
            )
            : null;

    private static Finding? CheckPrinted(LocatedObservation o)
    {
        if (o.Figure is not { } figure || o.Quote is not { } quote)
            return null;
        if (!figure.IsWithin(quote))
        {
            return Printed.At(
                o.Row,
                new($"{Excerpt.Of(figure.Text)}超出引文。", $"{Excerpt.Of(figure.Text)} goes beyond the quote."),
                o.Id
            );
        }

        var reading = FigureReading.Of(figure.Text);
        return reading is not null && Says(reading, o)
            ? null
            : Printed.At(
                o.Row,
                new(
                    $"{Excerpt.Of(figure.Text)}读作{Read(reading).Zh}；这一行写的是 {o.Row.ValueText} {o.Row.UnitText} {o.Row.Qualifier}，"
                        + $"value {ShownZh(o.Row.Value)}。",
                    $"{Excerpt.Of(figure.Text)} reads {Read(reading).En}; the row says {o.Row.ValueText} {o.Row.UnitText} "
                        + $"{o.Row.Qualifier}, "
                        + $"value {Shown(o.Row.Value)}."
                ),
                o.Id
            );
    }

    private static bool Says(FigureReading reading, LocatedObservation o) =>
        reading.Unit == NormalForm.Of(o.Row.UnitText)
        && reading.Qualifier == o.Row.Qualifier
        && (reading.Number.IsRange ? o.Row.Value is null : reading.Number.Low * o.Factor == o.Row.Value);

    private static Localized Read(FigureReading? reading) =>
        reading is null
            ? new("不是数字", "no number")
            : Localized.Same($"{ValueDisplay.Plain(reading.Number.Low)} {reading.Unit} {reading.Qualifier}");

    private static string After(Span number) => number.Flow.Text[number.End..Math.Min(number.Flow.Text.Length, number.End + 8)];

    private static string ShownZh(decimal? value) => value is { } v ? $"写的是 {ValueDisplay.Plain(v)}" : "空着";

    private static string Shown(decimal? value) => value is { } v ? ValueDisplay.Plain(v) : "nothing";
}
