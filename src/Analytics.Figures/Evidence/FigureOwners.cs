using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>Whose the figures of a chart are, in words.</summary>
internal static class FigureOwners
{
    /// <summary>Of all rows together.</summary>
    public static FigureOrigins Of(IEnumerable<ChartRow> rows) =>
        rows.Select(r => r.Origin).DefaultIfEmpty(FigureOrigins.None).Aggregate((all, one) => all | one);

    /// <summary>Which rows are the user's, by file, where a chart shows others beside them.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ChartRow> rows, Language language)
    {
        if (Of(rows) == FigureOrigins.Own)
            yield break;
        var (names, zh) = (RowNames.Of(rows, language), language == Language.Zh);
        var own = Enumerable.Range(0, rows.Count).Where(i => rows[i].Origin.HasFlag(FigureOrigins.Own));
        foreach (var group in own.GroupBy(i => (Files: string.Join(zh ? "、" : ", ", rows[i].Files), IsComputed: IsComputed(rows[i]))))
        {
            var list = string.Join(zh ? "、" : ", ", group.Select(i => names[i]).Distinct());
            var files = group.Key.Files;
            yield return (group.Key.IsComputed, zh) switch
            {
                (true, true) => $"由报道数字和使用者的数据（{files}）算出，原文未载：{list}",
                (true, false) => $"computed from reported figures and the user's data ({files}), not in the text: {list}",
                (false, true) => $"使用者自己的数据{(files.Length > 0 ? $"（{files}）" : "")}：{list}",
                (false, false) => $"the user's own data{(files.Length > 0 ? $" ({files})" : "")}: {list}",
            };
        }
    }

    /// <summary>For scripts: <c>none stated computed own computed_with_own catalogue unknown</c>.</summary>
    public static string Word(FigureOrigins origin) =>
        origin switch
        {
            FigureOrigins.None => "none",
            FigureOrigins.Stated => "stated",
            FigureOrigins.Computed => "computed",
            FigureOrigins.Own => "own",
            FigureOrigins.Catalogue => "catalogue",
            FigureOrigins.Computed | FigureOrigins.Own => "computed_with_own",
            _ => "unknown",
        };

    private static bool IsComputed(ChartRow row) => row.Origin.HasFlag(FigureOrigins.Computed);
}
