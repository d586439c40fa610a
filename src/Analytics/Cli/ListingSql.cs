using Analytics.Engine.Sessions;

namespace Analytics.Cli;

/// <summary>Rows of the program's own as a statement, so that they are printed like any other result.</summary>
internal static class ListingSql
{
    public static string Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var values = rows.Select(r => $"({string.Join(", ", r.Select(Cell))})").ToList();
        var names = string.Join(", ", columns.Select(SqlText.Identifier));
        return values.Count > 0
            ? $"SELECT * FROM (VALUES {string.Join(", ", values)}) AS listing({names})"
            : $"SELECT {string.Join(", ", columns.Select(c => "'' AS " + SqlText.Identifier(c)))} WHERE false";
    }

    private static string Cell(string? text) => text is null ? "NULL" : SqlText.Literal(text);
}
