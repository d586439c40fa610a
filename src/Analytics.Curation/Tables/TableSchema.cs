namespace Analytics.Curation;

/// <summary>A column of a built table. <paramref name="SqlType"/> is the engine's type name.</summary>
internal record TableColumn(string Name, string SqlType, Localized Description, bool Required, IReadOnlyList<string> Values);

/// <summary>
/// A column that knows how to take its value from a row. Values travel as text; the engine casts them to the column's type.
/// </summary>
internal sealed record TableColumn<T>(
    string Name,
    string SqlType,
    Func<T, string?> Cell,
    Localized Description,
    bool Required,
    IReadOnlyList<string> Values
) : TableColumn(Name, SqlType, Description, Required, Values);

/// <summary>A reference from one column of a table to the key of another.</summary>
internal sealed record ForeignKey(string Column, string Table, string TargetColumn);

/// <summary>A built table: its columns, what identifies a row, in which order its rows are written and where its references lead.</summary>
internal abstract record TableSchema(
    string Name,
    Localized Description,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<string> Key,
    IReadOnlyList<string> Order,
    IReadOnlyList<ForeignKey> ForeignKeys
);

/// <summary>A built table together with the way from its rows to its cells.</summary>
internal sealed record TableSchema<T>(
    string Name,
    Localized Description,
    IReadOnlyList<TableColumn<T>> Typed,
    IReadOnlyList<string> Key,
    IReadOnlyList<string> Order,
    IReadOnlyList<ForeignKey> ForeignKeys
) : TableSchema(Name, Description, Typed, Key, Order, ForeignKeys)
{
    /// <summary>The rows in the order of the file.</summary>
    public TableContent Fill(IReadOnlyList<T> rows)
    {
        TableColumn<T>[] order = [.. Order.Select(name => Typed.First(c => c.Name == name))];
        T[] sorted = [.. rows.OrderBy(row => RowOrder.Key(order.Select(c => ((TableColumn)c, Cell(c, row)))), RowOrder.Keys)];
        return new(this, sorted.Length, (column, row) => Cell(Typed[column], sorted[row]));
    }

    private static string? Cell(TableColumn<T> column, T row) => column.Cell(row) is { Length: > 0 } text ? text : null;
}

/// <summary>
/// A table with its content. <paramref name="Cell"/> gives the text of (column, row); null is NULL, and so is empty text.
/// </summary>
internal sealed record TableContent(TableSchema Schema, int RowCount, Func<int, int, string?> Cell)
{
    /// <summary>Where a column stands, from 0; it must be there.</summary>
    public int IndexOf(string column) => Schema.Columns.Select(c => c.Name).ToList().IndexOf(column);

    /// <summary>The cells of a column, from the first row to the last.</summary>
    public IEnumerable<string?> Column(string column)
    {
        var index = IndexOf(column);
        return Enumerable.Range(0, RowCount).Select(row => Cell(index, row));
    }
}

/// <summary>Writes a table down, column by column.</summary>
internal sealed class TableBuilder<T>(string name, string zh, string en)
{
    private readonly List<TableColumn<T>> _columns = [];
    private readonly List<ForeignKey> _references = [];

    /// <summary>Text that is always there.</summary>
    public TableBuilder<T> Key(string name, Func<T, string?> cell, string zh, string en) =>
        Add(new(name, "VARCHAR", cell, new(zh, en), true, []));

    /// <summary>Text that may be missing.</summary>
    public TableBuilder<T> Text(string name, Func<T, string?> cell, string zh, string en) =>
        Add(new(name, "VARCHAR", cell, new(zh, en), false, []));

    /// <summary>A word of a closed vocabulary.</summary>
    public TableBuilder<T> Choice(string name, Func<T, string?> cell, string zh, string en, string[] values) =>
        Add(new(name, "VARCHAR", cell, new(zh, en), true, values));

    /// <summary>An exact decimal that may be missing.</summary>
    public TableBuilder<T> Number(string name, Func<T, decimal?> cell, string zh, string en) =>
        Add(new(name, "DECIMAL(38,10)", row => cell(row) is { } value ? ValueDisplay.Plain(value) : null, new(zh, en), false, []));

    /// <summary>A whole number that may be missing.</summary>
    public TableBuilder<T> Integer(string name, Func<T, int?> cell, string zh, string en) =>
        Add(new(name, "BIGINT", row => cell(row)?.ToString(), new(zh, en), false, []));

    /// <summary>A whole number that is always there.</summary>
    public TableBuilder<T> Position(string name, Func<T, int> cell, string zh, string en) =>
        Add(new(name, "BIGINT", row => cell(row).ToString(), new(zh, en), true, []));

    public TableBuilder<T> Flag(string name, Func<T, bool> cell, string zh, string en) =>
        Add(new(name, "BOOLEAN", row => cell(row) ? "true" : "false", new(zh, en), true, []));

    public TableBuilder<T> Date(string name, Func<T, DateOnly?> cell, string zh, string en) =>
        Add(new(name, "DATE", row => cell(row)?.ToString("yyyy-MM-dd"), new(zh, en), false, []));

    /// <summary>Where the values of a column lead.</summary>
    public TableBuilder<T> References(string column, string table, string target)
    {
        _references.Add(new(column, table, target));
        return this;
    }

    /// <param name="key">Names of the columns that identify a row, separated by blanks; empty for none.</param>
    /// <param name="order">Names of the columns that the rows are sorted by, which makes the file the same each time.</param>
    public TableSchema<T> Build(string key, string order) => new(name, new(zh, en), _columns, Names(key), Names(order), _references);

    private static string[] Names(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private TableBuilder<T> Add(TableColumn<T> column)
    {
        _columns.Add(column);
        return this;
    }
}
