/*---
title: {zh: "村集体收入：看似可比、其实不可比", en: "Collective income: look comparable and are not"}
titled: {zh: "{county}的村集体收入：看似可比、其实不可比", en: "Collective income in {county}: look comparable and are not"}
summary:
  zh: 容易被当作同类的数字（不同地方，或同一地方前后两次）两两对照，说明为什么不能放在一起比；原因少的在前。
  en: Pairs of figures that are easily taken for alike, from different places or twice from one, with the reasons why they do not compare, fewest reasons first.
params:
  county:
    type: text
    from: SELECT name_zh, name_zh, name_en FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: null
    label: {zh: 县（空为全部）, en: county (empty for all)}
verdict: {rows: [obs_id, other_obs_id]}
---*/
SELECT place_zh, place_en, value_printed, value_printed_en, other_place_zh, other_place_en, other_value_printed, other_value_printed_en,
    reasons_zh, reasons_en, indicator_zh, indicator_en, other_indicator_zh, other_indicator_en, reason_count, obs_id, other_obs_id
FROM product.comparison
WHERE theme = 'collective_income' AND standing = 'not'
    AND (CAST($county AS VARCHAR) IS NULL OR $county = county_zh OR $county = other_county_zh)
ORDER BY reason_count, obs_id, other_obs_id
