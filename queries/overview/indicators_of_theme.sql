/*---
title: {zh: 一个主题有哪些指标, en: Indicators of one theme}
summary:
  zh: 一个主题在一个层级上的指标，各有几个地方、哪些数字；只有一个地方有的也列出。
  en: The indicators of one theme at one level, with how many places and which figures each has, those of one place among them.
params:
  theme:
    type: text
    from: SELECT DISTINCT theme FROM product.indicator ORDER BY theme
    default: training
    label: {zh: 主题, en: theme}
  level:
    type: text
    from: SELECT level FROM (VALUES (1, 'county'), (2, 'township'), (3, 'village'), (4, 'compound')) AS l(position, level) ORDER BY position
    default: county
    label: {zh: 层级, en: level}
columns:
  indicator_zh: {label: {zh: 指标, en: measure}}
  places: {label: {zh: 地方, en: places}, decimals: 0}
  figures_zh: {label: {zh: 数字, en: figures}}
---*/
SELECT indicator_zh, indicator_en, count(DISTINCT place_id) AS places,
    string_agg(place_zh || ' ' || value_printed, '；' ORDER BY place_id, obs_id) AS figures_zh,
    string_agg(place_en || ' ' || value_printed_en, '; ' ORDER BY place_id, obs_id) AS figures_en,
    indicator_id, array_agg(obs_id ORDER BY place_id, obs_id) AS obs_ids
FROM product.measured
WHERE (CAST($theme AS VARCHAR) IS NULL OR theme = $theme) AND (CAST($level AS VARCHAR) IS NULL OR place_level = $level)
GROUP BY indicator_id, indicator_zh, indicator_en
ORDER BY places DESC NULLS LAST, indicator_id
