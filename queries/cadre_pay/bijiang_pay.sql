/*---
title: {zh: 碧江区干部报酬：不同对象、不同统计, en: "Cadre pay in Bijiang: different people, different statistics"}
summary:
  zh: 村（社区）“两委”平均4727元、最高6117元，社区工作者平均4116元，书记、主任“一肩挑”5741元（每月，承前读作平均）。对象和统计量不同，只并列，不作排名。
  en: Village and community committees, mean 4727 and maximum 6117 yuan a month; community workers, mean 4116; secretaries who are also directors, 5741, read as a mean from the clause before. People and statistics differ, so nothing is ranked.
chart:
  kind: kpi
  x: people_zh
  y: value
  detail: statistic_zh
  title: {zh: 碧江区月报酬：“两委”平均4727元、最高6117元，社区工作者平均4116元，“一肩挑”5741元, en: "Monthly pay in Bijiang, yuan: committees 4727 on average and 6117 at most; community workers 4116 on average; secretary-directors 5741"}
  subtitle: {zh: 报酬，单位：元/月, en: "Pay, yuan a month"}
columns:
  value: {unit: 元, decimals: 0, label: {zh: 报酬, en: pay}}
---*/
WITH pay(indicator_id, people_zh, people_en, statistic_zh, statistic_en, position) AS (
    VALUES ('two_committees_mean_pay', '村（社区）“两委”干部', 'Village and community committees', '平均', 'mean', 1),
        ('two_committees_max_pay', '村（社区）“两委”干部', 'Village and community committees', '最高', 'maximum', 2),
        ('community_worker_mean_pay', '社区工作者', 'Community workers', '平均', 'mean', 3),
        ('community_secretary_director_mean_pay', '社区书记、主任“一肩挑”', 'Community secretary and director in one', '平均（承前推断）', 'mean, inferred from the clause before', 4)
)
SELECT people_zh, people_en, statistic_zh, statistic_en, value, unit, value_printed, value_printed_en, per_time, period_text, period_text_en, note, note_en, sentence, obs_id
FROM product.measured JOIN pay USING (indicator_id)
ORDER BY position
