/*---
title: {zh: 跟岗锻炼的人数, en: People sent to work-shadowing}
summary:
  zh: 各县派出跟岗的人数，分去外地与到一线；对象不同，不排名。
  en: People sent to work-shadowing placements, elsewhere or on the front line. Populations differ, so nothing is ranked.
chart: {kind: bar, x: county_zh, y: value}
columns:
  value: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
---*/
SELECT county_zh, place_zh, population_zh, indicator_zh, criterion, value, unit, value_display, period_text, obs_status, note, sentence, obs_id
FROM measured
WHERE theme = 'training' AND unit = '人' AND sentence LIKE '%跟岗%' AND (indicator_zh LIKE '%跟岗%' OR criterion LIKE '%跟岗%')
ORDER BY county_zh, obs_id
