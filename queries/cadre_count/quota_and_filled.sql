/*---
title: {zh: 员额、配备标准与已有人数, en: Approved posts and staffing rules beside the people reported}
summary:
  zh: 定了数目又报了人数的两处：德江县城市社区工作者核定员额346个，认定93名、招聘184名；新店镇每格配网格长1名，33个网格有33名。员额是规定，不与实数相比；德江合计277名和80.1%系推算，以所认定、招聘的都仍在岗为前提；2024年的121名是计划还是已招未明，不计。
  en: The two places that print both a rule and the people. Dejiang approves 346 posts for urban community workers, recognised 93 and recruited 184; Xindian's rule is one grid head a grid, with 33 heads in 33 grids. A rule is no measurement. Dejiang's 277 and 80.1% are derived and hold only if all of them still serve; the 121 of 2024, planned or hired, are left out.
columns:
  people: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
  posts: {decimals: 0, label: {zh: 按规定应有, en: by the rule}}
  filled_share: {unit: "1", decimals: 4, label: {zh: 已有占应有（推算）, en: people over posts (derived)}}
verdict: {rows: [obs_id]}
---*/
WITH part(quota_obs_id, obs_id, second_obs_id) AS (
    VALUES ('000-3.community_worker_quota', '000-3.community_workers_recognised', '000-3.community_workers_recruited'),
        ('003-4.grid_head_per_grid', '003-4.grid_heads', NULL)
),
ruled AS (
    SELECT q.obs_id, q.value_printed, q.value_printed_en, q.modality, q.sentence,
        CASE WHEN q.per_entity = 'grid' THEN q.value * g.value ELSE q.value END AS posts,
        CASE WHEN q.per_entity = 'grid' THEN g.obs_id END AS grid_obs_id,
        CASE WHEN q.per_entity = 'grid' THEN '每格' || q.value_printed || '，' || g.value_printed || '网格'
            ELSE q.value_printed END AS rule_zh,
        CASE WHEN q.per_entity = 'grid' THEN q.value_text || ' a grid, ' || g.value_text || ' grids' ELSE q.value_text || ' posts' END AS rule_en
    FROM product.figures AS q
    LEFT JOIN product.figures AS g
        ON q.per_entity = 'grid' AND g.article_id = q.article_id AND g.place_id = q.place_id AND g.indicator_id = 'grid_count'
)
SELECT f.place_zh, f.place_en, f.population_zh, f.population_en, r.rule_zh, r.rule_en, r.modality,
    concat_ws(' + ', f.indicator_zh || f.value_printed, g.indicator_zh || g.value_printed) AS people_zh,
    concat_ws(' + ', f.indicator_en || ': ' || f.value_text, g.indicator_en || ': ' || g.value_text) AS people_en,
    f.value + coalesce(g.value, 0) AS people, r.posts,
    CAST(round(CAST((f.value + coalesce(g.value, 0)) / CAST(r.posts AS DOUBLE PRECISION) AS DECIMAL(18, 6)), 4) AS DOUBLE PRECISION)
        AS filled_share,
    CASE WHEN g.obs_id IS NOT NULL THEN '推算：两数相加再除以员额，以均仍在岗为前提' ELSE '推算：人数除以按规定应有的人数' END AS derivation_zh,
    CASE WHEN g.obs_id IS NOT NULL THEN 'derived: two numbers added and divided by the posts, if all still serve'
        ELSE 'derived: people over what the rule asks for' END AS derivation_en,
    f.scope, f.period_text, f.period_text_en, f.note, f.note_en, f.sentence, r.sentence AS rule_sentence,
    f.obs_id, g.obs_id AS second_obs_id, r.obs_id AS rule_obs_id, r.grid_obs_id
FROM part AS p
JOIN product.measured AS f ON f.obs_id = p.obs_id
LEFT JOIN product.measured AS g ON g.obs_id = p.second_obs_id
JOIN ruled AS r ON r.obs_id = p.quota_obs_id
JOIN product.place AS c ON c.place_id = f.county_id
ORDER BY c.gb_code
