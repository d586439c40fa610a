using System.Text;
using Analytics.Charts;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>
/// Signs that bars are drawn with, each one cell wide: eighth-blocks where the terminal shows them so, ASCII where it shows them two cells
/// wide.
/// What a text leaves open is drawn open: → beyond a lower bound, a pale bar with a closed end for an upper one.
/// </summary>
/// <param name="Full">A filled cell of an exact value.</param>
/// <param name="Eighths">A cell filled by one to seven eighths from the left; empty where only whole cells can be drawn.</param>
/// <param name="Pale">A filled cell up to an upper bound.</param>
/// <param name="About">A filled cell of a value that is approximate.</param>
/// <param name="Open">The end beyond a lower bound.</param>
/// <param name="Closed">The end at an upper bound.</param>
/// <param name="Tie">The line between, or up to, the ends of a range.</param>
/// <param name="Dot">A value as a place.</param>
/// <param name="Hollow">A value as a place, approximate.</param>
/// <param name="Stem">The line from zero to a dot.</param>
/// <param name="Reference">The line of a value that others are held against.</param>
/// <param name="Parts">Fillings that tell the parts of a stack apart without colour.</param>
/// <param name="Box">Five signs: least value, whisker, box, median, greatest value.</param>
internal sealed record BarGlyphs(
    char Full,
    string Eighths,
    char Pale,
    char About,
    char Open,
    char Closed,
    char Tie,
    char Dot,
    char Hollow,
    char Stem,
    char Reference,
    string Parts,
    string Box
)
{
    private static readonly BarGlyphs Blocks = new('█', "▏▎▍▌▋▊▉", '░', '▒', '→', '▏', '┄', '●', '○', '─', '┊', "█░▓▒▚▬", "├─▒┃┤");
    private static readonly BarGlyphs Ascii = new('#', "", '.', '=', '>', '|', '-', 'o', 'c', '-', ':', "#.%=x+", "|-=H|");

    /// <summary>The end of a part that is no exact figure.</summary>
    public const char Loose = '~';

    public static BarGlyphs For(AmbiguousWidth ambiguous) => ambiguous == AmbiguousWidth.One ? Blocks : Ascii;

    /// <summary>One row's bar, at most <paramref name="cells"/> wide.</summary>
    public string Bar(ChartMark mark, ChartScale scale, int cells)
    {
        var line = new StringBuilder().Append(' ', cells);
        if (mark.Presence == MarkPresence.Figure && cells > 0)
            Draw(line, mark, scale, cells);
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Whiskers from the least to the greatest, a box over the middle half, a thick line at the median.</summary>
    public string BoxOf(ChartSpread spread, ChartScale scale, int cells)
    {
        var line = new StringBuilder().Append(' ', cells);
        int At(double shown) => (int)scale.Cells(shown / scale.Factor, scale.Room(cells));
        for (var x = At(spread.Values[0]); x <= At(spread.Values[^1]); x++)
            Put(line, x, Box[1]);
        for (var x = At(spread.LowerQuartile); x <= At(spread.UpperQuartile); x++)
            Put(line, x, Box[2]);
        Put(line, At(spread.Values[0]), Box[0]);
        Put(line, At(spread.Values[^1]), Box[4]);
        Put(line, At(spread.Median), Box[3]);
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>A dot for each value.</summary>
    public string Dots(IReadOnlyList<double> shown, ChartScale scale, int cells)
    {
        var line = new StringBuilder().Append(' ', cells);
        foreach (var value in shown)
            Put(line, (int)scale.Cells(value / scale.Factor, scale.Room(cells)), Dot);
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>The bar with a line at each value it is held against, where it leaves room.</summary>
    public string WithReferences(string bar, IReadOnlyList<ChartReference> references, ChartScale scale, int cells)
    {
        if (references.Count == 0 || cells <= 0)
            return bar;
        var line = new StringBuilder(bar.PadRight(cells));
        foreach (var reference in references)
        {
            if ((int)scale.Cells(reference.Value, scale.Room(cells)) is var at && at >= 0 && at < line.Length && line[at] == ' ')
                line[at] = Reference;
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>A part of a stack in its own filling; what the text leaves open is in its last cell.</summary>
    public string Part(int series, int cells, MarkQualifier qualifier) =>
        cells == 0
            ? ""
            : new string(Parts[series % Parts.Length], cells - 1)
                + qualifier switch
                {
                    MarkQualifier.Min => Open,
                    MarkQualifier.Max or MarkQualifier.NearBelow => Closed,
                    MarkQualifier.Approx or MarkQualifier.Range => Loose,
                    _ => Parts[series % Parts.Length],
                };

    private void Draw(StringBuilder line, ChartMark mark, ChartScale scale, int cells)
    {
        var room = scale.Room(cells);
        var (zero, at) = (scale.Cells(scale.Zero, room), scale.Cells(mark.Anchor!.Value, room));
        if (scale.IsDots)
            DrawDot(line, mark, scale, room);
        else if (mark is { Qualifier: MarkQualifier.Range, Low: { } low, High: { } high })
            DrawRange(line, zero, scale.Cells(low, room), scale.Cells(high, room));
        else
            DrawBar(line, mark.Qualifier, zero, at);
    }

    private void DrawBar(StringBuilder line, MarkQualifier qualifier, double zero, double at)
    {
        var fill = qualifier switch
        {
            MarkQualifier.Max or MarkQualifier.NearBelow => Pale,
            MarkQualifier.Approx => About,
            _ => Full,
        };
        var end = Fill(line, fill, Math.Min(zero, at), Math.Max(zero, at));
        // Left of a benchmark the open end is the left one.
        var open = at < zero ? (int)at : end;
        if (qualifier == MarkQualifier.Min)
            Put(line, open, Open);
        else if (qualifier is MarkQualifier.Max or MarkQualifier.NearBelow)
            Put(line, open, Closed);
    }

    private void DrawRange(StringBuilder line, double zero, double low, double high)
    {
        Fill(line, Tie, Math.Min(zero, low), Math.Floor(low));
        Put(line, Fill(line, Full, low, high), Closed);
    }

    private void DrawDot(StringBuilder line, ChartMark mark, ChartScale scale, int room)
    {
        var at = (int)scale.Cells(mark.Anchor!.Value, room);
        if (scale.HasStem)
        {
            Fill(
                line,
                Stem,
                Math.Min(Math.Floor(scale.Cells(scale.Zero, room)), at),
                Math.Max(Math.Floor(scale.Cells(scale.Zero, room)), at)
            );
        }

        if ((mark.Low ?? mark.Anchor.Value, mark.High ?? mark.Anchor.Value) is var (low, high) && high > low)
            Fill(line, Tie, Math.Floor(scale.Cells(low, room)), Math.Ceiling(scale.Cells(high, room)));
        Put(line, at, mark.Qualifier == MarkQualifier.Approx ? Hollow : Dot);
        if (mark is { Qualifier: MarkQualifier.Range, Value: null, High: { } end })
            Put(line, (int)scale.Cells(end, room), Dot);
        if (mark.Qualifier == MarkQualifier.Min)
            Put(line, at + 1, Open);
        else if (mark.Qualifier is MarkQualifier.Max or MarkQualifier.NearBelow)
            Put(line, at + 1, Closed);
    }

    /// <summary>
    /// Fills from one place to another; the last part of a full bar in eighths. A written zero keeps the thinnest bar. Returns the cell
    /// after it.
    /// </summary>
    private int Fill(StringBuilder line, char fill, double from, double to)
    {
        var (first, last) = ((int)Math.Floor(from), (int)Math.Floor(to));
        for (var x = first; x < last; x++)
            Put(line, x, fill);
        if (fill != Full || Eighths.Length == 0)
            return Math.Max(last, first);
        var eighths = Math.Max((int)Math.Round((to - last) * 8), last == first ? 1 : 0);
        if (eighths > 0)
            Put(line, last, eighths == 8 ? Full : Eighths[eighths - 1]);
        return eighths > 0 ? last + 1 : last;
    }

    private static void Put(StringBuilder line, int x, char sign)
    {
        if (x >= 0 && x < line.Length)
            line[x] = sign;
    }
}

/// <summary>Signs of points, one cell each: what a text leaves open points to where the figure may lie.</summary>
internal sealed record PointGlyphs(
    char Point,
    char AtLeast,
    char AtMost,
    char About,
    char Doubtful,
    char NotSeen,
    char NoSource,
    string Shades
)
{
    private static readonly PointGlyphs Signs = new('●', '△', '▽', '○', '?', '·', '×', " ░▒▓█");
    private static readonly PointGlyphs Ascii = new('o', '^', 'v', '~', '?', '.', 'x', " .:=#");

    public static PointGlyphs For(AmbiguousWidth ambiguous) => ambiguous == AmbiguousWidth.One ? Signs : Ascii;

    /// <summary>The sign of a figure's bound or doubt; null for an exact figure that nothing speaks against.</summary>
    public char? Special(ChartMark mark) =>
        mark switch
        {
            { Status: not MarkStatus.Normal } => Doubtful,
            { Qualifier: MarkQualifier.Min } => AtLeast,
            { Qualifier: MarkQualifier.Max or MarkQualifier.NearBelow } => AtMost,
            { Qualifier: MarkQualifier.Approx or MarkQualifier.Range } => About,
            _ => null,
        };

    public char Of(ChartMark mark) => Special(mark) ?? Point;
}
