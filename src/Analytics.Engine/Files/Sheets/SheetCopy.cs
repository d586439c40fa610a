namespace Analytics.Engine.Files.Sheets;

/// <summary>A column of a sheet.</summary>
internal sealed record SheetColumn(string Name, string Type, bool IsPercent);

/// <summary>Writes the rows of a range below its header, and notes what they hold.</summary>
/// <param name="range">The cells to take.</param>
/// <param name="choices">What the user states.</param>
/// <param name="writer">Takes the rows.</param>
internal sealed class SheetCopy(CellRange range, FileChoices choices, GridWriter writer)
{
    private readonly List<GridRow> _head = [];
    private readonly List<ColumnKinds> _kinds = [];
    private readonly List<GridRow> _header = [];
    private int _narrowest = int.MaxValue;
    private bool _isHeadDone;

    /// <summary>Rows that stand before the header.</summary>
    public IReadOnlyList<long> SkippedLines { get; private set; } = [];

    /// <summary>Which rows are no data, once the first ones were taken.</summary>
    public GridHeader Header { get; private set; } = new(0, 0);

    public IReadOnlyList<long> HeaderLines => [.. _header.Select(r => r.Line)];

    /// <summary>Known at the end.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; private set; } = [];

    /// <summary>Whether rows have fewer cells than there are columns.</summary>
    public bool IsRagged { get; private set; }

    public SheetFile.FoundCells Errors { get; } = new();

    public SheetFile.FoundCells Uncalculated { get; } = new();

    public SheetFile.FoundCells Long { get; } = new();

    /// <summary>Takes a row; false once it is behind the range.</summary>
    public bool Take(GridRow row)
    {
        if (row.Line > range.LastRow)
            return false;
        var taken = Within(range, row);
        if (row.Line < range.FirstRow || taken.Filled == 0 && !HasFaults(taken))
            return true;
        if (_isHeadDone)
            Write(taken);
        else
            _head.Add(taken);
        if (!_isHeadDone && _head.Count == GridHeader.Head)
            EndHead();
        return true;
    }

    /// <summary>Names and types the columns.</summary>
    public void End(SheetNotes notes)
    {
        if (!_isHeadDone)
            EndHead();
        var width = Math.Max(_kinds.Count, _header.Select(r => r.Cells.Count).DefaultIfEmpty().Max());
        while (_kinds.Count < width)
            _kinds.Add(new ColumnKinds());
        IsRagged = _narrowest < width;
        var names = GridHeader.Names(_header, width, notes.Merged, range.FirstColumn);
        Columns = [.. names.Select((name, i) => new SheetColumn(name, _kinds[i].Type, _kinds[i].IsPercent))];
        writer.Dispose();
    }

    private void EndHead()
    {
        _isHeadDone = true;
        Header = GridHeader.Guess(_head, choices.SkippedLines, choices.HeaderRows);
        SkippedLines = [.. _head.Take(Header.Skipped).Select(r => r.Line)];
        while (_kinds.Count < _head.Select(r => r.Cells.Count).DefaultIfEmpty().Max())
            _kinds.Add(new ColumnKinds());
        _header.AddRange(_head.Skip(Header.Skipped).Take(Header.Rows));
        foreach (var row in _head.Skip(Header.Skipped + Header.Rows))
            Write(row);
        _head.Clear();
    }

    private void Write(GridRow row)
    {
        while (_kinds.Count < row.Cells.Count)
            _kinds.Add(new ColumnKinds());
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            _kinds[i].Add(cell);
            writer.Cell(cell);
            if (cell.Kind is CellKind.Error or CellKind.Uncalculated or CellKind.Number)
                Note(cell, row.Line, i);
        }

        // As wide as is known, so that the engine need not fill up rows, for which it would read them one after the other.
        for (var i = row.Cells.Count; i < _kinds.Count; i++)
            writer.Cell(GridCell.Blank);
        _narrowest = Math.Min(_narrowest, _kinds.Count);
        writer.EndRow();
    }

    private void Note(GridCell cell, long line, int column)
    {
        var found =
            cell.Kind == CellKind.Error ? Errors
            : cell.Kind == CellKind.Uncalculated ? Uncalculated
            : ColumnKinds.IsLong(cell.Text) ? Long
            : null;
        found?.Add($"{CellRange.Address(line, column + range.FirstColumn)}{(cell.Text.Length > 0 ? " " + cell.Text : "")}");
    }

    public static GridRow Within(CellRange range, GridRow row)
    {
        if (range.FirstColumn == 1 && row.Cells.Count <= range.LastColumn)
            return row;
        return row with { Cells = [.. row.Cells.Take(range.LastColumn).Skip(range.FirstColumn - 1)] };
    }

    private static bool HasFaults(GridRow row) => row.Cells.Any(c => c.Kind is CellKind.Error or CellKind.Uncalculated);
}
