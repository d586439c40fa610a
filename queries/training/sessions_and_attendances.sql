/*---
title: {zh: 期数与人次：同一培训的两面, en: Sessions and attendances of the same event}
summary:
  zh: 原文连在一起写的期（场、次）数与人次（人数），农民技术培训、学习会、宣讲也在内。人次不是人，带“余”的是下限；此处不作除法；可以推算的每期平均见“十县培训、宣讲人次并列”。
  en: Sessions and attendances that the text states together, also of lessons for farmers, study sittings and talks. Attendances are not people; figures with 余 are lower bounds. Nothing is divided here; the means per session that can be derived stand in a query of their own on all ten counties.
verdict: {theme: training, property: training_attendances, level: county}
---*/
WITH pair AS (
    SELECT from_obs AS obs_id, to_obs AS other_obs_id, note, note_en FROM product.link WHERE kind = 'same_event'
    UNION ALL
    SELECT to_obs, from_obs, note, note_en FROM product.link WHERE kind = 'same_event'
)
SELECT s.county_zh, s.county_en, s.place_zh, s.place_en, s.indicator_zh AS sessions_measure_zh, s.indicator_en AS sessions_measure_en,
    s.value_printed AS sessions_zh, s.value_printed_en AS sessions_en,
    p.indicator_zh AS attendances_measure_zh, p.indicator_en AS attendances_measure_en,
    p.value_printed AS attendances_zh, p.value_printed_en AS attendances_en,
    s.period_text, s.period_text_en, l.note, l.note_en, s.obs_id, p.obs_id AS attendance_obs_id
FROM pair AS l
JOIN product.figures AS s ON s.obs_id = l.obs_id
JOIN product.figures AS p ON p.obs_id = l.other_obs_id
WHERE s.unit IN ('期', '场', '次', '场次')
    AND (p.unit = '人次' OR p.unit = '人' AND s.theme IN ('training', 'industry_tourism'))
ORDER BY s.county_zh, s.obs_id, p.obs_id
