/*---
title: {zh: 导师帮带, en: Mentoring}
summary:
  zh: 关于导师帮带的全部数字：结对、落实、完成，以及每人几名导师的规定。对（结对）、名（被带者）不是一个单位，对象有书记后备力量、后备力量、年轻社区工作者、乡土人才，不可比、不可加；“5+1”“2+1”是办法的名称。
  en: Every figure on mentoring, pairs made, mentees covered, mentoring completed, and the rule on mentors per person. Pairs are not people, and the people are reserves for secretary, reserves, young community workers and local talent, so nothing compares or adds up; "5+1" and "2+1" are names of schemes.
columns:
  per_village: {decimals: 2, label: {zh: 每村（社区）平均（推算）, en: mean per village (derived)}}
verdict: {rows: [obs_id]}
---*/
WITH figure_kind(property, kind_zh, kind_en, position) AS (
    VALUES ('mentoring_pairs', '结成对子', 'pairs made', 1), ('with_mentor', '落实导师的人数', 'people who were given mentors', 2),
        ('mentoring_completed', '完成结对帮带的人数', 'people whose mentoring was completed', 3),
        ('mentors_assigned', '规定：每人导师数', 'rule: mentors per person', 4),
        ('assigned_as_mentors', '当导师的人数', 'people who act as mentors', 5)
)
SELECT f.place_zh, f.place_en, k.kind_zh, k.kind_en, f.population_zh, f.population_en, f.value_printed, f.value_printed_en, f.modality,
    f.criterion, f.criterion_en, f.scope, f.period_text, f.period_text_en, f.obs_status, f.note, f.note_en,
    CASE WHEN b.obs_id IS NOT NULL THEN
        CAST(round(CAST(f.value / CAST(b.value AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 2) AS DOUBLE PRECISION) END AS per_village,
    CASE WHEN b.obs_id IS NOT NULL THEN '推算：除以同文定级的村（社区）党组织' || b.value_printed END AS derivation_zh,
    CASE WHEN b.obs_id IS NOT NULL
        THEN 'derived: over the ' || b.value_text
            || ' village and community Party organisations that the same article says were graded' END AS derivation_en,
    f.sentence, b.sentence AS base_sentence, f.obs_id, b.obs_id AS base_obs_id
FROM product.figures AS f
JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
JOIN figure_kind AS k ON k.property = i.property
JOIN product.place AS c ON c.place_id = f.county_id
LEFT JOIN product.figures AS b ON b.obs_id = '002-1.graded_village_party_org_count' AND f.obs_id = '002-1.reserve_with_mentor'
WHERE f.restates_obs_id IS NULL
ORDER BY k.position, c.gb_code, f.obs_id
