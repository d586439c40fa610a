/*---
title: {zh: 达到收入门槛的村：门槛、个数、比例, en: "Villages over an income threshold: threshold, count, share"}
summary:
  zh: 每个门槛与它限定的村数和比例并列。门槛前后不同、措辞不同，不成趋势。
  en: Each threshold beside the count and share that it qualifies. Thresholds and wordings differ, so this is no trend.
verdict: {rows: [obs_id]}
---*/
SELECT county_zh, county_en, place_zh, place_en, place_level, indicator_zh, indicator_en,
    criterion, criterion_en, modality, statistic, value_printed, value_printed_en, per_time, value, unit, period_text, period_text_en,
    obs_status, note, note_en, sentence, obs_id
FROM product.figures
WHERE theme = 'collective_income' AND (statistic = 'threshold' OR criterion LIKE '%≥%')
ORDER BY county_zh, article_id, char_start, obs_id
