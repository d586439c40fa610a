/*---
title: {zh: 互有重叠、不可相加的数字, en: Figures that overlap and must not be added}
summary:
  zh: 一数含在另一数之内、可能重叠，或同一件事印了两次：放在一起看，不可相加。附读法和理由。
  en: One figure is part of the other, they may overlap, or one fact is printed twice. Read them together and never add them. With the reading and its reason.
---*/
SELECT CASE l.kind WHEN 'part_of' THEN '部分与整体' WHEN 'restates' THEN '同一件事印了两次' ELSE '可能重叠' END AS kind_zh,
    CASE l.kind WHEN 'part_of' THEN 'part and whole' WHEN 'restates' THEN 'one fact printed twice' ELSE 'may overlap' END AS kind_en,
    a.place_zh, a.place_en, a.value_printed, a.value_printed_en,
    b.value_printed AS other_value_printed, b.value_printed_en AS other_value_printed_en,
    a.indicator_zh, a.indicator_en, b.indicator_zh AS other_indicator_zh, b.indicator_en AS other_indicator_en,
    l.reading, l.reading_en, l.note, l.note_en, a.obs_id, b.obs_id AS other_obs_id
FROM product.link AS l
JOIN product.figures AS a ON a.obs_id = l.from_obs
JOIN product.figures AS b ON b.obs_id = l.to_obs
WHERE l.kind IN ('part_of', 'possible_overlap', 'restates')
ORDER BY l.kind, a.county_zh, a.obs_id, b.obs_id
