/*---
title: {zh: 学历比例与基数, en: Qualification shares and their bases}
summary:
  zh: 各对象达到某一学历的比例，连同基数；基数未载或与基数对不上的标明。不同对象的比例不可比。
  en: Shares with a level of education and what they are a share of. Unstated or unfitting bases are marked; shares of different populations do not compare.
columns:
  value: {unit: "1", decimals: 4, label: {zh: 比例, en: share}}
verdict: {property: junior_college_share, level: county}
---*/
SELECT county_zh, place_zh, population_zh, indicator_zh, indicator_en, value, value_printed, value_printed_en,
    denominator_text, denominator_value, CAST(round(CAST(value * denominator_value AS DECIMAL(18, 6)), 2) AS DOUBLE PRECISION) AS implied_people,
    obs_status, note, sentence, obs_id
FROM product.measured
WHERE theme = 'education' AND statistic = 'share'
ORDER BY place_level, county_zh, obs_id
