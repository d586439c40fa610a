using System.Text;

namespace Analytics.Charts;

/// <summary>
/// Breaks text into the lines of a given width that cost least: each line costs something, so does the room it leaves and the
/// place it breaks at (<see cref="BreakCosts"/>). All ways to break are weighed against each other, as Knuth and Plass do
/// ("Breaking Paragraphs into Lines", 1981), so that a number keeps its unit even where that moves an earlier break.
/// A word that is wider than a line is broken anywhere rather than cut off.
/// </summary>
internal static class LineBreaker
{
    /// <summary>A further line is dearer than an unlucky break, cheaper than one that tears apart what belongs together.</summary>
    private const double LineCost = 1000;

    /// <summary>A line of one character reads as a mistake.</summary>
    private const double LoneCost = 2500;

    private const double BalanceCost = 300,
        RaggedCost = 30;

    /// <summary>Part of the width below which a last line looks left over.</summary>
    private const double Leftover = 0.1;

    /// <summary>
    /// Lines of at most <paramref name="width"/>; about equally long where <paramref name="balanced"/>. Empty text has no lines.
    /// </summary>
    public static IReadOnlyList<string> Break(string text, double size, bool bold, double width, bool balanced = true) =>
        Break(text, size, bold, width, balanced, LineCost);

    /// <summary>At most <paramref name="count"/> lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Break(string text, double size, bool bold, double width, int count)
    {
        var lines = Break(text, size, bold, width);
        // As few lines as possible, whatever is torn apart.
        if (lines.Count > count)
            lines = Break(text, size, bold, width, balanced: true, BreakCosts.Never);
        if (lines.Count <= count)
            return lines;
        lines = Break(text, size, bold, width, balanced: false, BreakCosts.Never);
        return [.. lines.Take(count - 1), Ellipsis(lines[count - 1], size, bold, width)];
    }

    /// <summary>Whether a text was broken within a Latin word or a number, as only a width that is too small makes it.</summary>
    public static bool SplitsWord(IReadOnlyList<string> lines, string text)
    {
        var at = 0;
        foreach (var line in lines)
        {
            at += line.Length;
            if (at > 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]))
                return true;
            while (at < text.Length && text[at] == ' ')
                at++;
        }
        return false;
    }

    private static string Ellipsis(string line, double size, bool bold, double width)
    {
        var runes = line.EnumerateRunes().ToList();
        while (runes.Count > 0 && ChartFonts.Width(string.Concat(runes) + "…", size, bold) > width)
            runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes) + "…";
    }

    private static IReadOnlyList<string> Break(string text, double size, bool bold, double width, bool balanced, double lineCost)
    {
        if (text.Length == 0)
            return [];
        if (ChartFonts.Width(text, size, bold) <= width)
            return [text.TrimEnd()];
        var runes = text.EnumerateRunes().ToArray();
        var ends = Ends(new Measure(runes, size, bold), BreakCosts.Of(runes), width, balanced, lineCost);
        return [.. ends.Zip(ends.Prepend(0)).Select(e => string.Concat(runes[e.Second..e.First]).TrimEnd()).Where(l => l.Length > 0)];
    }

    /// <summary>Where the lines of the cheapest way end, each by the number of characters before it.</summary>
    private static List<int> Ends(Measure measure, double[] costs, double width, bool balanced, double lineCost)
    {
        var (best, from) = (new double[measure.Count + 1], new int[measure.Count + 1]);
        for (var end = 1; end <= measure.Count; end++)
        {
            best[end] = double.PositiveInfinity;
            for (var start = end - 1; start >= 0 && (start == end - 1 || measure.Width(start, end) <= width); start--)
            {
                var cost =
                    best[start] + lineCost + LineCostOf(measure, start, end, width, balanced) + (end < measure.Count ? costs[end] : 0);
                // Of equal ways the one with the longer first lines.
                if (cost < best[end])
                    (best[end], from[end]) = (cost, start);
            }
        }
        var ends = new List<int>();
        for (var end = measure.Count; end > 0; end = from[end])
            ends.Insert(0, end);
        return ends;
    }

    private static double LineCostOf(Measure measure, int start, int end, double width, bool balanced)
    {
        var left = Math.Max(0, 1 - measure.Width(start, end) / width);
        var cost =
            balanced ? left * left * BalanceCost
            : end == measure.Count
                ? left > 1 - Leftover ? BalanceCost
                    : 0
            : left * left * RaggedCost;
        return measure.Visible(start, end) == 1 ? cost + LoneCost : cost;
    }

    /// <summary>Widths between any two places of a text; the space at the end of a line has none, as it may hang over.</summary>
    private sealed class Measure
    {
        private readonly Rune[] _runes;
        private readonly double[] _before;
        private readonly double[] _squeezed;

        public Measure(Rune[] runes, double size, bool bold)
        {
            (_runes, _before, _squeezed) = (runes, new double[runes.Length + 1], new double[runes.Length + 1]);
            var font = ChartFonts.Of(bold);
            for (var i = 0; i < runes.Length; i++)
            {
                if (i > 0)
                    _squeezed[i] = Punctuation.Squeeze(runes[i - 1], runes[i]) * size;
                _before[i + 1] = _before[i] + font.Advance(runes[i].Value) * size - _squeezed[i];
            }
        }

        public int Count => _runes.Length;

        /// <summary>The first of a line stands in its own square, whatever was before it.</summary>
        public double Width(int start, int end) => _before[Trimmed(start, end)] - _before[start] + (end > start ? _squeezed[start] : 0);

        public int Visible(int start, int end) => Trimmed(start, end) - start;

        private int Trimmed(int start, int end)
        {
            while (end > start && Rune.IsWhiteSpace(_runes[end - 1]))
                end--;
            return end;
        }
    }
}
