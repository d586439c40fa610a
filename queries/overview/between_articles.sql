/*---
title: {zh: 同一地方的两篇报道：哪些数不同、哪些再印一次, en: "Two articles on one place: what differs, what is printed again"}
summary:
  zh: 同一地方两篇报道里同一指标或有关联的数字，并列，附读法；见报日期只知下限，早的在前，不知的在后。口径、覆盖范围往往不同，所以不算增减；“再印一次”“可能重叠”的不可相加。
  en: Figures of one measure, or linked by the curators, in two articles on one place, with the reading. Of the articles' dates only a lower bound is known; the earlier stands first, an unknown one last. Accounting or scope often differ, so no change is worked out; what is printed again or may overlap is never added.
params:
  county:
    type: text
    from: SELECT name_zh FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: null
    label: {zh: 县（空为全部）, en: county (empty for all)}
verdict: {rows: [obs_id, other_obs_id]}
---*/
WITH pair AS (
    SELECT l.from_obs AS a, l.to_obs AS b, l.kind, l.reading, l.reading_en FROM product.link AS l
    WHERE l.kind IN ('restates', 'conflicts_with', 'possible_overlap')
    UNION ALL
    SELECT x.obs_id, y.obs_id, 'same_measure', NULL, NULL
    FROM product.figures AS x
    JOIN product.figures AS y ON y.indicator_id = x.indicator_id AND y.place_id = x.place_id AND x.obs_id < y.obs_id
    WHERE NOT EXISTS (
        SELECT 1 FROM product.link AS l
        WHERE l.from_obs = x.obs_id AND l.to_obs = y.obs_id OR l.from_obs = y.obs_id AND l.to_obs = x.obs_id
    )
),
turned AS (
    SELECT
        CASE WHEN a.article_date_from <= b.article_date_from OR b.article_date_from IS NULL THEN p.a ELSE p.b END AS first,
        CASE WHEN a.article_date_from <= b.article_date_from OR b.article_date_from IS NULL THEN p.b ELSE p.a END AS second, p.kind,
        p.reading, p.reading_en
    FROM pair AS p JOIN product.figures AS a ON a.obs_id = p.a JOIN product.figures AS b ON b.obs_id = p.b
    WHERE a.place_id = b.place_id AND a.article_id <> b.article_id
),
said(kind, kind_zh, kind_en, position) AS (
    VALUES ('same_measure', '同一指标', 'same measure', 1), ('conflicts_with', '说法不一', 'disagree', 2),
        ('possible_overlap', '可能重叠', 'may overlap', 3), ('restates', '同一数再印一次', 'one fact printed again', 4)
)
SELECT a.place_zh, a.place_en, s.kind_zh, s.kind_en, a.indicator_zh, a.indicator_en, a.value_printed, a.value_printed_en, a.criterion,
    a.criterion_en, a.scope, a.period_text, a.period_text_en, a.article_date_from AS not_before,
    b.indicator_zh AS other_indicator_zh, b.indicator_en AS other_indicator_en, b.value_printed AS other_value_printed,
    b.value_printed_en AS other_value_printed_en, b.criterion AS other_criterion, b.criterion_en AS other_criterion_en,
    b.scope AS other_scope, b.period_text AS other_period_text, b.period_text_en AS other_period_text_en,
    b.article_date_from AS other_not_before, t.reading, t.reading_en, a.note, a.note_en, b.note AS other_note,
    b.note_en AS other_note_en, a.sentence, b.sentence AS other_sentence,
    a.obs_id, b.obs_id AS other_obs_id
FROM turned AS t
JOIN said AS s ON s.kind = t.kind
JOIN product.figures AS a ON a.obs_id = t.first
JOIN product.figures AS b ON b.obs_id = t.second
JOIN product.place AS c ON c.place_id = a.county_id
WHERE CAST($county AS VARCHAR) IS NULL OR a.county_zh = $county
ORDER BY c.gb_code, s.position, a.obs_id, b.obs_id
