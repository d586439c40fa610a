using System.Globalization;

namespace Analytics.Charts;

/// <summary>How a mark is named so that an annotation stands at it.</summary>
public static class AnnotationNames
{
    /// <summary>
    /// The shortest name that means a mark and no other of its chart; where there is none, the longest, which means the first of those that
    /// share it. Of a histogram, the mark's value in shown units.
    /// </summary>
    public static string Of(ChartMark mark, ChartSpec spec)
    {
        if (spec.Kind == ChartKind.Histogram)
            return Number((mark.Anchor ?? 0) * spec.Unit.Factor);
        var names = Longer(mark).Prepend(mark.Category).Where(n => n.Trim().Length > 0).ToList();
        return names.Find(name =>
                new ChartAnnotation(name, "") is var note && spec.Marks.All(m => ReferenceEquals(m, mark) || !note.IsOf(m))
            ) ?? (names.Count > 0 ? names[^1] : "");
    }

    /// <summary>Whether an annotation has a mark to stand at; of a histogram, an interval.</summary>
    internal static bool Answers(ChartSpec spec, ChartAnnotation annotation)
    {
        if (spec.Kind != ChartKind.Histogram)
            return spec.Marks.Any(annotation.IsOf);
        var values = Values(spec);
        return annotation.Value is { } value && values.Count > 0 && value >= values.Min() && value <= values.Max();
    }

    /// <summary>The figures of a histogram in shown units.</summary>
    internal static List<double> Values(ChartSpec spec) =>
        [.. spec.Marks.Where(m => m.Presence == MarkPresence.Figure).Select(m => m.Anchor!.Value * spec.Unit.Factor)];

    /// <summary>The names of a mark that say more than its category.</summary>
    internal static IEnumerable<string> Longer(ChartMark mark)
    {
        if (mark.Series.Length > 0)
            yield return $"{mark.Category} / {mark.Series}";
        if (mark.Panel.Length > 0)
            yield return $"{mark.Panel} / {mark.Category}";
        if (mark.Panel.Length > 0 && mark.Series.Length > 0)
            yield return $"{mark.Panel} / {mark.Category} / {mark.Series}";
        if (mark.X is { } x)
            yield return Number(x);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
