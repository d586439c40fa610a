using System.Text;
using Analytics.Charts;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Charts;

/// <summary>
/// Signs that bars are drawn with, each one cell wide: eighth-blocks where the terminal shows them so, ASCII where it shows them two cells wide.
/// What a text leaves open is drawn open: → beyond a lower bound, a pale bar with a closed end for an upper one.
/// </summary>
sealed record BarGlyphs(char Full, string Eighths, char Pale, char About, char Open, char Closed, char Tie, char Dot)
{
    static readonly BarGlyphs Blocks = new('█', "▏▎▍▌▋▊▉", '░', '▒', '→', '▏', '┄', '●');
    static readonly BarGlyphs Ascii = new('#', "", '.', '=', '>', '|', '-', 'o');

    public static BarGlyphs For(AmbiguousWidth ambiguous) => ambiguous == AmbiguousWidth.One ? Blocks : Ascii;

    /// <summary>One row's bar, at most <paramref name="cells"/> wide.</summary>
    public string Bar(ChartMark mark, ChartScale scale, int cells)
    {
        var line = new StringBuilder().Append(' ', cells);
        if (mark.Presence == MarkPresence.Figure && cells > 0)
            Draw(line, mark, scale, cells);
        return line.ToString().TrimEnd(' ');
    }

    void Draw(StringBuilder line, ChartMark mark, ChartScale scale, int cells)
    {
        // One cell is kept for the arrow beyond a lower bound.
        var room = cells - 1;
        var (zero, at) = (scale.Cells(scale.Zero, room), scale.Cells(mark.Anchor!.Value, room));
        if (scale.IsDots)
            DrawDot(line, mark, scale, room);
        else if (mark is { Qualifier: MarkQualifier.Range, Low: { } low, High: { } high })
            DrawRange(line, zero, scale.Cells(low, room), scale.Cells(high, room));
        else
            DrawBar(line, mark.Qualifier, zero, at);
    }

    void DrawBar(StringBuilder line, MarkQualifier qualifier, double zero, double at)
    {
        var fill = qualifier switch { MarkQualifier.Max or MarkQualifier.NearBelow => Pale, MarkQualifier.Approx => About, _ => Full };
        var end = Fill(line, fill, Math.Min(zero, at), Math.Max(zero, at));
        if (qualifier == MarkQualifier.Min)
            Put(line, end, Open);
        else if (qualifier is MarkQualifier.Max or MarkQualifier.NearBelow)
            Put(line, end, Closed);
    }

    void DrawRange(StringBuilder line, double zero, double low, double high)
    {
        Fill(line, Tie, zero, Math.Floor(low));
        Put(line, Fill(line, Full, low, high), Closed);
    }

    void DrawDot(StringBuilder line, ChartMark mark, ChartScale scale, int room)
    {
        var at = (int)scale.Cells(mark.Anchor!.Value, room);
        if (mark is { Low: { } low, High: { } high } && high > low)
            Fill(line, Tie, Math.Floor(scale.Cells(low, room)), Math.Ceiling(scale.Cells(high, room)));
        Put(line, at, Dot);
        if (mark.Qualifier == MarkQualifier.Min)
            Put(line, at + 1, Open);
    }

    /// <summary>Fills from one place to another; the last part of a full bar in eighths. A written zero keeps the thinnest bar. Returns the cell after it.</summary>
    int Fill(StringBuilder line, char fill, double from, double to)
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

    static void Put(StringBuilder line, int x, char sign)
    {
        if (x >= 0 && x < line.Length)
            line[x] = sign;
    }
}

/// <summary>From values to cells.</summary>
/// <param name="Zero">The value that bars begin at.</param>
/// <param name="IsDots">Whether places count, not lengths.</param>
sealed record ChartScale(double From, double To, double Zero, bool IsDots)
{
    public static ChartScale Of(ChartSpec spec)
    {
        var values = spec.Marks.SelectMany(m => new[] { m.Value, m.Low, m.High }).OfType<double>().ToArray();
        var (low, high) = values.Length == 0 ? (0, 1) : (values.Min(), values.Max());
        if (spec.Kind == ChartKind.Dot && high > low)
            return new ChartScale(low, high, low, IsDots: true);
        return new ChartScale(Math.Min(0, low), Math.Max(0, high), 0, spec.Kind == ChartKind.Dot);
    }

    /// <summary>How many cells from the left a value lies.</summary>
    public double Cells(double value, int width) => To > From ? (value - From) / (To - From) * width : 0;
}
