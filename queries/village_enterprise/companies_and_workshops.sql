/*---
title: {zh: 强村富民公司、工坊及相关个数, en: "Strong Villages, Prosperous People companies, workshops and what they cover"}
summary:
  zh: 各地报道的公司、工坊个数，另有碧江公司所覆盖的村集体91个、国荣带动的创业工坊4个，这两项不是公司、不是强村富民工坊。碧江的公司分区级、乡级两项；国荣乡是乡镇，不与县并列比较。
  en: Companies and workshops as reported, with the 91 village collectives that Bijiang's companies cover and Guorong's 4 start-up workshops, which are neither companies nor workshops of the programme. Bijiang states district and township companies apart; Guorong is a township and does not compare with counties.
verdict: {rows: [obs_id]}
---*/
SELECT county_zh, county_en, place_zh, place_en, place_level, indicator_zh, indicator_en, value, unit, value_printed, value_printed_en, period_text, period_text_en, note, note_en, sentence, obs_id
FROM product.measured
WHERE theme = 'village_enterprise' AND accounting = 'stock' AND unit = '个'
ORDER BY place_level, county_zh, indicator_id, obs_id
