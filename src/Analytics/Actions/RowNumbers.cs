using Analytics.Charts;

namespace Analytics.Actions;

/// <summary>Rows that nothing tells apart, no name and no observation, are told apart by their number in the result.</summary>
static class RowNumbers
{
    /// <summary>The marks, in the order of the rows.</summary>
    /// <param name="marks">One for each row.</param>
    /// <param name="isNamed">Whether a row stands on observations, which have names of their own.</param>
    /// <param name="kind">Kinds with one mark a row; others have one figure in each place.</param>
    /// <param name="language">Of the words.</param>
    public static List<ChartMark> Told(List<ChartMark> marks, Func<int, bool> isNamed, ChartKind kind, ChartLanguage language)
    {
        if (!ChartRules.Of(kind).Takes("detail"))
            return marks;
        var alike = marks.Index().Where(m => !isNamed(m.Index)).GroupBy(m => (m.Item.Panel, m.Item.Series, m.Item.Category, m.Item.Detail))
            .Where(g => g.Count() > 1).SelectMany(g => g.Select(m => m.Index)).ToHashSet();
        return alike.Count == 0 ? marks : [.. marks.Select((mark, row) => alike.Contains(row) ? mark with { Detail = Joined(mark.Detail, language == ChartLanguage.Zh ? $"第{row + 1}行" : $"row {row + 1}") } : mark)];
    }

    static string Joined(string? detail, string number) => detail is { Length: > 0 } ? $"{detail} {number}" : number;
}
