using System.Text.RegularExpressions;

namespace Analytics.Curation;

/// <summary>Periods say what the text says, and no more.</summary>
internal static partial class PeriodRules
{
    public static readonly Rule Order = new("period.order", Severity.Critical,
        "A period begins before it ends.", "Correct period_start or period_end.");

    public static readonly Rule Dates = new("period.dates", Severity.Critical,
        "day, month and year have both dates and fill them; since has a start and no end; last_n and as_of have dates only from a stated article date; recurring and undated have none.",
        "Correct the dates or period_kind.");

    public static readonly Rule Basis = new("period.basis", Severity.Critical,
        "A period has words of the text exactly when it has a basis; a dated one has both.", "Correct period_text or period_basis.");

    public static readonly Rule Text = new("period.text", Severity.Critical,
        "The words of the period stand in the article.", "Copy the words as printed.");

    public static readonly Rule Year = new("period.year", Severity.Critical,
        "The year that the words name is the year of the dates.", "Correct period_text or the dates.");

    public static readonly IReadOnlyList<Rule> All = [Order, Dates, Basis, Text, Year];

    public static IEnumerable<Finding> Check(CheckScope scope) =>
        from o in scope.Observations
        from finding in Check(o, scope.Data.ArticleById.GetValueOrDefault(o.Row.ArticleId))
        select finding;

    private static IEnumerable<Finding> Check(LocatedObservation o, ArticleRow? article)
    {
        var row = o.Row;
        string dates = $"{row.PeriodKind} {row.PeriodStart:yyyy-MM-dd}..{row.PeriodEnd:yyyy-MM-dd}";
        if (row.PeriodStart > row.PeriodEnd)
            yield return Order.At(row, $"{o.Id}: {dates}.", o.Id);
        else if (!DatesFit(row, article?.DateBasis == "stated"))
            yield return Dates.At(row, $"{o.Id}: {dates}.", o.Id);
        if (row.PeriodText.Length > 0 != row.PeriodBasis is not "none" || (row.PeriodStart is not null && row.PeriodBasis == "none"))
            yield return Basis.At(row, $"{o.Id}: period_text {Excerpt.Of(row.PeriodText)} with basis {row.PeriodBasis}, {dates}.", o.Id);
        if (row.PeriodText.Length > 0 && row.PeriodBasis != "page_inferred" && o.Article.Flows.Count > 0 && !Stands(o.Article, row.PeriodText))
            yield return Text.At(row, $"{o.Id}: {Excerpt.Of(row.PeriodText)} does not stand in {row.ArticleId}.", o.Id);
        if (YearIn(row.PeriodText) is { } year && row.PeriodStart is { } start && start.Year != year && row.PeriodEnd?.Year != year)
            yield return Year.At(row, $"{o.Id}: {Excerpt.Of(row.PeriodText)} and {dates}.", o.Id);
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
    private static bool Stands(ArticleText article, string words) => words.Split('…', StringSplitOptions.RemoveEmptyEntries)
        .All(part => article.Flows.Any(f => f.Text.Contains(NormalForm.Of(part), StringComparison.Ordinal)));

    private static int? YearIn(string words) => FourDigits().Match(NormalForm.Of(words)) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})年")]
    private static partial Regex FourDigits();
}
