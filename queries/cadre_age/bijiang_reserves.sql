/*---
title: {zh: 碧江区村（社区）党组织书记后备力量, en: Reserve candidates for village and community Party secretary in Bijiang}
summary:
  zh: 人数、平均年龄、大专及以上学历人数与占比；199除以232等于85.78%，与原文相符。
  en: Number, mean age, number and share with junior college or above; 199 of 232 is 85.78%, as the text states.
chart:
  kind: kpi
  x: measure_zh
  y: value
  detail: detail_zh
  title: {zh: 碧江区书记后备力量：232名，平均36.37岁，85.78%为大专及以上学历, en: "Bijiang's 232 reserve candidates: mean age 36.37, 85.78% with junior college or above"}
  subtitle: {zh: 村（社区）党组织书记后备力量，“目前”, en: "Reserve candidates for village and community Party secretary, “at present”"}
columns:
  value: {label: {zh: 数值, en: value}}
---*/
WITH card(indicator_id, measure_zh, measure_en, detail_zh, detail_en, position) AS (
    VALUES ('secretary_reserve_headcount', '后备力量', 'Reserve candidates', '全区', 'the whole district', 1),
        ('secretary_reserve_mean_age', '平均年龄', 'Mean age', '232名后备力量', 'of the 232 reserve candidates', 2),
        ('secretary_reserve_junior_college_share', '大专及以上学历占比', 'Junior college or above', '232名中199人', '199 of the 232', 3)
)
SELECT measure_zh, measure_en, value, unit, value_printed, value_printed_en, detail_zh, detail_en, period_text, sentence, obs_id
FROM product.measured JOIN card USING (indicator_id)
WHERE county_zh = '碧江区' AND place_level = 'county'
ORDER BY position
