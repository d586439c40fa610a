SELECT 1;

SELECT a, b, c
FROM t
WHERE x = 1 AND y <> 2 OR NOT z
ORDER BY a DESC, b NULLS LAST
LIMIT 10
OFFSET 5;

SELECT DISTINCT county_zh, count(*) FILTER (WHERE value > 3) AS n, sum(value) / count(*) * 100 pct
FROM figures f
JOIN place p USING (place_id)
LEFT JOIN unit AS u ON u.unit = f.unit AND u.kind = 'money'
WHERE theme IN ('training', 'education')
GROUP BY ALL
HAVING count(*) > 1
QUALIFY row_number() OVER (PARTITION BY county_zh ORDER BY n DESC) = 1;

WITH
    a AS (
        SELECT 1 AS x
    ),
    b(y) AS MATERIALIZED (
        SELECT x
        FROM a
    )
SELECT *
FROM a, b
WHERE a.x = b.y;

WITH RECURSIVE
    t(n) AS (
        VALUES (1)
        UNION ALL
        SELECT n + 1
        FROM t
        WHERE n < 100
    )
SELECT sum(n)
FROM t;

FROM figures
SELECT county_zh
WHERE value BETWEEN 1 AND 2 AND value NOT BETWEEN 3 AND 4;

SELECT CASE WHEN value > 1 THEN 'a' WHEN value > 2 THEN 'b' ELSE 'c' END AS kind, CASE statistic WHEN 'mean' THEN 1 END
FROM figures;

SELECT -1, -1, 1 - -1, +2, a - 1, a - b, -a, (-a), x * -1, a || 'b' || c, NOT true, 5 != 4, 2 ** 3, 7 // 2, 7 % 2;

SELECT x::VARCHAR, CAST(y AS DECIMAL(10, 2)), TRY_CAST(z AS DATE), DATE '2025-07-01', INTERVAL 3 day,
    INTERVAL '1' month, TIMESTAMP '2025-01-01 00:00:00', [1, 2, 3][1], {'a':1, 'b':[2]}.a, map {'k':1},
    list_filter([1, 2], LAMBDA x:x > 1), s[1:2], s[:-1];

SELECT * EXCLUDE (a, b) replace (c + 1 AS c)
FROM t;

SELECT t.*, "Odd Name", "a""b"
FROM "my schema"."my table" AS t;

SELECT a, /* why */ b, -- the second
    c -- the third
FROM t -- the table
WHERE /* none */ x = 1;

SELECT
    -- the first column
    a,
    /* a comment
     of two lines */
    b
FROM t;

SELECT *
FROM (SELECT theme, max(value) AS m FROM figures GROUP BY theme) AS s
WHERE EXISTS (SELECT 1 FROM link WHERE from_obs = s.m) AND s.theme NOT IN (SELECT theme FROM coverage);

SELECT (
    SELECT max(value)
    FROM figures f
    WHERE f.county_id = p.county_id AND f.theme = 'training' AND f.modality = 'reported' AND f.restates_obs_id IS NULL
) AS best,
    p.name_zh
FROM place p
WHERE p.level = 'county';

SELECT 1
UNION
SELECT 2
UNION ALL
SELECT 3
INTERSECT
SELECT 4
EXCEPT
SELECT 5;

(SELECT 1)
UNION ALL BY name(SELECT 2)
ORDER BY 1;

VALUES (1, 'a'), (2, 'b');

SELECT *
FROM (
    VALUES
        ('level', '层级不同（县与乡镇、村）', 'levels differ (county beside township or village)'),
        ('population', '对象不同', 'populations differ')
) AS code(code, label_zh, label_en);

SELECT string_agg(place_zh || ' ' || value_display, '；' ORDER BY place_id, obs_id) AS figures,
    list(obs_id ORDER BY place_id)
FROM measured;

SELECT sum(value) OVER (PARTITION BY theme ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
    lag(value, 1 IGNORE NULLS) OVER w
FROM figures
WINDOW w AS (PARTITION BY county_id ORDER BY period_start);

SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, a IS NULL, b IS NOT NULL, c LIKE '%x%', d ILIKE 'y',
    e SIMILAR TO 'z', f GLOB 'q*'
FROM t;

SELECT *
FROM a
CROSS JOIN b
NATURAL JOIN c
INNER JOIN d ON true
FULL OUTER JOIN e USING (id)
ASOF JOIN f ON f.t >= a.t
POSITIONAL JOIN g
SEMI JOIN h USING (k)
ANTI JOIN i USING (k);

SELECT extract(year FROM period_start), substring(quote FROM 1 FOR 2), trim(BOTH 'x' FROM y), position('a' IN b)
FROM figures;

SELECT first, last, year, month, value, name, text, level, key, type, data, source, label, location, rows, range,
    filter, over, partition
FROM t
ORDER BY value, name, year;

SELECT $county
FROM t
WHERE county_zh = $county OR $county IS NULL;

SELECT ?, ?::INT
FROM t;

SELECT e'it\'s', $$dollar 'quoted'$$, $tag$ with $$ inside $tag$, x'ff', 'two
lines'
FROM t;

SELECT county_zh, county_en, population_zh, population_en, criterion, value, unit, value_display, period_text,
    period_basis, obs_status, note, sentence, obs_id
FROM measured
WHERE indicator_id IN (
    'village_cadre_qualification_enrolment', 'village_cadre_and_reserve_qualification_enrolment',
    'secretary_reserve_mean_age'
)
    AND obs_status = 'normal';

SELECT list_filter(
    [
        if(a.place_level <> b.place_level, 'level', NULL), if(a.population_id <> b.population_id, 'population', NULL),
        if(a.accounting <> b.accounting, 'accounting', NULL)
    ],
    LAMBDA reason : reason IS NOT NULL
) AS reasons,
    a.obs_id
FROM figure AS a
JOIN figure AS b ON a.theme = b.theme AND a.statistic = b.statistic AND a.unit = b.unit AND a.place_id <> b.place_id
    AND a.obs_id < b.obs_id;

SELECT CASE WHEN a.qualifier = 'exact' AND b.qualifier = 'exact' THEN 'both figures are exact'
        WHEN a.qualifier = 'exact' THEN 'only the first figure is exact' ELSE 'none of the two is' END AS standing
FROM pair AS a;

SELECT *
FROM t TABLESAMPLE 10 %;

SELECT *
FROM read_csv('x.csv', header = true, delim := ';') AS r(a, b);

SELECT a
FROM t
GROUP BY grouping sets ((a), (a, b), ()), cube(c), rollup(d);

SELECT unnest([1, 2]) AS u, struct_pack(a := 1, b := 2), row(1, 2), (1, 2), ARRAY[1, 2], count(*), coalesce(a, b),
    left(a, 1), replace(a, 'b', 'c');

SELECT ALL a
FROM t FETCH first 3 rows ONLY;

SELECT 1
LIMIT 10 percent;

SELECT x -> 'a' ->> 'b', x @> y, x && y, a ^ 2, a & b, a << 1, ~ a, @a
FROM t;

SELECT *
FROM LATERAL (SELECT 1) AS l, generate_series(1, 10) AS g(i);

SELECT DISTINCT ON (county_id) county_id, value
FROM figures
ORDER BY county_id, value DESC;

SELECT true, false, NULL, TRUE AND False;

SELECT a: 1, b: 2
FROM c: t;

SELECT columns('value_.*'), columns(c -> c LIKE 'x%'), * LIKE 'county%'
FROM figures;

SELECT date, time, timestamp, interval, json
FROM t;

SELECT #1, 4!, 2 ^ -1, a < -1, a = -b, a * -b
FROM t;

FROM t;

table figures;

SELECT year(period_start) AS year, month
FROM figures
GROUP BY year, month;

WITH
    x AS (
        FROM figures
        WHERE theme = 'training'
    ),
    y AS (
        SELECT county_zh, count(*) AS n
        FROM x
        GROUP BY county_zh
    )
SELECT y.*
FROM y
ORDER BY n DESC;

SELECT 最大 AS 值, "表".列
FROM 表 AS 别名
WHERE 列 = '碧江区，玉屏';

CREATE OR REPLACE VIEW v AS
SELECT a, b
FROM t
WHERE c;

CREATE TEMP TABLE r AS
WITH
    x AS (
        SELECT 1
    )
FROM x;

INSERT INTO t (a, b)
SELECT a, b
FROM s
WHERE c = 1;

INSERT INTO t
VALUES (1, 'a'), (2, 'b');

SELECT grouping(a), 1 = ANY (SELECT 2), x IN (1, 2), (x) IN ((1), (2))
FROM t;

SELECT *
FROM a, b AS c, (d JOIN e ON d.x = e.x)
WHERE a.b.c = 1 AND NOT EXISTS (FROM z);

