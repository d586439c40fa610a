/*---
title: {zh: "培训：可比的排名，其余列为近似项", en: "Training: comparable figures ranked, near misses listed"}
summary:
  zh: 只有指标、层级、时段、口径都相同的数字才排名；没有时如实说明，并列出近似项和不可比的原因，不排名。
  en: Only figures alike in measure, level, period and accounting are ranked. Where there are none it says so and lists near misses with the reason, unranked.
---*/
SELECT
    if(r.is_comparable, '可比', '近似项，不可比，不排名') AS standing_zh,
    r.rank, a.county_zh, a.place_zh, a.indicator_zh, a.value_display, a.period_text,
    b.county_zh AS other_county_zh, b.place_zh AS other_place_zh, b.indicator_zh AS other_indicator_zh,
    b.value_display AS other_value_display, b.period_text AS other_period_text,
    r.reasons_zh, r.reasons_en, r.obs_id, r.other_obs_id
FROM ranking AS r
JOIN figures AS a ON a.obs_id = r.obs_id
LEFT JOIN figures AS b ON b.obs_id = r.other_obs_id
WHERE r.theme = 'training'
ORDER BY r.is_comparable DESC, a.comparability_key, r.rank, r.obs_id, r.other_obs_id
