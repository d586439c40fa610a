using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>What a chart of own SQL is called: what its numbers are, by what they are parted, and whose they are.</summary>
internal static class ChartHeadline
{
    /// <summary>Measures that are still named one by one.</summary>
    private const int MostMeasures = 3;

    /// <summary>Names of columns that say nothing.</summary>
    private static readonly string[] Bare = ["value", "val", "count", "sum", "avg", "num", "number", "total", "数", "值", "数值"];

    /// <param name="rows">What is drawn.</param>
    /// <param name="declared">How the numbers were worked out, as the statement tells.</param>
    /// <param name="column">The column of the numbers.</param>
    /// <param name="by">The column that names the rows; null where none does.</param>
    /// <param name="common">The indicator that the result says all rows are of.</param>
    /// <param name="language">Of the words.</param>
    public static string Of(
        IReadOnlyList<ChartRow> rows,
        ChartDerivation? declared,
        string column,
        string? by,
        string? common,
        Language language
    )
    {
        var zh = language == Language.Zh;
        var origins = FigureOwners.Of(rows);
        var isOwn = origins.HasFlag(FigureOrigins.Own);
        string[] measures = isOwn ? [] : [.. rows.SelectMany(r => r.Figures).Select(o => zh ? o.IndicatorZh : o.IndicatorEn).Distinct()];
        var isStated = rows.All(r => r.Basis is RowBasis.Stated or RowBasis.None);
        if (measures.Length == 0 && !isOwn && IsBare(column) && rows.Any(r => r.Basis == RowBasis.Tally))
            return By(zh ? "数字条数" : "Number of figures");
        if (measures.Length == 0)
            return Column();
        if (common is not null && isStated)
            return common;
        if (!isStated && !IsBare(column))
            return Column();
        var what =
            measures.Length <= MostMeasures ? string.Join(zh ? "、" : ", ", measures)
            : zh ? $"{measures.Length}项指标的数字"
            : $"Figures of {measures.Length} measures";
        return isStated ? what : By(what + Derived(declared, rows, zh));

        string By(string what) =>
            by is null ? what
            : zh ? $"{what}，按 {by} 列"
            : $"{what}, by {by}";

        string Column()
        {
            var files = rows.SelectMany(r => r.Files).Distinct().ToList();
            var list = string.Join(zh ? "、" : ", ", files);
            if (isOwn && origins != FigureOrigins.Own)
            {
                return By(
                    zh
                        ? $"报道数字与使用者自己的数{(files.Count > 0 ? $"（{list}）" : "")}"
                        : $"Figures of the articles and the user's own{(files.Count > 0 ? $" ({list})" : "")}"
                );
            }

            var whose =
                files.Count > 0 ? list
                : isOwn ? (zh ? "查询中的数" : "Numbers of the query")
                : "";
            if (whose.Length > 0)
                return By(zh ? $"{whose}：{column}" : $"{whose}: {column}");
            return IsBare(column) ? By(zh ? $"查询结果的 {column} 列" : $"Column {column} of the query") : column;
        }
    }

    /// <summary>A name of one or two letters, or one that any column could have.</summary>
    private static bool IsBare(string column) =>
        column.Length <= 2 && column.All(char.IsAscii) || Bare.Contains(column, StringComparer.OrdinalIgnoreCase) || column.Contains('(');

    private static string Derived(ChartDerivation? declared, IReadOnlyList<ChartRow> rows, bool zh) =>
        (declared, rows.All(r => r.Basis is RowBasis.Sum or RowBasis.Stated or RowBasis.None)) switch
        {
            (ChartDerivation.Sum, _) or (_, true) => zh ? "（相加）" : " (added)",
            (ChartDerivation.Mean, _) => zh ? "（平均）" : " (mean)",
            _ => zh ? "（推算）" : " (worked out)",
        };
}
