using System.Diagnostics;
using Analytics.Engine.Sessions;
using Analytics.Engine.Sql;

namespace Analytics.Benchmarks;

/// <summary>What the editor asks of SQL at each key: tokens, statements and offers; and the layout, when it is asked for.</summary>
internal static class LanguageBenchmark
{
    private const string Statement = "SELECT county_zh, sum(value) AS total FROM figures WHERE theme = 'training' GROUP BY ALL; -- 培训\n";

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Language",
            $"A script of 11,000 statements (1.1 MB) and one statement with a list of 100,000; medians of {run.Times(20)} times each."
        );
        Read(run, report);
        Format(run, report);
        Complete(run, report);
        run.Finish(report);
    }

    private static void Read(BenchmarkRun run, Report report)
    {
        var sql = Repeated(11_000);
        var script = SqlScript.Read(sql);
        report.Add("the script is read", Median(run, () => SqlScript.Read(sql)), "ms", 500);
        report.Add("and read again after a change at its end", Median(run, () => SqlScript.Read(sql + "SELECT 2", script)), "ms", 50);
    }

    private static void Format(BenchmarkRun run, Report report)
    {
        var sql = Repeated(11_000);
        var list = "select " + string.Join(" , ", Enumerable.Repeat("-a + f (1)", 100_000));
        report.Add("the script is formatted", Median(run, () => SqlFormatter.Format(sql)), "ms", 5000);
        report.Add("the list is formatted", Median(run, () => SqlFormatter.Format(list)), "ms", 5000);
    }

    private static void Complete(BenchmarkRun run, Report report)
    {
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Folder()), []));
        using var grammar = EngineGrammar.Open();
        var completion = new SqlCompletion(CompletionCatalog.Read(session), grammar);
        foreach (
            var (what, sql) in new[]
            {
                (
                    "offers in a query",
                    "SELECT sum(value) AS total FROM figures WHERE (county_zh IN ('碧江区') OR (value BETWEEN 1 AND 2)) GROUP BY c"
                ),
                ("offers within 30 brackets", "SELECT " + new string('(', 30) + "a"),
                ("offers within 20 calls", "SELECT " + string.Concat(Enumerable.Repeat("f(", 20)) + "a"),
                ("offers at the end of the script", Repeated(11_000) + "SELECT coun"),
            }
        )
        {
            var script = SqlScript.Read(sql);
            report.Add(what, Median(run, () => completion.At(script, sql.Length)), "ms", 30);
        }
    }

    private static string Repeated(int times) => string.Concat(Enumerable.Repeat(Statement, times));

    private static double Median(BenchmarkRun run, Action action)
    {
        action();
        var times = new List<double>();
        for (var i = 0; i < run.Times(20); i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new Sample(times).Median;
    }
}
