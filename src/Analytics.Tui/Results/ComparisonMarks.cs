using Analytics.Terminal.Cells;

namespace Analytics.Tui.Results;

/// <summary>How the cells of a comparison are marked: what was added, removed or changed.</summary>
internal static class ComparisonMarks
{
    /// <summary>Before a value that is not what it was, so that the change does not hang on colour alone.</summary>
    public const string Changed = "*";

    /// <summary>A cell's text, with a mark where its value changed.</summary>
    public static string TextOf(OpenResult open, long row, int column, string text) => IsChanged(open, row, column) ? Changed + text : text;

    /// <summary>
    /// The looks of a cell, given its row and its column in the table; the plain ones for results that are no comparison.
    /// </summary>
    public static Style StyleOf(OpenResult open, long row, int column)
    {
        if (!open.IsComparison || !open.Table.Has(row))
            return default;
        var change = open.Table.Text(row, 0);
        if (column == 0 || change != "changed")
            return OfChange(change);
        return IsChanged(open, row, column) ? Theme.Warning.With(TextAttributes.Bold) : default;
    }

    private static bool IsChanged(OpenResult open, long row, int column) =>
        open.Query is OperationRequest { Operation: CompareRows compare } request
        && column > 0
        && open.Table.Has(row)
        && open.Table.Text(row, 0) == "changed"
        && IsChanged(open, row, open.Table.Kept.ColumnNames[column], compare.Before.Name, request.Source.Name);

    private static Style OfChange(string? change) =>
        change switch
        {
            "added" => Theme.Good,
            "removed" => Theme.Error,
            "changed" => Theme.Warning.With(TextAttributes.Bold),
            _ => Theme.Dim,
        };

    private static bool IsChanged(OpenResult open, long row, string name, string before, string after)
    {
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
