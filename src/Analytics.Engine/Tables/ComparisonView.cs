namespace Analytics.Engine.Tables;

/// <summary>
/// Which figures can stand beside each other, and why the others cannot. Found by grouping and by neighbours in an order, never by pairing
/// everything: the cost grows with the figures, not with their square.
/// </summary>
internal static class ComparisonView
{
    /// <summary>
    /// Common table <c>stated</c>: each measured figure with what must be equal for figures to stand side by side, and what else it is
    /// judged by. A stock holds at a date: the stated one, else that of its article ("at present"), which may be known by its lower bound
    /// alone; where the text says no time at all both bounds must be known. A period that is still open ends with its article, whose date
    /// is known by its lower bound. Numbers of the ranked first and last are as many as the rule of the ranking wants.
    /// </summary>
    private const string Stated = """
        stated AS (
            SELECT o.obs_id, o.place_id, o.value, o.comparability_key, o.indicator_id, p.level AS place_level, i.theme, i.statistic, o.unit,
                i.property, i.population_id, i.accounting, o.scope, o.criterion, o.per_time, o.per_entity,
                i.property IN ('ranked_advanced', 'ranked_lower') OR starts_with(i.population_id, 'lower_ranked_') AS is_quota,
                i.statistic IN ('count', 'total') AND o.per_entity IS NULL AS is_total,
                CASE WHEN i.accounting = 'stock' AND (o.period_kind = 'since' OR o.period_start IS NULL)
                    THEN a.date_from ELSE o.period_start END AS date_from,
                CASE WHEN i.accounting = 'stock' AND (o.period_kind = 'since' OR o.period_start IS NULL)
                    THEN CASE WHEN o.period_kind = 'undated' THEN a.date_to ELSE coalesce(a.date_to, DATE '9999-12-31') END
                    WHEN o.period_kind = 'since' THEN a.date_from ELSE o.period_end END AS date_to,
                o.qualifier <> 'exact' AS is_bound,
                o.obs_status = 'suspect' AS is_suspect,
                o.obs_status = 'ambiguous' AS is_ambiguous,
                o.period_basis IN ('inherited', 'page_inferred') AS is_inferred,
                coalesce(o.denominator_text = '基数未载', FALSE) AS lacks_base
            FROM product.observation AS o
            JOIN product.indicator AS i ON i.indicator_id = o.indicator_id
            JOIN product.place AS p ON p.place_id = o.place_id
            JOIN product.article AS a ON a.article_id = o.article_id
            WHERE o.modality = 'reported' AND o.restates_obs_id IS NULL
        )
        """;

    /// <summary>
    /// Common tables <c>class</c>: what must be equal, numbered in an order in which what differs little is near, once by property and once
    /// by population; and <c>judged</c>: each figure with the numbers of its class.
    /// </summary>
    private const string Judged = """
        class AS (
            SELECT comparability_key, indicator_id, place_level,
                row_number() OVER (ORDER BY theme, statistic, unit, property, population_id, accounting, place_level, scope, criterion,
                    per_time, per_entity) AS class_no,
                dense_rank() OVER (ORDER BY theme, statistic, unit, property) AS of_property,
                row_number() OVER (ORDER BY theme, statistic, unit, population_id, property, accounting, place_level, scope, criterion,
                    per_time, per_entity) AS population_no,
                dense_rank() OVER (ORDER BY theme, statistic, unit, population_id) AS of_population
            FROM (
                SELECT DISTINCT comparability_key, indicator_id, place_level, theme, statistic, unit, property, population_id, accounting,
                    scope, criterion, per_time, per_entity
                FROM stated
            ) AS k
        ),
        judged AS (
            SELECT s.*, c.class_no, c.of_property, c.population_no, c.of_population
            FROM stated AS s
            JOIN class AS c ON c.comparability_key = s.comparability_key AND c.indicator_id = s.indicator_id
                AND c.place_level = s.place_level
        )
        """;

    /// <summary>Common table <c>overlapping</c>: pairs of figures of which one holds a part of the other, both ways.</summary>
    private const string Overlapping = """
        overlapping AS (
            SELECT from_obs AS a, to_obs AS b FROM product.link WHERE kind IN ('part_of', 'possible_overlap', 'conflicts_with')
            UNION
            SELECT to_obs, from_obs FROM product.link WHERE kind IN ('part_of', 'possible_overlap', 'conflicts_with')
        )
        """;

    /// <summary>
    /// Common table <c>near</c>: each figure with its neighbours of the same property (at another place, or at the same one, which looks
    /// like a trend), and of the same population at another place. Where few share it, all are neighbours; else the next three in the order
    /// of what else must be equal.
    /// </summary>
    private const string Near = """
        placed AS (
            SELECT *,
                row_number() OVER (ORDER BY class_no, date_from, date_to, obs_id) AS property_at,
                count(*) OVER (PARTITION BY of_property) AS property_size,
                row_number() OVER (ORDER BY population_no, date_from, date_to, obs_id) AS population_at,
                count(*) OVER (PARTITION BY of_population) AS population_size
            FROM judged
        ),
        near AS (
            SELECT a.property_at AS a, b.property_at AS b
            FROM placed AS a CROSS JOIN generate_series(1, 11) AS s(step)
            JOIN placed AS b ON b.property_at = a.property_at + s.step AND b.of_property = a.of_property
            WHERE s.step <= 3 OR a.property_size <= 12
            UNION ALL
            SELECT a.property_at, b.property_at
            FROM placed AS a CROSS JOIN generate_series(1, 11) AS s(step)
            JOIN placed AS b ON b.population_at = a.population_at + s.step AND b.of_population = a.of_population
            WHERE (s.step <= 3 OR a.population_size <= 12) AND a.place_id <> b.place_id AND a.of_property <> b.of_property
        )
        """;

    /// <summary>Common table <c>pair</c>: what stands between neighbours, one column a code.</summary>
    private const string Pair = """
        pair AS (
            SELECT a.theme, least(a.obs_id, b.obs_id) AS obs_id, greatest(a.obs_id, b.obs_id) AS other_obs_id,
                a.indicator_id = b.indicator_id AS same_indicator,
                a.place_level <> b.place_level AS has_level,
                a.population_id <> b.population_id AS has_population,
                a.property <> b.property OR a.per_time IS DISTINCT FROM b.per_time OR a.per_entity IS DISTINCT FROM b.per_entity
                    AS has_measure,
                a.accounting <> b.accounting AS has_accounting,
                a.scope <> b.scope AS has_scope,
                a.criterion IS DISTINCT FROM b.criterion AS has_criterion,
                a.lacks_base OR b.lacks_base AS has_denominator,
                a.is_suspect OR b.is_suspect AS has_suspect,
                o.a IS NOT NULL AS has_overlap,
                a.is_quota OR b.is_quota AS has_quota,
                a.is_ambiguous OR b.is_ambiguous AS has_ambiguous,
                NOT coalesce(a.date_from = b.date_from AND a.date_to = b.date_to, FALSE) AS has_period,
                a.is_inferred OR b.is_inferred AS has_date,
                a.is_bound OR b.is_bound AS has_bound,
                a.is_total AND a.indicator_id = b.indicator_id AND a.place_id <> b.place_id AS has_size
            FROM near AS n
            JOIN placed AS a ON a.property_at = n.a
            JOIN placed AS b ON b.property_at = n.b
            LEFT JOIN overlapping AS o ON o.a = a.obs_id AND o.b = b.obs_id
        )
        """;

    /// <summary>Of the pairs those that someone could take for alike: of one indicator, or with few reasons between them.</summary>
    public static readonly string IsAlike = $"""
        (same_indicator OR (NOT has_measure AND {CaveatCodes.Count} <= 4) OR (NOT has_population AND {CaveatCodes.Count} <= 3))
        """;

    /// <summary>Common tables up to <c>pair</c>.</summary>
    public static readonly string Paired = $"""
        {Stated},
            {Judged},
            {Overlapping},
            {Near},
            {Pair}
        """;

    /// <summary>
    /// Common tables up to <c>coded</c>: pairs of measured figures that someone could take for alike, with their standing and the caveat
    /// codes between them; near misses are those with few reasons.
    /// </summary>
    public static readonly string Coded = $"""
        {Paired},
            coded AS (
                SELECT theme, obs_id, other_obs_id, same_indicator, {CaveatCodes.Standing} AS standing, {CaveatCodes.Count} AS reason_count,
                    {CaveatCodes.Names} AS reasons, {CaveatCodes.WordsZh} AS reasons_zh, {CaveatCodes.WordsEn} AS reasons_en
                FROM pair
                WHERE {IsAlike}
            )
        """;

    /// <summary>The table <c>figure_pair</c>: one row a pair.</summary>
    public static readonly string Pairs = $"""
        WITH {Coded}
        SELECT theme, obs_id, other_obs_id, same_indicator, standing, reason_count, reasons, reasons_zh, reasons_en FROM coded
        """;

    /// <summary>The view <c>comparison</c>: one row a pair, with what both figures are.</summary>
    public const string Comparison = """
        SELECT c.theme,
            a.county_zh, a.place_zh, a.place_en, a.indicator_zh, a.indicator_en, a.value_printed, a.value_printed_en, a.period_text,
            a.period_text_en,
            b.county_zh AS other_county_zh, b.place_zh AS other_place_zh, b.place_en AS other_place_en,
            b.indicator_zh AS other_indicator_zh,
            b.indicator_en AS other_indicator_en, b.value_printed AS other_value_printed, b.value_printed_en AS other_value_printed_en,
            b.period_text AS other_period_text, b.period_text_en AS other_period_text_en,
            c.same_indicator, c.standing, CAST(c.reason_count AS INTEGER) AS reason_count,
            CASE WHEN coalesce(c.reasons, '') = '' THEN CAST(ARRAY[] AS VARCHAR[]) ELSE string_to_array(c.reasons, ' ') END AS reasons,
            coalesce(c.reasons_zh, '') AS reasons_zh, coalesce(c.reasons_en, '') AS reasons_en, c.obs_id, c.other_obs_id
        FROM product.figure_pair AS c
        JOIN product.figures AS a ON a.obs_id = c.obs_id
        JOIN product.figures AS b ON b.obs_id = c.other_obs_id
        """;

    /// <summary>What stands between each two of some measured figures, near or not.</summary>
    /// <param name="ids">The observations as a list of SQL literals.</param>
    public static string Among(string ids) =>
        $"""
            WITH {Stated},
                {Overlapping},
                placed AS (SELECT *, row_number() OVER (ORDER BY obs_id) AS property_at FROM stated WHERE obs_id IN ({ids})),
                near AS (
                    SELECT a.property_at AS a, b.property_at AS b FROM placed AS a JOIN placed AS b ON a.property_at < b.property_at
                ),
                {Pair}
            SELECT obs_id, other_obs_id, same_indicator, {CaveatCodes.Standing} AS standing, {CaveatCodes.Names} AS codes FROM pair
            ORDER BY obs_id, other_obs_id
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
