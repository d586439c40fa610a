/*---
title: {zh: 各县各主题有多少数字, en: "Coverage: figures by county and theme"}
summary:
  zh: 十个县在每个主题下的数字条数；空格是本库来源未见，江口县没有来源。空不是零。
  en: How many figures each county has by theme. Empty means not in these sources; Jiangkou has no source. Empty is not zero.
---*/
SELECT county_zh, county_en, sum(figures) AS all_themes,
    any_value(nullif(figures, 0)) FILTER (theme = 'cadre_age') AS cadre_age,
    any_value(nullif(figures, 0)) FILTER (theme = 'education') AS education,
    any_value(nullif(figures, 0)) FILTER (theme = 'training') AS training,
    any_value(nullif(figures, 0)) FILTER (theme = 'collective_income') AS collective_income,
    any_value(nullif(figures, 0)) FILTER (theme = 'village_enterprise') AS village_enterprise,
    any_value(nullif(figures, 0)) FILTER (theme = 'cadre_pay') AS cadre_pay,
    any_value(nullif(figures, 0)) FILTER (theme = 'cadre_count') AS cadre_count,
    any_value(nullif(figures, 0)) FILTER (theme = 'party_org') AS party_org,
    any_value(nullif(figures, 0)) FILTER (theme = 'party_membership') AS party_membership,
    any_value(nullif(figures, 0)) FILTER (theme = 'grid_governance') AS grid_governance,
    any_value(nullif(figures, 0)) FILTER (theme = 'assets') AS assets,
    any_value(nullif(figures, 0)) FILTER (theme = 'employment') AS employment,
    any_value(nullif(figures, 0)) FILTER (theme = 'public_service') AS public_service,
    any_value(nullif(figures, 0)) FILTER (theme = 'spending') AS spending,
    any_value(nullif(figures, 0)) FILTER (theme = 'dispute_mediation') AS dispute_mediation,
    any_value(nullif(figures, 0)) FILTER (theme = 'burden_reduction') AS burden_reduction,
    any_value(nullif(figures, 0)) FILTER (theme = 'work_activity') AS work_activity,
    any_value(nullif(figures, 0)) FILTER (theme = 'recognition') AS recognition,
    any_value(nullif(figures, 0)) FILTER (theme = 'industry_tourism') AS industry_tourism,
    any_value(nullif(figures, 0)) FILTER (theme = 'other') AS other
FROM product.coverage
GROUP BY county_zh, county_en, gb_code
ORDER BY gb_code
