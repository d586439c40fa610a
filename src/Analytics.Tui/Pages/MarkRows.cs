using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Pages;

/// <summary>A row of a visual.</summary>
/// <param name="Cells">Its texts.</param>
/// <param name="Style">Of all of it.</param>
/// <param name="IsSelected">Whether it is chosen.</param>
internal sealed record MarkRow(IReadOnlyList<string> Cells, Style Style = default, bool IsSelected = false)
{
    /// <summary>What stands before it where it is not chosen.</summary>
    public string Sign { get; init; } = "";

    /// <summary>Whether it is in the block that is being chosen.</summary>
    public bool IsInBlock { get; init; }

    /// <summary>Length of its bar, as a share of the longest; null: none.</summary>
    public double? Share { get; init; }

    /// <summary>Where its point and the ends of its interval stand on the common scale, 0 to 1; null: none.</summary>
    public (double Point, double From, double To)? Dot { get; init; }
}

/// <summary>Draws rows in columns, as wide as their texts where there is room, and a bar after them where rows have one.</summary>
internal static class MarkRows
{
    private const int Gap = 2,
        LeastBar = 8,
        LeastColumn = 9;

    /// <param name="canvas">Where to draw.</param>
    /// <param name="heads">Names of the columns; empty for none.</param>
    /// <param name="count">Rows that there are.</param>
    /// <param name="rowAt">Each of them; only those in view are made.</param>
    /// <param name="widest">Cells of the widest text of each column.</param>
    /// <param name="hasBars">Whether bars or points stand after the columns.</param>
    /// <param name="cursor">The row under the cursor; -1 for none.</param>
    /// <param name="top">First row shown, before it is scrolled to the cursor.</param>
    /// <param name="hasFocus">Whether the cursor stands out.</param>
    /// <param name="ofNumbers">Columns that stand at the right.</param>
    public static void Draw(
        CellCanvas canvas,
        IReadOnlyList<string> heads,
        int count,
        Func<int, MarkRow> rowAt,
        IReadOnlyList<int> widest,
        bool hasBars,
        int cursor,
        int top,
        bool hasFocus,
        IReadOnlyCollection<int> ofNumbers
    )
    {
        var widths = Fitting(widest, canvas.Width - 2 - (hasBars ? LeastBar + 1 : 0));
        var first = HeadLines(heads);
        if (first > 0)
            DrawLine(canvas.Region(new(0, 0, canvas.Width, 1)), heads, widths, Theme.Bold, ofNumbers);
        var body = canvas.Region(new(0, first, canvas.Width, canvas.Height - first));
        top = Top(count, cursor, top, body.Height);
        for (var y = 0; y < body.Height && top + y < count; y++)
            DrawRow(body.Region(new(0, y, canvas.Width, 1)), rowAt(top + y), widths, top + y == cursor, hasFocus, ofNumbers);
        Scrollbar.Draw(body.Region(new(canvas.Width - 1, 0, 1, body.Height)), count, top, body.Height, Theme.Dim);
    }

    public static int HeadLines(IReadOnlyList<string> heads) => heads.Any(h => h.Length > 0) ? 1 : 0;

    /// <summary>The first row shown, so that the cursor is in view.</summary>
    public static int Top(int count, int cursor, int top, int height) =>
        height <= 0 ? 0 : new ListView(count, Math.Max(0, cursor), top).Scrolled(height).Top;

    private static void DrawRow(
        CellCanvas canvas,
        MarkRow row,
        IReadOnlyList<int> widths,
        bool isAtCursor,
        bool hasFocus,
        IReadOnlyCollection<int> ofNumbers
    )
    {
        var end = DrawLine(canvas, row.Cells, widths, row.Style, ofNumbers);
        if (row.Share is { } share)
            DrawBar(canvas.Region(new(end + 1, 0, canvas.Width - end - 2, 1)), share, row.Style);
        if (row.Dot is { } dot)
            DrawDot(canvas.Region(new(end + 1, 0, Math.Max(0, canvas.Width - end - 2), 1)), dot, row.Style);
        canvas.Write(0, 0, row.IsSelected ? ">" : row.Sign, row.IsSelected ? Theme.Heading : Theme.Dim);
        if (!isAtCursor && !row.IsInBlock)
            return;
        var attribute = hasFocus ? TextAttributes.Reverse : TextAttributes.Bold;
        canvas.Restyle(new(1, 0, Math.Max(1, end - 1), 1), s => s.With(attribute));
    }

    private static int DrawLine(
        CellCanvas canvas,
        IReadOnlyList<string> cells,
        IReadOnlyList<int> widths,
        Style style,
        IReadOnlyCollection<int> ofNumbers
    )
    {
        var x = 1;
        for (var i = 0; i < widths.Count; i++)
        {
            if (widths[i] == 0)
                continue;
            var alignment = ofNumbers.Contains(i) ? TextAlignment.Right : TextAlignment.Left;
            canvas.WriteField(x, 0, i < cells.Count ? cells[i] : "", widths[i], style, alignment);
            x += widths[i] + Gap;
        }

        return Math.Min(canvas.Width, x - Gap + 1);
    }

    private static void DrawBar(CellCanvas canvas, double share, Style style)
    {
        if (canvas.Width < 1)
            return;
        var isBlocks = canvas.Ambiguous == AmbiguousWidth.One;
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * canvas.Width * 8, MidpointRounding.AwayFromZero);
        if (share > 0)
            eighths = Math.Max(isBlocks ? 1 : 8, eighths);
        canvas.Write(0, 0, new string(isBlocks ? '█' : '#', eighths / 8), style == default ? Theme.Bar : style);
        if (isBlocks && eighths % 8 > 0)
            canvas.Write(eighths / 8, 0, "▏▎▍▌▋▊▉"[eighths % 8 - 1].ToString(), style == default ? Theme.Bar : style);
    }

    private static void DrawDot(CellCanvas canvas, (double Point, double From, double To) dot, Style style)
    {
        if (canvas.Width < 1)
            return;
        var isNarrow = canvas.Ambiguous == AmbiguousWidth.One;
        for (var x = At(dot.From); dot.To > dot.From && x <= At(dot.To); x++)
            canvas.Write(x, 0, isNarrow ? "─" : "-", Theme.Dim);
        canvas.Write(At(dot.Point), 0, isNarrow ? "●" : "o", style == default ? Theme.Bar : style);

        int At(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * (canvas.Width - 1), MidpointRounding.AwayFromZero);
    }

    /// <summary>Cells of the widest text of each column.</summary>
    /// <param name="heads">Names of the columns; empty for none.</param>
    /// <param name="rows">Texts of all rows.</param>
    /// <param name="ambiguous">How wide letters are.</param>
    public static int[] Widest(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, AmbiguousWidth ambiguous)
    {
        var widest = heads.Select(h => CellText.Width(h, ambiguous)).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i == widest.Count)
                    widest.Add(0);
                widest[i] = Math.Max(widest[i], CellText.Width(row[i], ambiguous));
            }
        }

        return [.. widest];
    }

    /// <summary>
    /// Each column as wide as its widest text; where they do not fit, the widest give way first, and before nothing can be read, the last
    /// columns: a record has them all.
    /// </summary>
    private static int[] Fitting(IReadOnlyList<int> widest, int room)
    {
        var count = widest.Count;
        var widths = Squeezed(widest, room);
        while (count > 2 && widths.Zip(widest).Any(w => w.First < w.Second && w.First < LeastColumn))
            widths = Squeezed([.. widest.Take(--count)], room);
        return widths;
    }

    private static int[] Squeezed(IReadOnlyList<int> widest, int room)
    {
        int[] widths = [.. widest];
        while (widths.Sum() + Gap * Math.Max(0, widths.Count(w => w > 0) - 1) > room && widths.Length > 0 && widths.Max() > 1)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }
}
