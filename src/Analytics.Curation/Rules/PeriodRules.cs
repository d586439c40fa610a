using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Periods say what the text says, and no more.</summary>
internal static partial class PeriodRules
{
    public static readonly Rule Order = new(
        "period.order",
        Severity.Critical,
        "A period begins before it ends.",
        new("改正 period_start 或 period_end。", "Correct period_start or period_end.")
    );

    public static readonly Rule Dates = new(
        "period.dates",
        Severity.Critical,
        "day, month and year have both dates and fill them; since has a start and no end; "
            + "last_n and as_of have dates only from a stated article date; recurring and undated have none.",
        new("改正日期或 period_kind。", "Correct the dates or period_kind.")
    );

    public static readonly Rule Basis = new(
        "period.basis",
        Severity.Critical,
        "A period has words of the text exactly when it has a basis; a dated one has both.",
        new("改正 period_text 或 period_basis。", "Correct period_text or period_basis.")
    );

    public static readonly Rule Text = new(
        "period.text",
        Severity.Critical,
        "The words of the period stand in the article.",
        new("照原文抄录。", "Copy the words as printed.")
    );

    public static readonly Rule Year = new(
        "period.year",
        Severity.Critical,
        "The year that the words name is the year of the dates.",
        new("改正 period_text 或日期。", "Correct period_text or the dates.")
    );

    public static readonly Rule Stock = new(
        "period.stock",
        Severity.Warning,
        "A stock stands at a time: its period is no since and no last_n.",
        new("改用 as_of，或换一种口径。", "Use as_of, or another accounting.")
    );

    public static readonly Rule Recurring = new(
        "period.recurring",
        Severity.Warning,
        "A recurring figure says in per_time how often it recurs.",
        new("填写 per_time。", "Fill per_time.")
    );

    public static readonly Rule Rate = new(
        "period.rate",
        Severity.Critical,
        "A unit by time (元/月) has the same per_time.",
        new("改正 per_time 或 unit_text。", "Correct per_time or unit_text.")
    );

    public static readonly IReadOnlyList<Rule> All = [Order, Dates, Basis, Text, Year, Stock, Recurring, Rate];

    private static readonly (string Ending, string PerTime)[] TimeUnits =
    [
        ("/天", "day"),
        ("/日", "day"),
        ("/月", "month"),
        ("/年", "year"),
        ("/半年", "half_year"),
    ];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        from o in scope.Observations
        from finding in CheckWords(o, scope.Data.ArticleById.GetValueOrDefault(o.Row.ArticleId)).Concat(CheckBase(o))
        select finding;

    private static IEnumerable<Finding> CheckWords(LocatedObservation o, ArticleRow? article)
    {
        var row = o.Row;
        var dates = $"{row.PeriodKind} {row.PeriodStart:yyyy-MM-dd}..{row.PeriodEnd:yyyy-MM-dd}";
        if (row.PeriodStart > row.PeriodEnd)
            yield return Order.At(row, new($"{o.Id} 的时段是 {dates}。", $"{o.Id}: {dates}."), o.Id);
        else if (!DatesFit(row, article?.DateBasis == "stated"))
            yield return Dates.At(row, new($"{o.Id} 的时段是 {dates}。", $"{o.Id}: {dates}."), o.Id);
        if (row.PeriodText.Length > 0 != row.PeriodBasis is not "none" || (row.PeriodStart is not null && row.PeriodBasis == "none"))
        {
            yield return Basis.At(
                row,
                new(
                    $"{o.Id}：period_text 是{Excerpt.Of(row.PeriodText)}，period_basis 是 {row.PeriodBasis}，{dates}。",
                    $"{o.Id}: period_text {Excerpt.Of(row.PeriodText)} with basis {row.PeriodBasis}, {dates}."
                ),
                o.Id
            );
        }

        if (
            row.PeriodText.Length > 0
            && row.PeriodBasis != "page_inferred"
            && o.Article.Flows.Count > 0
            && !Stands(o.Article, row.PeriodText)
        )
        {
            yield return Text.At(
                row,
                new(
                    $"{o.Id}：{row.ArticleId} 里没有{Excerpt.Of(row.PeriodText)}。",
                    $"{o.Id}: {Excerpt.Of(row.PeriodText)} does not stand in {row.ArticleId}."
                ),
                o.Id
            );
        }

        if (YearIn(row.PeriodText) is { } year && row.PeriodStart is { } start && start.Year != year && row.PeriodEnd?.Year != year)
        {
            yield return Year.At(
                row,
                new($"{o.Id}：{Excerpt.Of(row.PeriodText)}，而日期是 {dates}。", $"{o.Id}: {Excerpt.Of(row.PeriodText)} and {dates}."),
                o.Id
            );
        }
    }

    private static IEnumerable<Finding> CheckBase(LocatedObservation o)
    {
        var row = o.Row;
        if (o.Indicator?.Accounting == "stock" && row.PeriodKind is ("since" or "last_n"))
        {
            yield return Stock.At(
                row,
                new($"{o.Id} 是存量，时段却是{Excerpt.Of(row.PeriodText)}。", $"{o.Id} is a stock over {Excerpt.Of(row.PeriodText)}."),
                o.Id
            );
        }

        if (row.PeriodKind == "recurring" && row.PerTime.Length == 0)
        {
            yield return Recurring.At(
                row,
                new(
                    $"{o.Id} 是经常性的（{Excerpt.Of(row.PeriodText)}），没有 per_time。",
                    $"{o.Id} recurs ({Excerpt.Of(row.PeriodText)}) without per_time."
                ),
                o.Id
            );
        }

        foreach (var (ending, perTime) in TimeUnits)
        {
            if (row.UnitText.EndsWith(ending, StringComparison.Ordinal) && row.PerTime != perTime)
            {
                yield return Rate.At(
                    row,
                    new(
                        $"{o.Id} 的单位是{row.UnitText}；per_time 写的是{Excerpt.Of(row.PerTime)}。",
                        $"{o.Id} is in {row.UnitText}; per_time says {Excerpt.Of(row.PerTime)}."
                    ),
                    o.Id
                );
            }
        }
    }

    private static bool DatesFit(ObservationRow row, bool articleIsDated)
    {
        var (start, end) = (row.PeriodStart, row.PeriodEnd);
        return row.PeriodKind switch
        {
            "day" => start is not null && start == end,
            "month" => start is { Day: 1 } && end == start.Value.AddMonths(1).AddDays(-1),
            "year" => start is { Day: 1, Month: 1 } && end == start.Value.AddYears(1).AddDays(-1),
            "since" => start is not null && end is null,
            "last_n" or "as_of" => (start is null && end is null) || articleIsDated,
            _ => start is null && end is null,
        };
    }

    /// <summary>The words may be taken from two places of the article, joined by an ellipsis.</summary>
    private static bool Stands(ArticleText article, string words) =>
        words
            .Split('…', StringSplitOptions.RemoveEmptyEntries)
            .All(part => article.Flows.Any(f => f.Text.Contains(NormalForm.Of(part), StringComparison.Ordinal)));

    private static int? YearIn(string words) =>
        FourDigits().Match(NormalForm.Of(words)) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})年")]
    private static partial Regex FourDigits();
}
