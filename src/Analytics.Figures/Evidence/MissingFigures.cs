using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Figures;

/// <summary>Why a result has no rows, as far as the places that its statement asks for tell.</summary>
/// <param name="Code"><c>no_source</c>, <c>only_rules</c>, <c>not_in_sources</c> or <c>no_match</c>.</param>
/// <param name="Text">In words; never that something is 0.</param>
public sealed record MissingFigures(string Code, Localized Text)
{
    /// <summary>Whether it tells of a place that was asked for; else only that nothing matches.</summary>
    public bool IsOfPlaces => Code != "no_match";

    /// <summary>Of a statement without rows.</summary>
    /// <param name="session">Knows the places and what is reported of them.</param>
    /// <param name="sql">The statement; its texts may name counties.</param>
    /// <param name="values">Values of its parameters, which may name counties as well.</param>
    public static MissingFigures Of(AnalyticsSession session, string sql, IEnumerable<string?> values)
    {
        var texts = SqlTokenizer
            .Read(sql)
            .Where(t => t.Kind == SqlTokenKind.Text)
            .Select(t => t.In(sql).Trim('\'').ToString().Replace("''", "'"))
            .Concat(values.OfType<string>());
        var named = string.Join(", ", texts.Distinct().Take(500).Select(SqlText.Literal));
        if (named.Length == 0)
            return NoMatch;
        using var county = ResultTable.Read(
            session.Run(
                $"""
                SELECT c.name_zh, c.name_en,
                    c.place_id IN (SELECT p.county_id FROM product.article JOIN product.place AS p USING (place_id)),
                    (SELECT count(*) FROM product.measured AS m WHERE m.county_id = c.place_id),
                    (SELECT count(*) FROM product.figures AS f WHERE f.county_id = c.place_id)
                FROM product.place AS c
                WHERE c.level = 'county' AND list_has_any([c.name_zh, c.name_en, c.place_id], [{named}]) ORDER BY 3, 4 LIMIT 1
                """
            )
        );
        if (county.RowCount == 0)
            return NoMatch;
        var (zh, en) = (county.Text(0, 0)!, county.Text(0, 1)!);
        return (county.Text(0, 2), county.Text(0, 3), county.Text(0, 4)) switch
        {
            ("false", _, _) => new(
                "no_source",
                new($"{zh}：无来源，本库没有该县报道；不是0。", $"{en}: no source, this library has no article about it; this is not 0.")
            ),
            (_, "0", not "0") => new(
                "only_rules",
                new($"{zh}：只有规定、计划等，没有实绩。", $"{en}: only rules, plans and the like, nothing measured.")
            ),
            _ => new(
                "not_in_sources",
                new($"{zh}：本库来源未见这样的数字；不是0。", $"{en}: no such figure in these sources; this is not 0.")
            ),
        };
    }

    private static readonly MissingFigures NoMatch = new("no_match", new("没有符合条件的行。", "No row matches."));
}
