/*---
title: {zh: 蓼皋街道社区工作者岗位等级, en: Post grades of community workers in Liaogao}
summary:
  zh: 松桃县蓼皋街道2022年套改落实一至四岗待遇的人数。四项合计101人系加总，原文未载，也不是现有社区工作者总数。
  en: Community workers of Liaogao subdistrict, Songtao, by the post grade whose pay they were given in 2022. The text states no total, and the four are not all community workers.
chart:
  kind: bar
  x: grade_zh
  y: value
  order: given
  title: {zh: 松桃县蓼皋街道2022年：一岗11人、二岗21人、三岗17人、四岗52人, en: "Community workers of Liaogao, Songtao, 2022: 11 in grade 1, 21 in grade 2, 17 in grade 3, 52 in grade 4"}
  subtitle: {zh: 落实岗位等级待遇的社区工作者，2022年，单位：人, en: "Community workers given the pay of their post grade, 2022, people"}
  notes: {zh: 四项不等于现有社区工作者总数，原文未载合计, en: "The four are not all community workers; the text states no total"}
columns:
  value: {unit: 人, decimals: 0, label: {zh: 人数, en: people}}
---*/
SELECT place_zh, criterion, substr(criterion, 1, 1) || '岗' AS grade_zh, 'Grade ' || substr(indicator_id, 29, 1) AS grade_en,
    value, unit, value_printed, value_printed_en, period_text, note, sentence, obs_id
FROM product.measured
WHERE starts_with(indicator_id, 'community_worker_post_grade_') AND place_zh = '蓼皋街道'
ORDER BY indicator_id
