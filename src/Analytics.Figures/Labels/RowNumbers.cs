using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>Rows that nothing tells apart, no name and no observation, are told apart by their number in the result.</summary>
internal static class RowNumbers
{
    /// <summary>The rows, in their order.</summary>
    /// <param name="rows">Those that stand on observations have names of their own.</param>
    /// <param name="kind">Kinds with one mark a row; others have one figure in each place.</param>
    /// <param name="language">Of the words.</param>
    public static IReadOnlyList<ChartRow> Told(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language)
    {
        if (!ChartRules.Of(kind).Takes("detail"))
            return rows;
        var alike = PlacedRow
            .All(rows)
            .Where(r => r.Row.Behind.Count == 0)
            .GroupBy(r => r.Label)
            .Where(g => g.Count() > 1)
            .SelectMany(g => g.Select(r => r.Index))
            .ToHashSet();
        return alike.Count == 0
            ? rows
            : [.. rows.Select((row, i) => alike.Contains(i) ? row with { Mark = Numbered(row.Mark, i + 1, language) } : row)];
    }

    private static ChartMark Numbered(ChartMark mark, int number, Language language) =>
        mark with
        {
            Detail = Joined(mark.Detail, language == Language.Zh ? $"第{number}行" : $"row {number}"),
        };

    private static string Joined(string? detail, string number) => detail is { Length: > 0 } ? $"{detail} {number}" : number;
}
