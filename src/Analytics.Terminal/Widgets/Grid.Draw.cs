using Analytics.Terminal.Cells;
using Analytics.Terminal.Layout;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>A column in view: which one, where it begins, and how many cells of it there is room for.</summary>
public readonly record struct GridSlot(int Column, int X, int Width);

public sealed partial record Grid
{
    // A blank, a line and a blank between columns.
    private const int Gap = 3;

    /// <summary>The height of a canvas that shows all rows, or says that there are none.</summary>
    public int FullHeight => (int)Math.Min(int.MaxValue, HeaderHeight + Math.Max(1L, Rows));

    /// <summary>Rows there is room for on a canvas of that height.</summary>
    public int PageRows(int height) => Math.Max(0, height - HeaderHeight);

    /// <summary>
    /// The grid scrolled by as little as shows the cursor on a canvas of that size. <see cref="Draw"/> does this for itself;
    /// an application keeps the result so that the scroll position is remembered.
    /// </summary>
    public Grid Scrolled(CellSize size)
    {
        var view = this with { Top = Scrolling.Show(Top, Row, PageRows(size.Height), Rows), Left = Math.Max(Left, Frozen) };
        if (Column >= Frozen && Column < view.Left)
            view = view with { Left = Column };
        while (Column > view.Left && Column >= Frozen && !view.ShowsWhole(Column, size.Width))
            view = view with { Left = view.Left + 1 };
        return view;
    }

    /// <summary>The columns in view on a canvas of that width, left to right; the last may be cut.</summary>
    public IReadOnlyList<GridSlot> Slots(int width)
    {
        var slots = new List<GridSlot>();
        var x = GutterWidth;
        var room = width - (Rows > 0 ? 1 : 0);
        foreach (var column in Enumerable.Range(0, Math.Min(Frozen, Columns.Length)).Concat(ScrolledColumns()))
        {
            if (x >= room)
                break;
            slots.Add(new(column, x, Math.Min(Columns[column].Width, room - x)));
            x += Columns[column].Width + Gap;
        }
        return slots;
    }

    /// <summary>The cell under a cell of a canvas the grid was drawn on; row -1 for the header; null where there is none.</summary>
    public (int Row, int Column)? CellAt(int x, int y, CellSize size)
    {
        var view = Scrolled(size);
        foreach (var slot in view.Slots(size.Width))
        {
            if (x < slot.X || x >= slot.X + slot.Width + 1)
                continue;
            if (y < HeaderHeight)
                return (-1, slot.Column);
            var row = view.Top + y - HeaderHeight;
            return row < Rows && y < size.Height ? (row, slot.Column) : null;
        }
        return null;
    }

    /// <summary>
    /// The column whose right border, in the header, is under a cell of a canvas the grid was drawn on; null where there is none.
    /// </summary>
    public int? BorderAt(int x, int y, CellSize size)
    {
        if (y < 0 || y >= HeaderHeight)
            return null;
        foreach (var slot in Scrolled(size).Slots(size.Width))
        {
            if (x - slot.X - slot.Width is 0 or 1)
                return slot.Column;
        }

        return null;
    }

    /// <summary>Draws header and cells in view, asking only for those.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="cell">The text and style of a cell, given its row and column.</param>
    /// <param name="styles">How.</param>
    /// <param name="hasFocus">Whether the cursor's cell is marked.</param>
    /// <param name="search">A text to mark in the cells.</param>
    public void Draw(CellCanvas canvas, Func<int, int, GridCell> cell, GridStyles styles, bool hasFocus, string search = "")
    {
        var view = Scrolled(new(canvas.Width, canvas.Height));
        var slots = view.Slots(canvas.Width);
        canvas.Clear(styles.Cell);
        view.DrawHeader(canvas, slots, styles);
        var page = PageRows(canvas.Height);
        for (var y = 0; y < page && view.Top + y < Rows; y++)
            view.DrawRow(canvas, HeaderHeight + y, view.Top + y, slots, cell, styles, hasFocus, search);
        Scrollbar.Draw(canvas.Region(new(canvas.Width - 1, HeaderHeight, 1, page)), Rows, view.Top, page, styles.Scrollbar);
    }

    private int GutterWidth => HasRowNumbers ? Rows.ToString().Length + Gap : 0;

    private IEnumerable<int> ScrolledColumns()
    {
        var first = Math.Max(Left, Frozen);
        return Enumerable.Range(first, Math.Max(0, Columns.Length - first));
    }

    private bool ShowsWhole(int column, int width) =>
        Slots(width).Any(slot => slot.Column == column && slot.Width == Columns[column].Width);

    private void DrawHeader(CellCanvas canvas, IReadOnlyList<GridSlot> slots, GridStyles styles)
    {
        foreach (var slot in slots)
        {
            var column = Columns[slot.Column];
            DrawText(canvas, slot, 0, column.Title, styles.Header.Over(styles.Cell), column.Alignment);
            if (HeaderHeight == 3)
                DrawText(canvas, slot, 1, column.Subtitle, styles.Subtitle.Over(styles.Cell), column.Alignment);
        }
        canvas.HorizontalLine(0, HeaderHeight - 1, canvas.Width, styles.Line.Over(styles.Cell));
        for (var y = 0; y < HeaderHeight - 1; y++)
            DrawLines(canvas, y, slots, styles.Line.Over(styles.Cell));
    }

    private void DrawRow(
        CellCanvas canvas,
        int y,
        int row,
        IReadOnlyList<GridSlot> slots,
        Func<int, int, GridCell> cell,
        GridStyles styles,
        bool hasFocus,
        string search
    )
    {
        var ground = row == Row ? styles.CursorRow.Over(styles.Cell) : styles.Cell;
        canvas.Fill(new(0, y, canvas.Width, 1), ground);
        if (HasRowNumbers)
            canvas.WriteField(0, y, (row + 1).ToString(), GutterWidth - Gap, styles.RowNumber.Over(ground), TextAlignment.Right);
        DrawLines(canvas, y, slots, styles.Line.Over(ground));
        foreach (var slot in slots)
        {
            var (text, own) = cell(row, slot.Column);
            var style = own.Over(ground);
            if (hasFocus && row == Row && slot.Column == Column)
                style = styles.Cursor.Over(style);
            DrawText(canvas, slot, y, text, style, Columns[slot.Column].Alignment, search, styles.Match);
        }
    }

    // Where a column is cut at the canvas's edge, its text is aligned in what is left of it.
    private static void DrawText(
        CellCanvas canvas,
        GridSlot slot,
        int y,
        string text,
        Style style,
        TextAlignment alignment,
        string search = "",
        Style match = default
    )
    {
        var shown = CellText.Truncate(text, slot.Width, "…", canvas.Ambiguous);
        var blank = slot.Width - canvas.Measure(shown);
        var before = alignment switch
        {
            TextAlignment.Left => 0,
            TextAlignment.Right => blank,
            _ => blank / 2,
        };
        canvas.Fill(new(slot.X, y, slot.Width, 1), style);
        canvas.WriteSpans(slot.X + before, y, shown, style, SearchHighlight.Find(shown, search, match), slot.Width - before);
    }

    private void DrawLines(CellCanvas canvas, int y, IReadOnlyList<GridSlot> slots, Style style)
    {
        for (var i = HasRowNumbers ? 0 : 1; i < slots.Count; i++)
            canvas.Write(slots[i].X - 2, y, canvas.Ornaments.Vertical, style);
    }
}
