/*---
title: {zh: 关于年龄的全部数字, en: Everything on age}
summary:
  zh: 平均年龄和年龄段占比，不论记在哪个主题下，连同对象、基数、时段、两解和原句。对象各不相同，三个平均年龄不作排名；35岁以下占比说的是新发展的农村党员，不是干部。
  en: Mean ages and shares of an age group under whatever theme, with population, base, period, readings and sentence. Populations differ, so the three mean ages are not ranked; the share aged 35 or below is of newly admitted rural Party members, not of cadres.
verdict: {property: mean_age, level: county}
---*/
SELECT f.place_zh, f.place_en, f.population_zh, f.population_en, f.indicator_zh, f.indicator_en, f.value_printed, f.value_printed_en,
    CASE WHEN i.property = 'mean_age' THEN coalesce(h.value_printed, '人数未载')
        ELSE coalesce(b.value_printed, '基数未载') END AS base_zh,
    CASE WHEN i.property = 'mean_age' THEN coalesce(h.value_printed_en, 'number not stated')
        ELSE coalesce(b.value_printed_en, 'base not stated') END AS base_en,
    f.scope, f.period_text, f.period_text_en, f.obs_status, f.note, f.note_en, f.sentence,
    coalesce(h.sentence, b.sentence) AS base_sentence,
    f.obs_id, coalesce(h.obs_id, b.obs_id) AS base_obs_id
FROM product.measured AS f
JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
JOIN product.place AS c ON c.place_id = f.county_id
LEFT JOIN (
    SELECT m.place_id, m.article_id, g.population_id, m.value_printed, m.value_printed_en, m.sentence, m.obs_id
    FROM product.measured AS m JOIN product.indicator AS g ON g.indicator_id = m.indicator_id
    WHERE g.property = 'headcount'
) AS h ON i.property = 'mean_age' AND h.place_id = f.place_id AND h.article_id = f.article_id AND h.population_id = i.population_id
LEFT JOIN product.link AS l ON l.kind = 'denominator' AND l.to_obs = f.obs_id AND i.property <> 'mean_age'
LEFT JOIN product.measured AS b ON b.obs_id = l.from_obs
WHERE i.property = 'mean_age' OR i.property LIKE '%aged_%'
ORDER BY CASE i.property WHEN 'mean_age' THEN 1 ELSE 2 END, c.gb_code, f.place_level, f.obs_id
