using System.Collections.Immutable;
using System.Globalization;
using Analytics.Engine.Queries;
using Analytics.Engine.Results;
using Analytics.Terminal.Text;
using Analytics.Terminal.Widgets;

namespace Analytics.Tui.Results;

/// <summary>How the columns of a result stand in the grid. Display only: what is saved or copied has every column and digit.</summary>
static class ResultColumns
{
    const int NarrowestColumn = 4, WidestColumn = 40, MeasuredRows = 200;

    // Between columns stand a blank, a line and a blank.
    const int ColumnGap = 3, LeastScrolled = 12;

    /// <summary>The columns in view: of two that differ only in <c>_zh</c> and <c>_en</c>, the one of the interface's language.</summary>
    public static ImmutableArray<int> Shown(ResultTable table, string language, bool all)
    {
        var indexes = Enumerable.Range(0, table.Columns.Count);
        if (all)
            return [.. indexes];
        var names = table.Columns.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (own, other) = language == "en" ? ("_en", "_zh") : ("_zh", "_en");
        return [.. indexes.Where(i => !IsTwin(table.Columns[i].Name))];

        bool IsTwin(string name) => name.EndsWith(other, StringComparison.OrdinalIgnoreCase) && names.Contains(name[..^3] + own);
    }

    /// <summary>A grid whose columns are as wide as the header and the first rows need, within limits; numbers stand at the right.</summary>
    public static Grid GridOf(ResultTable table, ImmutableArray<int> shown, QueryRequest query, string language)
    {
        var rows = (int)Math.Min(MeasuredRows, table.RowCount);
        return Grid.Of((int)table.RowCount, shown.Select(column => Column(table, column, rows, Display(query, table.Columns[column].Name), language)));
    }

    /// <summary>How many of the first columns can be frozen so that there is room left for one to scroll.</summary>
    public static int FrozenThatFit(Grid grid, int wanted, int width)
    {
        var room = width - grid.Rows.ToString().Length - ColumnGap - LeastScrolled;
        var count = 0;
        while (count < wanted && (room -= grid.Columns[count].Width + ColumnGap) >= 0)
            count++;
        return count;
    }

    public static ColumnDisplay? Display(QueryRequest query, string column) =>
        (query as CannedRequest)?.File.Columns.FirstOrDefault(c => c.Name == column);

    /// <summary>A cell as the grid shows it: digits behind the point as the query's header asks; null for NULL.</summary>
    public static string? Text(ResultTable table, long row, int column, ColumnDisplay? display)
    {
        if (display?.Decimals is { } decimals && table.Columns[column].Type.IsNumeric && table.Number(row, column) is { } number && double.IsFinite(number))
            return number.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return table.Text(row, column);
    }

    static GridColumn Column(ResultTable table, int column, int rows, ColumnDisplay? display, string language)
    {
        var (name, type) = (table.Columns[column].Name, table.Columns[column].Type);
        var title = display?.Label?.In(language) ?? name;
        var subtitle = ShortType(type.ToString()) + (display?.Unit is { } unit ? " " + unit : "");
        var texts = Enumerable.Range(0, rows).Select(row => Head(Text(table, row, column, display) ?? "NULL")).Append(subtitle);
        return new GridColumn(
            title, Grid.MeasureColumn(title, texts, NarrowestColumn, WidestColumn), type.IsNumeric ? TextAlignment.Right : TextAlignment.Left, subtitle);
    }

    /// <summary>As much of a text as its width can depend on.</summary>
    static string Head(string text) => text.Length <= 2 * WidestColumn ? text : text[..(2 * WidestColumn)];

    /// <summary>A type in few cells: in lower case, long member lists cut.</summary>
    static string ShortType(string type) => type.Length <= 16 ? type.ToLowerInvariant() : type[..15].ToLowerInvariant() + "…";
}
