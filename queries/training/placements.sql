/*---
title: {zh: "跟岗、轮岗的台阶：本地、一线、外地", en: "The ladder of placements: local, front line, elsewhere"}
summary:
  zh: 在本地岗位轮岗、到一线跟岗、派往外地跟岗，从近到远分列。人数与次数不是一个单位，对象不同，不相加、不排名；松桃的实践锻炼未写在哪里，沿河的2名县内、县外未分；德江44名社区后备力量“落实跟岗锻炼”，几人跟岗未载，不列。
  en: Rotation at local posts, placements on the front line, and placements elsewhere, from near to far. People and times are not one unit and populations differ, so nothing is added or ranked; where Songtao's practice took place is not stated, and Yanhe's 2 went within the county or beyond, not told apart. Dejiang lists 44 community reserves for placements without saying how many went, and is left out.
verdict: {property: shadowing_elsewhere, level: county}
---*/
WITH rung(property, rung_zh, rung_en, position) AS (
    VALUES ('rotation_participants', '本地：轮岗', 'local: rotation', 1),
        ('practice_shadowing_times', '跟岗实践（次数，地点未写明）', 'practice placements (times; where is not stated)', 2),
        ('shadowing_frontline', '一线：跟岗', 'front line: placement', 3),
        ('secondment_and_shadowing', '县内外未分：挂职、跟岗', 'within or beyond the county: secondment or placement', 4),
        ('shadowing_elsewhere', '外县、外市州：跟岗', 'elsewhere, beyond the county: placement', 5)
)
SELECT r.rung_zh, r.rung_en, f.place_zh, f.place_en, f.population_zh, f.population_en, f.value_printed, f.value_printed_en, f.unit,
    f.accounting, f.scope, f.criterion, f.criterion_en, f.period_text, f.period_text_en, f.period_basis, f.obs_status, f.note, f.note_en,
    f.sentence, f.obs_id
FROM product.measured AS f
JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
JOIN rung AS r ON r.property = i.property
JOIN product.place AS c ON c.place_id = f.county_id
ORDER BY r.position, c.gb_code, f.obs_id
