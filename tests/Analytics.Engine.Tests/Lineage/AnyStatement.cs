namespace Analytics.Engine.Tests.Lineage;

/// <summary>
/// Builds statements of nested queries over the product's figures and a file, without LIMIT, samples, positions and thresholds over the
/// whole, whose rows depend on rows that lineage does not name.
/// </summary>
internal sealed class AnyStatement(Random random)
{
    private const string Columns = "county_zh, theme, unit, value, place_id";

    public string Next()
    {
        var source = $"{Source(2)} s{(random.Next(2) == 0 ? "" : $" WHERE {Condition(1)}")}";
        return random.Next(17) switch
        {
            0 => $"SELECT county_zh, theme, value FROM {source} ORDER BY ALL",
            1 => $"SELECT county_zh, count(*) n, sum(value)::DECIMAL(20, 2) v, min(value) m FROM {source} GROUP BY county_zh ORDER BY 1",
            2 => $"SELECT theme, county_zh, count(DISTINCT unit) u FROM {source} GROUP BY ROLLUP (theme, county_zh) ORDER BY ALL",
            3 => $"WITH a AS (SELECT * FROM {source}), b AS (SELECT county_zh, max(value) mx FROM a GROUP BY 1) "
                + "SELECT a.county_zh, a.theme, a.value, b.mx FROM a JOIN b USING (county_zh) WHERE a.value = b.mx ORDER BY ALL",
            4 => $"SELECT DISTINCT county_zh, unit FROM {source} ORDER BY ALL",
            5 => $"SELECT county_zh, theme, value, sum(value) OVER (PARTITION BY county_zh, theme)::DECIMAL(20, 2) t "
                + $"FROM {source} ORDER BY ALL",
            6 => $"SELECT p.name_zh, (SELECT count(*) FROM {Source(1)} s WHERE s.county_zh = p.name_zh AND {Condition(0)}) c "
                + "FROM place p WHERE level = 'county' ORDER BY 1",
            7 => "SELECT county_zh, unit, count(*) n, max(value) m "
                + $"FROM {source} GROUP BY GROUPING SETS ((county_zh, unit), (unit), ()) ORDER BY ALL",
            8 => $"SELECT county_zh, arg_max(theme, value ORDER BY value, theme) t, first(value ORDER BY value) f FROM {source} "
                + "GROUP BY 1 HAVING max(value) > 10 ORDER BY 1",
            9 => $"SELECT a.county_zh, a.value, l.m FROM (SELECT * FROM {source}) a, "
                + $"LATERAL (SELECT max(q.value) AS m FROM {Source(1)} q WHERE q.county_zh = a.county_zh) l ORDER BY ALL",
            10 => $"SELECT county_zh, unnest(list(value ORDER BY value)) v FROM {source} GROUP BY county_zh ORDER BY ALL",
            11 => $"WITH RECURSIVE t AS (SELECT county_zh, value, 1 AS n FROM {source} "
                + "UNION ALL SELECT county_zh, value, n + 1 FROM t WHERE n < 3) SELECT * FROM t ORDER BY ALL",
            12 => $"SELECT * EXCLUDE (place_id) REPLACE (value * 2 AS value), CASE WHEN value > 100 THEN 'many' ELSE 'few' END AS c "
                + $"FROM (SELECT {Columns} FROM {source}) ORDER BY ALL",
            13 => "SELECT county_zh, name, v FROM (SELECT county_zh, value, value_low, value_high FROM measured s "
                + $"WHERE {Condition(1)}) UNPIVOT (v FOR name IN (value_low, value_high)) ORDER BY ALL",
            14 => $"SELECT county_zh, {{'unit': unit, 'v': value}} AS s FROM {source} "
                + $"UNION ALL BY NAME (SELECT county_zh, count(*) AS n FROM {Source(1)} q GROUP BY 1) ORDER BY ALL",
            15 => $"SELECT a.county_zh, count(*) FILTER (a.value > 50) AS n, sum(b.value)::DECIMAL(20, 2) AS v FROM {Source(1)} a "
                + $"LEFT JOIN (SELECT * FROM {source}) b ON a.county_zh = b.county_zh AND a.theme = b.theme GROUP BY ALL ORDER BY ALL",
            _ => $"PIVOT (SELECT county_zh, unit, value FROM {source}) ON unit IN ('人', '个') "
                + "USING max(value) GROUP BY county_zh ORDER BY 1",
        };
    }

    private string Source(int depth) =>
        random.Next(depth > 0 ? 11 : 3) switch
        {
            0 => "measured",
            1 => "(FROM figures WHERE theme IN ('training', 'education', 'cadre_age'))",
            2 => "(SELECT o.*, p.name_zh AS county_zh, i.theme FROM observation o JOIN place p ON p.place_id = o.county_id "
                + "JOIN indicator i USING (indicator_id))",
            3 => $"(SELECT DISTINCT {Columns} FROM {Source(depth - 1)} q)",
            4 => $"(SELECT county_zh, theme, unit, {Aggregate()}(value) AS value, min(place_id) AS place_id "
                + $"FROM {Source(depth - 1)} q GROUP BY ALL)",
            5 => $"(SELECT {Columns} FROM {Source(depth - 1)} q {SetOperation()} SELECT {Columns} FROM {Source(depth - 1)} r)",
            6 => "(SELECT x.county_zh, x.theme, x.unit, x.value + coalesce(y.households, 0) AS value, x.place_id "
                + $"FROM {Source(depth - 1)} x {Pick("LEFT", "INNER", "FULL")} JOIN mine y ON x.county_zh = y.county_zh)",
            7 => $"(SELECT {Columns} FROM {Source(depth - 1)} x SEMI JOIN {Source(depth - 1)} y USING (county_zh, theme))",
            8 => $"(SELECT {Columns} FROM {Source(depth - 1)} x {SetOperation()} SELECT {Columns} FROM {Source(depth - 1)} y "
                + $"UNION ALL SELECT {Columns} FROM {Source(depth - 1)} z)",
            9 => $"(WITH w AS (SELECT {Columns} FROM {Source(depth - 1)} q) "
                + "SELECT v.county_zh, v.theme, v.unit, v.value, w.place_id FROM w JOIN w AS v USING (county_zh, theme) "
                + "WHERE w.value <= v.value)",
            _ => $"(SELECT {Columns} FROM {Source(depth - 1)} s WHERE {Condition(depth - 1)})",
        };

    private string Condition(int depth) =>
        random.Next(7) switch
        {
            0 => $"county_zh IN (SELECT county_zh FROM {Source(depth)} q WHERE unit = '人')",
            1 => $"EXISTS (SELECT 1 FROM {Source(depth)} q WHERE q.place_id = s.place_id AND q.theme = 'training')",
            2 => "unit IN ('人', '个')",
            3 => $"county_zh NOT IN (SELECT county_zh FROM {Source(depth)} q WHERE q.value > 100000 AND q.county_zh IS NOT NULL)",
            4 => $"value = ANY (SELECT q.value FROM {Source(depth)} q WHERE q.unit = '个')",
            5 => $"(county_zh, theme) IN (SELECT q.county_zh, q.theme FROM {Source(depth)} q) OR unit = '元'",
            _ => "value BETWEEN 2 AND 5000",
        };

    private string Aggregate() => Pick("sum", "max", "min", "count");

    private string SetOperation() => Pick("UNION ALL", "UNION", "EXCEPT", "INTERSECT", "UNION ALL BY NAME", "EXCEPT ALL", "INTERSECT ALL");

    private string Pick(params ReadOnlySpan<string> options) => options[random.Next(options.Length)];
}
