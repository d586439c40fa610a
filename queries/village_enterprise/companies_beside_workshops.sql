/*---
title: {zh: 县级报道的强村富民公司与工坊, en: Companies and workshops of two counties}
summary:
  zh: 碧江区、思南县报道的公司数与工坊数并列。碧江的公司数由区级1家、乡级12家相加而得，原文未载合计；“截至目前”与未载时点并列，不作排名。
  en: Companies and workshops that Bijiang and Sinan report. Bijiang's companies are 1 of the district and 12 of townships, added here; dates differ or are not stated, so nothing is ranked.
chart:
  kind: grouped-bar
  allow: [population]
  x: county_zh
  series: kind_zh
  y: value
  order: given
  title: {zh: 碧江区有强村富民公司13个、工坊27个，思南县23个、60个, en: "Companies and workshops: 13 and 27 in Bijiang, 23 and 60 in Sinan"}
  subtitle: {zh: 县级报道的强村富民公司与工坊个数，单位：个, en: "Strong Villages, Prosperous People companies and workshops, number"}
  notes: {zh: 碧江区公司13家由区级1家与乡级12家相加而得，原文未载合计, en: "Bijiang's 13 companies are 1 of the district and 12 of townships, added here; the text states no total"}
columns:
  value: {unit: 个, decimals: 0, label: {zh: 个数, en: number}}
verdict: {rows: [obs_ids]}
---*/
WITH part AS (
    SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, indicator_id = 'strong_village_workshop_count' AS is_workshop, value, obs_id
    FROM product.measured
    WHERE place_level = 'county' AND indicator_id IN ('strong_village_company_count', 'county_level_strong_village_company_count',
        'township_level_strong_village_company_count', 'strong_village_workshop_count')
)
SELECT county_zh, county_en, CASE WHEN is_workshop THEN '工坊' ELSE '公司' END AS kind_zh, CASE WHEN is_workshop THEN 'Workshops' ELSE 'Companies' END AS kind_en,
    sum(value) AS value, array_agg(obs_id ORDER BY obs_id) AS obs_ids
FROM part
GROUP BY county_zh, county_en, is_workshop
ORDER BY min(obs_id)
