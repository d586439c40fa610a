namespace Analytics.Engine.Files;

/// <summary>Which rows of a table in a file are no data because they stand before it or name its columns.</summary>
/// <param name="Skipped">Rows before the header, of the rows that hold anything.</param>
/// <param name="Rows">Rows that name the columns: 0, 1 or 2.</param>
internal sealed record GridHeader(int Skipped, int Rows)
{
    /// <summary>As many rows as are looked at.</summary>
    public const int Head = 30;

    private const int MostSkipped = 10;

    /// <summary>Where the header may be: behind titles, which fill few cells, and as texts over what is below.</summary>
    /// <param name="head">The first rows that hold anything.</param>
    /// <param name="skipped">As the user states it; null to find out.</param>
    /// <param name="rows">As the user states it; null to find out.</param>
    public static GridHeader Guess(IReadOnlyList<GridRow> head, int? skipped, int? rows)
    {
        var width = head.Select(Width).DefaultIfEmpty().Max();
        var first =
            skipped ?? Enumerable.Range(0, Math.Min(head.Count, MostSkipped)).Where(i => IsOfTable(head, i, width)).FirstOrDefault(-1);
        first = Math.Max(first, 0);
        return new GridHeader(first, rows ?? RowsAt(head, first, width));
    }

    /// <summary>
    /// Names of the columns, as the header has them: of two rows both, the upper one reaching over the blanks beside it. What has no name
    /// is called by its place, as the engine does, and what is called alike gets a number.
    /// </summary>
    /// <param name="rows">The rows of the header.</param>
    /// <param name="width">Columns.</param>
    /// <param name="merged">Cells of the sheet that are one.</param>
    /// <param name="firstColumn">The 1-based column of the sheet that the rows begin with.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<GridRow> rows, int width, IReadOnlyList<CellRange> merged, int firstColumn = 1)
    {
        var names = new List<string>(width);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < width; column++)
        {
            var at = column;
            var parts = rows.Select((row, i) => Spread(row, at, reaches: i + 1 < rows.Count)).Where(p => p.Length > 0).Distinct();
            var name = string.Join('_', parts) is { Length: > 0 } joined ? joined : $"column{column}";
            var free = name;
            for (var number = 1; !taken.Add(free); number++)
                free = $"{name}_{number}";
            names.Add(free);
        }

        return names;

        string Spread(GridRow row, int column, bool reaches)
        {
            if (Clean(row[column].Text) is { Length: > 0 } own)
                return own;
            if (merged.FirstOrDefault(m => Holds(m, row.Line, column + firstColumn)) is { FirstRow: > 0 } range)
                return Clean(row[range.FirstColumn - firstColumn is >= 0 and var from ? from : column].Text);
            // Without merged cells, as in a text, the blanks beside a name of the upper row belong to it, if something is below.
            if (!reaches || merged.Count > 0 || rows[^1][column].IsBlank)
                return "";
            while (column > 0 && row[column].IsBlank)
                column--;
            return Clean(row[column].Text);
        }
    }

    private static bool Holds(CellRange range, long row, int column) =>
        row >= range.FirstRow && row <= range.LastRow && column >= range.FirstColumn && column <= range.LastColumn;

    /// <summary>A name without the line breaks and blanks that only lay it out.</summary>
    private static string Clean(string name) =>
        string.Concat(name.Where((c, i) => !char.IsWhiteSpace(c) || IsBetweenWords(name, i))).ReplaceLineEndings(" ").Trim();

    private static bool IsBetweenWords(string name, int at) =>
        at > 0 && at + 1 < name.Length && char.IsAsciiLetterOrDigit(name[at - 1]) && char.IsAsciiLetterOrDigit(name[at + 1]);

    private static int Width(GridRow row)
    {
        var width = row.Cells.Count;
        while (width > 0 && row.Cells[width - 1].IsBlank)
            width--;
        return width;
    }

    /// <summary>Whether a row belongs to the table rather than to what stands above it.</summary>
    private static bool IsOfTable(IReadOnlyList<GridRow> head, int at, int width)
    {
        var row = head[at];
        if (width <= 1 || row.Filled >= 2 && 2 * row.Filled >= width && !IsAboutTable(row))
            return true;
        // The upper of two rows of names may fill few cells; with the lower one it fills most.
        return row.Filled >= 2
            && !IsAboutTable(row)
            && at + 1 < head.Count
            && IsText(head[at + 1])
            && 5 * Enumerable.Range(0, width).Count(c => !row[c].IsBlank || !head[at + 1][c].IsBlank) >= 4 * width;
    }

    /// <summary>Lines such as 单位：万元 and 填报日期：… .</summary>
    private static bool IsAboutTable(GridRow row) =>
        row.Cells.Any(c => c.Kind == CellKind.Text && c.Text.AsSpan().Trim() is [.., '：' or ':'] or ['单', '位', '：' or ':', ..])
        || row.Cells.Count(c => c.Kind == CellKind.Text && c.Text.Contains('：', StringComparison.Ordinal)) * 2 > row.Filled;

    private static int RowsAt(IReadOnlyList<GridRow> head, int at, int width)
    {
        if (at >= head.Count || !CanName(head[at]))
            return 0;
        var hasGaps = Enumerable.Range(0, width).Any(c => head[at][c].IsBlank);
        return hasGaps && at + 2 < head.Count && IsText(head[at + 1]) && FillsGaps(head[at], head[at + 1], width) && !IsText(head[at + 2])
            ? 2
            : 1;
    }

    private static bool FillsGaps(GridRow upper, GridRow lower, int width) =>
        Enumerable.Range(0, width).Any(c => upper[c].IsBlank && !lower[c].IsBlank);

    /// <summary>Names are texts; years may be, beside a text.</summary>
    private static bool CanName(GridRow row)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).ToArray();
        return filled.Length > 0 && filled.Any(c => !IsNumber(c)) && filled.All(c => !IsNumber(c) || c.Text is ['1' or '2', _, _, _]);
    }

    private static bool IsText(GridRow row) => row.Filled > 0 && row.Cells.All(c => c.IsBlank || !IsNumber(c));

    private static bool IsNumber(GridCell cell) =>
        cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Date or CellKind.Time or CellKind.Flag
        || (
            cell.Kind == CellKind.Text
            && cell.Text.AsSpan().Trim() is [>= '0' and <= '9' or '-' or '+' or '￥' or '¥', ..]
            && cell.Text.Any(char.IsAsciiDigit)
        );
}
