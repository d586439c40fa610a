/*---
title: {zh: 学历：层次、对象、人数、占比与基数, en: "Education by level: population, number, share and base"}
summary:
  zh: 每个对象、每个层次一行，连同原文印出的人数、占比和基数；两项都印出的复算一遍。大专与高中、书记后备力量与村级后备力量、支委与社区工作者各是一回事，占比之间不可比；沿河的占比由同句两数推算。
  en: One row per population and level with the number, share and base that the text prints, worked through again where two of them are printed. Levels and populations differ, so shares do not compare; Yanhe's share is derived from two numbers of one sentence.
verdict: {property: junior_college_share, level: county}
---*/
WITH level_name(property, level_zh, level_en, position) AS (
    VALUES ('postgraduates_recruited', '研究生', 'postgraduate', 1), ('junior_college_share', '大专及以上', 'junior college or above', 2),
        ('high_school_share', '高中以上', 'senior high school or above', 3)
),
stated AS (
    SELECT f.place_zh, f.place_en, f.county_id, f.place_level, f.population_zh, f.population_en, v.level_zh, v.level_en, v.position,
        n.value AS number, n.value_printed AS number_printed, n.value_printed_en AS number_printed_en,
        f.value AS share, f.value_printed AS share_printed, f.value_printed_en AS share_printed_en,
        b.value AS base, b.value_printed AS base_printed, b.value_printed_en AS base_printed_en,
        b.indicator_zh AS base_measure_zh, b.indicator_en AS base_measure_en,
        f.period_text, f.period_text_en, f.obs_status, f.note, f.note_en, f.sentence, n.obs_id AS number_obs_id, b.obs_id AS base_obs_id, f.obs_id
    FROM product.measured AS f
    JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
    JOIN level_name AS v ON v.property = i.property
    LEFT JOIN product.link AS ln ON ln.kind = 'numerator' AND ln.to_obs = f.obs_id
    LEFT JOIN product.measured AS n ON n.obs_id = ln.from_obs
    LEFT JOIN product.link AS lb ON lb.kind = 'denominator' AND lb.to_obs = f.obs_id
    LEFT JOIN product.measured AS b ON b.obs_id = lb.from_obs
    WHERE f.statistic = 'share'
    UNION ALL
    SELECT f.place_zh, f.place_en, f.county_id, f.place_level, f.population_zh, f.population_en, v.level_zh, v.level_en, v.position,
        f.value, f.value_printed, f.value_printed_en, NULL, NULL, NULL, b.value, b.value_printed, b.value_printed_en,
        b.indicator_zh, b.indicator_en, f.period_text, f.period_text_en, f.obs_status, f.note, f.note_en, f.sentence, f.obs_id, b.obs_id, f.obs_id
    FROM product.measured AS f
    JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
    JOIN level_name AS v ON v.property = i.property
    JOIN product.link AS l ON l.kind = 'part_of' AND l.from_obs = f.obs_id
    JOIN product.measured AS b ON b.obs_id = l.to_obs
    WHERE f.statistic = 'count'
),
worked AS (
    SELECT s.*,
        CAST(round(CAST(100 * s.number / CAST(s.base AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 2) AS VARCHAR) || '%' AS derived,
        CAST(CAST(s.number AS INTEGER) AS VARCHAR) || '/' || CAST(CAST(s.base AS INTEGER) AS VARCHAR) AS parts
    FROM stated AS s
)
SELECT place_zh, place_en, population_zh, population_en, level_zh, level_en,
    number_printed, number_printed_en, share_printed, share_printed_en, base_printed, base_printed_en,
    base_measure_zh, base_measure_en,
    CASE WHEN derived = share_printed THEN '复算相符：' || parts || '=' || derived
        WHEN number IS NOT NULL AND share IS NOT NULL THEN '复算不符：' || parts || '=' || derived
        WHEN number IS NOT NULL THEN '推算：' || parts || '=' || derived || '，原文未载占比'
        WHEN obs_status = 'suspect' THEN '存疑：按此基数无整数可得'
        WHEN base IS NOT NULL THEN '人数未载'
        ELSE '人数、基数均未载' END AS check_zh,
    CASE WHEN derived = share_printed THEN 'agrees: ' || parts || ' = ' || derived
        WHEN number IS NOT NULL AND share IS NOT NULL THEN 'does not agree: ' || parts || ' = ' || derived
        WHEN number IS NOT NULL THEN 'derived: ' || parts || ' = ' || derived || '; the text states no share'
        WHEN obs_status = 'suspect' THEN 'suspect: no whole number of this base gives it'
        WHEN base IS NOT NULL THEN 'number not stated'
        ELSE 'neither number nor base stated' END AS check_en,
    share_printed IS NULL AS is_derived, period_text, period_text_en, obs_status, note, note_en, sentence, obs_id, number_obs_id, base_obs_id
FROM worked JOIN product.place USING (county_id)
WHERE place.level = 'county'
ORDER BY worked.position, gb_code, worked.place_level, obs_id
