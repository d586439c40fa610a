using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// Counts a column. Quantiles are read from a table of the sorted values, which the engine spills: its own quantile
/// functions hold all values in memory beyond its limit, and its estimates were off by 15 % for distinct values.
/// </summary>
sealed class StatisticsReader(DuckDbConnection connection, KeptResult source, int column, CancellationToken cancellation)
{
    const int Bars = 20;
    const int MostFrequent = 10;
    const string Sorted = $"{TemporaryStore.Database}.main.sorted_values";

    static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    readonly DuckDbType type = source.Columns[column].Type;
    readonly string name = ResultSql.Name(source, column);

    bool IsDate => type.Id is DuckDbTypeId.Date or DuckDbTypeId.Timestamp or DuckDbTypeId.TimestampS or DuckDbTypeId.TimestampMs
        or DuckDbTypeId.TimestampNs or DuckDbTypeId.TimestampTz;

    bool HasScale => type.IsNumeric || IsDate;

    /// <summary>Nested values are compared as their text, since not all of them have an order.</summary>
    string Compared => type.IsNested ? $"CAST({name} AS VARCHAR)" : name;

    public ColumnStatistics Read()
    {
        using var counts = Table($"SELECT {Figures} FROM {source.Table}");
        var present = Count(counts, 1);
        var isScaled = HasScale && present > 0;
        if (isScaled)
            connection.Execute($"CREATE OR REPLACE TABLE {Sorted} AS SELECT {name} AS v FROM {source.Table} WHERE v IS NOT NULL ORDER BY v", cancellation);
        try
        {
            return new ColumnStatistics(
                source.Columns[column], Count(counts, 0), Count(counts, 0) - present, Count(counts, 2), counts.Text(0, 3), counts.Text(0, 4),
                type.IsNumeric ? (double?)counts.Value(0, 5) : null, isScaled ? Quantiles(present) : [], isScaled ? Histogram() : [], Frequent(), ShownSql);
        }
        finally
        {
            connection.Execute($"DROP TABLE IF EXISTS {Sorted}");
        }
    }

    string Figures =>
        $"count(*) AS \"rows\", count({name}) AS present, count(DISTINCT {Compared}) AS different, min({Compared}) AS smallest, max({Compared}) AS largest"
        + (type.IsNumeric ? $", avg({Double(name)}) AS mean" : "");

    string ShownSql
    {
        get
        {
            var shares = string.Join(", ", Shares);
            var quantiles = type.IsNumeric ? $", quantile_cont({Double(name)}, [{shares}]) AS quantiles"
                : IsDate ? $", quantile_disc({name}, [{shares}]) AS quantiles" : "";
            return $"SELECT {Figures}{quantiles} FROM {source.Name}";
        }
    }

    List<Quantile> Quantiles(long present)
    {
        var quantiles = new List<Quantile>();
        foreach (var share in Shares)
            quantiles.Add(new Quantile(share, type.IsNumeric ? Interpolated(share * (present - 1)) : Value("v", Math.Max(0, (long)Math.Ceiling(share * present) - 1))));
        return quantiles;
    }

    string Interpolated(double position)
    {
        var low = (long)position;
        var fraction = position - low;
        // The shares are added rather than the share of a difference, which would make NaN of infinities.
        return fraction == 0
            ? Value(Double("v"), low)
            : Text($"SELECT CASE WHEN min(d) = max(d) THEN min(d) ELSE min(d) * {1 - fraction:R} + max(d) * {fraction:R} END FROM (SELECT {Double("v")} AS d FROM {Sorted} WHERE rowid BETWEEN {low} AND {low + 1})");
    }

    string Value(string expression, long row) => Text($"SELECT {expression} FROM {Sorted} WHERE rowid = {row}");

    List<HistogramBar> Histogram()
    {
        using var bars = Table($"""
            WITH scaled AS (SELECT {Scale} AS x FROM {Sorted} WHERE isfinite({(type.IsNumeric ? Double("v") : "v")})),
            ends AS (SELECT min(x) AS low, max(x) AS high FROM scaled),
            bars AS (
                SELECT least(coalesce(TRY_CAST(floor((x - low) / nullif(high - low, 0) * {Bars}) AS INTEGER), 0), {Bars - 1}) AS bar, count(*) AS n
                FROM scaled, ends GROUP BY bar
            )
            SELECT {Label("low + (high - low) * bar / " + Bars)}, {Label($"low + (high - low) * (bar + 1) / {Bars}")}, coalesce(n, 0)
            FROM ends, (SELECT range AS bar FROM range(0, (SELECT CASE WHEN low = high THEN 1 WHEN isfinite(high - low) THEN {Bars} ELSE 0 END FROM ends)))
            LEFT JOIN bars USING (bar) ORDER BY bar
            """);
        return [.. Rows(bars).Select(row => new HistogramBar(bars.Text(row, 0)!, bars.Text(row, 1)!, Count(bars, 2, row)))];
    }

    List<ValueCount> Frequent()
    {
        using var values = Table($"SELECT {Compared}, count(*) FROM {source.Table} GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST LIMIT {MostFrequent}");
        return [.. Rows(values).Select(row => new ValueCount(values.Text(row, 0), Count(values, 1, row)))];
    }

    /// <summary>A value as a number: itself, or seconds since 1970.</summary>
    string Scale => type.IsNumeric ? Double("v") : "epoch(v)";

    /// <summary>The text of a number of <see cref="Scale"/>; seconds where rounding left the range of timestamps.</summary>
    string Label(string number) => type.IsNumeric
        ? $"CAST({number} AS VARCHAR)"
        : $"coalesce(TRY(CAST(make_timestamp(CAST(({number}) * 1000000 AS BIGINT)){(type.Id == DuckDbTypeId.Date ? "::DATE" : "")} AS VARCHAR)), CAST({number} AS VARCHAR))";

    static string Double(string expression) => $"CAST({expression} AS DOUBLE)";

    static IEnumerable<int> Rows(ResultTable table) => Enumerable.Range(0, (int)table.RowCount);

    static long Count(ResultTable table, int column, long row = 0) => (long)table.Value(row, column)!;

    string Text(string sql)
    {
        using var table = Table(sql);
        return table.Text(0, 0)!;
    }

    ResultTable Table(string sql) => ResultTable.Read(RunningQuery.Start(connection, sql, ParameterValues.None, cancellation));
}
