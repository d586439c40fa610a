/*---
title: {zh: 门槛、达标村数、占比与推算的基数, en: "Threshold, villages that reach it, share, and the base implied"}
summary:
  zh: 一篇报道一行：达标门槛、达标村数、占比，以及村数除以占比所指的基数（推算，按占比末位上下一个单位取整数）。思南前后两次都指向518个行政村，原文未载，也不是同县的530个村（社区）；门槛不同，两次不成趋势。
  en: "One row per article: the threshold, the villages that reach it, their share, and the base that count and share imply (derived, whole numbers within one unit of the share's last place). Sinan's two both imply 518 administrative villages, which no text prints and which are not the county's 530 villages and communities; the thresholds differ, so the two are no trend."
columns:
  villages: {unit: 个, decimals: 0, label: {zh: 达标村数, en: villages}}
  base_from: {unit: 个, decimals: 0, label: {zh: 基数不小于（推算）, en: base at least (derived)}}
  base_to: {unit: 个, decimals: 0, label: {zh: 基数不大于（推算）, en: base at most (derived)}}
verdict: {indicator: village_collective_income_threshold_village_count, level: county}
---*/
WITH threshold AS (
    SELECT article_id, place_id, string_agg(indicator_zh || value_printed, '；' ORDER BY char_start, obs_id) AS thresholds_zh,
        string_agg(indicator_en || ': ' || value_printed_en, '; ' ORDER BY char_start, obs_id) AS thresholds_en,
        array_agg(obs_id ORDER BY char_start, obs_id) AS threshold_ids
    FROM product.figures
    WHERE theme = 'collective_income' AND statistic = 'threshold'
    GROUP BY article_id, place_id
)
SELECT n.place_zh, n.place_en, t.thresholds_zh, t.thresholds_en, n.criterion, n.criterion_en, n.value AS villages,
    s.value_printed AS share_printed, s.value_printed_en AS share_printed_en,
    CAST(ceil(CAST(n.value / CAST(s.value + 0.0001 AS DOUBLE PRECISION) AS DECIMAL(18, 6))) AS DOUBLE PRECISION) AS base_from,
    CAST(floor(CAST(n.value / CAST(s.value - 0.0001 AS DOUBLE PRECISION) AS DECIMAL(18, 6))) AS DOUBLE PRECISION) AS base_to,
    CASE WHEN s.obs_id IS NULL THEN '占比未载，基数无从推算' ELSE '推算：村数除以占比；原文未载基数' END AS base_zh,
    CASE WHEN s.obs_id IS NULL THEN 'no share stated, so no base can be worked out' ELSE 'derived: villages over share; no text states the base' END
        AS base_en,
    n.period_text, n.period_text_en, n.article_date_from AS not_before, n.obs_status, n.note, n.note_en, s.note AS share_note,
    s.note_en AS share_note_en, n.sentence, n.obs_id,
    s.obs_id AS share_obs_id, t.threshold_ids AS threshold_obs_ids
FROM product.measured AS n
JOIN product.place AS c ON c.place_id = n.county_id
JOIN threshold AS t ON t.article_id = n.article_id AND t.place_id = n.place_id
LEFT JOIN product.measured AS s
    ON s.article_id = n.article_id AND s.place_id = n.place_id AND s.indicator_id = 'village_collective_income_threshold_village_share'
WHERE n.indicator_id = 'village_collective_income_threshold_village_count'
ORDER BY c.gb_code, n.article_date_from, n.obs_id
