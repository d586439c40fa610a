using System.Text;
using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>A horizontal axis: a rule with ticks at round numbers, and the numbers under it.</summary>
internal static class ChartAxis
{
    private const int CellsOfNumber = 9;

    /// <summary>The axis under rows whose bars begin at a column and take so many cells.</summary>
    public static void Under(ChartDrawing drawing, ChartScale scale, int start, int cells, PictureLines into)
    {
        var room = scale.Room(cells);
        if (scale.To <= scale.From || room < CellsOfNumber)
            return;
        var (low, high) = (scale.From * scale.Factor, scale.To * scale.Factor);
        var numbers = Numbers(low, high, room / CellsOfNumber);
        if (drawing.Spec.Kind == ChartKind.DivergingBar)
            numbers = [scale.Zero * scale.Factor, .. numbers];
        var ticks = numbers
            .Select(t =>
                (
                    (int)scale.Cells(t / scale.Factor, room),
                    ChartFacts.AxisNumber(t, Math.Max(Math.Abs(low), Math.Abs(high)), drawing.Spec.Language)
                )
            )
            .ToList();
        foreach (var line in Lines(ticks, cells, drawing.Ambiguous))
            into.Add(StyledLine.Of(new string(' ', start) + line, Theme.Dim));
    }

    /// <summary>Round numbers, at least one where there is one at all.</summary>
    private static IReadOnlyList<double> Numbers(double low, double high, int wanted)
    {
        for (var more = wanted; more < wanted + 6; more++)
        {
            if (ChartFacts.RoundNumbers(low, high, more) is { Count: > 0 } numbers)
                return numbers;
        }

        return [];
    }

    /// <summary>
    /// Rule and numbers; the first of them has its place before the others, a number that would touch another is left out.
    /// </summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(int At, string Text)> ticks, int cells, AmbiguousWidth ambiguous)
    {
        var isAscii = ambiguous == AmbiguousWidth.Two;
        var rule = new StringBuilder().Append(isAscii ? '-' : '─', cells);
        var numbers = new CellCanvas(cells, 1, ambiguous);
        var taken = new bool[cells + 1];
        foreach (var (at, text) in ticks)
        {
            var width = CellText.Width(text, ambiguous);
            var x = Math.Clamp(at - width / 2, 0, Math.Max(0, cells - width));
            if (at >= 0 && at < cells)
                rule[at] = isAscii ? '+' : '┴';
            if (width > cells || taken.AsSpan(Math.Max(0, x - 1), Math.Min(cells + 1, x + width + 1) - Math.Max(0, x - 1)).Contains(true))
                continue;
            numbers.Write(x, 0, text);
            taken.AsSpan(x, width).Fill(true);
        }
        yield return rule.ToString();
        yield return CanvasDump.Text(numbers).TrimEnd('\n');
    }
}
