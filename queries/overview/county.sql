/*---
title: {zh: 一个县的全部数字, en: Everything known on one county}
summary:
  zh: 一个县（含其乡镇、村）的全部数字，按文章和位置排列，附原句。
  en: Every figure of one county with its townships and villages, in the order of the articles, with its sentence.
params:
  county:
    type: text
    from: SELECT name_zh FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: 碧江区
    label: {zh: 县, en: county}
---*/
SELECT place_zh, theme, indicator_zh, indicator_en, value_printed, value_printed_en, per_time, value, unit, qualifier, modality, scope, criterion,
    period_text, period_basis, obs_status, note, sentence, article_title, obs_id
FROM product.figures
WHERE CAST($county AS VARCHAR) IS NULL OR county_zh = $county
ORDER BY article_id, char_start, obs_id
