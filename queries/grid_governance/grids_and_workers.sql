/*---
title: {zh: 网格与网格员, en: Grids and grid workers}
summary:
  zh: 一篇报道一行：网格、网格长、网格员、网格党小组各多少，同文两数都印出的推算平均每格网格员。德江、碧江只数城镇，碧江未载网格数；新店的96名是否含网格长未载；思南两篇的1665是同一批网格。覆盖范围不同，不可比。
  en: One row per article with grids, grid heads, grid workers and Party groups; where one article prints both, grid workers a grid are derived. Dejiang and Bijiang count towns only, Bijiang states no number of grids, Xindian's 96 may or may not include grid heads, and Sinan's two 1665 are the same grids. Scopes differ, so nothing compares.
columns:
  grids: {unit: 个, decimals: 0, label: {zh: 网格, en: grids}}
  heads: {unit: 人, decimals: 0, label: {zh: 网格长, en: grid heads}}
  workers: {unit: 人, decimals: 0, label: {zh: 网格员, en: grid workers}}
  workers_per_grid: {decimals: 2, label: {zh: 平均每格网格员（推算）, en: workers a grid (derived)}}
verdict: {indicator: grid_count, level: county}
---*/
WITH counted AS (
    SELECT f.place_zh, f.place_en, f.place_level, f.scope, f.article_id, f.county_id, f.article_date_from AS not_before,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.value END) AS grids,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.value_printed END) AS grids_printed,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.value_printed_en END) AS grids_printed_en,
        max(CASE WHEN f.indicator_id = 'grid_head_headcount' THEN f.value END) AS heads,
        max(CASE WHEN f.indicator_id = 'grid_head_headcount' THEN f.value_printed END) AS heads_printed,
        max(CASE WHEN f.indicator_id = 'grid_head_headcount' THEN f.value_printed_en END) AS heads_printed_en,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.value END) AS workers,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.value_printed END) AS workers_printed,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.value_printed_en END) AS workers_printed_en,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.criterion END) AS workers_criterion,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.criterion_en END) AS workers_criterion_en,
        max(CASE WHEN f.indicator_id IN ('grid_party_group_count', 'party_group_count') THEN f.indicator_zh || f.value_printed END)
            AS party_groups_zh,
        max(CASE WHEN f.indicator_id IN ('grid_party_group_count', 'party_group_count') THEN f.indicator_en || ' ' || f.value_text END)
            AS party_groups_en,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.note END) AS workers_note,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.note_en END) AS workers_note_en,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.note END) AS grids_note,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.note_en END) AS grids_note_en,
        max(CASE WHEN f.indicator_id = 'grid_count' THEN f.sentence END) AS grids_sentence,
        max(CASE WHEN f.indicator_id = 'grid_worker_headcount' THEN f.sentence END) AS workers_sentence,
        array_agg(f.obs_id ORDER BY f.char_start, f.obs_id) AS obs_ids
    FROM product.figures AS f
    WHERE f.modality = 'reported'
        AND f.indicator_id IN ('grid_count', 'grid_head_headcount', 'grid_worker_headcount', 'grid_party_group_count', 'party_group_count')
    GROUP BY f.place_zh, f.place_en, f.place_level, f.scope, f.article_id, f.county_id, f.article_date_from
)
SELECT n.place_zh, n.place_en, n.place_level, n.scope, n.grids, n.grids_printed, n.grids_printed_en, n.heads,
    n.heads_printed, n.heads_printed_en, n.workers, n.workers_printed, n.workers_printed_en, n.workers_criterion,
    n.workers_criterion_en,
    n.party_groups_zh, n.party_groups_en,
    CAST(round(CAST(n.workers / CAST(n.grids AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 2) AS DOUBLE PRECISION) AS workers_per_grid,
    CASE WHEN n.grids IS NOT NULL AND n.workers IS NOT NULL THEN '推算：' || n.workers_printed || ' ÷ ' || n.grids_printed
        WHEN n.workers IS NULL THEN '网格员人数未载' ELSE '网格数未载' END AS derivation_zh,
    CASE WHEN n.grids IS NOT NULL AND n.workers IS NOT NULL
        THEN 'derived: ' || CAST(CAST(n.workers AS INTEGER) AS VARCHAR) || ' / ' || CAST(CAST(n.grids AS INTEGER) AS VARCHAR)
        WHEN n.workers IS NULL THEN 'grid workers not stated' ELSE 'grids not stated' END AS derivation_en,
    n.not_before, n.workers_note, n.workers_note_en, n.grids_note, n.grids_note_en, n.grids_sentence, n.workers_sentence, n.article_id, n.obs_ids
FROM counted AS n JOIN product.place AS c ON c.place_id = n.county_id
ORDER BY c.gb_code, n.place_level, n.not_before, n.article_id
