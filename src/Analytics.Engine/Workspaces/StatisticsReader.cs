using Analytics.DuckDb;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Workspaces;

/// <summary>
/// Counts a column. Quantiles are read from a table of the sorted values, which the engine spills: its own quantile
/// functions hold all values in memory beyond its limit, and its estimates were off by 15 % for distinct values.
/// </summary>
internal sealed class StatisticsReader(DuckDbConnection connection, KeptResult source, int column, CancellationToken cancellation)
{
    private const int Bars = 20;
    private const int MostFrequent = 10;
    private const string Sorted = $"{TemporaryStore.Database}.main.sorted_values";

    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    private readonly DuckDbType _type = source.Columns[column].Type;
    private readonly string _name = ResultSql.Name(source, column);

    private bool IsDate =>
        _type.Id
            is DuckDbTypeId.Date
                or DuckDbTypeId.Timestamp
                or DuckDbTypeId.TimestampS
                or DuckDbTypeId.TimestampMs
                or DuckDbTypeId.TimestampNs
                or DuckDbTypeId.TimestampTz;

    private bool HasScale => _type.IsNumeric || IsDate;

    /// <summary>Nested values are compared as their text, since not all of them have an order.</summary>
    private string Compared => _type.IsNested ? $"CAST({_name} AS VARCHAR)" : _name;

    public ColumnStatistics Read()
    {
        using var counts = Table($"SELECT {Figures} FROM {source.Table}");
        var present = Count(counts, 1);
        var isScaled = HasScale && present > 0;
        if (isScaled)
        {
            connection.Execute(
                $"CREATE OR REPLACE TABLE {Sorted} AS SELECT {_name} AS v FROM {source.Table} WHERE v IS NOT NULL ORDER BY v",
                cancellation
            );
        }

        try
        {
            return new ColumnStatistics(
                source.Columns[column],
                Count(counts, 0),
                Count(counts, 0) - present,
                Count(counts, 2),
                counts.Text(0, 3),
                counts.Text(0, 4),
                _type.IsNumeric ? (double?)counts.Value(0, 5) : null,
                isScaled ? Quantiles(present) : [],
                isScaled ? Histogram() : [],
                Frequent(),
                ShownSql
            );
        }
        finally
        {
            connection.Execute($"DROP TABLE IF EXISTS {Sorted}");
        }
    }

    private string Figures =>
        $"count(*) AS \"rows\", count({_name}) AS present, count(DISTINCT {Compared}) "
        + $"AS different, min({Compared}) AS smallest, max({Compared}) AS largest"
        + (_type.IsNumeric ? $", avg({Double(_name)}) AS mean" : "");

    private string ShownSql
    {
        get
        {
            var shares = string.Join(", ", Shares);
            var quantiles =
                _type.IsNumeric ? $", quantile_cont({Double(_name)}, [{shares}]) AS quantiles"
                : IsDate ? $", quantile_disc({_name}, [{shares}]) AS quantiles"
                : "";
            return $"SELECT {Figures}{quantiles} FROM {source.Name}";
        }
    }

    private List<Quantile> Quantiles(long present)
    {
        var quantiles = new List<Quantile>();
        foreach (var share in Shares)
        {
            quantiles.Add(
                new Quantile(
                    share,
                    _type.IsNumeric ? Interpolated(share * (present - 1)) : Value("v", Math.Max(0, (long)Math.Ceiling(share * present) - 1))
                )
            );
        }

        return quantiles;
    }

    private string Interpolated(double position)
    {
        var low = (long)position;
        var fraction = position - low;
        // The shares are added rather than the share of a difference, which would make NaN of infinities.
        return fraction == 0
            ? Value(Double("v"), low)
            : Text(
                $"SELECT CASE WHEN min(d) = max(d) THEN min(d) ELSE min(d) * {1 - fraction:R} + max(d) * {fraction:R} "
                    + $"END FROM (SELECT {Double("v")} AS d FROM {Sorted} WHERE rowid BETWEEN {low} AND {low + 1})"
            );
    }

    private string Value(string expression, long row) => Text($"SELECT {expression} FROM {Sorted} WHERE rowid = {row}");

    private List<HistogramBar> Histogram()
    {
        using var bars = Table(
            $"""
            WITH scaled AS (SELECT {Scale} AS x FROM {Sorted} WHERE isfinite({(_type.IsNumeric ? Double("v") : "v")})),
            ends AS (SELECT min(x) AS low, max(x) AS high FROM scaled),
            bars AS (
                SELECT least(coalesce(TRY_CAST(floor((x - low) / nullif(high - low, 0) * {Bars}) AS INTEGER), 0), {Bars - 1}) AS bar,
                    count(*) AS n
                FROM scaled, ends GROUP BY bar
            )
            SELECT {Label("low + (high - low) * bar / " + Bars)}, {Label($"low + (high - low) * (bar + 1) / {Bars}")}, coalesce(n, 0)
            FROM ends, (SELECT range AS bar
                FROM range(0, (SELECT CASE WHEN low = high THEN 1 WHEN isfinite(high - low) THEN {Bars} ELSE 0 END FROM ends)))
            LEFT JOIN bars USING (bar) ORDER BY bar
            """
        );
        return [.. Rows(bars).Select(row => new HistogramBar(bars.Text(row, 0)!, bars.Text(row, 1)!, Count(bars, 2, row)))];
    }

    private List<ValueCount> Frequent()
    {
        using var values = Table(
            $"SELECT {Compared}, count(*) FROM {source.Table} GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST LIMIT {MostFrequent}"
        );
        return [.. Rows(values).Select(row => new ValueCount(values.Text(row, 0), Count(values, 1, row)))];
    }

    /// <summary>A value as a number: itself, or seconds since 1970.</summary>
    private string Scale => _type.IsNumeric ? Double("v") : "epoch(v)";

    /// <summary>The text of a number of <see cref="Scale"/>; seconds where rounding left the range of timestamps.</summary>
    private string Label(string number) =>
        _type.IsNumeric
            ? $"CAST({number} AS VARCHAR)"
            : $"coalesce(TRY(CAST(make_timestamp(CAST(({number}) * 1000000 AS "
                + $"BIGINT)){(_type.Id == DuckDbTypeId.Date ? "::DATE" : "")} AS VARCHAR)), CAST({number} AS VARCHAR))";

    private static string Double(string expression) => $"CAST({expression} AS DOUBLE)";

    private static IEnumerable<int> Rows(ResultTable table) => Enumerable.Range(0, (int)table.RowCount);

    private static long Count(ResultTable table, int column, long row = 0) => (long)table.Value(row, column)!;

    private string Text(string sql)
    {
        using var table = Table(sql);
        return table.Text(0, 0)!;
    }

    private ResultTable Table(string sql) => ResultTable.Read(RunningQuery.Start(connection, sql, ParameterValues.None, cancellation));
}
