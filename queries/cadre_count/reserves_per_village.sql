/*---
title: {zh: 平均每村（社区）有多少后备力量, en: Reserve candidates per village or community}
summary:
  zh: 由后备力量人数除以同文的村（社区）数推得（万山312÷83，松桃1139÷496）；碧江为原文所载“不少于2名”。对象不同（万山为村级后备力量），只并列，不作排名。
  en: Derived from reserve candidates and the villages and communities that the same article states (Wanshan 312/83, Songtao 1139/496); Bijiang's at least 2 is stated. Populations differ (Wanshan counts all village reserves), so nothing is ranked.
chart:
  kind: dot
  x: county_zh
  y: per_village
  detail: derivation_zh
  order: given
  title: {zh: 每村（社区）后备力量：碧江区不少于2名（原文），松桃县约2.30名、万山区约3.76名（推算）, en: "Reserves per village or community: Bijiang at least 2 (stated), Songtao about 2.30, Wanshan about 3.76 (derived)"}
  subtitle: {zh: 平均每村（社区）后备力量人数，单位：名, en: Mean reserve candidates per village or community}
  notes: {zh: "松桃、万山为推算：同一篇报道的后备力量人数除以村（社区）数；万山为全部村级后备力量，松桃、碧江为书记后备力量", en: "Songtao and Wanshan are derived: reserves divided by villages and communities of the same article. Wanshan counts all village reserves, the others reserves for Party secretary"}
columns:
  per_village: {unit: 名, decimals: 2, label: {zh: 每村（社区）人数, en: per village or community}}
verdict: {indicator: secretary_reserve_headcount, level: county}
---*/
WITH derived AS (
    SELECT r.county_zh, split_part(r.county_en, ' ', 1) AS county_en, CAST(round(CAST(r.value / CAST(v.value AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 2) AS DOUBLE PRECISION) AS per_village,
        CAST(CAST(r.value AS INTEGER) AS VARCHAR) || '人 ÷ ' || CAST(CAST(v.value AS INTEGER) AS VARCHAR) || '个村（社区），推算' AS derivation_zh,
        CAST(CAST(r.value AS INTEGER) AS VARCHAR) || ' people / ' || CAST(CAST(v.value AS INTEGER) AS VARCHAR) || ' villages and communities, derived' AS derivation_en,
        r.county_id, ARRAY[r.obs_id, v.source] AS obs_ids
    FROM product.measured AS r
    JOIN product.known_total AS v ON v.place_id = r.place_id AND v.what = 'villages_communities'
    WHERE r.indicator_id IN ('secretary_reserve_headcount', 'village_reserve_headcount') AND r.place_level = 'county'
), stated AS (
    SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, value AS per_village, '原文所载' AS derivation_zh, 'as stated' AS derivation_en, county_id, ARRAY[obs_id] AS obs_ids
    FROM product.measured
    WHERE indicator_id = 'secretary_reserve_per_village_community_mean'
)
SELECT county_zh, county_en, per_village, derivation_zh, derivation_en, obs_ids
FROM (SELECT * FROM derived UNION ALL SELECT * FROM stated) AS both_kinds
ORDER BY county_id
