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
        return random.Next(8) switch
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
            _ => $"PIVOT (SELECT county_zh, unit, value FROM {source}) ON unit IN ('人', '个') "
                + "USING max(value) GROUP BY county_zh ORDER BY 1",
        };
    }

    private string Source(int depth) =>
        random.Next(depth > 0 ? 8 : 3) switch
        {
            0 => "measured",
            1 => "(FROM figures WHERE theme IN ('training', 'education', 'cadre_age'))",
            2 => "(SELECT o.*, p.name_zh AS county_zh, i.theme FROM observation o JOIN place p ON p.place_id = o.county_id "
                + "JOIN indicator i USING (indicator_id))",
            3 => $"(SELECT DISTINCT {Columns} FROM {Source(depth - 1)} q)",
            4 => $"(SELECT county_zh, theme, unit, {Aggregate()}(value) AS value, "
                + $"min(place_id) AS place_id FROM {Source(depth - 1)} q GROUP BY ALL)",
            5 => $"(SELECT {Columns} FROM {Source(depth - 1)} q {SetOperation()} SELECT {Columns} FROM {Source(depth - 1)} r)",
            6 => "(SELECT x.county_zh, x.theme, x.unit, x.value + coalesce(y.households, 0) AS value, x.place_id "
                + $"FROM {Source(depth - 1)} x {Pick("LEFT", "INNER", "FULL")} JOIN mine y ON x.county_zh = y.county_zh)",
            _ => $"(SELECT {Columns} FROM {Source(depth - 1)} s WHERE {Condition(depth - 1)})",
        };

    private string Condition(int depth) =>
        random.Next(5) switch
        {
            0 => $"county_zh IN (SELECT county_zh FROM {Source(depth)} q WHERE unit = '人')",
            1 => $"EXISTS (SELECT 1 FROM {Source(depth)} q WHERE q.place_id = s.place_id AND q.theme = 'training')",
            2 => "unit IN ('人', '个')",
            3 => $"county_zh NOT IN (SELECT county_zh FROM {Source(depth)} q WHERE q.value > 100000 AND q.county_zh IS NOT NULL)",
            _ => "value BETWEEN 2 AND 5000",
        };

    private string Aggregate() => Pick("sum", "max", "min", "count");

    private string SetOperation() => Pick("UNION ALL", "UNION", "EXCEPT", "INTERSECT", "UNION ALL BY NAME", "EXCEPT ALL", "INTERSECT ALL");

    private string Pick(params ReadOnlySpan<string> options) => options[random.Next(options.Length)];
}
