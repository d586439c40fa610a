/*---
title: {zh: "一个县的学历：全部数字", en: "Everything on education in one county"}
titled: {zh: "{county}的学历：全部数字", en: "Everything on education in {county}"}
summary:
  zh: 一个县（含其乡镇、村）关于学历的全部数字，连同规定、计划和门槛，附原句。
  en: Every figure on education of one county with its townships and villages, rules, plans and thresholds included, with its sentence.
params:
  county:
    type: text
    from: SELECT name_zh, name_zh, name_en FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: 碧江区
    label: {zh: 县, en: county}
    all: {zh: 各县, en: all counties}
---*/
SELECT place_zh, place_en, county_zh, county_en, indicator_zh, indicator_en, value_printed, value_printed_en, per_time, value, unit, qualifier, modality, scope, criterion, criterion_en,
    period_text, period_text_en, period_basis, obs_status, note, note_en, sentence, obs_id
FROM product.figures
WHERE theme = 'education' AND (CAST($county AS VARCHAR) IS NULL OR county_zh = $county)
ORDER BY article_id, char_start, obs_id
