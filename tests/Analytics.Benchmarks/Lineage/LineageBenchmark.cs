using System.Diagnostics;
using Analytics.Engine.Lineage;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;
using Analytics.Engine.Tables;

namespace Analytics.Benchmarks;

/// <summary>
/// What evidence costs: every canned query traced (read, rewritten, run) beside the plain run, where the session reads its text for the
/// first time and where it read it before; and on a million observations a plain run through lineage beside one without it, and the
/// evidence of one row.
/// </summary>
internal static class LineageBenchmark
{
    /// <summary>The shipped observations are repeated so often.</summary>
    private const int Copies = 2252;

    private static readonly (string Name, string Sql)[] Large =
    [
        ("scan", "SELECT obs_id, county_zh, theme, value FROM measured WHERE unit = '人'"),
        ("groups", "SELECT county_zh, count(*) n, sum(value) s, max(value) m FROM measured GROUP BY 1 ORDER BY 1"),
        (
            "join of groups",
            "WITH g AS (SELECT theme, max(value) m FROM measured GROUP BY 1) "
                + "SELECT theme, m, label_zh FROM g JOIN indicator USING (theme) ORDER BY ALL"
        ),
    ];

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Lineage",
            $"Pairs of runs in turn, with and without evidence, {run.Times(9)} a query. Reading and rewriting the statement count."
        );
        Shipped(run, report);
        Million(run, report);
        run.Finish(report);
    }

    private static void Shipped(BenchmarkRun run, Report report)
    {
        using var session = Open();
        session.RegisterTables();
        var ratios = new List<(string Name, double First, double Again, double Origins)>();
        foreach (var query in session.Queries.Names().Select(session.Queries.Get))
        {
            var values = query.Parameters.ToDictionary(p => p.Name, p => p.Required ? "思南县" : p.Default);
            var times = 0;
            var first = Ratio(() => Unread(query.Statement, ++times));
            var again = Ratio(() => query.Statement);
            var columns = new Sample(
                Enumerable
                    .Range(0, run.Times(9))
                    .Select(_ => EvidenceQuery.Of(session, query.Statement, ParameterValues.FromText(values)))
                    .Select(traced => Time(() => _ = traced.Columns))
            );
            ratios.Add((query.Name, first, again, columns.Median));

            double Ratio(Func<string> text) =>
                Pairs
                    .Measure(
                        run.Times(9),
                        () => Time(() => EvidenceQuery.Of(session, text(), ParameterValues.FromText(values)).Run().Dispose()),
                        () => Time(() => ResultTable.Read(session.Run(query.Statement, ParameterValues.FromText(values))).Dispose())
                    )
                    .Ratio.Median;
        }

        var worst = ratios.MaxBy(r => r.Again);
        var of = $"median of {ratios.Count} canned queries";
        report.Add($"traced / plain, a text read before, {of}", new Sample(ratios.Select(r => r.Again)).Median, "", 1.3);
        report.Add($"traced / plain, a text never read before, {of}", new Sample(ratios.Select(r => r.First)).Median, "", 1.3);
        report.Add("where columns come from, median, beside that", new Sample(ratios.Select(r => r.Origins)).Median, "ms");
        report.Add($"traced / plain, most ({worst.Name})", worst.Again, "");
    }

    /// <summary>The same statement with another text.</summary>
    private static string Unread(string sql, int number) =>
        sql.Insert(sql.IndexOf("SELECT", StringComparison.Ordinal) + 6, $" /* {number} */");

    private static void Million(BenchmarkRun run, Report report)
    {
        var data = Directory.CreateTempSubdirectory("analytics-lineage-").FullName;
        try
        {
            Multiply(data, run.Quick ? 130 : Copies);
            using var session = Open(data);
            session.RegisterTables();
            Million(session, run, report);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The product's tables as files, with many copies of each observation.</summary>
    private static void Multiply(string data, int copies)
    {
        using var session = Open();
        foreach (var file in Directory.EnumerateFiles(Home.Find(Repository.Folder()).Data, "*.parquet"))
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        // What follows from the multiplied tables is worked out from them.
        foreach (var table in ProductTables.Derived.Keys)
            File.Delete(Path.Combine(data, table + ".parquet"));
        var observations = Path.Combine(data, "observation.parquet");
        File.Delete(observations);
        session
            .Run(
                $"COPY (SELECT o.* REPLACE (o.obs_id || '-' || i AS obs_id) FROM observation o, range({copies}) r(i)) "
                    + $"TO {SqlText.Literal(observations)} (FORMAT parquet)"
            )
            .Dispose();
    }

    private static void Million(AnalyticsSession session, BenchmarkRun run, Report report)
    {
        foreach (var (name, sql) in Large)
        {
            var plain = () => Time(() => ResultTable.Read(session.Run(sql)).Dispose());
            var through = Pairs.Measure(
                run.Times(5),
                () => Time(() => EvidenceQuery.Of(session, sql, ParameterValues.None).Run().Dispose()),
                plain
            );
            report.Add($"{name}: run through lineage / plain", through.Ratio.Median, "", 1.1);
            var query = EvidenceQuery.Of(session, sql, ParameterValues.None);
            using var result = query.Run();
            var row = Pairs.Measure(run.Times(5), () => Time(() => query.OfRow(result.Table, result.Table.RowCount / 2)), plain);
            report.Add($"{name}: evidence of one row / plain", row.Ratio.Median, "", 1);
            report.Add($"{name}: plain", row.B.Median, "ms");
        }
    }

    private static AnalyticsSession Open(string? data = null)
    {
        var home = Home.Find(Repository.Folder());
        return AnalyticsSession.Open(new SessionOptions(data is null ? home : home with { Data = data }, []));
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
