/*---
title: {zh: 同一地方说法不一的数字, en: Figures that disagree}
summary:
  zh: 文章之间或文章之内对同一件事说法不同的数字，附读法和理由。重叠的数字另见“互有重叠、不可相加的数字”。
  en: Figures that disagree about one thing, within or between articles, with the preferred reading and its reason. Those that overlap stand in a query of their own.
---*/
SELECT a.place_zh, a.place_en, a.value_printed, a.value_printed_en,
    b.value_printed AS other_value_printed, b.value_printed_en AS other_value_printed_en, l.reading, l.reading_en, l.note, l.note_en,
    a.indicator_zh, a.indicator_en, b.indicator_zh AS other_indicator_zh, b.indicator_en AS other_indicator_en,
    a.obs_id, b.obs_id AS other_obs_id
FROM product.link AS l
JOIN product.figures AS a ON a.obs_id = l.from_obs
JOIN product.figures AS b ON b.obs_id = l.to_obs
WHERE l.kind = 'conflicts_with'
ORDER BY a.county_zh, a.obs_id, b.obs_id
