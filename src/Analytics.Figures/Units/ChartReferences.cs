using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>The values that marks are held against, made to fit the axis.</summary>
internal static class ChartReferences
{
    /// <summary>How many times the range of the figures a value may lie away before it would squash them.</summary>
    private const double Far = 5;

    /// <summary>
    /// Those that the plot can show, and sentences for those that lie so far out that the figures would shrink to nothing beside them.
    /// </summary>
    /// <param name="references">As asked for; one in per cent belongs to shares.</param>
    /// <param name="marks">The figures.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="kind">A diverging bar starts from its first reference, wherever that lies.</param>
    /// <param name="language">Of the sentences.</param>
    /// <exception cref="UserException">A value in per cent on an axis that is none.</exception>
    public static (IReadOnlyList<ChartReference> Shown, IReadOnlyList<string> Notes) Fit(
        IReadOnlyList<ChartReference> references,
        IReadOnlyList<ChartMark> marks,
        ChartUnit unit,
        ChartKind kind,
        Language language
    )
    {
        var ends = marks
            .SelectMany(m => new[] { m.Value, m.Low, m.High })
            .OfType<double>()
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (ends.Min(), ends.Max());
        var fitted = references.Select(r => OnAxis(r, unit, low, high)).ToList();
        var reach = Far * Math.Max(Math.Abs(low), Math.Abs(high));
        var far = kind == ChartKind.DivergingBar || reach == 0 ? [] : fitted.Where(r => Math.Abs(r.Value) >= reach).ToList();
        return ([.. fitted.Except(far)], [.. far.Select(r => Outside(r, unit, language))]);
    }

    private static ChartReference OnAxis(ChartReference reference, ChartUnit unit, double low, double high)
    {
        if (!reference.IsShare || unit == ChartUnit.Percent || unit.Text.Length == 0 && low >= -1 && high <= 1)
            return reference;
        // Shares that the data itself gives in per cent.
        if (unit.Text == "%")
            return reference with { Value = reference.Value * 100, IsShare = false };
        throw UserException.Usage(
            $"参照值“{ReferenceText.Of(reference)}”是百分数，而图中数值{(unit.Text.Length > 0 ? $"的单位是“{unit.Text}”" : "不是比例")}。"
                + $"请给出同单位的数，如 '{reference.Value * 100} {reference.Label}'。",
            $"The reference '{ReferenceText.Of(reference)}' is in per cent, "
                + $"but the figures {(unit.Text.Length > 0 ? $"are in {unit.Text}" : "are no shares")}. "
                + $"Give a value in their unit, such as '{reference.Value * 100} {reference.Label}'."
        );
    }

    private static string Outside(ChartReference reference, ChartUnit unit, Language language)
    {
        var value = ChartDescription.Figure(new ChartMark("", reference.Value), unit, language);
        return language == Language.Zh
            ? $"{reference.Label} {value} 远在图外，未画"
            : $"{reference.Label} {value} lies far outside the plot and is not drawn";
    }
}
