/*---
title: {zh: "村集体收入：看似可比、其实不可比", en: "Collective income: look comparable and are not"}
summary:
  zh: 统计量和单位相同的数字（不同地方，或同一地方前后两次）两两对照，说明为什么不能放在一起比；原因少的在前。
  en: Pairs of figures with the same statistic and unit, from different places or twice from one, with the reasons why they do not compare, fewest reasons first.
params:
  county:
    type: text
    from: SELECT name_zh FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: null
    label: {zh: 县（空为全部）, en: county (empty for all)}
---*/
SELECT place_zh, indicator_zh, value_display, other_place_zh, other_indicator_zh, other_value_display,
    reasons_zh, reasons_en, len(reasons) AS reason_count, obs_id, other_obs_id
FROM product.comparison
WHERE theme = 'collective_income' AND NOT is_comparable AND ($county IS NULL OR $county IN (county_zh, other_county_zh))
ORDER BY reason_count, obs_id, other_obs_id
