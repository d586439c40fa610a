using System.Text;
using Analytics.Engine.Lineage;

namespace Analytics.Engine.Tests.Lineage;

/// <summary>
/// For each construct a case worked out by hand, over the three mean ages (two of 碧江区, one of 松桃苗族自治县) and the twelve figures
/// of education.
/// </summary>
public sealed class ConstructTests(LineageSession lineage) : IClassFixture<LineageSession>
{
    private const string Age1 = "000-1.reserve_mean_age"; // 碧江区, 36.37
    private const string Age2 = "001-1.community_worker_mean_age"; // 碧江区, 35.5
    private const string Age3 = "002-4.community_worker_mean_age"; // 松桃苗族自治县, 28
    private const string A = "(FROM measured WHERE theme = 'cadre_age')";

    [Theory]
    // FROM and joins
    [InlineData($"SELECT value FROM {A} ORDER BY value", $"28.0 <- {Age3}\n35.5 <- {Age2}\n36.37 <- {Age1}")]
    [InlineData(
        $"SELECT a.value, b.value FROM {A} a JOIN {A} b ON a.county_zh = b.county_zh AND a.value < b.value",
        $"35.5|36.37 <- {Age1} {Age2}"
    )]
    [InlineData(
        $"SELECT p.name_en, a.value FROM place p LEFT JOIN {A} a USING (place_id) WHERE place_id IN ('bijiang', 'sinan') ORDER BY 1, 2",
        $"Bijiang District|35.5 <- {Age2}\nBijiang District|36.37 <- {Age1}\nSinan County|∅ <- "
    )]
    [InlineData(
        $"SELECT a.value, m.households FROM {A} a FULL JOIN mine m USING (county_zh) ORDER BY a.value NULLS LAST, m.households",
        $"28.0|150000 <- {Age3} mine:3\n35.5|120000 <- {Age2} mine:1\n36.37|120000 <- {Age1} mine:1\n∅|60000 <- mine:4\n∅|180000 <- mine:2"
    )]
    [InlineData(
        $"SELECT x.v FROM place p, LATERAL (SELECT max(value) v FROM {A} a WHERE a.place_id = p.place_id) x WHERE p.place_id = 'bijiang'",
        $"36.37 <- {Age1} {Age2} (v: {Age1})"
    )]
    // Conditions decide, and are no evidence.
    [InlineData(
        $"SELECT name_en FROM place WHERE place_id IN (SELECT county_id FROM {A}) ORDER BY 1",
        "Bijiang District <- \nSongtao Miao Autonomous County <- "
    )]
    [InlineData($"SELECT value FROM {A} WHERE value > (SELECT avg(value) FROM {A}) ORDER BY 1", $"35.5 <- {Age2}\n36.37 <- {Age1}")]
    [InlineData($"SELECT value FROM {A} a ANTI JOIN mine USING (county_zh)", "")]
    [InlineData(
        $"SELECT name_en, (SELECT max(value) FROM {A} a WHERE a.county_id = p.place_id) AS m FROM place p WHERE place_id = 'songtao'",
        $"Songtao Miao Autonomous County|28.0 <- {Age3}"
    )]
    // Groups, and each aggregate of its own
    [InlineData(
        $"SELECT county_zh, max(value) hi, min(value) lo, count(*) n FROM {A} GROUP BY 1 ORDER BY n",
        $"松桃苗族自治县|28.0|28.0|1 <- {Age3}\n碧江区|36.37|35.5|2 <- {Age1} {Age2} (hi: {Age1}) (lo: {Age2})"
    )]
    [InlineData(
        $"SELECT count(*) n, sum(value) FILTER (value < 30) low, avg(value) FILTER (value > 99) other FROM {A}",
        $"3|28.0|∅ <- {Age1} {Age2} {Age3} (low: {Age3}) (other: )"
    )]
    [InlineData(
        $"SELECT arg_max(place_zh, value) who, first(value ORDER BY value) f FROM {A}",
        $"碧江区|28.0 <- {Age1} {Age2} {Age3} (who: {Age1}) (f: {Age3})"
    )]
    [InlineData(
        $"SELECT county_zh, sum(value) s FROM {A} GROUP BY ROLLUP (county_zh) ORDER BY s",
        $"松桃苗族自治县|28.0 <- {Age3}\n碧江区|71.87 <- {Age1} {Age2}\n∅|99.87 <- {Age1} {Age2} {Age3}"
    )]
    [InlineData($"SELECT sum(value) FROM {A} WHERE false", "∅ <- ")]
    [InlineData(
        $"SELECT max(v) m, count(*) n FROM (SELECT county_zh, min(value) v FROM {A} GROUP BY 1)",
        $"35.5|2 <- {Age1} {Age2} {Age3} (m: {Age2})"
    )]
    [InlineData(
        $"WITH t AS (SELECT max(value) hi, min(value) lo FROM {A}) SELECT hi - lo AS span, hi FROM t",
        $"8.369999999999997|36.37 <- {Age1} {Age2} {Age3} (span: {Age1} {Age3}) (hi: {Age1})"
    )]
    [InlineData($"SELECT geomean(value)::INT g FROM {A}", $"33 <- {Age1} {Age2} {Age3}")]
    [InlineData($"SELECT twice(max(value)) t FROM {A}", $"72.74 <- {Age1} {Age2} {Age3} (t: {Age1})")]
    // DISTINCT, windows, limits
    [InlineData($"SELECT DISTINCT county_zh FROM {A} ORDER BY 1", $"松桃苗族自治县 <- {Age3}\n碧江区 <- {Age1} {Age2}")]
    [InlineData($"SELECT DISTINCT ON (county_zh) value FROM {A} ORDER BY county_zh, value", $"28.0 <- {Age3}\n35.5 <- {Age2}")]
    [InlineData($"SELECT DISTINCT unit, count(*) OVER () n FROM {A} ORDER BY n", $"岁|3 <- {Age1} {Age2} {Age3}")]
    [InlineData($"SELECT value, sum(value) OVER () s FROM {A} ORDER BY value LIMIT 1", $"28.0|99.87 <- {Age3}")]
    [InlineData($"SELECT value FROM {A} QUALIFY rank() OVER (ORDER BY value) = 3", $"36.37 <- {Age1}")]
    // Set operations
    [InlineData(
        $"SELECT value FROM {A} WHERE value < 30 UNION ALL SELECT households FROM mine WHERE households < 70000 ORDER BY 1",
        $"28.0 <- {Age3}\n60000.0 <- mine:4"
    )]
    [InlineData($"SELECT unit FROM {A} WHERE value < 36 UNION SELECT unit FROM {A} WHERE value > 36", $"岁 <- {Age1} {Age2} {Age3}")]
    [InlineData(
        $"SELECT county_zh FROM {A} INTERSECT SELECT county_zh FROM mine ORDER BY 1",
        $"松桃苗族自治县 <- {Age3} mine:3\n碧江区 <- {Age1} {Age2} mine:1"
    )]
    [InlineData($"SELECT county_zh FROM {A} EXCEPT SELECT county_zh FROM mine WHERE households < 130000", $"松桃苗族自治县 <- {Age3}")]
    [InlineData($"SELECT unit FROM {A} EXCEPT ALL SELECT unit FROM {A} WHERE value < 30 ORDER BY 1", $"岁 <- {Age1}\n岁 <- {Age2}", true)]
    // Recursion, UNNEST, PIVOT, SUMMARIZE
    [InlineData(
        $"WITH RECURSIVE t(v, n) AS (SELECT value, 1 FROM {A} WHERE value > 36 UNION ALL SELECT v, n + 1 FROM t WHERE n < 2) "
            + "FROM t ORDER BY n",
        $"36.37|1 <- {Age1}\n36.37|2 <- {Age1}"
    )]
    [InlineData(
        $"WITH RECURSIVE t(c) AS (SELECT county_zh FROM {A} UNION SELECT county_zh FROM t JOIN mine ON c <> county_zh WHERE my_rate > 0.3) "
            + "FROM t ORDER BY c",
        $"松桃苗族自治县 <- {Age1} {Age2} {Age3} mine:1 mine:3\n碧江区 <- {Age1} {Age2} {Age3} mine:1 mine:3"
    )]
    [InlineData(
        $"WITH RECURSIVE t(v, n) AS (SELECT value, 1 FROM {A} UNION SELECT a.value, 2 FROM t JOIN {A} a ON a.value > t.v) "
            + "FROM t ORDER BY ALL",
        $"28.0|1 <- {Age3}\n35.5|1 <- {Age2}\n35.5|2 <- {Age2} {Age3}\n36.37|1 <- {Age1}\n36.37|2 <- {Age1} {Age2} {Age3}"
    )]
    [InlineData("WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n + 1 FROM t WHERE n < 2) FROM t ORDER BY n", "1 <- \n2 <- ")]
    [InlineData(
        $"SELECT count(*) n FROM (WITH RECURSIVE t(c) AS (SELECT county_zh FROM {A} UNION SELECT c FROM t) FROM t)",
        $"2 <- {Age1} {Age2} {Age3}"
    )]
    [InlineData($"SELECT unnest([value, value_low]) u FROM {A} WHERE value < 30", $"28.0 <- {Age3}\n28.0 <- {Age3}")]
    [InlineData(
        "PIVOT (SELECT county_en, scope, value, statistic FROM measured WHERE theme = 'cadre_age') ON statistic IN ('mean', 'maximum')"
            + " USING max(value) AS m GROUP BY scope",
        $"all|36.37|∅ <- {Age1} {Age2} (mean_m: {Age1}) (maximum_m: )\nurban|28.0|∅ <- {Age3} (maximum_m: )",
        true
    )]
    [InlineData($"SELECT v FROM {A} UNPIVOT (v FOR b IN (value_low, value_high)) WHERE v < 30", $"28.0 <- {Age3}\n28.0 <- {Age3}")]
    [InlineData($"SELECT column_name FROM (SUMMARIZE SELECT value FROM {A})", $"value <- {Age1} {Age2} {Age3}")]
    [InlineData($"SELECT column_name FROM (DESCRIBE SELECT value FROM {A})", "value <- ")]
    [InlineData("SELECT m FROM (SELECT value FROM measured WHERE theme = 'cadre_age' AND value < 30) m", $"{{'value': 28.0}} <- {Age3}")]
    [InlineData("FROM query('SELECT value FROM measured WHERE theme = ''cadre_age'' AND value < 30')", $"28.0 <- {Age3}")]
    [InlineData(
        "SELECT value FROM query(concat('FROM ', lower('MEASURED')) || ' WHERE theme = ''cadre_age'' AND value < 30')",
        $"28.0 <- {Age3}"
    )]
    // Relations of several observations a row
    [InlineData(
        "SELECT kind FROM link WHERE from_obs = '000-1.reserve_junior_college_count' AND kind = 'part_of'",
        "part_of <- 000-1.reserve_count 000-1.reserve_junior_college_count"
    )]
    [InlineData("SELECT figures FROM coverage WHERE theme = 'cadre_age' AND county_en LIKE 'Songtao%'", $"1 <- {Age3}")]
    [InlineData("SELECT n FROM r1 WHERE theme = 'cadre_age' AND county_zh = '碧江区'", $"2 <- {Age1} {Age2}")]
    [InlineData("SELECT households FROM mine WHERE households > 170000", "180000 <- mine:2")]
    [InlineData("SELECT 1 AS one, 'x' AS x", "1|x <- ")]
    public void Rows_and_cells_stand_on(string sql, string expected, bool anyOrder = false)
    {
        using var result = lineage.Query(sql).Run();
        result.Reason.ShouldBeNull();
        var lines = Enumerable.Range(0, (int)result.Table.RowCount).Select(row => Line(result, row));
        string.Join('\n', anyOrder ? lines.Order(StringComparer.Ordinal) : lines).ShouldBe(expected);
    }

    [Theory]
    [InlineData($"SELECT name_en FROM place WHERE place_id IN (SELECT county_id FROM {A}) ORDER BY 1", $"{Age1} {Age2}")]
    [InlineData($"SELECT name_en FROM place p WHERE EXISTS (FROM {A} a WHERE a.place_id = p.place_id AND value > 36)", Age1)]
    [InlineData($"SELECT name_en FROM place SEMI JOIN {A} a ON a.place_id = place.place_id", $"{Age1} {Age2}", "Bijiang District")]
    [InlineData($"SELECT value FROM {A} WHERE value < (SELECT min(value) FROM {A} WHERE value > 30) ORDER BY 1", $"{Age1} {Age2}")]
    [InlineData($"SELECT value, sum(value) OVER (PARTITION BY county_zh) s FROM {A} ORDER BY value DESC", Age2)]
    [InlineData($"SELECT value, lag(value) OVER (ORDER BY value) l FROM {A} ORDER BY value DESC", Age2)]
    public void Who_decided_is_told_on_demand(string sql, string expected, string? row = null)
    {
        var query = lineage.Query(sql);
        using var result = query.Run();
        var index = row is null ? 0 : Enumerable.Range(0, (int)result.Table.RowCount).First(i => result.Table.Text(i, 0) == row);
        result.Row(index).Deciders.ShouldBeEmpty();
        string.Join(' ', query.OfRow(result.Table, index, withDeciders: true).Deciders).ShouldBe(expected);
    }

    [Theory]
    [InlineData($"SELECT value FROM {A} WHERE county_zh IN (SELECT county_zh FROM mine)", DependenceKind.Decided)]
    [InlineData($"SELECT value FROM {A} WHERE county_zh NOT IN (SELECT county_zh FROM mine)", DependenceKind.Absence)]
    [InlineData($"SELECT value FROM {A} WHERE NOT EXISTS (FROM mine WHERE mine.county_zh = county_zh)", DependenceKind.Absence)]
    [InlineData($"SELECT county_zh FROM {A} EXCEPT SELECT county_zh FROM mine", DependenceKind.Absence)]
    [InlineData($"SELECT avg(value) OVER (ORDER BY value) FROM {A}", DependenceKind.Frame)]
    [InlineData($"SELECT rank() OVER (ORDER BY value) FROM {A}", DependenceKind.Rank)]
    [InlineData($"FROM {A} LIMIT 1", DependenceKind.Limit)]
    [InlineData($"(FROM {A}) UNION ALL (FROM {A}) OFFSET 1", DependenceKind.Limit)]
    [InlineData($"SELECT DISTINCT ON (unit) value FROM {A}", DependenceKind.Chosen)]
    [InlineData($"SELECT any_value(place_zh) FROM {A}", DependenceKind.Chosen)]
    [InlineData($"SELECT value + random() FROM {A}", DependenceKind.Chance)]
    [InlineData($"SELECT a.value FROM {A} a POSITIONAL JOIN mine", DependenceKind.Position)]
    public void What_depends_on_other_rows_has_a_flag(string sql, DependenceKind kind) =>
        lineage.Query(sql).Dependences.Select(d => d.Kind).ShouldBe([kind]);

    private static string Line(EvidenceResult result, int row)
    {
        var columns = result.Table.Columns;
        var line = new StringBuilder(string.Join('|', Enumerable.Range(0, columns.Count).Select(c => result.Table.Text(row, c) ?? "∅")));
        var whole = Ids(result.Row(row));
        line.Append($" <- {whole}");
        for (var column = 0; column < columns.Count; column++)
        {
            if (Ids(result.Cell(row, column)) is var cell && cell != whole)
                line.Append($" ({columns[column].Name}: {cell})");
        }

        return line.ToString();
    }

    private static string Ids(RowEvidence evidence) =>
        string.Join(' ', evidence.ObservationIds.Concat(evidence.OwnRows.Select(r => $"{r.Relation}:{r.Row}")));
}
