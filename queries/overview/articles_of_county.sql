/*---
title: {zh: 一个县的报道, en: Articles on one county}
titled: {zh: "{county}的报道", en: "Articles on {county}"}
summary:
  zh: 一个县（含其乡镇、村）的报道，附见报不早于的日期和各有多少条数字。
  en: The articles on one county with its townships and villages, with the earliest date of each and how many figures it has.
params:
  county:
    type: text
    from: SELECT name_zh, name_zh, name_en FROM product.place WHERE level = 'county' ORDER BY gb_code
    default: 碧江区
    label: {zh: 县, en: county}
    all: {zh: 各县, en: all counties}
columns:
  article_title: {label: {zh: 报道, en: article}}
  place_zh: {label: {zh: 地方, en: place}}
  not_before: {label: {zh: 见报不早于, en: not before}}
  county_zh: {label: {zh: 县, en: county}}
  figures: {label: {zh: 条数, en: figures}, decimals: 0}
---*/
SELECT a.title AS article_title, a.title_en AS article_title_en, p.name_zh AS place_zh, p.name_en AS place_en, a.date_from AS not_before, count(o.obs_id) AS figures,
    c.name_zh AS county_zh, c.name_en AS county_en, a.article_id,
    array_agg(o.obs_id ORDER BY o.obs_id) FILTER (WHERE o.obs_id IS NOT NULL) AS obs_ids
FROM product.article AS a
JOIN product.place AS p ON p.place_id = a.place_id
JOIN product.place AS c ON c.place_id = p.county_id
LEFT JOIN product.observation AS o ON o.article_id = a.article_id
WHERE CAST($county AS VARCHAR) IS NULL OR c.name_zh = $county
GROUP BY c.gb_code, c.name_zh, c.name_en, a.article_id, a.title, a.title_en, p.name_zh, p.name_en, a.date_from
ORDER BY c.gb_code, a.date_from, a.article_id
