/*---
title: {zh: 十县培训、宣讲人次并列, en: Training and lecture attendances of all ten counties}
summary:
  zh: 十县县级报道的培训、宣讲人次，十县都列。人次不是人数；对象、时段各异，不作排名，也不相加。同句印出期（场）数的另附每期（场）平均，系推算，带“余”的是下限；碧江的1870、4550人次是否都在那10期内未载，不除。
  en: Attendances of training and lectures that the articles state at county level, all ten counties listed. Attendances are not people; populations and periods differ, so nothing is ranked or added. Where the same sentence prints sessions a mean per session is derived, a lower bound where the text says 余 (just over). Bijiang's 1870 and 4550 are not divided, since the text does not say that all were at those 10 courses.
columns:
  per_session: {decimals: 2, label: {zh: 每期（场）平均（推算）, en: mean per session (derived)}}
verdict: {theme: training, property: training_attendances, level: county, rows: [obs_id]}
---*/
WITH divided(attendances, sessions, remark_zh, remark_en) AS (
    VALUES ('003-1.special_training_attendances', '003-1.special_training_sessions', NULL, NULL),
        ('001-1.community_worker_training_attendances', '001-1.training_sessions',
            '人次只数社区工作者，培训班还有书记、后备力量', 'counts community workers only; secretaries and reserves were at the courses too'),
        ('001-4.lecture_attendances', '001-4.lecture_sessions', '宣讲，不是培训班', 'lectures, not courses')
),
stated AS (
    SELECT f.county_id, f.indicator_zh, f.indicator_en, f.value_printed, f.value_printed_en, f.scope, f.qualifier, f.period_text,
        f.period_text_en, f.note, f.note_en, f.sentence, f.obs_id, s.value_printed AS sessions_printed, s.value_printed_en AS sessions_printed_en, s.obs_id AS sessions_obs_id,
        CAST(floor(CAST(100 * f.value / CAST(s.value AS DOUBLE PRECISION) AS DECIMAL(18, 6))) / CAST(100 AS DOUBLE PRECISION)
            AS DOUBLE PRECISION) AS per_session, d.remark_zh, d.remark_en
    FROM product.measured AS f
    JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
    LEFT JOIN divided AS d ON d.attendances = f.obs_id
    LEFT JOIN product.measured AS s ON s.obs_id = d.sessions
    WHERE f.theme = 'training' AND i.property IN ('training_attendances', 'lecture_attendances') AND f.place_level = 'county'
),
county AS (
    SELECT p.place_id, p.name_zh, p.name_en, p.gb_code,
        EXISTS (SELECT 1 FROM product.article AS a JOIN product.place AS q ON q.place_id = a.place_id WHERE q.county_id = p.place_id)
            AS has_source
    FROM product.place AS p
    WHERE p.level = 'county'
)
SELECT c.name_zh AS county_zh, split_part(c.name_en, ' ', 1) AS county_en,
    coalesce(s.indicator_zh, CASE WHEN c.has_source THEN '县级人次，本库来源未见' ELSE '无来源' END) AS indicator_zh,
    coalesce(s.indicator_en, CASE WHEN c.has_source THEN 'county-level attendances, not in these sources' ELSE 'no source' END)
        AS indicator_en,
    s.value_printed, s.value_printed_en, s.sessions_printed, s.sessions_printed_en, s.per_session,
    CASE WHEN s.per_session IS NULL THEN NULL WHEN s.qualifier = 'min' THEN '不少于，推算' ELSE '推算' END AS bound_zh,
    CASE WHEN s.per_session IS NULL THEN NULL WHEN s.qualifier = 'min' THEN 'at least, derived' ELSE 'derived' END AS bound_en,
    s.remark_zh, s.remark_en, s.scope, s.period_text, s.period_text_en, s.note, s.note_en, s.sentence, s.obs_id, s.sessions_obs_id
FROM county AS c LEFT JOIN stated AS s ON s.county_id = c.place_id
ORDER BY c.gb_code, s.obs_id
