/*---
title: {zh: 村班子中期评估的等次, en: Mid-term evaluation of village leading groups}
summary:
  zh: 碧江区59个行政村班子中期评估的“好”“中”“弱”等次个数，三项之和等于59。
  en: How many of the 59 administrative-village leading groups of Bijiang were rated good, medium and weak; the three add up to 59.
chart:
  kind: bar
  x: grade_zh
  y: value
  detail: of_all
  order: given
  title: {zh: 碧江区59个行政村班子中期评估：“好”14个、“中”33个、“弱”12个, en: "Bijiang's 59 village leading groups: 14 good, 33 medium, 12 weak"}
  subtitle: {zh: 中期评估等次，2024年以来，单位：个, en: "Grade in the mid-term evaluation, since 2024, number of groups"}
columns:
  value: {unit: 个, decimals: 0, label: {zh: 班子数, en: groups}}
---*/
WITH grade(indicator_id, grade_zh, grade_en, position) AS (
    VALUES ('village_leadership_team_good_count', '好', 'Good', 1), ('village_leadership_team_medium_count', '中', 'Medium', 2),
        ('village_leadership_team_weak_count', '弱', 'Weak', 3)
)
SELECT county_zh, grade_zh, grade_en, value, CAST(CAST(value AS INTEGER) AS VARCHAR) || '/' || CAST(CAST(sum(value) OVER (PARTITION BY county_id) AS INTEGER) AS VARCHAR) AS of_all, unit, value_printed, value_printed_en, criterion, period_text, sentence, obs_id
FROM product.measured JOIN grade USING (indicator_id)
ORDER BY county_zh, position
