/*---
title: {zh: 村（社区）集体的钱：进、出与另列, en: "Money of village and community collectives: in, out and beside"}
summary:
  zh: 与村（社区）集体有关的每笔钱一行，按去向分：集体所得、集体入股付出、财政或党费投向村（社区）、公司与工坊的营业和工资、农户和全村所得（不是集体的）。划拨、安排是计划数，不是支出；干部报酬不在此列。各行互有包含，口径、时段各异，一律不可相加、相减。
  en: Every amount about village and community collectives, one row each, by where it goes. What collectives received, what they paid for stakes, public money for villages and communities, turnover and wages of companies and workshops, and what households or the whole village earned, which is not the collective's. Cadre pay is not here. Allocations are plans, not spending; rows contain each other and differ in accounting and period, so never add or subtract.
columns:
  value: {unit: 元, label: {zh: 金额（元）, en: amount in yuan}}
verdict: {rows: [obs_id]}
---*/
WITH side(position, side_zh, side_en) AS (
    VALUES (1, '进：集体所得', 'in: received by collectives'), (2, '出：集体入股', 'out: stakes taken by collectives'),
        (3, '投入：财政、党费、项目资金（安排数）', 'public money and Party dues (allocated)'),
        (4, '另列：公司、工坊的营业收入与收益', 'beside: revenue and proceeds of companies and workshops'),
        (5, '另列：公司、工坊发放的工资', 'beside: wages paid by companies and workshops'),
        (6, '不是集体的：农户、全村、产业', 'not the collective''s: households, the whole village, industries')
),
flow(indicator_id, position) AS (
    VALUES ('village_collective_income_gain', 1), ('community_collective_income_mean', 1), ('village_collective_accumulated_funds', 1),
        ('village_collective_dividends_cumulative', 1),
        ('village_collective_equity_in_strong_village_company', 2), ('village_collective_equity_in_other_company', 2),
        ('collective_economy_support_project_funds', 3), ('village_community_office_budget', 3), ('party_dues_for_village_venue_repair', 3),
        ('red_village_central_provincial_special_fund', 3), ('red_village_prefecture_county_pooled_fund', 3),
        ('party_dues_for_community_service_centre', 3), ('party_building_and_mass_service_fund', 3),
        ('strong_village_company_operating_revenue', 4), ('strong_village_workshop_operating_revenue', 4),
        ('strong_village_workshop_proceeds', 4), ('strong_village_company_wages', 5), ('strong_village_workshop_wages', 5),
        ('idle_project_economic_income_gain', 6), ('idle_project_household_income_gain', 6), ('farm_household_income_gain_mean', 6),
        ('agritourism_project_income_gain', 6), ('nearby_work_wages', 6), ('village_tea_sales', 6), ('village_white_tea_camellia_sales', 6),
        ('farmer_industry_subsidy_applied', 6), ('understory_industry_operating_revenue', 6), ('tourism_revenue', 6),
        ('property_rights_transaction_value', 6)
)
SELECT s.side_zh, s.side_en, f.place_zh, f.place_en, f.indicator_zh, f.indicator_en, f.criterion, f.criterion_en, f.value_printed,
    f.value_printed_en, f.per_time, f.per_entity, f.modality, f.accounting, f.value, f.qualifier, f.period_text, f.period_text_en,
    f.obs_status, f.note, f.note_en, f.sentence, f.obs_id
FROM product.figures AS f
JOIN flow AS w ON w.indicator_id = f.indicator_id
JOIN side AS s ON s.position = w.position
JOIN product.place AS c ON c.place_id = f.county_id
WHERE f.restates_obs_id IS NULL
ORDER BY s.position, c.gb_code, f.article_id, f.char_start, f.obs_id
