/*---
title: {zh: 参加学历提升的人数, en: Enrolled for a higher qualification}
summary:
  zh: 各县组织村干部（思南含后备力量）参加学历提升的人数。措辞、对象和时段不同，只并列，不作排名。
  en: Village cadres (in Sinan with reserve candidates) enrolled for a higher qualification. Wording, population and period differ, so they stand side by side and are not ranked.
chart:
  kind: kpi
  x: county_zh
  y: value
  detail: population_zh
  title: {zh: 参加学历提升：碧江区125名、思南县44名、松桃县69名, en: "Enrolled for a higher qualification: 125 in Bijiang, 44 in Sinan, 69 in Songtao"}
  subtitle: {zh: 各县组织参加学历提升的人数，单位：人, en: People enrolled for a higher qualification}
  notes: {zh: 措辞不同：碧江为“开展学历能力提升”，思南含后备力量；参加不等于已取得学历；按县排列，不作排名, en: "Wordings differ: Bijiang says education and ability upgrading, Sinan includes reserve candidates; to be enrolled is not yet to hold the qualification. In the order of counties, not ranked"}
columns:
  value: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
verdict: {property: qualification_enrolment, level: county}
---*/
SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, value, unit, value_printed, value_printed_en, population_zh, population_en, period_text, period_text_en, period_basis, note, note_en, sentence, obs_id
FROM product.measured JOIN product.place ON place.place_id = measured.county_id
WHERE indicator_id IN ('village_cadre_qualification_enrolment', 'village_cadre_and_reserve_qualification_enrolment')
ORDER BY gb_code
