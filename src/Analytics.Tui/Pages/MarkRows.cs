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
    /// <summary>Length of its bar, as a share of the longest; null: none.</summary>
    public double? Share { get; init; }

    /// <summary>Where its point and the ends of its interval stand on the common scale, 0 to 1; null: none.</summary>
    public (double Point, double From, double To)? Dot { get; init; }
}

/// <summary>Draws rows in columns, as wide as their texts where there is room, and a bar after them where rows have one.</summary>
internal static class MarkRows
{
    private const int Gap = 2,
        LeastBar = 8;

    /// <param name="canvas">Where to draw.</param>
    /// <param name="heads">Names of the columns; empty for none.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cursor">The row under the cursor; -1 for none.</param>
    /// <param name="top">First row shown, before it is scrolled to the cursor.</param>
    /// <param name="hasFocus">Whether the cursor stands out.</param>
    /// <param name="ofNumbers">Columns that stand at the right.</param>
    public static void Draw(
        CellCanvas canvas,
        IReadOnlyList<string> heads,
        IReadOnlyList<MarkRow> rows,
        int cursor,
        int top,
        bool hasFocus,
        IReadOnlyCollection<int> ofNumbers
    )
    {
        var widths = Widths(canvas, heads, rows);
        var first = HeadLines(heads);
        if (first > 0)
            DrawLine(canvas.Region(new(0, 0, canvas.Width, 1)), heads, widths, Theme.Bold, ofNumbers);
        var body = canvas.Region(new(0, first, canvas.Width, canvas.Height - first));
        top = Top(rows.Count, cursor, top, body.Height);
        for (var y = 0; y < body.Height && top + y < rows.Count; y++)
            DrawRow(body.Region(new(0, y, canvas.Width, 1)), rows[top + y], widths, top + y == cursor, hasFocus, ofNumbers);
        Scrollbar.Draw(body.Region(new(canvas.Width - 1, 0, 1, body.Height)), rows.Count, top, body.Height, Theme.Dim);
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
        if (row.IsSelected)
            canvas.Write(0, 0, ">", Theme.Heading);
        if (!isAtCursor)
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

    /// <summary>Each column as wide as its widest text; where they do not fit, the widest give way first.</summary>
    private static int[] Widths(CellCanvas canvas, IReadOnlyList<string> heads, IReadOnlyList<MarkRow> rows)
    {
        var count = Math.Max(heads.Count, rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max());
        var widths = new int[count];
        for (var i = 0; i < count; i++)
        {
            widths[i] = rows.Where(r => i < r.Cells.Count)
                .Select(r => canvas.Measure(r.Cells[i]))
                .Append(i < heads.Count ? canvas.Measure(heads[i]) : 0)
                .DefaultIfEmpty()
                .Max();
        }

        var bar = rows.Any(r => r.Share is not null || r.Dot is not null) ? LeastBar + 1 : 0;
        var room = canvas.Width - 2 - bar;
        while (widths.Sum() + Gap * Math.Max(0, widths.Count(w => w > 0) - 1) > room && widths.Length > 0 && widths.Max() > 1)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }
}
