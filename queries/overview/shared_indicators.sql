/*---
title: {zh: 哪些指标至少两地同级都有, en: Indicators that at least two places share at the same level}
summary:
  zh: 同一指标、同一层级、至少两个地方有数；即使这样，时段、覆盖范围（如德江只数城镇）、标准和上下限仍可能不同。
  en: The same indicator at the same level in at least two places. Even then period, scope (Dejiang counts towns only), criterion and bounds can differ.
verdict: {rows: [obs_ids]}
---*/
SELECT theme, indicator_zh, indicator_en, place_level, count(DISTINCT place_id) AS places,
    string_agg(place_zh || ' ' || value_printed, '；' ORDER BY place_id, obs_id) AS figures_zh,
    string_agg(place_en || ' ' || value_printed_en, '; ' ORDER BY place_id, obs_id) AS figures_en,
    indicator_id, array_agg(obs_id ORDER BY place_id, obs_id) AS obs_ids
FROM product.measured
GROUP BY theme, indicator_id, indicator_zh, indicator_en, place_level
HAVING count(DISTINCT place_id) > 1
ORDER BY places DESC NULLS LAST, theme, indicator_id, place_level
