using System.Text.RegularExpressions;
using Analytics.Charts;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Figures;

/// <summary>The numbered sources of a chart: the first article that a reader meets is [1].</summary>
internal sealed partial class ChartSources
{
    private readonly List<string> _articles;

    private ChartSources(IReadOnlyList<ChartSource> all, List<string> articles) => (All, _articles) = (all, articles);

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<ChartSource> All { get; }

    /// <summary>The sources of a row, smallest number first.</summary>
    public IReadOnlyList<int> Numbers(ChartRow row) => [.. row.Behind.Select(o => _articles.IndexOf(o.ArticleId) + 1).Distinct().Order()];

    /// <summary>A curator's note for readers of the chart: ids of articles become its source numbers, or another article.</summary>
    public string Named(string note) =>
        ArticleId().Replace(note, id => _articles.IndexOf(id.Value) is >= 0 and var index ? $"[{index + 1}]" : "另一篇报道");

    [GeneratedRegex(@"(?<![0-9.])00\d-c?\d(?![0-9.])")]
    private static partial Regex ArticleId();

    /// <param name="session">Reads the articles.</param>
    /// <param name="rows">In the order in which they are drawn.</param>
    /// <param name="language">Of the words about them; titles stay Chinese.</param>
    public static ChartSources Of(AnalyticsSession session, IEnumerable<ChartRow> rows, Language language)
    {
        var order = rows.SelectMany(r => r.Behind).Select(o => o.ArticleId).Distinct().ToList();
        if (order.Count == 0)
            return new([], order);
        using var t = ResultTable.Read(session.Run(Sql(order)));
        var sources = Enumerable
            .Range(0, (int)t.RowCount)
            .ToDictionary(row => t.Text(row, 0)!, row => Source(i => t.Text(row, i), language));
        return new([.. order.Select((id, i) => sources[id] with { Number = i + 1 })], order);
    }

    /// <summary>An inferred date is that of another article on the page which states it: <c>of</c> tells of which kind.</summary>
    private static string Sql(IEnumerable<string> articles) =>
        $"""
            SELECT a.article_id, a.title, a.kind, c.name_zh, c.name_en, a.date_from, a.date_basis,
                (SELECT min(b.kind) FROM product.article AS b WHERE b.source_file = a.source_file AND b.date_basis = 'stated'
                    AND b.date_from = a.date_from) AS "of"
            FROM product.article AS a JOIN product.place AS p USING (place_id) LEFT JOIN product.place AS c ON c.place_id = p.county_id
            WHERE a.article_id IN ({string.Join(", ", articles.Select(SqlText.Literal))})
            """;

    private static ChartSource Source(Func<int, string?> cell, Language language)
    {
        var zh = language == Language.Zh;
        var title =
            cell(1) is { Length: > 0 } text ? text
            : cell(2) == "photo_story"
                ? zh ? "（图片说明，无标题）"
                    : "(photo caption, no title)"
            : zh ? "（标题缺）"
            : "(title missing)";
        return new ChartSource(0, title, cell(zh ? 3 : 4) ?? "", Printed(cell(5), cell(6), cell(7), zh));
    }

    /// <summary>No article states the day it was printed; what the texts tell is a day before which it cannot have been.</summary>
    private static string Printed(string? from, string? basis, string? of, bool zh) =>
        (from, basis, of) switch
        {
            (null, _, _) => zh ? "见报日期未载" : "day of printing not stated",
            (_, "stated", _) => zh ? $"见报不早于{from}（据文中日期）" : $"printed not before {from} (by a date in the text)",
            (_, _, "photo_story") => zh
                ? $"见报不早于{from}（据同版图片说明推断）"
                : $"printed not before {from} (inferred from a caption on the page)",
            (_, _, "article") => zh
                ? $"见报不早于{from}（据同版另文推断）"
                : $"printed not before {from} (inferred from another article on the page)",
            _ => zh ? $"见报不早于{from}（据同版推断）" : $"printed not before {from} (inferred from the page)",
        };
}
