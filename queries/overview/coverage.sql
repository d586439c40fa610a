/*---
title: {zh: 各县各主题有多少数字, en: Figures by county and theme}
summary:
  zh: 十个县在每个主题下的数字条数；空格是本库来源未见，江口县没有来源。空不是零。
  en: How many figures each county has by theme. Empty means not in these sources; Jiangkou has no source. Empty is not zero.
---*/
PIVOT (SELECT county_zh, gb_code, theme, nullif(figures, 0) AS figures FROM coverage)
ON theme USING first(figures)
ORDER BY gb_code
