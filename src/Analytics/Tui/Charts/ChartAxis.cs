using System.Text;
using Analytics.Charts;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>A horizontal axis: a rule with ticks at round numbers, and the numbers under it.</summary>
static class ChartAxis
{
    const int CellsOfNumber = 9;

    /// <summary>The axis under rows whose bars begin at a column and take so many cells.</summary>
    public static void Under(ChartDrawing drawing, ChartScale scale, int start, int cells, PictureLines into)
    {
        // As with bars, the last cell is that of the arrow.
        var room = cells - 1;
        if (scale.To <= scale.From || room < CellsOfNumber)
            return;
        var (low, high) = (scale.From * scale.Factor, scale.To * scale.Factor);
        var ticks = ChartFacts.RoundNumbers(low, high, room / CellsOfNumber).Select(t => ((int)scale.Cells(t / scale.Factor, room), ChartFacts.AxisNumber(t, Math.Max(Math.Abs(low), Math.Abs(high)), drawing.Spec.Language))).ToList();
        foreach (var line in Lines(ticks, cells, drawing.Ambiguous))
            into.Add(StyledLine.Of(new string(' ', start) + line, Theme.Dim));
    }

    /// <summary>Rule and numbers; a number that would touch the one before it is left out.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(int At, string Text)> ticks, int cells, AmbiguousWidth ambiguous)
    {
        var isAscii = ambiguous == AmbiguousWidth.Two;
        var rule = new StringBuilder().Append(isAscii ? '-' : '─', cells);
        var numbers = new CellCanvas(cells, 1, ambiguous);
        var free = 0;
        foreach (var (at, text) in ticks.OrderBy(t => t.At))
        {
            if (at >= 0 && at < cells)
                rule[at] = isAscii ? '+' : '┴';
            var width = CellText.Width(text, ambiguous);
            var x = Math.Clamp(at - width / 2, 0, Math.Max(0, cells - width));
            if (x < free || width > cells)
                continue;
            numbers.Write(x, 0, text);
            free = x + width + 1;
        }
        yield return rule.ToString();
        yield return CanvasDump.Text(numbers).TrimEnd('\n');
    }
}
