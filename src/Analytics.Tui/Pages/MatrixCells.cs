using Analytics.Terminal.Cells;
using Analytics.Terminal.Text;

namespace Analytics.Tui.Pages;

/// <summary>A cell of a matrix.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Style">How.</param>
/// <param name="IsSelected">Whether it is chosen.</param>
internal readonly record struct MatrixCell(string Text, Style Style = default, bool IsSelected = false)
{
    /// <summary>Whether it is in the block that is being chosen.</summary>
    public bool IsInBlock { get; init; }
}

/// <summary>A row of a matrix.</summary>
/// <param name="Label">What stands before it.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Style">Of the label.</param>
/// <param name="IsSelected">Whether all of it is chosen.</param>
internal sealed record MatrixRow(string Label, IReadOnlyList<MatrixCell> Cells, Style Style = default, bool IsSelected = false)
{
    /// <summary>What stands before it where it is not chosen.</summary>
    public string Sign { get; init; } = "";
}

/// <summary>Draws a matrix: as many columns as fit, the one under the cursor among them, and how many more there are.</summary>
internal static class MatrixCells
{
    private const int Gap = 1,
        LeastColumn = 4;

    /// <summary>The columns that are drawn.</summary>
    /// <param name="First">The first one.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Label">Cells of the labels.</param>
    /// <param name="Width">Cells of a column.</param>
    /// <param name="Total">Cells of the last column, which is always there; 0 for none.</param>
    public readonly record struct Columns(int First, int Count, int Label, int Width, int Total)
    {
        /// <summary>Where a column begins.</summary>
        public int X(int column) => 1 + Label + (column - First) * (Width + Gap);

        /// <summary>The column at a place; null for none.</summary>
        public int? At(int x) => x > Label && (x - 1 - Label) / (Width + Gap) is var at && at < Count ? First + at : null;
    }

    public static Columns Fitting(CellCanvas canvas, IReadOnlyList<string> heads, IReadOnlyList<MatrixRow> rows, int cursor, bool hasTotal)
    {
        var label = rows.Select(r => canvas.Measure(r.Label)).DefaultIfEmpty().Max() + 1;
        var count = hasTotal ? heads.Count - 1 : heads.Count;
        var width = Enumerable
            .Range(0, count)
            .SelectMany(c =>
                rows.Select(r => canvas.Measure(r.Cells[c].Text) + (r.Cells[c].IsSelected ? 2 : 0)).Append(canvas.Measure(heads[c]))
            )
            .Append(LeastColumn)
            .Max();
        var total = hasTotal ? rows.Select(r => canvas.Measure(r.Cells[^1].Text)).Append(canvas.Measure(heads[^1])).Max() + 1 : 0;
        var room = canvas.Width - 2 - label - total;
        var shown = Math.Clamp((room + Gap) / (width + Gap), 0, count);
        var first = Math.Clamp(cursor - shown + 1, 0, Math.Max(0, count - shown));
        return new(first, shown, label, width, total);
    }

    /// <param name="canvas">Where to draw.</param>
    /// <param name="heads">Of the columns; the last one is that of totals where there are such.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cursor">Row and column under the cursor.</param>
    /// <param name="top">First row shown, before it is scrolled to the cursor.</param>
    /// <param name="hasFocus">Whether the cursor stands out.</param>
    /// <param name="hasTotal">Whether the last column is that of totals.</param>
    public static void Draw(
        CellCanvas canvas,
        IReadOnlyList<string> heads,
        IReadOnlyList<MatrixRow> rows,
        (int Row, int Column) cursor,
        int top,
        bool hasFocus,
        bool hasTotal
    )
    {
        var columns = Fitting(canvas, heads, rows, cursor.Column, hasTotal);
        for (var c = columns.First; c < columns.First + columns.Count; c++)
            canvas.WriteField(columns.X(c), 0, heads[c], columns.Width, Theme.Bold, TextAlignment.Right);
        if (columns.First > 0)
            canvas.Write(columns.Label, 0, "‹", Theme.Accent);
        var totals = canvas.Width - columns.Total - 1;
        if (hasTotal)
            canvas.WriteField(totals, 0, heads[^1], columns.Total, Theme.Bold, TextAlignment.Right);
        // The totals' first cell is blank.
        if (columns.First + columns.Count < (hasTotal ? heads.Count - 1 : heads.Count))
            canvas.Write(Math.Min(columns.X(columns.First + columns.Count) - Gap, totals), 0, "›", Theme.Accent);
        var body = canvas.Region(new(0, 1, canvas.Width, canvas.Height - 1));
        top = MarkRows.Top(rows.Count, cursor.Row, top, body.Height);
        for (var y = 0; y < body.Height && top + y < rows.Count; y++)
        {
            int? at = top + y == cursor.Row ? cursor.Column : null;
            DrawRow(body.Region(new(0, y, canvas.Width, 1)), rows[top + y], columns, at, hasFocus);
        }

        Terminal.Widgets.Scrollbar.Draw(body.Region(new(canvas.Width - 1, 0, 1, body.Height)), rows.Count, top, body.Height, Theme.Dim);
    }

    private static void DrawRow(CellCanvas canvas, MatrixRow row, Columns columns, int? cursor, bool hasFocus)
    {
        canvas.WriteField(1, 0, row.Label, columns.Label, row.Style);
        canvas.Write(0, 0, row.IsSelected ? ">" : row.Sign, row.IsSelected ? Theme.Heading : Theme.Dim);
        for (var c = columns.First; c < columns.First + columns.Count; c++)
        {
            var cell = row.Cells[c];
            canvas.WriteField(
                columns.X(c),
                0,
                cell.IsSelected ? $"[{cell.Text}]" : cell.Text,
                columns.Width,
                cell.Style,
                TextAlignment.Right
            );
            if (c == cursor || cell.IsInBlock)
            {
                canvas.Restyle(
                    new(columns.X(c), 0, columns.Width, 1),
                    s => hasFocus ? s.With(TextAttributes.Reverse) : s.With(TextAttributes.Bold)
                );
            }
        }

        if (columns.Total > 0)
            canvas.WriteField(canvas.Width - columns.Total - 1, 0, row.Cells[^1].Text, columns.Total, Theme.Dim, TextAlignment.Right);
    }
}
