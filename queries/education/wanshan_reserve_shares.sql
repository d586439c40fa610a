/*---
title: {zh: 万山区村级后备力量的三个比例, en: Three shares of the village reserves of Wanshan}
summary:
  zh: 党员219人除以312人等于70.19%，与原文相符；大专以上95.55%按312人无整数可得，存疑照录。三个比例各有所指，不作排名。
  en: 219 of 312 are Party members, 70.19% as stated; no whole number of 312 gives 95.55% with junior college, so it is suspect and kept as printed. The shares measure different things and are not ranked.
chart:
  kind: bar
  x: measure_zh
  y: value
  detail: detail_zh
  order: given
  title: {zh: 万山区312名村级后备力量：党员219人，占70.19%；大专以上学历占比95.55%存疑, en: "Wanshan's 312 village reserves: 219 Party members, 70.19%; the 95.55% with junior college is suspect"}
  subtitle: {zh: 占村级后备力量312人的比例，“截至目前”, en: "Share of the 312 village reserves, “up to now”"}
columns:
  value: {unit: "1", decimals: 4, label: {zh: 占比, en: share}}
---*/
WITH share(indicator_id, measure_zh, measure_en, detail_zh, detail_en, position) AS (
    VALUES ('village_reserve_party_member_share', '党员', 'Party members', '219/312', '219/312', 1),
        ('village_reserve_high_school_share', '高中以上学历', 'High school or above', '人数未载', 'number not stated', 2),
        ('village_reserve_junior_college_share', '大专以上学历', 'Junior college or above', '人数未载', 'number not stated', 3)
)
SELECT measure_zh, measure_en, value, unit, value_printed, value_printed_en, detail_zh, detail_en, denominator_text, denominator_text_en, denominator_value, obs_status, note, note_en, sentence, obs_id
FROM product.measured JOIN share USING (indicator_id)
WHERE county_zh = '万山区'
ORDER BY position
