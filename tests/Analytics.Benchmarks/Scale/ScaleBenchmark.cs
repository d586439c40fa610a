using System.Diagnostics;
using Analytics.Engine.Results;
using Analytics.Engine.Sessions;

namespace Analytics.Benchmarks;

/// <summary>
/// What comparing costs on the shipped figures and on a hundred thousand, and what a county's figures cost among a million.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Observations = 444;

    public static void Run(BenchmarkRun run)
    {
        var report = new Report(
            "Scale",
            "The published program, whole commands, on copies of the shipped tables: a prefecture a copy, 404 indicators throughout, "
                + $"sentences of their own. Medians of {run.Times(5)}; the shipped figures within one session, medians of {run.Times(30)}. "
                + "All pairs of 7,104 figures took 21.5 s and 2.6 GB before."
        );
        Hundred(run, report, run.Quick ? 20 : 225);
        Million(run, report, run.Quick ? 200 : 2252);
        Shipped(run, report);
        run.Finish(report);
    }

    private static void Shipped(BenchmarkRun run, Report report)
    {
        using var session = AnalyticsSession.Open(new SessionOptions(Home.Find(Repository.Folder()), []));
        session.RegisterTables();
        foreach (var view in new[] { "comparison", "ranking" })
        {
            var times = new Sample(Enumerable.Range(0, run.Times(30)).Select(_ => Time(session, Compared(view))));
            report.Add($"{view} of the shipped figures", times.Median, "ms", 50);
        }
    }

    private static void Hundred(BenchmarkRun run, Report report, int copies)
    {
        using var home = new SyntheticHome(run.Product.Program, copies);
        var size = $"{copies * Observations:N0} observations";
        Add(run, report, $"comparison of all, {size}", ["query", Compared("comparison"), "--data", home.Data], 3, null, 500);
        Add(run, report, $"ranking of all, {size}", ["query", Compared("ranking"), "--data", home.Data], 3, null, 500);
        Add(run, report, $"training/comparable, {size}", ["run", "training/comparable", "--data", home.Data], 3, null, 500);
        Add(run, report, $"training/sessions_and_attendances, {size}", ["run", "training/sessions_and_attendances", "--data", home.Data]);
    }

    private static void Million(BenchmarkRun run, Report report, int copies)
    {
        using var home = new SyntheticHome(run.Product.Program, copies);
        var size = $"{copies * Observations:N0} observations";
        var county = $"思南县{copies / 2}";
        Add(
            run,
            report,
            $"overview/county, {size}",
            ["run", "overview/county", "--param", $"county={county}", "--data", home.Data],
            null,
            1,
            400
        );
        Add(run, report, $"overview/coverage, {size}", ["run", "overview/coverage", "--data", home.Data]);
    }

    private static void Add(
        BenchmarkRun run,
        Report report,
        string what,
        string[] arguments,
        double? mostSeconds = null,
        double? mostProcessorSeconds = null,
        double? mostMegabytes = null
    )
    {
        Console.Error.WriteLine($"{what} …");
        var costs = Enumerable
            .Range(0, run.Times(5))
            .Select(_ => ChildProcess.Run(run.Product.Program, [.. arguments, "--quiet"]))
            .ToArray();
        report.Add($"{what}: time", new Sample(costs.Select(c => c.Milliseconds / 1000)).Median, "s", mostSeconds);
        report.Add(
            $"{what}: processor time",
            new Sample(costs.Select(c => c.ProcessorMilliseconds / 1000)).Median,
            "s",
            mostProcessorSeconds
        );
        report.Add($"{what}: peak memory", new Sample(costs.Select(c => c.PeakMegabytes)).Median, "MB", mostMegabytes);
    }

    private static string Compared(string view) =>
        $"SELECT standing, count(*), sum(length(reasons_zh)), sum(length(reasons_en)) FROM {view} GROUP BY 1";

    private static double Time(AnalyticsSession session, string sql)
    {
        var started = Stopwatch.GetTimestamp();
        ResultTable.Read(session.Run(sql)).Dispose();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
