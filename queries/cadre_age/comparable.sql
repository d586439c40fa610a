/*---
title: {zh: "干部年龄：可比的排名，其余列为近似项", en: "Cadre age: comparable figures ranked, near misses listed"}
summary:
  zh: 只有指标、层级、时段、口径都相同的数字才排名；没有时如实说明，并列出近似项和不可比的原因，不排名。
  en: Only figures alike in measure, level, period and accounting are ranked. Where there are none it says so and lists near misses with the reason, unranked.
---*/
SELECT * EXCLUDE (theme)
FROM product.ranking
WHERE theme = 'cadre_age'
ORDER BY rank NULLS LAST, obs_id, other_obs_id
