namespace Analytics.Engine.Tables;

/// <summary>Which figures can stand side by side, and why the others cannot.</summary>
internal static class ComparisonView
{
    /// <summary>The view <c>caveat_code</c>: the words for each reason.</summary>
    public const string Codes = """
        FROM (VALUES
            ('level', '层级不同（县与乡镇、村）', 'levels differ (county beside township or village)'),
            ('population', '对象不同', 'populations differ'),
            ('measure', '指标不同', 'measures differ'),
            ('accounting', '口径不同（存量、流量、累计、增量）', 'accounting differs (stock, flow, cumulative, increment)'),
            ('period', '时段不同或未载', 'periods differ or are not stated'),
            ('unit', '单位不同', 'units differ'),
            ('bound', '含上下限，不是确数', 'a bound, not an exact figure'),
            ('suspect', '数字存疑', 'a figure is suspect'),
            ('ambiguous', '原文可作两解', 'the text can be read in two ways'),
            ('overlap', '互有重叠，不可相加', 'the figures overlap'),
            ('additive', '均值、比率不可相加', 'means and ratios do not add up'),
            ('scope', '覆盖范围不同', 'scopes differ (urban, rural, part)'),
            ('modality', '性质不同（规定、计划与实绩）', 'rules or plans beside measurements'),
            ('criterion', '标准不同', 'criteria differ'),
            ('denominator', '基数未载', 'the base of a share is not stated'),
            ('date', '时间系推断', 'a period is inferred'),
            ('coverage', '多数县未见', 'most counties have no figure')
        ) AS code(code, label_zh, label_en)
        """;

    /// <summary>What a pair is judged by, of an observation <c>m</c>.</summary>
    private const string Flags = """
        m.qualifier <> 'exact' AS is_bound,
        m.period_kind IN ('day', 'month', 'year', 'since') AS has_dates,
        m.period_basis IN ('inherited', 'page_inferred') AS is_inferred,
        m.denominator_text = '基数未载' AS lacks_base
        """;

    /// <summary>Pairs of figures of which one holds a part of the other.</summary>
    private const string Overlapping = """
        overlapping AS (
            SELECT from_obs AS a, to_obs AS b FROM product.link WHERE kind IN ('part_of', 'possible_overlap', 'conflicts_with')
            UNION ALL
            SELECT to_obs, from_obs FROM product.link WHERE kind IN ('part_of', 'possible_overlap', 'conflicts_with')
        )
        """;

    /// <summary>The caveat codes between the figures <c>a</c> and <c>b</c>.</summary>
    private const string Reasons = """
        list_filter([
            if(a.place_level <> b.place_level, 'level', NULL),
            if(a.population_id <> b.population_id, 'population', NULL),
            if(a.property <> b.property OR a.per_time IS DISTINCT FROM b.per_time OR a.per_entity IS DISTINCT
                FROM b.per_entity, 'measure', NULL),
            if(a.accounting <> b.accounting, 'accounting', NULL),
            if(NOT (a.has_dates AND b.has_dates AND a.period_start IS NOT DISTINCT FROM b.period_start
                AND a.period_end IS NOT DISTINCT FROM b.period_end), 'period', NULL),
            if(a.is_bound OR b.is_bound, 'bound', NULL),
            if(a.obs_status = 'suspect' OR b.obs_status = 'suspect', 'suspect', NULL),
            if(a.obs_status = 'ambiguous' OR b.obs_status = 'ambiguous', 'ambiguous', NULL),
            if(o.a IS NOT NULL, 'overlap', NULL),
            if(a.scope <> b.scope, 'scope', NULL),
            if(a.criterion IS DISTINCT FROM b.criterion, 'criterion', NULL),
            if(coalesce(a.lacks_base, false) OR coalesce(b.lacks_base, false), 'denominator', NULL),
            if(a.is_inferred OR b.is_inferred, 'date', NULL)
        ], lambda reason : reason IS NOT NULL)
        """;

    /// <summary>
    /// Pairs that look comparable: same theme, statistic and base unit; at different places, or of one property at the same place, which
    /// looks like a trend.
    /// </summary>
    private const string Pairing = """
        FROM figure AS a
        JOIN figure AS b ON a.theme = b.theme AND a.statistic = b.statistic AND a.unit = b.unit
            AND (a.place_id <> b.place_id OR a.property = b.property)
            AND a.obs_id < b.obs_id
        LEFT JOIN overlapping AS o ON o.a = a.obs_id AND o.b = b.obs_id
        """;

    /// <summary>
    /// The view <c>comparison</c>: one row per pair of measured figures that look comparable, with the caveat codes that
    /// hold between them. A pair without any is comparable; <c>date</c> alone is a warning, not a bar.
    /// </summary>
    public const string Comparison = $$"""
        WITH
            figure AS (
                SELECT m.*, i.population_id, i.property,
                    {{Flags}}
                FROM product.measured AS m JOIN product.indicator AS i USING (indicator_id)
            ),
            {{Overlapping}},
            pair AS (
                SELECT
                    a.theme, a.obs_id, b.obs_id AS other_obs_id, a.indicator_id = b.indicator_id AS same_indicator,
                    a.county_zh, a.place_zh, a.indicator_zh, a.value_display, a.period_text,
                    b.county_zh AS other_county_zh, b.place_zh AS other_place_zh, b.indicator_zh AS other_indicator_zh,
                    b.value_display AS other_value_display, b.period_text AS other_period_text,
                    {{Reasons}} AS reasons
                {{Pairing}}
            )
        SELECT theme,
            county_zh, place_zh, indicator_zh, value_display, period_text,
            other_county_zh, other_place_zh, other_indicator_zh, other_value_display, other_period_text,
            same_indicator, reasons,
            reasons = [] OR reasons = ['date'] AS is_comparable,
            (SELECT string_agg(label_zh, '；' ORDER BY list_position(reasons, code))
                FROM product.caveat_code WHERE list_contains(reasons, code)) AS reasons_zh,
            (SELECT string_agg(label_en, '; ' ORDER BY list_position(reasons, code))
                FROM product.caveat_code WHERE list_contains(reasons, code)) AS reasons_en,
            obs_id, other_obs_id
        FROM pair
        """;

    /// <summary>
    /// The view <c>ranking</c>: one row per comparable figure, ranked among its like, and one row per near miss, unranked.
    /// </summary>
    public const string Ranking = """
        SELECT f.theme, '可比' AS standing_zh, 'comparable' AS standing_en,
            rank() OVER (PARTITION BY f.comparability_key, f.place_level, f.period_start, f.period_end ORDER BY f.value DESC) AS rank,
            f.county_zh, f.place_zh, f.indicator_zh, f.value_display, f.period_text,
            NULL AS other_county_zh, NULL AS other_place_zh, NULL AS other_indicator_zh, NULL AS other_value_display,
            NULL AS other_period_text, NULL AS reasons_zh, NULL AS reasons_en, f.obs_id, NULL AS other_obs_id
        FROM product.figures AS f
        WHERE obs_id IN (SELECT unnest([obs_id, other_obs_id]) FROM product.comparison WHERE is_comparable)
        UNION ALL BY NAME
        SELECT theme, '近似项，不可比，不排名' AS standing_zh, 'near miss, not comparable, not ranked' AS standing_en,
            county_zh, place_zh, indicator_zh, value_display, period_text,
            other_county_zh, other_place_zh, other_indicator_zh, other_value_display, other_period_text,
            reasons_zh, reasons_en, obs_id, other_obs_id
        FROM product.comparison
        WHERE NOT is_comparable
            AND (same_indicator
                OR (len(reasons) <= 4 AND NOT list_contains(reasons, 'measure'))
                OR (len(reasons) <= 3 AND NOT list_contains(reasons, 'population')))
        """;

    /// <summary>The view <c>coverage</c>: for each theme and county whether there is a figure, none, or not even a source.</summary>
    public const string Coverage = """
        WITH
            county AS (
                SELECT place_id AS county_id, name_zh AS county_zh, name_en AS county_en, gb_code,
                    place_id IN (SELECT p.county_id FROM product.article AS a JOIN product.place AS p USING (place_id)) AS has_source
                FROM product.place WHERE level = 'county'
            ),
            counted AS (
                SELECT t.theme, c.*, count(m.obs_id) AS figures,
                    list(m.obs_id ORDER BY m.obs_id) FILTER (m.obs_id IS NOT NULL) AS obs_ids
                FROM (SELECT DISTINCT theme FROM product.indicator) AS t
                CROSS JOIN county AS c
                LEFT JOIN product.measured AS m ON m.theme = t.theme AND m.county_id = c.county_id
                GROUP BY ALL
            )
        SELECT theme, county_id, county_zh, county_en, gb_code, figures, standing, standing_zh, standing_en, obs_ids
        FROM counted JOIN (VALUES
            (true, true, 'figure', '有数', 'has figures'),
            (true, false, 'not_in_sources', '本库来源未见', 'not in these sources'),
            (false, false, 'no_source', '无来源', 'no source')
        ) AS s(has_source, has_figures, standing, standing_zh, standing_en)
        ON s.has_source = counted.has_source AND s.has_figures = (figures > 0)
        """;

    /// <summary>
    /// Pairs of figures that must not be added, each once, among some observations; from the table, because planning the views costs more
    /// than the answer.
    /// </summary>
    /// <param name="ids">The observations as a list of SQL literals.</param>
    public static string OverlapsAmong(string ids) =>
        $"""
            SELECT DISTINCT least(from_obs, to_obs), greatest(from_obs, to_obs) FROM product.link
            WHERE kind IN ('part_of', 'possible_overlap', 'conflicts_with', 'restates') AND from_obs IN ({ids}) AND to_obs IN ({ids})
            ORDER BY ALL
            """;
}
