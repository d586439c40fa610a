namespace Analytics.Engine.Files;

/// <summary>What the cells of a column have in common, told while they pass.</summary>
internal sealed class ColumnKinds
{
    private bool _isText,
        _isNumber,
        _isPercent,
        _isDate,
        _isTime,
        _isFlag,
        _isFraction,
        _hasTime,
        _isLong;

    /// <summary>Whether all of its numbers are shown as percentages.</summary>
    public bool IsPercent => _isPercent && !_isNumber && Type == "DOUBLE";

    /// <summary>The engine's type that holds every cell as it is; text where they have none in common.</summary>
    public string Type =>
        (_isText, _isNumber || _isPercent, _isDate, _isTime, _isFlag) switch
        {
            (false, true, false, false, false) => _isLong ? "VARCHAR"
            : _isFraction || _isPercent ? "DOUBLE"
            : "BIGINT",
            (false, false, true, false, false) => _hasTime ? "TIMESTAMP" : "DATE",
            (false, false, false, true, false) => "TIME",
            (false, false, false, false, true) => "BOOLEAN",
            _ => "VARCHAR",
        };

    public void Add(GridCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                _isText = true;
                break;
            case CellKind.Number:
                _isNumber = true;
                _isFraction |= cell.Text.AsSpan().IndexOfAny('.', 'E') >= 0;
                _isLong |= IsLong(cell.Text);
                break;
            case CellKind.Percent:
                _isPercent = true;
                break;
            case CellKind.Date:
                _isDate = true;
                _hasTime |= cell.Text.Length > 10;
                break;
            case CellKind.Time:
                _isTime = true;
                break;
            case CellKind.Flag:
                _isFlag = true;
                break;
        }
    }

    /// <summary>A whole number of so many digits that the workbook, whose numbers are binary, has lost the last ones.</summary>
    public static bool IsLong(string number) =>
        number.Length > 15
        && number.AsSpan().IndexOfAny('.', 'E') < 0
        && decimal.TryParse(number, out var value)
        && Math.Abs(value) >= (decimal)Sheets.SheetValues.Exact;
}
