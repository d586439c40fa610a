/*---
title: {zh: 碧江区强村富民工坊的四笔钱, en: Four amounts of Bijiang's workshops}
summary:
  zh: 经营性收入、收益、发放工资、带动集体增收是四个不同的指标，可能互相包含，只并列，不相加、不排名。
  en: Operating revenue, proceeds, wages paid and gains of the collectives are four measures that may contain each other. They stand side by side and are neither added nor ranked.
chart:
  kind: kpi
  x: measure_zh
  y: value
  title: {zh: 碧江区27个工坊：经营性收入、收益、工资、集体增收，不可相加, en: "Bijiang's 27 workshops: revenue, proceeds, wages and collective gains, not additive"}
  subtitle: {zh: 强村富民工坊，“截至目前”；除经营性收入按年外，年度数还是累计数未载, en: "Strong Villages, Prosperous People workshops, “up to now”; revenue is yearly, for the others the text does not say whether yearly or cumulative"}
  notes: {zh: 四项可能互相包含（工资、收益出自收入），相加没有意义, en: "The four may contain each other (wages and proceeds come out of revenue); their sum means nothing"}
columns:
  value: {unit: 元, decimals: 0, label: {zh: 金额, en: amount}}
---*/
WITH amount(obs_id, measure_zh, measure_en, position) AS (
    VALUES ('000-1.workshop_operating_revenue', '经营性收入（年）', 'Operating revenue (yearly)', 1), ('000-1.workshop_proceeds', '收益', 'Proceeds', 2),
        ('000-1.workshop_wages', '发放工资', 'Wages paid', 3), ('000-1.workshop_collective_gain', '带动集体增收', 'Gains of collectives', 4)
)
SELECT measure_zh, measure_en, value, unit, value_printed, value_printed_en, indicator_zh, indicator_en, per_time, accounting, period_text, period_text_en, note, note_en, sentence, obs_id
FROM product.measured JOIN amount USING (obs_id)
ORDER BY position
