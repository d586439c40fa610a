/*---
title: {zh: 长表：各县 × 主题的数字条数, en: "Long table: counts by county and theme"}
summary:
  zh: 十个县在每个主题下有多少条实测数字，长表；空是只有规定、计划、拨款，或本库来源未见，江口县没有来源，都不是零。
  en: How many measured figures each county has by theme, one row each. Empty means only rules, plans and allocations, or not in these sources; Jiangkou has no source. None of these is zero.
chart:
  kind: heatmap
  x: county_zh
  series: theme_zh
  y: figures
  title: {zh: 本库来源覆盖哪些县、哪些主题：江口县没有来源, en: "Which counties and themes these sources cover: none on Jiangkou"}
  subtitle: {zh: 各县各主题的数字条数；条数多不等于成绩好, en: Number of figures by county and theme; more figures do not mean a better record}
columns:
  figures: {decimals: 0, label: {zh: 数字条数, en: figures}}
---*/
WITH theme_name(theme, theme_zh, theme_en, position) AS (
    VALUES
        ('cadre_age', '干部年龄', 'Cadre age', 1), ('education', '学历', 'Education', 2), ('training', '培训', 'Training', 3),
        ('collective_income', '村集体收入', 'Collective income', 4), ('village_enterprise', '村办企业', 'Village enterprises', 5),
        ('cadre_pay', '干部报酬', 'Cadre pay', 6), ('cadre_count', '干部人数', 'Cadre numbers', 7), ('party_org', '党组织', 'Party organisations', 8),
        ('party_membership', '党员', 'Party members', 9), ('grid_governance', '网格治理', 'Grid governance', 10), ('assets', '资产', 'Assets', 11),
        ('employment', '就业', 'Employment', 12), ('public_service', '公共服务', 'Public services', 13), ('spending', '支出', 'Spending', 14),
        ('dispute_mediation', '矛盾调解', 'Mediation', 15), ('burden_reduction', '减负', 'Burden reduction', 16), ('recognition', '表彰', 'Recognition', 17),
        ('work_activity', '工作活动', 'Activities', 18), ('industry_tourism', '产业旅游', 'Industry and tourism', 19), ('other', '其他', 'Other', 20)
)
SELECT county_zh, split_part(county_en, ' ', 1) AS county_en, theme_zh, theme_en, nullif(figures, 0) AS figures, standing, standing_zh, standing_en, obs_ids
FROM product.coverage JOIN theme_name USING (theme)
ORDER BY position, gb_code
