namespace Analytics.Engine.Tables;

/// <summary>
/// What of the figures compares, one row a figure: those that compare are ranked, those that can stand side by side are not, the others say
/// what keeps them from their nearest.
/// </summary>
internal static class RankingView
{
    /// <summary>
    /// Common table <c>standing</c>: figures of one indicator at several places, with what is to be said of them. A figure that overlaps
    /// with one of another place stands apart.
    /// </summary>
    private const string Standing = """
        entangled AS (
            SELECT DISTINCT o.a AS obs_id
            FROM overlapping AS o JOIN judged AS x ON x.obs_id = o.a JOIN judged AS y ON y.obs_id = o.b
            WHERE x.class_no = y.class_no AND x.place_id <> y.place_id
        ),
        fit AS (
            SELECT j.*,
                NOT (is_bound OR is_ambiguous OR is_inferred) AND date_from IS NOT NULL AND date_to IS NOT NULL AS is_certain
            FROM judged AS j LEFT JOIN entangled AS e ON e.obs_id = j.obs_id
            WHERE e.obs_id IS NULL AND NOT (lacks_base OR is_suspect OR is_quota)
        ),
        shared AS (
            SELECT class_no, bool_or(is_ambiguous) AS ambiguous, bool_or(is_inferred) AS inferred, bool_or(is_bound) AS bound,
                bool_or(date_from IS NULL OR date_to IS NULL) OR min(date_from) < max(date_from) OR min(date_to) < max(date_to) AS periods
            FROM fit GROUP BY class_no HAVING min(place_id) < max(place_id)
        ),
        alike AS (
            SELECT class_no, date_from, date_to
            FROM fit WHERE is_certain GROUP BY class_no, date_from, date_to HAVING min(place_id) < max(place_id)
        ),
        gathered AS (
            SELECT f.obs_id, f.class_no, f.date_from, f.date_to, f.value, f.is_total,
                f.is_certain AND a.class_no IS NOT NULL AS is_comparable,
                s.ambiguous, s.inferred, s.bound, s.periods
            FROM fit AS f JOIN shared AS s ON s.class_no = f.class_no
            LEFT JOIN alike AS a ON a.class_no = f.class_no AND a.date_from = f.date_from AND a.date_to = f.date_to
        ),
        standing AS (
            SELECT obs_id, is_comparable, is_total AS has_size,
                NOT is_comparable AND ambiguous AS has_ambiguous, NOT is_comparable AND periods AS has_period,
                NOT is_comparable AND inferred AS has_date, NOT is_comparable AND bound AS has_bound,
                FALSE AS has_level, FALSE AS has_population, FALSE AS has_measure, FALSE AS has_accounting, FALSE AS has_scope,
                FALSE AS has_criterion, FALSE AS has_denominator, FALSE AS has_suspect, FALSE AS has_overlap, FALSE AS has_quota,
                CASE WHEN is_comparable THEN
                    rank() OVER (PARTITION BY class_no, date_from, date_to, is_comparable ORDER BY value DESC NULLS LAST)
                END AS rank
            FROM gathered
        )
        """;

    /// <summary>
    /// Common table <c>ordered</c>: for each other figure those that someone could take for alike, the nearest first; its reasons become
    /// words later, for the nearest alone.
    /// </summary>
    private static readonly string Nearest = $"""
        miss AS (
            SELECT obs_id, other_obs_id, {CaveatCodes.Count} AS reason_count, {CaveatCodes.Flags}
            FROM pair WHERE {ComparisonView.IsAlike} AND {CaveatCodes.Standing} = 'not'
        ),
        ordered AS (
            SELECT m.*, row_number() OVER (PARTITION BY m.obs_id ORDER BY m.reason_count, m.other_obs_id) AS nearness
            FROM (
                SELECT * FROM miss
                UNION ALL
                SELECT other_obs_id, obs_id, reason_count, {CaveatCodes.Flags} FROM miss
            ) AS m LEFT JOIN standing AS s ON s.obs_id = m.obs_id
            WHERE s.obs_id IS NULL
        )
        """;

    /// <summary>The table <c>figure_standing</c>: one row a figure.</summary>
    public static readonly string Standings = $"""
        WITH {ComparisonView.Paired},
            {Standing},
            {Nearest}
        SELECT obs_id, CAST(NULL AS VARCHAR) AS other_obs_id, CASE WHEN is_comparable THEN 'comparable' ELSE 'side' END AS standing,
            rank, {CaveatCodes.WordsZh} AS reasons_zh, {CaveatCodes.WordsEn} AS reasons_en
        FROM standing
        UNION ALL
        SELECT obs_id, other_obs_id, 'not', NULL, {CaveatCodes.WordsZh}, {CaveatCodes.WordsEn} FROM ordered WHERE nearness = 1
        """;

    /// <summary>The view <c>ranking</c>.</summary>
    public const string Ranking = """
        SELECT f.theme, l.standing, s.standing_zh, s.standing_en, l.rank,
            f.county_zh, f.place_id, f.place_zh, f.place_en, f.indicator_id, f.indicator_zh, f.indicator_en,
            f.value_printed, f.value_printed_en, f.period_text, f.period_text_en,
            nullif(l.reasons_zh, '') AS reasons_zh, nullif(l.reasons_en, '') AS reasons_en,
            o.place_zh AS other_place_zh, o.place_en AS other_place_en, o.indicator_zh AS other_indicator_zh,
            o.indicator_en AS other_indicator_en, o.value_printed AS other_value_printed, o.value_printed_en AS other_value_printed_en,
            o.period_text AS other_period_text, o.period_text_en AS other_period_text_en,
            l.obs_id, l.other_obs_id
        FROM product.figure_standing AS l
        JOIN (VALUES
            ('comparable', '可比', 'comparable'),
            ('side', '可并列，不排名', 'side by side, not ranked'),
            ('not', '不可比', 'not comparable')
        ) AS s(standing, standing_zh, standing_en) ON s.standing = l.standing
        JOIN product.figures AS f ON f.obs_id = l.obs_id
        LEFT JOIN product.figures AS o ON o.obs_id = l.other_obs_id
        """;
}
