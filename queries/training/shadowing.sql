/*---
title: {zh: 派往外地跟岗的人数, en: People sent elsewhere on work-shadowing placements}
summary:
  zh: 各县派往外地跟岗的人数；对象不同，只并列，不作排名。到本地一线跟岗（思南1265名）是另一回事，不在此列。
  en: People sent elsewhere on work-shadowing placements. Populations differ, so they stand side by side. Placements on the front line at home (Sinan, 1265) are another thing and not here.
chart: {kind: bar, x: county_zh, y: value, detail: population_zh, order: given}
columns:
  value: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
---*/
SELECT county_zh, county_en, population_zh, population_en, criterion, value, unit, value_display, period_text, obs_status, note, sentence, obs_id
FROM measured
WHERE indicator_id IN (FROM indicator SELECT indicator_id WHERE property = 'shadowing_elsewhere')
ORDER BY value DESC
