/*---
title: {zh: 集体得到的钱, en: What collectives received}
summary:
  zh: 增收、积累、分红、收入是不同的指标；有的是一个村，有的是全县，不可相加，不可排名。
  en: Gains, accumulated funds, dividends and income are different measures, of one village or a whole county; they neither add up nor rank.
chart: {kind: bar, x: place_zh, y: value, detail: indicator_zh, order: given}
columns:
  value: {unit: 元, decimals: 0, label: {zh: 金额, en: amount}}
---*/
SELECT county_zh, place_zh, place_level, indicator_zh, indicator_en, criterion, value, unit, value_display, per_time,
    accounting, period_text, obs_status, note, sentence, obs_id
FROM measured
WHERE theme = 'collective_income' AND unit = '元'
ORDER BY place_level, county_zh, obs_id
