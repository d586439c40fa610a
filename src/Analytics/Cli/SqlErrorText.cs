using Analytics.DuckDb;
using Analytics.Terminal.Text;

namespace Analytics.Cli;

/// <summary>An engine error for people: its message, the offending line and a caret below the place.</summary>
internal static class SqlErrorText
{
    /// <summary>Cells of a line that are shown before and after the place.</summary>
    private const int Window = 60;

    public static string Of(DuckDbException error)
    {
        if (error is not { Sql: { } sql, Position: { } position })
            return error.Message;
        var start = sql.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        if (start > position)
            start = position;
        var end = sql.IndexOf('\n', position) is >= 0 and var newline ? newline : sql.Length;
        var number = 1 + sql.AsSpan(0, start).Count('\n');
        return $"{error.Message}\n{Excerpt(number, sql[start..end].TrimEnd('\r'), position - start)}";
    }

    private static string Excerpt(int number, string line, int column)
    {
        column = Math.Min(column, line.Length);
        var from = CellText.Snap(line, Math.Max(0, column - Window));
        var to = CellText.Snap(line, Math.Min(line.Length, column + Window));
        var head = $"LINE {number}: {(from > 0 ? "…" : "")}";
        // Tabs would move the caret by an unknown amount.
        var before = Printable.Of(line[from..column].Replace('\t', ' '));
        var after = Printable.Of(line[column..to].Replace('\t', ' '));
        return $"{head}{before}{after}{(to < line.Length ? "…" : "")}\n{new string(' ', CellText.Width(head) + CellText.Width(before))}^";
    }
}
