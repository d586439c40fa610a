namespace Analytics.Curation;

/// <summary>A column of a built table. <paramref name="SqlType"/> is the engine's type name.</summary>
internal record TableColumn(string Name, string SqlType, string Description, bool Required, IReadOnlyList<string> Values);

/// <summary>A reference from one column of a table to the key of another.</summary>
internal sealed record ForeignKey(string Column, string Table, string TargetColumn);

/// <summary>A built table: its columns, what identifies a row, where its references lead and in which order its rows are written.</summary>
internal abstract record TableSchema(
    string Name, string Description, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> Order, IReadOnlyList<ForeignKey> ForeignKeys);

/// <summary>A column that knows how to take its value from a row. Values travel as text; the engine casts them to the column's type.</summary>
internal sealed record TableColumn<T>(
    string Name, string SqlType, Func<T, string?> Cell, string Description, bool Required, IReadOnlyList<string> Values)
    : TableColumn(Name, SqlType, Description, Required, Values);

/// <summary>A built table together with the rows that it is made from.</summary>
internal sealed record TableSchema<T>(
    string Name, string Description, IReadOnlyList<TableColumn<T>> Typed, IReadOnlyList<string> Key, IReadOnlyList<string> Order, IReadOnlyList<ForeignKey> ForeignKeys)
    : TableSchema(Name, Description, Typed, Key, Order, ForeignKeys)
{
    public TableContent Fill(IReadOnlyList<T> rows) => new(this, rows.Count,
        (column, row) => Typed[column].Cell(rows[row]) is { Length: > 0 } text ? text : null);
}

/// <summary>A table with its content. <paramref name="Cell"/> gives the text of (column, row); null is NULL, and so is empty text.</summary>
internal sealed record TableContent(TableSchema Schema, int RowCount, Func<int, int, string?> Cell);

/// <summary>Short ways to write columns down.</summary>
internal static class Columns
{
    public static TableColumn<T> Text<T>(string name, Func<T, string?> cell, string description) => new(name, "VARCHAR", cell, description, false, []);

    public static TableColumn<T> Key<T>(string name, Func<T, string?> cell, string description) => new(name, "VARCHAR", cell, description, true, []);

    public static TableColumn<T> Choice<T>(string name, Func<T, string?> cell, string description, string[] values) =>
        new(name, "VARCHAR", cell, description, true, values);

    public static TableColumn<T> Number<T>(string name, Func<T, decimal?> cell, string description) =>
        new(name, "DECIMAL(38,10)", row => cell(row) is { } value ? ValueDisplay.Plain(value) : null, description, false, []);

    public static TableColumn<T> Integer<T>(string name, Func<T, int?> cell, string description) =>
        new(name, "BIGINT", row => cell(row)?.ToString(), description, false, []);

    public static TableColumn<T> Position<T>(string name, Func<T, int> cell, string description) =>
        new(name, "BIGINT", row => cell(row).ToString(), description, true, []);

    public static TableColumn<T> Flag<T>(string name, Func<T, bool> cell, string description) =>
        new(name, "BOOLEAN", row => cell(row) ? "true" : "false", description, true, []);

    public static TableColumn<T> Date<T>(string name, Func<T, DateOnly?> cell, string description) =>
        new(name, "DATE", row => cell(row)?.ToString("yyyy-MM-dd"), description, false, []);
}
