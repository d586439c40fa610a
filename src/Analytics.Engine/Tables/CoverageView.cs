namespace Analytics.Engine.Tables;

/// <summary>What is there of each county and theme.</summary>
internal static class CoverageView
{
    /// <summary>
    /// The view <c>coverage</c>: for each theme and county whether there are measured figures, only rules, plans and allocations, nothing,
    /// or not even a source.
    /// </summary>
    public const string Coverage = """
        WITH
            county AS (
                SELECT place_id AS county_id, name_zh AS county_zh, name_en AS county_en, gb_code,
                    place_id IN (
                        SELECT p.county_id FROM product.article AS a JOIN product.place AS p ON p.place_id = a.place_id
                    ) AS has_source
                FROM product.place WHERE level = 'county'
            ),
            stated AS (
                SELECT obs_id, theme, county_id, modality = 'reported' AS is_measured FROM product.figures WHERE restates_obs_id IS NULL
            ),
            counted AS (
                SELECT t.theme, c.county_id, c.county_zh, c.county_en, c.gb_code, c.has_source,
                    count(CASE WHEN s.is_measured THEN 1 END) AS figures,
                    count(CASE WHEN NOT s.is_measured THEN 1 END) AS rules,
                    array_agg(s.obs_id ORDER BY s.obs_id) FILTER (WHERE s.is_measured) AS measured_ids,
                    array_agg(s.obs_id ORDER BY s.obs_id) FILTER (WHERE NOT s.is_measured) AS rule_ids
                FROM (SELECT DISTINCT theme FROM product.indicator) AS t
                CROSS JOIN county AS c
                LEFT JOIN stated AS s ON s.theme = t.theme AND s.county_id = c.county_id
                GROUP BY t.theme, c.county_id, c.county_zh, c.county_en, c.gb_code, c.has_source
            )
        SELECT theme, county_id, county_zh, county_en, gb_code, figures, rules, standing, standing_zh, standing_en,
            coalesce(measured_ids, rule_ids) AS obs_ids
        FROM counted AS c JOIN (VALUES
            ('figure', '有数', 'has figures'),
            ('rules_only', '只有规定、计划、拨款', 'only rules, plans, allocations'),
            ('not_in_sources', '本库来源未见', 'not in these sources'),
            ('no_source', '无来源', 'no source')
        ) AS s(standing, standing_zh, standing_en)
        ON s.standing = CASE WHEN NOT c.has_source THEN 'no_source' WHEN c.figures > 0 THEN 'figure'
            WHEN c.rules > 0 THEN 'rules_only' ELSE 'not_in_sources' END
        """;
}
