/*---
title: {zh: 各县各主题有多少数字, en: "Coverage: figures by county and theme"}
summary:
  zh: 十个县在每个主题下的数字条数；空格是本库来源未见，江口县没有来源。空不是零。
  en: How many figures each county has by theme. Empty means not in these sources; Jiangkou has no source. Empty is not zero.
---*/
SELECT county_zh, county_en, sum(figures) AS all_themes,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'cadre_age') AS cadre_age,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'education') AS education,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'training') AS training,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'collective_income') AS collective_income,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'village_enterprise') AS village_enterprise,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'cadre_pay') AS cadre_pay,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'cadre_count') AS cadre_count,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'party_org') AS party_org,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'party_membership') AS party_membership,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'grid_governance') AS grid_governance,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'assets') AS assets,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'employment') AS employment,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'public_service') AS public_service,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'spending') AS spending,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'dispute_mediation') AS dispute_mediation,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'burden_reduction') AS burden_reduction,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'work_activity') AS work_activity,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'recognition') AS recognition,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'industry_tourism') AS industry_tourism,
    max(nullif(figures, 0)) FILTER (WHERE theme = 'other') AS other
FROM product.coverage
GROUP BY county_zh, county_en, gb_code
ORDER BY gb_code
