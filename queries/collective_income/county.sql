/*---
title: {zh: "一个县的村集体收入：全部数字", en: "Everything on collective income in one county"}
summary:
  zh: 一个县（含其乡镇、村）关于村集体收入的全部数字，连同规定、计划和门槛，附原句。
  en: Every figure on collective income of one county with its townships and villages, rules, plans and thresholds included, with its sentence.
params:
  county:
    type: text
    from: SELECT name_zh FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: 碧江区
    label: {zh: 县, en: county}
---*/
SELECT place_zh, indicator_zh, indicator_en, value_printed, value_printed_en, per_time, value, unit, qualifier, modality, scope, criterion,
    period_text, period_basis, obs_status, note, sentence, obs_id
FROM product.figures
WHERE theme = 'collective_income' AND (CAST($county AS VARCHAR) IS NULL OR county_zh = $county)
ORDER BY article_id, char_start, obs_id
