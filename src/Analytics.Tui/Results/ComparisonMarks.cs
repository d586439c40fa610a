using Analytics.Terminal.Cells;

namespace Analytics.Tui.Results;

/// <summary>How the cells of a comparison are marked: what was added, removed or changed.</summary>
internal static class ComparisonMarks
{
    /// <summary>
    /// The looks of a cell, given its row and its column in the table; the plain ones for results that are no comparison.
    /// </summary>
    public static Style StyleOf(OpenResult open, long row, int column)
    {
        if (open.Query is not OperationRequest { Operation: CompareRows compare } request || !open.Table.Has(row))
            return default;
        var change = open.Table.Text(row, 0);
        if (column == 0 || change != "changed")
            return OfChange(change);
        return IsChanged(open, row, column, compare, request) ? Theme.Warning.With(TextAttributes.Bold) : default;
    }

    /// <summary>The text of a cell, with a sign before it where its value has changed, for those who see no colours.</summary>
    public static string Marked(OpenResult open, long row, int column, string text) =>
        column > 0
        && open.Query is OperationRequest { Operation: CompareRows compare } request
        && open.Table.Text(row, 0) == "changed"
        && IsChanged(open, row, column, compare, request)
            ? "*" + text
            : text;

    private static Style OfChange(string? change) =>
        change switch
        {
            "added" => Theme.Good,
            "removed" => Theme.Error,
            "changed" => Theme.Warning.With(TextAttributes.Bold),
            _ => Theme.Dim,
        };

    private static bool IsChanged(OpenResult open, long row, int column, CompareRows compare, OperationRequest request)
    {
        var (name, before, after) = (open.Table.Kept.ColumnNames[column], compare.Before.Name, request.Source.Name);
        foreach (var end in new[] { "_" + before, "_" + after, "_difference", "_percent" })
        {
            if (
                name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
                && name[..^end.Length] is var stem
                && open.Table.Kept.IndexOf($"{stem}_{before}") is >= 0 and var b
                && open.Table.Kept.IndexOf($"{stem}_{after}") is >= 0 and var a
            )
            {
                return open.Table.Text(row, b) != open.Table.Text(row, a);
            }
        }

        return false;
    }
}
