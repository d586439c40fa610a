using System.Collections.Immutable;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets.Editing;

namespace Analytics.Terminal.Widgets;

public sealed partial record TextEditor
{
    // Lines as short as these are broken into rows whenever they are asked for; the rows of longer ones are kept while they are in view.
    private const int LeastKept = 1000;

    // A view has no more rows than these, so that what is farther off need not be counted.
    private const int MostRows = 1000;

    /// <summary>
    /// Whether lines that are longer than the view go on in the rows below. What is above and below is then so by rows, also for the
    /// arrows, and Home and End go to the ends of the row first. Takes hold with <see cref="Scrolled"/>.
    /// </summary>
    public bool IsWrapped { get; init; }

    /// <summary>The first row shown of the line at the top; 0 where lines are not wrapped.</summary>
    public int TopRow { get; private init; }

    /// <summary>Whether lines are shown in rows.</summary>
    internal bool IsInRows => RowWidth > 0;

    /// <summary>A row of the view: a line, and which of its rows.</summary>
    internal readonly record struct ViewRow(int Line, int Row) : IComparable<ViewRow>
    {
        public int CompareTo(ViewRow other) => (Line, Row).CompareTo((other.Line, other.Row));
    }

    // Cells of a row; 0 where a line is one row, however long.
    private int RowWidth { get; init; }

    private ImmutableArray<(int Line, LineRows Rows)> KeptRows { get; init; } = [];

    private ViewRow FirstRow => new(Top, TopRow);

    /// <summary>The line that is shown so many rows below the top; beyond the end the last one.</summary>
    internal int LineAtRow(int y) => Walk(FirstRow, y).Line;

    /// <summary>The place so many rows below the cursor, or above it, at a column of cells of its row; null where there is none.</summary>
    internal TextPosition? PlaceByRows(int rows, int? column = null)
    {
        var from = RowAt(Cursor);
        var to = Walk(from, rows);
        return to == from ? null : new(to.Line, IndexIn(to, column ?? ColumnInRow));
    }

    /// <summary>Cells before the cursor in its row.</summary>
    internal int ColumnInRow => CellsOf(RowAt(Cursor)).ColumnOf(Cursor.Column);

    /// <summary>The view of another editor of the same text, with the cursor left where it is.</summary>
    internal TextEditor WithViewOf(TextEditor other) =>
        this with
        {
            Top = other.Top,
            TopRow = other.TopRow,
            Left = other.Left,
            IsScrolledAway = true,
        };

    /// <summary>The view turned so that the cursor stands so many rows below its top.</summary>
    internal TextEditor WithCursorAt(int y) => WithTop(Walk(RowAt(Cursor), -y));

    /// <summary>Where the cursor is in a view of so many rows, moved up or down as far as it must to be in it.</summary>
    internal TextPosition CursorWithin(int height)
    {
        var y = RowsFrom(FirstRow, RowAt(Cursor));
        var nearest = Math.Clamp(y, 0, Math.Max(0, height - 1));
        if (nearest == y)
            return Cursor;
        var row = Walk(FirstRow, nearest);
        return IsInRows ? new(row.Line, IndexIn(row, ColumnInRow)) : Cursor with { Line = row.Line };
    }

    private TextEditor WithTop(ViewRow top) => this with { Top = top.Line, TopRow = top.Row, IsScrolledAway = true };

    private TextEditor ScrolledByRows(int height, AmbiguousWidth ambiguous)
    {
        var top = Math.Clamp(Top, 0, Buffer.Lines.Count - 1);
        return (this with { Top = top, KeptRows = Kept(top, 1, ambiguous) }).ShowingCursor(height, ambiguous);
    }

    private TextEditor ShowingCursor(int height, AmbiguousWidth ambiguous)
    {
        var top = new ViewRow(Top, Math.Min(TopRow, RowsOf(Top, ambiguous).Count - 1));
        if (!IsScrolledAway)
        {
            var cursor = RowAt(Cursor, ambiguous);
            top =
                cursor.CompareTo(top) < 0 || height <= 0 ? cursor
                : RowsFrom(top, cursor, ambiguous) >= height ? Walk(cursor, 1 - height, ambiguous)
                : top;
        }

        return this with
        {
            Top = top.Line,
            TopRow = top.Row,
            KeptRows = Kept(top.Line, height, ambiguous),
        };
    }

    // The rows of the cursor's line and of the lines in view, as far as they are long; what is kept already is left as it is.
    private ImmutableArray<(int Line, LineRows Rows)> Kept(int top, int height, AmbiguousWidth ambiguous)
    {
        var lines = Enumerable
            .Range(top, Math.Min(Math.Max(0, height), Buffer.Lines.Count - top))
            .Append(Cursor.Line)
            .Where(line => Buffer.Lines[line].Length >= LeastKept)
            .Distinct()
            .ToArray();
        return lines.All(IsKept) ? KeptRows : [.. lines.Select(line => (line, RowsOf(line, ambiguous)))];

        bool IsKept(int line) => KeptRows.Any(kept => kept.Line == line && kept.Rows.Are(Cells(line, ambiguous), RowWidth));
    }

    private LineRows RowsOf(int line, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var cells = Cells(line, ambiguous);
        if (!IsInRows)
            return LineRows.Whole(cells);
        LineRows? before = null;
        foreach (var kept in KeptRows)
        {
            if (kept.Rows.Are(cells, RowWidth))
                return kept.Rows;
            if (kept.Line == line)
                before = kept.Rows;
        }

        return LineRows.Of(cells, RowWidth, before);
    }

    private LineCells CellsOf(ViewRow row, AmbiguousWidth ambiguous = AmbiguousWidth.One) => RowsOf(row.Line, ambiguous)[row.Row];

    private ViewRow RowAt(TextPosition place, AmbiguousWidth ambiguous = AmbiguousWidth.One) =>
        IsInRows ? new(place.Line, RowsOf(place.Line, ambiguous).RowOf(place.Column)) : new(place.Line, 0);

    // The character of a row at a column of cells; where another row follows, its end is its last character, as a place between two rows
    // belongs to the later.
    private int IndexIn(ViewRow row, int column, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var rows = RowsOf(row.Line, ambiguous);
        var cells = rows[row.Row];
        var index = cells.IndexAt(column);
        return index == cells.End && !rows.IsLast(row.Row) ? ClusterBreaks.Previous(cells.Line, index) : index;
    }

    // So many rows further down, or up, as far as there are any.
    private ViewRow Walk(ViewRow from, int rows, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        var last = Buffer.Lines.Count - 1;
        if (!IsInRows)
            return new(Math.Clamp(from.Line + rows, 0, last), 0);
        var (line, row) = (from.Line, from.Row + rows);
        while (row < 0)
        {
            if (line == 0)
                return new(0, 0);
            row += RowsOf(--line, ambiguous).Count;
        }
        while (RowsOf(line, ambiguous).Count is var count && row >= count)
        {
            if (line == last)
                return new(line, count - 1);
            row -= count;
            line++;
        }
        return new(line, row);
    }

    // How many rows one stands below another, negative above; what is farther off than a view is high is counted no further.
    private int RowsFrom(ViewRow top, ViewRow row, AmbiguousWidth ambiguous = AmbiguousWidth.One)
    {
        if (!IsInRows)
            return row.Line - top.Line;
        if (row.CompareTo(top) < 0)
            return -RowsFrom(row, top, ambiguous);
        var count = -top.Row;
        for (var line = top.Line; line < row.Line && count < MostRows; line++)
            count += RowsOf(line, ambiguous).Count;
        return count + row.Row;
    }
}
