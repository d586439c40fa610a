/*---
title: {zh: 存疑和可作两解的数字, en: Figures that are suspect or can be read in two ways}
summary:
  zh: 算术对不上的（存疑）和原文有歧义的数字，附理由。数字照录原文，不作更正。
  en: Figures whose arithmetic does not hold (suspect) or whose text is ambiguous, with the reason. Values stay as printed.
---*/
SELECT obs_status, county_zh, place_zh, indicator_zh, value_printed, value_printed_en, note, sentence, obs_id
FROM product.figures
WHERE obs_status <> 'normal'
ORDER BY obs_status DESC NULLS LAST, county_zh, obs_id
