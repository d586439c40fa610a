/*---
title: {zh: 每百村（社区）的学历提升人数与后备力量, en: Enrolment and reserves per 100 villages and communities}
summary:
  zh: 学历提升人数、后备力量人数除以同文印出的村（社区）数，折合每百个，系推算。碧江没有印出村（社区）总数，不推算；思南以定级的530个村（社区）党组织作基数，其44名含后备力量，1759名只是落实导师的人。对象、时段不同，不作排名。
  en: People enrolled for a higher qualification and reserve candidates over the villages and communities that the same article prints, per 100, derived. Bijiang prints no total, so nothing is derived; Sinan's base is its 530 village and community Party organisations that were graded, its 44 include reserves, its 1759 are those who were given mentors. Populations and periods differ, so nothing is ranked.
columns:
  per_100: {decimals: 1, label: {zh: 每百村（社区）（推算）, en: per 100 villages (derived)}}
verdict: {rows: [obs_id]}
---*/
WITH part(obs_id, base_obs_id, position, remark_zh, remark_en) AS (
    VALUES ('000-1.village_cadre_qualification_upgrade', NULL, 1,
            '村（社区）总数未载，不推算', 'the number of villages and communities is not stated; nothing derived'),
        ('002-1.qualification_enrolment', '002-1.graded_village_party_org_count', 1,
            '含后备力量；基数为定级的村（社区）党组织数', 'includes reserves; the base is the village and community Party organisations graded'),
        ('003-1.village_cadre_qualification_enrolment', '003-1.village_community_count', 1, NULL, NULL),
        ('000-1.reserve_count', NULL, 2, '村（社区）总数未载，不推算；原文另载平均每村（社区）2名以上',
            'the number of villages and communities is not stated; nothing derived; the text itself states a mean of 2 or more each'),
        ('001-4.village_reserves', '001-4.villages_communities', 2, '全部村级后备力量；83个是否为全区总数未载',
            'all village-level reserves; whether 83 is the whole district is not stated'),
        ('002-1.reserve_with_mentor', '002-1.graded_village_party_org_count', 2,
            '只是落实导师的后备力量，原文未说是全部；基数为定级的村（社区）党组织数',
            'only reserves who were given mentors, not said to be all; the base is the village and community Party organisations graded'),
        ('003-1.reserve_count', '003-1.village_community_count', 2, NULL, NULL)
)
SELECT f.county_zh, split_part(f.county_en, ' ', 1) AS county_en, f.indicator_zh, f.indicator_en, f.population_zh, f.population_en,
    f.value_printed, f.value_printed_en, b.value_printed AS base_printed, b.value_printed_en AS base_printed_en,
    b.indicator_zh AS base_zh, b.indicator_en AS base_en,
    CAST(round(CAST(100 * f.value / CAST(b.value AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 1) AS DOUBLE PRECISION) AS per_100,
    CASE WHEN b.obs_id IS NULL THEN NULL
        ELSE '推算：' || CAST(CAST(f.value AS INTEGER) AS VARCHAR) || ' ÷ ' || CAST(CAST(b.value AS INTEGER) AS VARCHAR) || ' × 100' END
        AS derivation_zh,
    CASE WHEN b.obs_id IS NULL THEN NULL
        ELSE 'derived: ' || CAST(CAST(f.value AS INTEGER) AS VARCHAR) || ' / ' || CAST(CAST(b.value AS INTEGER) AS VARCHAR) || ' x 100' END
        AS derivation_en,
    p.remark_zh, p.remark_en, f.period_text, f.period_text_en, f.obs_status, f.note, f.note_en, f.sentence, b.sentence AS base_sentence,
    f.obs_id, b.obs_id AS base_obs_id
FROM part AS p
JOIN product.measured AS f ON f.obs_id = p.obs_id
LEFT JOIN product.measured AS b ON b.obs_id = p.base_obs_id
JOIN product.place AS c ON c.place_id = f.county_id
ORDER BY p.position, c.gb_code
