/*---
title: {zh: "哪些县报道了干部年龄", en: "Which counties report cadre age"}
summary:
  zh: 十个县各有多少条干部年龄数字；“本库来源未见”是这些文章里没有，“无来源”是该县没有文章，都不是零。
  en: How many figures on cadre age each of the ten counties has. "Not in these sources" and "no source" are not zero.
chart: {kind: bar, x: county_zh, y: figures}
columns:
  figures: {unit: 条, decimals: 0, label: {zh: 数字条数, en: figures}}
---*/
SELECT county_zh, county_en, nullif(figures, 0) AS figures, standing, standing_zh, standing_en, obs_ids
FROM coverage
WHERE theme = 'cadre_age'
ORDER BY figures DESC NULLS LAST, gb_code
