/*---
title: {zh: "培训：哪些能比，哪些不能", en: "Training: what can be compared"}
summary:
  zh: 一条数字一行。指标、层级、时段、口径都相同的才排名；只差时间、上下限或两解的并列不排名，按县代码排；其余列出最相近的一条和不可比的原因。
  en: One row per figure. Only figures alike in measure, level, period and accounting are ranked; those that differ only in time, bounds or reading stand side by side, in code order; each other one has its nearest and why they do not compare.
verdict: {theme: training, level: county}
---*/
SELECT place_zh, place_en, value_printed, value_printed_en, standing_zh, standing_en, rank, reasons_zh, reasons_en,
    indicator_zh, indicator_en, period_text, period_text_en, other_place_zh, other_place_en, other_value_printed, other_value_printed_en,
    other_indicator_zh, other_indicator_en, obs_id, other_obs_id
FROM product.ranking JOIN product.place USING (place_id)
WHERE theme = 'training'
ORDER BY CASE standing WHEN 'comparable' THEN 1 WHEN 'side' THEN 2 ELSE 3 END, indicator_id, rank NULLS LAST, gb_code, obs_id
