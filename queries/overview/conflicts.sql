/*---
title: {zh: 同一地方说法不一的数字, en: Figures that disagree}
summary:
  zh: 文章之间或文章之内对同一事说法不同、或可能重叠的数字，附读法和理由。
  en: Figures that disagree or may overlap, within or between articles, with the preferred reading and its reason.
---*/
SELECT l.kind, a.county_zh, a.place_zh, a.indicator_zh, a.value_printed, a.value_printed_en,
    b.indicator_zh AS other_indicator_zh, b.value_printed AS other_value_printed, b.value_printed_en AS other_value_printed_en, l.reading, l.note, a.obs_id, b.obs_id AS other_obs_id
FROM link AS l
JOIN figures AS a ON a.obs_id = l.from_obs
JOIN figures AS b ON b.obs_id = l.to_obs
WHERE l.kind IN ('conflicts_with', 'possible_overlap', 'restates')
ORDER BY l.kind, a.county_zh, a.obs_id, b.obs_id
