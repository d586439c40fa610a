using System.Collections.Immutable;
using Analytics.Terminal.Cells;
using Analytics.Terminal.Input;
using Analytics.Terminal.Text;

namespace Analytics.Terminal.Widgets;

/// <summary>A column of a grid.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Width">Its width in cells, at least 1.</param>
/// <param name="Alignment">Where its texts stand.</param>
/// <param name="Subtitle">A second line of the header, for example the type or unit.</param>
public sealed record GridColumn(string Title, int Width, TextAlignment Alignment = TextAlignment.Left, string Subtitle = "");

/// <summary>What stands in a cell of a grid.</summary>
public readonly record struct GridCell(string Text, Style Style = default);

/// <summary>How a grid draws its parts.</summary>
/// <param name="Cell">A cell, and the background.</param>
/// <param name="Header">The header.</param>
/// <param name="Subtitle">The header's second line.</param>
/// <param name="Line">Lines between columns.</param>
/// <param name="CursorRow">The cursor's row.</param>
/// <param name="Cursor">The cursor's cell.</param>
/// <param name="RowNumber">Row numbers.</param>
/// <param name="Match">What a search marks.</param>
/// <param name="Scrollbar">The scroll bar.</param>
public sealed record GridStyles(
    Style Cell,
    Style Header,
    Style Subtitle,
    Style Line,
    Style CursorRow,
    Style Cursor,
    Style RowNumber,
    Style Match,
    Style Scrollbar
)
{
    private static readonly Style Dim = Style.Default.With(TextAttributes.Dim);

    /// <summary>The terminal's own colours.</summary>
    public static GridStyles Plain { get; } =
        new(
            default,
            Style.Default.With(TextAttributes.Bold),
            Dim,
            Dim,
            default,
            Style.Default.With(TextAttributes.Reverse),
            Dim,
            Style.Default.With(TextAttributes.Underline),
            Dim
        );
}

/// <summary>
/// A table to move about in. It holds no values, only how many rows there are and how columns look; cells in view are asked for when drawn,
/// so its cost does not depend on the number of rows.
/// </summary>
public sealed partial record Grid
{
    /// <summary>Rows there are.</summary>
    public int Rows { get; init; }

    /// <summary>The columns.</summary>
    public ImmutableArray<GridColumn> Columns { get; init; } = [];

    /// <summary>Columns at the left that never scroll away.</summary>
    public int Frozen { get; init; }

    /// <summary>Whether row numbers (from 1) stand at the left.</summary>
    public bool HasRowNumbers { get; init; } = true;

    /// <summary>The cursor's row.</summary>
    public int Row { get; private init; }

    /// <summary>The cursor's column.</summary>
    public int Column { get; private init; }

    /// <summary>First row shown.</summary>
    public int Top { get; private init; }

    /// <summary>First column shown after the frozen ones.</summary>
    public int Left { get; private init; }

    /// <summary>Lines the header takes: 2 where a column has a subtitle, and the line under it.</summary>
    public int HeaderHeight => Columns.Any(column => column.Subtitle.Length > 0) ? 3 : 2;

    /// <summary>A grid with the cursor in the first cell.</summary>
    public static Grid Of(int rows, IEnumerable<GridColumn> columns) => new() { Rows = rows, Columns = [.. columns] };

    /// <summary>The grid with the cursor in a cell, or in the nearest there is.</summary>
    public Grid MoveTo(int row, int column) =>
        this with
        {
            Row = Math.Clamp(row, 0, Math.Max(0, Rows - 1)),
            Column = Math.Clamp(column, 0, Math.Max(0, Columns.Length - 1)),
        };

    /// <summary>The grid with the cursor in the row of another one, and scrolled down as far; its columns stay as they are.</summary>
    public Grid Following(Grid other) => MoveTo(other.Row, Column) with { Top = Math.Clamp(other.Top, 0, Math.Max(0, Rows - 1)) };

    /// <summary>The grid with another number of rows.</summary>
    public Grid WithRows(int rows) => (this with { Rows = rows }).MoveTo(Row, Column);

    /// <summary>The grid with a column of another width.</summary>
    public Grid WithWidth(int column, int width) =>
        this with
        {
            Columns = Columns.SetItem(column, Columns[column] with { Width = Math.Max(1, width) }),
        };

    /// <summary>The grid with the cursor's column widened (or narrowed, down to 1 cell).</summary>
    public Grid Widen(int cells) =>
        Columns.IsEmpty
            ? this
            : this with
            {
                Columns = Columns.SetItem(Column, Columns[Column] with { Width = Math.Max(1, Columns[Column].Width + cells) }),
            };

    /// <summary>The grid after a key or a turn of the wheel; null when it has no meaning for a grid.</summary>
    public Grid? Handle(InputEvent input, int pageRows) =>
        input switch
        {
            KeyEvent { Modifiers: KeyModifiers.None or KeyModifiers.Ctrl } key => HandleKey(
                key.Key,
                key.Modifiers == KeyModifiers.Ctrl,
                Math.Max(1, pageRows)
            ),
            MouseEvent { Action: MouseAction.WheelUp } => MoveTo(Row - 3, Column),
            MouseEvent { Action: MouseAction.WheelDown } => MoveTo(Row + 3, Column),
            MouseEvent { Action: MouseAction.WheelLeft } => MoveTo(Row, Column - 1),
            MouseEvent { Action: MouseAction.WheelRight } => MoveTo(Row, Column + 1),
            _ => null,
        };

    private Grid? HandleKey(Key key, bool ctrl, int page) =>
        key switch
        {
            Key.Up => MoveTo(ctrl ? 0 : Row - 1, Column),
            Key.Down => MoveTo(ctrl ? Rows - 1 : Row + 1, Column),
            Key.Left => MoveTo(Row, ctrl ? 0 : Column - 1),
            Key.Right => MoveTo(Row, ctrl ? Columns.Length - 1 : Column + 1),
            Key.PageUp => MoveTo(Row - page, Column),
            Key.PageDown => MoveTo(Row + page, Column),
            Key.Home => MoveTo(ctrl ? 0 : Row, 0),
            Key.End => MoveTo(ctrl ? Rows - 1 : Row, Columns.Length - 1),
            _ => null,
        };

    /// <summary>
    /// The width a column needs for its header and the texts of some rows, between <paramref name="minimum"/> and
    /// <paramref name="maximum"/> cells.
    /// </summary>
    public static int MeasureColumn(
        string title,
        IEnumerable<string> texts,
        int minimum,
        int maximum,
        AmbiguousWidth ambiguous = AmbiguousWidth.One
    )
    {
        var width = CellText.Width(title, ambiguous);
        foreach (var text in texts)
        {
            width = Math.Max(width, CellText.Width(text, ambiguous));
            if (width >= maximum)
                break;
        }
        return Math.Clamp(width, minimum, maximum);
    }
}
