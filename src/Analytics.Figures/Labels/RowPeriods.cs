using Analytics.Charts;

namespace Analytics.Figures;

/// <summary>A period in words: what the text says, and what a reader must know of it.</summary>
/// <param name="Text">The period: 2024年以来, since 2024.</param>
/// <param name="Remark">Where it is from or what it hides; empty where the text says all.</param>
internal sealed record PeriodWords(string Text, string Remark)
{
    public static PeriodWords Of(Observation o, Language language) =>
        language == Language.Zh ? new(ChineseText(o), Remarks(o, true)) : new(EnglishText(o), Remarks(o, false));

    /// <summary>The whole: 2024年以来（承前推断）.</summary>
    public string Whole(Language language) =>
        Remark.Length == 0 ? Text
        : language == Language.Zh ? $"{Text}（{Remark}）"
        : $"{Text} ({Remark})";

    /// <summary>
    /// A text that says the period with its remark: put behind the period's words where they stand already, else all of it at the end.
    /// </summary>
    /// <param name="said">The text.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="joint">Between the text and a whole period.</param>
    public string Into(string said, Language language, string joint)
    {
        if (Text.Length == 0 || said.Length == 0)
            return said + Whole(language);
        var plain = Text.Trim('“', '”');
        var at = said.LastIndexOf(plain, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return said + joint + Whole(language);
        if (Remark.Length == 0 || said.Contains(Remark, StringComparison.Ordinal))
            return said;
        var isQuoted = at > 0 && said[at - 1] is '“' or '"';
        return isQuoted
            ? said.Insert(at + plain.Length + 1, Whole(language)[Text.Length..])
            : said[..at] + Whole(language) + said[(at + plain.Length)..];
    }

    private static string EnglishText(Observation o) =>
        o.Period is not { En: var period } ? "period not stated"
        : o.PeriodKind == "as_of" ? $"“{period}”"
        : period;

    private static string ChineseText(Observation o) =>
        o.Period?.Zh switch
        {
            null => "时段未载",
            "年" => "按年",
            var text when o.PeriodKind == "as_of" => $"“{text}”",
            var text => text,
        };

    private static string Remarks(Observation o, bool zh) =>
        (o.PeriodKind, o.PeriodBasis) switch
        {
            ("as_of", _) when o.PrintedFrom is null => zh ? "见报日期未载" : "day of printing not stated",
            ("as_of", _) => zh ? $"见报不早于{o.PrintedFrom}" : $"printed not before {o.PrintedFrom}",
            ("recurring", _) => zh ? "年份未载" : "which year is not stated",
            (_, "inherited") => zh ? "承前推断" : "inferred from the lines before",
            (_, "page_inferred") => zh ? "据同版推断" : "inferred from the page",
            _ => "",
        };
}

/// <summary>Says of which period the figures are: once above the chart where all share it, else in each row.</summary>
internal static class RowPeriods
{
    /// <summary>Rows up to which each says its own period.</summary>
    private const int MostRows = 20;

    /// <summary>The periods of all figures of the rows in words, each once.</summary>
    public static IReadOnlyList<PeriodWords> Among(IEnumerable<ChartRow> rows, Language language) =>
        [.. rows.SelectMany(r => r.Figures).Select(o => PeriodWords.Of(o, language)).Distinct()];

    /// <summary>The subtitle with the period that all rows share.</summary>
    public static string Subtitle(string subtitle, IReadOnlyList<ChartRow> rows, Language language) =>
        Among(rows, language) is [var shared] ? shared.Into(subtitle, language, language == Language.Zh ? "，" : ", ") : subtitle;

    /// <summary>The rows, each with its period where they differ and the kind has a place for it.</summary>
    public static IReadOnlyList<ChartRow> Detailed(IReadOnlyList<ChartRow> rows, ChartKind kind, Language language)
    {
        if (rows.Count > MostRows || !ChartRules.Of(kind).Takes("detail") || Among(rows, language).Count < 2)
            return rows;
        return [.. rows.Select(row => row.Figures.Count == 0 ? row : row with { Mark = row.Mark with { Detail = Detail(row, language) } })];
    }

    private static string Detail(ChartRow row, Language language)
    {
        var detail = row.Mark.Detail ?? "";
        foreach (var words in Among([row], language))
        {
            detail = (row.Mark.Category.Contains(words.Text, StringComparison.Ordinal) ? new PeriodWords(words.Remark, "") : words).Into(
                detail,
                language,
                " · "
            );
        }

        return detail;
    }
}
