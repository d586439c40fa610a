/*---
title: {zh: 派往外地跟岗的人数, en: People sent elsewhere on work-shadowing placements}
summary:
  zh: 各县派往外地跟岗的人数；对象不同，只并列，不作排名。到本地一线跟岗（思南1265名）是另一回事，不在此列。
  en: People sent elsewhere on work-shadowing placements. Populations differ, so they stand side by side. Placements on the front line at home (Sinan, 1265) are another thing and not here.
chart:
  kind: kpi
  x: county_zh
  y: value
  detail: population_zh
  title: {zh: 派往外地跟岗：碧江区35名、思南县22名、松桃县10名, en: "Sent elsewhere on work-shadowing: 35 from Bijiang, 22 from Sinan, 10 from Songtao"}
  subtitle: {zh: 各县派往外地跟岗的人数，单位：人, en: "People sent elsewhere on work-shadowing placements"}
  notes: {zh: 对象和时段不同，按县排列，不作排名；到本地一线跟岗（思南县1265名）不在此列, en: "Populations and periods differ; in the order of counties, not ranked. Placements on the front line at home (Sinan, 1265) are not here"}
columns:
  value: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
verdict: {property: shadowing_elsewhere, level: county}
---*/
SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, population_zh, population_en, criterion, value, unit, value_printed, value_printed_en, period_text, obs_status, note, sentence, obs_id
FROM product.measured JOIN product.place ON place.place_id = measured.county_id
WHERE indicator_id IN (SELECT indicator_id FROM product.indicator WHERE property = 'shadowing_elsewhere')
ORDER BY gb_code
