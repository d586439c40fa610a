using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>
/// Ten thousand queries in one console and in one batch process: what is resident after the first thousand, in which caches fill and
/// results are kept up to their number, against what is at the end.
/// </summary>
internal static class SoakBenchmark
{
    private const string F3 = "\eOR",
        F5 = "\e[15~",
        SelectAll = "\x01";

    /// <summary>Memory that the allocators of runtime and engine may hold more at one moment than at another.</summary>
    private const double MostGrowth = 20;

    public static void Run(BenchmarkRun run)
    {
        if (!OperatingSystem.IsLinux())
            throw new BenchmarkSkippedException("What is resident is read from /proc.");
        var count = run.Quick ? 300 : 10_000;
        var report = new Report(
            "Soak",
            $"{count:N0} queries in one published console under a pseudo-terminal of 120×40, and as statements of one script in one batch "
                + "process: figures counted, traced to their observations, joined and grouped, rows of a function, a table made, "
                + "and one in ten that fails. Memory resident after a tenth of them and after all, as the mean of ten readings around each."
        );
        InConsole(run, count, report);
        InBatch(run, count, report);
        run.Finish(report);
    }

    /// <summary>A statement that is like no other of the thousand before it, so that nothing is remembered of it.</summary>
    private static string Statement(int number) =>
        (number % 10) switch
        {
            0 => $"SELECT nothing_{number} FROM figures",
            1 => $"SELECT count(*) + {number} AS n FROM figures",
            2 => $"SELECT theme, count(*) AS n, {number} AS k FROM measured GROUP BY theme",
            3 => $"CREATE OR REPLACE TABLE mine AS SELECT {number} AS n, county_zh FROM figures",
            4 => $"SELECT range + {number} AS n, 'text ' || range AS t FROM range(5000)",
            5 => $"SELECT a.county_zh, {number} AS n FROM figures AS a JOIN figures AS b USING (county_zh) LIMIT 500",
            6 => $"SELECT county_zh, value, {number} AS n FROM measured WHERE theme = 'training'",
            7 => $"WITH t AS (SELECT {number} AS n) SELECT t.n, c.* FROM t, coverage AS c",
            8 => $"SELECT {number} AS n, [i, i + 1] AS l, {{'a': i}} AS s FROM range(100) AS r(i)",
            _ => $"SELECT {number} AS n, sum(value) OVER (ORDER BY county_zh) AS s FROM measured",
        };

    private static void InConsole(BenchmarkRun run, int count, Report report)
    {
        using var console = ConsoleProcess.OnSql(run.Product, isEarlier: false, 120, 40, "--memory", "500MB");
        console.Await(text => text.Contains("Overview"));
        var early = new List<double>();
        var late = new List<double>();
        for (var number = 0; number < count; number++)
        {
            console.Press(F3 + SelectAll);
            console.Paste(Statement(number));
            console.Time(F5, text => IsDone(text, number), TimeSpan.FromMinutes(1));
            Note(number, count, console.ResidentMegabytes, early, late);
        }

        var milliseconds = console.Milliseconds;
        console.End();
        Add(report, "console", early, late);
        report.Add("console, a query from paste to its rows, mean", milliseconds / count, "ms");
    }

    /// <summary>Its rows are in view, or that it has none, or that it failed.</summary>
    private static bool IsDone(string text, int number) =>
        (number % 10) switch
        {
            0 => text.Contains("nothing_" + number.ToString(CultureInfo.InvariantCulture)) && text.Contains("Binder Error"),
            3 => text.Contains("Done"),
            _ => text.Contains(" ms · ")
                && text.Contains("· " + Statement(number)[..12])
                && text.Contains(number.ToString(CultureInfo.InvariantCulture)),
        };

    private static void InBatch(BenchmarkRun run, int count, Report report)
    {
        var script = Path.GetTempFileName();
        // A failure ends a script.
        File.WriteAllLines(script, Enumerable.Range(0, count).Where(n => n % 10 != 0).Select(n => Statement(n) + ";"));
        try
        {
            var batch = ChildProcess.Start(run.Product.Program, ["query", "-f", script, "--home", Repository.Folder(), "--quiet"]);
            var readings = new List<double>();
            while (batch.ResidentMegabytes is > 0 and var resident)
            {
                readings.Add(resident);
                Thread.Sleep(50);
            }

            var cost = batch.Wait();
            if (cost.ExitCode != 0 || readings.Count < 100)
                throw new InvalidOperationException($"The script ended with {cost.ExitCode} after {readings.Count} readings.");
            var tenth = readings.Count / 10;
            Add(report, "batch", [.. readings.Skip(tenth - 5).Take(10)], [.. readings.TakeLast(15).Take(10)]);
            report.Add("batch, a statement, mean", cost.Milliseconds / count, "ms");
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static void Note(int number, int count, double resident, List<double> early, List<double> late)
    {
        if (Math.Abs(number - count / 10) < 5)
            early.Add(resident);
        if (number >= count - 10)
            late.Add(resident);
    }

    private static void Add(Report report, string what, List<double> early, List<double> late)
    {
        report.Add($"{what}, resident after a tenth", early.Average(), "MB");
        report.Add($"{what}, resident at the end", late.Average(), "MB");
        report.Add($"{what}, growth", late.Average() - early.Average(), "MB", MostGrowth);
    }
}
