namespace Analytics.Terminal.Widgets.Editing;

/// <summary>
/// A line of an editor in rows of so many cells: a row ends after a blank or a sign, or beside a Chinese character, and within a word
/// only if that is longer than a row. The blank that ends a row may stand in the cell after it.
/// </summary>
internal sealed class LineRows
{
    private readonly LineCells _cells;
    private readonly int _width;
    private readonly int[] _starts;

    private LineRows(LineCells cells, int width, int[] starts) => (_cells, _width, _starts) = (cells, width, starts);

    /// <summary>The rows of a line.</summary>
    /// <param name="cells">The whole line.</param>
    /// <param name="width">Cells of a row, at least 1.</param>
    /// <param name="before">The rows of an earlier version of the line, taken over where nothing has changed; null for none.</param>
    public static LineRows Of(LineCells cells, int width, LineRows? before = null)
    {
        if (before is not null && !before.AreAsWide(cells, width))
            before = null;
        var starts = before?.StartsBeforeChange(cells.Line) ?? [0];
        while (EndOf(cells, starts[^1], width) is var end && end < cells.Line.Length)
        {
            starts.Add(end);
            if (before is not null && before.GoesOn(cells.Line, end) is >= 0 and var row)
            {
                var shift = cells.Line.Length - before._cells.Line.Length;
                foreach (var start in before._starts.AsSpan(row + 1))
                    starts.Add(start + shift);
                break;
            }
        }
        return new(cells, width, [.. starts]);
    }

    /// <summary>A line that is one row.</summary>
    public static LineRows Whole(LineCells cells) => new(cells, int.MaxValue, [0]);

    /// <summary>How many there are, at least one.</summary>
    public int Count => _starts.Length;

    /// <summary>The cells of a row.</summary>
    public LineCells this[int row] =>
        _cells with
        {
            Start = _starts[row],
            End = row + 1 < _starts.Length ? _starts[row + 1] : _cells.Line.Length,
        };

    /// <summary>The row of the character at an index; a place between two rows belongs to the later.</summary>
    public int RowOf(int index)
    {
        var at = Array.BinarySearch(_starts, index);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Whether a row is the last of its line.</summary>
    public bool IsLast(int row) => row == _starts.Length - 1;

    /// <summary>Whether these are the rows of that very line, so wide.</summary>
    public bool Are(LineCells cells, int width) => ReferenceEquals(_cells.Line, cells.Line) && AreAsWide(cells, width);

    private bool AreAsWide(LineCells cells, int width) =>
        (_width, _cells.TabWidth, _cells.Ambiguous) == (width, cells.TabWidth, cells.Ambiguous);

    // Where a row begins depends on nothing behind the end of the row before it, had that been as long as it could.
    private List<int> StartsBeforeChange(string line)
    {
        var same = line.AsSpan().CommonPrefixLength(_cells.Line);
        var starts = new List<int>(_starts.Length + 16);
        starts.AddRange(_starts.AsSpan(0, Math.Max(1, RowOf(same) - 1)));
        return starts;
    }

    // The row that began at the same place and from which on nothing has changed; negative for none.
    private int GoesOn(string line, int index)
    {
        var then = index - line.Length + _cells.Line.Length;
        var row = then > 0 ? Array.BinarySearch(_starts, then) : -1;
        return row >= 0 && line.AsSpan(index).SequenceEqual(_cells.Line.AsSpan(then)) ? row : -1;
    }

    private static int EndOf(LineCells cells, int from, int width)
    {
        var line = cells.Line;
        var full = (cells with { Start = from }).IndexAt(width);
        if (full == line.Length)
            return full;
        // A character wider than the row stands in it all the same.
        if (full == from)
            return ClusterBreaks.Next(line, from);
        if (line[full] == ' ')
            return ClusterBreaks.Next(line, full);
        var end = full;
        while (end > from && !MayEndAt(line, end))
            end--;
        return end > from ? end : full;
    }

    private static bool MayEndAt(string line, int index)
    {
        var (before, after) = (line[index - 1], line[index]);
        return ClusterBreaks.StandsAlone(after)
            && (before is ' ' or '\t' or ',' or ';' or ')' || IsChinese(before) && IsInWord(after) || IsInWord(before) && IsChinese(after));
    }

    private static bool IsInWord(char c) => char.IsAsciiLetterOrDigit(c) || IsChinese(c);

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
