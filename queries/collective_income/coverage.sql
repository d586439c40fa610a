/*---
title: {zh: "哪些县报道了村集体收入", en: "Which counties report collective income"}
summary:
  zh: 十个县各有多少条村集体收入数字；“本库来源未见”是这些文章里没有，“无来源”是该县没有文章，都不是零。
  en: How many figures on collective income each of the ten counties has. "Not in these sources" and "no source" are not zero.
chart: {kind: bar, x: county_zh, y: figures}
columns:
  figures: {unit: 条, decimals: 0, label: {zh: 数字条数, en: figures}}
---*/
SELECT county_zh, county_en, nullif(figures, 0) AS figures, standing, standing_zh, standing_en, obs_ids
FROM coverage
WHERE theme = 'collective_income'
ORDER BY figures DESC NULLS LAST, gb_code
