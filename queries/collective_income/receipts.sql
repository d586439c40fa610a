/*---
title: {zh: 集体得到的钱, en: What collectives received}
summary:
  zh: 增收、积累、分红、收入是不同的指标；有的是一个村，有的是全县，不可相加，不可排名。
  en: Gains, accumulated funds, dividends and income are different measures, of one village or a whole county; they neither add up nor rank.
chart:
  kind: kpi
  x: receiver_zh
  y: value
  detail: measure_zh
  title: {zh: 村（社区）集体得到的钱：指标各异，不可相加、不可排名, en: "What village and community collectives received: different measures, neither added nor ranked"}
  subtitle: {zh: 收入、增收、积累、分红是不同的指标，有的是全县、有的是一个村，单位：元, en: "Income, gains, accumulated funds and dividends, of a whole county or of one village, yuan"}
columns:
  value: {unit: 元, decimals: 0, label: {zh: 金额, en: amount}}
verdict: {rows: [obs_id]}
---*/
WITH origin(criterion, origin_en) AS (
    VALUES ('盘活闲置低效项目带动', 'from idle projects put to use'), ('强村富民工坊带动', 'from workshops'),
        ('盘活闲置老年活动室出租', 'from letting an idle activity room')
)
SELECT county_zh, county_en, place_zh, place_en, CASE WHEN place_level = 'county' THEN place_zh ELSE place_zh || '（' || county_zh || '）' END AS receiver_zh,
    CASE WHEN place_level = 'county' THEN split_part(county_en, ' ', 1) ELSE place.name_en || ', ' || split_part(county_en, ' ', 1) END AS receiver_en,
    place_level, indicator_zh, indicator_en, criterion, criterion_en, concat_ws('，', indicator_zh, criterion) AS measure_zh,
    concat_ws(', ', indicator_en, coalesce(origin_en, criterion)) AS measure_en, value, unit, value_printed, value_printed_en, per_time,
    accounting, period_text, period_text_en, obs_status, note, note_en, sentence, obs_id
FROM product.measured JOIN product.place USING (place_id) LEFT JOIN origin USING (criterion)
WHERE theme = 'collective_income' AND unit = '元'
ORDER BY place_level, county_zh, obs_id
