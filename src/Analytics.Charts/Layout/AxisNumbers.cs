namespace Analytics.Charts;

/// <summary>
/// How the value axis of a chart writes its numbers, and where their unit stands: once, in the subtitle. In Chinese a
/// magnitude goes to the unit (单位：万元, ticks 5, 10, 15), in English it stays with the number (5K).
/// </summary>
internal sealed class AxisNumbers
{
    private readonly double _largest;
    private readonly double _size;
    private readonly string _sign;
    private readonly bool _inUnit;
    private readonly ChartSpec _spec;

    private AxisNumbers(ChartSpec spec)
    {
        _spec = spec;
        _largest = Largest(spec);
        (_size, _sign) = NumberText.Magnitude(_largest, spec.Language);
        var mentioned = spec.Subtitle.Contains(Phrase(spec.Unit.Text), StringComparison.OrdinalIgnoreCase) || !Mentions(spec);
        _inUnit = HasUnit(spec) && spec.Language == Language.Zh && _sign.Length > 0 && mentioned;
        Subtitle = HasUnit(spec) ? WithUnit() : spec.Subtitle;
    }

    /// <summary>The subtitle with the unit of the axis.</summary>
    public string Subtitle { get; }

    public static AxisNumbers Of(ChartSpec spec) => new(spec);

    /// <summary>One number of the axis.</summary>
    public string Text(double tick)
    {
        if (tick == 0)
            return "0";
        return _inUnit
            ? NumberText.Plain(tick / _size, _spec.Language)
            : NumberText.Tick(tick, _largest, _spec.Language) + (_spec.Unit.Text == "%" ? "%" : "");
    }

    /// <summary>An axis of values that have a unit, without a title of its own; ticks in % carry their sign.</summary>
    private static bool HasUnit(ChartSpec spec) =>
        spec.Kind is not (ChartKind.Heatmap or ChartKind.Kpi) && spec.Unit.Text is not ("" or "%") && spec.YTitle.Length == 0;

    private string WithUnit()
    {
        var (plain, shown) = (Phrase(_spec.Unit.Text), Phrase((_inUnit ? _sign : "") + _spec.Unit.Text));
        if (_spec.Subtitle.Contains(plain, StringComparison.OrdinalIgnoreCase))
            return _inUnit ? _spec.Subtitle.Replace(plain, shown, StringComparison.OrdinalIgnoreCase) : _spec.Subtitle;
        if (Mentions(_spec))
            return _spec.Subtitle;
        return _spec.Subtitle.Length == 0
            ? shown
            : _spec.Subtitle.TrimEnd('。', '.') + ChartWords.For(_spec.Language).Comma + char.ToLowerInvariant(shown[0]) + shown[1..];
    }

    private string Phrase(string unit) => ChartWords.For(_spec.Language).UnitIs + unit;

    /// <summary>Whether the subtitle names the unit in its own way: （元）, number of people.</summary>
    private static bool Mentions(ChartSpec spec) =>
        spec.Language == Language.En
            ? spec.Subtitle.Contains(spec.Unit.Text, StringComparison.OrdinalIgnoreCase)
            : spec.Subtitle.Contains($"（{spec.Unit.Text}）", StringComparison.Ordinal);

    /// <summary>The greatest figure rounded up to one digit, as ticks may be: 9800万 is on an axis to 1亿.</summary>
    private static double Largest(ChartSpec spec)
    {
        var stacked = spec.Kind == ChartKind.StackedBar;
        var wholes = stacked
            ? spec.Marks.GroupBy(m => (m.Panel, m.Category)).Select(g => g.Sum(m => m.Anchor ?? 0) * spec.Unit.Factor)
            : [];
        var range = ValueRange.Of(spec, spec.Marks);
        var largest = wholes.Append(Math.Abs(range.High)).Append(Math.Abs(range.Low)).Max();
        return largest == 0 ? 0 : Ticks.RoundUp(largest);
    }
}
