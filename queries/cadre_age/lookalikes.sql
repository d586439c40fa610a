/*---
title: {zh: "干部年龄：看似可比、其实不可比", en: "Cadre age: look comparable and are not"}
summary:
  zh: 统计量和单位相同、地方不同的数字两两对照，说明为什么不能放在一起比；原因少的在前。
  en: Pairs of figures with the same statistic and unit from different places, with the reasons why they do not compare, fewest reasons first.
params:
  county:
    type: text
    from: SELECT name_zh FROM place WHERE level = 'county' ORDER BY gb_code
    default: null
    label: {zh: 县（空为全部）, en: county (empty for all)}
---*/
SELECT
    a.place_zh, a.indicator_zh, a.value_display,
    b.place_zh AS other_place_zh, b.indicator_zh AS other_indicator_zh, b.value_display AS other_value_display,
    c.reasons_zh, c.reasons_en, len(c.reasons) AS reason_count, c.obs_id, c.other_obs_id
FROM comparison AS c
JOIN figures AS a ON a.obs_id = c.obs_id
JOIN figures AS b ON b.obs_id = c.other_obs_id
WHERE c.theme = 'cadre_age' AND NOT c.is_comparable
    AND ($county IS NULL OR a.county_zh = $county OR b.county_zh = $county)
ORDER BY reason_count, c.obs_id, c.other_obs_id
