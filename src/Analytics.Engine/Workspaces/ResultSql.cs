using Analytics.DuckDb;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>A column to sort by.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Descending">Whether the greatest value comes first; NULL is last either way.</param>
public sealed record SortKey(int Column, bool Descending = false);

/// <summary>The SQL of operations on kept results, in their names.</summary>
internal static class ResultSql
{
    public static string Sort(KeptResult source, IReadOnlyList<SortKey> keys) => $"FROM {source.Name} ORDER BY {Order(source, keys)}";

    /// <summary>As <see cref="Sort"/>, but rows that tie stay in their order, which SQL over a view cannot say.</summary>
    public static string StableSort(KeptResult source, IReadOnlyList<SortKey> keys) =>
        $"{source.ShownSql} AS {source.Name} ORDER BY {Order(source, keys)}, rowid";

    /// <summary>As <see cref="StableSort"/>, in names only: the rows are numbered as they come.</summary>
    public static string NumberedSort(KeptResult source, IReadOnlyList<SortKey> keys)
    {
        var number = SqlText.Identifier("row of " + source.Name);
        return $"SELECT * EXCLUDE ({number}) FROM (SELECT *, row_number() OVER () AS "
            + $"{number} FROM {source.Name}) ORDER BY {Order(source, keys)}, {number}";
    }

    public static string Filter(KeptResult source, string condition) => $"{FilterHead(source)}{condition}\n)";

    /// <summary>What stands before the condition, in which positions of errors count.</summary>
    public static string FilterHead(KeptResult source) => $"FROM {source.Name} WHERE (\n";

    /// <summary>All columns and one more.</summary>
    /// <param name="source">The result that it is made of.</param>
    /// <param name="name">What the new column is called.</param>
    /// <param name="expression">SQL over the columns.</param>
    public static string Derived(KeptResult source, string name, string expression) =>
        $"{DerivedHead}{expression}\n) AS {SqlText.Identifier(name)} FROM {source.Name}";

    /// <summary>What stands before the expression, in which positions of errors count.</summary>
    public const string DerivedHead = "SELECT *, (\n";

    /// <summary>All columns, one of them in another type.</summary>
    public static string Cast(KeptResult source, int column, string type) =>
        $"{CastHead(source, column)}{type}\n) AS {Name(source, column)}) FROM {source.Name}";

    /// <summary>What stands before the type, in which positions of errors count.</summary>
    public static string CastHead(KeptResult source, int column) => $"SELECT * REPLACE (CAST({Name(source, column)} AS\n";

    /// <summary>That a column has the value of a cell.</summary>
    /// <param name="source">The result whose rows the condition is for.</param>
    /// <param name="column">Index of the column in it.</param>
    /// <param name="text">The cell's canonical text; null for NULL.</param>
    /// <param name="exclude">Whether to ask for the rows with any other value instead.</param>
    public static string CellCondition(KeptResult source, int column, string? text, bool exclude)
    {
        var name = Name(source, column);
        if (text is null)
            return $"{name} IS {(exclude ? "NOT " : "")}NULL";
        var type = source.Columns[column].Type;
        var compared = type.IsNested ? $"CAST({name} AS VARCHAR)" : name;
        return $"{compared} IS {(exclude ? "" : "NOT ")}DISTINCT FROM {Literal(type, text)}";
    }

    public static string Groups(KeptResult source, IReadOnlyList<int> columns)
    {
        var ordinals = Enumerable.Range(1, columns.Count).ToArray();
        var names = string.Join(", ", columns.Select(c => Name(source, c)));
        return $"""
            SELECT {names}, count(*) AS "rows", 100 * count(*) / (SELECT count(*) FROM {source.Name}) AS percent
            FROM {source.Name}
            GROUP BY {string.Join(", ", ordinals)}
            ORDER BY {columns.Count + 1} DESC, {string.Join(", ", ordinals.Select(o => $"{o} NULLS LAST"))}
            """;
    }

    public static string Name(KeptResult source, int column) => SqlText.Identifier(source.ColumnNames[column]);

    private static string Order(KeptResult source, IReadOnlyList<SortKey> keys) =>
        string.Join(", ", keys.Select(k => $"{Name(source, k.Column)} {(k.Descending ? "DESC" : "ASC")} NULLS LAST"));

    private static string Literal(DuckDbType type, string text) =>
        type.Id switch
        {
            DuckDbTypeId.TinyInt or DuckDbTypeId.SmallInt or DuckDbTypeId.Integer or DuckDbTypeId.BigInt => text,
            DuckDbTypeId.Varchar => Literal(text),
            _ when type.IsNested => Literal(text),
            _ => $"CAST({SqlText.Literal(text)} AS {KeptColumns.TypeSql(type)})",
        };

    /// <summary>SQL text cannot hold U+0000, but cells can.</summary>
    private static string Literal(string text) =>
        text.Contains('\0') ? $"concat({string.Join(", chr(0), ", text.Split('\0').Select(SqlText.Literal))})" : SqlText.Literal(text);
}
