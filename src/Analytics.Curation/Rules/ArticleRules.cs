namespace Analytics.Curation;

/// <summary>What an article says about itself holds together.</summary>
internal static class ArticleRules
{
    public static readonly Rule DateOrder = new(
        "article.date_order",
        Severity.Critical,
        "An article's first possible day is not after its last.",
        new("改正 date_from 或 date_to。", "Correct date_from or date_to.")
    );

    public static readonly Rule DateBasis = new(
        "article.date_basis",
        Severity.Critical,
        "An article has dates exactly when date_basis says where they are from.",
        new("改正日期或 date_basis。", "Correct the dates or date_basis.")
    );

    public static readonly Rule Title = new(
        "article.title",
        Severity.Critical,
        "An article has a title exactly when title_position is before or after.",
        new("改正 title 或 title_position。", "Correct title or title_position.")
    );

    public static readonly IReadOnlyList<Rule> All = [DateOrder, DateBasis, Title];

    public static IEnumerable<Finding> Check(CheckScope scope)
    {
        foreach (var article in scope.Data.Articles)
        {
            if (article.DateFrom > article.DateTo)
            {
                yield return DateOrder.At(
                    article,
                    new(
                        $"{article.ArticleId} 起于 {article.DateFrom:yyyy-MM-dd}，止于 {article.DateTo:yyyy-MM-dd}。",
                        $"{article.ArticleId} begins {article.DateFrom:yyyy-MM-dd} and ends {article.DateTo:yyyy-MM-dd}."
                    ),
                    article.ArticleId
                );
            }

            if ((article.DateFrom ?? article.DateTo) is null != article.DateBasis is "none")
            {
                yield return DateBasis.At(
                    article,
                    new(
                        $"{article.ArticleId} 的 date_basis 是 {article.DateBasis}，"
                            + $"{((article.DateFrom ?? article.DateTo) is null ? "没有日期" : "却有日期")}。",
                        $"{article.ArticleId} has date_basis {article.DateBasis} and "
                            + $"{((article.DateFrom ?? article.DateTo) is null ? "no date" : "a date")}."
                    ),
                    article.ArticleId
                );
            }

            if (article.Title.Length > 0 != article.TitlePosition is "before" or "after")
            {
                yield return Title.At(
                    article,
                    new(
                        $"{article.ArticleId} 的标题是{Excerpt.Of(article.Title)}，位置是 {article.TitlePosition}。",
                        $"{article.ArticleId} has title {Excerpt.Of(article.Title)} at position {article.TitlePosition}."
                    ),
                    article.ArticleId
                );
            }
        }
    }
}
