/*---
title: {zh: 五地的报酬等级, en: Pay ladders of five places}
summary:
  zh: 碧江区、思南县、松桃县、松桃蓼皋街道、印江缠溪镇的岗、级、档、类，一地一行，照原文。碧江、蓼皋说社区工作者，松桃、缠溪说村干部，思南说“两委”主要成员；缠溪的六级是已定职级中的最高级，不是级数。对象不同，级数多少不可比。
  en: Posts, grades, steps and classes in Bijiang, Sinan, Songtao, Liaogao (Songtao) and Chanxi (Yinjiang), one row a place, as printed. Bijiang and Liaogao speak of community workers, Songtao and Chanxi of village cadres, Sinan of leading members of the two committees; Chanxi's 六级 is the highest grade given so far, not a number of grades. Populations differ, so ladders do not compare.
verdict: {rows: [obs_ids]}
---*/
WITH rung AS (
    SELECT f.*, i.property
    FROM product.figures AS f JOIN product.indicator AS i ON i.indicator_id = f.indicator_id
    WHERE i.property IN ('pay_ladder_posts', 'pay_ladder_grades', 'pay_ladder_steps', 'rank_classes', 'max_rank_grade')
        AND f.restates_obs_id IS NULL
)
SELECT r.place_zh, r.place_en, r.population_zh, r.population_en, r.scope, r.modality,
    max(CASE WHEN r.property = 'pay_ladder_posts' THEN r.value_printed END) AS posts_zh,
    max(CASE WHEN r.property = 'pay_ladder_posts' THEN r.value_printed_en END) AS posts_en,
    max(CASE WHEN r.property = 'pay_ladder_grades' THEN r.value_printed END) AS grades_zh,
    max(CASE WHEN r.property = 'pay_ladder_grades' THEN r.value_printed_en END) AS grades_en,
    max(CASE WHEN r.property = 'pay_ladder_steps' THEN r.value_printed END) AS steps_zh,
    max(CASE WHEN r.property = 'pay_ladder_steps' THEN r.value_printed_en END) AS steps_en,
    max(CASE WHEN r.property = 'rank_classes' THEN r.value_printed END) AS classes_zh,
    max(CASE WHEN r.property = 'rank_classes' THEN CAST(CAST(r.value AS INTEGER) AS VARCHAR) || ' classes' END) AS classes_en,
    max(CASE WHEN r.property = 'max_rank_grade' THEN '最高' || r.value_printed END) AS highest_given_zh,
    max(CASE WHEN r.property = 'max_rank_grade' THEN 'highest given: grade ' || CAST(CAST(r.value AS INTEGER) AS VARCHAR) END) AS highest_given_en,
    max(r.note) AS note, max(r.note_en) AS note_en, max(r.sentence) AS sentence, array_agg(r.obs_id ORDER BY r.char_start, r.obs_id) AS obs_ids
FROM rung AS r JOIN product.place AS c ON c.place_id = r.county_id
GROUP BY r.place_zh, r.place_en, r.population_zh, r.population_en, r.scope, r.modality, r.article_id, c.gb_code, r.place_level
ORDER BY c.gb_code, r.place_level, r.article_id
