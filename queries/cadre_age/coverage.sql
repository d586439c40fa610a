/*---
title: {zh: "干部年龄：哪些县有数字", en: "Cadre age: which counties have figures"}
summary:
  zh: 十个县各有多少条干部年龄数字，其中几条是县级的；“只有规定、计划、拨款”“本库来源未见”“无来源”都不是零。
  en: How many figures on the age of cadres each of the ten counties has, and how many of them are of the county itself. "Only rules", "not in these sources" and "no source" are not zero.
chart:
  kind: bar
  x: county_zh
  y: figures
  detail: levels_zh
  title: {zh: 干部年龄：本库来源中哪些县有数字, en: "Cadre age: which counties have figures in these sources"}
  subtitle: {zh: 各县数字条数，含所辖乡镇、村的；条数多不等于工作好。单位：条, en: "Number of figures, townships and villages included; more figures do not mean a better record"}
columns:
  figures: {unit: 条, decimals: 0, label: {zh: 数字条数, en: figures}}
---*/
WITH placed AS (
    SELECT county_id, count(*) FILTER (WHERE place_level = 'county') AS county_level
    FROM product.measured
    WHERE theme = 'cadre_age'
    GROUP BY county_id
)
SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, nullif(figures, 0) AS figures, county_level,
    CASE county_level WHEN figures THEN '均为县级数字' WHEN 0 THEN '均为乡镇、村级数字' ELSE '其中县级' || CAST(county_level AS VARCHAR) || '条' END AS levels_zh,
    CASE county_level WHEN figures THEN 'all county-level' WHEN 0 THEN 'all of townships or villages' ELSE CAST(county_level AS VARCHAR) || ' county-level' END AS levels_en,
    standing, standing_zh, standing_en, obs_ids
FROM product.coverage LEFT JOIN placed USING (county_id)
WHERE theme = 'cadre_age'
ORDER BY figures DESC NULLS LAST, gb_code
