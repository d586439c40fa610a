namespace Analytics.Engine.Tables;

/// <summary>The wide view that every query starts from: one row per observation, in words and numbers.</summary>
internal static class FiguresView
{
    /// <summary>All observations.</summary>
    public const string Figures = """
        SELECT
            o.obs_id, o.county_id, c.name_zh AS county_zh, c.name_en AS county_en,
            o.place_id, p.name_zh AS place_zh, p.name_en AS place_en, p.level AS place_level, o.scope,
            i.theme, o.indicator_id, i.label_zh AS indicator_zh, i.label_en AS indicator_en,
            i.population_zh, i.population_en, i.statistic, i.accounting, o.modality, o.criterion,
            o.per_time, o.per_entity, o.denominator_text, CAST(o.denominator_value AS DOUBLE PRECISION) AS denominator_value,
            o.comparability_key,
            CAST(o.value AS DOUBLE PRECISION) AS value, CAST(o.value_low AS DOUBLE PRECISION) AS value_low,
            CAST(o.value_high AS DOUBLE PRECISION) AS value_high, o.bound_open,
            o.unit, o.unit_kind, o.qualifier, o.value_text, o.unit_text, o.value_display, o.value_printed,
            o.period_text, o.period_kind, o.period_start, o.period_end, o.period_basis,
            o.obs_status, o.restates_obs_id,
            o.article_id, a.title AS article_title, a.date_from AS article_date_from, a.date_to AS article_date_to,
            a.author_role, o.source_file, o.char_start, o.char_end, o.line_start, o.quote, o.sentence, o.note,
            o.value_printed_en
        FROM product.observation AS o
        JOIN product.indicator AS i USING (indicator_id)
        JOIN product.place AS p ON p.place_id = o.place_id
        LEFT JOIN product.place AS c ON c.place_id = o.county_id
        JOIN product.article AS a USING (article_id)
        """;

    /// <summary>
    /// What a text reports as measured, each fact once (no rules, plans, quotas, and no second printing of the same fact).
    /// </summary>
    public const string Measured = """
        SELECT * FROM product.figures WHERE modality = 'reported' AND restates_obs_id IS NULL
        """;
}
